"""The table of layouts and the files beside it are one."""

from pathlib import Path

from notice_cli.reading import layouts
from notice_cli.reading.layouts import LAYOUTS, load


def test_every_file_has_its_turn():
    files = {path.stem for path in Path(layouts.__file__).parent.glob("[a-z]*.py")}
    assert sorted(LAYOUTS) == sorted(files)


def test_every_layout_names_itself():
    names = [load(name).name for name in LAYOUTS]
    assert len(set(names)) == len(names)
    assert all(names)
