"""The demo city's organisation: complete, a proper tree, and everyone in a unit that exists."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

import resources
from desktop_app.domain.organisation import UnitTree
from desktop_app.domain.roles import Role
from desktop_app.sandbox.seed.organisation import CITY, WARDS_SINCE, Leads, Organisation, ward_id


@pytest.fixture(scope="module")
def tree(organisation: Organisation) -> UnitTree:
    return organisation.tree


def test_every_unit_of_the_official_list_is_there(organisation: Organisation) -> None:
    rows = list(csv.DictReader(io.StringIO(resources.read_text("city/hue-units.csv"))))
    official = {(row["code"], row["name"], row["kind"]) for row in rows}
    assert {(u.code, u.name, u.kind) for u in organisation.units if u.code} == official
    assert Counter(u.kind for u in organisation.units)["ward"] == 21
    assert Counter(u.kind for u in organisation.units)["commune"] == 19


def test_wards_lie_below_the_city_since_the_reform(organisation: Organisation) -> None:
    wards = [u for u in organisation.units if u.kind in {"ward", "commune"}]
    assert {u.parent for u in wards} == {CITY}
    assert {u.valid_from for u in wards} == {WARDS_SINCE}


def test_bodies_below_the_city_are_about_twenty_agencies_and_two_companies(
    organisation: Organisation,
) -> None:
    kinds = Counter(u.kind for u in organisation.units if u.parent == CITY)
    assert 20 <= kinds["agency"] <= 24
    assert kinds["company"] == 2
    assert kinds["ioc"] == 1


def test_the_tree_has_one_root_and_no_loose_branch(organisation: Organisation, tree: UnitTree) -> None:
    assert tree.subtree(CITY) == {u.id for u in organisation.units}


def test_names_exist_in_both_languages(organisation: Organisation) -> None:
    assert all(u.name and u.name_en for u in organisation.units)
    assert all(c.name and c.name_en and c.deliverable for c in organisation.categories)


def test_sixty_officers_fill_every_role(organisation: Organisation, tree: UnitTree) -> None:
    officers = organisation.officers
    assert len(officers) == 60
    assert len({o.id for o in officers}) == len({o.name for o in officers}) == 60
    assert all(o.unit_id in tree for o in officers)
    assert {role for o in officers for role in o.roles} == set(Role)


def test_categories_are_the_citys_seven_with_children(organisation: Organisation) -> None:
    by_id = {c.id: c for c in organisation.categories}
    top = [c.id for c in organisation.categories if c.parent is None]
    assert top == ["construction", "environment", "traffic", "urban", "order", "tourism", "misconduct"]
    assert all(c.parent in by_id for c in organisation.categories if c.parent)
    assert {c.id for c in organisation.categories if c.private} == {
        "misconduct", "misconduct.attitude", "misconduct.procedure",
    }  # fmt: skip


def test_every_category_is_led_by_a_body_that_exists_and_is_staffed(
    organisation: Organisation, tree: UnitTree
) -> None:
    staffed = {o.unit_id for o in organisation.officers}
    assert set(organisation.leads) == {c.id for c in organisation.categories}
    for leads in organisation.leads.values():
        assert leads.body in tree
        assert leads.body in staffed


def test_templates_follow_the_house_style_in_both_languages(organisation: Organisation) -> None:
    ids = [t.id for t in organisation.templates]
    assert len(set(ids)) == len(ids)
    pairs = Counter(t.id.rsplit(".", 1)[0] for t in organisation.templates)
    assert set(pairs.values()) == {2}
    answers = [t for t in organisation.templates if ".answer." in t.id and t.language == "vi"]
    assert len(answers) == 7 * 3
    for template in answers:
        assert template.text.startswith("Kính gửi: Quý Ông/Bà.\n\nVấn đề Quý Ông/Bà phản ánh, {unit} xin")
        assert template.text.endswith("Trân trọng./.")


@pytest.mark.parametrize(
    ("leads", "staffed", "lead"),
    [
        (Leads(by_ward=True, body="hue-sxd"), True, "hue-19789"),
        (Leads(by_ward=True, body="hue-sxd"), False, "hue-sxd"),
        (Leads(by_ward=False, body="hue-env"), True, "hue-env"),
    ],
)
def test_a_ward_leads_only_what_is_its_own_and_where_somebody_works(
    leads: Leads, staffed: bool, lead: str
) -> None:
    assert leads.of(ward_id("19789"), staffed) == lead
