"""What is being written comes before what the centre has, and a store that takes nothing loses no page."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from desktop_app.domain.matters import TEMPLATE
from desktop_app.domain.templates import Template
from desktop_app.store.errors import DiskFull
from desktop_app.store.template_drafts import TemplateDrafts
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.templates.kept import Kept, as_written, blank

OURS = Template("ours", None, "vi", "Đã nạo vét", "{unit} đã nạo vét: ….", unit=city.WARD, version=2)


@pytest.fixture
def place(hire: Hire) -> Workplace:
    seated = hire(city.LEADER)
    with seated.store.write() as tx:
        seated.store.directory.put(tx, TEMPLATE, msgspec.to_builtins(OURS))
    return seated


@pytest.fixture
def kept(place: Workplace) -> Kept:
    made = Kept(place.names, place.store.template_drafts)
    made.renew()
    return made


def test_the_centre_s_stands_as_it_would_be_sent(kept: Kept) -> None:
    assert kept.template("ours") == OURS
    words = kept.words("ours")
    assert words == as_written(OURS)
    assert words is not None
    assert (words.seen, words.text) == (2, OURS.text)
    assert kept.exists("ours")
    assert not kept.is_written("ours")


def test_what_was_typed_comes_first_until_it_is_forgotten(kept: Kept) -> None:
    typed = replace(as_written(OURS), text="Khác.")
    assert kept.keep("ours", typed)
    assert (kept.words("ours"), kept.is_written("ours")) == (typed, True)
    kept.forget("ours")
    assert (kept.words("ours"), kept.drafts()) == (as_written(OURS), {})


def test_typed_back_to_what_the_centre_has_nothing_is_written(kept: Kept) -> None:
    kept.keep("ours", replace(as_written(OURS), text="Khác."))
    assert kept.keep("ours", as_written(OURS))
    assert kept.drafts() == {}


def test_one_never_saved_is_shown_by_its_name_or_by_having_none(kept: Kept) -> None:
    kept.keep("new", replace(blank((city.WARD,)), title="Mới"))
    kept.keep("bare", blank((city.WARD,)))
    titles = {each.id: each.title for each in kept.shown()}
    assert (titles["new"], titles["bare"], titles["ours"]) == ("Mới", "(no name yet)", OURS.title)
    assert kept.template("new") is None
    assert kept.exists("new")


def test_what_nobody_knows_has_no_words(kept: Kept) -> None:
    assert (kept.words("none"), kept.template("none"), kept.exists("none")) == (None, None, False)


@pytest.mark.expects_log("draft of a template not kept", level="WARNING")
@pytest.mark.expects_log("draft of a template not dropped", level="WARNING")
def test_a_full_disk_is_told_by_nothing_kept(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(TemplateDrafts, "keep", full)
    monkeypatch.setattr(TemplateDrafts, "drop", full)
    assert not kept.keep("new", blank((None,)))
    kept.forget("new")


def test_a_blank_one_is_for_whom_one_writes_first() -> None:
    assert blank((city.WARD, None)).unit == city.WARD
    assert blank(()).unit is None
