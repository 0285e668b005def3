"""How far one's own files have travelled, as the outbox and the uploads of a store say."""

from __future__ import annotations

from desktop_app.pictures.under_way import Stage, UnderWay, share, under_way
from desktop_app.triage.report_files import FileToAttach
from tests.support.photographs import phone_photo
from tests.ui.seated import Workplace


def test_a_file_goes_its_way_station_by_station(work: Workplace) -> None:
    store, report = work.store, work.first("in_progress")
    pending = work.session.triage.attach(report.id, FileToAttach("a.jpg", phone_photo()))
    [upload] = store.uploads.of_report(report.id)
    seen = []

    def look() -> None:
        found = under_way(store, report.id)[upload.sha256]
        seen.append((found.stage, found.may_be_taken_back))

    look()
    store.uploads.located(upload, "/v1/uploads/u-1")
    look()
    store.uploads.done(upload)
    look()
    store.outbox.refuse(pending.event.id, {"status": "rejected", "rule": "media_type_refused"})
    look()
    assert seen == [
        (Stage.WAITING, True), (Stage.HALFWAY, True), (Stage.ARRIVED, False), (Stage.REFUSED, False),
    ]  # fmt: skip
    work.session.triage.resolve_theirs(pending.event.id)
    assert under_way(store, report.id) == {}


def test_the_share_of_several_files_is_of_their_bytes(work: Workplace) -> None:
    store, report = work.store, work.first("in_progress")
    work.session.triage.attach(report.id, FileToAttach("a.jpg", phone_photo()))
    [upload] = store.uploads.of_report(report.id)
    store.uploads.located(upload, "/v1/uploads/u-1")
    found = under_way(store, report.id, {upload.position: upload.size // 2}.__getitem__)
    assert found[upload.sha256].sent == upload.size // 2
    small, large = UnderWay("a", "e", Stage.HALFWAY, 1, 1), UnderWay("b", "e", Stage.WAITING, 3)
    assert share((small, large)) == 0.25
    assert share(()) == 0.0
