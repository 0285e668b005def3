"""Templates are written, saved, copied, withdrawn; nothing typed is lost, two writers learn of each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.api.errors import Unreachable
from desktop_app.domain.matters import MatterCommand
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.domain.templates import EarlierText, Template, WriteTemplate
from desktop_app.triage.arranging import ArrangingRefused
from tests.support.widgets import child
from tests.ui import city
from tests.ui.arranging.conftest import Bench
from tests.ui.templates.conftest import PageOf, tell
from ui.language import Language, install
from ui.templates.page import TemplatesPage
from ui.widgets.notice import Notice

BenchOf = Callable[[str], Bench]
OURS = Template(
    "ours", None, "vi", "Đã nạo vét", "{unit} đã nạo vét: ….", unit=city.WARD, version=2,
    earlier=(EarlierText(1, "Nạo vét", "Bản cũ.", city.LEADER),),
)  # fmt: skip


def write(page: TemplatesPage, title: str, text: str) -> None:
    child(page, QLineEdit, "field.title").setText(title)
    child(page, QLineEdit, "field.title").textEdited.emit(title)
    child(page, QPlainTextEdit, "field.text").setPlainText(text)


def press(page: TemplatesPage, name: str) -> None:
    child(page, QPushButton, f"templates.{name}").click()


def open_row(page: TemplatesPage, words: str) -> None:
    rows = child(page, QListWidget, "templates.list")
    found = [row for row in range(rows.count()) if rows.item(row).text().startswith(words)]
    rows.setCurrentRow(found[0])


def notice(page: TemplatesPage) -> Notice:
    return child(page, Notice, "templates.notice")


def title(page: TemplatesPage) -> str:
    return child(page, QLineEdit, "field.title").text()


def words(page: TemplatesPage) -> str:
    return child(page, QPlainTextEdit, "field.text").toPlainText()


def test_a_new_one_is_saved_for_the_unit(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    write(page, "Đã nạo vét", "{unit} đã nạo vét: ….")
    press(page, "save")
    qtbot.waitUntil(lambda: notice(page).title().startswith("Saved"), timeout=20_000)
    [(command, payload, concerned)] = bench.centre.asked
    assert (command, bool(concerned)) == (MatterCommand.WRITE_TEMPLATE, True)
    assert payload == WriteTemplate(city.WARD, "submit", None, "vi", "Đã nạo vét", "{unit} đã nạo vét: ….")
    assert bench.place.store.template_drafts.all() == {}


def test_saved_again_it_is_the_next_version(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    save = child(page, QPushButton, "templates.save")
    for words_ in ("Một", "Hai"):
        write(page, "Mẫu", words_)
        press(page, "save")
        qtbot.waitUntil(save.isEnabled, timeout=20_000)
    assert [getattr(payload, "seen", None) for _, payload, _ in bench.centre.asked] == [0, 1]


def test_what_was_typed_is_there_after_the_page_went(
    qtbot: QtBot, bench_of: BenchOf, page_of: PageOf
) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    write(page, "Chưa xong", "Đang viết")
    page.hide()
    again = page_of(bench)
    assert (title(again), words(again)) == ("Chưa xong", "Đang viết")
    listed = child(again, QListWidget, "templates.list").item(0).text()
    assert listed.startswith("Chưa xong")
    assert "not saved" in listed


def test_how_it_reads_is_shown_on_a_report(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    write(page, "Mẫu", "{unit}: … <b>")
    reading = child(page, QLabel, "templates.reading")
    qtbot.waitUntil(lambda: "Thuận Hóa Ward" in reading.text(), timeout=20_000)
    assert "&lt;b&gt;" in reading.text()
    assert "…&nbsp;</b></span>" in reading.text()


def test_slots_are_a_button_away(bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.LEADER))
    press(page, "slot.place")
    assert words(page) == "{place}"


def test_the_city_s_is_read_and_copied(bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    open_row(page, "Đã khắc phục xong")
    assert not child(page, QPlainTextEdit, "field.text").isEnabled()
    assert not child(page, QPushButton, "templates.save").isEnabled()
    assert notice(page).title().startswith("The city keeps this template")
    press(page, "copy")
    assert child(page, QPlainTextEdit, "field.text").isEnabled()
    assert child(page, QComboBox, "field.unit").currentData() == city.WARD
    assert "{unit} đã khắc phục xong sự cố." in words(page)


def test_a_publisher_writes_the_city_s(bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.PUBLISHER))
    open_row(page, "Đã khắc phục xong")
    assert child(page, QPlainTextEdit, "field.text").isEnabled()


def test_an_earlier_version_comes_back_into_the_form(bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    open_row(page, "Đã nạo vét")
    versions = child(page, QComboBox, "field.version")
    assert versions.count() == 2
    versions.setCurrentIndex(1)
    assert (title(page), words(page)) == ("Nạo vét", "Bản cũ.")


def test_withdrawing_asks_once_more(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    open_row(page, "Đã nạo vét")
    press(page, "withdraw")
    assert bench.centre.asked == []
    press(page, "notice.action")
    qtbot.waitUntil(lambda: notice(page).title().startswith("Withdrawn"), timeout=20_000)
    assert bench.centre.asked == [(MatterCommand.WITHDRAW_TEMPLATE, Nothing(), "ours")]


def test_what_was_never_saved_is_thrown_away_after_one_more_word(
    qtbot: QtBot, bench_of: BenchOf, page_of: PageOf
) -> None:
    bench = bench_of(city.LEADER)
    page = page_of(bench)
    write(page, "Bỏ đi", "x")
    qtbot.waitUntil(lambda: bool(bench.place.store.template_drafts.all()), timeout=20_000)
    press(page, "withdraw")
    press(page, "notice.action")
    assert (title(page), bench.place.store.template_drafts.all(), bench.centre.asked) == ("", {}, [])


def test_two_who_write_are_told_of_each_other(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    open_row(page, "Đã nạo vét")
    write(page, "Của tôi", "Của tôi.")
    qtbot.waitUntil(lambda: bool(bench.place.store.template_drafts.all()), timeout=20_000)
    tell(bench, replace(OURS, version=3, text="Của họ."))
    bench.centre.refusal = ArrangingRefused("changed_meanwhile")
    press(page, "save")
    qtbot.waitUntil(lambda: notice(page).title().startswith("Somebody else"), timeout=20_000)
    assert words(page) == "Của tôi."
    bench.centre.refusal = None
    qtbot.waitUntil(
        lambda: (found := page._kept.template("ours")) is not None and found.version == 3, timeout=20_000
    )
    press(page, "notice.action")
    qtbot.waitUntil(lambda: len(bench.centre.asked) == 2, timeout=20_000)
    assert [getattr(payload, "seen", None) for _, payload, _ in bench.centre.asked] == [2, 3]


def test_a_newer_version_comes_into_a_form_that_nobody_writes_in(
    qtbot: QtBot, bench_of: BenchOf, page_of: PageOf
) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    open_row(page, "Đã nạo vét")
    tell(bench, replace(OURS, version=3, text="Của họ."))
    qtbot.waitUntil(lambda: words(page) == "Của họ.", timeout=20_000)


def test_without_the_centre_the_words_stay(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    bench.centre.refusal = Unreachable(sent=False)
    page = page_of(bench)
    write(page, "Mẫu", "Nội dung")
    press(page, "save")
    qtbot.waitUntil(lambda: child(page, QPushButton, "templates.save").isEnabled(), timeout=20_000)
    assert notice(page).title()
    assert words(page) == "Nội dung"
    assert [one.text for one in bench.place.store.template_drafts.all().values()] == ["Nội dung"]


def test_what_is_wrong_is_said_beside_its_field(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    bench.centre.refusal = PayloadInvalid("title", "empty")
    page = page_of(bench)
    press(page, "save")
    problem = child(page, QLineEdit, "field.title")
    qtbot.waitUntil(lambda: problem.accessibleDescription() == "This must not be empty.", timeout=20_000)


def test_letters_of_name_and_words_find_one(bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    rows = child(page, QListWidget, "templates.list")
    child(page, QLineEdit, "templates.search").setText("nao vet")
    assert rows.count() == 1
    child(page, QLineEdit, "templates.search").setText("khong co")
    assert rows.count() == 0


def test_in_another_language_what_was_typed_stays(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.LEADER))
    write(page, "Mẫu", "Nội dung")
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: page.heading.text() == "Mẫu văn bản", timeout=20_000)
    assert (title(page), words(page)) == ("Mẫu", "Nội dung")


def test_on_a_small_screen_the_list_leads_to_the_form_and_back(
    qtbot: QtBot, bench_of: BenchOf, page_of: PageOf
) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    page.resize(960, 428)
    rows, text = child(page, QListWidget, "templates.list"), child(page, QPlainTextEdit, "field.text")
    page.take_focus()
    qtbot.waitUntil(lambda: rows.isVisible() and not text.isVisible(), timeout=20_000)
    open_row(page, "Đã nạo vét")
    assert rows.isVisible(), "stepping through the list stays there"
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert (rows.isVisible(), text.isVisible()) == (False, True)
    assert words(page) == "{unit} đã nạo vét: …."
    press(page, "toList")
    assert (rows.isVisible(), text.isVisible()) == (True, False)
    press(page, "fresh")
    assert (text.isVisible(), title(page)) == (True, "")


def test_a_small_screen_has_room_for_either(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.LEADER))
    page.resize(960, 428)
    for show in (page.take_focus, page.begin):
        show()
        QApplication.processEvents()
        least = page.minimumSizeHint()
        assert (least.width() <= 960, least.height() <= 428) == (True, True)


def test_what_asks_a_person_is_in_sight(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    bench = bench_of(city.LEADER)
    tell(bench, OURS)
    page = page_of(bench)
    page.resize(960, 428)
    open_row(page, "Đã nạo vét")
    page.take_focus()
    page.withdraw()
    assert notice(page).isVisible()


def test_a_large_screen_has_both_and_no_way_between(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.LEADER))
    rows, text = child(page, QListWidget, "templates.list"), child(page, QPlainTextEdit, "field.text")
    qtbot.waitUntil(lambda: rows.isVisible() and text.isVisible(), timeout=20_000)

    def is_beside() -> bool:
        return rows.mapTo(page, rows.rect().topRight()).x() <= text.mapTo(page, QPoint()).x()

    qtbot.waitUntil(is_beside, timeout=20_000)
    assert child(page, QPushButton, "templates.toList").isHidden()


def test_the_keyboard_alone_is_enough(qtbot: QtBot, bench_of: BenchOf, page_of: PageOf) -> None:
    page = page_of(bench_of(city.LEADER))
    qtbot.waitUntil(page.isActiveWindow, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(child(page, QLineEdit, "templates.search").hasFocus, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(child(page, QLineEdit, "field.title").hasFocus, timeout=20_000)
