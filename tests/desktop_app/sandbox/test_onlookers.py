"""Presence: for a minute, per report, without oneself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app.sandbox.onlookers import LASTS, Onlookers

NOW = datetime(2026, 3, 2, tzinfo=UTC)


class Wall:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def test_others_are_told_longest_first_and_oneself_never() -> None:
    wall = Wall()
    onlookers = Onlookers(wall)
    assert onlookers.look("r", "a", "An", "reading") == []
    wall.now += timedelta(seconds=5)
    assert [one.name for one in onlookers.look("r", "b", "Bình", "writing")] == ["An"]
    wall.now += timedelta(seconds=5)
    found = onlookers.look("r", "c", "Chi", "reading")
    assert [(one.name, one.doing, one.since) for one in found] == [
        ("An", "reading", NOW), ("Bình", "writing", NOW + timedelta(seconds=5)),
    ]  # fmt: skip
    assert onlookers.look("s", "a", "An", "reading") == []


def test_whoever_falls_silent_is_forgotten_within_a_minute() -> None:
    wall = Wall()
    onlookers = Onlookers(wall)
    onlookers.look("r", "a", "An", "reading")
    wall.now += LASTS
    assert onlookers.look("r", "b", "Bình", "reading") == []


def test_since_begins_anew_when_reading_becomes_writing() -> None:
    wall = Wall()
    onlookers = Onlookers(wall)
    onlookers.look("r", "a", "An", "reading")
    wall.now += timedelta(seconds=30)
    onlookers.look("r", "a", "An", "reading")
    [still] = onlookers.look("r", "b", "Bình", "reading")
    assert still.since == NOW
    onlookers.look("r", "a", "An", "writing")
    [begun] = onlookers.look("r", "b", "Bình", "reading")
    assert begun.since == wall.now


def test_leaving_is_at_once_and_leaves_nothing() -> None:
    onlookers = Onlookers(Wall())
    onlookers.look("r", "a", "An", "reading")
    onlookers.leave("r", "a")
    onlookers.leave("r", "a")
    onlookers.leave("never", "a")
    assert onlookers.look("r", "b", "Bình", "reading") == []


def test_what_one_node_notes_every_other_hears() -> None:
    wall = Wall()
    other = Onlookers(wall)
    onlookers = Onlookers(wall, other.hear)
    onlookers.look("r", "a", "An", "writing")
    assert [(one.name, one.doing, one.since) for one in other.look("r", "b", "Bình", "reading")] == [
        ("An", "writing", NOW)
    ]
    onlookers.leave("r", "a")
    assert other.present("r") == {"b"}
