"""A report found to be about an official leaves the desk it lay on: no list, count or table knows it.

First everything on the other's desk shows it (else the second half would prove nothing), then nothing does:
lists, counts, search by words, code and its misspelling, similar and nearby reports, notifications, timeline,
files, exports, supervision, and every row of every table of the decrypted store.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.attachments import Attachment, Variant, attachment_id
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Assignment, Place, Report
from desktop_app.domain.workflow import State
from desktop_app.exports.delimited import delimited
from desktop_app.exports.table import Column, Progress, pages, write
from desktop_app.sandbox import audience, wire
from desktop_app.session import Session
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.inbox_rows import InboxRow
from desktop_app.store.supervised import Asked, Grouping, Measure
from desktop_app.triage.neighbours import neighbours_of, similar_open
from tests.journeys.test_supervision import desk_of
from tests.journeys.workbench import Workbench
from tests.support.arranging import APPLIED, command, outcome
from tests.support.deadline import until
from tests.support.pictures import JPEG
from tests.support.small_city import CATEGORY, IOC, LEAD, WARD_CODE

SECRET = "Khảo hạch"
"""A word of the report, its note and its file's name, and of nothing else."""
HERE = Place(WARD_CODE, "12 Lê Lợi", 16.4637, 107.5909)
CONDUCT = "conduct"
TEXT = f"Cán bộ một cửa gây phiền hà, đòi hỏi thêm giấy tờ nhiều lần: {SECRET}"


@dataclass
class Case:
    """The report that will be secret, a plain one about the same thing and place, and a desk with both."""

    bench: Workbench
    secret: Report
    plain: Report
    desk: Session
    file: str
    folder: Path


@pytest.fixture
def case(bench: Workbench, tmp_path: Path) -> Iterator[Case]:
    city, service = bench.city, bench.city.service
    told = {"title": TEXT[:40], "text": TEXT, "place": HERE, "assignment": None}
    plain = city.put(State.RECEIVED, **{**told, "text": TEXT.replace(SECRET, "nhiều lần")})
    secret = city.put(State.RECEIVED, **told)
    sha256 = "c" * 64
    file = Attachment(
        id=attachment_id(secret.id, sha256), report_id=secret.id, sha256=sha256, copy_sha256=sha256, size=9,
        media_type="image/jpeg", name=f"{SECRET}.jpg", by="o-hotline", by_name="x", at=service.now(),
    )  # fmt: skip
    with service.writer.transaction() as connection:
        service.entities.put_attachment(connection, file, secret)
        made = Category(CONDUCT, "Thái độ cán bộ", private=True)
        service.entities.put(connection, "category", CONDUCT, wire.encode(made), audience.EVERYONE)
    bench.enrol()
    with ExitStack() as seats:
        desk = seats.enter_context(desk_of(bench, "o-supervisor", tmp_path))
        until(lambda: desk.store.inbox.rowid(secret.id) is not None, 30, "the report")
        noted = command(city, "o-dispatcher", "note", secret.id, {"text": f"Đã nghe {SECRET}"})
        assert outcome(noted) == APPLIED
        until(lambda: desk.store.entries.of(secret.id), 30, "its note")
        desk.store.attachments.keep(file.id, Variant.COPY, JPEG)
        with desk.store.write() as tx:
            desk.store.drafts.save(tx, secret.id, f"Nháp {SECRET}", None, service.now())
        yield Case(bench, secret, plain, desk, file.id, tmp_path)


def found(case: Case) -> dict[str, bool]:
    """On which surfaces of the desk the report, or a word of it, shows."""
    store, secret = case.desk.store, case.secret
    inbox, every = store.inbox, store.inbox.ids(InboxQuery())
    shown = {
        f"list {quick} by {sort}": secret.id in {
            row.id for row in inbox.rows(inbox.ids(InboxQuery(filter=quick, sort=sort)))
        }
        for quick in QuickFilter
        for sort in SortKey
    }  # fmt: skip
    for words in (SECRET, SECRET.casefold(), f"ma:{secret.code}", secret.code, "phuong:Một"):
        rows = inbox.rows(inbox.ids(InboxQuery(search=words)))
        shown[f"search {words}"] = secret.id in {row.id for row in rows}
    near = neighbours_of(store, case.plain)
    shown["nearby"] = secret.id in {each.row.id for each in (*near.similar, *near.earlier)}
    typed = replace(case.plain, id="typed")
    shown["as one types"] = secret.id in {each.row.id for each in similar_open(store, typed)}
    misspelt = store.search_help.suggest(f"ma:{secret.code[:-1]}")
    shown["meant code"] = misspelt is not None and secret.code in str(misspelt)
    shown["notifications"] = secret.id in {one.report_id for one in store.notices.newest()}
    shown["timeline"] = bool(store.entries.of(secret.id))
    shown["files"] = bool(store.attachments.of(secret.id))
    shown["a file's content"] = store.attachments.content(case.file, Variant.COPY) is not None
    shown["draft"] = store.drafts.latest(secret.id) is not None
    shown["counts"] = inbox.counts()[QuickFilter.ALL] == len(every) == 2
    shown["export"] = secret.code in exported(case)
    shown["supervision"] = any(
        line.counts[Measure.GIVEN]
        for by in Grouping
        for line in store.supervision.lines(by, asked(case))
    )  # fmt: skip
    shown["tables"] = bool(tables_with(case))
    return shown


def asked(case: Case) -> Asked:
    now = case.bench.city.service.now()
    return Asked(now, now - timedelta(days=2))


def exported(case: Case) -> str:
    """The whole list as the file that a person takes along."""
    inbox, path = case.desk.store.inbox, case.folder / "list.csv"
    columns: list[Column[InboxRow]] = [
        Column("Mã", 20, lambda row: row.code), Column("Tiêu đề", 60, lambda row: row.title),
    ]  # fmt: skip
    ids = inbox.ids(InboxQuery())
    with delimited(path, mark=False) as sheet:
        write(sheet, columns, pages(ids, inbox.rows), Progress(len(ids)))
    return path.read_text(encoding="utf-8")


def tables_with(case: Case) -> list[str]:
    """Tables of the decrypted store in which the report's id, code or its word stands."""
    wanted = [text.encode() for text in (case.secret.id, case.secret.code, SECRET, SECRET.casefold())]
    with case.desk.store.reader() as connection:
        names = [name for (name,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        cells = {name: b" ".join(_cells(connection.rows(f'SELECT * FROM "{name}"'))) for name in names}
    return [name for name, held in cells.items() if any(mark in held for mark in wanted)]


def _cells(rows: list[tuple[object, ...]]) -> Iterator[bytes]:
    for value in (value for row in rows for value in row):
        if isinstance(value, (str, bytes)):
            yield value.encode() if isinstance(value, str) else value


def test_what_becomes_secret_is_on_no_surface_of_anothers_desk(case: Case, tmp_path: Path) -> None:
    before = found(case)
    for surface in ("search Khảo hạch", "nearby", "as one types", "timeline", "files", "a file's content",
                    "draft", "counts", "export", "tables", "list all by due"):  # fmt: skip
        assert before[surface], f"{surface} shows nothing before: the test would prove nothing"
    made = {
        "category": CONDUCT, "place": {"unit_code": WARD_CODE}, "identity_checked": True, "decisions": [],
        "named": [IOC],
    }  # fmt: skip
    refused = command(case.bench.city, "o-dispatcher", "verify", case.secret.id, made)
    assert outcome(refused)[1] == "no_recipient", "the one recipient works in the unit it is about"
    made["named"] = [LEAD]
    assert outcome(command(case.bench.city, "o-dispatcher", "verify", case.secret.id, made)) == APPLIED
    until(lambda: case.desk.store.inbox.rowid(case.secret.id) is None, 30, "it is gone")
    after = {surface for surface, shows in found(case).items() if shows}
    assert after == {"draft", "tables"}
    assert tables_with(case) == ["draft"], "one's own words stay one's own: nobody else deletes a draft"
    with desk_of(case.bench, "o-misconduct", tmp_path / "recipient") as hers:
        until(lambda: hers.store.inbox.rowid(case.secret.id) is not None, 30, "its recipient has it")


def test_work_given_to_another_unit_leaves_no_trace_either(bench: Workbench, tmp_path: Path) -> None:
    """The same for what a unit had and returned: not its own any more, not on its disk."""
    job = Assignment(LEAD, "o-handler", "Thông cống", bench.city.service.now() + timedelta(days=9))
    report = bench.city.put(State.DISTRIBUTED, assignment=job, text=TEXT, category=CATEGORY)
    bench.enrol()
    with desk_of(bench, "o-handler", tmp_path) as desk:
        until(lambda: desk.store.inbox.rowid(report.id) is not None, 30, "the report")
        back = {"code": "out_of_scope", "text": "Không thuộc thẩm quyền"}
        assert outcome(command(bench.city, "o-handler", "return", report.id, back)) == APPLIED
        until(lambda: desk.store.inbox.rowid(report.id) is None, 30, "it is gone")
        case = Case(bench, report, report, desk, "", tmp_path)
        assert tables_with(case) == []
