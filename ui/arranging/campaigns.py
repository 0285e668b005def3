"""Campaigns: a tag with dates, how many reports carry it, opened and ended by those who coordinate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.matters import Campaign, MatterCommand, OpenCampaign, Payload, runs_campaigns
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.store.errors import StoreError
from desktop_app.store.inbox_query import InboxQuery
from ui.arranging.arrangement import Arrangement, Deed, Line
from ui.language import translate
from ui.widgets.fields import AnyField, DayField, SentenceField
from ui.widgets.when import day_text

_USUAL = timedelta(days=30)


class Campaigns(Arrangement):
    """The running ones first."""

    def heading(self) -> str:
        """Return what the section is called."""
        return translate("Arranging", "Campaigns")

    def nothing(self) -> str:
        """Return what is said while there is none."""
        return translate("Arranging", "No campaign runs. A campaign is a tag with dates.")

    def send_word(self) -> str:
        """Return the word of the form's button."""
        return translate("Arranging", "Open the campaign")

    def lines(self) -> list[Line]:
        """Return every campaign with its count; the newest first."""
        listed = self._desk.session.store.directory.campaigns()
        return [self._line(each) for each in sorted(listed, key=lambda one: one.starts, reverse=True)]

    def fields(self) -> Sequence[AnyField]:
        """Return fresh fields, for those who coordinate."""
        if not self._coordinates():
            return ()
        today = self._desk.clock.now().astimezone(ZONE).date()
        return (
            SentenceField("name", translate("Arranging", "Name, which is the tag")),
            DayField("starts", translate("Arranging", "From"), today),
            DayField("ends", translate("Arranging", "Until the end of"), today + _USUAL),
        )

    def wanted(self, values: dict[str, object]) -> tuple[MatterCommand, Payload]:
        """Return the campaign."""
        name = str(values["name"])
        if not name:
            raise PayloadInvalid("name", "empty")
        starts, ends = cast("date", values["starts"]), cast("date", values["ends"])
        return MatterCommand.OPEN_CAMPAIGN, OpenCampaign(name, starts, ends)

    def _coordinates(self) -> bool:
        return runs_campaigns(self._desk.session.triage.actor)

    def _line(self, campaign: Campaign) -> Line:
        runs = campaign.runs(self._desk.clock.now().astimezone(ZONE).date())
        words = translate("Arranging", "{name}: {first} – {last} · reports: {count}").format(
            name=campaign.name, first=day_text(campaign.starts), last=day_text(campaign.ends),
            count=self._count(campaign),
        )  # fmt: skip
        if not runs:
            words = translate("Arranging", "{campaign} (not running)").format(campaign=words)
        end = Deed(translate("Arranging", "End now"), MatterCommand.END_CAMPAIGN, Nothing())
        return Line(campaign.id, words, (end,) if runs and self._coordinates() else ())

    def _count(self, campaign: Campaign) -> str:
        try:
            found = self._desk.session.store.inbox.count(InboxQuery(search=tag_search(campaign.name)), 1_000)
        except StoreError:
            return "…"
        return "999+" if found >= 1_000 else str(found)


def tag_search(tag: str) -> str:
    """Return the search that finds the reports with a tag."""
    return f'nhan:"{tag}"'
