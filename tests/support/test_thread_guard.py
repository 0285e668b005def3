"""The thread guard fires on a thread that stays, waits for one that is ending, and leaves others alone."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.thread_guard import NAMED_THREAD, named_threads, survivors

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def release() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def started(name: str, release: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=release.wait, name=name, daemon=True)
    thread.start()
    return thread


@pytest.mark.parametrize(
    "name",
    [
        "watcher", "card-Virtual PCD 00 00", "token-watch-libsofthsm2.so", "tap-meanwhile", "pull", "push",
        "marking", "journal", "checkpoint", "task_3",
    ],
)  # fmt: skip
def test_a_thread_of_ours_that_stays_is_named(name: str, release: threading.Event) -> None:
    thread = started(name, release)
    assert survivors([], 0.0) == [name]
    release.set()
    thread.join()


def test_a_thread_that_ends_in_time_is_forgiven(release: threading.Event) -> None:
    started("pull", release)
    release.set()
    assert survivors([], 5.0) == []


def test_work_that_runs_has_its_own_time(release: threading.Event) -> None:
    started("task_0", release)
    releaser = threading.Timer(0.1, release.set)
    releaser.start()
    assert survivors([], 0.0, at_work=30.0) == []
    releaser.join()


def test_a_thread_that_was_there_before_is_not_the_tests_own(release: threading.Event) -> None:
    thread = started("push", release)
    assert survivors([thread], 0.0) == []
    release.set()
    thread.join()


def test_other_threads_are_not_judged(release: threading.Event) -> None:
    assert named_threads([started("ThreadPoolExecutor-0_0", release), started("pusher", release)]) == []


def test_the_guard_watches_every_thread_of_the_architecture() -> None:
    text = (Path(__file__).parents[2] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = text.partition("| thread | owns |")[2].partition("\n\n")[0].splitlines()
    names = [name for row in rows for name in re.findall("`(.+?)`", row.split("|")[1] if "|" in row else "")]
    assert {"push", "token-watch-<module>", "task_n"} <= set(names)
    there = [re.sub(r"<\w+>", "one", name).replace("task_n", "task_1") for name in names]
    assert [name for name in there if not NAMED_THREAD.fullmatch(name)] == []
