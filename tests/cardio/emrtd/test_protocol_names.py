"""Names of the ways in, in the words of the standard; numbers where it has none."""

from __future__ import annotations

import pytest

from cardio.emrtd.protocol_names import pace_names
from cardio.emrtd.security_infos import PACE, SecurityInfos


@pytest.mark.parametrize(
    ("oid", "number", "name"),
    [
        (f"{PACE}2.2", 13, "PACE-ECDH-GM-AES-CBC-CMAC-128, brainpoolP256r1"),
        (f"{PACE}6.4", 16, "PACE-ECDH-CAM-AES-CBC-CMAC-256, brainpoolP384r1"),
        (f"{PACE}3.1", 0, "PACE-DH-IM-3DES-CBC-CBC, DH 1024"),
        (f"{PACE}4.3", None, "PACE-ECDH-IM-AES-CBC-CMAC-192"),
        (f"{PACE}2.2", 99, "PACE-ECDH-GM-AES-CBC-CMAC-128, #99"),
        (f"{PACE}9.1", 13, f"{PACE}9.1, brainpoolP256r1"),
    ],
)
def test_each_has_its_name(oid: str, number: int | None, name: str) -> None:
    assert pace_names(SecurityInfos(pace_oids=((oid, number), (oid, number)))) == (name,)
