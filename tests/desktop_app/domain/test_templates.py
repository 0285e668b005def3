"""Templates: what they leave open is found and named, bad ones name their field, who keeps whose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.templates import (
    USES,
    Unfilled,
    UnknownSlots,
    WriteTemplate,
    check,
    fill_slots,
    keeps_templates,
    kept_by,
    open_places,
    require_filled,
    slots,
    states_of,
    unknown_slots,
)
from desktop_app.domain.workflow import Command, State

GOOD = WriteTemplate("u", "submit", "in_progress", "vi", "Đã xong", "{unit} đã xử lý: …")


def test_slots_are_told_once_in_their_order() -> None:
    assert slots("{place} {unit} {place} {số}") == ("place", "unit", "số")
    assert unknown_slots("{place} {số}") == ("số",)


@pytest.mark.parametrize("text", ["{}", "{ unit }", "{" * 9, "a } b {", "{" + "x" * 41 + "}"])
def test_other_braces_are_words(text: str) -> None:
    assert slots(text) == ()
    assert open_places(text) == ()


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert fill_slots("{unit}: {place}", {"unit": "{place}", "place": "Huế"}) == "{place}: Huế"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Xong.", []),
        ("Rác, cành cây… đã dọn", []),
        ("Rác, cành cây... đã dọn ...", []),
        ("Đã làm.\nKết quả: …. Đã xong", ["Kết quả: …"]),
        ("… và {place}", ["…", "{place}"]),
        ("vì nhiều lý do …\nthêm …?", ["nhiều lý do …", "thêm …"]),
    ],
)
def test_what_is_open_is_named_by_the_words_before_it(text: str, named: list[str]) -> None:
    assert [place.words for place in open_places(text)] == named
    assert all(text[one.begins : one.ends] in {"…", "{place}"} for one in open_places(text))


def test_what_is_open_is_refused_by_name() -> None:
    require_filled("text", "Xong.")
    with pytest.raises(Unfilled) as told:
        require_filled("text", "Kết quả: … tại {place}")
    assert (told.value.field, told.value.problem) == ("text", "unfilled")
    assert told.value.blanks == "“Kết quả: …”, “{place}”"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"command": "verify"}, "command"),
        ({"command": "nothing"}, "command"),
        ({"state": "received"}, "state"),
        ({"language": "fr"}, "language"),
        ({"title": " "}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"text": " "}, "text"),
        ({"text": "{quy_danh}"}, "text"),
    ],
)
def test_what_makes_no_template_names_its_field(changes: dict[str, str], field: str) -> None:
    check(GOOD)
    with pytest.raises(PayloadInvalid) as told:
        check(replace(GOOD, **changes))  # type: ignore[arg-type]
    assert told.value.field == field


def test_unknown_slots_are_named() -> None:
    with pytest.raises(UnknownSlots) as told:
        check(replace(GOOD, text="{quy_danh} {place} {số}"))
    assert told.value.names == "{quy_danh}, {số}"


def test_every_use_has_states_and_any_state_will_do() -> None:
    for use in USES:
        assert states_of(use)
        check(replace(GOOD, command=use.value, state=None))
    assert states_of(Command.SUBMIT) == (State.VERIFIED, State.IN_PROGRESS, State.MONITORING)


def person(role: Role, *, deputy_for: frozenset[str] = frozenset()) -> Actor:
    return Actor("p", "u", frozenset({role}), frozenset({"u", "u-team"}), deputy_for)


@pytest.mark.parametrize(
    ("actor", "unit", "keeps"),
    [
        (person(Role.APPROVER), "u", True),
        (person(Role.APPROVER), "u-team", True),
        (person(Role.APPROVER), "other", False),
        (person(Role.APPROVER), None, False),
        (person(Role.HANDLER), "u", False),
        (person(Role.HANDLER, deputy_for=frozenset({"u"})), "u", True),
        (person(Role.PUBLISHER), None, True),
        (person(Role.PUBLISHER), "u", False),
        (person(Role.SITE_ADMIN), None, False),
    ],
)
def test_leaders_keep_their_unit_s_and_publishers_the_city_s(
    actor: Actor, unit: str | None, keeps: bool
) -> None:
    assert keeps_templates(actor, unit) is keeps


def test_whose_a_person_keeps() -> None:
    assert kept_by(person(Role.APPROVER)) == ("u",)
    assert kept_by(person(Role.HANDLER)) == ()
    assert kept_by(person(Role.PUBLISHER)) == (None,)
    assert kept_by(person(Role.HANDLER, deputy_for=frozenset({"x"}))) == ("x",)
