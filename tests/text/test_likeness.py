from notice_cli.text.likeness import character_pairs, dice, find_repeats, pair_codes, plain


def test_punctuation_blanks_and_width_do_not_matter():
    assert plain("整改 完成，（２０２４年）。") == plain("整改完成,(2024年)!") == "整改完成2024年"


def test_dice_is_the_share_of_common_pairs():
    assert dice(character_pairs("甲乙丙"), character_pairs("甲乙丁")) == 0.5
    assert dice(character_pairs(""), character_pairs("")) == 0.0


def test_repeats_are_one_to_one_and_the_likest_first():
    text = "修订差旅费管理办法，明确审批程序和报销时限"
    assert find_repeats([text, text + "要求"], [text + "要求", "另行组织培训"], 0.8) == [(1, 0)]


def test_many_texts_are_searched_by_what_they_share():
    left = [f"第{number}次专题会议研究部署{number * 7919}号工程整改事项" for number in range(60)]
    assert find_repeats(left, left[::-1], 0.99) == [(at, 59 - at) for at in range(60)]


def test_codes_of_pairs_are_as_many_and_as_alike_as_the_pairs():
    texts = [
        "修订差旅费管理办法，明确审批程序。",
        "修订差旅费管理制度，明确审批程序",
        "𠀀𠀁甲乙",
        "甲",
        "",
        "甲乙乙乙",
    ]
    for one in texts:
        assert len(pair_codes(one)) == len(character_pairs(one))
        for other in texts:
            likeness = dice(character_pairs(one), character_pairs(other))
            assert dice(pair_codes(one), pair_codes(other)) == likeness
