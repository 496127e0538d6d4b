"""The figures that a notice declares: one grammar point a case."""

import pytest

from notice_cli.reading.counts import Figure, Paragraph, read_counts


def read(*texts: str) -> list[Figure]:
    return read_counts([Paragraph(text, 0, None, "notice") for text in texts])


def told(*texts: str) -> str:
    return " ".join(f"{figure.what}={figure.value:g}" for figure in read(*texts) if figure.what != "other")


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        # figure behind or before what it counts
        ("制定整改措施61条，完成整改措施69条。", "measures=61 measures_completed=69"),
        ("已有15个问题整改到位，37项达到序时进度。", "issues_completed=15 issues_in_progress=37"),
        ("24个问题中已完成19个。", "issues=24 issues_completed=19"),
        ("8个问题均已完成。", "issues_completed=8"),
        ("反馈的8个问题均已完成。", "issues=8 issues_completed=8"),
        ("58条措施已落实54条，其余4条明确了时限。", "measures=58 measures_completed=54"),
        # results
        (
            "已完成9个、基本完成3个、视同完成并持续整改2个、未完成但达到序时进度1个、未完成整改0个。",
            "issues_completed=9 issues_basically_completed=3 issues_ongoing=2 issues_in_progress=1 "
            "issues_not_completed=0",
        ),
        ("已完成整改并长期坚持11个，阶段性完成1个。", "issues_completed=11 issues_ongoing=1"),
        ("132项已完成或基本完成。", ""),
        ("剩下的1个问题将于年底前完成。", ""),
        (
            "26个问题中，22个翻篇，3个正在公示招标，1个尚未着手。",
            "issues=26 issues_completed=22 issues_in_progress=3 issues_not_completed=1",
        ),
        ("指出26个问题，1个（关于档案移交）长期坚持。", "issues=26 issues_ongoing=1"),
        ("指出15个问题，完成14个，剩余1个为需上级统筹解决的问题。", "issues=15 issues_completed=14"),
        ("到期的45个问题全部整改，无一逾期。", "issues_completed=45"),
        ("领回问题25个，已摆平问题23个。", "issues=25"),
        ("除3个以外，反馈的其余40个问题都已改到位。", "issues_completed=40"),
        (
            "反馈的12个问题，企业改好11个，剩余1个跨年推进。",
            "issues=12 issues_completed=11 issues_in_progress=1",
        ),
        ("按计划完成20项整改任务。", "issues_completed=20"),
        ("三十来个问题仅剩几个未完成。", "issues=30"),
        ("应完成40项，实际完成39项。", "issues_completed=39"),
        ("超期未完成的问题由年初的9个降到2个。", "issues_not_completed=2"),
        ("未按期整改的问题已解决3个。", "issues_completed=3"),
        ("累计督促整改审计问题53个。", "issues_completed=53"),
        ("发现问题60个，整改问题57个。", "issues=60 issues_completed=57"),
        ("收到的18个问题都有了结果：完成16个。", "issues=18 issues_completed=16"),
        ("整改任务9项，牵头5项，配合4项，全部完成。", "issues=9 issues_completed=9"),
        ("31个问题，除第7号问题外均已整改完毕。", "issues=31"),
        ("反馈的问题中，作风方面的6个，纪律方面的9个，共15个。", "issues=15"),
        # a label with its figure
        (
            "反馈问题总数：24个；已完成：22个；正在整改：2个；完成率：91.7%。",
            "issues=24 issues_completed=22 issues_in_progress=2 completion_rate=91.7",
        ),
        ("已完成整改的问题（22个）、正在整改的问题（2个）。", "issues_completed=22 issues_in_progress=2"),
        # a purpose is no result
        ("确保17个反馈问题按期清零。", "issues=17"),
        ("确保45项按期完成，确保整改完成率达到100%。", ""),
        ("确保52条措施落实到位。", "measures=52"),
        # the rest, with the reason why
        ("完成25个，剩余1个因土地手续问题正在协调推进。", "issues_completed=25 issues_in_progress=1"),
        ("完成25个，另有1个因屋面渗漏正在维修。", "issues_completed=25"),
        # issues and the measures for them in one unit
        (
            "问题45条，制定措施132条，整改落实43条，剩余2条持续推进。",
            "issues=45 measures=132 issues_completed=43 issues_in_progress=2",
        ),
        ("问题23项，措施66项，整改完成60项。", "issues=23 measures=66 measures_completed=60"),
        # what the body found itself
        ("共查摆问题21项，已整改20项。", "issues=21 issues_completed=20"),
        ("班子查摆问题18条，逐一制定措施。", ""),
        (
            "会议查摆问题10个，其中班子4个、成员6个。已完成8个，正在整改2个。",
            "issues=10 issues_completed=8 issues_in_progress=2",
        ),
        ("会议查摆问题12个。已完成8个，正在整改2个。", "issues_completed=8 issues_in_progress=2"),
        ("订立新制度4项，改旧制度2项。", "regulations_new=4 regulations_revised=2"),
        (
            "立新制度6个、改老制度3个、停用1个。",
            "regulations_new=6 regulations_revised=3 regulations_abolished=1",
        ),
        ("提醒谈话5人，通报批评股室2个。", "persons_talked=5 units_accountable=2"),
        ("反馈问题24个，完成20个。另查摆问题6个，已整改5个。", "issues=24 issues_completed=20"),
        # what issues are about, and where they are listed
        ("反馈的7个干部队伍建设问题全部整改完成。", "issues=7 issues_completed=7"),
        ("整改台账103项，完成99项。", "issues=103 issues_completed=99"),
        ("建立整改台账3项、1本。", ""),
        # what all of them did, and what each did
        ("各责任单位制定措施214条，落实198条。", "measures=214 measures_completed=198"),
        ("各单位各制定措施3条，每个单位召开会议2次。", ""),
        ("各级党组织召开民主生活会12次，各部门各召开会议1次。", "meetings=12"),
        # levels
        ("反馈3大类9方面27项问题。", "categories=3 aspects=9 issues=27"),
        ("反馈4个方面12个问题，分解成42项具体问题。", "aspects=4 issues=42"),
        ("反馈12个问题，细分为37个具体问题，已全部改完。", "issues=37 issues_completed=37"),
        ("反馈问题“清单”外，制定问题清单1份，立行立改一批（21个），人均认领问题2.3个。", ""),
        ("反馈问题23个，细化整改任务66项，完成60项。", "issues=23 measures=66 measures_completed=60"),
        ("整改任务66项，完成60项。", "issues=66 issues_completed=60"),
        # 其中, 含, 另有, 销号
        ("反馈问题20个（含立行立改问题3个），已完成19个。", "issues=20 issues_completed=19"),
        ("反馈29个问题，其中完成整改28个，持续整改1个。", "issues=29 issues_completed=28 issues_ongoing=1"),
        ("完成25个，其中销号13个，正在整改16个。", "issues_completed=25 issues_in_progress=16"),
        ("反馈问题20个，另有边巡边改问题3个。", "issues=20"),
        # 分别, 除…外, 均
        ("已完成、正在推进的问题分别为15个、2个。", "issues_completed=15 issues_in_progress=2"),
        ("前三季度分别完成整改6个、7个、4个，累计17个。", "issues_completed=17"),
        ("已完成、正在整改的问题各一个。", "issues_completed=1 issues_in_progress=1"),
        (
            "诫勉、组织处理各2人，党委会、专题会各3次。",
            "persons_talked=2 persons_organizational=2 meetings=3 meetings=3",
        ),
        ("对2个单位、5名责任人进行了通报批评。", "units_accountable=2 persons_accountable=5"),
        ("发现问题17个，已全部整改。", "issues=17 issues_completed=17"),
        ("发现问题17个，要求全部整改。", "issues=17"),
        ("清退多发奖金12人次4.32万元。", "amount_recovered=4.32"),
        ("反馈21项问题，1项需结合机构改革持续推进。", "issues=21 issues_in_progress=1"),
        # what is needed is not done, what is unknown implies nothing
        ("反馈26个问题，仍需整改3个。", "issues=26 issues_in_progress=3"),
        (
            "反馈26个问题，需整改3个，难以完成1个，待解决2个。",
            "issues=26 issues_not_completed=1 issues_not_completed=2",
        ),
        ("发现问题84个，责成整改72个，整改完成70个。", "issues=84 issues_completed=70"),
        ("反馈35个问题，28个另行研判，已完成整改。", "issues=35"),
        ("县级反馈12个问题、镇级反馈25个问题，全部整改完毕。", "issues=12 issues=25"),
        ("反馈31个问题，30个问题另案审视。", "issues=31"),
        ("年底前须完成的32项任务正按序时推进。", "issues_in_progress=32"),
        ("反馈22个问题，尚有一个问题未完成。", "issues=22 issues_not_completed=1"),
        ("7项任务完成序时进度。", "issues_in_progress=7"),
        ("制定措施88条并逐条抓落实，10条措施待落实。", "measures=88"),
        ("三个方面分别反馈问题9个、5个、9个，共23个。", "aspects=3 issues=23"),
        ("46个问题除7个外均已完成整改。", "issues=46 issues_completed=39"),
        ("反馈问题23个，3个正在整改，其余均已完成。", "issues=23 issues_in_progress=3 issues_completed=20"),
        ("指出问题5个，已全部完成整改。", "issues=5 issues_completed=5"),
        # other populations, other dates
        ("上轮反馈的18个问题已完成17个，本轮反馈的22个问题已完成20个。", "issues=22 issues_completed=20"),
        ("反馈问题80个，本月完成5个，累计完成60个。", "issues=80 issues_completed=60"),
        ("66项任务完成37项；3665件群众信访件办结3569件。", "issues=66 issues_completed=37"),
        ("交办群众信访件156件，办结120件。", "issues=156 issues_completed=120"),
        ("截至6月底完成整改18个；截至9月底完成整改21个。", "issues_completed=21"),
        ("上年度审计查出问题92个，已整改88个。", "issues=92 issues_completed=88"),
        ("去年查出问题92个，今年审计查出问题71个。", "issues=71"),
        ("边巡边改问题9个，限期整改问题22个，合计31个。", "issues=31"),
        ("各科室认领问题共56个，梳理出3类12个风险点。", "issues=56 categories=3"),
        ("前一轮58个已全部销号，本轮反馈的22个问题完成20个。", "issues=22 issues_completed=20"),
        ("8924个问题，截至6月底整改8809个。", "issues=8924 issues_completed=8809"),
        ("已完成22个，正在推进1个，合计23个。", "issues_completed=22 issues_in_progress=1 issues=23"),
        ("班子成员领办难点问题7个，查摆个人问题29条。", ""),
        ("203个节点累计完成168个。", ""),
        ("反馈问题31个、立行立改问题3个，共34个，现已完成33个。", "issues=31 issues_completed=33"),
        # rates
        ("完成71项，占全部76项的93.4%。", "issues_completed=71 completion_rate=93.4"),
        ("完成19个，占20个问题的95%。", "issues_completed=19 issues=20 completion_rate=95"),
        ("完成任务19个，占20个任务的95%。反馈问题30个。", "completion_rate=95 issues=30"),
        ("完成52项，占总任务的83.9%。", "issues_completed=52 completion_rate=83.9"),
        ("完成23个，占问题总数（24个）的95.8%。", "issues_completed=23 completion_rate=95.8"),
        ("整改工作总体完成九成以上。", "completion_rate=90"),
        ("整改完成率：6月底为70%；9月底为92.5%。", "completion_rate=92.5"),
        ("完成年度整改任务的七成半。", "completion_rate=75"),
        ("整改率、建议采纳率分别为94.6%、100%。", "completion_rate=94.6"),
        ("整改完成率由85%提高到96%，群众满意率99%。", "completion_rate=96"),
        ("完成率达100%的单位51个。", ""),
        ("完成率为百分之九十二点五。", "completion_rate=92.5"),
        ("整改率已达九成五。", "completion_rate=95"),
        # regulations
        (
            "新建制度5项、修订8项、废止2项，共15项。",
            "regulations_new=5 regulations_revised=8 regulations_abolished=2 regulations=15",
        ),
        ("建立、修订和完善《财务办法》、《采购办法》等规章制度7项。", "regulations=7"),
        ("修订《食堂办法》《车辆办法》等2项。", "regulations_revised=2"),
        ("建立制度5项，修订制度3项。", "regulations_new=5 regulations_revised=3"),
        ("先后出台5项、修订12项管理制度，取消收费6项。", "regulations_new=5 regulations_revised=12"),
        ("严格落实中央八项规定。", ""),
        ("制度建设上，制定出台5项，修订完善11项。", "regulations_new=5 regulations_revised=11"),
        ("共印发制度文件13件，其中新出台5件。", "regulations=13 regulations_new=5"),
        (
            "制度“立改废”有序推进，已立8项、改12项、废3项。",
            "regulations_new=8 regulations_revised=12 regulations_abolished=3",
        ),
        (
            "12项制度中，5项为新建、7项为修订，已建立制度3项。",
            "regulations=12 regulations_new=5 regulations_revised=7 regulations_new=3",
        ),
        ("完成问题20条、措施68条。", "issues_completed=20 measures_completed=68"),
        # persons and bodies
        ("移交8件信访问题线索、5件重点问题线索。", "clues=8 clues=5"),
        ("立案3件3人，了结2件。", "cases_filed=3"),
        ("立案查处环境违法案件126起，根据线索立案4件。", "cases_filed=126 cases_filed=4"),
        ("警告3人、记过2人。", "persons_disciplined=3 persons_disciplined=2"),
        ("约谈3个科室负责人，对2个支部书记进行约谈。", "persons_talked=3 persons_talked=2"),
        ("3家单位、12名职工因整改不力被通报批评。", "units_accountable=3 persons_accountable=12"),
        ("党组织1个、党员干部5名被问责。", "units_accountable=1 persons_accountable=5"),
        ("通报表扬5人，通报要求整改的8家单位。", ""),
        ("20家单位列席专题会听取通报。", ""),
        ("问责50个单位、77名责任人。", "units_accountable=50 persons_accountable=77"),
        ("共问责5人，其中县处级2人、乡科级3人。", "persons_accountable=5"),
        (
            "党纪处分1人，组织处理2人，诫勉3人。",
            "persons_disciplined=1 persons_organizational=2 persons_talked=3",
        ),
        ("移送司法机关1人，立案1件。", "persons_transferred=1 cases_filed=1"),
        ("223人受到党纪政务处分，谈话提醒和批评教育458人。", "persons_disciplined=223 persons_talked=458"),
        ("移交问题线索2条，责令书面检查1人，培训300人次。", "clues=2"),
        # meetings and money
        ("召开党组会6次、专题会5次，累计11次，督导检查3次。", "meetings=6 meetings=5 meetings=11"),
        ("先后4次召开党委会研究整改事项。", "meetings=4"),
        ("涉及9万元，追缴5,482.15万元，挽回损失20余万元。", "amount_recovered=5482.15 amount_recovered=20"),
        ("涉及多发补贴4.8万元，已全部清退。", "amount_recovered=4.8"),
        ("涉及多发补贴4.8万元，尚未清退。", ""),
        (
            "补贴4.8万元、差旅费1.3万元已分别退缴，两项合计6.1万元。",
            "amount_recovered=4.8 amount_recovered=1.3 amount_recovered=6.1",
        ),
        (
            "清退补助2笔共0.86万元，清收欠款31户、金额1,508万元。",
            "amount_recovered=0.86 amount_recovered=1508",
        ),
        ("每两个月听取1次汇报，合并会议9次。", ""),
        # nothing to count
        ("干部队伍类问题整改扎实，个人借款问题涉及5笔。", ""),
        ("2023年第5次会议通报，本轮为十四届第三轮，坚持一个问题一套方案。", ""),
        ("没有一个问题未整改。", ""),
        ("2024927日至126日开展巡察，涉及216个方面。", ""),
    ],
)
def test_sentence(sentence, figures):
    assert told(sentence) == figures


def test_width_changes_nothing():
    narrow = "反馈3个方面18个问题(含立行立改2个),已完成15个;持续整改3个(第5、9、16号问题)."
    wide = narrow.translate(str.maketrans("0123456789(),;.", "０１２３４５６７８９（），；．"))
    assert told(narrow) == told(wide) == "aspects=3 issues=18 issues_completed=15 issues_ongoing=3"


@pytest.mark.parametrize(
    ("bracket", "refs"),
    [
        ("(4号问题)", (4,)),
        ("（第5、9、16号问题）", (5, 9, 16)),
        ("（2号、5号问题）", (2, 5)),
        ("（问题3、问题12）", (3, 12)),
        ("（第3至5项）", (3, 4, 5)),
        ("（第三、十二项）", (3, 12)),
        ("（含问题3个）", ()),
    ],
)
def test_refs(bracket, refs):
    assert read(f"持续整改的问题3个{bracket}。")[0].refs == refs


def test_the_span_is_the_clause_with_its_figure():
    text = "截至目前，完成 整改１１个，正在推进2个（第5、15号问题）。"
    figures = read_counts([Paragraph(text, 100, 7, "section:2")])
    assert [text[one.start - 100 : one.end - 100] for one in figures] == [
        "完成 整改１１个",
        "正在推进2个（第5、15号问题）",
    ]
    assert {(one.scope, one.line, one.derived) for one in figures} == {("section:2", 7, False)}


def test_an_implied_figure_says_so_and_spans_its_operands():
    text = "指出问题12个，除2个外，其余均已完成整改。"
    implied = read(text)[-1]
    assert (implied.what, implied.value, implied.derived) == ("issues_completed", 10, True)
    assert text[implied.start : implied.end] == "指出问题12个，除2个外，其余均已完成整改"


def test_vague_figures_are_approximate():
    assert [figure.approximate for figure in read("召开会议近20次，谈话提醒30余人，问责5人。")] == [
        True,
        True,
        False,
    ]


def test_what_is_counted_is_remembered_across_paragraphs_of_a_scope():
    assert told("反馈问题23个。", "目前已完成22个，其余1个正在整改。") == (
        "issues=23 issues_completed=22 issues_in_progress=1"
    )


@pytest.mark.parametrize(
    "text",
    ["", "。", "1" * 5000, "1个" * 500, "第1、" * 900, "（" * 3000, "除1个外" * 300, "由9个分别降到2个、1个"],
)
def test_any_text_gives_a_list(text):
    assert isinstance(read(text), list)
