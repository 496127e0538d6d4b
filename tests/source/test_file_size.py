"""How much of a file is read."""

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import Limits, fetch


@pytest.mark.parametrize("size", [0, 1, 262_143, 262_144, 262_145, 600_000])
def test_a_file_is_read_whole(tmp_path, size):
    file = tmp_path / "a.html"
    file.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    assert fetch(file).data == file.read_bytes()


@pytest.mark.parametrize(("limit", "size"), [(10, 11), (10, 600_000), (262_144, 262_145), (500_000, 500_001)])
def test_a_file_above_the_limit_is_refused(tmp_path, limit, size):
    file = tmp_path / "a.html"
    file.write_bytes(b"x" * size)
    with pytest.raises(SourceError) as caught:
        fetch(file, Limits(max_bytes=limit))
    assert caught.value.kind == "too_large"
    file.write_bytes(b"x" * limit)
    assert len(fetch(file, Limits(max_bytes=limit)).data) == limit


def test_a_folder_is_no_page(tmp_path):
    with pytest.raises(SourceError) as caught:
        fetch(tmp_path)
    assert caught.value.kind == "folder"
