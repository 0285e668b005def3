"""*Bàn giao*: everything open goes to a colleague in one command, drafts and clocks too, once they accept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot

from desktop_app.domain.delegation import Takeover, TakeoverState, may_arrange, may_take_over
from desktop_app.domain.matters import AnswerTakeover, MatterCommand, OfferTakeover, Payload
from desktop_app.domain.organisation import Officer
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from desktop_app.triage.arranging import drafts_to_hand, open_work
from ui.arranging.arrangement import Arrangement, Deed, Line
from ui.language import translate
from ui.widgets.fields import AnyField, ChoiceField, SentenceField


class Takeovers(Arrangement):
    """What is offered to me, what I offered, and a new offer."""

    def heading(self) -> str:
        """Return what the section is called."""
        return translate("Arranging", "Handing work over")

    def nothing(self) -> str:
        """Return what is said while nothing is offered."""
        return translate("Arranging", "No work waits to be taken over.")

    def send_word(self) -> str:
        """Return the word of the form's button."""
        return translate("Arranging", "Offer all open work")

    def lines(self) -> list[Line]:
        """Return the offers that wait for an answer."""
        made = self._desk.session.store.directory.takeovers()
        return [self._line(each) for each in made if each.state is TakeoverState.OFFERED]

    def fields(self) -> Sequence[AnyField]:
        """Return fresh fields: my own work."""
        people = [(each.id, self._counted(each)) for each in self._leaving()]
        if not people:
            return ()
        me = self._desk.session.person.id
        chosen = me if me in dict(people) else people[0][0]
        self._from = ChoiceField("from_person", translate("Arranging", "Whose work"), people, chosen)
        self._to = ChoiceField("to_person", translate("Arranging", "Who takes it over"), ())
        self._from.edited.connect(self._offer)
        self._offer()
        return (self._from, self._to, SentenceField("note", translate("Arranging", "What they must know")))

    def wanted(self, values: dict[str, object]) -> tuple[MatterCommand, Payload]:
        """Return the offer, with my drafts where the work is my own."""
        leaving, taker = str(values["from_person"]), str(values["to_person"])
        if not taker:
            raise PayloadInvalid("to_person", "empty")
        mine = leaving == self._desk.session.person.id
        drafts = drafts_to_hand(self._desk.session.store) if mine else ()
        return MatterCommand.OFFER_TAKEOVER, OfferTakeover(leaving, taker, str(values["note"]), drafts)

    @Slot()
    def _offer(self) -> None:
        leaving, names = self._desk.names.officer(self._from.value()), self._desk.names
        if leaving is None:
            return
        near = names.unit_tree().subtree(leaving.unit_id)
        able = (one for one in names.officers() if may_take_over(one) and one.unit_id in near)
        listed = [(one.id, f"{one.name} – {names.unit(one.unit_id)}") for one in able if one.id != leaving.id]
        self._to.offer(listed)

    def _leaving(self) -> list[Officer]:
        """Myself and those I lead, who has left already too, where there is open work."""
        actor = self._desk.session.triage.actor
        listed = (one for one in self._desk.names.officers() if may_arrange(actor, one))
        store = self._desk.session.store
        return [one for one in listed if open_work(store, one.id)]

    def _counted(self, officer: Officer) -> str:
        count = open_work(self._desk.session.store, officer.id)
        words = translate("Arranging", "{name} · {count} open").format(name=officer.name, count=count)
        return words if officer.active else translate("Arranging", "{name} (has left)").format(name=words)

    def _line(self, offered: Takeover) -> Line:
        names, me = self._desk.names, self._desk.session.person.id
        words = translate("Arranging", "{away} → {taker}: {count} reports, {drafts} drafts. “{note}”").format(
            away=names.person(offered.from_person), taker=names.person(offered.to_person),
            count=len(offered.reports), drafts=len(offered.drafts), note=offered.note,
        )  # fmt: skip
        return Line(offered.id, words, _deeds(offered, me))


def _deeds(offered: Takeover, me: str) -> tuple[Deed, ...]:
    if offered.to_person == me:
        command = MatterCommand.ANSWER_TAKEOVER
        return (
            Deed(translate("Arranging", "Take it over"), command, AnswerTakeover(accepted=True)),
            Deed(translate("Arranging", "Decline"), command, AnswerTakeover(accepted=False)),
        )
    if offered.offered_by == me:
        return (Deed(translate("Arranging", "Withdraw"), MatterCommand.WITHDRAW_TAKEOVER, Nothing()),)
    return ()
