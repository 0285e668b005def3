"""The views of the counter: a document read, one that must not be relied upon, a wrong number, nobody."""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery import at_readers
from ui.gallery.visit import Visit, go_to_page
from ui.tour.acts import counter
from ui.tour.official import Official


def clerk() -> Iterator[Visit]:
    """Yield the counter: a card read, one that was altered, a wrong number, and the empty page at the end."""
    yield Visit("counter-card", _counter_card)
    yield Visit("counter-altered", _counter_altered)
    yield Visit("counter-wrong-number", _counter_wrong_number)
    yield Visit("counter-empty", _counter_empty)
    yield from at_readers.at_counter()


def _counter_card(who: Official) -> None:
    go_to_page(who, "Quầy")
    who.program.press("Giấy tờ người dân")
    counter.enter(who, counter.NUMBER)
    who.program.press(f"Đặt lên đầu đọc: {counter.GENUINE}")
    who.program.until(lambda: who.program.shows("Ảnh trong chip"), "the photo")


def _counter_altered(who: Official) -> None:
    who.program.press("Người tiếp theo")
    who.program.press(f"Đặt lên đầu đọc: {counter.ALTERED}")
    who.program.until(lambda: who.program.shows(f"Trên đầu đọc: {counter.ALTERED}"), "the card lies there")
    counter.enter(who, counter.ANOTHER)
    who.program.until(lambda: who.program.shows(counter.RED), "the red badge")


def _counter_wrong_number(who: Official) -> None:
    who.program.press("Người tiếp theo")
    counter.enter(who, counter.NUMBER)
    who.program.until(lambda: "Chip không mở" in who.program.screen(), "the sentence")


def _counter_empty(who: Official) -> None:
    who.program.press("Người tiếp theo")
    who.program.press("Lấy giấy tờ ra")
    who.program.until(lambda: "Chưa có người dân" in who.program.screen(), "the empty page")
