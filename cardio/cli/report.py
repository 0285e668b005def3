"""`read_any`: what a card tells, and with its PIN what that guards: a value, a document, a text.

The text speaks two languages. Names pass the redaction; nothing about the certificates is proved here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509

from cardio import failure
from cardio.cli import data_objects
from cardio.cli.data_objects import DataObject
from cardio.cli.issuer import IssuerReport, judge_issuer
from cardio.cli.pin_entry import PinEntry
from cardio.errors import ProtocolViolation, UnknownCard, UnsupportedKey
from cardio.piv import Chuid, Piv, Slot, issued, key_history, objects
from cardio.piv.algorithms import key_name
from cardio.piv.objects import PinReference
from cardio.redaction import holder_name, name_text, staff_code
from cardio.transport import Card
from cardio.uid import CardUid, read_uid

if TYPE_CHECKING:
    from cardio.emrtd.recognition import ClosedChip

SLOT_NAMES: Final = {
    Slot.AUTHENTICATION: "đăng nhập / sign-in",
    Slot.SIGNATURE: "chữ ký / signature",
    Slot.KEY_MANAGEMENT: "mã hóa / encryption",
    Slot.CARD_AUTHENTICATION: "chấm công / card",
}

_PIN_NAMES: Final = {
    PinReference.APPLICATION: "",
    PinReference.GLOBAL: " (PIN chung của cả thẻ / the whole card's PIN)",
}

_OF_THE_OBJECT: Final = (*issued.UNREADABLE, UnsupportedKey)


@dataclass(frozen=True, slots=True)
class CertificateReport:
    """One slot: the certificate's facts, or what reading it met."""

    slot: Slot
    failed: failure.Failure | None = None
    holder: str = ""
    staff_code: str = ""
    issuer: str = ""
    key: str = ""
    not_before: datetime | None = None
    not_after: datetime | None = None

    def text(self) -> str:
        """One line."""
        head = f"  {self.slot:02X} {SLOT_NAMES[self.slot]}: "
        if self.failed is not None or self.not_before is None or self.not_after is None:
            return f"{head}— {self.failed.text() if self.failed else ''}"
        valid = f"{self.not_before:%d/%m/%Y} – {self.not_after:%d/%m/%Y}"
        return f"{head}{self.holder} · {self.staff_code} · {self.key} · {self.issuer} · {valid}"

    def document(self) -> dict[str, Any]:
        """The facts under stable names, for JSON."""
        if self.failed is not None:
            return {"slot": f"{self.slot:02X}", **self.failed.document()}
        return {
            "slot": f"{self.slot:02X}",
            "holder": self.holder,
            "staff_code": self.staff_code,
            "issuer": self.issuer,
            "key": self.key,
            "not_before": self.not_before and self.not_before.isoformat(),
            "not_after": self.not_after and self.not_after.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class CardReport:
    """A card; `tries_left` is of the PIN `pin`: `None` when it is verified already, or over the air."""

    reader: str
    atr: bytes
    guid: bytes | None
    expires: date | None
    tries_left: int | None
    certificates: tuple[CertificateReport, ...]
    puk_tries_left: int | None = None  # few cards tell
    retired_keys: int = 0
    pin: PinReference = PinReference.APPLICATION
    issuer: IssuerReport | None = None  # of what is signed on the card
    objects: tuple[DataObject, ...] = ()  # those behind the PIN where it was given

    def text(self) -> str:
        """The whole report, a line for each fact."""
        tries = "?" if self.tries_left is None else str(self.tries_left)
        lines = [
            *_head(self.reader, self.atr),
            f"Thẻ / Card: PIV  GUID {self.guid.hex() if self.guid else '—'}",
            f"Số lần thử PIN còn lại / PIN tries left: {tries}{_PIN_NAMES[self.pin]}",
        ]
        if self.puk_tries_left is not None:
            lines.append(f"Số lần thử PUK còn lại / PUK tries left: {self.puk_tries_left}")
        if self.retired_keys:
            lines.append(f"Khóa giải mã cũ / retired keys: {self.retired_keys}")
        if self.issuer is not None:
            lines.append(self.issuer.text())
        lines += [certificate.text() for certificate in self.certificates]
        return "\n".join(lines + [one.text() for one in self.objects])

    def document(self) -> dict[str, Any]:
        """The whole report under stable names, for JSON."""
        return {
            "reader": self.reader,
            "atr": self.atr.hex(),
            "profile": "piv",
            "guid": self.guid and self.guid.hex(),
            "expires": self.expires and self.expires.isoformat(),
            "pin": self.pin.name.lower(),
            "tries_left": self.tries_left,
            "puk_tries_left": self.puk_tries_left,
            "retired_keys": self.retired_keys,
            "issuer": self.issuer and self.issuer.document(),
            "certificates": [certificate.document() for certificate in self.certificates],
            "objects": [one.document() for one in self.objects],
        }


@dataclass(frozen=True, slots=True)
class UidReport:
    """A contactless card without an application that we know: its number, and how little that says."""

    reader: str
    atr: bytes
    uid: CardUid

    def text(self) -> str:
        """The whole report, a line for each fact."""
        kept = "cố định / kept" if self.uid.stable else "đổi mỗi lần chạm / new at each tap"
        return "\n".join(
            (
                *_head(self.reader, self.atr),
                f"UID: {self.uid.value.hex().upper()} ({kept}; sao chép được / copyable)",
                "Chỉ chấm công nếu đơn vị cho phép, không đăng nhập / check-in at most, never sign-in",
            )
        )

    def document(self) -> dict[str, Any]:
        """The whole report under stable names, for JSON."""
        return {
            "reader": self.reader,
            "atr": self.atr.hex(),
            "profile": "uid_only",
            "uid": self.uid.value.hex(),
            "stable": self.uid.stable,
        }


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """A citizen's card or passport, closed: what it is and how it opens, nothing of what it holds."""

    reader: str
    atr: bytes
    chip: ClosedChip

    def text(self) -> str:
        """The whole report, a line for each fact."""
        ways = "; ".join(self.chip.ways) or "BAC"
        known = "" if self.chip.speakable else " (không mở được / not spoken here)"
        return "\n".join(
            (
                *_head(self.reader, self.atr),
                f"Căn cước, hộ chiếu / citizen card, passport: {ways}{known}",
                "Đọc bằng / read it by: ioc-desk card read-id --can | --mrz",
            )
        )

    def document(self) -> dict[str, Any]:
        """The whole report under stable names, for JSON."""
        return {
            "reader": self.reader,
            "atr": self.atr.hex(),
            "profile": "emrtd",
            "pace": list(self.chip.ways),
            "speakable": self.chip.speakable,
        }


def _head(reader: str, atr: bytes) -> tuple[str, str]:
    """How every report begins: where the card is, and how it answered the reset."""
    return f"Đầu đọc / Reader: {reader}", f"ATR: {atr.hex(' ').upper()}"


def read_any(
    card: Card, anchors: Sequence[x509.Certificate] = (), entry: PinEntry | None = None
) -> CardReport | DocumentReport | UidReport:
    """What the card is; raises UnknownCard for one with contacts and no application of ours."""
    try:
        return read_report(card, anchors, entry)
    except UnknownCard:
        from cardio.emrtd.recognition import recognise  # with the ASN.1 library

        chip = recognise(card)
        if chip is not None:
            return DocumentReport(card.reader, card.atr, chip)
        if not card.contactless:
            raise
    with card.transaction():
        return UidReport(card.reader, card.atr, read_uid(card))


def read_report(
    card: Card, anchors: Sequence[x509.Certificate] = (), entry: PinEntry | None = None
) -> CardReport:
    """Read the card in one transaction, with an `entry` what its PIN guards too.

    Raises UnknownCard, what the transport raises, and with an `entry` PinFormat, PinWrong, PinBlocked.
    """
    with card.transaction():
        piv = Piv.select(card)
        found = issued.read(piv)
        identifier = found.chuid if isinstance(found.chuid, Chuid) else None
        pin = piv.find_pin()
        report = CardReport(
            card.reader,
            card.atr,
            identifier.guid if identifier else None,
            identifier.expires if identifier else None,
            None if card.contactless else piv.tries_left(),
            tuple(_certificate(piv, slot) for slot in Slot),
            None if card.contactless else piv.puk_tries_left(),
            _retired_keys(found.contents.get(objects.KEY_HISTORY)),
            pin,
        )
        if entry:
            found = found.beside(data_objects.read_guarded(piv, entry))
    issuer = judge_issuer(found, anchors, datetime.now(UTC))
    told = data_objects.told(found.found, issuer.certificate if issuer else None)
    return replace(report, issuer=issuer, objects=told)


def _retired_keys(content: bytes | None) -> int:
    try:
        history = key_history.read(content or b"")
    except ProtocolViolation:
        return 0
    return history.with_certificate + history.without_certificate


def _certificate(piv: Piv, slot: Slot) -> CertificateReport:
    try:
        return describe(slot, piv.certificate(slot))
    except _OF_THE_OBJECT as error:
        return CertificateReport(slot, failed=failure.of(error))


def describe(slot: Slot, certificate: x509.Certificate) -> CertificateReport:
    """The facts of one certificate."""
    return CertificateReport(
        slot,
        holder=holder_name(certificate),
        staff_code=staff_code(certificate),
        issuer=name_text(certificate.issuer),
        key=key_name(certificate.public_key()),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )
