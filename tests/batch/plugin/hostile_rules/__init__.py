"""A plugin whose rules hang, die, leave, or print where a notice says so: what no rule may do to a run."""

import os
import signal
import sys
import time

from notice_cli.rules import Held, Rule


def hang(notice):
    """Hang where the notice says so."""
    if "请挂起" in notice.text:
        time.sleep(600)
    yield Held()


def die(notice):
    """End the process where the notice says so."""
    if "请退出" in notice.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "请离开" in notice.text:
        os._exit(7)
    yield Held()


def chat(notice):
    """Print what would disturb whoever listens."""
    sys.stdout.write('{"rows": {}}\n')
    yield Held()


RULES = (
    Rule("HST001", "hang", "note", hang),
    Rule("HST002", "die", "note", die),
    Rule("HST003", "chat", "note", chat),
)
