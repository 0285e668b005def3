"""The kiosk's alarm: a centre signs its receipts by a key that nobody has vouched for.

The centre's own key is put aside while it serves, so that it makes itself another; it comes back afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery.visit import Visit
from ui.tour.centre import Centre
from ui.tour.notes import COLLEAGUE
from ui.tour.official import SYNC_PATIENCE, Official
from ui.training.environment import KIOSK_READER

_ALARM = "biên nhận không thật"


def receipts(centre: Centre) -> Iterator[Visit]:
    """Yield the kiosk, open, after a tap for which there is a receipt of no genuine key."""
    key = centre.cards.parent / "pki" / "receipt-key.pem"
    aside = key.with_suffix(".aside")

    def forge(who: Official) -> None:
        who.program.disturb("release", KIOSK_READER)
        centre.stop()
        key.rename(aside)
        centre.start()
        who.program.press(f"Chạm ở kiosk: {COLLEAGUE.label}")
        who.program.until(lambda: _ALARM in who.program.screen(), "the alarm in the strip", SYNC_PATIENCE)

    yield Visit("kiosk-forged", forge, own_colours=True)
    centre.stop()
    if aside.exists():
        aside.replace(key)
    centre.start()
