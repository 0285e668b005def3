"""A small Huế in a real encrypted store: units, officers, reports, as the server tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from desktop_app.domain.content import content_sha256
from desktop_app.domain.deadlines import default_calendar, due_at
from desktop_app.domain.report import (
    Answer,
    Assignment,
    CodedReason,
    Entry,
    Outcome,
    Place,
    Priority,
    Procedure,
    Report,
)
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
"""A Tuesday, ten in the morning in Huế."""
COUNT = 150
"""Reports in the city, unless a test asks for more."""
WARD, OTHER_WARD, TEAM = "hue-19789", "hue-19777", "hue-doi-htdt"
HANDLER, LEADER, DISPATCHER, PUBLISHER = "hue-p02", "hue-p03", "hue-p01", "hue-p04"
ROLES = {HANDLER: Role.HANDLER, LEADER: Role.APPROVER, DISPATCHER: Role.DISPATCHER, PUBLISHER: Role.PUBLISHER}
NAMES = {
    HANDLER: "Nguyễn Thành An",
    LEADER: "Trần Quốc Bửu",
    DISPATCHER: "Lê Thị Khánh Vân",
    PUBLISHER: "Phan Minh Thục",
}
HOME_UNIT = {HANDLER: WARD, LEADER: WARD, DISPATCHER: "hue-ioc", PUBLISHER: "hue-ioc"}

_UNITS = (
    ("hue-46", "Thành phố Huế", "Huế City", "city", None, "46"),
    (WARD, "Phường Thuận Hóa", "Thuận Hóa Ward", "ward", "hue-46", "19789"),
    (OTHER_WARD, "Phường Vỹ Dạ", "Vỹ Dạ Ward", "ward", "hue-46", "19777"),
    (TEAM, "Tổ Hạ tầng đô thị", "Urban Infrastructure Team", "agency", WARD, None),
    ("hue-ioc", "Trung tâm IOC", "IOC", "ioc", "hue-46", None),
)
_CATEGORIES = (
    ("environment", "Vệ sinh môi trường", "Environment", "Dọn sạch và ảnh sau khắc phục"),
    ("roads", "Hạ tầng giao thông", "Roads", "Sửa mặt đường"),
    ("urban", "Hạ tầng đô thị", "Urban infrastructure", "Thông thoát cống"),
)
_MATTERS = (
    ("urban", "ngập sâu sau mưa", "nước ngập đến nửa bánh xe, chảy vào nhà dân hai bên đường"),
    ("environment", "có bãi rác tự phát", "rác tồn đọng nhiều ngày, mùi hôi nồng nặc, ruồi muỗi rất nhiều"),
    ("roads", "xuất hiện ổ gà lớn", "mặt đường bong tróc, xe máy rất dễ ngã vào ban đêm"),
    ("urban", "đèn đường không sáng", "cả đoạn đường tối om từ đầu tuần, người già đi bộ rất nguy hiểm"),
    ("urban", "nắp cống bị vỡ", "miệng cống hở giữa lối đi, đã có cháu nhỏ suýt rơi xuống"),
)
_STREETS = (
    "Bà Triệu", "Trần Phú", "Lê Lợi", "Nguyễn Huệ", "Phan Chu Trinh", "Đống Đa", "Hùng Vương", "Bến Nghé",
    "Hai Bà Trưng", "Ngô Quyền", "Điện Biên Phủ", "Phan Bội Châu", "Nguyễn Sinh Cung", "Đặng Văn Ngữ",
)  # fmt: skip
_STATES = (
    State.DISTRIBUTED, State.IN_PROGRESS, State.IN_PROGRESS, State.AWAITING_APPROVAL, State.APPROVED,
    State.MONITORING, State.RECEIVED, State.VERIFIED, State.RETURNED, State.PUBLISHED, State.AWAITING_CITIZEN,
)  # fmt: skip
_WITH_ANSWER = frozenset({State.AWAITING_APPROVAL, State.APPROVED, State.PUBLISHED})
_UNASSIGNED = frozenset({State.RECEIVED, State.VERIFIED, State.RETURNED})


def fill(store: AccountStore, count: int = COUNT) -> list[Report]:
    """Put the directory and ``count`` reports with their timelines into ``store``; return the reports."""
    reports = [report(number) for number in range(count)]
    with store.write() as tx:
        for entity, data in directory():
            store.directory.put(tx, entity, data)
        for each in reports:
            store.reports.put_base(tx, as_json(each))
            for entry in timeline(each):
                store.entries.put(tx, as_json(entry))
    return reports


def directory() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield units, officers, categories and a template as the feed carries them."""
    for unit_id, name, name_en, kind, parent, code in _UNITS:
        yield (
            "unit",
            {"id": unit_id, "name": name, "name_en": name_en, "kind": kind, "parent": parent, "code": code},
        )
    for person, name in NAMES.items():
        yield (
            "officer",
            {"id": person, "name": name, "unit_id": HOME_UNIT[person], "roles": [ROLES[person].value]},
        )
    for category, name, name_en, deliverable in _CATEGORIES:
        yield "category", {"id": category, "name": name, "name_en": name_en, "deliverable": deliverable}
    yield (
        "template",
        {
            "id": "t1",
            "state": "in_progress",
            "language": "vi",
            "title": "Đã khắc phục xong",
            "category": "urban",
            "text": "Kính gửi: Quý Ông/Bà.\n{unit} đã khắc phục xong sự cố.\nTrân trọng./.",
        },
    )


def report(number: int) -> Report:
    """Return the ``number``-th report of the city, always the same one."""
    category, matter, detail = _MATTERS[number % len(_MATTERS)]
    street = _STREETS[number % len(_STREETS)]
    state = _STATES[number % len(_STATES)]
    received = NOW - timedelta(hours=7 * number + 3)
    ward = "19777" if number % 4 == 3 else "19789"
    built = Report(
        id=f"0199{number:04d}-0000-7000-8000-{number:012d}",
        code=f"HUE-2026-{18234 - number:06d}",
        version=3,
        state=state,
        title=f"Đường {street} {matter}" + (f" (đoạn {number // 14 + 1})" if number >= 14 else ""),
        text=f"Kính gửi chính quyền, tại số {number + 2} đường {street} {detail}. Mong sớm được xử lý.",
        received_at=received,
        category=category,
        source=("app", "hotline", "web")[number % 3],
        procedure=Procedure.INSTANT if number % 23 == 5 else Procedure.TIMED,
        priority=Priority.HIGH if number % 11 == 4 else Priority.NORMAL,
        place=Place(unit_code=ward, address=f"{number + 2} {street}"),
        evidence={"camera": f"CAM-{number:03d}", "time": "08:15"} if number % 7 == 2 else {},
        field_versions={"workflow": 3},
    )
    return _assigned(built, number, ward)


def _assigned(built: Report, number: int, ward: str) -> Report:
    if built.state is State.RETURNED:
        reason = CodedReason("not_our_area", "Đoạn đường này thuộc phường bên cạnh.", WARD, built.received_at)
        return replace(built, returns=(reason,))
    if built.state in _UNASSIGNED:
        return built
    due = due_at(built.received_at, 2 + number % 8, default_calendar())
    unit = WARD if ward == "19789" else OTHER_WARD
    owner = HANDLER if unit == WARD and number % 2 == 0 else unit
    job = Assignment(unit, owner, "Thông thoát cống, ảnh trước và sau", due)
    assigned = replace(built, assignment=job, distributed_at=built.received_at)
    return replace(assigned, answer=_answer(built, unit)) if built.state in _WITH_ANSWER else assigned


def _answer(built: Report, unit: str) -> Answer:
    text = (
        "Kính gửi: Quý Ông/Bà.\nVấn đề quý Ông/Bà phản ánh, Phường Thuận Hóa xin thông báo kết quả như sau: "
        "đơn vị đã nạo vét cống thoát nước và dọn sạch mặt đường.\nTrân trọng./."
    )
    submitted = built.received_at + timedelta(hours=30)
    answer = Answer(text, content_sha256(text, Outcome.FIXED, unit), Outcome.FIXED, unit, HANDLER, submitted)
    if built.state is State.AWAITING_APPROVAL:
        return answer
    signed = replace(answer, approved_by=LEADER, approved_at=submitted, capacity="KT.")
    if built.state is State.APPROVED:
        return signed
    return replace(signed, published_by=PUBLISHER, published_at=submitted)


def timeline(each: Report) -> Iterator[Entry]:
    """Yield what happened to a report so far."""
    steps = [("received", DISPATCHER, ""), ("verify", DISPATCHER, ""), ("distribute", DISPATCHER, "")]
    steps += [("note", HANDLER, "Đã gọi điện cho tổ trưởng tổ dân phố.")]
    for place, (kind, person, text) in enumerate(steps):
        yield Entry(
            id=f"{each.id[:-4]}{place:04d}",
            report_id=each.id,
            kind=kind,
            at=each.received_at + timedelta(minutes=11 * place),
            by=person,
            by_name=NAMES[person],
            unit=HOME_UNIT[person],
            text=text,
            public=kind != "note",
        )


def as_json(item: Report | Entry) -> dict[str, Any]:
    """Return a report or a line of its timeline as the JSON the feed carries."""
    built: dict[str, Any] = msgspec.to_builtins(item)
    return built
