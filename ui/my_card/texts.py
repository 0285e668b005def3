"""The words of *My card*: slots, validity, chain, revocation, tries, what a test signature proved. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from cryptography import x509

from cardio.errors import ObjectAltered
from cardio.piv import Slot, objects
from cardio.redaction import holder_name
from cardio.trust import RevocationStatus, RevocationVerdict
from desktop_app.ceremonies.my_card import MyCard, SlotCertificate, TestSignature
from desktop_app.trust.issuer_signature import IssuerSignature, Proof
from ui.language import translate
from ui.widgets.tone import Tone
from ui.widgets.when import day_text, span_text
from ui.wording import sentence

_CURVES: Final = {"secp256r1": "ECC P-256", "secp384r1": "ECC P-384"}
_NO_PATH: Final = frozenset({"foreign_issuer", "bad_signature"})


def slot_text(slot: Slot) -> str:
    """Return what the key of ``slot`` is for."""
    names = {
        Slot.AUTHENTICATION: translate("MyCard", "Sign-in, with PIN"),
        Slot.SIGNATURE: translate("MyCard", "Digital signature"),
        Slot.KEY_MANAGEMENT: translate("MyCard", "Opening what is encrypted for you"),
        Slot.CARD_AUTHENTICATION: translate("MyCard", "Check-in by tap, no PIN"),
    }
    return names[slot]


def validity(seen: SlotCertificate) -> tuple[Tone, str]:
    """Return whether the certificate can be used and until when, in one line."""
    health, end = seen.health, day_text(seen.certificate.not_valid_after_utc)
    if health.problem is not None:
        return Tone.DANGER, sentence(health.problem).title
    if health.ends_soon:
        text = translate("MyCard", "Ends in {days} days, on {date}: ask for a new card")
        return Tone.CAUTION, text.format(days=health.days_left, date=end)
    return Tone.GOOD, translate("MyCard", "Valid until {date}").format(date=end)


def key_text(seen: SlotCertificate) -> str:
    """Return the kind of key by the name that people know it by."""
    return _CURVES.get(seen.key, seen.key)


def chain_text(seen: SlotCertificate) -> str:
    """Return who vouches for the certificate, up to the installed root."""
    health = seen.health
    if health.chain:
        return path_text(health.chain)
    if health.problem is not None and health.problem.code in _NO_PATH:
        return translate("MyCard", "no path to an installed root certificate")
    return translate("MyCard", "not examined")


def path_text(chain: Sequence[x509.Certificate]) -> str:
    """Return the authorities of ``chain``, which is leaf to root."""
    return " ← ".join(holder_name(certificate) for certificate in chain[1:])


def issued(signature: IssuerSignature) -> tuple[Tone, str]:
    """Return what the issuer's signature over the card's identifier came to, in one line."""
    return {
        Proof.VOUCHED: (Tone.GOOD, translate("MyCard", "The card's identifier is as its issuer signed it")),
        Proof.UNJUDGED: (Tone.NEUTRAL, translate("MyCard", "The signature holds; whose it is is not known")),
        Proof.DISTRUSTED: (
            Tone.DANGER,
            translate("MyCard", "The signature holds, but its signer cannot vouch for this card"),
        ),
        Proof.OTHER_CARD: (
            Tone.DANGER,
            translate("MyCard", "The identifier was signed for another card and copied here"),
        ),
        Proof.WRONG: (Tone.DANGER, translate("MyCard", "The identifier is not as its issuer signed it")),
        Proof.ALTERED: (
            Tone.DANGER,
            translate("MyCard", "Something on the card is not as its issuer signed it"),
        ),
        Proof.UNSIGNED: (Tone.NEUTRAL, translate("MyCard", "The issuer signed nothing on this card")),
        Proof.UNREADABLE: (Tone.CAUTION, translate("MyCard", "What the issuer signed cannot be read here")),
    }[signature.proof]


def issued_means(signature: IssuerSignature) -> str:
    """Return what this proves of the card, and what it does not."""
    match signature.proof:
        case Proof.VOUCHED:
            return translate(
                "MyCard",
                "Proved: this authority had the identifier written. Not proved: that the chip is no copy; "
                "the test signature shows that.",
            )
        case Proof.UNSIGNED | Proof.UNJUDGED | Proof.UNREADABLE:
            return translate("MyCard", "Nothing is proved by it; the certificates stand for themselves.")
        case _:
            return translate("MyCard", "Do not rely on this card. Show it to the office that issued it.")


def signer_text(signature: IssuerSignature) -> str:
    """Return who vouches for the signer, or why nobody does; empty where nothing was signed or read."""
    problem = signature.problem
    if signature.proof is Proof.VOUCHED:
        return path_text(signature.chain)
    if signature.proof is Proof.UNJUDGED:
        return translate("MyCard", "not examined: this workstation has no root certificate installed")
    if signature.proof is Proof.UNREADABLE and problem is not None:
        return sentence(problem).title
    if signature.proof is not Proof.DISTRUSTED or problem is None:
        return ""
    return {
        "foreign_issuer": translate("MyCard", "no path to an installed root certificate"),
        "wrong_purpose": translate(
            "MyCard", "nobody: the signer's certificate is not made for signing cards"
        ),
        "expired": translate("MyCard", "nobody any more: the signer's certificate is over"),
        "revoked": translate("MyCard", "nobody any more: the signer's certificate was taken back"),
    }.get(problem.code, translate("MyCard", "nobody: the signer's certificate does not hold"))


def signed_objects(tags: Iterable[int]) -> str:
    """Return the names of the objects with these tags."""
    return ", ".join(name for tag, name in _object_names().items() if tag in frozenset(tags))


def altered_object(signature: IssuerSignature) -> str:
    """Return which object is not as it was signed; empty where all are, or where it cannot be told."""
    problem = signature.problem
    if signature.proof is not Proof.ALTERED or not isinstance(problem, ObjectAltered):
        return ""
    return signed_objects((problem.tag,))


def _object_names() -> dict[int, str]:
    return {
        objects.CHUID: translate("MyCard", "identifier (CHUID)"),
        objects.CCC: translate("MyCard", "capability container (CCC)"),
        objects.DISCOVERY: translate("MyCard", "discovery object"),
        objects.KEY_HISTORY: translate("MyCard", "key history"),
        objects.PRINTED: translate("MyCard", "printed information"),
        objects.FACE: translate("MyCard", "face"),
        objects.FINGERPRINTS: translate("MyCard", "fingerprints"),
        objects.SECURITY_OBJECT: translate("MyCard", "security object"),
    }


def revocation_text(verdict: RevocationVerdict | None) -> str:
    """Return what the revocation list says, and how old it is."""
    if verdict is None or verdict.status is RevocationStatus.UNKNOWN:
        return translate("MyCard", "not known here: no list of its issuer")
    age = span_text(verdict.age) if verdict.age is not None else "–"
    match verdict.status:
        case RevocationStatus.REVOKED:
            return translate("MyCard", "revoked, by the list of {age} ago").format(age=age)
        case RevocationStatus.STALE:
            return translate("MyCard", "not on the last list, which is out of date ({age} old)").format(
                age=age
            )
        case _:
            return translate("MyCard", "not revoked; the list is {age} old").format(age=age)


def tries(card: MyCard) -> tuple[Tone, str]:
    """Return how many tries PIN and PUK have left."""
    if card.contactless:
        text = translate(
            "MyCard", "Held to the reader the card tells only its check-in key. Put it into a slot."
        )
        return Tone.INFO, text
    if card.pin_tries == 0:
        tone, pin = Tone.DANGER, translate("MyCard", "The PIN is blocked")
    elif card.pin_tries is None:
        tone, pin = Tone.NEUTRAL, translate("MyCard", "The PIN is verified")
    else:
        tone = Tone.CAUTION if card.pin_tries == 1 else Tone.NEUTRAL
        pin = translate("MyCard", "PIN tries left: {count}").format(count=card.pin_tries)
    puk = translate("MyCard", "the card does not tell the tries of its PUK")
    if card.puk_tries is not None:
        puk = translate("MyCard", "PUK tries left: {count}").format(count=card.puk_tries)
    return tone, f"{pin} · {puk}"


def proof(signed: TestSignature) -> tuple[Tone, str, str]:
    """Return what a test signature proved, and what it did not."""
    title = translate(
        "MyCard", "The chip signed ({algorithm}, within {milliseconds} ms), and the signature holds."
    )
    proved = translate(
        "MyCard",
        "Proved: this chip holds the key of its check-in certificate; it is no copy. "
        "Not proved: who is holding the card. No PIN was asked, no try was spent.",
    )
    text = title.format(algorithm=signed.algorithm, milliseconds=ceil(signed.milliseconds))
    if signed.health.problem is None:
        return Tone.GOOD, text, proved
    return Tone.CAUTION, text, f"{proved} {sentence(signed.health.problem).title}"
