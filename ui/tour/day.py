"""The day: from an unenrolled workstation to a blocked card, on real parts, nothing skipped.

Every step observes something and fails when it does not hold. What the screen confirmed is kept here, outside
the program, so that a lost or doubled command cannot hide.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ui.tour import evidence, official
from ui.tour.diary import Diary
from ui.tour.official import Card, Official
from ui.tour.stage import Stage

HANDLER = Card("Người xử lý", "Nguyễn Thành An")
COLLEAGUE = Card("Đồng nghiệp cùng đơn vị", "Cao Thị Mộng Trinh")
APPROVER = Card("Lãnh đạo duyệt", "Trần Quốc Bửu")
PUBLISHER = Card("Người công bố", "Phan Minh Thục")
CLERK = Card("Công chức một cửa", "Đặng Thị Ngọc Diệp")
BLOCKED = Card("Thẻ bị khóa", "Tống Nữ Quỳnh Giao")
HUE, NYC = "PA-", "NYC-"
DESK, SECOND_DESK = "desk", "second-desk"
PROJECT = Path(__file__).parents[2]
REPEAT_SECONDS = 31.0
Observed = dict[str, Any]


class Day:
    """Holds what one step leaves for the next: codes chosen, commands the screen confirmed."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.confirmed: list[tuple[str, str]] = []
        self.answers: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.an: Official
        self.colleague: Official

    def steps(self) -> list[tuple[str, Callable[[Observed], None]]]:
        """Return the steps in order."""
        return [
            ("enrol", self.enrol),
            ("sign in with card and PIN", self.sign_in),
            ("first sync of the demo city and of real requests", self.first_sync),
            ("search duong finds đường", self.search),
            ("network cut: server stopped; accept", self.cut_by_stopping),
            ("network cut: connections reset; note and draft", self.cut_by_reset),
            (
                "network cut: port black-holed; submit, killed with a request in flight",
                self.cut_by_black_hole,
            ),
            ("start again, sign in offline, everything is there and waiting", self.start_again_offline),
            ("network back, everything synced", self.network_back),
            ("a colleague changes the same reports", self.colleague_changes),
            ("conflict resolved: mine", self.resolve_mine),
            ("conflict resolved: theirs", self.resolve_theirs),
            ("the leader approves", self.approve),
            ("the IOC publishes, the citizen reads one answer", self.publish),
            ("kiosk: in", self.tap_in),
            ("kiosk: repeated", self.tap_repeated),
            ("kiosk: out", self.tap_out),
            ("kiosk: offline", self.tap_offline),
            ("receipts for every tap", self.receipts),
            ("taking the card out locks", self.removal_locks),
            ("a wrong PIN shows the tries left", self.wrong_pin),
            ("a blocked card says whom to call", self.blocked_card),
            ("evidence", self.evidence),
        ]

    # --- morning ---

    def enrol(self, seen: Observed) -> None:
        """An admin's code, typed once."""
        self.stage.centre.start()
        self.an = Official(self.stage.open_program(DESK))
        self.an.enrol(self.stage.centre.url, self.stage.centre.code)
        seen["server"] = self.stage.centre.url

    def sign_in(self, seen: Observed) -> None:
        """The handler's card and PIN."""
        self.an.sign_in(HANDLER)
        seen["person"] = HANDLER.name

    def first_sync(self, seen: Observed) -> None:
        """Both cities are there."""
        rows = self.an.program.until(self._both_cities, "reports of both cities", official.SYNC_PATIENCE)
        seen["reports"] = len(rows)
        for series in (HUE, NYC):
            seen[series] = sum(row.split(", ")[-1].startswith(series) for row in rows)

    def _both_cities(self) -> list[str] | None:
        self.an.until_synced()
        rows = self.an.show(official.EVERYTHING)
        found = {row.split(", ")[-1].split("-")[0] for row in rows}
        return rows if {"PA", "NYC"} <= found else None

    def search(self, seen: Observed) -> None:
        """Folded text finds what was written with diacritics."""
        self.an.search("duong")
        rows = self.an.program.until(self._hits, "hits with đường")
        seen["hits"] = len(rows)
        seen["first"] = rows[0]
        self.an.search("")

    def _hits(self) -> list[str] | None:
        rows = self.an.program.rows(official.LIST)
        return rows if rows and any("đường" in row.lower() for row in rows[:10]) else None

    # --- the cable is out ---

    def cut_by_stopping(self, seen: Observed) -> None:
        """The server process ends; the handler accepts one report of each city."""
        for series in (HUE, NYC):
            waiting = self.an.codes(official.UNIT_REPORTS, official.DISTRIBUTED, series)
            self.codes[f"accept {series}"], self.codes[f"submit {series}"] = waiting[-1], waiting[-2]
        busy = self.an.codes(official.UNIT_REPORTS, official.IN_PROGRESS, HUE)
        self.codes["note"], self.codes["draft"], self.codes["mine"], self.codes["theirs"] = busy[:4]
        self.stage.centre.stop()
        self.an.until_offline()
        for series in (HUE, NYC):
            self._confirm(
                self.an.accept(self.codes[f"accept {series}"]), self.codes[f"accept {series}"], "Nhận xử lý"
            )
        seen.update(self.codes)

    def cut_by_reset(self, seen: Observed) -> None:
        """Connections break at once; a note and a draft are written."""
        with self.stage.centre.resetting() as broken:
            self._confirm(
                self.an.note(self.codes["note"], "Đã gọi tổ dân phố."), self.codes["note"], "Ghi chú"
            )
            self._confirm(
                self.an.note(self.codes[f"accept {NYC}"], "Inspector asked."),
                self.codes[f"accept {NYC}"],
                "Ghi chú",
            )
            self.answers["draft"] = "Đơn vị đang khơi thông cống."
            self.an.draft(self.codes["draft"], self.answers["draft"])
            self.an.program.until(lambda: len(broken), "a connection was broken", official.SYNC_PATIENCE)
        seen["connections broken"] = len(broken)

    def cut_by_black_hole(self, seen: Observed) -> None:
        """Answers never come; two answers are submitted; the program is killed while it sends."""
        with self.stage.centre.black_hole() as swallowed:
            for series in (HUE, NYC):
                self._submit_fresh(series)
            before = len(swallowed)
            self.an.program.until(
                lambda: len(swallowed) > before, "a request is in flight", official.SYNC_PATIENCE
            )
            self.an.program.kill()
        seen["confirmed on screen"] = list(self.confirmed)
        seen["bytes swallowed"] = sum(swallowed)

    def _submit_fresh(self, series: str) -> None:
        code = self.codes[f"submit {series}"]
        self._confirm(self.an.accept(code), code, "Nhận xử lý")
        self.answers[code] = f"Đã khắc phục xong ({code})."
        self._confirm(self.an.submit(code, self.answers[code]), code, "Soạn trả lời")

    def start_again_offline(self, seen: Observed) -> None:
        """Nothing listens; the card opens the store; all that was confirmed waits, the draft is there."""
        self.an = Official(self.stage.open_program(DESK))
        self.an.sign_in(HANDLER)
        self.an.until_offline()
        rows = self.an.unsent()
        seen["waiting"] = rows
        expected = sorted(self.confirmed)
        found = sorted((code, command) for code, command in self.confirmed if _listed(rows, code, command))
        if found != expected or len(rows) != len(expected):
            raise AssertionError(f"confirmed {expected}, waiting {rows}")
        self._draft_is_there(self.codes["draft"])

    def _draft_is_there(self, code: str) -> None:
        self.an.open(code)
        self.an.program.until(
            lambda: self.answers["draft"] in self.an.program.read("Phản ánh"),
            "the draft is shown with its report",
        )

    def network_back(self, seen: Observed) -> None:
        """The server serves again at its address; the strip says so and nothing waits."""
        self.stage.centre.start()
        self.an.until_synced()
        seen["waiting"] = self.an.unsent()
        if seen["waiting"]:
            raise AssertionError(seen["waiting"])

    # --- two people, one report ---

    def colleague_changes(self, seen: Observed) -> None:
        """Offline the handler submits two answers; meanwhile a colleague asks for extensions on both."""
        self.stage.centre.stop()
        self.an.until_offline()
        for which in ("mine", "theirs"):
            self.answers[which] = f"Trả lời của tôi ({which})."
            self.an.submit(self.codes[which], self.answers[which])
        self.stage.close_program(DESK)
        self.stage.centre.start()
        self.colleague = Official(self.stage.open_program(SECOND_DESK))
        self.colleague.enrol(self.stage.centre.url, self.stage.centre.code)
        self.colleague.sign_in(COLLEAGUE)
        self.colleague.until_synced()
        for which in ("mine", "theirs"):
            self.colleague.extend(self.codes[which], "Chờ vật tư, xin thêm thời gian.")
        self.colleague.until_synced()
        self.stage.close_program(SECOND_DESK)
        seen["colleague"] = COLLEAGUE.name

    def resolve_mine(self, seen: Observed) -> None:
        """Side by side, then *mine*: it is sent again on the present version and taken."""
        self.an = Official(self.stage.open_program(DESK))
        self.an.sign_in(HANDLER)
        self._until_needs_person("cần xử lý 2")
        seen["compared"] = self.an.decide(self.codes["mine"], "Giữ bản của tôi")
        self._until_needs_person("cần xử lý 1")
        self.an.program.until(lambda: self._state_of("mine") == "Chờ duyệt", "mine awaits approval")

    def resolve_theirs(self, seen: Observed) -> None:
        """Side by side, then *theirs*: the report stays as the colleague left it, the draft is kept."""
        seen["compared"] = self.an.decide(self.codes["theirs"], "Lấy bản kia")
        self.an.until_synced()
        if self._state_of("theirs") != official.IN_PROGRESS:
            raise AssertionError(self._state_of("theirs"))
        self.an.open(self.codes["theirs"])
        if self.answers["theirs"] not in self.an.program.read("Phản ánh"):
            raise AssertionError("the draft of the answer that gave way is gone")

    def _until_needs_person(self, words: str) -> None:
        self.an.program.until(lambda: words in self.an.program.screen(), words, official.SYNC_PATIENCE)

    def _state_of(self, which: str) -> str:
        rows = self.an.show(official.EVERYTHING)
        return next(row.split(", ")[-2] for row in rows if row.endswith(self.codes[which]))

    # --- one answer ---

    def approve(self, seen: Observed) -> None:
        """The leader of the unit approves both answers."""
        self.an.leave()
        self.an.sign_in(APPROVER)
        self.an.until_synced()
        for series in (HUE, NYC):
            seen[series] = self.an.approve(self.codes[f"submit {series}"])
        self.an.until_synced()

    def publish(self, seen: Observed) -> None:
        """The IOC publishes; the citizen's page shows the one answer."""
        self.an.leave()
        self.an.sign_in(PUBLISHER)
        self.an.until_synced()
        for series in (HUE, NYC):
            code = self.codes[f"submit {series}"]
            self.an.publish(code)
            self.an.until_synced()
            page = _page(f"{self.stage.centre.url}/p/{code}")
            (self.stage.evidence / f"citizen-{code}.html").write_text(page, encoding="utf-8")
            seen[code] = page.count(self.answers[code])
            if seen[code] != 1:
                raise AssertionError(f"the page shows the answer {seen[code]} times")

    # --- the kiosk ---

    def tap_in(self, seen: Observed) -> None:
        """The first tap of the day."""
        self.an.leave()
        self.an.program.press("Mở máy chấm công")
        self.tapped = time.monotonic()
        seen["said"] = self._tap(HANDLER, "VÀO")

    def tap_repeated(self, seen: Observed) -> None:
        """The same card at once is the same tap."""
        seen["said"] = self._tap(HANDLER, "ĐÃ GHI")

    def tap_out(self, seen: Observed) -> None:
        """Past the window it is the other direction."""
        time.sleep(max(0.0, REPEAT_SECONDS - (time.monotonic() - self.tapped)))
        seen["said"] = self._tap(HANDLER, "RA")

    def tap_offline(self, seen: Observed) -> None:
        """With the server away a tap is as quick and as good."""
        self.stage.centre.stop()
        seen["said"] = self._tap(CLERK, "VÀO")

    def receipts(self, seen: Observed) -> None:
        """Once the server is back the kiosk's strip says that no tap waits for its receipt."""
        self.stage.centre.start()
        self.an.program.until(self._all_receipted, "all taps receipted", 120)
        seen["strip"] = "no tap waits"
        self.an.program.press("Mở bàn làm việc")

    def _all_receipted(self) -> bool:
        screen = self.an.program.screen()
        return "đã kết nối" in screen and "chờ gửi:" not in screen

    def _tap(self, card: Card, word: str) -> str:
        self.an.program.press(f"Chạm ở kiosk: {card.label}")
        return str(self.an.program.until(lambda: self._answer(word), f"the kiosk says {word}"))

    def _answer(self, word: str) -> str | None:
        return next((name for name in self.an.program.names() if name.startswith(word)), None)

    # --- the door, its refusals ---

    def removal_locks(self, seen: Observed) -> None:
        """The desk is gone at once when the card is."""
        self.an.sign_in(HANDLER)
        begun = time.monotonic()
        self.an.leave()
        seen["seconds"] = round(time.monotonic() - begun, 2)
        seen["said"] = self.an.program.until(
            lambda: _said(self.an, "Đã khóa vì thẻ được rút ra"), "the reason"
        )

    def wrong_pin(self, seen: Observed) -> None:
        """One try is spent, and said."""
        self.an.insert(HANDLER)
        self.an.type_pin("654321")
        seen["said"] = self.an.program.until(lambda: _said(self.an, "Còn 2 lần thử"), "two tries left")
        self.an.type_pin(HANDLER.pin)
        self.an.program.until(lambda: official.LIST in self.an.program.names(), "the desk", 60)
        self.an.leave()

    def blocked_card(self, seen: Observed) -> None:
        """A blocked card is told at once, and whom to call."""
        self.an.insert(BLOCKED)
        seen["said"] = self.an.program.until(lambda: _said(self.an, "quản trị"), "whom to call")

    def evidence(self, seen: Observed) -> None:
        """The stores as they lie, then the journal with receipts, verified."""
        self.an.sign_in(HANDLER)
        seen["stores"] = evidence.copy_stores(self.stage.home(DESK), self.stage.evidence)
        evidence.write_receipt_key(self.stage)
        seen["rows"] = evidence.export_attendance(self.stage, DESK)
        self.stage.close_program(DESK)
        seen["verified"] = evidence.verify_attendance(self.stage)
        seen["logs"] = evidence.copy_logs(self.stage, DESK) + evidence.copy_logs(self.stage, SECOND_DESK)

    def _confirm(self, said: str, code: str, command: str) -> None:
        """Keep what the screen confirmed."""
        if not said:
            raise AssertionError(f"{command} on {code} was not confirmed")
        self.confirmed.append((code, command))


def _listed(rows: list[str], code: str, command: str) -> bool:
    return any(code in row and command in row for row in rows)


def _said(person: Official, words: str) -> str | None:
    lines = person.program.screen().splitlines()
    return next((line for line in lines if words in line), None)


def _page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - the sandbox's own address
        return str(answer.read().decode("utf-8"))


def run(out: Path) -> int:
    """Run the whole day; return 0 when every step held.

    ``PCSC=1`` asks for the real PC/SC service: where none with virtual readers is at hand, the day runs
    beside the private one of a source checkout.
    """
    if os.environ.get("PCSC") == "1" and "VPCD_PORT" not in os.environ:
        return _beside_private_service(out)
    stage = Stage(out.resolve())
    diary = Diary(stage.out / "summary.json", lambda line: print(line, flush=True))  # noqa: T201 - a command's output
    day = Day(stage)
    try:
        for number, (name, act) in enumerate(day.steps(), 1):
            held = diary.step(name, act)
            stage.photograph(f"{number:02d}-{_stem(name)}")
            if not held:
                break
    finally:
        stage.clear()
    complete = len(diary.steps) == len(day.steps())
    print(f"tour: {sum(step.ok for step in diary.steps)} of {len(day.steps())} steps held; see {stage.out}")  # noqa: T201
    return 0 if diary.held and complete else 1


def _beside_private_service(out: Path) -> int:
    """Run the tour once more, beside a PC/SC service of its own; return its exit code."""
    command = [sys.executable, "-m", "tests.support.pcscd"]
    command += [sys.executable, "-m", "desktop_app", "tour", "--out", str(out.resolve())]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode


def _stem(name: str) -> str:
    letters = (letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return "-".join(filter(None, "".join(letters).split("-")))[:60]
