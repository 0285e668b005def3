"""A visit from entry to verdict: what comes when, what a torn, swapped, wrong or hostile document leaves."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from cardio import der, tlv
from cardio.cccd.dg13 import Field as ChipField
from cardio.cccd.provenance import Source
from cardio.document_errors import AccessDenied, DocumentSwapped, LengthRefused
from cardio.emrtd.verdict import Badge, Proof
from cardio.errors import CardRemoved
from cardio.simulator.emrtd import Hostility, Profile, VirtualDocument, issue
from cardio.trust.csca import AnchorStore, DocumentKind
from desktop_app.news import Locked, LockReason
from desktop_app.reception.counter import LAID_DOWN_SECONDS
from desktop_app.reception.fields import Field, Provenance
from desktop_app.reception.intake import Entry, from_document, understand
from desktop_app.reception.view import Activity, Presence, View
from tests.desktop_app.reception.desk import READER, TODAY, Desk, desk_with
from tests.support.deadline import until
from tests.support.virtual_documents import NOW, OTHER, PERSON, anchors, authority, document, hostile

QR = "046199012345||Trần Thị Bích|17051999|Nữ|Phường Vỹ Dạ, Huế|01062024"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desk_with() as made:
        yield made


def number(digits: str = PERSON.number) -> Entry:
    """A typed number."""
    return understand(digits, Source.TYPED, TODAY)


def code() -> Entry:
    """A code scanned by a serial scanner, of an older address."""
    return understand(QR, Source.SERIAL_SCANNER, TODAY)


def texts(view: View) -> dict[Field, tuple[str, Provenance]]:
    """Text and provenance by field."""
    return {line.field: (line.value.text, line.value.provenance) for line in view.lines}


def test_code_first_then_the_card(desk: Desk) -> None:
    desk.counter.enter(code())
    assert texts(desk.counter.view())[Field.NAME] == ("Trần Thị Bích", Provenance.QR)
    desk.put(VirtualDocument(document()))
    view = desk.concluded()
    assert view.verdict is not None
    assert (view.verdict.badge, view.activity) == (Badge.GENUINE, Activity.DONE)
    assert texts(view)[Field.RESIDENCE] == (PERSON.residence, Provenance.VERIFIED)
    line = next(line for line in view.lines if line.field is Field.RESIDENCE)
    assert [text.provenance for text in line.contradicting] == [Provenance.QR]
    assert view.face is not None
    assert view.face.format == "jpeg"


def test_card_first_then_the_number(desk: Desk) -> None:
    desk.put(VirtualDocument(document()))
    desk.until(lambda view: view.presence is Presence.CARD)
    assert not desk.counter.view().can_read, "nothing was entered yet"
    desk.counter.enter(number())
    assert desk.concluded().verdict is not None


def test_a_document_that_another_program_prepares_is_read_after_it(desk: Desk) -> None:
    desk.hand.occupy(READER)
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    desk.until(lambda view: view.presence is Presence.PREPARING and view.busy)
    desk.hand.occupy(READER, occupied=False)
    assert desk.concluded().presence is Presence.CARD


def test_a_way_in_that_is_not_known_is_no_reason_to_distrust(desk: Desk) -> None:
    strange = der.sequence(der.oid("0.4.0.127.0.7.2.2.4.9.2"), der.integer(2), der.integer(13))
    desk.put(VirtualDocument(dataclasses.replace(document(), card_access=tlv.encode(der.SET, strange))))
    desk.counter.enter(number())
    view = desk.stopped()
    assert getattr(view.problem, "code", "") == "access_unknown"
    assert (view.distrusted, view.interrupted) == (False, False)


def test_a_document_kept_by_another_program_is_read_once_it_is_let_go(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.worker.PREPARING", -1.0)
    desk.hand.occupy(READER)
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    assert desk.stopped().presence is Presence.HELD
    desk.hand.occupy(READER, occupied=False)
    assert desk.concluded().problem is None


def test_who_it_is_comes_first_and_the_picture_last(desk: Desk) -> None:
    desk.counter.enter(number())
    desk.put(VirtualDocument(document()))
    desk.concluded()
    stages = list(dict.fromkeys(view.activity for view in desk.shown))
    assert stages == [
        Activity.NONE,
        Activity.IDENTITY,
        Activity.ADDRESS,
        Activity.CHECKING,
        Activity.PHOTO,
        Activity.CONCLUDING,
        Activity.DONE,
    ]
    verified = next(view for view in desk.shown if view.verdict is not None)
    assert texts(verified)[Field.NAME] == ("Trần Thị Bích", Provenance.VERIFIED)
    assert verified.face is None
    assert not verified.concluded


def test_without_an_anchor_nothing_is_called_verified() -> None:
    with desk_with(AnchorStore()) as desk:
        desk.counter.enter(number())
        desk.put(VirtualDocument(document()))
        view = desk.concluded()
        assert view.verdict is not None
        assert view.verdict.badge is Badge.SIGNED
        assert {provenance for _, provenance in texts(view).values()} == {Provenance.CHIP}


def test_a_passport_by_three_typed_fields() -> None:
    with desk_with(anchors(DocumentKind.PASSPORT)) as desk:
        desk.counter.enter(from_document(PERSON.passport_number, PERSON.birth, PERSON.expiry))
        desk.put(VirtualDocument(document(Profile.passport())))
        view = desk.concluded()
        assert texts(view)[Field.DOCUMENT] == (PERSON.passport_number, Provenance.VERIFIED)
        assert not view.has_private


# --- what goes wrong ---


def test_a_wrong_number_is_told_and_tried_once(desk: Desk) -> None:
    card = desk.put(VirtualDocument(document()))
    desk.counter.enter(number(OTHER.number))
    view = desk.stopped()
    assert isinstance(view.problem, AccessDenied)
    desk.hand.remove(READER)
    desk.until(lambda view: view.presence is Presence.NO_CARD)
    desk.put(card)
    desk.until(lambda view: view.presence is Presence.CARD)
    assert (card.pace_tries, card.bac_tries) == (1, 0), "not for a bounce, and never another protocol"
    desk.hand.remove(READER)
    desk.until(lambda view: view.presence is Presence.NO_CARD)
    desk.now += LAID_DOWN_SECONDS
    desk.put(card)
    until(lambda: card.pace_tries == 2, what="the try of a person who laid the card down again")
    desk.until(lambda view: view.problem is not None and not view.busy)
    desk.counter.enter(number(OTHER.number))
    until(lambda: card.pace_tries == 3, what="the try of a clerk who entered it once more")
    desk.until(lambda view: view.problem is not None and not view.busy)
    desk.counter.read_again()
    until(lambda: card.pace_tries == 4, what="the try that the clerk asked for")
    desk.stopped()
    desk.counter.enter(number())
    assert desk.concluded().problem is None


@pytest.mark.parametrize("apdus", [3, 8, 12, 16, 20])
def test_torn_off_and_put_back(desk: Desk, apdus: int) -> None:
    card = VirtualDocument(document())
    desk.put(card)
    desk.until(lambda view: view.presence is Presence.CARD)
    desk.hand.tear_after(READER, apdus)
    desk.counter.enter(number())
    view = desk.stopped()
    assert isinstance(view.problem, CardRemoved)
    kept = texts(view)
    assert view.interrupted == (apdus >= 8)
    assert (Field.BIRTH in kept) == (apdus >= 8), "what had come is still there"
    before = desk.hand.apdu_count[READER]
    desk.put(card)
    view = desk.concluded()
    assert not view.interrupted
    assert view.problem is None
    assert view.verdict is not None
    assert view.verdict.badge is Badge.GENUINE
    if apdus >= 16:
        assert desk.hand.apdu_count[READER] - before < 24, "DG13 is not read twice"


def test_torn_off_at_every_apdu_and_put_back(desk: Desk) -> None:
    card = VirtualDocument(document())
    for apdus in range(24):
        desk.counter.clear()
        desk.put(card)
        desk.until(lambda view: view.presence is Presence.CARD)
        desk.hand.tear_after(READER, apdus)
        desk.counter.enter(number())
        view = desk.stopped()
        assert isinstance(view.problem, CardRemoved)
        assert not view.busy
        desk.put(card)
        found = desk.concluded()
        assert found.problem is None
        assert found.verdict is not None
        assert found.verdict.badge is Badge.GENUINE, f"after {apdus} APDUs"
        assert Field.RESIDENCE in texts(found)


def test_another_card_than_the_one_torn_off(desk: Desk) -> None:
    twin = dataclasses.replace(document(person=OTHER), can=document().can)
    desk.put(VirtualDocument(document()))
    desk.until(lambda view: view.presence is Presence.CARD)
    desk.hand.tear_after(READER, 12)
    desk.counter.enter(number())
    desk.stopped()
    desk.put(VirtualDocument(twin))
    view = desk.until(lambda view: isinstance(view.problem, DocumentSwapped))
    assert texts(view)[Field.BIRTH][0] == "17/05/1999", "nothing of the second one was mixed in"
    assert view.interrupted
    desk.put(VirtualDocument(document()))
    assert desk.concluded().problem is None


IN_THE_VERDICT = (
    Hostility.OTHER_SECURITY_OBJECT,
    Hostility.FIXED_ANSWER,
    Hostility.COPIED_CHIP,
    Hostility.WRONG_GENERATOR,
)


@pytest.mark.parametrize("hostility", IN_THE_VERDICT)
def test_a_hostile_chip_is_shown_for_what_it_is(desk: Desk, hostility: Hostility) -> None:
    desk.put(hostile(hostility))
    desk.counter.enter(number())
    view = desk.concluded()
    assert view.verdict is not None
    assert view.verdict.badge is Badge.FALSE
    assert {where for _, where in texts(view).values()} - {Provenance.TYPED} == {Provenance.REFUSED}


def test_an_altered_group_condemns_its_own_fields(desk: Desk) -> None:
    desk.put(hostile(Hostility.ALTERED_GROUP))
    desk.counter.enter(number())
    found = texts(desk.concluded())
    assert found[Field.RESIDENCE][1] is Provenance.REFUSED


@pytest.mark.parametrize(
    "hostility", [Hostility.WRONG_MAC, Hostility.REPEATED_COUNTER, Hostility.ENDLESS_PIECES]
)
def test_a_hostile_conversation_ends_and_typing_goes_on(desk: Desk, hostility: Hostility) -> None:
    desk.put(hostile(hostility))
    desk.counter.enter(code())
    view = desk.stopped()
    assert not view.busy
    assert texts(view)[Field.NAME] == ("Trần Thị Bích", Provenance.QR)


def test_what_no_honest_chip_announces_takes_the_trust_back(desk: Desk) -> None:
    desk.put(hostile(Hostility.TWO_GIGABYTES))
    desk.counter.enter(number())
    view = desk.stopped()
    assert isinstance(view.problem, LengthRefused)
    assert view.verdict is None
    assert texts(view)[Field.RESIDENCE][1] is Provenance.REFUSED


def test_a_broken_picture_is_named(desk: Desk) -> None:
    desk.put(VirtualDocument(issue(PERSON, authority(), NOW, picture=b"GIF89a")))
    desk.counter.enter(number())
    view = desk.concluded()
    assert (view.face, view.unreadable) == (None, (2,))


# --- the visit's end ---


def test_clearing_leaves_nothing(desk: Desk) -> None:
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    desk.concluded()
    assert desk.counter.private_text(ChipField.PARENTS) == "Cha, Mẹ"
    desk.counter.clear()
    view = desk.counter.view()
    assert view.empty
    assert (view.face, view.verdict, view.has_private) == (None, None, False)
    assert desk.counter.private_text(ChipField.PARENTS) is None
    assert desk.shown[-1].empty


def test_a_lock_clears(desk: Desk) -> None:
    desk.counter.enter(code())
    desk.bus.publish(Locked(LockReason.IDLE))
    assert desk.counter.view().empty


def test_clearing_in_the_middle_ends_the_reading(desk: Desk) -> None:
    desk.hand.delay(READER, 0.02)
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    desk.until(lambda view: view.activity is Activity.ADDRESS)
    desk.counter.clear()
    count = desk.hand.apdu_count[READER]
    desk.pool.submit(READER, lambda card: card.atr).result(30)
    assert desk.hand.apdu_count[READER] - count < 10, "it gave up at its next file"
    assert desk.counter.view().empty


def test_the_next_person_begins_another_visit(desk: Desk) -> None:
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    desk.concluded()
    desk.counter.enter(number(OTHER.number))
    assert Field.RESIDENCE not in texts(desk.counter.view())
    assert isinstance(desk.stopped().problem, AccessDenied), "the first card still lies there"


def test_the_same_person_scanned_again_keeps_the_visit(desk: Desk) -> None:
    desk.put(VirtualDocument(document()))
    desk.counter.enter(number())
    desk.concluded()
    desk.counter.enter(code())
    view = desk.counter.view()
    assert view.concluded
    line = next(line for line in view.lines if line.field is Field.RESIDENCE)
    assert line.contradicting


def test_a_closed_counter_hears_nothing(desk: Desk) -> None:
    desk.counter.close()
    shown = len(desk.shown)
    desk.put(VirtualDocument(document()))
    until(lambda: any(state.atr for state in desk.pool.readers()), what="the card")
    assert len(desk.shown) == shown


def test_without_a_reader(desk: Desk) -> None:
    desk.hand.remove_reader(READER)
    view = desk.until(lambda view: view.presence is Presence.NO_READER)
    assert (view.reader, view.can_read) == ("", False)
    desk.counter.enter(code())
    assert texts(desk.counter.view())[Field.NUMBER][0] == PERSON.number


def test_the_issuer_is_asked_for_at_each_reading() -> None:
    store = AnchorStore()
    with desk_with(store) as desk:
        desk.put(VirtualDocument(document()))
        desk.counter.enter(number())
        verdict = desk.concluded().verdict
        assert verdict is not None
        assert verdict.not_proved == {Proof.ISSUER}
        store.install(authority().anchor, DocumentKind.IDENTITY_CARD)
        desk.counter.read_again()
        desk.until(lambda view: view.concluded and view.verdict is not None and not view.verdict.not_proved)
