"""What the program does with a card beyond one key or object: whole errands, for a reader's thread."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from cardio.cli.pin_entry import PinEntry
from cardio.cli.report import read_report
from cardio.piv import PinReference, Slot
from cardio.tap import supported_key
from cardio.transport import Card
from desktop_app.cards.presented_card import PresentedCard, read_card
from desktop_app.cards.proof import CardProof, Errand, prove, unlocked_keys
from desktop_app.credentials import Secrets
from desktop_app.vault.vault import Vault
from tests.support.virtual_cards import pin

ANSWERS = (b"first", b"second", b"third")


def report(card: Card) -> None:
    """`ioc-desk card info`."""
    read_report(card)


def report_with_pin(card: Card) -> None:
    """`ioc-desk card info --pin`."""
    read_report(card, entry=PinEntry(pin()))


def approve(card: Card) -> None:
    """A leader's list: one entry, one signature for each answer."""
    key = supported_key(read_card(card).authentication)
    with unlocked_keys(card, pin(), PinReference.APPLICATION) as keys:
        for answer in ANSWERS:
            keys.sign(Slot.AUTHENTICATION, key, answer)


def open_vault(card: Card) -> None:
    """Sign-in with the vault made and opened: two entries, wrapped and unwrapped by the card."""
    with TemporaryDirectory() as folder:
        seen, vault = read_card(card), _vault(folder, "a")
        made = _proved(card, seen, vault).data_key
        assert made is not None
        assert _proved(card, seen, vault).data_key == made


def renew(card: Card) -> None:
    """Sign-in after a renewal: key history read, the store of before taken over, a new key begun."""
    with TemporaryDirectory() as folder:
        seen = read_card(card)
        before = _proved(card, seen, _vault(folder, "before"))
        after = _proved(card, seen, _vault(folder, "after"))
        assert after.data_key == before.data_key
        assert after.next_key is not None


def _vault(folder: str, name: str) -> Vault:
    return Vault(Path(folder, f"account-{name}.vault"), name, "w", Secrets(Path(folder)))


def _proved(card: Card, seen: PresentedCard, vault: Vault) -> CardProof:
    return prove(card, pin(), Errand(seen, None, (), vault, lambda _certificate: None))
