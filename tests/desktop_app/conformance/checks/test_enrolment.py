"""Enrolment: each rule broken alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from cardio.piv.objects import Slot
from desktop_app.conformance.card_folder import foreign_card
from desktop_app.conformance.checks.enrolment import BUNDLE_PATH
from tests.support.practice import broken_by
from tests.support.small_city import SmallCity
from tests.support.wrong_server import Asked, Document, Fault, altered, forgiven, recoded

PATH = "/v1/enrolments"


def other_certificate(document: Document, _asked: Asked) -> None:
    if "certificate_chain" in document:
        der = foreign_card().file.certificates[Slot.AUTHENTICATION]
        document["certificate_chain"] = [b64encode(der).decode()]


def forged_bundle(document: Document, _asked: Asked) -> None:
    if "bundle" in document:
        document["bundle"] = document["bundle"].rsplit(".", 1)[0] + "." + "A" * 86


FAULTS: dict[str, Callable[[], Fault]] = {
    "enrolment.identity": lambda: altered(PATH, other_certificate),
    "enrolment.bundle": lambda: altered(PATH, forged_bundle),
    "bundle.successor": lambda: altered(BUNDLE_PATH, forged_bundle),
    "enrolment.single_use": lambda: forgiven("code_used"),
    "enrolment.tries": lambda: recoded("too_many_tries", "code_unknown"),
}


@pytest.mark.parametrize("clause", FAULTS)
def test_the_wrong_server_is_caught_by_exactly_this_clause(
    city: SmallCity, tmp_path: Path, clause: str
) -> None:
    assert list(broken_by(city, tmp_path, clause, FAULTS[clause]())) == [clause]
