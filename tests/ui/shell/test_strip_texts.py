"""The words of the strip, from the state of the world."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cardio.readers import Condition, ReaderState
from desktop_app.news import Contact, SyncStatus
from ui.shell import strip_texts
from ui.shell.strip_texts import Mark
from ui.widgets.tone import Tone

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("contact", Contact)
def test_every_contact_has_its_words(contact: Contact) -> None:
    marks = {strip_texts.contact_mark(SyncStatus(each)).text for each in Contact}
    assert len(marks) == len(Contact)
    assert strip_texts.contact_mark(SyncStatus(contact)).text


def test_offline_is_no_alarm() -> None:
    assert strip_texts.contact_mark(SyncStatus(Contact.OFFLINE)).tone is Tone.CAUTION


def test_a_centre_that_proves_itself_badly_wants_no_new_sign_in() -> None:
    unsafe = SyncStatus(Contact.REFUSED, error="tls_failed")
    assert strip_texts.contact_mark(unsafe) == Mark("Connection not safe", Tone.DANGER)


def test_a_first_sync_says_how_much_of_what() -> None:
    assert strip_texts.contact_mark(SyncStatus(done=40, total=512)).text == "First sync 40/512"


def test_a_store_that_is_put_in_order_says_how_far_it_came() -> None:
    status = SyncStatus(Contact.OFFLINE, marked=500, to_mark=90_000)
    assert strip_texts.contact_mark(status) == Mark("Updating the data here 500/90000", Tone.INFO)


def test_nothing_waiting_says_nothing() -> None:
    assert strip_texts.waiting_mark(SyncStatus()) == Mark("")
    assert strip_texts.person_mark(SyncStatus()) == Mark("")
    assert strip_texts.waiting_mark(SyncStatus(waiting=2)).text == "waiting 2"
    assert strip_texts.person_mark(SyncStatus(needs_person=1)) == Mark("needs you 1", Tone.CAUTION)


def state(name: str, condition: Condition) -> ReaderState:
    return ReaderState(name, None, condition)


@pytest.mark.parametrize(
    ("readers", "expected"),
    [
        ([], "No reader"),
        ([state("a", Condition.EMPTY)], "Reader: no card"),
        ([state("a", Condition.EMPTY), state("b", Condition.CARD)], "Reader: card inserted"),
        ([state("a", Condition.NOT_ANSWERING)], "Reader does not answer"),
        ([state("a", Condition.HELD)], "Reader: in use by another program"),
        ([replace(state("mine", Condition.HELD), preparing=True)], "Reader: preparing the card"),
        ([state("a", Condition.EMPTY), state("mine", Condition.CARD)], "Reader: N. T. An"),
        ([state("mine", Condition.EMPTY)], "Reader: no card"),
    ],
)
def test_the_reader_that_matters(readers: list[ReaderState], expected: str) -> None:
    assert strip_texts.reader_mark(readers, "mine", "N. T. An").text == expected


def test_a_lent_reader_bears_nobodys_name() -> None:
    """Whose card lies in it is the citizen's, not the clerk's."""
    mine = ReaderState("mine", b"\x3b", Condition.CARD)
    found = strip_texts.reader_mark([mine], "mine", "N. T. An", lent=True)
    assert found == strip_texts.Mark("Reader: lent", Tone.CAUTION)
