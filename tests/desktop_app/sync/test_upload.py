"""Sending one file: where to go on, when to begin anew, when to give up."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from desktop_app.api.auth import Grant
from desktop_app.api.errors import ApiError, Garbage, Refused, ServerBroken, TooLarge, Unreachable
from desktop_app.api.files import Files, OffsetMismatch, UploadGone
from desktop_app.api.tokens import PersonToken
from desktop_app.domain.workflow import Command
from desktop_app.news import OutboxChanged
from desktop_app.store.account import AccountStore
from desktop_app.store.sync_log import Passed
from desktop_app.store.uploads import PIECE, NewFile, NoSuchContent, Upload
from desktop_app.sync.upload import UploadLoop, send_file
from tests.desktop_app.store.builders import event
from tests.desktop_app.sync.threads import scripted_centre
from tests.support.clock import ManualClock

BIG = b"x" * (PIECE + 10)


class Centre:
    """The centre's side as a script: each step an offset, or an error to raise."""

    def __init__(self, *script: int | Exception) -> None:
        self.script = list(script)
        self.asked: list[str] = []

    def announce(self, _report: str, _size: int, _sha256: str) -> str:
        self.asked.append("announce")
        return "/v1/uploads/u"

    def standing(self, _location: str) -> int:
        self.asked.append("standing")
        return self._next()

    def send_piece(self, _location: str, offset: int, content: bytes) -> int:
        self.asked.append(f"{offset}+{len(content)}")
        return self._next()

    def _next(self) -> int:
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return step


@pytest.fixture
def upload(store: AccountStore) -> Upload:
    made = event("r", Command.ATTACH, sha256=["a" * 64])
    file = NewFile(hashlib.sha256(BIG).hexdigest(), "image/jpeg", BIG)
    with store.write() as tx:
        store.outbox.add(tx, made, None)
        store.uploads.add(tx, made, file)
    found = store.uploads.next()
    assert found is not None
    return found


def send(store: AccountStore, upload: Upload, centre: Any) -> None:  # noqa: ANN401 - stands for Files
    files: Files = centre
    send_file(files, store, upload)


def test_a_file_goes_in_pieces_and_is_done(store: AccountStore, upload: Upload) -> None:
    centre = Centre(PIECE, len(BIG))
    send(store, upload, centre)
    assert centre.asked == ["announce", f"0+{PIECE}", f"{PIECE}+10"]
    assert store.uploads.next() is None
    assert [line.kind for line in store.log.newest()] == [Passed.UPLOADED]


def test_a_cut_leaves_the_place_and_the_next_try_asks_how_far_it_came(
    store: AccountStore, upload: Upload
) -> None:
    with pytest.raises(Unreachable):
        send(store, upload, Centre(PIECE, Unreachable(sent=True)))
    again = store.uploads.next()
    assert again is not None
    centre = Centre(PIECE + 4, len(BIG))
    send(store, again, centre)
    assert centre.asked == ["standing", f"{PIECE + 4}+6"]


def test_an_upload_that_is_gone_is_announced_anew(store: AccountStore, upload: Upload) -> None:
    centre = Centre(UploadGone("410", 410), PIECE, len(BIG))
    send(store, upload, centre)
    assert centre.asked == ["announce", f"0+{PIECE}", "announce", f"0+{PIECE}", f"{PIECE}+10"]


@pytest.mark.parametrize(
    "hiccup", [OffsetMismatch("offset_mismatch", 409), Refused("checksum_mismatch", 460)]
)
def test_a_piece_that_did_not_fit_is_asked_about(
    store: AccountStore, upload: Upload, hiccup: Refused
) -> None:
    centre = Centre(hiccup, 0, PIECE, len(BIG))
    send(store, upload, centre)
    assert centre.asked[:3] == ["announce", f"0+{PIECE}", "standing"]


def test_a_refusal_of_the_file_is_final(store: AccountStore, upload: Upload) -> None:
    with pytest.raises(Refused, match="media_type_refused"):
        send(store, upload, Centre(PIECE, Refused("media_type_refused", 415)))
    again = store.uploads.next()
    assert again is not None
    assert again.location is None  # were it tried again, it would begin anew


def test_a_centre_that_never_lets_it_end_is_given_up(store: AccountStore, upload: Upload) -> None:
    script = [UploadGone("404", 404)] * 9
    with pytest.raises(Refused, match="upload_restarted_too_often"):
        send(store, upload, Centre(*script))


# --- several files --------------------------------------------------------------------------------


class Shelf(Centre):
    """Takes every file but those of the reports in ``trouble``, whose error it raises."""

    def __init__(self, **trouble: Exception) -> None:
        super().__init__()
        self.trouble = trouble

    def announce(self, report: str, size: int, sha256: str) -> str:
        self.asked.append(report)
        if report in self.trouble:
            raise self.trouble[report]
        self._size = size
        return "/v1/uploads/u"

    def send_piece(self, _location: str, _offset: int, _content: bytes) -> int:
        return self._size


@pytest.fixture
def events(store: AccountStore) -> dict[str, str]:
    """The ids of three events with a file each, by their report, in the order r, s, t."""
    made = {report: event(report, Command.ATTACH, sha256=[report * 64]) for report in "rst"}
    with store.write() as tx:
        for report, one in made.items():
            store.outbox.add(tx, one, None)
            store.uploads.add(tx, one, NewFile(report * 64, "image/jpeg", b"x"))
    return {report: one.id for report, one in made.items()}


def round_of(store: AccountStore, clock: ManualClock, shelf: Any) -> tuple[UploadLoop, list[object]]:  # noqa: ANN401
    """The thread's parts, without the thread, over a scripted shelf; and what is published."""
    told: list[object] = []
    with scripted_centre(clock) as (_, centre):
        token = PersonToken(Grant("t", 900.0), None, lambda _: None)
        loop = UploadLoop(centre, token, store, told.append, told.append, lambda: told.append("delivered"))
    loop._files = shelf
    return loop, told


@pytest.mark.parametrize("failure", [ServerBroken(500), Garbage("Location"), Unreachable(sent=True)])
def test_a_file_that_fails_waits_by_itself(
    store: AccountStore, clock: ManualClock, events: dict[str, str], failure: ApiError
) -> None:
    shelf = Shelf(r=failure)
    loop, told = round_of(store, clock, shelf)
    wait = loop._step()
    assert shelf.asked == ["r", "s", "t"]
    assert told.count("delivered") == 2
    assert wait is not None
    assert 0 < wait <= 2.0
    [left] = store.uploads.of_event(events["r"])
    met = loop.turns.setback(left.position)
    assert met is not None
    assert (met.code, met.failures) == (failure.code, 1)
    assert loop._step() is not None  # its turn has not come
    assert shelf.asked == ["r", "s", "t"]
    del shelf.trouble["r"]
    loop.try_all()
    assert loop._step() is None
    assert shelf.asked == ["r", "s", "t", "r"]
    assert store.uploads.next() is None


def test_without_a_line_no_file_is_tried_in_vain(
    store: AccountStore, clock: ManualClock, events: dict[str, str]
) -> None:
    shelf = Shelf(r=Unreachable(sent=False))
    loop, _ = round_of(store, clock, shelf)
    with pytest.raises(Unreachable):
        loop._step()
    assert shelf.asked == ["r"]
    [left] = store.uploads.of_event(events["r"])
    assert loop.turns.setback(left.position) is None


def test_a_file_refused_for_good_ends_with_its_reason_and_the_others_go_on(
    store: AccountStore, clock: ManualClock, events: dict[str, str]
) -> None:
    shelf = Shelf(r=Refused("media_type_refused", 415), s=TooLarge(5))
    loop, told = round_of(store, clock, shelf)
    assert loop._step() is None
    judged = {one.event.entity_id: one.problem["rule"] for one in store.outbox.needs_person()}
    assert judged == {"r": "media_type_refused", "s": "too_large"}
    assert [one.report_id for one in told if isinstance(one, OutboxChanged)] == ["r", "s"]
    assert [one.sent for one in store.uploads.of_event(events["t"])] == [True]


def test_a_file_whose_pieces_are_gone_needs_a_person_and_stops_nothing(
    store: AccountStore, clock: ManualClock, events: dict[str, str]
) -> None:
    with store.write() as tx:
        tx.connection.execute("DELETE FROM upload_piece WHERE upload = 1")
    loop, _ = round_of(store, clock, Shelf())
    assert loop._step() is None
    [judged] = store.outbox.needs_person()
    assert (judged.event.id, judged.problem["rule"]) == (events["r"], "no_such_content")


def test_how_far_a_file_has_come_is_told_and_known_until_it_has_arrived(
    store: AccountStore, upload: Upload
) -> None:
    heard: list[int] = []
    files: Any = Centre(PIECE, len(BIG))
    send_file(files, store, upload, heard.append)
    assert heard == [0, PIECE]


def test_a_file_taken_back_on_its_way_goes_no_further(store: AccountStore, upload: Upload) -> None:
    centre = Centre(PIECE, len(BIG))

    def take_back(offset: int) -> None:
        if offset:
            assert store.outbox.cancel(upload.event_id)

    files: Any = centre
    with pytest.raises(NoSuchContent):
        send_file(files, store, upload, take_back)
    assert centre.asked == ["announce", f"0+{PIECE}"]
    assert store.uploads.next() is None
