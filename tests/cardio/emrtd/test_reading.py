"""The whole reading of a document: verdicts, hostile chips each with its reason, chips torn off."""

from __future__ import annotations

import dataclasses

import pytest

from cardio import curves, tlv
from cardio.document_errors import AccessDenied, AccessNotOffered, DocumentSwapped
from cardio.emrtd import reading
from cardio.emrtd.access_keys import Can, MrzKey
from cardio.emrtd.files import COM
from cardio.emrtd.security_infos import Mapping
from cardio.emrtd.symmetric import Suite
from cardio.emrtd.verdict import Badge, Proof, Verdict
from cardio.errors import CardError, CardRemoved, UnknownCard
from cardio.mrz import Format
from cardio.simulator.emrtd import CountryAuthority, Hostility, Profile, VirtualDocument, issue
from cardio.simulator.emrtd.document import pace_info
from cardio.trust import lds, sod
from cardio.trust.csca import AnchorStore, DocumentKind
from tests.support.curve_signer import signer_on
from tests.support.virtual_documents import NOW, OTHER, PERSON, InHand, anchors, authority, document, hostile


def read(
    card: VirtualDocument, key: Can | MrzKey | None = None, store: AnchorStore | None = None
) -> reading.Document:
    """Read with the citizen card's own CAN and its anchor, unless said otherwise."""
    return reading.read(InHand(card), key or document().can, store or anchors())


@pytest.mark.parametrize("extended", [False, True])
def test_a_citizen_card_is_proved_whole(extended: bool) -> None:
    card = InHand(VirtualDocument(document(), extended=extended), max_apdu=65544 if extended else 261)
    found = reading.read(card, document().can, anchors())
    assert found.groups == document().groups
    assert (found.zone.surname, found.zone.optional) == (PERSON.surname, PERSON.number)
    assert found.verdict.proved == frozenset(Proof)
    assert found.verdict.badge is Badge.GENUINE
    assert found.verdict.chip_by == ("active_authentication", "chip_authentication")
    assert len(card.sent) == (18 if extended else 24)


def test_by_its_zone_too() -> None:
    assert read(VirtualDocument(document()), document().mrz_key).verdict.badge is Badge.GENUINE


def test_a_passport() -> None:
    file = document(Profile.passport())
    found = reading.read(InHand(VirtualDocument(file)), file.mrz_key, anchors(DocumentKind.PASSPORT))
    assert found.zone.format is Format.TD3
    assert found.verdict.badge is Badge.GENUINE


def test_a_passport_of_before_pace_by_bac() -> None:
    file = document(Profile(size=Format.TD3, details=False))
    found = reading.read(InHand(VirtualDocument(file)), file.mrz_key, anchors(DocumentKind.PASSPORT))
    assert (found.verdict.access, found.verdict.badge) == ("bac", Badge.GENUINE)
    with pytest.raises(AccessNotOffered) as refusal:
        reading.read(InHand(VirtualDocument(file)), file.can, anchors())
    assert refusal.value.wanted == "can"


def test_without_an_anchor_of_its_kind_the_badge_is_neutral() -> None:
    passports = AnchorStore()
    passports.install(CountryAuthority.create("CSCA passport", NOW).anchor, DocumentKind.PASSPORT)
    for store in (AnchorStore(), passports):
        verdict = read(VirtualDocument(document()), store=store).verdict
        assert (verdict.badge, verdict.faults) == (Badge.SIGNED, ())
        assert verdict.not_proved == {Proof.ISSUER}


def test_an_issuer_that_contradicts_the_anchor_is_doubtful() -> None:
    store = AnchorStore()
    store.install(CountryAuthority.create("CSCA card", NOW).anchor, DocumentKind.IDENTITY_CARD)
    verdict = read(VirtualDocument(document()), store=store).verdict
    assert [fault.code for fault in verdict.faults] == ["foreign_issuer"]
    assert verdict.badge is Badge.DOUBTFUL


@pytest.mark.parametrize("key", [Can("000000"), MrzKey("012345678", "990517", "390517")])
def test_a_refused_pace_is_the_end(key: Can | MrzKey) -> None:
    card = VirtualDocument(document())
    with pytest.raises(AccessDenied):
        read(card, key)
    assert (card.pace_tries, card.bac_tries) == (1, 0), "no second try, no other protocol"


IN_THE_VERDICT = {
    Hostility.OTHER_SECURITY_OBJECT: "security_object_invalid(reason='other_document')",
    Hostility.ALTERED_GROUP: "data_group_altered(group=13)",
    Hostility.ADDED_GROUP: "data_group_unsigned(group=11)",
    Hostility.HIDDEN_PACE: "access_downgraded()",
    Hostility.FIXED_ANSWER: "chip_not_genuine(method='active_authentication')",
    Hostility.COPIED_CHIP: "chip_not_genuine(method='chip_authentication')",
    Hostility.WRONG_GENERATOR: "curve_refused(part='generator')",
    Hostility.FORGED_SIGNATURE: "security_object_invalid(reason='signature')",
    Hostility.HIDDEN_SIGNATURE: "security_object_invalid(reason='missing')",
    Hostility.OTHER_CARD_SECURITY: "chip_not_genuine(method='chip_authentication_mapping')",
    Hostility.HIDDEN_CARD_SECURITY: "card_security_invalid(reason='missing')",
    Hostility.HIDDEN_KEY: "chip_key_hidden(group=15), chip_key_hidden(group=14)",
}
REFUSED_AT_ONCE = {
    Hostility.WRONG_MAC: "session_broken(reason='mac')",
    Hostility.UNPROTECTED: "session_broken(reason='unprotected')",
    Hostility.REPEATED_COUNTER: "session_broken(reason='replay')",
    Hostility.TWO_GIGABYTES: "length_refused(announced=2147483647)",
    Hostility.CUT_SHORT: "file_cut_short(announced=8196, held=7)",
    Hostility.ENDLESS_PIECES: "answer_too_long(what='pieces')",
    Hostility.POINT_OFF_CURVE: "point_not_on_curve()",
}


def test_every_hostility_has_its_own_reason() -> None:
    expected = {**IN_THE_VERDICT, **REFUSED_AT_ONCE}
    assert set(expected) == set(Hostility) - {Hostility.NONE}
    assert len(set(expected.values())) == len(expected)


@pytest.mark.parametrize(("hostility", "reason"), IN_THE_VERDICT.items())
def test_a_hostile_chip_is_shown_for_what_it_is(hostility: Hostility, reason: str) -> None:
    verdict = read(hostile(hostility), document().mrz_key).verdict
    assert ", ".join(str(fault) for fault in verdict.faults) == reason
    assert verdict.badge is (Badge.DOUBTFUL if hostility is Hostility.ADDED_GROUP else Badge.FALSE)
    assert verdict.assurance is None


@pytest.mark.parametrize(("hostility", "reason"), REFUSED_AT_ONCE.items())
def test_a_hostile_conversation_ends(hostility: Hostility, reason: str) -> None:
    with pytest.raises(CardError) as refusal:
        read(hostile(hostility))
    assert str(refusal.value) == reason


def test_a_document_without_its_list_of_groups_is_read_by_the_signed_ones() -> None:
    card = VirtualDocument(document())
    del card._applet._files[COM]
    found = reading.read(InHand(card), document().can, anchors())
    assert (found.verdict.badge, set(found.groups)) == (Badge.GENUINE, set(document().groups))


def test_a_whole_document_of_somebody_else() -> None:
    stolen = dataclasses.replace(document(person=OTHER), can=document().can, mrz_key=document().mrz_key)
    for key in (document().can, document().mrz_key):
        verdict = read(VirtualDocument(stolen), key).verdict
        assert [fault.code for fault in verdict.faults] == ["other_person"]
        assert verdict.badge is Badge.FALSE


def test_a_chip_without_keys_proves_signed_data_only() -> None:
    plain = dataclasses.replace(Profile.citizen_card(), agreement=None, signature=False)
    bare = issue(PERSON, authority(), NOW, plain)
    verdict = read(VirtualDocument(bare)).verdict
    assert (verdict.badge, verdict.assurance) == (Badge.GENUINE, "signed_data")
    assert verdict.not_proved == {Proof.CHIP}


PROFILES = {
    "PACE-ECDH-GM-AES-128, card": Profile.citizen_card(),
    "PACE-ECDH-GM-AES-256, passport": Profile(
        size=Format.TD3, pace=pace_info(Mapping.GENERIC, Suite.AES256, 12), details=False
    ),
    "PACE-ECDH-IM-AES-192": Profile(pace=pace_info(Mapping.INTEGRATED, Suite.AES192, 13)),
    "PACE-DH-GM-3DES": Profile(pace=pace_info(Mapping.GENERIC, Suite.DES3, 0), agreement=Suite.DES3),
    "PACE-DH-IM-AES-128": Profile(pace=pace_info(Mapping.INTEGRATED, Suite.AES128, 0), signature=False),
    "PACE-ECDH-CAM-AES-128": Profile.proved_by_pace(),
    "BAC": Profile(size=Format.TD3, details=False),
    "BAC, plain chip": Profile(size=Format.TD3, details=False, agreement=None, signature=False),
}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_torn_off_at_every_command(profile: Profile) -> None:
    file, store = document(profile), anchors(*DocumentKind)
    whole = InHand(VirtualDocument(file))
    reading.read(whole, file.mrz_key, store)
    for commands in range(len(whole.sent)):
        card, kept = VirtualDocument(file), dict[int, bytes]()
        torn = InHand(card, torn_after=commands)
        with pytest.raises(CardRemoved):
            reading.read(torn, file.mrz_key, store, arrived=kept.__setitem__)
        assert card.pace_tries + card.bac_tries <= 1, "one try for each time that it was laid down"
        again = reading.read(InHand(card), file.mrz_key, store, kept=kept)
        assert again.groups == file.groups, f"whole again after {commands} APDUs"
        assert again.verdict.badge is Badge.GENUINE
        assert not (card.pace_tries and card.bac_tries), "never one protocol after the other"


def test_identity_arrives_before_the_picture() -> None:
    order: list[int] = []
    reading.read(
        InHand(VirtualDocument(document())),
        document().can,
        anchors(),
        arrived=lambda number, _data: order.append(number),
    )
    assert order == [1, 13, 15, 14, 2]


def test_a_chip_without_short_identifiers_costs_one_command_more_for_each_file() -> None:
    plain = dataclasses.replace(Profile.citizen_card(), short_identifiers=False)
    card = InHand(VirtualDocument(document(plain)))
    assert reading.read(card, document(plain).can, anchors()).verdict.badge is Badge.GENUINE
    files = len(["card access", "dg1", "sod", "dg13", "dg15", "dg14", "dg2", "com"])
    assert len(card.sent) == 24 + files + 1, "the refusal is met once, before the session"


def test_the_verdict_grows_with_what_is_read() -> None:
    heard: list[tuple[Badge, bool]] = []
    groups: list[int] = []

    def judged(verdict: Verdict) -> None:
        heard.append((verdict.badge, Proof.CHIP in verdict.proved))
        groups.append(0)

    reading.read(
        InHand(VirtualDocument(document())),
        document().can,
        anchors(),
        arrived=lambda number, _data: groups.append(number),
        judged=judged,
    )
    assert heard == [(Badge.GENUINE, False), (Badge.GENUINE, True)]
    assert groups == [1, 13, 0, 15, 14, 0, 2], "identity, then the chip, then the picture"


def test_a_group_that_nobody_signed_is_not_even_read() -> None:
    found = reading.read(InHand(hostile(Hostility.ADDED_GROUP)), document().can, anchors())
    assert 11 not in found.groups


def test_what_was_read_before_the_card_was_torn_off_is_not_read_again() -> None:
    kept: dict[int, bytes] = {}
    torn = InHand(VirtualDocument(document()), torn_after=17)
    with pytest.raises(CardRemoved):
        reading.read(torn, document().can, anchors(), arrived=kept.__setitem__)
    assert set(kept) == {1, 13, 15}
    again = InHand(VirtualDocument(document()))
    found = reading.read(again, document().can, anchors(), kept=kept)
    assert (found.verdict.badge, found.groups) == (Badge.GENUINE, document().groups)
    assert len(again.sent) == 24 - 4, "DG13 and DG15 are kept, DG1 tells that it is the same document"


def test_another_document_does_not_go_on_where_the_first_was_torn_off() -> None:
    twin = dataclasses.replace(document(person=OTHER), can=document().can)
    with pytest.raises(DocumentSwapped):
        reading.read(InHand(VirtualDocument(twin)), document().can, anchors(), kept={1: document().groups[1]})


def test_kept_groups_of_another_document_are_found_out() -> None:
    kept = {1: document().groups[1], 13: document(person=OTHER).groups[13]}
    verdict = reading.read(InHand(VirtualDocument(document())), document().can, anchors(), kept=kept).verdict
    assert [str(fault) for fault in verdict.faults] == ["data_group_altered(group=13)"]


def test_a_signed_group_that_the_chip_does_not_give_is_left_out() -> None:
    file = document()
    held = {number: data for number, data in file.groups.items() if number != 2}
    found = reading.read(InHand(VirtualDocument(dataclasses.replace(file, groups=held))), file.can, anchors())
    assert set(found.groups) == set(held)
    assert found.verdict.badge is Badge.GENUINE


def test_without_a_security_object_the_open_list_says_what_there_is() -> None:
    file = dataclasses.replace(document(), security_object=b"\x77\x02\x30\x00")
    found = reading.read(InHand(VirtualDocument(file)), file.can, anchors())
    assert set(found.groups) == set(file.groups)
    assert [str(fault) for fault in found.verdict.faults] == ["security_object_invalid(reason='malformed')"]


def test_only_what_is_wanted_is_read() -> None:
    found = reading.read(InHand(VirtualDocument(document())), document().can, anchors(), wanted=(1,))
    assert set(found.groups) == {1, 14, 15}


def test_a_card_that_is_no_document() -> None:
    class Other(InHand):
        """Refuses whatever it is asked."""

        def transmit(self, command: bytes | bytearray) -> bytes:
            return b"\x6a\x82"

    with pytest.raises(UnknownCard):
        reading.read(Other(VirtualDocument(document())), document().mrz_key, anchors())


def test_nothing_about_the_person_in_a_repr() -> None:
    found = read(VirtualDocument(document()))
    for text in (PERSON.number, PERSON.surname, PERSON.name, document().can.digits, "990517"):
        assert text not in repr((found.zone, found.verdict, document().can, document().mrz_key))


CAM = Profile.proved_by_pace()


def test_a_chip_proved_by_pace_itself() -> None:
    found = read(VirtualDocument(document(CAM)))
    assert found.verdict.badge is Badge.GENUINE
    assert found.verdict.chip_by == ("chip_authentication_mapping",)
    assert found.verdict.assurance == "chip_authenticated"


def test_a_copy_of_such_a_chip() -> None:
    verdict = read(VirtualDocument(document(CAM), Hostility.COPIED_CHIP)).verdict
    assert str(verdict.faults[0]) == "chip_not_genuine(method='chip_authentication_mapping')"
    assert verdict.badge is Badge.FALSE


def test_where_pace_proved_the_chip_its_key_is_not_asked_again() -> None:
    both = dataclasses.replace(CAM, agreement=Suite.AES128)
    verdict = read(VirtualDocument(issue(PERSON, authority(), NOW, both))).verdict
    assert verdict.chip_by == ("chip_authentication_mapping",)


@pytest.mark.parametrize("other", ["chip_authentication", "active_authentication"])
def test_a_chip_without_its_signed_list_may_prove_itself_otherwise(other: str) -> None:
    by_key = other == "chip_authentication"
    profile = dataclasses.replace(CAM, agreement=Suite.AES128 if by_key else None, signature=not by_key)
    file = dataclasses.replace(document(profile), card_security=b"")
    card = VirtualDocument(file)
    verdict = read(card).verdict
    assert (verdict.badge, verdict.faults, verdict.chip_by) == (Badge.GENUINE, (), (other,))
    assert card.pace_tries == 1, "not opened anew by another mapping"
    copy = Hostility.COPIED_CHIP if by_key else Hostility.FIXED_ANSWER
    copied = read(VirtualDocument(file, copy)).verdict
    assert [fault.code for fault in copied.faults] == ["chip_not_genuine", "card_security_invalid"]


def test_without_anchors_its_keys_must_come_from_who_signed_the_data() -> None:
    nobody = AnchorStore()
    own = read(VirtualDocument(document(CAM)), store=nobody).verdict
    assert (own.badge, own.chip_by) == (Badge.SIGNED, ("chip_authentication_mapping",))
    forger = CountryAuthority.create("ai đó", NOW, "UT")
    foreign = issue(PERSON, forger, NOW, CAM)
    mixed = dataclasses.replace(
        document(CAM), card_security=foreign.card_security, agreement_key=foreign.agreement_key
    )
    verdict = read(VirtualDocument(mixed), store=nobody).verdict
    assert (verdict.badge, verdict.chip_by, verdict.assurance) == (Badge.SIGNED, (), "signed_data")
    same = issue(PERSON, CountryAuthority.create("ai đó", NOW), NOW, CAM)
    forged = dataclasses.replace(
        document(CAM),
        card_security=same.card_security,
        agreement_key=same.agreement_key,
    )
    assert [fault.code for fault in read(VirtualDocument(forged)).verdict.faults] == ["foreign_issuer"]


def test_signed_keys_that_name_a_hidden_way_in() -> None:
    """The open list offers the mapping alone; the signed one names a longer key as well."""
    longer = pace_info(Mapping.CHIP_AUTHENTICATION, Suite.AES256, 13)
    signed = issue(PERSON, authority(), NOW, dataclasses.replace(CAM, pace=longer)).card_security
    file = dataclasses.replace(document(CAM), card_security=signed)
    verdict = read(VirtualDocument(file)).verdict
    assert [fault.code for fault in verdict.faults] == ["access_downgraded"]


@pytest.mark.parametrize("name", ["brainpoolP224r1", "brainpoolP320r1", "brainpoolP256t1"])
def test_a_signer_on_a_curve_that_the_library_lacks(name: str) -> None:
    signer = signer_on(curves.named(name), authority())
    signed = signer.sign(lds.CONTENT_TYPE, lds.write(dict(sorted(document().groups.items()))), at=NOW)
    file = dataclasses.replace(document(), security_object=tlv.encode(sod.TAG, signed))
    verdict = read(VirtualDocument(file)).verdict
    assert (verdict.badge, verdict.faults) == (Badge.GENUINE, ())
    forged = dataclasses.replace(file, security_object=file.security_object[:-1] + b"\x00")
    assert read(VirtualDocument(forged)).verdict.badge is Badge.FALSE
