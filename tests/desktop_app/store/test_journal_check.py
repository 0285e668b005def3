"""The offline verifier: every forgery is found, and the first fault is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import jose
from desktop_app.domain.attendance import Assurance, Direction, TapFacts
from desktop_app.store.journal import Head
from desktop_app.store.journal_check import ChainEnd, JournalFault, Signed, check_journal
from tests.desktop_app.store.builders import Signer

SIGNER = Signer()
F = JournalFault
ROWS = 8


def make_rows(signer: Signer = SIGNER) -> list[Signed]:
    """Taps and rows without a card, alternating."""
    rows: list[Signed] = []
    head = Head(1, 0, "0" * 64)
    for number in range(ROWS):
        card_jws: str | None = None
        if number % 2:
            card_jws, terminal_jws, facts = signer.tap(head)
        else:
            facts = signer.facts(head)
            terminal_jws = signer.sign(facts)
        rows.append(Signed(card_jws, terminal_jws))
        head = Head(facts.epoch, facts.seq, jose.sha256_hex(terminal_jws))
    return rows


GOOD = make_rows()


def by(key: object, kind: jose.Kind) -> Callable[[str], bool]:
    public = jose.import_jwk(jose.public_jwk(key))  # type: ignore[arg-type]

    def verify(compact: str) -> bool:
        try:
            jose.verify(compact, kind, public)
        except jose.JwsInvalid:
            return False
        return True

    return verify


TERMINAL = by(SIGNER.key, jose.Kind.JOURNAL)
CARD = by(SIGNER.card_key, jose.Kind.TAP)


def fault(rows: list[Signed]) -> tuple[int, JournalFault] | None:
    verdict = check_journal(rows, terminal_id=SIGNER.terminal_id, terminal_signed=TERMINAL, card_signed=CARD)
    if verdict.fault is None:
        assert verdict.rows == len(rows)
        return None
    assert verdict.fault.seq == verdict.rows + 1
    return verdict.fault.seq, verdict.fault.what


def test_a_row_with_foreign_letters_is_malformed() -> None:
    rows = [*GOOD[:-1], replace(GOOD[-1], terminal_jws=GOOD[-1].terminal_jws + "\xbd")]
    assert fault(rows) == (ROWS, F.MALFORMED)


def resigned(row: Signed, **changes: object) -> Signed:
    """The row with other claims, signed by the true terminal."""
    claims = {**jose.unverified(row.terminal_jws).claims, **changes}
    return Signed(row.card_jws, jose.sign(jose.Kind.JOURNAL, claims, SIGNER.key))


def test_a_true_journal_holds() -> None:
    assert fault(GOOD) is None
    assert check_journal([]).end == ChainEnd()


def test_it_goes_on_from_anywhere() -> None:
    middle = check_journal(GOOD[:3]).end
    assert middle.seq == 3
    assert check_journal(GOOD[3:], after=middle).fault is None


def test_deleted_rows_are_a_gap() -> None:
    assert fault(GOOD[:3] + GOOD[4:]) == (4, F.GAP)


def test_reordered_rows() -> None:
    assert fault([*GOOD[:2], GOOD[3], GOOD[2], *GOOD[4:]]) == (3, F.GAP)
    assert fault([*GOOD[:3], GOOD[1]]) == (4, F.REORDERED)


def test_a_row_replaced_by_another_true_signature_breaks_the_chain() -> None:
    assert fault([*GOOD[:2], resigned(GOOD[2], wall_utc="2020-01-01T00:00:00Z"), *GOOD[3:]]) == (
        4,
        F.CHAIN_BROKEN,
    )


def test_a_forged_terminal_signature() -> None:
    forger = Signer()
    forger.card_key = SIGNER.card_key
    assert fault(make_rows(forger)) == (1, F.TERMINAL_SIGNATURE)


def test_a_forged_card_signature() -> None:
    forger = Signer()
    forger.key = SIGNER.key
    assert fault(make_rows(forger)) == (2, F.CARD_SIGNATURE)


def test_a_card_signature_taken_away_or_put_on() -> None:
    assert fault([GOOD[0], Signed(None, GOOD[1].terminal_jws)]) == (2, F.CARD_HASH)
    assert fault([Signed(GOOD[1].card_jws, GOOD[0].terminal_jws)]) == (1, F.CARD_HASH)
    assert fault([GOOD[0], Signed(GOOD[3].card_jws, GOOD[1].terminal_jws)]) == (2, F.CARD_HASH)


def test_a_level_that_only_a_card_gives_is_not_the_terminals_to_claim() -> None:
    _, _, tap = SIGNER.tap(Head(1, 0, "0" * 64), Direction.IN)
    alone = replace(tap, card_jws_sha256=None, card_cert_sha256=None)
    assert fault([Signed(None, SIGNER.sign(alone))]) == (1, F.CARD_MISSING)
    assert fault([Signed(None, SIGNER.sign(replace(alone, assurance=Assurance.UID_ONLY)))]) is None


@pytest.mark.parametrize("field", ["wall_utc", "direction_proposed", "event_id", "kind", "prev_hash", "seq"])
def test_the_terminal_cannot_contradict_the_card(field: str) -> None:
    """A terminal that binds the card's signature to a row that says something else."""
    head = Head(1, 0, "0" * 64)
    _, _, facts = SIGNER.tap(head, Direction.IN)
    card = TapFacts(
        facts.terminal_id, 1, 1, facts.event_id, facts.kind, facts.wall_utc, Direction.IN, head.hash,
        facts.card_cert_sha256 or "", "n",
    )  # fmt: skip
    other = {**msgspec.to_builtins(card), field: 7 if field == "seq" else "tampered"}
    card_jws = jose.sign(jose.Kind.TAP, other, SIGNER.card_key)
    bound = replace(facts, card_jws_sha256=jose.sha256_hex(card_jws))
    assert fault([Signed(card_jws, SIGNER.sign(bound))]) == (1, F.CARD_MISMATCH)


def test_another_terminals_journal() -> None:
    verdict = check_journal(make_rows(Signer("terminal-2")), terminal_id="terminal-1")
    assert verdict.fault is not None
    assert verdict.fault.what is F.WRONG_TERMINAL


def test_the_same_event_twice() -> None:
    first = GOOD[0]
    again = resigned(first, seq=2, prev_hash=jose.sha256_hex(first.terminal_jws))
    assert fault([first, again]) == (2, F.DUPLICATE)


def test_a_signature_of_another_kind_is_none() -> None:
    claims = jose.unverified(GOOD[0].terminal_jws).claims
    assert fault([Signed(None, jose.sign(jose.Kind.RECEIPT, claims, SIGNER.key))]) == (1, F.WRONG_KIND)


def test_a_new_epoch_must_chain_to_the_old() -> None:
    end = check_journal(GOOD).end
    next_epoch = SIGNER.sign(SIGNER.facts(Head(2, 0, end.hash)))
    stray = SIGNER.sign(SIGNER.facts(Head(2, 0, "0" * 64)))
    assert fault([*GOOD, Signed(None, next_epoch)]) is None
    assert fault([*GOOD, Signed(None, stray)]) == (ROWS + 1, F.CHAIN_BROKEN)


@pytest.mark.parametrize("missing", ["seq", "epoch", "event_id", "prev_hash", "kind", "terminal_id"])
def test_a_row_without_its_fields_is_malformed(missing: str) -> None:
    claims = jose.unverified(GOOD[0].terminal_jws).claims
    del claims[missing]
    assert fault([Signed(None, jose.sign(jose.Kind.JOURNAL, claims, SIGNER.key))]) == (1, F.MALFORMED)


@given(st.text(max_size=40), st.one_of(st.none(), st.text(max_size=40)))
def test_any_text_has_a_verdict(terminal_jws: str, card_jws: str | None) -> None:
    assert fault([Signed(card_jws, terminal_jws)]) is not None
    assert fault([Signed(card_jws, GOOD[1].terminal_jws)]) is not None


@given(st.integers(0, ROWS - 1), st.data())
@settings(max_examples=60)
def test_any_one_letter_changed_anywhere_is_found(number: int, data: st.DataObject) -> None:
    row = GOOD[number]
    texts = [text for text in (row.terminal_jws, row.card_jws) if text is not None]
    text = data.draw(st.sampled_from(texts))
    place = data.draw(st.integers(0, len(text) - 3))  # the last letters of Base64 may carry unused bits
    letter = data.draw(st.sampled_from("ABZaz09-_").filter(lambda letter: letter != text[place]))
    changed = text[:place] + letter + text[place + 1 :]
    forged = Signed(changed, row.terminal_jws) if text is row.card_jws else Signed(row.card_jws, changed)
    found = fault([*GOOD[:number], forged, *GOOD[number + 1 :]])
    assert found is not None
    assert found[0] in {number + 1, number + 2}


@pytest.mark.parametrize("assurance", [[], {}, None, 7])
def test_an_assurance_of_another_kind_is_no_crash(assurance: object) -> None:
    claims = {**msgspec.to_builtins(SIGNER.facts(Head(1, 0, "0" * 64))), "assurance": assurance}
    row = Signed(None, jose.sign(jose.Kind.JOURNAL, claims, SIGNER.key))
    assert check_journal([row]).rows == 1, "no card is claimed"
