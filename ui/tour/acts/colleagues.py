"""Two people change one report: a person decides, once for mine, once for theirs."""

from __future__ import annotations

from ui.tour import official
from ui.tour.notes import COLLEAGUE, DESK, HANDLER, SECOND_DESK, Act, Observed, Step
from ui.tour.official import Official


class Colleagues(Act):
    """Two people change one report: a person decides, once for mine, once for theirs."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("a colleague changes the same reports", self.colleague_changes),
            ("conflict resolved: mine", self.resolve_mine),
            ("conflict resolved: theirs", self.resolve_theirs),
        ]

    def colleague_changes(self, seen: Observed) -> None:
        """Offline the handler submits two answers; meanwhile a colleague asks for extensions on both."""
        self.notes.stage.centre.stop()
        self.notes.an.until_offline()
        for which in ("mine", "theirs"):
            self.notes.answers[which] = f"Trả lời của tôi ({which})."
            self.notes.an.submit(self.notes.codes[which], self.notes.answers[which])
        self.notes.stage.close_program(DESK)
        self.notes.stage.centre.start()
        self.notes.colleague = Official(self.notes.stage.open_program(SECOND_DESK))
        self.notes.colleague.enrol(self.notes.stage.centre.url, self.notes.stage.centre.code)
        self.notes.colleague.sign_in(COLLEAGUE)
        self.notes.colleague.until_synced()
        for which in ("mine", "theirs"):
            self.notes.colleague.extend(self.notes.codes[which], "Chờ vật tư, xin thêm thời gian.\n")
        self.notes.colleague.until_synced()
        self.notes.stage.close_program(SECOND_DESK)
        seen["colleague"] = COLLEAGUE.name

    def resolve_mine(self, seen: Observed) -> None:
        """Side by side, then *mine*: it is sent again on the present version and taken."""
        self.notes.an = Official(self.notes.stage.open_program(DESK))
        self.notes.an.sign_in(HANDLER)
        self._until_needs_person("cần xử lý 2")
        seen["compared"] = self.notes.an.decide(self.notes.codes["mine"], "Giữ bản của tôi")
        self._until_needs_person("cần xử lý 1")
        self.notes.an.program.until(
            lambda: self.notes.state_of("mine") == "Chờ duyệt", "mine awaits approval"
        )

    def resolve_theirs(self, seen: Observed) -> None:
        """Side by side, then *theirs*: the report stays as the colleague left it, the draft is kept."""
        seen["compared"] = self.notes.an.decide(self.notes.codes["theirs"], "Lấy bản kia")
        self.notes.an.until_synced()
        if self.notes.state_of("theirs") != official.IN_PROGRESS:
            raise AssertionError(self.notes.state_of("theirs"))
        self.notes.an.open(self.notes.codes["theirs"])
        if self.notes.answers["theirs"] not in self.notes.an.program.read("Phản ánh"):
            raise AssertionError("the draft of the answer that gave way is gone")

    def _until_needs_person(self, words: str) -> None:
        self.notes.an.program.until(
            lambda: words in self.notes.an.program.screen(), words, official.SYNC_PATIENCE
        )
