"""The files of a day's work as somebody with the disk finds them, and the pages as one with the key does."""

from __future__ import annotations

import base64
import logging
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_app.departure import Unsent
from desktop_app.domain import payloads
from desktop_app.domain.folding import fold
from desktop_app.domain.workflow import Command
from desktop_app.report_files import FileToAttach
from desktop_app.session import Session
from desktop_app.triage import DraftContent
from tests.desktop_app.store.pages import decrypted_pages
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.deadline import until
from tests.support.pictures import SECRET, photo
from tests.support.small_city import OTHER, SmallCity

PIN = "73914628"
KEPT, GONE = "Hẻm 21 ngập tới gối", "Cột điện nghiêng trước trường"
NOTE, DRAFT, GIVEN_UP = "Đã hẹn bà Sáu chiều mai", "Kính gửi bà Sáu, đội đã", "Câu này không bao giờ gửi"


@dataclass(frozen=True)
class Day:
    """What a day leaves: where, the store's key, and the secrets that were in memory."""

    home: Path
    account: Path
    key: bytes
    secrets: tuple[bytes, ...]


def hand_over(city: SmallCity, report_id: str) -> None:
    report = city.read(report_id)
    assert report.assignment is not None
    job = replace(report.assignment, lead_unit=OTHER, owner=OTHER, co_processors=())
    with city.service.writer.transaction() as connection:
        city.service.entities.put_report(
            connection, replace(report, version=report.version + 1, assignment=job)
        )
    city.service.ripple.spread()


@pytest.fixture
def day(enrolled: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Day:
    """Sign in, write, attach, tap, lose a report, give up what was not sent, sign out, end."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    kept, gone = enrolled.city.put(title=KEPT), enrolled.city.put(title=GONE)
    card = enrolled.insert(enrolled.city.card("o-handler", pin=PIN))
    session = enrolled.synced(enrolled.sign_in(PIN))
    _work(session, kept.id, gone.id)
    enrolled.settled(session)
    hand_over(enrolled.city, gone.id)
    until(lambda: not session.store.reports.has(gone.id), 20, "the loss of scope")
    enrolled.core.check_in.open([KIOSK])
    enrolled.insert(card, KIOSK)
    secrets = _secrets(enrolled, session)
    key = bytes(session.store._database._key)
    enrolled.gate.refuse()
    session.triage.do(session.store.reports.get(kept.id), Command.NOTE, payloads.Text(GIVEN_UP))
    enrolled.core.sign_out(Unsent.DISCARD)
    enrolled.core.stop()
    [account] = (tmp_path / "home").rglob("account-*.db")
    return Day(tmp_path / "home", account, key, (*secrets, key))


def _work(session: Session, kept: str, gone: str) -> None:
    for report_id in (kept, gone):
        note = payloads.Text(NOTE)
        session.triage.do(session.store.reports.get(report_id), Command.NOTE, note)
    session.triage.save_draft(kept, DraftContent(DRAFT))
    session.triage.attach(kept, FileToAttach("a.jpg", photo()))


def _secrets(bench: Workbench, session: Session) -> tuple[bytes, ...]:
    """The tokens and keys that the program holds just now."""
    desk, workplace = bench.core._desk, bench.core.workplace
    assert desk is not None
    assert workplace is not None
    token = desk._sync.token
    held = [str(token._access).encode(), str(token._refresh).encode()]
    return (*held, bytes(workplace.store._database._key))


def forms(secret: bytes) -> Iterable[bytes]:
    """The shapes in which a secret may lie about."""
    text = secret.decode("utf-8", "replace")
    yield from (secret, secret.hex().encode(), base64.b64encode(secret), text.encode("utf-16-le"))


def found_in(content: bytes, secrets: Iterable[bytes]) -> list[bytes]:
    return [secret for secret in secrets if any(form in content for form in forms(secret))]


def test_nothing_lies_on_the_disk_in_the_clear(day: Day, caplog: pytest.LogCaptureFixture) -> None:
    words = [word.encode() for word in (PIN, KEPT, GONE, NOTE, DRAFT, GIVEN_UP)]
    keys_of_files = {path.name for path in day.home.rglob("*") if "secret" in path.name or "key" in path.name}
    looked = 0
    for path in (*day.home.rglob("*"), *(day.home.parent / "temporary").rglob("*")):
        if path.is_file() and path.name not in keys_of_files:
            looked += 1
            assert found_in(path.read_bytes(), [*words, SECRET, *day.secrets]) == [], path.name
    assert looked >= 3  # both stores and what goes with them


def test_nothing_of_it_is_in_the_log(
    caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    caplog.set_level(logging.DEBUG)
    made: Day = request.getfixturevalue("day")
    words = [word.encode() for word in (PIN, KEPT, GONE, NOTE, DRAFT, GIVEN_UP)]
    assert caplog.text
    assert found_in(caplog.text.encode(), [*words, *made.secrets]) == []


def test_what_should_be_gone_is_gone_from_the_decrypted_pages(day: Day) -> None:
    pages = decrypted_pages(day.account, day.key)
    assert found_in(pages, [KEPT.encode(), DRAFT.encode()]) == [KEPT.encode(), DRAFT.encode()]
    assert found_in(pages, [GONE.encode(), fold(GONE).encode()]) == []  # after the loss of scope
    given_up = [GIVEN_UP.encode(), fold(GIVEN_UP).encode()]
    assert found_in(pages, given_up) == []  # after the person gave it up


def test_the_search_would_see_what_it_looks_for(day: Day) -> None:
    for shape in forms(PIN.encode()):
        assert found_in(b"..." + shape + b"...", [PIN.encode()]) == [PIN.encode()]
