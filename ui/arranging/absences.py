"""*Ủy quyền*: who acts in whose stead, what for and until when; a new one in one form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from PySide6.QtCore import Slot

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.delegation import Delegation, Right, delegable, may_arrange, may_stand_in
from desktop_app.domain.matters import Delegate, MatterCommand, Payload
from desktop_app.domain.organisation import Officer
from desktop_app.domain.payloads import Nothing, PayloadInvalid
from ui.arranging.arrangement import Arrangement, Deed, Line
from ui.language import translate
from ui.widgets.fields import AnyField, ChoiceField, DayField, SentenceField
from ui.widgets.several_field import SeveralField
from ui.widgets.when import day_text

_USUAL = timedelta(days=7)


class Absences(Arrangement):
    """For oneself, or for those one leads."""

    def heading(self) -> str:
        """Return what the section is called."""
        return translate("Arranging", "Absence: who acts for whom")

    def nothing(self) -> str:
        """Return what is said while nobody is away."""
        return translate("Arranging", "Nobody acts for anybody now.")

    def send_word(self) -> str:
        """Return the word of the form's button."""
        return translate("Arranging", "Delegate")

    def lines(self) -> list[Line]:
        """Return the absences in force and to come."""
        now = self._desk.clock.now()
        made = self._desk.session.store.directory.delegations()
        return [self._line(each) for each in sorted(made, key=lambda d: d.starts) if not each.is_over(now)]

    def fields(self) -> Sequence[AnyField]:
        """Return fresh fields: myself away for a week from today."""
        people = [(each.id, each.name) for each in self._arrangeable()]
        if not people:
            return ()
        today = self._desk.clock.now().astimezone(ZONE).date()
        me = self._desk.session.person.id
        chosen = me if me in dict(people) else people[0][0]
        away = ChoiceField("from_person", translate("Arranging", "Who is away"), people, chosen)
        self._deputy = ChoiceField("to_person", translate("Arranging", "Who acts"), ())
        self._rights = SeveralField("rights", translate("Arranging", "What for"), ())
        self._away = away
        away.edited.connect(self._offer)
        self._offer()
        return (
            away,
            self._deputy,
            DayField("starts", translate("Arranging", "From"), today),
            DayField("ends", translate("Arranging", "Until the end of"), today + _USUAL),
            self._rights,
            SentenceField("note", translate("Arranging", "Note (optional)")),
        )

    def wanted(self, values: dict[str, object]) -> tuple[MatterCommand, Payload]:
        """Return the delegation: it ends by itself with its last day."""
        first, last = cast("date", values["starts"]), cast("date", values["ends"])
        rights = tuple(Right(one) for one in cast("tuple[str, ...]", values["rights"]))
        deputy = str(values["to_person"])
        if not deputy:
            raise PayloadInvalid("to_person", "empty")
        payload = Delegate(
            str(values["from_person"]), deputy, rights, _begin(first), _begin(last + timedelta(days=1)),
            str(values["note"]),
        )  # fmt: skip
        return MatterCommand.DELEGATE, payload

    @Slot()
    def _offer(self) -> None:
        """Offer who may act for the person chosen, and what that person has to delegate."""
        names = self._desk.names
        away = names.officer(self._away.value())
        tree, listed = names.unit_tree(), names.officers()
        near = [one for one in listed if away is not None and may_stand_in(one, away, tree)]
        self._deputy.offer([(one.id, f"{one.name} – {names.unit(one.unit_id)}") for one in near])
        rights = delegable(away) if away is not None else ()
        self._rights.offer([(right.value, right_word(right)) for right in rights], tuple(rights))

    def _arrangeable(self) -> list[Officer]:
        actor = self._desk.session.triage.actor
        listed = self._desk.names.officers()
        return [one for one in listed if one.active and may_arrange(actor, one) and delegable(one)]

    def _line(self, made: Delegation) -> Line:
        names, actor = self._desk.names, self._desk.session.triage.actor
        last = (made.ends - timedelta(seconds=1)).astimezone(ZONE).date()
        words = translate("Arranging", "{deputy} acts for {away} ({rights}), {first} – {last}").format(
            deputy=names.person(made.to_person),
            away=names.person(made.from_person),
            rights=", ".join(right_word(right) for right in made.rights),
            first=day_text(made.starts.astimezone(ZONE).date()),
            last=day_text(last),
        )
        words = f"{words} · {made.note}" if made.note else words
        away = names.officer(made.from_person)
        mine = actor.person_id in {made.made_by, made.to_person}
        may = mine or (away is not None and may_arrange(actor, away))
        end = Deed(translate("Arranging", "End now"), MatterCommand.END_DELEGATION, Nothing())
        return Line(made.id, words, (end,) if may else ())


def right_word(right: Right) -> str:
    """Return what may be delegated, as a person calls it."""
    if right is Right.APPROVE:
        return translate("Arranging", "approving")
    return translate("Arranging", "handling")


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZONE).astimezone(UTC)
