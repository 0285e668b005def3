"""What people see of a reader that does not just work: another program, silence, no reader, a card torn off.

The tray's hands cannot do that, so the harness does (``ui.tour.disturbance``); every way ends with the reader
as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from ui.gallery.visit import Visit, go_back, go_to_page
from ui.tour.acts import counter
from ui.tour.notes import HANDLER
from ui.tour.official import Official
from ui.training.environment import CITIZEN_READER, DESK_READER, KIOSK_READER

_OUT, _TAKE_AWAY = "Rút thẻ", "Lấy giấy tờ ra"
_STAFF = "Thẻ cán bộ"
"""The tray's page that whoever comes next finds their card on."""
_LAY_DOWN = f"Đặt lên đầu đọc: {counter.GENUINE}"
_TAP = f"Chạm ở kiosk: {HANDLER.label}"
_PREPARING = "Đang chuẩn bị thẻ"
_SECONDS_AN_APDU = 1.5
"""Slow enough that a reading lasts while it is photographed, quick enough to be no hang."""


def door() -> Iterator[Visit]:
    """Yield the sign-in, *My card* and the doctor before anybody could sign in."""
    yield Visit("my-card-none", _my_card_none)
    yield Visit("sign-in-preparing", _sign_in_preparing)
    yield Visit("my-card-preparing", lambda who: go_to_page(who, "Thẻ của tôi"))
    yield Visit("sign-in-held", _sign_in_held)
    yield Visit("my-card-held", lambda who: go_to_page(who, "Thẻ của tôi"))
    yield Visit("doctor-held", lambda who: go_to_page(who, "Khám thẻ"))
    yield Visit("sign-in-silent", _sign_in_silent)
    yield Visit("doctor-silent", lambda who: go_to_page(who, "Khám thẻ"))
    yield Visit("sign-in-no-reader", _sign_in_no_reader)
    yield Visit("sign-in-reader-back", _sign_in_reader_back)


def at_counter() -> Iterator[Visit]:
    """Yield the counter; somebody's number is entered, nothing lies on the reader yet."""
    yield Visit("counter-preparing", _counter_preparing)
    yield Visit("counter-held", _counter_held)
    yield Visit("counter-reading", _counter_reading)
    yield Visit("counter-torn-off", _counter_torn_off)
    yield Visit("counter-silent", _counter_silent)
    yield Visit("counter-no-reader", _counter_no_reader)
    yield Visit("doctor-document", _doctor_document)


def at_kiosk() -> Iterator[Visit]:
    """Yield the kiosk, open: a slow card, one left there, no reader, no service, one that others hold."""
    yield Visit("kiosk-slow", _kiosk_slow, own_colours=True)
    yield Visit("kiosk-left", _kiosk_left, own_colours=True)
    yield Visit("kiosk-no-reader", _kiosk_no_reader, own_colours=True)
    yield Visit("kiosk-no-service", _kiosk_no_service, own_colours=True)
    yield Visit("kiosk-held", _kiosk_held, own_colours=True)


def _kiosk_slow(who: Official) -> None:
    who.program.press("Hủy")  # the officer's panel of the visit before
    who.program.disturb("linger", KIOSK_READER)
    who.program.disturb("slow", KIOSK_READER, seconds=_SECONDS_AN_APDU)
    who.program.press(_TAP)
    _says(who, "Giữ yên thẻ")


def _kiosk_left(who: Official) -> None:
    _says(who, "Xin lấy lại thẻ")


def _kiosk_no_reader(who: Official) -> None:
    who.program.disturb("take", KIOSK_READER)
    who.program.disturb("release", KIOSK_READER)
    who.program.disturb("unplug", KIOSK_READER)
    _says(who, "Đang chờ đầu đọc")


def _kiosk_no_service(who: Official) -> None:
    who.program.disturb("service", KIOSK_READER, runs=False)
    _says(who, "Đang chờ dịch vụ thẻ")


def _kiosk_held(who: Official) -> None:
    who.program.disturb("service", KIOSK_READER, runs=True)
    who.program.disturb("plug", KIOSK_READER)
    _says(who, "Mời chạm thẻ")
    who.program.disturb("linger", KIOSK_READER, answers=True)
    who.program.disturb("hold", KIOSK_READER)
    who.program.press(_TAP)
    who.program.until(lambda: any("CHƯA GHI" in name for name in who.program.names()), "the refusal")


def _sign_in_preparing(who: Official) -> None:
    go_back(who)
    who.program.disturb("prepare", DESK_READER)
    who.insert(HANDLER)
    _says(who, _PREPARING)


def _sign_in_held(who: Official) -> None:
    go_back(who)
    who.program.press(_OUT)
    who.program.disturb("hold", DESK_READER)
    who.insert(HANDLER)
    _says(who, "Thẻ này không dùng được")


def _sign_in_silent(who: Official) -> None:
    go_back(who)
    who.program.press(_OUT)
    who.program.disturb("release", DESK_READER)
    who.program.disturb("hang", DESK_READER)
    who.insert(HANDLER)
    _says(who, "Đầu đọc không phản hồi")


def _sign_in_no_reader(who: Official) -> None:
    go_back(who)
    for reader in (DESK_READER, KIOSK_READER, CITIZEN_READER):
        who.program.disturb("unplug", reader)
    _says(who, "Cắm đầu đọc thẻ")


def _sign_in_reader_back(who: Official) -> None:
    for reader in (DESK_READER, KIOSK_READER, CITIZEN_READER):
        who.program.disturb("plug", reader)
        who.program.disturb("release", reader)
    who.program.press(_OUT)
    _says(who, "Cắm thẻ vào đầu đọc")


def _my_card_none(who: Official) -> None:
    go_to_page(who, "Thẻ của tôi")
    _says(who, "Chưa có thẻ trong đầu đọc")


def _counter_preparing(who: Official) -> None:
    who.program.disturb("prepare", CITIZEN_READER)
    who.program.press(_LAY_DOWN)
    counter.enter(who, counter.NUMBER)
    _says(who, "Chương trình khác còn đang dùng thẻ")


def _counter_held(who: Official) -> None:
    who.program.press(_TAKE_AWAY)
    who.program.disturb("hold", CITIZEN_READER)
    who.program.press(_LAY_DOWN)
    _says(who, "Chương trình khác đang giữ thẻ")


def _counter_reading(who: Official) -> None:
    who.program.press(_TAKE_AWAY)
    who.program.disturb("release", CITIZEN_READER)
    who.program.disturb("slow", CITIZEN_READER, seconds=_SECONDS_AN_APDU)
    who.program.press(_LAY_DOWN)
    who.program.until(lambda: who.program.shows("Mở chip, đọc danh tính: xong"), "the identity")


def _counter_torn_off(who: Official) -> None:
    who.program.press(_TAKE_AWAY)
    _says(who, "thẻ bị nhấc ra khi đang đọc")


def _counter_silent(who: Official) -> None:
    who.program.disturb("release", CITIZEN_READER)
    who.program.disturb("hang", CITIZEN_READER)
    who.program.press(_LAY_DOWN)
    _says(who, "Rút đầu đọc")


def _counter_no_reader(who: Official) -> None:
    who.program.disturb("unplug", CITIZEN_READER)
    _says(who, "Chưa có đầu đọc")


def _doctor_document(who: Official) -> None:
    who.program.disturb("plug", CITIZEN_READER)
    who.program.disturb("release", CITIZEN_READER)
    who.program.press(_TAKE_AWAY)
    who.program.press(_LAY_DOWN)
    who.program.press(_STAFF)
    go_to_page(who, "Khám thẻ")
    _says(who, "EF.CardAccess")


def _says(who: Official, words: str) -> None:
    who.program.until(lambda: words in who.program.screen(), words)
