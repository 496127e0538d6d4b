"""The gettext catalogues in step with the code: `python scripts/build_catalogues.py [--check]`.

`locale/en/LC_MESSAGES/notice.po` holds the English of every Chinese wording in the code; new wordings are
put into it untranslated, those that are gone are taken out. `locale/zh/LC_MESSAGES/messages.po` holds the
Chinese of click's own words. Both are compiled to `.mo` beside them.

With `--check` nothing is written; exit 1 if anything would be, or if a wording lacks its English.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "notice_cli"
ENGLISH = SOURCE / "locale" / "en" / "LC_MESSAGES" / "notice.po"
CLICK = SOURCE / "locale" / "zh" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"Words": None, "t": None, "words_in": ((1, "c"), 2)}
"""Where a wording stands in the calls that hold one."""
_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""What stands for the day of writing, so that the files change with their wordings only."""
HEADER = "# English of notice's wordings."


def wordings() -> dict[tuple[str, str], set[str]]:
    """Every wording in the code (context, Chinese) and the files that it stands in."""
    found: dict[tuple[str, str], set[str]] = {}
    for file, _, message, _, context in extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        wording = message if isinstance(message, str) else message[-1]
        found.setdefault((context or "", wording), set()).add(Path(file).as_posix())
    return found


def english() -> Catalog:
    """The English catalogue as the code wants it: known translations kept, the rest empty."""
    known = read(ENGLISH)
    catalog = Catalog(locale="en", project="notice", header_comment=HEADER, fuzzy=False)
    for (context, wording), files in sorted(wordings().items()):
        before = known.get(wording, context or None)
        places = [(file, 0) for file in sorted(files)]
        catalog.add(wording, before.string if before else "", places, context=context or None)
    return catalog


def read(path: Path) -> Catalog:
    """A catalogue as it stands, empty where there is none."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def as_text(catalog: Catalog) -> bytes:
    """The catalogue as `.po`, without times and line numbers, so that it changes with its wordings only."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, omit_header=False, include_lineno=False)
    return b"\n".join(line for line in buffer.getvalue().split(b"\n") if not line.startswith(_UNKEPT))


_UNKEPT = tuple(
    f'"{name}'.encode()
    for name in (
        "POT-Creation",
        "PO-Revision",
        "Generated",
        "Report-Msgid",
        "Last-Translator",
        "Language-Team",
    )
)
"""Fields of a catalogue's head that say nothing, or change with the day."""


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as `.mo`."""
    catalog.creation_date = catalog.revision_date = _DATE
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def files() -> dict[Path, bytes]:
    """The catalogues' files, as they should be."""
    text = {ENGLISH: as_text(english()), CLICK: CLICK.read_bytes()}
    catalogs = {path: read_po(BytesIO(content)) for path, content in text.items()}
    return text | {path.with_suffix(".mo"): compiled(catalog) for path, catalog in catalogs.items()}


def missing() -> list[str]:
    """Wordings of the code that have no English."""
    return [str(message.id) for message in english() if message.id and not message.string]


def main() -> int:
    """Write the catalogues, or check them."""
    stale = [path for path, content in files().items() if not path.exists() or path.read_bytes() != content]
    if "--check" not in sys.argv[1:]:
        for path, content in files().items():
            path.write_bytes(content)
    for wording in missing():
        print(f"no English: {wording}")  # noqa: T201
    return 1 if missing() or ("--check" in sys.argv[1:] and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
