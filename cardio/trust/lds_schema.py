"""The ASN.1 definition of the LDS security object (ICAO Doc 9303-10, 4.6.2.3). Imported late: heavy."""

from __future__ import annotations

from typing import ClassVar

from cardio.trust.asn1 import algos, core, lay_out


class DataGroupHash(core.Sequence):  # type: ignore[misc]  # the library has no types
    """A data group's number and its hash."""

    _fields: ClassVar = [("number", core.Integer), ("hash", core.OctetString)]


class DataGroupHashes(core.SequenceOf):  # type: ignore[misc]  # the library has no types
    """SEQUENCE OF DataGroupHash."""

    _child_spec: ClassVar = DataGroupHash


class LdsSecurityObject(core.Sequence):  # type: ignore[misc]  # the library has no types
    """The object itself."""

    _fields: ClassVar = [
        ("version", core.Integer),
        ("hash_algorithm", algos.DigestAlgorithm),
        ("hashes", DataGroupHashes),
        ("version_info", core.Any, {"optional": True}),
    ]


lay_out()
