"""In with a token: its maker's module in a child, the sandbox's own checks, and whatever a module may do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509

from cardio import errors
from cardio.errors import TokenModuleFailed, TokenPinWrong
from cardio.piv import Slot
from cardio.simulator import CardFile, KeyKind
from desktop_app.cards import token_slots
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Locked, LockReason
from desktop_app.sandbox import policy
from desktop_app.session import Assurance
from desktop_app.sign_in.sign_in import SignInRefused
from desktop_app.sign_in.store_opening import Lack, Opening
from tests.journeys.workbench import Workbench
from tests.support import tokens
from tests.support.deadline import until

CRASH, HEAP = "*(volatile int *)0 = 1;", tokens.MISBEHAVIOURS["heap"]
Plug = Callable[..., str]


@pytest.fixture
def plug(bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., str]]:
    """Has a SoftHSM token with an officer's keys plugged in; returns the name it goes by."""

    def plugged(file: CardFile, **module: object) -> str:
        folder = tmp_path / "token"
        folder.mkdir()
        monkeypatch.setenv(tokens.SOFTHSM_CONFIGURATION, str(tokens.softhsm(folder, file)))
        bench.core.change_settings(pkcs11_modules=(str(tokens.proxy(folder, **module)),))  # type: ignore[arg-type]
        until(bench.core.tokens.slots, 20, "the token")
        return bench.core.tokens.slots()[0].name

    yield plugged
    bench.core.tokens.stop()


def pull_out(tmp_path: Path) -> None:
    (tmp_path / "token" / "absent").touch()


def test_a_whole_day_with_a_token(enrolled: Workbench, plug: Plug, tmp_path: Path) -> None:
    report = enrolled.city.put()
    name = plug(enrolled.city.card("o-handler"))
    assert tokens.LABEL in name
    summary = enrolled.core.sign_in.inspect(name).result(30)
    assert (summary.holder, summary.problem, summary.pin_pad) == ("o-handler", None, False)
    assert summary.opening == Opening(Assurance.CARD)
    session = enrolled.synced(enrolled.sign_in(reader=name))
    assert (session.person.id, session.assurance) == ("o-handler", Assurance.CARD)
    enrolled.gate.refuse()
    session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, payloads.Nothing())
    pull_out(tmp_path)
    until(lambda: enrolled.heard.of(Locked), 30, "the lock")
    assert enrolled.heard.of(Locked)[-1].reason is LockReason.CARD_REMOVED
    (tmp_path / "token" / "absent").unlink()
    until(enrolled.core.tokens.slots, 30, "the token again")
    assert enrolled.core.sign_in.inspect(name).result(30).can_work_offline_until
    again = enrolled.sign_in(reader=name)  # the token's own key opens the vault without the centre
    assert not again.online
    assert again.store.reports.get(report.id).state is State.IN_PROGRESS


def test_a_wrong_pin_is_one_login_and_told(enrolled: Workbench, plug: Plug) -> None:
    name = plug(enrolled.city.card("o-handler"))
    with pytest.raises(TokenPinWrong):
        enrolled.sign_in("000000", name)
    assert enrolled.sign_in(reader=name).person.id == "o-handler"


@pytest.mark.parametrize("pin", ["", "mật khẩu", "x" * 65])
def test_a_pin_that_no_token_takes_is_not_sent(enrolled: Workbench, plug: Plug, pin: str) -> None:
    name = plug(enrolled.city.card("o-handler"))
    with pytest.raises(errors.PinFormat):
        enrolled.sign_in(pin, name)


def test_a_token_with_keys_of_its_own_takes_its_pin_itself(enrolled: Workbench, plug: Plug) -> None:
    name = plug(enrolled.city.card("o-handler"), flags=tokens.PROTECTED_AUTHENTICATION_PATH)
    assert enrolled.core.sign_in.inspect(name).result(30).pin_pad
    assert enrolled.sign_in("", name).person.id == "o-handler"


@pytest.mark.parametrize(
    ("flag", "problem", "tries"),
    [(tokens.USER_PIN_LOCKED, "pin_blocked", 0), (tokens.USER_PIN_FINAL_TRY, None, 1)],
)
def test_what_the_token_says_of_its_pin(
    enrolled: Workbench, plug: Plug, flag: int, problem: str | None, tries: int
) -> None:
    name = plug(enrolled.city.card("o-handler"), flags=flag)
    summary = enrolled.core.sign_in.inspect(name).result(30)
    assert (summary.problem, summary.tries_left) == (problem, tries)


def test_the_path_and_the_lists_are_checked_as_for_a_card(enrolled: Workbench, plug: Plug) -> None:
    file = enrolled.city.card("o-handler")
    reason, now = x509.ReasonFlags.key_compromise, enrolled.city.service.now()
    enrolled.city.pki.revoke(file.certificate(Slot.AUTHENTICATION), reason, now)
    enrolled.city.service.revocations.renew()
    name = plug(file)
    with pytest.raises((SignInRefused, errors.Revoked)) as refusal:  # by the centre, or by its list before it
        enrolled.sign_in(reader=name)
    assert getattr(refusal.value, "code", None) in {"certificate_revoked", "revoked"}


def test_a_token_that_opens_nothing_works_online_only(enrolled: Workbench, plug: Plug) -> None:
    report = enrolled.city.put()
    name = plug(enrolled.city.card("o-handler", algorithm=KeyKind.RSA2048))  # SoftHSM: no OAEP with SHA-256
    session = enrolled.synced(enrolled.sign_in(reader=name))
    assert session.assurance is Assurance.ONLINE
    opening = enrolled.core.sign_in.inspect(name).result(30).opening
    assert opening == Opening(Assurance.ONLINE, Lack.MECHANISM), "learned from the token's own refusal"
    session.triage.do(session.store.reports.get(report.id), Command.ACCEPT, payloads.Nothing())
    enrolled.settled(session)
    assert list(enrolled.core.home.root.glob("account-*.online.db"))
    enrolled.core.lock(LockReason.PERSON)
    until(lambda: not list(enrolled.core.home.root.glob("account-*")), 30, "nothing left")
    enrolled.gate.refuse()
    with pytest.raises(SignInRefused, match="first_sign_in_needs_server"):
        enrolled.sign_in(reader=name)


def test_by_policy_the_device_opens_it(bench: Workbench, plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(policy.DEFAULTS, "device_slot", True)
    bench.enrol()
    name = plug(bench.city.card("o-handler", algorithm=KeyKind.RSA2048))
    assert bench.sign_in(reader=name).assurance is Assurance.DEVICE
    bench.core.lock(LockReason.PERSON)
    bench.gate.refuse()
    assert bench.sign_in(reader=name).assurance is Assurance.DEVICE


@pytest.mark.parametrize("at_login", [CRASH, HEAP, "_exit(3);"])
def test_a_module_that_dies_over_a_sign_in_is_replaced(
    enrolled: Workbench, plug: Plug, tmp_path: Path, at_login: str
) -> None:
    once = tmp_path / "once"
    body = f'if (access("{once}", F_OK)) {{ close(creat("{once}", 0600)); {at_login} }}'
    name = plug(enrolled.city.card("o-handler"), at_login=f"extern int creat(const char *, int); {body}")
    with pytest.raises(TokenModuleFailed) as refusal:
        enrolled.sign_in(reader=name)
    assert refusal.value.reason == "crashed"
    until(lambda: enrolled.core.tokens.find(name) is not None, 30, "a new child")
    assert enrolled.sign_in(reader=name).person.id == "o-handler"


def test_a_module_that_sleeps_over_a_sign_in_is_ended(
    enrolled: Workbench, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardio.pkcs11.module.PATIENCE", 2.0)
    name = plug(enrolled.city.card("o-handler"), at_login="sleep(1000);")
    for watch in enrolled.core.tokens._all():
        watch._module._patience = 2.0
    with pytest.raises(TokenModuleFailed) as refusal:
        enrolled.sign_in(reader=name)
    assert refusal.value.reason == "silent"
    assert enrolled.core.sign_in.inspect(name).result(30).holder == "o-handler"


@pytest.mark.parametrize("misbehaviour", ["segfault", "sleep"])
def test_a_module_that_never_works_is_named_and_harms_nothing(
    enrolled: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, misbehaviour: str
) -> None:
    monkeypatch.setattr("cardio.pkcs11.module.LOOK_PATIENCE", 1.0)
    path = tokens.compiled(tmp_path, tokens.MISBEHAVIOURS[misbehaviour])
    enrolled.core.change_settings(pkcs11_modules=(str(path),))
    until(lambda: enrolled.core.tokens.modules()[0].fault, 30, "the fault")
    assert enrolled.core.tokens.slots() == ()
    enrolled.insert(enrolled.city.card("o-handler"))
    assert enrolled.sign_in().person.id == "o-handler"
    assert token_slots.try_module(path).fault
