"""What can go wrong, as a tree; each kind knows its exit code and its sentence.

    NoticeError
    ├── UsageError         exit 2: the call or its configuration is off
    └── UnreadableError    exit 3: this source was not read
        ├── SourceError    the bytes could not be had (missing, unreachable, too large)
        ├── DecodeError    the bytes are no text (empty, binary, undecodable), or a document that is not read
        └── RefusalError   it is text, but no rectification notice that can be read

A sentence says what, where and what to do next; it stands in `SENTENCES` under the error's `kind`.
"""

from __future__ import annotations

from notice_cli.language import Lang, Words

SENTENCES: dict[str, Words] = {
    "missing": Words(
        "{where}：没有这个文件，请核对路径（网址须以 http:// 或 https:// 开头）",
        "{where}: no such file; check the path (an address starts with http:// or https://)",
    ),
    "unreadable_file": Words(
        "{where}：打不开（{reason}），请检查权限或是否被其他程序占用",
        "{where}: cannot be opened ({reason}); check its permissions, or whether another program holds it",
    ),
    "folder": Words(
        "{where}：是文件夹，不是文件，请给出其中的页面", "{where}: is a folder, not a file; name a page in it"
    ),
    "empty_folder": Words(
        "{where}：文件夹里没有网页或文本（{suffixes}），请核对路径；其他文件请逐个给出",
        "{where}: the folder holds no page or text ({suffixes}); check the path, or name each other file",
    ),
    "too_large": Words(
        "{where}：超过 {limit} MB 上限，未读取；请确认这是一个通报页面",
        "{where}: larger than the limit of {limit} MB, not read; make sure that it is a notice page",
    ),
    "unsupported_scheme": Words(
        "{where}：只支持 http 和 https 网址；本地文件请直接给出路径",
        "{where}: only http and https addresses are supported; give the plain path of a local file",
    ),
    "bad_url": Words(
        "{where}：网址写法有误，请从浏览器地址栏重新复制",
        "{where}: is not a valid address; copy it again from the browser",
    ),
    "unknown_host": Words(
        "{where}：找不到这个网站（域名解析失败），请核对网址或检查网络",
        "{where}: there is no such site (its name cannot be resolved); check the address and the network",
    ),
    "unreachable": Words(
        "{where}：网址连不上（{reason}），请检查网络和地址后重试",
        "{where}: cannot be reached ({reason}); check the network and the address, then try again",
    ),
    "tls": Words(
        "{where}：无法建立可信的加密连接（{detail}），请用浏览器打开，另存网页后读取文件{advice}",
        "{where}: no trusted encrypted connection ({detail}); save the page in a browser and read the "
        "file{advice}",
    ),
    "unpacks_too_large": Words(
        "{where}：压缩内容解开后超过 {limit} MB 上限，未读取；请用浏览器打开，确认这是一个通报页面",
        "{where}: unpacks to more than the limit of {limit} MB, not read; open it in a browser and make sure "
        "that it is a notice page",
    ),
    "bad_redirect": Words(
        "{where}：网页要跳转到 {target}，不是 http 或 https 网址，没有跟去；请用浏览器打开查看",
        "{where}: redirects to {target}, which is no http or https address and was not followed; look at it "
        "in a browser",
    ),
    "private_address": Words(
        "{where}：由网页、跳转或清单引到，却指向内部网络（{peer}），没有访问；确实要读请直接给出这个网址，"
        "或加 --allow-private",
        "{where}: a page, a redirect or a list leads there, but it is no public address ({peer}) and was not "
        "asked; if you mean it, name it yourself, or add --allow-private",
    ),
    "unjudged": Words(
        "{where}：由网页、跳转或清单引到，经代理服务器访问，域名由代理解析，无法判断它是否指向内部网络",
        "{where}: a page, a redirect or a list leads there through a proxy, which looks the name up itself: "
        "whether it is a public address cannot be judged",
    ),
    "proxy": Words(
        "{where}：代理服务器 {proxy} 用不了（{reason}），请检查环境变量 HTTP_PROXY、HTTPS_PROXY、NO_PROXY",
        "{where}: the proxy {proxy} does not serve ({reason}); check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in "
        "the environment",
    ),
    "proxy_kind": Words(
        "代理服务器 {where} 用不了，只支持 http:// 的代理；请修改环境变量，或用 NO_PROXY 排除这个网站",
        "the proxy {where} is of no use, only http:// proxies are; change the environment, or name the site "
        "in NO_PROXY",
    ),
    "put_off": Words(
        "{where}：网站要求约 {seconds} 秒后再访问，请到时重试",
        "{where}: the site asks to come back in about {seconds} seconds; try again then",
    ),
    "robots": Words(
        "{where}：网站的 robots.txt 不许自动访问这个网址；请用浏览器打开，另存网页后读取文件，"
        "自己的网站可加 --ignore-robots",
        "{where}: the site's robots.txt does not allow programs here; open it in a browser, save the page "
        "and read the file, or add --ignore-robots for a site of your own",
    ),
    "robots_unread": Words(
        "{where}：网站的 robots.txt 暂时读不了（返回 {status}），不知道是否许可访问；请稍后重试",
        "{where}: the site's robots.txt cannot be read now (answer {status}), so nobody knows whether "
        "programs are allowed; try later",
    ),
    "not_stored": Words(
        "{where}：快照 {archive} 里没有这个网址；请先运行 notice fetch {where} -o {archive}",
        "{where}: the archive {archive} does not hold it; run notice fetch {where} -o {archive} first",
    ),
    "no_archive": Words(
        "{where}：没有快照；请先运行 notice fetch 网址 -o {where}",
        "{where}: there is no archive; run notice fetch URL -o {where} first",
    ),
    "broken_archive": Words(
        "{where}：快照文件已损坏（{reason}），请从备份恢复，或删除后重新运行 notice fetch",
        "{where}: the archive is damaged ({reason}); take it from a backup, or delete it and fetch again",
    ),
    "empty_archive": Words(
        "{where}：快照里没有网页，请重新运行 notice fetch",
        "{where}: the archive holds no page; run notice fetch again",
    ),
    "busy_archive": Words(
        "{where}：另一个 notice fetch 正在写这个文件夹，请等它结束，或换一个文件夹",
        "{where}: another notice fetch writes to this folder; wait for it to end, or name another folder",
    ),
    "few_snapshots": Words(
        "{where}：只存过一次（{times}），没有前后可比；过些时候再运行 notice fetch {where}",
        "{where}: it was stored only once ({times}), so there is nothing to compare; run notice fetch "
        "{where} again later",
    ),
    "part_unread": Words(
        "{where}：分页没有读全，这一页读不了（{reason}）",
        "{where}: not all parts of the page were read, this one could not be ({reason})",
    ),
    "attachment_unread": Words(
        "{where}：附件没有读（{reason}）", "{where}: the attachment was not read ({reason})"
    ),
    "attachment_format": Words(
        "{where}：正文在附件里，格式是 {suffixes}，读不了；请用 WPS 或 Word 打开，另存为 .docx 或 .pdf 后"
        "再读：{links}",
        "{where}: the notice is an attachment in a format that cannot be read ({suffixes}); open it in WPS "
        "or Word, save it as .docx or .pdf and read that: {links}",
    ),
    "attachment_elsewhere": Words(
        "{where}：正文在附件里，附件在别的网站，没有跟去；请直接给出附件的网址：{links}",
        "{where}: the notice is an attachment on another site, which was not followed; give its address "
        "yourself: {links}",
    ),
    "no_library": Words(
        "{where}：缺少 {library}，请先运行 pip install 'notice-cli[{extra}]'",
        "{where}: {library} is missing; run pip install 'notice-cli[{extra}]' first",
    ),
    "no_browser": Words(
        "{where}：没有找到 Chromium 或 Chrome；请先安装（Debian、Ubuntu：apt install chromium），"
        "或用环境变量 NOTICE_BROWSER 给出它的路径",
        "{where}: neither Chromium nor Chrome is found; install it (Debian, Ubuntu: apt install chromium), "
        "or name its path in NOTICE_BROWSER",
    ),
    "render": Words(
        "{where}：浏览器打不开这个网页（{reason}）；请自己用浏览器打开，另存网页后读取文件",
        "{where}: the browser cannot open the page ({reason}); open it yourself, save the page and read the "
        "file",
    ),
    "bad_list": Words(
        "{where}：清单里没有网址；请一行写一个网址（http:// 或 https:// 开头）",
        "{where}: the list holds no address; write one a line, starting with http:// or https://",
    ),
    "timeout": Words(
        "{where}：等了 {seconds} 秒仍没有读完（停在：{stage}），请稍后重试，或另存网页后读取文件",
        "{where}: no complete answer within {seconds} seconds (while {stage}); try later, or save the page "
        "and read the file",
    ),
    "redirects": Words(
        "{where}：跳转超过 {limit} 次，请用浏览器打开后复制最终网址",
        "{where}: redirected more than {limit} times; open it in a browser and copy the final address",
    ),
    "http_status": Words(
        "{where}：服务器返回 {status}，{advice}", "{where}: the server answered {status}; {advice}"
    ),
    "bad_answer": Words(
        "{where}：服务器的应答读不懂（{reason}），请用浏览器打开，另存网页后读取文件",
        "{where}: the server's answer is no good ({reason}); save the page in a browser and read the file",
    ),
    "truncated": Words(
        "{where}：内容没有传完就中断了（{reason}），请重试",
        "{where}: the transfer broke off before its end ({reason}); try again",
    ),
    "empty": Words("{where}：内容为空", "{where}: is empty"),
    "binary": Words(
        "{where}：不是网页或文本（看起来是{looks_zh}），请另存为网页或文本后再读",
        "{where}: is no page or text (it looks like {looks_en}); save it as a page or as text first",
    ),
    "other_document": Words(
        "{where}：是{looks}，不能直接读；{advice}", "{where}: is {looks}, which is not read; {advice}"
    ),
    "encrypted_document": Words(
        "{where}：文档有密码保护（已加密），请打开后去掉密码，另存后再读",
        "{where}: the document is encrypted; open it, remove its password and save it first",
    ),
    "macro_document": Words(
        "{where}：是带宏的 Word 文档（.docm），为安全起见不读；请在 Word 或 WPS 里另存为 .docx",
        "{where}: is a Word document with macros (.docm), not read for safety; save it as .docx",
    ),
    "unsafe_document": Words(
        "{where}：文档内部声明了外部实体，正常的文档没有，为安全起见不读；请用 Word 打开，另存为 .docx",
        "{where}: the document declares external entities, which no Word document does; not read for safety. "
        "Open it in Word and save it as .docx",
    ),
    "broken_document": Words(
        "{where}：文档已损坏（{reason}）；请重新下载，或用 Word、WPS 或 PDF 阅读器打开后另存",
        "{where}: the document is damaged ({reason}); download it again, or open it and save it anew",
    ),
    "document_too_large": Words(
        "{where}：文档太大，未读取（{reason}）；请确认这是一份通报，或只保留通报部分另存",
        "{where}: the document is too large and was not read ({reason}); make sure that it is a notice, "
        "or save the notice alone",
    ),
    "slow_document": Words(
        "{where}：{seconds} 秒内没有读完这份 PDF，已停止；请用 PDF 阅读器打开后重新打印为 PDF，或另存为文本",
        "{where}: the PDF was not read within {seconds} seconds; print it to PDF anew, or save it as text",
    ),
    "scan": Words(
        "{where}：是扫描件（第 {pages} 页只有图片，没有文字），读不了；请先做文字识别（OCR），或给出 Word 版",
        "{where}: is a scan (page {pages} is a picture without text); run text recognition (OCR) on it, or "
        "give the Word file or the web page",
    ),
    "garbled_document": Words(
        "{where}：PDF 里的文字是乱码（字体没有编码表），读不了；请给出 Word 版，或做文字识别（OCR）",
        "{where}: the text of the PDF is garbled (its fonts name no characters); give the Word file or the "
        "web page, or run text recognition (OCR)",
    ),
    "needs_extra": Words(
        "{where}：读这种文件要另外安装部件：pip install 'notice-cli[{extra}]'",
        "{where}: this kind of file needs a further part: pip install 'notice-cli[{extra}]'",
    ),
    "undecodable": Words(
        "{where}：文字编码无法识别（试过 {tried}），请另存为 UTF-8 后再读",
        "{where}: cannot be decoded (tried {tried}); save it as UTF-8 first",
    ),
    "not_notice": Words(
        "{where}：不是整改情况通报（{reason_zh}）；请给出通报正文所在的页面",
        "{where}: is not a rectification notice ({reason_en}); give the page that holds the notice's body",
    ),
    "in_iframe": Words(
        "{where}：正文在内嵌框架里，不在这个页面；请改读 {url}",
        "{where}: the body stands in a frame, not in this page; read {url} instead",
    ),
    "script_shell": Words(
        "{where}：正文由脚本载入，文件里没有；请用浏览器打开，等正文出现后另存网页（完整）再读，"
        "网址可加 --render（先运行 pip install 'notice-cli[render]'，并装好 Chromium）",
        "{where}: the body is filled in by a script and not in the file; open it in a browser, wait for the "
        "text, save the complete page and read that, or add --render to an address (with pip install "
        "'notice-cli[render]' and Chromium)",
    ),
    "attachment_only": Words(
        "{where}：页面只有附件（{count} 个），没有正文；请下载附件并另存为网页或文本后再读：{links}",
        "{where}: the page has no text, only attachments ({count}); download them and save them as a page or "
        "as text first: {links}",
    ),
    "challenge": Words(
        "{where}：得到的是网站的安全验证页，不是通报；请用浏览器打开，通过验证后另存网页再读",
        "{where}: this is the site's challenge page, not the notice; pass it in a browser, save the page and "
        "read the file",
    ),
    "login": Words(
        "{where}：得到的是登录页，不是通报；请登录后另存网页再读",
        "{where}: this is a login page, not the notice; log in, save the page and read the file",
    ),
    "error_page": Words(
        "{where}：网站说页面不存在或出错了；请核对网址，或在网站上重新找到这份通报",
        "{where}: the site says that the page does not exist or failed; check the address, or look the "
        "notice up on the site",
    ),
    "list_page": Words(
        "{where}：是列表页，不是一份通报；请打开其中一条，给出它的网址或文件",
        "{where}: is a list of pages, not a notice; open one of them and give its address or file",
    ),
    "plan": Words(
        "{where}：是整改方案或计划，还没有整改结果；请给出整改情况通报",
        "{where}: is a rectification plan and has no results yet; give the notice about the results",
    ),
    "news": Words(
        "{where}：是关于整改的新闻报道，不是通报；请给出单位自己公布的整改情况通报",
        "{where}: is news about rectification, not a notice; give the notice that the body itself published",
    ),
    "bad_record": Words(
        "{where}：不是 notice parse 写出的记录（{reason}）；请用 notice parse --format json 重新生成",
        "{where}: is not a record written by notice parse ({reason}); write it again with "
        "notice parse --format json",
    ),
    "too_many": Words(
        "{where} 份通报放不进一页（最多 {limit} 份），请分几次生成",
        "{where} notices are too many for one page (at most {limit}); make several pages",
    ),
    "no_such_issue": Words(
        "没有编号为 {where} 的问题；有的编号是 {known}",
        "there is no issue {where}; there are {known}",
    ),
    "unknown_rule": Words(
        "没有以 {where} 开头的规则，是不是 {nearest}？",
        "no rule begins with {where}; did you mean {nearest}?",
    ),
    "bad_plugin": Words(
        "规则插件 {where} 用不了（{reason}），请更新或卸载它",
        "the rule plugin {where} cannot be used ({reason}); update it, or uninstall it",
    ),
    "bad_toml": Words(
        "{where}：不是正确的 TOML（{reason}），请修改后重试", "{where}: is no valid TOML ({reason}); mend it"
    ),
    "unknown_key": Words(
        "{where}：没有 {key} 这个设置，是不是 {nearest}？",
        "{where}: there is no setting {key}; did you mean {nearest}?",
    ),
    "bad_value": Words(
        "{where}：{key} 的值不对（{reason}），请参照 notice.toml 的说明修改",
        "{where}: the value of {key} is wrong ({reason}); see what notice.toml may hold",
    ),
    "unknown_code": Words(
        "{where}：{key} 里没有以 {code} 开头的规则，是不是 {nearest}？",
        "{where}: no rule of {key} begins with {code}; did you mean {nearest}?",
    ),
    "bad_baseline": Words(
        "{where}：不是 notice baseline 写出的基线（{reason}），请重新生成",
        "{where}: is no baseline written by notice baseline ({reason}); write it again",
    ),
    "bad_pairs": Words(
        "{where}：不是配对表（{reason}），请用 notice diff --write-pairs 重新生成后再改",
        "{where}: is no file of pairs ({reason}); write one with notice diff --write-pairs and edit that",
    ),
    "no_issues": Words(
        "{where}：没有读出逐条列出的问题，无法比较；请换用列出问题的版本",
        "{where}: no list of issues was read, so there is nothing to compare; give a version that lists them",
    ),
    "too_few": Words(
        "比较需要两份通报，这里只有 {where} 份；请给出旧的和新的",
        "two notices are needed for a comparison, here is {where}; give the old one and the new one",
    ),
    "only_two": Words(
        "{where} 只用于两份通报的比较，请去掉它，或只给出两份",
        "{where} is for two notices only; leave it out, or give two",
    ),
    "unwritable": Words(
        "{where}：写不了（{reason}），请检查文件夹是否存在、是否有权限",
        "{where}: cannot be written ({reason}); check that the folder exists and may be written to",
    ),
    "old_workbook": Words(
        "{where}：是旧版表格（.xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
        "{where}: is an old workbook (.xls); open it in Excel or WPS, save it as .xlsx and read that",
    ),
    "other_workbook": Words(
        "{where}：不是 .xlsx 表格（.xlsb 或 .ods），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
        "{where}: is a workbook of another kind (.xlsb or .ods); save it as .xlsx and read that",
    ),
    "encrypted_workbook": Words(
        "{where}：表格加了密码，读不了；请在 Excel 或 WPS 里去掉密码，保存后再读",
        "{where}: the workbook is encrypted; remove its password in Excel or WPS, save it and read that",
    ),
    "bad_workbook": Words(
        "{where}：表格文件已损坏或不合规范（{reason}），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
        "{where}: the workbook is damaged or not as it should be ({reason}); open it in Excel or WPS, save "
        "it as .xlsx and read that",
    ),
    "too_large_unpacked": Words(
        "{where}：解开后超过 {limit} MB，未读取；请确认这是一份整改台账，删去空行和无关工作表后再读",
        "{where}: unpacks to more than {limit} MB, not read; make sure that it is a ledger, and delete empty "
        "rows and other sheets",
    ),
    "too_many_cells": Words(
        "{where}：单元格太多（上限 {limit} 个），未读取；请删去空行和与台账无关的工作表",
        "{where}: too many cells (the limit is {limit}), not read; delete empty rows and sheets that hold no "
        "ledger",
    ),
    "uncomputed": Words(
        "{where}：单元格 {cell} 是公式，文件里没有保存它的结果；请用 Excel 或 WPS 打开并保存一次后再读",
        "{where}: cell {cell} is a formula whose result is not stored in the file; open it in Excel or WPS, "
        "save it once and read it again",
    ),
    "unknown_ending": Words(
        "{where}：不知道要写成什么格式；文件名的结尾应是 {endings} 之一",
        "{where}: its ending names no format; it must be one of {endings}",
    ),
    "one_table_xlsx": Words(
        "{where}：.xlsx 总是写全部表，请去掉 --table，或改用 .csv、.md、.docx、.json、.parquet",
        "{where}: an .xlsx always holds all tables; leave out --table, or use .csv, .md, .docx, .json or "
        ".parquet",
    ),
    "several_ledgers": Words(
        "{where}：台账里有 {count} 份通报，没有一份（或不止一份）的标题是“{title}”；请给出这份通报自己的台账",
        "{where}: the ledger holds {count} notices, none of them, or more than one, with the title "
        "“{title}”; give the ledger of this notice",
    ),
    "no_ledger": Words(
        "{where}：没有找到问题清单；表头要写明问题一列（反馈问题、问题描述、存在问题……），并至少再有一列"
        "（序号、整改措施、整改情况、责任单位……）",
        "{where}: no list of issues was found; its head must name a column of issues (反馈问题, 问题描述, "
        "存在问题, Issue) and at least one other (序号, 整改措施, 整改情况, 责任单位)",
    ),
    "missing_extra": Words(
        "{where}：要另外安装部件：pip install 'notice-cli[{extra}]'",
        "{where}: needs a further part: pip install 'notice-cli[{extra}]'",
    ),
    "bad_storage": Words(
        "{where}：这种存储地址用不了（{reason}）；请核对地址，或安装它要的 fsspec 部件（如 s3fs）",
        "{where}: this storage cannot be used ({reason}); check the address, or install what fsspec needs "
        "for it (s3fs, for one)",
    ),
    "no_scheduler": Words(
        "{where}：连不上这个 Dask 调度器（{reason}）；请核对地址，确认 dask scheduler 在运行",
        "{where}: this Dask scheduler does not answer ({reason}); check the address, and that "
        "dask scheduler runs",
    ),
    "other_version": Words(
        "工作进程的 notice 版本是 {other}，这里是 {where}；请装成同一版本后用 --resume 继续",
        "the worker has version {other} of notice, here is {where}; install the same, then go on with "
        "--resume",
    ),
    "worker_lost": Words(
        "工作进程读第 {where} 块时一再退出（{reason}）；请检查内存和磁盘，再用 --resume 继续",
        "workers keep ending at chunk {where} ({reason}); check memory and disk, then go on with --resume",
    ),
    "data_set_exists": Words(
        "{where}：已经有一个数据集；请换一个文件夹，或先删除它",
        "{where}: there is a data set already; name another folder, or remove it first",
    ),
    "data_set_begun": Words(
        "{where}：有一次没有做完的运行；用 --resume 继续，或先删除这个文件夹",
        "{where}: a run was begun here and not finished; go on with --resume, or remove the folder first",
    ),
    "nothing_to_resume": Words(
        "{where}：没有可以继续的运行；请给出要读的文件或文件夹",
        "{where}: no run to go on with; name the files or folders to read",
    ),
    "other_settings": Words(
        "{where}：没有做完的那次运行用的是别的输入、设置或版本；请照原样用 --resume 继续，"
        "或先删除这个文件夹",
        "{where}: the unfinished run had other inputs, settings or another version; go on with the same, or "
        "remove the folder first",
    ),
    "bad_input_list": Words(
        "{where}：清单不是 UTF-8 文本；请另存为 UTF-8，每行一个文件或文件夹",
        "{where}: the list is no UTF-8 text; save it as UTF-8, a file or folder a line",
    ),
    "no_match": Words(
        "{where}：没有符合的文件，请核对路径", "{where}: no file matches; check the path"
    ),
    "changed": Words(
        "{where}：列入计划之后内容变了，没有读；请另作一次运行",
        "{where}: changed after it was planned, not read; read it in another run",
    ),
    "batch_address": Words(
        "{where}：批量读取不上网；请先用 notice fetch 存成快照，再读快照",
        "{where}: a batch does not fetch; save snapshots with notice fetch first, then read those",
    ),
    "bad_warc": Words(
        "{where}：WARC 文件从某处起读不懂（{reason}）；此前的页面已读，请重新取得这个文件",
        "{where}: the WARC file is damaged from some place on ({reason}); the pages before it were read, get "
        "the file again",
    ),
    "archived_status": Words(
        "{where}：存档时服务器返回 {status}，没有页面；请重新抓取",
        "{where}: the server answered {status} when it was archived, there is no page; fetch it again",
    ),
    "hung": Words(
        "{where}：读了 {seconds} 秒仍没有读完，已放弃；可用 --timeout 给更长时间",
        "{where}: not read within {seconds} seconds, given up; --timeout allows more",
    ),
    "died": Words(
        "{where}：读它的进程两次意外退出（{reason}），已放弃；请把这个文件反馈给维护者",
        "{where}: the process that read it ended twice ({reason}), given up; report the file, please",
    ),
    "internal": Words(
        "{where}：程序内部错误（{reason}），没有读成；请把这个文件反馈给维护者",
        "{where}: internal error ({reason}), not read; report the file, please",
    ),
    "no_data_set": Words(
        "{where}：不是 notice batch 写出的数据集，或还没有写完；请核对路径",
        "{where}: is no data set written by notice batch, or not finished yet; check the path",
    ),
    "bad_sql": Words(
        "查询有误（{reason}）；表和列见 docs/data.md",
        "the query is wrong ({reason}); docs/data.md tells the tables and columns",
    ),
    "usage": Words("{reason}", "{reason}"),
}


def printable(text: str) -> str:
    """`text` in one line that a terminal can show: whatever is not printable is escaped."""
    return "".join(c if c.isprintable() or c == "\u3000" else ascii(c)[1:-1] for c in text)


def _shorten(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:200]}…{text[-80:]}"


def _say_fact(fact: object, lang: Lang) -> object:
    spoken = fact.say(lang) if isinstance(fact, Words) else fact
    return printable(spoken) if isinstance(spoken, str) else spoken


class NoticeError(Exception):
    """The root of all errors of this package: a kind, the place, and the facts of its sentence.

    A fact may be `Words`; place and facts come from hostile input and are shown in one safe line.
    """

    exit_code = 2

    def __init__(self, kind: str, where: str = "", **facts: object) -> None:
        super().__init__(kind, where)
        self.kind = kind
        self.where = where
        self.facts = facts

    def message(self, lang: Lang = "zh") -> str:
        """One sentence in `lang`: what, where, what to do."""
        facts = {name: _say_fact(fact, lang) for name, fact in self.facts.items()}
        return SENTENCES[self.kind].say(lang, where=printable(_shorten(self.where)), **facts)

    def __str__(self) -> str:
        return self.message("en")


class UsageError(NoticeError):
    """The call or its configuration is off."""


class UnreadableError(NoticeError):
    """This source was not read; others may have been."""

    exit_code = 3


class SourceError(UnreadableError):
    """The bytes could not be had."""


class DecodeError(UnreadableError):
    """The bytes are no text."""


class RefusalError(UnreadableError):
    """Text, but no rectification notice that can be read."""
