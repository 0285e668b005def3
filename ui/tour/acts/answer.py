"""One answer: the leader approves, the IOC publishes, the citizen reads it once."""

from __future__ import annotations

import urllib.request

from ui.tour.notes import APPROVER, HUE, NYC, PUBLISHER, Act, Observed, Step


class OneAnswer(Act):
    """One answer: the leader approves, the IOC publishes, the citizen reads it once."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("the leader approves", self.approve),
            ("the IOC publishes, the citizen reads one answer", self.publish),
        ]

    def approve(self, seen: Observed) -> None:
        """The leader of the unit approves both answers."""
        self.notes.an.leave()
        self.notes.an.sign_in(APPROVER)
        self.notes.an.until_synced()
        for series in (HUE, NYC):
            seen[series] = self.notes.an.approve(self.notes.codes[f"submit {series}"])
        self.notes.an.until_synced()

    def publish(self, seen: Observed) -> None:
        """The IOC publishes; the citizen's page shows the one answer."""
        self.notes.an.leave()
        self.notes.an.sign_in(PUBLISHER)
        self.notes.an.until_synced()
        for series in (HUE, NYC):
            code = self.notes.codes[f"submit {series}"]
            self.notes.an.publish(code)
            self.notes.an.until_synced()
            page = _page(f"{self.notes.stage.centre.url}/p/{code}")
            (self.notes.stage.evidence / f"citizen-{code}.html").write_text(page, encoding="utf-8")
            seen[code] = page.count(self.notes.answers[code])
            if seen[code] != 1:
                raise AssertionError(f"the page shows the answer {seen[code]} times")


def _page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - the sandbox's own address
        return str(answer.read().decode("utf-8"))
