"""Twenty reports, seven kinds of command, answers in full Vietnamese; then what the centre must have.

Each deed names what must be at the centre afterwards; anything beyond that was fired by composing.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.support.deadline import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.input_method.official import Official

HANDLER_ID = "hue-p02"
SECONDS_TO_ARRIVE = 60.0

ANSWERS = (
    "Đơn vị đã thông tắc hố ga, nạo vét bùn và khơi thông dòng chảy trước ngõ; đường đã khô ráo.",
    "Tổ quản lý đã cắt tỉa những cành gãy đổ, dựng lại cây nghiêng và dọn sạch mặt đường.",
    "Chúng tôi đã nhắc nhở hộ kinh doanh, thu dọn vật liệu và trả lại vỉa hè cho người đi bộ.",
    "Đội chiếu sáng đã thay bóng hỏng, kiểm tra tủ điện; đèn sáng trở lại từ tối hôm qua.",
    "Xe rác đã thu gom điểm tồn đọng; lịch thu gom mới là sáu giờ sáng mỗi ngày.",
)
NOTES = (
    "Đã gọi người phản ánh, hẹn kiểm tra hiện trường sáng mai.",
    "Chờ Công ty Môi trường xác nhận lịch nạo vét.",
    "Ảnh hiện trường chưa đủ rõ, đề nghị chụp lại sau mưa.",
    "Theo dõi thêm một tuần, nếu tái diễn thì xử phạt.",
)
RETURNS = (
    "Việc này thuộc tuyến quốc lộ, đề nghị chuyển Sở Xây dựng xử lý.",
    "Địa điểm nằm ở phường bên cạnh, xin điều phối lại.",
)
EXTENSIONS = (
    "Mưa lớn kéo dài, nước chưa rút nên chưa thể thi công; xin thêm thời gian.",
    "Thợ đang sửa lưới điện sau bão, vật tư sẽ về trong tuần tới.",
    "Cần phối hợp với đơn vị cấp nước trước khi đào đường.",
)
TAG = "ngập úng"
_ANSWER = "Nội dung trả lời (người dân sẽ đọc đúng như thế này)"


@dataclass(frozen=True, slots=True)
class Deed:
    """One report triaged: the command as the centre calls it, the words, and how it is done by keys."""

    code: str
    kind: str
    words: str
    do: Callable[[Official], None]


def deeds(centre: Path) -> Iterator[Deed]:
    """Choose the reports of the handler at the centre and yield what is to be done to each."""
    accepted, rest = _split(_codes(centre, "distributed"), 4)
    returned, _ = _split(rest, 2)
    answered, rest = _split(_codes(centre, "in_progress"), 5)
    noted, rest = _split(rest, 2)
    waiting = [*_codes(centre, "monitoring")[:1], *_codes(centre, "awaiting_citizen")[:1]]
    extended, rest = _split(rest, 3)
    yield from (Deed(code, "accept", "", _accept) for code in accepted)
    yield from (
        Deed(code, "return", words, _return(words)) for code, words in zip(returned, RETURNS, strict=True)
    )
    yield from (
        Deed(code, "submit", words, do(words))
        for code, words, do in zip(answered, ANSWERS, _ANSWERED, strict=True)
    )
    yield from (
        Deed(code, "note", words, _note(words)) for code, words in zip([*noted, *waiting], NOTES, strict=True)
    )
    yield from (
        Deed(code, "request_extension", words, _extend(words))
        for code, words in zip(extended, EXTENSIONS, strict=True)
    )
    yield Deed(rest[0], "tag", TAG, _tag)
    yield Deed(rest[1], "prioritise", "", _prioritise)


def differences(centre: Path, meant: list[Deed]) -> list[str]:
    """Wait for all of it; return what is missing, what nobody meant, and every text that differs."""
    expected = Counter((deed.code, deed.kind) for deed in meant)
    try:
        until(lambda: not expected - _done(centre), SECONDS_TO_ARRIVE, "every command at the centre")
    except AssertionError as late:
        problems = [str(late)]
    else:
        problems = []
    done = _done(centre)
    problems += [f"missing: {kind} on {code}" for code, kind in (expected - done).elements()]
    problems += [f"nobody meant: {kind} on {code}" for code, kind in (done - expected).elements()]
    for deed in meant:
        texts = _texts(centre, deed.code)
        if deed.words not in texts:
            problems.append(
                f"{deed.kind} on {deed.code}: not found as meant: {deed.words!r} in {texts[-400:]!r}"
            )
    return problems


def _accept(who: Official) -> None:
    who.carry_on()
    who.program.until(lambda: who.program.shows("Đã nhận xử lý."), "the acceptance is said")


def _return(words: str) -> Callable[[Official], None]:
    def do(who: Official) -> None:
        who.command("Trả lại")
        who.choose("Lý do", "Không thuộc")
        who.fill("Giải thích cho điều phối viên", words)
        who.finish("Xác nhận: Trả lại")

    return do


def _submit(words: str) -> Callable[[Official], None]:
    def do(who: Official) -> None:
        who.carry_on()
        who.fill(_ANSWER, words)
        who.choose("Kết quả", "Đã khắc phục")
        who.finish("Xác nhận: Gửi duyệt")

    return do


def _fill_template(words: str) -> Callable[[Official], None]:
    """Find a template by its name, composing and all; its blank is selected and written over."""

    def do(who: Official) -> None:
        who.carry_on()
        who.step_back_to("Chèn mẫu")
        who.keyboard.write("Đã khắc phục")
        who.keyboard.press("Return")
        who.program.until(lambda: who.program.focused() == _ANSWER, "the keyboard in the answer's blank")
        who.keyboard.write(words)
        who.choose("Kết quả", "Đã khắc phục")
        who.finish("Xác nhận: Gửi duyệt")

    return do


_ANSWERED = (_submit, _submit, _submit, _fill_template, _fill_template)
"""How each of the answers is written."""


def _note(words: str) -> Callable[[Official], None]:
    def do(who: Official) -> None:
        who.command("Ghi chú")
        who.fill("Ghi chú nội bộ (người dân không thấy)", words)
        who.finish("Xác nhận: Ghi chú")

    return do


def _extend(words: str) -> Callable[[Official], None]:
    def do(who: Official) -> None:
        who.command("Xin gia hạn")
        who.choose("Lý do", "Thời tiết")
        who.fill("Giải thích (người dân sẽ đọc)", words)
        who.finish("Xác nhận: Xin gia hạn")

    return do


def _tag(who: Official) -> None:
    who.command("Nhãn")
    who.fill("Các nhãn, cách nhau bằng dấu phẩy", TAG)
    who.finish("Xác nhận: Nhãn")


def _prioritise(who: Official) -> None:
    who.command("Mức ưu tiên")
    who.choose("Mức ưu tiên", "Cao")
    who.finish("Xác nhận: Mức ưu tiên")


# --- what the centre has, read beside the programs ---


def _codes(centre: Path, state: str) -> list[str]:
    """Return the codes of the handler's reports in one state."""
    found = (
        report["code"]
        for report in _entities(centre, "report")
        if report["state"] == state
        and (report.get("assignment") or {}).get("owner") == HANDLER_ID
        and report["organisation"] == "hue"
    )
    return sorted(found)


def _done(centre: Path) -> Counter[tuple[str, str]]:
    codes = {report["id"]: report["code"] for report in _entities(centre, "report")}
    rows = _rows(centre, "SELECT entity_id, kind FROM event_log WHERE status = 'applied'")
    return Counter((codes[entity_id], kind) for entity_id, kind in rows)


def _texts(centre: Path, code: str) -> str:
    """Return every text that a report carries at the centre, its timeline's included."""
    report = next(each for each in _entities(centre, "report") if each["code"] == code)
    entries = [each for each in _entities(centre, "entry") if each["report_id"] == report["id"]]
    return json.dumps([report, *entries], ensure_ascii=False)


def _entities(centre: Path, kind: str) -> list[dict[str, Any]]:
    rows = _rows(centre, "SELECT data FROM entity WHERE entity = ? AND NOT removed", kind)
    return [json.loads(data) for (data,) in rows]


def _rows(centre: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(f"file:{centre}?mode=ro", uri=True)
    try:
        return database.execute(query, values).fetchall()
    finally:
        database.close()


def _split(codes: list[str], count: int) -> tuple[list[str], list[str]]:
    return codes[:count], codes[count:]
