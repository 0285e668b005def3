"""The morning: enrolment, sign-in, the first sync, a search."""

from __future__ import annotations

from ui.tour import official
from ui.tour.notes import DESK, HANDLER, HUE, NYC, Act, Observed, Step
from ui.tour.official import Official


class Morning(Act):
    """The morning: enrolment, sign-in, the first sync, a search."""

    def steps(self) -> list[Step]:
        """Return the steps in order."""
        return [
            ("enrol", self.enrol),
            ("sign in with card and PIN", self.sign_in),
            ("first sync of the demo city and of real requests", self.first_sync),
            ("search duong finds đường", self.search),
        ]

    def enrol(self, seen: Observed) -> None:
        """An admin's code, typed once."""
        self.notes.stage.centre.start()
        self.notes.an = Official(self.notes.stage.open_program(DESK))
        self.notes.an.enrol(self.notes.stage.centre.url, self.notes.stage.centre.code)
        seen["server"] = self.notes.stage.centre.url

    def sign_in(self, seen: Observed) -> None:
        """The handler's card and PIN."""
        self.notes.an.sign_in(HANDLER)
        seen["person"] = HANDLER.name

    def first_sync(self, seen: Observed) -> None:
        """Both cities are there."""
        rows = self.notes.an.program.until(
            self._both_cities, "reports of both cities", official.SYNC_PATIENCE
        )
        seen["reports"] = len(rows)
        for series in (HUE, NYC):
            seen[series] = sum(row.split(", ")[-1].startswith(series) for row in rows)

    def _both_cities(self) -> list[str] | None:
        self.notes.an.until_synced()
        rows = self.notes.an.show(official.EVERYTHING)
        found = {row.split(", ")[-1].split("-")[0] for row in rows}
        return rows if {"PA", "NYC"} <= found else None

    def search(self, seen: Observed) -> None:
        """Folded text finds what was written with diacritics."""
        self.notes.an.search("duong")
        rows = self.notes.an.program.until(self._hits, "hits with đường")
        seen["hits"] = len(rows)
        seen["first"] = rows[0]
        self.notes.an.search("")

    def _hits(self) -> list[str] | None:
        rows = self.notes.an.program.rows(official.LIST)
        return rows if rows and any("đường" in row.lower() for row in rows[:10]) else None
