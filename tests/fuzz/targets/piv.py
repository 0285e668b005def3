"""The data objects of a PIV card, out of tag 53 (SP 800-73-5 part 1)."""

from __future__ import annotations

from typing import Final

from cardio import tlv
from cardio.errors import CardError
from cardio.piv import (
    Slot,
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
from cardio.trust import content_signature
from tests.fuzz.target import Seeds, Target
from tests.support import virtual_cards


def _object(*tags: int) -> Seeds:
    return lambda: [virtual_cards.card_file().objects[tag] for tag in tags]


def _certificates() -> list[bytes]:
    held = virtual_cards.card_file().certificate(Slot.CARD_AUTHENTICATION)
    wholes = [certificate.write(held, compress=compress) for compress in (False, True)]
    return [tlv.require(whole, objects.DATA) for whole in wholes]


def _key_history(data: bytes) -> None:
    list(key_history.read(data).on_card())


def _signature(data: bytes) -> None:
    signed = content_signature.read(data)
    for signer in signed.certificates:
        signed.verify(signer)
        signed.verify(signer, b"content")


def _signatures() -> list[bytes]:
    held = virtual_cards.card_file().objects
    return [
        chuid.read(held[objects.CHUID]).signature,
        security_object.read(held[objects.SECURITY_OBJECT]).signed_hashes,
    ]


TARGETS: Final[dict[str, Target]] = {
    "chuid": Target(
        chuid.read, (CardError,), _object(objects.CHUID), ("cardio.piv.chuid", "cardio.tlv"), 256, tree=0
    ),
    "ccc": Target(
        capability.read,
        (CardError,),
        _object(objects.CCC),
        ("cardio.piv.capability", "cardio.tlv"),
        128,
        tree=0,
    ),
    "printed": Target(
        printed.read,
        (CardError,),
        _object(objects.PRINTED),
        ("cardio.piv.printed", "cardio.tlv"),
        256,
        tree=0,
    ),
    "biometrics": Target(
        biometrics.read,
        (CardError,),
        _object(objects.FACE, objects.FINGERPRINTS),
        ("cardio.piv.biometrics", "cardio.tlv"),
        tree=0,
    ),
    "security_object": Target(
        security_object.read,
        (CardError,),
        _object(objects.SECURITY_OBJECT),
        ("cardio.piv.security_object", "cardio.tlv"),
        512,
        tree=0,
    ),
    "key_history": Target(
        _key_history,
        (CardError,),
        _object(objects.KEY_HISTORY),
        ("cardio.piv.key_history", "cardio.tlv"),
        64,
        tree=0,
    ),
    "discovery": Target(
        discovery.read,
        (CardError,),
        _object(objects.DISCOVERY),
        ("cardio.piv.discovery", "cardio.tlv"),
        64,
        tree=0,
    ),
    "certificate_object": Target(
        certificate.read,
        (CardError,),
        _certificates,
        ("cardio.piv.certificate", "cardio.certificates", "cardio.tlv"),
        tree=0,
    ),
    "content_signature": Target(
        _signature,
        (CardError,),
        _signatures,
        ("cardio.trust.content_signature", "cardio.trust.signatures"),
        1536,
        tree=0,
    ),
}
