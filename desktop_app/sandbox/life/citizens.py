"""People in the city: they report, call the hotline, answer what they were asked, are content or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.hotline import HotlineCommand, Receive, temporary_number
from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Place, Priority, Procedure, Report
from desktop_app.domain.roles import Role
from desktop_app.domain.workflow import OPEN_STATES, Command, State
from desktop_app.sandbox.commands import CITIZEN_AUTHOR, SYSTEM_AUTHOR, Author
from desktop_app.sandbox.life.town import Town
from desktop_app.sandbox.new_reports import next_code
from desktop_app.sandbox.seed import citizen_voice
from desktop_app.sandbox.seed.gazetteer import draw_spot, load_gazetteer
from desktop_app.sandbox.seed.photos.placing import citizens_photo, put_photos
from desktop_app.sandbox.seed.remarks import load_remarks
from desktop_app.sandbox.seed.texts import Text, load_texts, write
from desktop_app.sandbox.seed.writer import CHANNELS

_HOTLINE, _MISCONDUCT = "hotline", "misconduct"
_SAME_AGAIN: Final = 0.2
"""How many calls are about something that is open already."""
_REVEALING, _MISSPELT, _BARE = 0.1, 0.14, 0.07
_REPLY, _CONTENT, _AGAIN = 0.25, 0.12, 0.04
_WITH_PHOTO = 0.6
_FRESH: Final = timedelta(days=3)


class Citizens:
    """Everybody who lives here; each call lets one of them act."""

    def __init__(self, town: Town) -> None:
        self._town, self._rng = town, town.rng

    def report(self, present: list[Report]) -> Report | None:
        """Let somebody report, by the channels people use; None where it became no new report."""
        channel = self._rng.choices([name for name, _ in CHANNELS], [share for _, share in CHANNELS])[0]
        fresh, matter = self._observed(channel)
        taker = self._call_taker() if channel == _HOTLINE else None
        if taker is None:
            return self._arrive(fresh, matter)
        return self._call(fresh, present, taker)

    def answer(self, present: list[Report]) -> bool:
        """Let somebody who was asked reply, sooner or later; tell whether one did."""
        asked = [one for one in present if one.state is State.AWAITING_CITIZEN]
        if not asked or self._rng.random() >= _REPLY:
            return False
        words = p.Text(self._rng.choice(load_remarks().reply))
        return self._town.send(self._rng.choice(asked), Command.REPLY, words, SYSTEM_AUTHOR)

    def judge(self, present: list[Report]) -> bool:
        """Let somebody who got an answer be content with it, or not; tell whether one spoke up."""
        answered = [one for one in present if one.state is State.PUBLISHED]
        chance = self._rng.random()
        if not answered or chance >= _CONTENT + _AGAIN:
            return False
        report = self._rng.choice(answered)
        if chance < _AGAIN:
            words = p.Text(self._rng.choice(load_remarks().reopen))
            return self._town.send(report, Command.REQUEST_REOPEN, words, CITIZEN_AUTHOR)
        return self._town.send(report, Command.CLOSE, p.Nothing(), SYSTEM_AUTHOR)

    def _observed(self, channel: str) -> tuple[Report, str]:
        """What somebody saw somewhere, in their own words, without a code yet; and the field it is of."""
        wards = load_gazetteer()
        ward = self._rng.choices(list(wards), [one.weight for one in wards.values()])[0]
        fitting = [one for one in load_texts() if _by_a_citizen(one) and one.fits(wards[ward])]
        text = self._rng.choice(fitting)
        spot = draw_spot(self._rng, ward, text.where, text.near)
        said = write(self._rng, text, spot)
        title, words = self._typed(said.title, text.language), self._told(said.text, text.language)
        seen = Report(
            id=new_id(), code="", version=1, state=State.RECEIVED, title=title, text=words,
            received_at=self._town.service.now(),
            language=text.language, source=channel, place=spot.place,
            procedure=Procedure.INSTANT if text.instant else Procedure.TIMED,
            priority=Priority.HIGH if text.instant else Priority.NORMAL,
        )  # fmt: skip
        return seen, text.category

    def _typed(self, words: str, language: str) -> str:
        bare = language == "vi" and self._rng.random() < _BARE
        return citizen_voice.without_diacritics(words) if bare else words

    def _told(self, words: str, language: str) -> str:
        if self._rng.random() < _REVEALING:
            words = citizen_voice.reveal_identity(self._rng, words, language)
        return citizen_voice.misspell(self._rng, words) if self._rng.random() < _MISSPELT else words

    def _arrive(self, fresh: Report, matter: str) -> Report:
        """By app, web and the like, often with a photo: the centre's other doors write it down themselves."""
        service = self._town.service
        with service.writer.transaction() as connection:
            code = next_code(connection, service.entities, fresh.received_at, private=False)
            coded = replace(fresh, code=code)
            service.entities.put_report(connection, coded)
            if self._rng.random() < _WITH_PHOTO:
                put_photos(connection, service.entities, [(coded, citizens_photo(coded, matter))])
        service.ripple.spread()
        return coded

    def _call(self, fresh: Report, present: list[Report], taker: Author) -> Report | None:
        """By telephone: a call-taker writes it down, or adds it to what is open about the same."""
        known = [
            one
            for one in present
            if one.state in OPEN_STATES and fresh.received_at - one.received_at < _FRESH
        ]
        joins = bool(known) and self._rng.random() < _SAME_AGAIN
        target = self._rng.choice(known) if joins else fresh
        words = self._rng.choice(load_remarks().again)[1] if joins else fresh.text
        place = Place(target.place.unit_code, target.place.address or target.title)
        call = Receive(
            target.title, words, place, temporary_number(fresh.id), procedure=fresh.procedure,
            priority=fresh.priority, language=fresh.language, joins=joins,
        )  # fmt: skip
        self._town.send(target, HotlineCommand.RECEIVE, call, taker)
        return None if joins else fresh

    def _call_taker(self) -> Author | None:
        able = [one for one in self._town.working if self._takes_calls(one)]
        return self._town.author(self._rng.choice(able)) if able else None

    def _takes_calls(self, officer_id: str) -> bool:
        roles = self._town.city.staff.doer(officer_id).actor.roles
        return bool(roles & {Role.HOTLINE, Role.DISPATCHER})


def _by_a_citizen(text: Text) -> bool:
    """Whether an ordinary citizen wrote it: none of the centre's own services, and nothing private."""
    return text.source is None and not text.about(_MISCONDUCT)
