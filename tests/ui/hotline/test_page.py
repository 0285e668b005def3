"""The page of a call: written, kept, sealed, sent, undone, joined, corrected."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.report import Procedure
from desktop_app.news import DirectoryChanged, Locked, LockReason, OutboxChanged, ReportGone
from tests.support.widgets import child
from tests.ui.hotline.conftest import Desk
from ui.hotline.page import HotlinePage
from ui.language import Language, install
from ui.tasks import Tasks


def write(page: HotlinePage, **words: str) -> None:
    """Type into fields by their names."""
    for name, text in words.items():
        editor = page.findChild(QLineEdit, f"field.{name}")
        if editor is not None:
            editor.setText(text)
            editor.textEdited.emit(text)
        else:
            field = page.findChild(QPlainTextEdit, f"field.{name}")
            assert field is not None, name
            field.setPlainText(text)


def press(page: HotlinePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    button.click()


def told(page: HotlinePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def rows(page: HotlinePage, name: str) -> list[str]:
    found = page.findChild(QListWidget, f"{name}.list")
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def take_one(page: HotlinePage) -> None:
    write(page, text="Cống nghẹt, nước tràn", place="thuan hoa", address="12 Lê Lợi", name="Bà Sáu")
    page.findChild(QListWidget, "field.place.names").itemClicked.emit(  # type: ignore[union-attr]
        page.findChild(QListWidget, "field.place.names").item(0)  # type: ignore[union-attr]
    )
    page.send()


def test_a_call_is_sent_with_a_number_to_read_and_its_caller_sealed(page: HotlinePage, desk: Desk) -> None:
    take_one(page)
    [pending] = desk.workplace.store.outbox.waiting()
    payload = pending.event.payload
    assert payload["place"]["unit_code"] == "19789"
    assert desk.opened(payload["caller"]).name == "Bà Sáu"
    assert f"temporary number {payload['reference']}" in told(page)
    assert "Bà Sáu" not in told(page)
    assert not page.written().caller
    assert len(rows(page, "hotline.calls")) == 1


def test_the_number_to_read_is_in_sight_however_far_down_one_wrote(page: HotlinePage, qtbot: QtBot) -> None:
    page.resize(800, 360)
    bar = child(page, QScrollArea, "hotline.scroll").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=20_000)
    bar.setValue(bar.maximum())
    take_one(page)
    notice = child(page, QWidget, "hotline.notice")
    qtbot.waitUntil(lambda: not notice.visibleRegion().isEmpty(), timeout=20_000)
    qtbot.waitUntil(lambda: notice.visibleRegion().boundingRect().size() == notice.size(), timeout=20_000)


def test_the_code_takes_the_numbers_place_when_it_comes(page: HotlinePage, desk: Desk, qtbot: QtBot) -> None:
    take_one(page)
    call = desk.calls.taken()[0]
    desk.answered("PA-2026-000417")
    desk.workplace.bus.publish(OutboxChanged(call.id, call.report_id, OutboxState.ACKNOWLEDGED))
    qtbot.waitUntil(lambda: "Received: code PA-2026-000417." in told(page), timeout=20_000)
    assert "PA-2026-000417" in rows(page, "hotline.calls")[0]


def test_undo_brings_the_call_back_into_the_form(page: HotlinePage, desk: Desk) -> None:
    take_one(page)
    page.undo()
    assert desk.workplace.store.outbox.waiting() == []
    assert page.written().text == "Cống nghẹt, nước tràn"
    assert "nobody can read it here any more" in told(page)
    assert desk.calls.draft().caller == page.written().caller is not None


def test_too_late_to_undo_is_said(page: HotlinePage, desk: Desk) -> None:
    take_one(page)
    desk.answered("PA-1")
    page.undo()
    assert "Too late to undo" in told(page)


def test_what_is_missing_is_said_beside_its_field_in_the_language_in_force(
    page: HotlinePage, desk: Desk, qtbot: QtBot
) -> None:
    write(page, text="Cống nghẹt")
    page.send()
    assert "This is needed." in told(page)
    assert page.written().text == "Cống nghẹt"
    assert desk.workplace.store.outbox.waiting() == []
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "Cần điền mục này." in told(page), timeout=20_000)
    assert "This is needed." not in told(page)


def test_the_draft_is_kept_as_one_types_with_the_caller_sealed(
    page: HotlinePage, desk: Desk, qtbot: QtBot, tasks: Tasks
) -> None:
    write(page, text="Cây đổ chắn đường", phone="0914 000 111")
    qtbot.waitUntil(lambda: not desk.calls.draft().is_empty, timeout=20_000)
    kept = desk.calls.draft()
    assert kept.caller is not None
    assert desk.opened(kept.caller).phone == "0914 000 111"
    assert "0914" not in (desk.workplace.store.calls.draft() or "")
    again = HotlinePage(desk.workplace.session, desk.core, desk.workplace.bridge, tasks)
    qtbot.addWidget(again)
    again.show()
    assert again.written().text == "Cây đổ chắn đường"
    assert again.written().caller == kept.caller
    assert "0914" not in told(again)
    press(again, "hotline.caller.again")
    assert again.written().caller is None


def test_a_lock_keeps_the_last_words(page: HotlinePage, desk: Desk, qtbot: QtBot) -> None:
    write(page, text="Đang nói dở")
    desk.workplace.bus.publish(Locked(LockReason.CARD_REMOVED))
    qtbot.waitUntil(lambda: desk.calls.draft().text == "Đang nói dở", timeout=20_000)


def test_thrown_away_is_thrown_away(page: HotlinePage, desk: Desk, qtbot: QtBot) -> None:
    write(page, text="Nhầm số")
    qtbot.waitUntil(lambda: not desk.calls.draft().is_empty, timeout=20_000)
    press(page, "hotline.clear")
    assert page.written().is_empty
    assert desk.calls.draft().is_empty


def test_open_reports_about_the_same_come_as_one_types_and_take_the_call(
    page: HotlinePage, desk: Desk, qtbot: QtBot
) -> None:
    report = desk.workplace.first("received", mine=False)
    write(page, text=f"{report.title} {report.text}")
    qtbot.waitUntil(lambda: bool(rows(page, "hotline.similar")), timeout=20_000)
    page.choose_similar()
    asked: list[str] = []
    page.report_asked.connect(asked.append)
    press(page, "hotline.similar.open")
    page.join()
    [pending] = desk.workplace.store.outbox.waiting()
    assert pending.event.payload["joins"] is True
    assert asked == [pending.event.entity_id]
    assert "Added to" in told(page)


def test_a_promise_is_ticked_off(page: HotlinePage, desk: Desk) -> None:
    write(page, promise="Gọi lại sau 16 giờ")
    take_one(page)
    calls = page.findChild(QListWidget, "hotline.calls.list")
    assert calls is not None
    assert "promised: Gọi lại sau 16 giờ" in calls.item(0).text()
    calls.setCurrentRow(0)
    press(page, "hotline.calls.kept")
    assert "kept: Gọi lại sau 16 giờ" in calls.item(0).text()


def test_a_refused_call_is_corrected_once_the_form_is_free(page: HotlinePage, desk: Desk) -> None:
    take_one(page)
    store, clock = desk.workplace.store, desk.workplace.clock
    clock.go_on(10)
    store.outbox.release_due(clock.now())
    [event] = store.outbox.take_ready()
    with store.write() as tx:
        store.outbox.settle(tx, event.id, {"status": "rejected", "rule": "payload", "field": "category"})
    page.take_focus()
    calls = page.findChild(QListWidget, "hotline.calls.list")
    assert calls is not None
    calls.setCurrentRow(0)
    write(page, text="Một cuộc khác")
    press(page, "hotline.calls.reopen")
    assert "Finish the call in the form first." in told(page)
    press(page, "hotline.clear")
    press(page, "hotline.calls.reopen")
    assert page.written().text == "Cống nghẹt, nước tràn"


def test_without_the_centres_key_no_name_can_be_written(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    desk.core.enrolment.bundle.reporter_key = None
    page = HotlinePage(desk.workplace.session, desk.core, desk.workplace.bridge, tasks)
    qtbot.addWidget(page)
    page.show()
    assert "do not write any down" in told(page)
    field = page.findChild(QLineEdit, "field.phone")
    assert field is not None
    assert not field.isVisible()


def test_every_control_has_a_name_for_a_screen_reader(page: HotlinePage) -> None:
    for kind in (QPushButton, QLineEdit, QPlainTextEdit, QListWidget):
        for each in page.findChildren(kind):
            if each.isVisible() and not each.objectName().startswith("qt_"):
                assert each.accessibleName(), each.objectName()


def test_another_language_keeps_what_was_written(page: HotlinePage, qtbot: QtBot) -> None:
    write(page, text="Cống nghẹt", place="thuan hoa", promise="Gọi lại")
    install(Language.VIETNAMESE)
    try:
        qtbot.waitUntil(lambda: "Người gọi nói gì" in told(page), timeout=20_000)
        assert "Tên người gọi" in told(page)
        assert page.written().text == "Cống nghẹt"
        assert page.written().procedure is Procedure.TIMED
    finally:
        install(Language.ENGLISH)


def test_a_first_sync_brings_wards_while_somebody_calls(page: HotlinePage, desk: Desk, qtbot: QtBot) -> None:
    ward = child(page, QLineEdit, "field.place")
    ward.setText("xom moi")
    with desk.workplace.store.write() as tx:
        fresh = {"id": "hue-new", "name": "Phường Xóm Mới", "kind": "ward", "code": "19999"}
        desk.workplace.store.directory.put(tx, "unit", fresh)
    desk.workplace.bus.publish(DirectoryChanged())
    names = child(page, QListWidget, "field.place.names")

    def is_offered() -> bool:
        ward.setText("xom mo")
        ward.setText("xom moi")
        return names.count() == 1

    qtbot.waitUntil(is_offered, timeout=20_000)


def test_a_ward_that_nobody_knows_is_part_of_the_address(page: HotlinePage) -> None:
    child(page, QLineEdit, "field.place").setText("xóm Mới")
    child(page, QLineEdit, "field.address").setText("trước cổng chợ")
    assert page.written().address == "xóm Mới, trước cổng chợ"
    assert page.written().ward == ""


def test_what_leaves_the_desk_while_the_caller_speaks_is_offered_no_more(
    page: HotlinePage, desk: Desk, qtbot: QtBot
) -> None:
    report = desk.workplace.first("received", mine=False)
    write(page, text=f"{report.title} {report.text}")
    qtbot.waitUntil(lambda: bool(rows(page, "hotline.similar")), timeout=20_000)
    before = rows(page, "hotline.similar")
    desk.workplace.bridge.report_gone.emit(ReportGone("another"))
    assert rows(page, "hotline.similar") == before
    desk.workplace.bridge.report_gone.emit(ReportGone(report.id))
    assert not any(report.code in row for row in rows(page, "hotline.similar"))
    assert len(rows(page, "hotline.similar")) == len(before) - 1
