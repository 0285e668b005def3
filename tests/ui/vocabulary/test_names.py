"""Ids become names in the language in force; what the directory does not know stands as it is."""

from __future__ import annotations

import pytest

from desktop_app.domain.report import Place
from tests.ui import city
from tests.ui.seated import Workplace
from ui.language import Language, install


def test_units_and_people_by_id(workplace: Workplace) -> None:
    names = workplace.names
    assert names.unit(city.WARD) == "Thuận Hóa Ward"
    assert names.person(city.HANDLER) == names.who(city.HANDLER) == "Nguyễn Thành An"
    assert names.who(city.TEAM) == "Urban Infrastructure Team"
    install(Language.VIETNAMESE)
    assert names.unit(city.WARD) == "Phường Thuận Hóa"


def test_the_unknown_stands_as_it_is(workplace: Workplace) -> None:
    names = workplace.names
    assert (names.unit("nyc-dot"), names.person("p99"), names.place("00001")) == ("nyc-dot", "p99", "00001")
    assert (names.unit(None), names.category(None), names.place(None)) == ("", "", "")
    assert names.category_of("nothing") is None
    assert names.owners("nyc-dot") == []


def test_a_place_is_short_on_a_line_and_whole_in_an_address(workplace: Workplace) -> None:
    install(Language.VIETNAMESE)
    names = workplace.names
    assert names.place("19789") == "P. Thuận Hóa"
    assert names.address(Place("19789", "12 Bà Triệu")) == "12 Bà Triệu, Phường Thuận Hóa"
    assert names.address(Place()) == ""


def test_choices_are_sorted_as_vietnamese_sorts(workplace: Workplace) -> None:
    install(Language.VIETNAMESE)
    units = [name for _, name in workplace.names.units("hue")]
    assert units == ["Phường Thuận Hóa", "Phường Vỹ Dạ", "Tổ Hạ tầng đô thị", "Trung tâm IOC"]
    assert [code for code, _ in workplace.names.wards()] == ["19789", "19777"]
    assert len(workplace.names.categories()) == 3


def test_a_unit_s_owners_are_the_unit_and_its_active_officers(workplace: Workplace) -> None:
    owners = workplace.names.owners(city.WARD)
    assert owners[0] == (city.WARD, "Thuận Hóa Ward (the unit)")
    assert {person for person, _ in owners[1:]} == {city.HANDLER, city.LEADER}


def test_a_reload_brings_what_the_feed_brought(workplace: Workplace) -> None:
    with workplace.store.write() as tx:
        workplace.store.directory.put(tx, "unit", {"id": "new", "name": "Tổ mới", "kind": "agency"})
    assert workplace.names.unit("new") == "new"
    workplace.names.reload()
    assert workplace.names.unit("new") == "Tổ mới"
    assert [template.id for template in workplace.names.templates()] == ["t1"]


@pytest.mark.parametrize("screen", list(Language))
def test_a_letter_names_units_and_places_in_its_own_language(workplace: Workplace, screen: Language) -> None:
    install(screen)
    names, report = workplace.names, workplace.reports[0]
    assert names.unit(city.WARD, Language.VIETNAMESE) == "Phường Thuận Hóa"
    assert names.unit(city.WARD, Language.ENGLISH) == "Thuận Hóa Ward"
    assert "Phường" in names.address(report.place, Language.VIETNAMESE)
    assert "Ward" in names.address(report.place, Language.ENGLISH)
    field = report.category
    assert names.category(field, Language.VIETNAMESE) != names.category(field, Language.ENGLISH)
