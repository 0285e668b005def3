"""SecurityInfos: the example of Doc 9303-11, unknown protocols passed over, malformed ones refused."""

from __future__ import annotations

import pytest

from cardio import der, tlv
from cardio.emrtd import groups, security_infos
from cardio.emrtd.security_infos import Mapping
from cardio.emrtd.symmetric import Suite
from cardio.errors import ProtocolViolation
from tests.support.virtual_documents import document

G1 = bytes.fromhex("31143012060A04007F0007020204020202010202010D")


def info(oid: str, *rest: bytes) -> bytes:
    """A set of one SecurityInfo."""
    return tlv.encode(der.SET, der.sequence(der.oid(oid), *rest))


def test_the_example_of_g1() -> None:
    (pace,) = security_infos.read(G1).pace
    assert (pace.elliptic, pace.mapping, pace.suite) == (True, Mapping.GENERIC, Suite.AES128)
    assert pace.parameter_id == 13
    assert security_infos.read(G1).pace_oids == ((pace.oid, 13),)


def test_a_chip_with_everything() -> None:
    found = security_infos.read(groups.content(14, document().groups[14]))
    assert [one.suite for one in found.chip_authentication] == [Suite.AES128]
    assert [one.elliptic for one in found.chip_keys] == [True]
    assert found.pace


def test_active_authentication_names_its_hash() -> None:
    data = info(security_infos.ACTIVE_AUTHENTICATION, der.integer(1), der.oid("0.4.0.127.0.7.1.1.4.1.3"))
    assert security_infos.read(data).active_signature == "0.4.0.127.0.7.1.1.4.1.3"


@pytest.mark.parametrize(
    "data",
    [
        info("0.4.0.127.0.7.2.2.2", der.integer(1)),  # terminal authentication
        info("1.2.3"),
        info("0.4.0.127.0.7.2.2.4.9.2", der.integer(2)),  # a mapping of later years
        info("0.4.0.127.0.7.2.2.4.2.9", der.integer(2)),
        info("0.4.0.127.0.7.2.2.4.2.2", der.integer(1)),  # a version before the standard
        info("0.4.0.127.0.7.2.2.3.7.2"),
        info("0.4.0.127.0.7.2.2.1.2", der.integer(2)),
        info(security_infos.ACTIVE_AUTHENTICATION),
    ],
)
def test_what_is_not_understood_is_passed_over(data: bytes) -> None:
    found = security_infos.read(data)
    assert (found.pace, found.chip_authentication, found.chip_keys, found.active_signature) == (
        (),
        (),
        (),
        None,
    )


def test_a_pace_that_is_not_understood_is_still_named() -> None:
    assert security_infos.read(info("0.4.0.127.0.7.2.2.4.9.2", der.integer(2))).pace_oids


@pytest.mark.parametrize(
    "data", [b"", b"\x31\x02\x02\x00", b"\x31\x02\x30\x00", b"\x31\x04\x30\x02\x06\x00", b"\x30\x00"]
)
def test_what_is_malformed(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        security_infos.read(data)
