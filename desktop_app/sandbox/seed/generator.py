"""The four hundred reports of the demo city: the same seed and the same time make the same reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from random import Random

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.folding import fold
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.seed import citizen_voice
from desktop_app.sandbox.seed.briefs import Brief, draw_briefs, misconduct_briefs
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.circumstances import City
from desktop_app.sandbox.seed.desk import desk_briefs
from desktop_app.sandbox.seed.gazetteer import Spot, draw_spot, load_gazetteer
from desktop_app.sandbox.seed.office_hours import OfficeHours
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.remarks import load_remarks
from desktop_app.sandbox.seed.staff import Staff
from desktop_app.sandbox.seed.texts import Text, load_texts, write
from desktop_app.sandbox.seed.writer import CaseWriter, Draft

WEEKS = 8
WITH_IDENTITY = 20
_MISSPELT, _BARE = 0.14, 0.07


def generate(city: Organisation, calendar: Calendar, now: datetime, seed: int) -> list[Case]:
    """Return the cases in the order they came in; their reports have no code yet."""
    return Generator(city, calendar, now, seed).cases()


class Generator:
    """Draws texts and places until every brief has become a case."""

    def __init__(self, city: Organisation, calendar: Calendar, now: datetime, seed: int) -> None:
        self._rng = Random(seed)  # noqa: S311 - repeatable on purpose; nothing here is a secret
        hours = OfficeHours(now, WEEKS, calendar)
        self._writer = CaseWriter(self._rng, City(city, Staff(city), calendar), hours, now)
        self._used: Counter[str] = Counter()
        self._titles: set[tuple[str, str]] = set()
        self._drafts: dict[str, Draft] = {}
        self._revealing = WITH_IDENTITY

    def cases(self) -> list[Case]:
        """Make them all."""
        made: list[Case] = []
        for brief in [*desk_briefs(), *misconduct_briefs(), *draw_briefs(self._rng)]:
            made.append(self._duplicate(brief, made) if brief.state is State.DUPLICATE else self._case(brief))
        return sorted(made, key=lambda case: (case.report.received_at, case.report.id))

    def spot_of(self, case: Case) -> Spot:
        """Return the place that a case of this generator speaks of."""
        return self._drafts[case.report.id].spot

    def _case(self, brief: Brief) -> Case:
        while True:
            if draft := self._draft(brief):
                return self._keep(self._writer.write(brief, draft), draft)

    def _duplicate(self, brief: Brief, made: list[Case]) -> Case:
        """Make a later report of what a former case is about, by somebody else."""
        originals = [case.report for case in made if _may_be_original(case.report)]
        while True:
            original = self._rng.choice(originals)
            draft = self._again(self._drafts[original.id])
            case = self._writer.write(brief, draft, original)
            if case.report.received_at > original.received_at and self._is_new(draft):
                return self._keep(case, draft)

    def _again(self, draft: Draft) -> Draft:
        before_title, before_text = self._rng.choice(load_remarks().again)
        said = draft.written
        again = replace(said, title=f"{before_title}: {said.title}", text=f"{before_text} {said.text}")
        return replace(draft, written=again)

    def _draft(self, brief: Brief) -> Draft | None:
        """Draw a text and a place; None where they give no title that is new in that ward."""
        ward = brief.ward or self._ward()
        text = self._text(brief, ward)
        if text is None:
            return None
        spot = draw_spot(self._rng, ward, text.where, text.near)
        draft = Draft(text, write(self._rng, text, spot), spot)
        return draft if self._is_new(draft) else None

    def _is_new(self, draft: Draft) -> bool:
        return (draft.spot.ward, fold(draft.written.title)) not in self._titles

    def _keep(self, case: Case, draft: Draft) -> Case:
        """Note what was used, and let the report read as people type."""
        self._titles.add((draft.spot.ward, fold(draft.written.title)))
        self._used[draft.text.text] += 1
        self._drafts[case.report.id] = draft
        if not draft.text.source:
            case.report = self._in_their_voice(case.report)
        return case

    def _ward(self) -> str:
        wards = load_gazetteer()
        return self._rng.choices(list(wards), [ward.weight for ward in wards.values()])[0]

    def _text(self, brief: Brief, ward: str) -> Text | None:
        """Draw one of the least used texts that fit; None where this ward has none of the topic."""
        fitting = [text for text in load_texts() if _suits(text, brief) and text.fits(load_gazetteer()[ward])]
        if not fitting:
            return None
        least = min(self._used[text.text] for text in fitting)
        return self._rng.choice([text for text in fitting if self._used[text.text] <= least + 1])

    def _in_their_voice(self, report: Report) -> Report:
        body = report.text
        if self._revealing and _is_unverified(report):
            self._revealing -= 1
            body = citizen_voice.reveal_identity(self._rng, body, report.language)
        chance = self._rng.random()
        if report.language == "vi" and chance < _BARE:
            bare = citizen_voice.without_diacritics
            return replace(report, title=bare(report.title), text=bare(body))
        if chance < _BARE + _MISSPELT:
            body = citizen_voice.misspell(self._rng, body)
        return replace(report, text=body)


def _suits(text: Text, brief: Brief) -> bool:
    if brief.live:
        return text.instant
    if text.instant and brief.due_in is not None:
        return False
    return any(text.about(topic) for topic in brief.topics)


def _is_unverified(report: Report) -> bool:
    """Tell whether nobody has masked the text: verifying does, and no agency may see it before."""
    return not report.private and report.category is None


def _may_be_original(report: Report) -> bool:
    told_by_citizen = report.language == "vi" and not report.evidence
    handled = report.category is not None and report.state is not State.DUPLICATE
    return told_by_citizen and handled and not report.private
