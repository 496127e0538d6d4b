"""A list over several hosts, killed in the middle and run again: each page once, each host at its pace."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from test_fetch import answered
from town import NOTICE, Answer

HOSTS = [f"127.0.0.{number}" for number in range(1, 7)]


def put_pages(towns, count: int) -> tuple[list[str], set[str]]:
    """So many pages over the hosts, and those of them that can be had."""
    urls, good = [], set()
    for number in range(count):
        town = towns[number % len(towns)]
        path = f"/{number}.html"
        if number % 10 == 7:
            town.put(path, b"", status=404)
        elif number % 10 == 8:
            town.put(
                path,
                b"",
                status=302,
                headers={"Location": "http://127.0.0.9:9/" if number == 28 else "file:///etc/passwd"},
            )
        else:
            town.put(path, NOTICE + b"<!-- %d -->" % number)
            good.add(town.url + path)
        urls.append(town.url + path)
    random.Random(7).shuffle(urls)
    return urls, good


def start(*arguments: object) -> subprocess.Popen:
    command = [
        sys.executable,
        "-m",
        "notice_cli",
        "fetch",
        *map(str, arguments),
        "--allow-private",
        "--format",
        "json",
    ]
    return subprocess.Popen(
        [*command, "--timeout", "5"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_PROXY": "*"},
    )


def wait_for(towns, count: int, process: subprocess.Popen) -> None:
    for _ in range(6000):
        if sum(len(town.asked) for town in towns) >= count or process.poll() is not None:
            return
        time.sleep(0.02)


def run_killed(towns, tmp_path, count: int, pause: float, kills: list[int]) -> tuple[list[dict], set[str]]:
    urls, good = put_pages(towns, count)
    file, folder = tmp_path / "urls.txt", tmp_path / "archive"
    file.write_text("\n".join(urls), "utf-8")
    for asked in kills:
        process = start("--list", file, "-o", folder, "--pause", pause)
        wait_for(towns, asked, process)
        assert process.poll() is None, "it was over before it could be killed"
        process.send_signal(signal.SIGKILL)
        process.communicate()
    process = start("--list", file, "-o", folder, "--pause", pause)
    visits = json.loads(process.communicate(timeout=600)[0])
    assert process.returncode == 3
    return visits, good


def check_all(towns, tmp_path, visits, good, pause: float, count: int) -> None:
    folder = tmp_path / "archive"
    stored = answered(folder)
    assert sorted(stored) == sorted(good)
    assert sorted(answered(folder, "response", "revisit")) == sorted(good)
    assert len(visits) == count
    outcomes = {visit["url"]: visit["outcome"] for visit in visits}
    assert {url for url, outcome in outcomes.items() if outcome in ("stored", "unchanged")} == good
    for town in towns:
        times = [moment for _, moment, _ in town.requests]
        assert min(b - a for a, b in pairwise(times)) >= pause * 0.98


def test_killed_and_run_again(new_town, tmp_path):
    towns = [new_town(host) for host in HOSTS[:3]]
    visits, good = run_killed(towns, tmp_path, 24, 0.1, [6, 13])
    check_all(towns, tmp_path, visits, good, 0.1, 24)


@pytest.mark.slow
def test_three_hundred_pages_over_six_hosts(new_town, tmp_path):
    towns = [new_town(host) for host in HOSTS]
    for town in towns:
        town.answers["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n", media_type="text/plain")
    visits, good = run_killed(towns, tmp_path, 300, 1.0, [140])
    check_all(towns, tmp_path, visits, good, 1.0, 300)
