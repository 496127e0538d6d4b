"""The table of stock pairs is what the script in the repository makes of the pages in the repository."""

import importlib.util

from notice_cli.comparing import stock_pairs
from places import ROOT

SCRIPT = ROOT / "scripts" / "build_stock_pairs.py"


def load_script():
    spec = importlib.util.spec_from_file_location("build_stock_pairs", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_the_committed_table_is_what_the_script_writes():
    script = load_script()
    pairs = script.find_stock_pairs()
    assert script.TARGET.read_text(encoding="utf-8") == script.render(pairs)
    assert frozenset(pairs) == stock_pairs.STOCK_PAIRS


def test_a_pair_of_two_bodies_is_no_stock(tmp_path):
    for name in ("a-town-2020", "a-town-2023", "b-bureau-2020"):
        (tmp_path / f"{name}.html").write_text("<p>整改落实</p><script>监督检查</script>", encoding="utf-8")
    script = load_script()
    assert script.find_stock_pairs(tmp_path) == []
    (tmp_path / "c-school-2020.html").write_bytes("<p>整改落实情况</p>".encode("gb18030"))
    assert script.find_stock_pairs(tmp_path) == ["改落", "整改", "落实"]
