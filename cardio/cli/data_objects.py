"""What a PIV card holds beside certificates and keys, an object in a line (SP 800-73-5 part 1, 3).

Names are told redacted, face and fingers by size and signer alone: what is in them never leaves this module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cardio import failure
from cardio.cli.issuer import OBJECT_NAMES
from cardio.cli.pin_entry import PinEntry
from cardio.errors import CardError
from cardio.piv import (
    Piv,
    biometrics,
    capability,
    chuid,
    discovery,
    key_history,
    objects,
    printed,
    security_object,
)
from cardio.piv.issued import GUARDED, Found, read_objects
from cardio.redaction import name_text, redacted

if TYPE_CHECKING:
    from cryptography import x509


@dataclass(frozen=True, slots=True)
class DataObject:
    """One object: what may be said of it, or what reading or judging it met; neither where there is none."""

    tag: int
    told: str = ""
    failed: failure.Failure | None = None

    @property
    def is_missing(self) -> bool:
        """Whether the card has none: most are optional on cards of other issuers."""
        return self.failed is None and not self.told

    def text(self) -> str:
        """One line."""
        said = f"lỗi / failed: {self.failed.text()}" if self.failed else self.told or "không có / none"
        return f"{_WORDS[self.tag]}: {said}"

    def document(self) -> dict[str, Any]:
        """The same under stable names, for JSON."""
        failed = self.failed.document() if self.failed else {"error": None}
        return {"object": OBJECT_NAMES[self.tag], "told": self.told or None, **failed}


def read_guarded(piv: Piv, entry: PinEntry) -> Found:
    """Read what the PIN guards, then log out; raises what presenting the PIN raises, and what ends it all."""
    with entry.unlocked(piv):
        return read_objects(piv, GUARDED)


def told(found: Found, issuer: x509.Certificate | None) -> tuple[DataObject, ...]:
    """What may be said of each; `issuer` signed the card's identifier, and as a rule face and fingers too."""
    return tuple(_told(tag, content, issuer) for tag, content in found.items() if tag in _WORDS)


def _told(tag: int, content: bytes | CardError | None, issuer: x509.Certificate | None) -> DataObject:
    if content is None:
        return DataObject(tag)
    if isinstance(content, CardError):
        return DataObject(tag, failed=failure.of(content))
    teller = _TELLERS.get(tag)
    try:
        said = _record(tag, content, issuer) if teller is None else teller(content)
    except CardError as error:
        return DataObject(tag, failed=failure.of(error))
    return DataObject(tag, said)


def _identifier(content: bytes) -> str:
    found = chuid.read(content)
    expires = f"{found.expires:%d/%m/%Y}" if found.expires else "—"
    return f"hết hạn / expires {expires}, FASC-N {'có / there' if found.fasc_n else '—'}"


def _capability(content: bytes) -> str:
    found = capability.read(content)
    identifier = found.card_identifier.hex().upper() or "—"
    return f"{identifier}, mô hình dữ liệu / data model {found.data_model:02X}"


def _discovery(content: bytes) -> str:
    found = discovery.read(content)
    ways = {
        "PIN ứng dụng / application PIN": found.application_pin,
        "PIN chung / global PIN": found.global_pin,
        "so vân tay trên thẻ / on-card comparison": found.on_card_comparison,
        "giao diện tiếp xúc ảo / virtual contact interface": found.virtual_contact,
    }
    return ", ".join(way for way, known in ways.items() if known) or "—"


def _history(content: bytes) -> str:
    found = key_history.read(content)
    return (
        f"{found.with_certificate} trên thẻ / on the card, {found.without_certificate} nơi khác / elsewhere"
    )


def _hashes(content: bytes) -> str:
    """Which objects its issuer hashed; whether the hashes are right is the issuer's line."""
    return ", ".join(
        OBJECT_NAMES.get(tag, f"{tag:06X}") for tag in security_object.read(content).tags.values()
    )


def _printed(content: bytes) -> str:
    found = printed.read(content)
    fields = (redacted(found.name), found.affiliation, found.organisation, found.expires)
    return " · ".join(field for field in fields if field) or "trống / empty"


def _record(tag: int, content: bytes, issuer: x509.Certificate | None) -> str:
    """How large the record is, and whose signature over it holds."""
    from cardio.trust import piv_data  # with the ASN.1 library

    record = biometrics.read(content)
    size = f"{len(record.record)} byte"
    if not record.signature:
        return f"{size}, không chữ ký / unsigned"
    signer = piv_data.record_signer(record, issuer, tag)
    return f"{size}, chữ ký đúng / the signature holds: {name_text(signer.subject)}"


_WORDS: Final = {
    objects.CHUID: "Mã định danh / CHUID",
    objects.CCC: "Khối mô tả thẻ / CCC",
    objects.DISCOVERY: "Đối tượng chỉ ứng dụng / discovery",
    objects.KEY_HISTORY: "Lịch sử khóa / key history",
    objects.SECURITY_OBJECT: "Đối tượng bảo mật / security object",
    objects.PRINTED: "Thông tin in trên thẻ / printed",
    objects.FACE: "Ảnh / face",
    objects.FINGERPRINTS: "Vân tay / fingerprints",
}
_TELLERS: Final[Mapping[int, Callable[[bytes], str]]] = {
    objects.CHUID: _identifier,
    objects.CCC: _capability,
    objects.DISCOVERY: _discovery,
    objects.KEY_HISTORY: _history,
    objects.SECURITY_OBJECT: _hashes,
    objects.PRINTED: _printed,
}
