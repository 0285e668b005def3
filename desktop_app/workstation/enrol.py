"""Enrolment: a new workstation trades a code for an identity, and keeps it.

The workstation makes its own key; the private half never leaves its key class. What the centre
answers is believed only where it fits: the bundle's signature (and its pinned key), no training
anchors from afar, a certificate for exactly our key.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app import host, jose
from desktop_app.api import enrolments
from desktop_app.api.session import Centre
from desktop_app.domain.attendance import Direction
from desktop_app.trust.bundle import TrustBundle, first_bundle

if TYPE_CHECKING:
    from pathlib import Path

CODE_LENGTH: Final = 12
_ALPHABET: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")  # RFC 4648 base32
_LOOKALIKES: Final = str.maketrans("018", "OIB")


class EnrolmentRefused(Exception):
    """The workstation was not enrolled; ``code`` says why.

    ``code_malformed`` (typed wrongly, nothing was sent), ``certificate_other_key``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Which central API this workstation belongs to, as what, and what it was told to believe.

    ``lane``: everybody who taps here goes this way, for it stands at a turnstile; None where that is open.
    """

    server_url: str
    workstation_id: str
    terminal_id: str
    epoch: int
    key_class: str
    chain: tuple[x509.Certificate, ...] = field(repr=False)
    bundle: TrustBundle
    lane: Direction | None = None

    def save(self, path: Path) -> None:
        """Write everything but the bundle, which the terminal's store holds."""
        document = {
            "server_url": self.server_url,
            "workstation_id": self.workstation_id,
            "terminal_id": self.terminal_id,
            "epoch": self.epoch,
            "key_class": self.key_class,
            "certificate_chain": jose.x5c(self.chain),
            "lane": self.lane,
        }
        host.write_private(path, json.dumps(document, indent=1).encode())


def load(path: Path, bundle: TrustBundle) -> Enrolment:
    """Return the enrolment kept at ``path``; raise OSError or ValueError where there is none."""
    text = path.read_text(encoding="ascii")
    try:
        document: dict[str, Any] = json.loads(text)
        return Enrolment(
            server_url=str(document["server_url"]),
            workstation_id=str(document["workstation_id"]),
            terminal_id=str(document["terminal_id"]),
            epoch=int(document["epoch"]),
            key_class=str(document["key_class"]),
            chain=jose.read_x5c(document["certificate_chain"]),
            bundle=bundle,
            lane=Direction(document["lane"]) if document.get("lane") else None,
        )
    except (KeyError, TypeError, OverflowError, RecursionError, jose.JwsInvalid) as defect:
        raise ValueError("not an enrolment") from defect


def server_url(path: Path) -> str:
    """Return the address in the enrolment kept at ``path``; raise OSError or ValueError."""
    try:
        return str(json.loads(path.read_text(encoding="ascii"))["server_url"])
    except (KeyError, TypeError, RecursionError) as defect:
        raise ValueError("not an enrolment") from defect


def normalised_code(typed: str) -> str:
    """Return the 12 characters of a code as typed in any grouping or case; raise ``EnrolmentRefused``."""
    code = "".join(typed.split()).replace("-", "").upper().translate(_LOOKALIKES)
    if len(code) != CODE_LENGTH or not set(code) <= _ALPHABET:
        raise EnrolmentRefused("code_malformed")
    return code


def enrol(
    centre: Centre,
    key: ec.EllipticCurvePrivateKey,
    *,
    code: str,
    key_class: str,
    modes: Sequence[str],
    bundle_sha256: str | None = None,
    lane: Direction | None = None,
) -> Enrolment:
    """Return a new enrolment with ``centre``.

    ``bundle_sha256`` pins the bundle's key where the code came by QR. Raises ``EnrolmentRefused``,
    ``BundleRefused`` and ``ApiError``.
    """
    wanted = normalised_code(code)
    with closing(centre.open()) as session:
        told = enrolments.enrol(
            session,
            code=wanted,
            jwk=jose.public_jwk(key),
            key_class=key_class,
            hostname=host.host_name(),
            modes=modes,
        )
    if not told.chain or told.chain[0].public_key() != key.public_key():
        raise EnrolmentRefused("certificate_other_key")
    bundle = first_bundle(told.bundle, centre.url, bundle_sha256)
    return Enrolment(
        centre.url, told.workstation_id, told.terminal_id, told.epoch, key_class, told.chain, bundle, lane
    )
