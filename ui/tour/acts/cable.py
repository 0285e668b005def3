"""The cable is out in three ways, the program is killed while it sends, and nothing is lost."""

from __future__ import annotations

from ui.tour import official
from ui.tour.notes import DESK, HANDLER, HUE, NYC, Act, Observed, Step
from ui.tour.official import Official


class CableOut(Act):
    """The cable is out in three ways, the program is killed while it sends, and nothing is lost."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("network cut: server stopped; accept", self.cut_by_stopping),
            ("network cut: connections reset; note and draft", self.cut_by_reset),
            (
                "network cut: port black-holed; submit, killed with a request in flight",
                self.cut_by_black_hole,
            ),
            ("start again, sign in offline, everything is there and waiting", self.start_again_offline),
            ("network back, everything synced", self.network_back),
        ]

    def cut_by_stopping(self, seen: Observed) -> None:
        """The server process ends; the handler accepts one report of each city."""
        for series in (HUE, NYC):
            waiting = self.notes.an.codes(official.UNIT_REPORTS, official.DISTRIBUTED, series)
            self.notes.codes |= {f"accept {series}": waiting[-1], f"submit {series}": waiting[-2]}
        busy = self.notes.an.codes(official.UNIT_REPORTS, official.IN_PROGRESS, HUE)
        self.notes.codes |= dict(zip(("note", "draft", "mine", "theirs"), busy, strict=False))
        self.notes.stage.centre.stop()
        self.notes.an.until_offline()
        for series in (HUE, NYC):
            self.notes.confirm(
                self.notes.an.accept(self.notes.codes[f"accept {series}"]),
                self.notes.codes[f"accept {series}"],
                "Nhận xử lý",
            )
        seen.update(self.notes.codes)

    def cut_by_reset(self, seen: Observed) -> None:
        """Connections break at once; a note and a draft are written."""
        with self.notes.stage.centre.resetting() as broken:
            self.notes.confirm(
                self.notes.an.note(self.notes.codes["note"], "Đã gọi tổ dân phố."),
                self.notes.codes["note"],
                "Ghi chú",
            )
            self.notes.confirm(
                self.notes.an.note(self.notes.codes[f"accept {NYC}"], "Inspector asked."),
                self.notes.codes[f"accept {NYC}"],
                "Ghi chú",
            )
            self.notes.answers["draft"] = "Đơn vị đang khơi thông cống."
            self.notes.an.draft(self.notes.codes["draft"], self.notes.answers["draft"])
            self.notes.an.program.until(
                lambda: len(broken), "a connection was broken", official.SYNC_PATIENCE
            )
        seen["connections broken"] = len(broken)

    def cut_by_black_hole(self, seen: Observed) -> None:
        """Answers never come; two answers are submitted; the program is killed while it sends."""
        with self.notes.stage.centre.black_hole() as swallowed:
            for series in (HUE, NYC):
                self._submit_fresh(series)
            self.notes.stage.photograph()
            before = len(swallowed)
            self.notes.an.program.until(
                lambda: len(swallowed) > before, "a request is in flight", official.SYNC_PATIENCE
            )
            self.notes.an.program.kill()
        seen["confirmed on screen"] = list(self.notes.confirmed)
        seen["bytes swallowed"] = sum(swallowed)

    def _submit_fresh(self, series: str) -> None:
        code = self.notes.codes[f"submit {series}"]
        self.notes.confirm(self.notes.an.accept(code), code, "Nhận xử lý")
        self.notes.answers[code] = f"Đã khắc phục xong ({code})."
        self.notes.confirm(self.notes.an.submit(code, self.notes.answers[code]), code, "Soạn trả lời")

    def start_again_offline(self, seen: Observed) -> None:
        """Nothing listens; the card opens the store; all that was confirmed waits, the draft is there."""
        self.notes.an = Official(self.notes.stage.open_program(DESK))
        self.notes.an.sign_in(HANDLER)
        self.notes.an.until_offline()
        rows = self.notes.an.unsent()
        seen["waiting"] = rows
        expected = sorted(self.notes.confirmed)
        found = sorted(
            (code, command) for code, command in self.notes.confirmed if _listed(rows, code, command)
        )
        if found != expected or len(rows) != len(expected):
            raise AssertionError(f"confirmed {expected}, waiting {rows}")
        self._draft_is_there(self.notes.codes["draft"])

    def _draft_is_there(self, code: str) -> None:
        self.notes.an.open(code)
        self.notes.an.program.until(
            lambda: self.notes.answers["draft"] in self.notes.an.program.read("Phản ánh"),
            "the draft is shown with its report",
        )

    def network_back(self, seen: Observed) -> None:
        """The server serves again at its address; the strip says so and nothing waits."""
        self.notes.stage.centre.start()
        self.notes.an.until_synced()
        seen["waiting"] = self.notes.an.unsent()
        if seen["waiting"]:
            raise AssertionError(seen["waiting"])


def _listed(rows: list[str], code: str, command: str) -> bool:
    return any(code in row and command in row for row in rows)
