"""`python -m notice_cli.batch.child`: reads chunks, so that what hangs or dies is not the run.

It hears and tells JSON, a line each: first the settings and the store, then chunks with what is given up of
them; it tells the place of each input before it is read, then the rows by table, or an error of ours.
"""

from __future__ import annotations

import gc
import os
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run ends its children itself
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import json  # noqa: E402
import sys  # noqa: E402
from typing import Any, BinaryIO  # noqa: E402

from notice_cli import __version__  # noqa: E402
from notice_cli.batch.plan import Chunk, Input, Options, parse_options  # noqa: E402
from notice_cli.batch.store import Store, open_store  # noqa: E402
from notice_cli.batch.work import write_chunk  # noqa: E402
from notice_cli.errors import NoticeError, UsageError  # noqa: E402


def main() -> None:
    """Read chunks until there are no more."""
    hear, say = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what a plugin prints is no message of ours
    try:
        _work(hear, say)
    except NoticeError as error:
        facts = {name: str(fact) for name, fact in error.facts.items()}
        _tell(say, {"error": [error.kind, error.where, facts]})
    except BrokenPipeError:
        os._exit(1)  # the run is gone: so are we


def _work(hear: BinaryIO, say: BinaryIO) -> None:
    gc.freeze()  # the program itself stays: nobody need look through it for garbage
    head = json.loads(hear.readline())
    options, store = parse_options(head["options"]), open_store(head["store"])
    if options.version != __version__:
        raise UsageError("other_version", options.version, other=__version__)
    for line in hear:
        _read(json.loads(line), options, store, say)


def _read(order: dict[str, Any], options: Options, store: Store, say: BinaryIO) -> None:
    chunk = Chunk(order["number"], tuple(Input(*one) for one in order["inputs"]))
    given_up = {int(at): (kind, message) for at, (kind, message) in order["given_up"].items()}

    def tell(at: int) -> None:
        say.write(b"%d\n" % at)

    rows = write_chunk(chunk, given_up, options, store, tell)
    _tell(say, {"rows": rows})
    gc.collect()


def _tell(say: BinaryIO, message: dict[str, Any]) -> None:
    say.write(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main()
