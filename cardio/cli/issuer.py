"""What `info` says of the issuer's signatures: over the CHUID, and over the hashes of other objects.

Without an anchor only what the data say of one another is judged: whether the certificate in the CHUID signed
them. What judges is imported when it is used: the program's start does not wait for the ASN.1 library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cardio import failure
from cardio.errors import (
    OBJECT_FAULTS,
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ContactlessRefused,
    ObjectMissing,
)
from cardio.piv import Piv, objects
from cardio.redaction import name_text

if TYPE_CHECKING:
    from cryptography import x509

_NAMES: Final = {
    objects.CHUID: "CHUID",
    objects.CCC: "CCC",
    objects.DISCOVERY: "discovery",
    objects.KEY_HISTORY: "key history",
}
"""What can be read without PIN."""
UNREADABLE: Final = (*OBJECT_FAULTS, ContactlessRefused)
"""Faults of one object, beside which the others can still be read."""


@dataclass(frozen=True, slots=True)
class IssuerReport:
    """`signed` names the objects that are as `signer` (redacted) signed them; `failed`: why they are not.

    `trusted`: whether the signer leads to one of the anchors given, `None` without any.
    """

    signer: str = ""
    signed: tuple[str, ...] = ()
    failed: failure.Failure | None = None
    trusted: bool | None = None

    def text(self) -> str:
        """One line."""
        said = ", ".join(self.signed) if self.failed is None else f"lỗi / failed: {self.failed.text()}"
        known = {None: "", True: " · CA đã biết / known CA", False: " · CA lạ / unknown CA"}[self.trusted]
        return f"Bên phát hành ký / signed by the issuer: {self.signer or '—'}: {said}{known}"

    def document(self) -> dict[str, Any]:
        """The same under stable names, for JSON."""
        return {
            "signer": self.signer,
            "signed": list(self.signed),
            **(self.failed.document() if self.failed else {"error": None}),
            "trusted": self.trusted,
        }


def read_issuer(piv: Piv, anchors: Sequence[x509.Certificate], at: datetime) -> IssuerReport | None:
    """Judge what is signed on the card; `None` where nothing is. Raises what the transport raises."""
    from cardio.trust import piv_data

    try:
        chuid = piv.chuid()
    except UNREADABLE:
        return None
    if not chuid.signature:
        return None
    contents = _contents(piv)
    try:
        signer, carried = piv_data.signer_of(chuid)
        signed = {objects.CHUID} | _hashed(piv, signer, contents)
    except CardError as error:
        if isinstance(error, piv_data.NOT_AS_SIGNED):
            return IssuerReport(failed=failure.of(error))
        raise
    names = tuple(name for tag, name in _NAMES.items() if tag in signed)
    return IssuerReport(name_text(signer.subject), names, trusted=_leads(signer, carried, anchors, at))


def _contents(piv: Piv) -> dict[int, bytes]:
    found = {}
    for tag in _NAMES:
        try:
            found[tag] = piv.object(tag)
        except UNREADABLE:
            continue
    return found


def _hashed(piv: Piv, signer: x509.Certificate, contents: dict[int, bytes]) -> frozenset[int]:
    from cardio.trust import piv_data

    try:
        security = piv.security_object()
    except (ObjectMissing, ApduError, ConditionsNotSatisfied, ContactlessRefused):
        return frozenset()
    return piv_data.verify_security_object(security, signer, contents)


def _leads(
    signer: x509.Certificate,
    carried: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
    at: datetime,
) -> bool | None:
    from cardio.trust import Purpose, verify_path

    if not anchors:
        return None
    try:
        verify_path(signer, (*carried, *anchors), anchors, Purpose.CONTENT_SIGNING, at)
    except CardError:
        return False
    return True
