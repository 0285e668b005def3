"""The LDS security object is written and read as Doc 9303-10 defines it."""

from __future__ import annotations

from cardio.trust.lds_schema import LdsSecurityObject

_DIGEST = bytes(32)


def test_what_is_written_is_read() -> None:
    hashed = [{"number": number, "hash": _DIGEST} for number in (1, 2, 13)]
    document = {"version": 0, "hash_algorithm": {"algorithm": "sha256"}, "hashes": hashed}
    native = LdsSecurityObject.load(LdsSecurityObject(document).dump(), strict=True).native
    assert [entry["number"] for entry in native["hashes"]] == [1, 2, 13]
    assert native["hash_algorithm"]["algorithm"] == "sha256"


def test_the_version_of_the_lds_may_come_along() -> None:
    document = {"version": 1, "hash_algorithm": {"algorithm": "sha512"}, "hashes": []}
    assert LdsSecurityObject(document).native["version_info"] is None
