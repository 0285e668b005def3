"""The path library comes with its own ASN.1 classes complete; what it raises is known by name."""

from __future__ import annotations

from asn1crypto import core

from cardio.trust import asn1, path_library


def test_its_classes_are_complete() -> None:
    theirs = [
        kind for kind in asn1._below(core.Asn1Value) if kind.__module__.startswith("pyhanko_certvalidator")
    ]
    assert theirs
    assert {kind for kind in theirs if kind not in asn1._laid_out} == set()


def test_its_errors_are_told_apart() -> None:
    errors = path_library.errors
    assert issubclass(errors.ExpiredError, errors.PathValidationError)
    assert not issubclass(errors.PathBuildingError, errors.PathValidationError)
