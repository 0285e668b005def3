"""The words of the counter: fields, provenance, reader, activity, proofs, refusals. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cardio.cccd.dg13 import Field as ChipField
from cardio.document_errors import DataGroupAltered, DataGroupUnsigned
from cardio.emrtd.verdict import Badge, Proof, Verdict
from cardio.errors import (
    ApduError,
    CardError,
    ConditionsNotSatisfied,
    ForeignIssuer,
    ObjectMissing,
    ProtocolViolation,
    Revoked,
    UnknownCard,
    UnsupportedKey,
)
from desktop_app.reception.fields import Field, Provenance
from desktop_app.reception.view import Activity, Presence, View
from ui.language import translate
from ui.widgets.tone import Tone
from ui.widgets.when import day_text
from ui.wording import Wording, sentence

STEPS: Final = (
    Activity.IDENTITY,
    Activity.ADDRESS,
    Activity.CHECKING,
    Activity.PHOTO,
    Activity.CONCLUDING,
)


def field_name(name: Field) -> str:
    """Return what a line of the identity is called."""
    names = {
        Field.NUMBER: translate("Counter", "Citizen number"),
        Field.DOCUMENT: translate("Counter", "Document number"),
        Field.NAME: translate("Counter", "Full name"),
        Field.BIRTH: translate("Counter", "Date of birth"),
        Field.SEX: translate("Counter", "Sex"),
        Field.NATIONALITY: translate("Counter", "Nationality"),
        Field.RESIDENCE: translate("Counter", "Residence"),
        Field.ORIGIN: translate("Counter", "Place of origin"),
        Field.BIRTHPLACE: translate("Counter", "Place of birth"),
        Field.ISSUED: translate("Counter", "Issued on"),
        Field.EXPIRY: translate("Counter", "Valid until"),
        Field.OLD_NUMBER: translate("Counter", "Old ID number"),
    }
    return names[name]


def field_text(name: Field, text: str) -> str:
    """Return a field's text as the screen writes it."""
    if name is Field.SEX:
        words = {"M": translate("Counter", "Male"), "F": translate("Counter", "Female")}
        return words.get(text, text)
    if name is Field.NATIONALITY and text == "VNM":
        return translate("Counter", "Viet Nam")
    if name is Field.NUMBER and text.isdigit():
        return " ".join(text[at : at + 3] for at in range(0, len(text), 3))
    return text


def provenance(where: Provenance) -> tuple[Tone, str]:
    """Return where a text came from, in a word or two."""
    words = {
        Provenance.VERIFIED: (Tone.GOOD, translate("Counter", "Chip, verified")),
        Provenance.CHIP: (Tone.NEUTRAL, translate("Counter", "Chip")),
        Provenance.REFUSED: (Tone.DANGER, translate("Counter", "Chip, doubted")),
        Provenance.QR: (Tone.INFO, translate("Counter", "Scanned")),
        Provenance.TYPED: (Tone.INFO, translate("Counter", "Typed")),
    }
    return words[where]


def presence(view: View) -> tuple[Tone, str, str]:
    """Return what is known of the reader, and what to do about it."""
    match view.presence:
        case Presence.NO_READER:
            hint = translate(
                "Counter",
                "There is none for citizens' cards: connect one, mark one in the settings, or lend yours.",
            )
            return Tone.CAUTION, translate("Counter", "No reader"), hint
        case Presence.NO_CARD:
            hint = translate("Counter", "Lay the card or passport on the reader and leave it there.")
            return Tone.NEUTRAL, translate("Counter", "No card"), hint
        case Presence.PREPARING:
            hint = translate("Counter", "Another program is still busy with it. Leave the card where it is.")
            return Tone.ACCENT, translate("Counter", "Preparing the card"), hint
        case Presence.HELD:
            hint = translate(
                "Counter", "Another program holds the card: close it, or lay the card down again."
            )
            return Tone.CAUTION, translate("Counter", "Held elsewhere"), hint
        case Presence.NOT_ANSWERING:
            hint = translate("Counter", "Unplug the reader and plug it in again. Typing goes on meanwhile.")
            return Tone.DANGER, translate("Counter", "Not answering"), hint
        case Presence.CARD:
            return _card(view)


def _card(view: View) -> tuple[Tone, str, str]:
    if view.busy:
        hint = translate("Counter", "Leave the card where it is.")
        return Tone.ACCENT, translate("Counter", "Reading the card"), hint
    if not view.entered:
        hint = translate("Counter", "Scan its code, or type its number: that opens the chip.")
        return Tone.NEUTRAL, translate("Counter", "A card lies there"), hint
    if view.verdict is not None and view.verdict.badge is Badge.FALSE:
        return Tone.NEUTRAL, translate("Counter", "Card read"), ""
    if view.concluded:
        hint = translate("Counter", "The card may be given back.")
        return Tone.GOOD, translate("Counter", "Card read"), hint
    return Tone.NEUTRAL, translate("Counter", "A card lies there"), ""


def activity(step: Activity) -> str:
    """Return what is being done with the document."""
    names = {
        Activity.NONE: translate("Counter", "Nothing is being read"),
        Activity.IDENTITY: translate("Counter", "Open the chip, read the identity"),
        Activity.ADDRESS: translate("Counter", "Read the address"),
        Activity.CHECKING: translate("Counter", "Check signature and chip"),
        Activity.PHOTO: translate("Counter", "Read the photo"),
        Activity.CONCLUDING: translate("Counter", "Conclude"),
        Activity.DONE: translate("Counter", "Done"),
    }
    return names[step]


def badge(view: View) -> tuple[Tone, str]:
    """Return the badge beside the name; green only with an installed anchor, and not before the end."""
    verdict = view.verdict
    if view.interrupted and not view.busy:
        return Tone.CAUTION, translate("Counter", "Incomplete")
    if view.distrusted:
        return Tone.DANGER, _badge_words()[Badge.FALSE][1]
    if verdict is None and view.busy:
        return Tone.INFO, translate("Counter", "Reading the card")
    if verdict is None:
        return Tone.INFO, translate("Counter", "Not read from a chip")
    tone, text = _badge_words()[verdict.badge]
    if view.concluded:
        return tone, text
    return (Tone.NEUTRAL if tone is Tone.GOOD else tone), translate("Counter", "{badge} …").format(badge=text)


def _badge_words() -> dict[Badge, tuple[Tone, str]]:
    return {
        Badge.GENUINE: (Tone.GOOD, translate("Counter", "Genuine")),
        Badge.SIGNED: (Tone.NEUTRAL, translate("Counter", "Chip – signature holds")),
        Badge.DOUBTFUL: (Tone.CAUTION, translate("Counter", "Look closely")),
        Badge.FALSE: (Tone.DANGER, translate("Counter", "Do not rely on the chip")),
    }


def proof(one: Proof) -> str:
    """Return what one proof says."""
    words = {
        Proof.ACCESS: translate("Counter", "What was entered opens this chip"),
        Proof.HOLDER: translate("Counter", "The chip is that of the document in hand"),
        Proof.SIGNATURE: translate("Counter", "The data are signed and unaltered"),
        Proof.ISSUER: translate("Counter", "The signer comes from an installed country certificate"),
        Proof.CHIP: translate("Counter", "The chip is genuine, no copy"),
    }
    return words[one]


def missing_anchor(verdict: Verdict) -> str:
    """Return why the badge is neutral; empty where it is not for want of an anchor."""
    if verdict.badge is not Badge.SIGNED:
        return ""
    return translate(
        "Counter",
        "No country certificate (CSCA) for this kind of document is installed here, so who signed is not "
        "proved. That is no fault of the document; go on.",
    )


def unreadable(groups: tuple[int, ...]) -> str:
    """Return what of the chip could not be understood; empty when all could."""
    if not groups:
        return ""
    if groups == (2,):
        return translate("Counter", "The photo in the chip cannot be shown.")
    told = ", ".join(f"DG{group}" for group in groups)
    return translate("Counter", "Parts of the chip cannot be understood: {groups}.").format(groups=told)


def interrupted() -> str:
    """Return what is said of a reading that was cut off."""
    return translate("Counter", "Incomplete: the card left while it was read. Lay it down again: it goes on.")


def faults(found: Sequence[CardError]) -> list[Wording]:
    """Return one sentence for each reason; the data groups that share one are named together."""
    alike: dict[str, list[CardError]] = {}
    for fault in found:
        alike.setdefault(refusal(fault).title, []).append(fault)
    return [_together(each) for each in alike.values()]


def _together(alike: Sequence[CardError]) -> Wording:
    groups = sorted(fault.group for fault in alike if isinstance(fault, DataGroupAltered | DataGroupUnsigned))
    return refusal(alike[0], {"group": ", ".join(map(str, groups))} if groups else None)


def refusal(error: Exception, data: Mapping[str, str] | None = None) -> Wording:
    """Return the sentence of ``error``, its field named in words; what is said of documents comes first.

    ``data`` fills the sentence instead of the error's own.
    """
    words = _of_documents(error)
    if words is not None:
        return words
    told = dict(data or {})
    for name, known in (("field", _parts()), ("reason", _reasons())):
        part = getattr(error, name, None)
        if isinstance(part, str):
            told[name] = known.get(part, part)
    return sentence(error, told)


def _of_documents(error: Exception) -> Wording | None:
    """Errors that mean something else of a citizen's document than of a clerk's own card."""
    match error:
        case UnknownCard():
            return Wording(
                translate("Counter", "This is no citizen card or passport."),
                translate("Counter", "Lay the card or passport on the reader, its chip side down."),
            )
        case ForeignIssuer():
            return Wording(
                translate("Counter", "The signer is none of the issuer whose certificate is installed here."),
                translate(
                    "Counter", "The data may be forged. Go by the printed document, tell your supervisor."
                ),
            )
        case Revoked(since=since):
            said = translate("Counter", "The signer's certificate was revoked on {date}.")
            return Wording(
                said.format(date=day_text(since)),
                translate("Counter", "Go by the printed document, and tell your supervisor."),
            )
        case UnsupportedKey(name=name):
            said = translate("Counter", "This workstation cannot check a key of that kind ({name}).")
            return Wording(
                said.format(name=name),
                translate("Counter", "What is in the chip is shown unproved. Go by the printed document."),
            )
        case ApduError() | ObjectMissing() | ConditionsNotSatisfied() | ProtocolViolation():
            return Wording(
                translate("Counter", "The chip answers in a way that no document's chip may."),
                translate(
                    "Counter",
                    "Lay it down again. If only this document does so, go by the printed one and write that "
                    "down.",
                ),
            )
        case _:
            return None


def private_name(name: ChipField) -> str:
    """Return what a field that is read on purpose only is called."""
    names = {
        ChipField.RELIGION: translate("Counter", "Religion"),
        ChipField.PARENTS: translate("Counter", "Parents"),
        ChipField.SPOUSE: translate("Counter", "Spouse"),
    }
    return names[name]


def _parts() -> dict[str, str]:
    """The parts of an entry that a refusal names."""
    return {
        "length": translate("Counter", "the number of characters"),
        "characters": translate("Counter", "a character that does not belong there"),
        "document_number": translate("Counter", "the document number or its check digit"),
        "birth": translate("Counter", "the date of birth"),
        "expiry": translate("Counter", "the expiry date or its check digit"),
        "optional": translate("Counter", "the optional data or their check digit"),
        "composite": translate("Counter", "the last check digit, over all the lines"),
        "province": translate("Counter", "the province, its first three digits"),
        "century": translate("Counter", "the century of birth, its fourth digit"),
        "sex": translate("Counter", "the sex"),
        "fields": translate("Counter", "the number of its fields"),
        "number": translate("Counter", "the citizen number"),
        "issued": translate("Counter", "the date of issue"),
        "encoding": translate("Counter", "letters that arrived damaged: check the scanner's encoding"),
    }


def _reasons() -> dict[str, str]:
    """Why a security object or a session was refused."""
    return {
        "malformed": translate("Counter", "it is malformed"),
        "signature": translate("Counter", "the signature is wrong"),
        "digest": translate("Counter", "the signed digest is wrong"),
        "signer": translate("Counter", "the signer is missing"),
        "not_in_force": translate("Counter", "the signer was not in force"),
    }
