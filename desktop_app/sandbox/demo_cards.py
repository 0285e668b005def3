"""The cards of the training tray: one per role, those whom work goes to, three that must not work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cardio.simulator import KeyKind
from desktop_app.domain.organisation import Officer

DEMO_PIN: Final = "123456"
DEMO_PUK: Final = "12345678"
_VALID_DAYS, _EXPIRED_SINCE = 1095, timedelta(days=30)


class CardState(StrEnum):
    """What a card is good for; the tray prints it on the card."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class DemoCard:
    """One card: whose it is, in which role, with what keys, in what state."""

    role: str
    number: int
    officer_id: str
    label_vi: str
    label_en: str
    kind: KeyKind = KeyKind.P256
    state: CardState = CardState.VALID

    @property
    def file_name(self) -> str:
        """The card's file in ``cards/``."""
        return f"{self.role}-{self.number}.json"

    def validity(self, now: datetime) -> tuple[datetime, int]:
        """Return from when, and for how many days, the card is valid."""
        if self.state is CardState.EXPIRED:
            return now - _EXPIRED_SINCE - timedelta(days=_VALID_DAYS), _VALID_DAYS
        return now - timedelta(days=1), _VALID_DAYS

    def index_row(self, officer: Officer, unit: str) -> dict[str, str]:
        """Return what ``index.json`` says about the card."""
        return {
            "file": self.file_name,
            "label_vi": self.label_vi,
            "label_en": self.label_en,
            "role": self.role,
            "name": officer.name,
            "unit": unit,
            "pin": DEMO_PIN,
            "state": self.state.value,
            "kind": self.kind.name,
        }


DEMO_CARDS: Final = (
    DemoCard("dispatcher", 1, "hue-p01", "Điều phối viên", "Dispatcher"),
    DemoCard("handler", 1, "hue-p02", "Người xử lý", "Handler"),
    DemoCard("handler", 2, "hue-p09", "Đồng nghiệp cùng đơn vị", "Colleague of the same unit"),
    DemoCard("handler", 6, "hue-p12", "Phòng chuyên môn của phường", "Division below the ward"),
    DemoCard("handler", 7, "hue-p42", "Đơn vị phối hợp", "Co-processing unit"),
    DemoCard("approver", 1, "hue-p03", "Lãnh đạo duyệt", "Unit approver", KeyKind.RSA2048),
    DemoCard("publisher", 1, "hue-p04", "Người công bố", "IOC publisher", KeyKind.P384),
    DemoCard("hotline", 1, "hue-p15", "Tổng đài viên", "Hotline operator"),
    DemoCard("hotline", 2, "hue-p16", "Tổng đài viên ca sau", "Hotline operator of the next shift"),
    DemoCard("supervisor", 1, "hue-p05", "Giám sát", "Supervisor"),
    DemoCard("misconduct_recipient", 1, "hue-p06", "Tiếp nhận phản ánh cán bộ", "Misconduct recipient"),
    DemoCard("clerk", 1, "hue-p07", "Công chức một cửa", "Counter clerk"),
    DemoCard("site_admin", 1, "hue-p08", "Quản trị tại chỗ", "Site admin"),
    DemoCard("handler", 3, "hue-p10", "Thẻ hết hạn", "Expired card", state=CardState.EXPIRED),
    DemoCard("handler", 4, "hue-p11", "Thẻ bị thu hồi", "Revoked card", state=CardState.REVOKED),
    DemoCard("handler", 5, "hue-p40", "Thẻ bị khóa", "Blocked card", state=CardState.BLOCKED),
)
"""In the order of the tray. The PIN is printed on each, for these are for practice only."""


@dataclass(frozen=True, slots=True)
class NumberCard:
    """An old access card that has a number only: it checks in by that, and nothing else."""

    number: int
    officer_id: str
    uid: bytes
    label_vi: str
    label_en: str

    @property
    def file_name(self) -> str:
        """The card's file in ``cards/``."""
        return f"uid-{self.number}.json"

    def index_row(self, officer: Officer, unit: str) -> dict[str, str]:
        """Return what ``index.json`` says about the card: it has no PIN."""
        return {
            "file": self.file_name,
            "label_vi": self.label_vi,
            "label_en": self.label_en,
            "role": "uid",
            "name": officer.name,
            "unit": unit,
            "pin": "",
            "state": CardState.VALID.value,
            "kind": "UID",
        }


NUMBER_CARDS: Final = (
    NumberCard(
        1, "hue-p13", bytes.fromhex("04A2C3E4F51680"), "Thẻ từ cũ, chỉ có số", "Old card, number only"
    ),
)
"""What the city still has of them."""
