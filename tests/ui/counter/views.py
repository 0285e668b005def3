"""Views of a visit as the use case gives them, without a reader."""

from __future__ import annotations

from datetime import date

from cardio.cccd.provenance import Source
from cardio.emrtd.verdict import Proof, Verdict
from cardio.errors import CardError
from desktop_app.reception import chip, identity
from desktop_app.reception.intake import understand
from desktop_app.reception.view import Activity, Presence, View
from tests.support.virtual_documents import document

TODAY = date(2026, 3, 2)
QR = "046199012345||Trần Thị Bích|17051999|Nữ|Phường Vỹ Dạ, Huế|01062024"
ALL = frozenset(Proof)


def verdict(*faults: CardError, proved: frozenset[Proof] = ALL) -> Verdict:
    """A verdict on the citizen card."""
    return Verdict("pace", proved, faults=faults)


def scanned() -> View:
    """The code was scanned; no card yet."""
    entry = understand(QR, Source.SERIAL_SCANNER, TODAY)
    return View("R", Presence.NO_CARD, lines=identity.lines(entry, chip.ChipFields(), None), entered=True)


def read(found: Verdict | None = None, *, concluded: bool = True) -> View:
    """The card was read whole; the address on the code is an older one."""
    entry = understand(QR, Source.SERIAL_SCANNER, TODAY)
    given = found or verdict()
    step = Activity.DONE if concluded else Activity.PHOTO
    return View(
        "R",
        Presence.CARD,
        activity=step,
        reached=step,
        lines=identity.lines(entry, chip.read(document().groups, TODAY), given),
        verdict=given,
        concluded=concluded,
        entered=True,
        can_read=concluded,
        has_private=True,
    )
