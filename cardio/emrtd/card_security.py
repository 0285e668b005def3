"""EF.CardSecurity (Doc 9303-10, 3.11.4; BSI TR-03110-3, A.1.2): the chip's protocols and keys, signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cardio.document_errors import CardSecurityInvalid, SecurityObjectInvalid
from cardio.emrtd import security_infos
from cardio.emrtd.security_infos import SecurityInfos
from cardio.errors import ProtocolViolation
from cardio.trust import cms
from cardio.trust.document_certificate import DocumentCertificate

IDENTIFIER: Final = 0x011D  # in the master file; in the application it is EF.SOD's
CONTENT_TYPE: Final = "0.4.0.127.0.7.3.2.1"  # id-SecurityObject


@dataclass(frozen=True, slots=True)
class CardSecurity:
    """What the file names, and who signed that. The signature holds; trust is decided elsewhere."""

    infos: SecurityInfos
    signer: DocumentCertificate
    signed_at: datetime | None


def read(data: bytes) -> CardSecurity:
    """Read and verify the file; raises CardSecurityInvalid, and what the signer's key raises."""
    try:
        signed = cms.open_signed(data, CONTENT_TYPE)
        infos = security_infos.read(signed.content)
    except SecurityObjectInvalid as error:
        raise CardSecurityInvalid(error.reason) from None
    except ProtocolViolation:
        raise CardSecurityInvalid("malformed") from None
    return CardSecurity(infos, signed.signer, signed.signed_at)
