"""The data objects of a virtual PIV card: what its issuer writes and signs, and what GET DATA answers."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from typing import Final

from cardio import tlv
from cardio.piv import (
    biometrics,
    capability,
    certificate,
    chuid,
    discovery,
    key_history,
    objects,
    printed,
    security_object,
)
from cardio.simulator import content_signer
from cardio.simulator.card_file import CardFile
from cardio.simulator.content_signer import ContentSigner
from cardio.trust import lds

FASC_N_NON_FEDERAL: Final = bytes.fromhex("D4E739DA739CED39CE739D836858210842108421C84210C3EB")
BEHIND_PIN: Final = frozenset({objects.PRINTED, objects.FACE, objects.FINGERPRINTS})
_CARD_IDENTIFIER: Final = bytes.fromhex("A000000116FF02") + bytes(14)
_SIGNED_BY_SECURITY_OBJECT: Final = (objects.CHUID, objects.PRINTED, objects.FACE, objects.FINGERPRINTS)

# A grey square of eight pixels, and no minutiae at all: nobody's face, nobody's finger.
_JPEG: Final = b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAP////////////////////////////////////////////////////////////////////"
    "//////////////////wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQA"
    "AAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZ"
    "WmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl"
    "5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AHV//9k="
)
_NO_MINUTIAE: Final = bytes.fromhex("464D5200203230000000001A00000000000000000000C500C5000000")[:26]


def issuer_objects(
    card: CardFile, signer: ContentSigner, holder: str, staff_code: str, issuer: str
) -> dict[int, bytes]:
    """The values of the objects that an issuer writes on `card`, by tag, signed by `signer`."""
    expires = min(card.certificate(slot).not_valid_after_utc for slot in card.certificates).astimezone(UTC)
    found = {
        objects.DISCOVERY: discovery.write(objects.FULL_AID),
        objects.CCC: capability.write(_CARD_IDENTIFIER),
        objects.CHUID: _signed_chuid(chuid.Chuid(card.guid, FASC_N_NON_FEDERAL, expires.date()), signer),
        objects.PRINTED: printed.write(
            printed.PrintedInformation(
                name=holder,
                expires=f"{expires:%Y%b%d}".upper(),
                serial_number=staff_code,
                issuer=issuer,
            )
        ),
        objects.FACE: _biometric(biometrics.FACE, _JPEG, signer),
        objects.FINGERPRINTS: _biometric(biometrics.FINGERPRINT, _NO_MINUTIAE, signer),
        objects.KEY_HISTORY: key_history.write(len(card.retired_certificates)),
    }
    found[objects.SECURITY_OBJECT] = _security_object(found, signer)
    return found


def card_objects(file: CardFile) -> dict[int, bytes]:
    """The data objects of a card, by tag, as GET DATA answers them."""
    written = {objects.CHUID: _bare_chuid(file), **file.objects}
    if file.global_pin:
        written[objects.DISCOVERY] = discovery.write(objects.FULL_AID, global_primary=True)
    found = {tag: _whole(tag, content) for tag, content in written.items()}
    for certificates in (file.certificates, file.retired_certificates):
        for slot, der in certificates.items():
            found[slot.certificate_tag] = certificate.write_der(der)
    return found


def _whole(tag: int, content: bytes) -> bytes:
    return tlv.encode(tag if tag == objects.DISCOVERY else objects.DATA, content)


def _bare_chuid(file: CardFile) -> bytes:
    """For cards of before the issuer wrote any objects."""
    ends = [file.certificate(slot).not_valid_after_utc for slot in file.certificates]
    expires = min(ends).astimezone(UTC).date() if ends else None
    return chuid.write(chuid.Chuid(file.guid, FASC_N_NON_FEDERAL, expires))


def _signed_chuid(identifier: chuid.Chuid, signer: ContentSigner) -> bytes:
    signature = signer.sign(
        content_signer.CHUID_SECURITY_OBJECT, chuid.signed_part(identifier), detached=True
    )
    return chuid.write(replace(identifier, signature=signature))


def _biometric(kind: int, record: bytes, signer: ContentSigner) -> bytes:
    """The header names the signature's size, which ECDSA varies by a few bytes: sign until it is as named."""
    size = 0
    while True:
        signed = biometrics.signed_part(kind, record, FASC_N_NON_FEDERAL, size)
        signature = signer.sign(
            content_signer.BIOMETRIC_OBJECT, signed, detached=True, with_certificate=False
        )
        if len(signature) == size:
            return biometrics.write(signed, signature)
        size = len(signature)


def _security_object(found: Mapping[int, bytes], signer: ContentSigner) -> bytes:
    tags = dict(enumerate(_SIGNED_BY_SECURITY_OBJECT, start=1))
    hashes = lds.write({number: found[tag] for number, tag in tags.items()})
    signed = signer.sign(lds.CONTENT_TYPE, hashes, with_certificate=False)
    return security_object.write(security_object.SecurityObject(tags, signed))
