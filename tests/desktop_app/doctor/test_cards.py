"""Cards in real worker threads: sound, nearly blocked, blocked, torn out, foreign, mute, hanging."""

from dataclasses import replace

import pytest

from cardio import der, tlv
from cardio.errors import CardMute, ReaderFault
from cardio.mrz import Format
from cardio.piv.objects import Slot
from cardio.simulator import CardFile, VirtualPivCard
from cardio.simulator.emrtd import DocumentFile, Profile, VirtualDocument
from desktop_app.doctor import cards
from desktop_app.doctor.cards import Look, examine_cards, look_at_cards
from desktop_app.doctor.finding import Finding, Part, Verdict
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until
from tests.support.virtual_documents import document


def told(bench: Workbench) -> list[Finding]:
    return examine_cards(look_at_cards(bench.core.readers))


def without_slot(card: CardFile, slot: Slot) -> CardFile:
    """The card as an issuer would have made it without this key."""
    return replace(
        card,
        keys={one: key for one, key in card.keys.items() if one is not slot},
        certificates={one: der for one, der in card.certificates.items() if one is not slot},
    )


def causes(found: list[Finding]) -> list[str]:
    return [finding.cause for finding in found]


def test_a_sound_card_in_the_slot_and_one_held_to_the_kiosk(bench: Workbench) -> None:
    assert causes(told(bench)) == ["no_card", "no_card"]
    bench.insert(bench.city.card("o-handler"))
    bench.insert(bench.city.card("o-team"), KIOSK)
    found = told(bench)
    assert causes(found) == ["card_answers", "profile_sign_in", "card_answers", "profile_tap"]
    assert {finding.subject for finding in found} == {DESK, KIOSK}
    assert {finding.verdict for finding in found} == {Verdict.GOOD}


@pytest.mark.parametrize(("tries", "cause"), [(1, "pin_last_try"), (2, "card_answers")])
def test_the_last_try_is_told_before_it_is_spent(bench: Workbench, tries: int, cause: str) -> None:
    card = bench.insert(bench.city.card("o-handler", tries=tries))
    assert told(bench)[0].cause == cause
    assert told(bench)[0].cause == cause, "looking spends none"
    assert card.pin_tries_left == tries


def test_a_blocked_card(bench: Workbench) -> None:
    bench.enrol()
    bench.insert(bench.city.card("o-handler", tries=1))
    with pytest.raises(Exception, match="pin_blocked"):
        bench.sign_in("000000")
    found = told(bench)[0]
    assert (found.cause, found.verdict) == ("pin_blocked", Verdict.BAD)


def test_a_card_without_a_vault_key_or_sign_in_key(bench: Workbench) -> None:
    bench.insert(without_slot(bench.city.card("o-handler"), Slot.KEY_MANAGEMENT))
    assert causes(told(bench)) == ["card_answers", "card_without_vault_key"]
    bench.readers.remove(DESK)
    bench.insert(without_slot(bench.city.card("o-handler"), Slot.AUTHENTICATION))
    (found,) = told(bench)
    assert (found.part, found.cause, found.verdict) == (Part.PROFILE, "object_missing", Verdict.BAD)


def test_a_card_that_another_program_has_is_not_told_as_missing(bench: Workbench) -> None:
    bench.readers.occupy(DESK)
    bench.readers.insert(DESK, VirtualPivCard(bench.city.card("o-handler")))
    until(lambda: look_at_cards(bench.core.readers), what="the card")
    (found,) = told(bench)
    assert (found.part, found.cause, found.subject) == (Part.CARD, "card_held_elsewhere", DESK)


def test_in_a_silent_reader_a_card_cannot_be_told() -> None:
    (found,) = examine_cards([], (), [DESK])
    assert (found.cause, found.verdict, found.subject) == ("reader_not_answering", Verdict.UNKNOWN, DESK)


def documented(bench: Workbench, file: DocumentFile, *citizens: str) -> list[Finding]:
    bench.readers.insert(DESK, VirtualDocument(file))
    until(lambda: look_at_cards(bench.core.readers), what="the document")
    return examine_cards(look_at_cards(bench.core.readers), citizens)


def test_a_citizen_s_document_is_told_with_its_way_in(bench: Workbench) -> None:
    answering, kind = documented(bench, document())
    assert (answering.cause, kind.part, kind.cause) == (
        "card_answers",
        Part.PROFILE,
        "document_at_staff_reader",
    )
    assert kind.data == {"ways": "PACE-ECDH-GM-AES-CBC-CMAC-128, brainpoolP256r1"}
    assert kind.verdict is Verdict.CAUTION
    in_place = documented(bench, document(), DESK)[1]
    assert (in_place.cause, in_place.verdict) == ("document_readable", Verdict.GOOD)


def test_documents_that_open_otherwise_or_not(bench: Workbench) -> None:
    before_pace = documented(bench, document(Profile(size=Format.TD3, details=False)), DESK)[1]
    assert before_pace.cause == "document_needs_zone"
    strange = der.sequence(der.oid("0.4.0.127.0.7.2.2.4.9.9"), der.integer(2), der.integer(13))
    unknown = documented(bench, replace(document(), card_access=tlv.encode(der.SET, strange)), DESK)[1]
    assert (unknown.cause, unknown.verdict) == ("document_access_unknown", Verdict.BAD)


def test_a_card_torn_out_while_it_is_read(bench: Workbench) -> None:
    bench.insert(bench.city.card("o-handler"))
    bench.readers.tear_after(DESK, 1)
    (found,) = told(bench)
    assert (found.part, found.cause, found.verdict) == (Part.CARD, "card_removed", Verdict.CAUTION)


def test_a_reader_that_hangs_is_the_driver_s(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.insert(bench.city.card("o-handler"))
    bench.readers.hang(DESK)
    monkeypatch.setattr(cards, "CARD_SECONDS", 0.1)
    (found,) = told(bench)
    bench.readers.hang(DESK, hanging=False)
    assert (found.part, found.cause, found.verdict) == (Part.DRIVER, "reader_not_answering", Verdict.BAD)


def test_errors_go_to_the_part_they_belong_to() -> None:
    mute, faulty = examine_cards([Look(DESK, None, CardMute()), Look(KIOSK, None, ReaderFault(KIOSK, 7))])
    assert (mute.part, mute.cause) == (Part.CARD, "card_mute")
    assert (faulty.part, faulty.cause, faulty.data["reason"]) == (Part.DRIVER, "reader_fault", 7)
