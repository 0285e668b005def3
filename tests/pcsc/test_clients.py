"""Programs that are not ours use the virtual card through pcscd: OpenSC, Yubico's tool, yubikey-manager."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace

import pytest
from cryptography import x509

from cardio.pcsc import PcscSource
from cardio.piv import Slot
from cardio.simulator import KeyKind, VirtualPivCard, VpcdLink
from tests.pcsc.conftest import READER
from tests.support import virtual_cards
from tests.support.reader_events import eventually
from tests.support.virtual_cards import PIN, PUK, WRONG_PIN

pytestmark = pytest.mark.pcsc


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run an independent client; not installed, it fails the test in CI and skips it elsewhere."""
    if shutil.which(command[0]) is None:
        missing = f"{command[0]} is not installed"
        if os.environ.get("CI"):
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    return subprocess.run(command, capture_output=True, text=True, timeout=50, check=False)


def put_in(link: VpcdLink, kind: KeyKind, *, extended: bool = True) -> VirtualPivCard:
    """Insert a card and wait until the service has seen it."""
    return put_in_card(link, virtual_cards.card(kind, extended=extended))


def put_in_card(link: VpcdLink, card: VirtualPivCard) -> VirtualPivCard:
    """The same with a card of the test's own."""
    link.insert(card)
    watch = PcscSource().watch()
    eventually(lambda: watch.wait(0.1)[READER].atr)
    watch.close()
    return card


def test_opensc_knows_the_card(link: VpcdLink) -> None:
    put_in(link, KeyKind.P256)
    assert "Personal Identity Verification Card" in run("opensc-tool", "--reader", "0", "--name").stdout


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_pkcs11_tool_lists_all_certificates(link: VpcdLink, kind: KeyKind) -> None:
    put_in(link, kind)
    listed = run("pkcs11-tool", "--list-objects", "--type", "cert")
    assert listed.returncode == 0, listed.stderr
    assert listed.stdout.count("Certificate Object") == 5, "four, and a retired one"


@pytest.mark.parametrize("extended", [True, False])
def test_pkcs11_tool_tests_the_rsa_card(link: VpcdLink, extended: bool) -> None:
    put_in(link, KeyKind.RSA2048, extended=extended)
    tested = run("pkcs11-tool", "--test", "--login", "--pin", PIN)
    assert "RSA-PKCS: OK" in tested.stdout
    assert "RSA-PKCS-OAEP" in tested.stdout
    assert "FAILED" not in tested.stdout
    # the driver asks the card for random bytes, which PIV offers to administrators only
    assert tested.stdout.count("ERR:") + tested.stderr.count("ERR:") <= 1


def test_pkcs11_tool_signs_by_the_curve(link: VpcdLink, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("signed")
    (folder / "hash").write_bytes(bytes(32))
    put_in(link, KeyKind.P256)
    command = ["pkcs11-tool", "--sign", "--id", "01", "--mechanism", "ECDSA", "--login", "--pin", PIN]
    signed = run(*command, "--input-file", str(folder / "hash"), "--output-file", str(folder / "signature"))
    assert signed.returncode == 0, signed.stderr
    assert len((folder / "signature").read_bytes()) == 64


def test_pkcs11_tool_presents_the_pin_that_the_discovery_object_names(link: VpcdLink) -> None:
    """An independent client reads the same policy from the card as we do (SP 800-73-5 part 1, 3.3.2)."""
    card = put_in_card(link, VirtualPivCard(replace(virtual_cards.card_file(), pin="999999", global_pin=PIN)))
    listed = run("pkcs11-tool", "--login", "--pin", PIN, "--list-objects", "--type", "cert")
    assert listed.returncode == 0, listed.stderr
    assert run("pkcs11-tool", "--login", "--pin", WRONG_PIN, "--list-objects").returncode != 0
    assert (card.global_pin_tries_left, card.pin_tries_left) == (2, 3), "the other PIN was never tried"


def test_a_wrong_pin_of_another_program_counts(link: VpcdLink) -> None:
    card = put_in(link, KeyKind.P256)
    assert run("pkcs11-tool", "--login", "--pin", WRONG_PIN, "--list-objects").returncode != 0
    assert card.pin_tries_left == 2


def test_yubicos_tool_reads_the_status(link: VpcdLink) -> None:
    card = put_in(link, KeyKind.P256)
    status = run("yubico-piv-tool", "--reader", READER, "--action", "status")
    assert status.returncode == 0, status.stderr
    for slot in ("9a", "9c", "9d", "9e"):
        assert f"Slot {slot}:" in status.stdout
    assert "ECCP256" in status.stdout
    assert f"PIN tries left:\t{card.pin_tries_left}" in status.stdout


@pytest.mark.parametrize("kind", [KeyKind.P256, KeyKind.RSA2048])
def test_yubikey_manager_reads_the_card(link: VpcdLink, kind: KeyKind) -> None:
    put_in(link, kind)
    told = run("ykman", "--reader", READER, "piv", "info")
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("Fingerprint:") == 5, "four, and a retired one"
    assert told.stdout.count(virtual_cards.HOLDER) == 5
    exported = run("ykman", "--reader", READER, "piv", "certificates", "export", "9a", "-")
    loaded = x509.load_pem_x509_certificate(exported.stdout.encode())
    assert loaded == virtual_cards.card_file(kind).certificate(Slot.AUTHENTICATION)


def test_yubikey_manager_changes_and_unblocks_the_pin(link: VpcdLink) -> None:
    card = put_in(link, KeyKind.P256)
    access = ("ykman", "--reader", READER, "piv", "access")
    assert run(*access, "change-pin", "--pin", PIN, "--new-pin", "271828").returncode == 0
    assert run(*access, "change-pin", "--pin", PIN, "--new-pin", "314159").returncode != 0
    assert card.pin_tries_left == 2, "one entry, one try"
    assert run(*access, "unblock-pin", "--puk", PUK, "--new-pin", PIN).returncode == 0
    assert (card.pin_tries_left, card.puk_tries_left) == (3, 3)
