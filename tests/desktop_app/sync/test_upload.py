"""Sending one file: where to go on, when to begin anew, when to give up."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from desktop_app.api.errors import Refused, Unreachable
from desktop_app.api.files import Files, OffsetMismatch, UploadGone
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.sync_log import Passed
from desktop_app.store.uploads import PIECE, NewFile, Upload
from desktop_app.sync.upload import send_file
from tests.desktop_app.store.builders import event

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
