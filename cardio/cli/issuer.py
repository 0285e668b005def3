"""What `info` says of the issuer's signatures: over the CHUID, and over the hashes of other objects.

Without an anchor only what the data say of one another is judged: whether the certificate in the CHUID signed
them. What judges is imported when it is used: the program's start does not wait for the ASN.1 library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cardio import failure
from cardio.errors import CardError
from cardio.piv import Chuid, objects
from cardio.redaction import name_text

if TYPE_CHECKING:
    from cryptography import x509

    from cardio.piv.issued import Issued

OBJECT_NAMES: Final = {
    objects.CHUID: "CHUID",
    objects.CCC: "CCC",
    objects.DISCOVERY: "discovery",
    objects.KEY_HISTORY: "key history",
    objects.SECURITY_OBJECT: "security object",
    objects.PRINTED: "printed",
    objects.FACE: "face",
    objects.FINGERPRINTS: "fingerprints",
}


@dataclass(frozen=True, slots=True)
class IssuerReport:
    """`signed` names the objects that are as `signer` (redacted) signed them; `failed`: why they are not.

    `trusted`: whether the signer leads to one of the anchors given, `None` without any. `certificate`: the
    signer's.
    """

    signer: str = ""
    signed: tuple[str, ...] = ()
    failed: failure.Failure | None = None
    trusted: bool | None = None
    certificate: x509.Certificate | None = field(default=None, repr=False)

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


def judge_issuer(issued: Issued, anchors: Sequence[x509.Certificate], at: datetime) -> IssuerReport | None:
    """Judge what is signed of what was read; `None` where nothing is."""
    from cardio.trust import piv_data

    if not isinstance(issued.chuid, Chuid) or not issued.chuid.signature:
        return None
    try:
        signer, carried = piv_data.signer_of(issued.chuid)
        signed = piv_data.as_signed(issued, signer)
    except piv_data.NOT_AS_SIGNED as error:
        return IssuerReport(failed=failure.of(error))
    names = tuple(name for tag, name in OBJECT_NAMES.items() if tag in signed)
    trusted = _leads(signer, carried, anchors, at)
    return IssuerReport(name_text(signer.subject), names, trusted=trusted, certificate=signer)


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
