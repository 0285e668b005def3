"""Issuing documents: files of each profile, keys that go with them."""

from __future__ import annotations

from cardio import curves
from cardio.emrtd import groups, security_infos
from cardio.emrtd.security_infos import Mapping
from cardio.emrtd.symmetric import Suite
from cardio.simulator.emrtd import Profile
from cardio.simulator.emrtd.document import pace_info, spki
from cardio.trust import explicit_curves
from tests.support.virtual_documents import PERSON, document


def test_the_groups_of_each_profile() -> None:
    assert set(document().groups) == {1, 2, 13, 14, 15}
    assert set(document(Profile.passport()).groups) == {1, 2, 14, 15}
    assert groups.listed(document().listed) == (1, 2, 13, 14, 15)


def test_the_citizen_card_opens_as_observed() -> None:
    (info,) = security_infos.read(document().card_access).pace
    assert (info.mapping, info.suite, info.parameter_id) == (Mapping.GENERIC, Suite.AES128, 13)
    assert document().can.digits == PERSON.number[-6:]
    assert document(Profile(signature=False, details=False)).card_access == b""


def test_numbers_tell_curves_from_fields() -> None:
    assert pace_info(Mapping.INTEGRATED, Suite.AES256, 2).oid.endswith(".3.4")
    assert pace_info(Mapping.INTEGRATED, Suite.AES256, 16).oid.endswith(".4.4")


def test_a_key_names_or_spells_its_curve() -> None:
    curve = curves.named("P-384")
    public = curve.encode(curve.generator)
    assert spki(curve, public) != spki(curve, public, generator=public)
    assert explicit_curves.point(spki(curve, public)) == (curve, public)
    assert "agreement_key" not in repr(document())
