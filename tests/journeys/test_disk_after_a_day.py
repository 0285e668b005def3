"""The files of a day's work as somebody with the disk finds them, and the pages as one with the key does.

The day has everything in it: reports, words, photos, a citizen's document at the counter, taps, a defect
that is logged, the doctor's report, a crash (the files as they lay while the program ran) and a sign-out.
Each search is held against plants: what is put there on purpose must be found.
"""

from __future__ import annotations

import base64
import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from cardio.cccd.provenance import Source
from cardio.simulator.emrtd import VirtualDocument
from desktop_app.doctor import document as findings
from desktop_app.doctor.examination import examine
from desktop_app.domain import payloads
from desktop_app.domain.folding import fold
from desktop_app.domain.workflow import Command
from desktop_app.logbook import FILE, write_logs
from desktop_app.reception.intake import understand
from desktop_app.reception.view import View
from desktop_app.session import Session
from desktop_app.sign_in.departure import Unsent
from desktop_app.store.account import AccountStore
from desktop_app.triage.report_files import FileToAttach
from desktop_app.triage.triage import DraftContent
from desktop_app.workstation.retention_job import RetentionJob
from tests.desktop_app.store.pages import decrypted_log, decrypted_pages
from tests.journeys.test_counter import CODE, TODAY, counter_of
from tests.journeys.test_counter import SECRETS as CITIZEN
from tests.journeys.workbench import KIOSK, Workbench
from tests.support.clock import ManualClock
from tests.support.deadline import until
from tests.support.pictures import SECRET, photo
from tests.support.small_city import OTHER, SmallCity
from tests.support.virtual_documents import document
from ui.doctor.terminal import terminal_words

PIN = "73914628"
KEPT, GONE = "Hẻm 21 ngập tới gối", "Cột điện nghiêng trước trường"
NOTE, DRAFT, GIVEN_UP = "Đã hẹn bà Sáu chiều mai", "Kính gửi bà Sáu, đội đã", "Câu này không bao giờ gửi"
PARTED = "Báo điện lực cột nghiêng"
"""What was written to the report that left: here until retention, since the centre may ask for it again."""
WORDS = (PIN, KEPT, GONE, NOTE, DRAFT, GIVEN_UP, PARTED, *CITIZEN)
DEFECT = "the upload thread met a defect"


@dataclass(frozen=True)
class Day:
    """What a day leaves: the home, the home as a crash left it, temporary files, keys and secrets."""

    home: Path
    torn: Path
    temporary: Path
    account: Path
    key: bytes
    terminal_key: bytes
    secrets: tuple[bytes, ...]

    @property
    def hunted(self) -> list[bytes]:
        """Everything that may lie nowhere in the clear."""
        return [*(word.encode() for word in WORDS), SECRET, *self.secrets]


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
def logged(enrolled: Workbench) -> Iterator[None]:
    """Write the program's own log, as the program does."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    enrolled.core.home.logs.mkdir(parents=True, exist_ok=True)
    write_logs(enrolled.core.home)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture
def day(enrolled: Workbench, logged: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Day:
    """Sign in, write, attach, receive a citizen, tap, lose a report, give up what was not sent, sign out."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    kept, gone = enrolled.city.put(title=KEPT), enrolled.city.put(title=GONE)
    card = enrolled.insert(enrolled.city.card("o-handler", pin=PIN))
    session = enrolled.synced(enrolled.sign_in(PIN))
    _work(session, kept.id, gone.id)
    enrolled.settled(session)
    _look_at_the_photo(session, kept.id)
    _break_once(enrolled, session, kept.id, monkeypatch)
    hand_over(enrolled.city, gone.id)
    until(lambda: not session.store.reports.has(gone.id), 20, "the loss of scope")
    _receive_a_citizen(enrolled)
    enrolled.core.check_in.open([KIOSK])
    enrolled.insert(card, KIOSK)
    found = examine(enrolled.core, 0.0)
    report = findings.as_json(found, enrolled.core.clock.now(), "vi", terminal_words(found, "vi"))
    (enrolled.core.home.logs / "doctor.json").write_text(report, encoding="utf-8")
    secrets, workplace = _secrets(enrolled, session), enrolled.core.workplace
    assert workplace is not None
    key, terminal_key = bytes(session.store._database._key), bytes(workplace.store._database._key)
    enrolled.gate.refuse()
    session.triage.do(session.store.reports.get(kept.id), Command.NOTE, payloads.Text(GIVEN_UP))
    shutil.copytree(tmp_path / "home", tmp_path / "torn", ignore=shutil.ignore_patterns("*-shm"))
    enrolled.core.sign_out(Unsent.DISCARD)
    enrolled.core.stop()
    [account] = (tmp_path / "home").rglob("account-*.db")
    secrets = (*secrets, key, terminal_key)
    return Day(tmp_path / "home", tmp_path / "torn", temporary, account, key, terminal_key, secrets)


def _work(session: Session, kept: str, gone: str) -> None:
    for report_id, text in ((kept, NOTE), (gone, PARTED)):
        session.triage.do(session.store.reports.get(report_id), Command.NOTE, payloads.Text(text))
    session.triage.save_draft(kept, DraftContent(DRAFT))
    session.triage.attach(kept, FileToAttach("a.jpg", photo()))


def _look_at_the_photo(session: Session, report_id: str) -> None:
    until(lambda: session.store.attachments.of(report_id), 20, "the feed's word on the file")
    [file] = session.files.of(report_id)
    assert session.files.open(file, report_id)


def _break_once(bench: Workbench, session: Session, report_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect while secrets are at hand: its trace goes to the log."""
    uploads = session.store.uploads
    right, met = uploads.next, list[str]()

    def broken(waiting: tuple[int, ...] = ()) -> object:
        if met:
            return right(waiting)
        met.append(PIN)
        raise RuntimeError(type(session.store.reports.get(report_id)).__name__)

    monkeypatch.setattr(uploads, "next", broken)
    bench.core.reconnect()
    log = bench.core.home.logs / FILE
    until(lambda: DEFECT in log.read_text(encoding="utf-8"), 20, "the trace in the log")


def _receive_a_citizen(bench: Workbench) -> None:
    """A document is read at the counter, shown, and taken away."""
    core, shown = bench.core, list[View]()
    core.change_settings(reader_roles={KIOSK: "citizen"})
    counter = counter_of(bench, shown)
    counter.enter(understand(CODE, Source.SERIAL_SCANNER, TODAY))
    bench.readers.insert(KIOSK, VirtualDocument(document()))
    until(lambda: shown and shown[-1].concluded, 20, "the verdict")
    bench.readers.remove(KIOSK)
    until(lambda: core.guard.at_rest, 20, "rest")
    counter.clear()
    counter.close()
    core.change_settings(reader_roles={})


def _secrets(bench: Workbench, session: Session) -> tuple[bytes, ...]:
    """The tokens that the program holds just now."""
    desk = bench.core._desk
    assert desk is not None
    token = desk._sync.token
    return (str(token._access).encode(), str(token._refresh).encode())


# --- searching --------------------------------------------------------------------------------------


def forms(secret: bytes) -> Iterable[bytes]:
    """The shapes in which a secret may lie about."""
    text = secret.decode("utf-8", "replace")
    yield from (secret, secret.hex().encode(), base64.b64encode(secret), text.encode("utf-16-le"))


def found_in(content: bytes, secrets: Iterable[bytes]) -> list[bytes]:
    return [secret for secret in secrets if any(form in content for form in forms(secret))]


def in_the_clear(folder: Path, secrets: list[bytes]) -> list[str]:
    """Return ``file: secret`` of all that somebody with the disk reads; files of keys are keys."""
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not ({"secret", "key"} & set(path.name.replace(".", "-").split("-")))
    ]
    return [f"{path.name}: {secret!r}" for path in files for secret in found_in(path.read_bytes(), secrets)]


def pages_of(day: Day, home: Path) -> bytes:
    """All pages of a home, logs included, as somebody with the keys reads them."""
    account, terminal = home / day.account.name, home / "terminal.db"
    both = ((account, day.key), (terminal, day.terminal_key))
    return b"".join(read(path, key) for path, key in both for read in (decrypted_pages, decrypted_log))


pytestmark = pytest.mark.expects_log(DEFECT, level="ERROR")


@pytest.mark.parametrize("place", ["home", "torn", "temporary"])
def test_nothing_lies_on_the_disk_in_the_clear(day: Day, place: str) -> None:
    folder: Path = getattr(day, place)
    assert in_the_clear(folder, day.hunted) == []
    stores = [path.name for path in folder.rglob("*.db*")]
    assert len(stores) >= (0 if place == "temporary" else 2)


def test_the_search_finds_whatever_is_planted_wherever_it_lies(day: Day) -> None:
    """A control: each secret, in each shape, in a log, a temporary file, a crash's remains."""
    for number, secret in enumerate(day.hunted):
        for shape, form in enumerate(forms(secret)):
            for folder in (day.home / "logs", day.temporary, day.torn):
                plant = folder / f"plant-{number}.{shape}"
                plant.write_bytes(b"head " + form + b" tail")
                assert in_the_clear(folder, [secret]) == [f"{plant.name}: {secret!r}"], (secret, shape)
                plant.unlink()


def test_nothing_of_it_is_in_the_log(day: Day, caplog: pytest.LogCaptureFixture) -> None:
    logged = [path.read_bytes() for path in (day.home / "logs").iterdir()]
    assert any(DEFECT.encode() in one and b"Traceback" in one for one in logged)  # a control
    assert found_in(b"".join(logged), day.hunted) == []
    assert found_in(caplog.text.encode(), day.hunted) == []


def test_what_never_belongs_on_a_page_is_on_none(day: Day) -> None:
    """Not even whoever has the keys reads a PIN, an access token or a citizen's number from these files."""
    access, refresh = day.secrets[:2]
    never = [PIN.encode(), access, *(word.encode() for word in CITIZEN), *(fold(w).encode() for w in CITIZEN)]
    for home in (day.home, day.torn):
        assert found_in(pages_of(day, home), never) == []
    assert found_in(pages_of(day, day.torn), [refresh]) == [refresh]  # the way back online, while signed in
    assert found_in(pages_of(day, day.home), [refresh]) == []  # after the sign-out


def test_what_should_be_gone_is_gone_from_the_decrypted_pages(day: Day) -> None:
    pages = pages_of(day, day.home)
    here = [KEPT.encode(), DRAFT.encode(), NOTE.encode()]
    assert found_in(pages, here) == here  # a control: what is there is seen
    left = [GONE.encode(), fold(GONE).encode()]
    assert found_in(pages, left) == []  # after the loss of scope
    given_up = [GIVEN_UP.encode(), fold(GIVEN_UP).encode()]
    assert found_in(pages, given_up) == []  # after the person gave it up
    assert found_in(pages_of(day, day.torn), [given_up[0]]) == [given_up[0]]  # a control: it was on the page
    assert found_in(pages_of(day, day.torn), left) == []  # gone at once, from the write-ahead log as well


def test_retention_takes_from_the_pages_what_is_over(day: Day) -> None:
    clock = ManualClock()
    store = AccountStore.open(day.account, day.key, day.account.stem.removeprefix("account-"), now=clock.now)
    job = RetentionJob(lambda: [store], clock.now)
    assert not job.run_if_due()
    assert found_in(pages_of(day, day.home), [PARTED.encode()]) == [PARTED.encode()]
    clock.advance(timedelta(days=400))
    assert job.run_if_due()
    assert found_in(pages_of(day, day.home), [PARTED.encode(), fold(PARTED).encode()]) == []
    assert found_in(pages_of(day, day.home), [KEPT.encode()]) == [KEPT.encode()]
    store.close()
