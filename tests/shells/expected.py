"""What each page of this folder must give: metadata beside what is the same for all."""

SAME = {"issuer": "澜浦市水利局"}
INDEX = "LP0330001/2024-00112"
METADATA: dict[str, dict[str, str]] = {
    "trs-new.html": {"index_number": INDEX, "topic": "水利、水务", "issuer": "澜浦市水利局", "issued_on": "2024-05-30", "published_on": "2024-06-03", "validity": "有效", "origin": "澜浦市水利局", "site_name": "澜浦市水利局", "column": "通知公告"},
    "trs-old-table.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局"},
    "jcms.html": {"published_on": "2024-06-03", "origin": "市水利局", "site_name": "澜浦市人民政府", "column": "公示公告"},
    "vsb.html": {"published_on": "2024-06-03"},
    "ucap.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局", "site_name": "澜浦市水利局"},
    "gd.html": {"index_number": "11360000MB0001/2024-00033", "issuer": "澜浦市水利局", "issued_on": "2024-05-30", "published_on": "2024-06-03", "topic": "通知公告"},
    "siteserver-br.html": {"published_on": "2024-06-03", "origin": "水利局办公室"},
    "wechat.html": {"published_on": "2024-06-03"},
    "old-table-br.html": {"published_on": "2024-06-03"},
    "pre.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局"},
    "spa-hash.html": {"published_on": "2024-06-03"},
    "newspaper.html": {"published_on": "2024-06-03"},
    "xxgk-dl.html": {"index_number": INDEX, "issuer": "澜浦市水利局", "issued_on": "2024-05-30", "published_on": "2024-06-03", "document_number": "澜水党组〔2024〕15号"},
    "xxgk-ul.html": {"index_number": INDEX, "issuer": "澜浦市水利局", "issued_on": "2024-05-30", "published_on": "2024-06-03", "topic": "通知公告", "validity": "有效"},
    "mobile-mce.html": {"published_on": "2024-06-03"},
    "stray-end-hidden-copy.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局"},
    "mso.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局"},
    "share-in-the-middle.html": {"published_on": "2024-06-03", "origin": "澜浦市水利局"},
    "bare-metadata.html": {"index_number": "11330702002592599F/2024-00019", "published_on": "2024-06-03"},
    "bullets-next-line.html": {"index_number": INDEX, "issuer": "澜浦市水利局", "issued_on": "2024-05-30", "published_on": "2024-06-03"},
    "markdown-rows.txt": {"index_number": INDEX, "issuer": "澜浦市水利局", "published_on": "2024-06-03", "topic": "通知公告", "validity": "有效", "origin": "澜浦市水利局"},
    "no-title-siblings.html": {"published_on": "2024-06-03"},
    "source-brackets.html": {"published_on": "2024-06-03", "origin": "市水利局"},
    "article-content-div.html": {"index_number": INDEX, "issuer": "澜浦市水利局", "published_on": "2024-06-03"},
}
