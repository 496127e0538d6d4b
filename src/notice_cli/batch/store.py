"""Where a data set lies: a local folder, or a place that fsspec reaches; files appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any, Protocol

from notice_cli.errors import UsageError, system_reason

LOCAL = "file://"


class Store(Protocol):
    """A folder of files by their names (`issues/part-00000.parquet`)."""

    url: str

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place whole, instead of an older one."""

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none."""

    def names(self, folder: str) -> list[str]:
        """Names of the files in a folder, sorted; none where there is no such folder."""

    def remove(self, name: str) -> None:
        """Remove a file, or a folder with all that is in it, if it is there."""


class LocalStore:
    """A folder of this machine: written beside the target, then renamed."""

    def __init__(self, folder: Path) -> None:
        self.url = str(folder.absolute())
        self._folder = folder.absolute()

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place whole."""
        target = self._folder / name
        draft = target.with_name(f".{target.name}.{os.urandom(6).hex()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            draft.replace(target)
        except OSError as error:
            raise UsageError("unwritable", str(target), reason=system_reason(error)) from None

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none."""
        try:
            return (self._folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            where = str(self._folder / name)
            raise UsageError("unreadable_file", where, reason=system_reason(error)) from None

    def names(self, folder: str) -> list[str]:
        """Names of the files in a folder."""
        try:
            return sorted(entry.name for entry in os.scandir(self._folder / folder) if entry.is_file())
        except OSError:
            return []

    def remove(self, name: str) -> None:
        """Remove a file or a folder."""
        target = self._folder / name
        if target.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        else:
            target.unlink(missing_ok=True)


class RemoteStore:
    """A place that fsspec reaches; an object store puts an object whole."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._system, self._root = open_remote(self.url)

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place whole."""
        target = f"{self._root}/{name}"
        try:
            self._system.makedirs(target.rpartition("/")[0], exist_ok=True)
            self._system.pipe_file(target, data)
        except Exception as error:  # each kind of storage has its own errors
            raise UsageError("unwritable", f"{self.url}/{name}", reason=str(error)[:200]) from None

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, None where there is none."""
        try:
            return bytes(self._system.cat_file(f"{self._root}/{name}"))
        except FileNotFoundError:
            return None
        except Exception as error:
            where = f"{self.url}/{name}"
            raise UsageError("unreadable_file", where, reason=str(error)[:200]) from None

    def names(self, folder: str) -> list[str]:
        """Names of the files in a folder."""
        try:
            self._system.invalidate_cache()
            listed = self._system.ls(f"{self._root}/{folder}", detail=True)
        except FileNotFoundError:
            return []
        return sorted(one["name"].rpartition("/")[2] for one in listed if one["type"] == "file")

    def remove(self, name: str) -> None:
        """Remove a file or a folder."""
        target = f"{self._root}/{name}"
        self._system.invalidate_cache()
        if self._system.exists(target):
            self._system.rm(target, recursive=True)


def open_store(where: str) -> Store:
    """The store at a path, a `file://` address or any other address that fsspec knows.

    Raises:
        UsageError: `missing_extra` where fsspec is not installed, `bad_storage` where it knows no such place.
    """
    if where.startswith(LOCAL):
        return LocalStore(Path(where.removeprefix(LOCAL)))
    return RemoteStore(where) if is_remote(where) else LocalStore(Path(where))


def is_remote(where: str) -> bool:
    """Whether this is the address of a storage rather than a path: `s3://…`; `C:\\…` is a path."""
    scheme, mark, _ = where.partition("://")
    return bool(mark) and len(scheme) > 1 and scheme.replace("+", "").replace("-", "").isalnum()


def open_remote(url: str) -> tuple[Any, str]:
    """The file system of fsspec behind an address, and the path in it.

    Raises:
        UsageError: see `open_store`.
    """
    try:
        import fsspec
    except ImportError:
        raise UsageError("missing_extra", url, extra="cluster") from None
    try:
        system, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError, OSError) as error:
        raise UsageError("bad_storage", url, reason=str(error)[:200]) from None
    return system, path
