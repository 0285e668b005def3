"""The names of PACE's protocols and domain parameters (Doc 9303-11, 9.2.1 and 9.5.1), known here or not."""

from __future__ import annotations

from typing import Final

from cardio import curves
from cardio.dh_groups import GROUPS
from cardio.emrtd import security_infos
from cardio.emrtd.security_infos import SecurityInfos

_KINDS: Final = {"1": "DH-GM", "2": "ECDH-GM", "3": "DH-IM", "4": "ECDH-IM", "6": "ECDH-CAM"}
_CIPHERS: Final = {
    "1": "3DES-CBC-CBC",
    "2": "AES-CBC-CMAC-128",
    "3": "AES-CBC-CMAC-192",
    "4": "AES-CBC-CMAC-256",
}


def pace_names(infos: SecurityInfos) -> tuple[str, ...]:
    """Every way to do PACE that a chip names, each once; an object identifier where it has no name here."""
    return tuple(dict.fromkeys(_way(oid, parameter) for oid, parameter in infos.pace_oids))


def _way(oid: str, parameter_id: int | None) -> str:
    kind, _, cipher = oid.removeprefix(security_infos.PACE).partition(".")
    known = kind in _KINDS and cipher in _CIPHERS
    name = f"PACE-{_KINDS[kind]}-{_CIPHERS[cipher]}" if known else oid
    return name if parameter_id is None else f"{name}, {_domain(parameter_id)}"


def _domain(parameter_id: int) -> str:
    """The curve or group of a number of 9.5.1; the number where it has none."""
    curve = curves.standardised(parameter_id)
    if curve is not None:
        return curve.name
    return f"DH {GROUPS[parameter_id].p.bit_length()}" if parameter_id in GROUPS else f"#{parameter_id}"
