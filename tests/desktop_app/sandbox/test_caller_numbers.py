"""Numbers at the centre: kept as hashes under its own key, made of calls once, the newest reports first."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.domain.caller import Caller
from desktop_app.domain.ids import new_id
from desktop_app.sandbox import caller_numbers
from desktop_app.sandbox.caller_numbers import CallerNumbers
from desktop_app.sandbox.hotline_tables import caller_number
from tests.desktop_app.sandbox.test_hotline import call, rows, sealed
from tests.support.small_city import SmallCity

NUMBER = "0914000111"


def found(city: SmallCity, numbers: CallerNumbers, number: str = NUMBER) -> list[str]:
    with city.service.writer.transaction() as connection:
        return numbers.reports(connection, number)


def test_no_number_is_in_the_table_and_another_key_finds_none(city: SmallCity) -> None:
    report_id = new_id()
    call(city, entity_id=report_id, caller=sealed(city))
    one, other = (
        CallerNumbers(ec.generate_private_key(ec.SECP256R1()), lambda _sealed: Caller("Bà Sáu", NUMBER))
        for _ in range(2)
    )
    assert found(city, one) == [report_id]
    [row] = rows(city, caller_number)
    assert NUMBER not in row.tag
    assert len(row.tag) == 64
    assert found(city, other) == []


def test_each_call_is_opened_once(city: SmallCity) -> None:
    opened: list[str] = []

    def open_it(words: str) -> Caller:
        opened.append(words)
        return Caller("Bà Sáu", NUMBER)

    call(city, entity_id=new_id(), caller=sealed(city))
    numbers = CallerNumbers(city.pki.reporter_key, open_it)
    assert found(city, numbers) == found(city, numbers)
    assert len(opened) == 1


def test_a_call_without_a_number_or_of_another_key_is_found_by_none(city: SmallCity) -> None:
    call(city, entity_id=new_id(), caller=sealed(city))
    call(city, entity_id=new_id(), caller=sealed(city))
    answers = iter([Caller("Bà Sáu"), None])
    assert found(city, CallerNumbers(city.pki.reporter_key, lambda _sealed: next(answers))) == []
    assert [row.tag for row in rows(city, caller_number)] == ["", ""]


def test_only_the_newest_are_told(city: SmallCity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller_numbers, "MOST", 2)
    ids = [new_id() for _ in range(3)]
    for report_id in ids:
        call(city, entity_id=report_id, caller=sealed(city))
    numbers = CallerNumbers(city.pki.reporter_key, lambda _sealed: Caller("Bà Sáu", NUMBER))
    told = found(city, numbers)
    assert len(told) == 2
    assert set(told) < set(ids)
