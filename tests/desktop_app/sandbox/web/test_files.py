"""tus over HTTP as a client speaks it, and what each person may have of a file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import requests

from desktop_app.domain.content import content_sha256
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import State
from desktop_app.pictures.covers import Cover
from desktop_app.pictures.public_copy import public_copy
from desktop_app.sandbox import audience, wire
from tests.support.arranging import APPLIED, command, outcome
from tests.support.desk_client import DeskClient, enrolled, event
from tests.support.files import PIECE_TYPE, announce, bring, patch, sha256_of, tus
from tests.support.photographs import PLACE, PLATE, phone_photo, pixels
from tests.support.pictures import JPEG, SECRET, photo
from tests.support.sandbox_server import SandboxServer
from tests.support.small_city import CATEGORY, LEAD


@pytest.fixture
def handler(sandbox: SandboxServer, desk: DeskClient) -> DeskClient:
    desk.sign_in(sandbox.city.card("o-handler"))
    return desk


def at(sandbox: SandboxServer, officer: str) -> DeskClient:
    client = enrolled(sandbox.url, sandbox.service.codes.mint())
    assert client.sign_in(sandbox.city.card(officer)).status_code == 200
    return client


@pytest.fixture
def others(sandbox: SandboxServer) -> Iterator[dict[str, DeskClient]]:
    clients = {name: at(sandbox, name) for name in ("o-colleague", "o-dispatcher", "o-other")}
    yield clients
    for client in clients.values():
        client.http.close()


def attach(desk: DeskClient, report_id: str, *hashes: str, **more: object) -> dict[str, object]:
    return desk.send(event("attach", report_id, 5, {"sha256": list(hashes), **more}))[0]


def files_of(desk: DeskClient) -> list[dict[str, str]]:
    return [change["data"] for change in desk.drain()[0] if change["entity"] == "attachment"]


def get(desk: DeskClient, attachment: str, variant: str = "copy") -> tuple[int, bytes]:
    answer = desk.call("GET", f"/v1/attachments/{attachment}/{variant}", token=desk.token)
    return answer.status_code, answer.content


def test_the_capabilities_are_told_to_anybody(desk: DeskClient) -> None:
    answer = tus(desk, "OPTIONS", "/v1/reports/any/uploads")
    assert (answer.status_code, answer.headers["Tus-Version"]) == (204, "1.0.0")
    assert answer.headers["Tus-Extension"] == "creation,checksum,expiration"


def test_an_upload_goes_on_where_it_stood(sandbox: SandboxServer, handler: DeskClient) -> None:
    report, content = sandbox.city.put(), photo()
    location = announce(handler, report.id, len(content), sha256_of(content)).headers["Location"]
    assert patch(handler, location, 0, content[:40]).headers["Upload-Offset"] == "40"
    standing = tus(handler, "HEAD", location)
    assert (standing.status_code, standing.headers["Upload-Offset"]) == (200, "40")
    assert standing.headers["Upload-Length"] == str(len(content))
    checksum = b64encode(bytes.fromhex(sha256_of(content[40:]))).decode()
    assert patch(handler, location, 40, content[40:], checksum).status_code == 204
    assert tus(handler, "HEAD", location).status_code == 404  # whole: there is nothing to go on with
    assert attach(handler, report.id, sha256_of(content))["status"] == "applied"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412, "tus_version"),
        ({"Upload-Length": "-1"}, 422, "malformed"),
        ({"Upload-Length": "9" * 30}, 422, "malformed"),
        ({"Upload-Metadata": "sha256 !"}, 422, "malformed"),
        ({"Upload-Metadata": "filename eA=="}, 422, "malformed"),
        ({"Upload-Length": str(21 * 1024 * 1024)}, 413, "too_large"),
    ],
)
def test_an_announcement_that_breaks_the_protocol(
    sandbox: SandboxServer, handler: DeskClient, headers: dict[str, str], status: int, code: str
) -> None:
    value = b64encode(b"a" * 64).decode()
    told = {"Upload-Length": "9", "Upload-Metadata": f"sha256 {value}", **headers}
    answer = tus(handler, "POST", f"/v1/reports/{sandbox.city.put().id}/uploads", told)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/v1/reports/any/uploads"), ("HEAD", "/v1/uploads/any"), ("PATCH", "/v1/uploads/any")],
)
def test_who_asks_is_settled_before_how(sandbox: SandboxServer, method: str, path: str) -> None:
    broken = {
        "Tus-Resumable": "0.2.2",
        "Upload-Length": "-1",
        "Upload-Offset": "x",
        "Upload-Checksum": "md5 !",
    }
    answer = requests.request(method, sandbox.url + path, headers=broken, timeout=30)
    assert answer.status_code == 401


def test_a_piece_that_breaks_the_protocol(sandbox: SandboxServer, handler: DeskClient) -> None:
    location = announce(handler, sandbox.city.put().id, 9, "a" * 64).headers["Location"]
    plain = tus(handler, "PATCH", location, {"Upload-Offset": "0", "Content-Type": "text/plain"}, b"x")
    assert (plain.status_code, plain.json()["code"]) == (415, "media_type_refused")
    weak = {"Upload-Offset": "0", "Content-Type": PIECE_TYPE, "Upload-Checksum": "md5 eA=="}
    md5 = tus(handler, "PATCH", location, weak, b"x")
    assert (md5.status_code, md5.json()["code"]) == (400, "checksum_algorithm")
    torn = patch(handler, location, 0, b"x", b64encode(b"0" * 32).decode())
    assert (torn.status_code, torn.json()["code"], torn.json()["title"]) == (
        460, "checksum_mismatch", "Checksum Mismatch",
    )  # fmt: skip


def test_an_event_before_its_file_is_stored_nowhere_and_taken_when_sent_again(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    report = sandbox.city.put()
    sent = event("attach", report.id, 5, {"sha256": [sha256_of(JPEG)]})
    early = handler.send(sent)[0]
    assert (early["status"], early["rule"], early["field"]) == ("blocked", "attachment_missing", "sha256")
    bring(handler, report.id, JPEG)
    assert handler.send(sent)[0]["status"] == "applied"


def test_several_files_of_one_event_reach_everybody_in_scope(
    sandbox: SandboxServer, handler: DeskClient, others: dict[str, DeskClient]
) -> None:
    report = sandbox.city.put()
    contents = [photo(number=number) for number in range(3)]
    small = bring(handler, report.id, JPEG)
    hashes = [bring(handler, report.id, content) for content in contents]
    names = ["một.jpg", "../hai.jpg", "ba.jpg"]
    result = attach(handler, report.id, *hashes, names=names, thumbnails=[small, "", ""])
    assert result["status"] == "applied"
    for desk in (handler, others["o-colleague"], others["o-dispatcher"]):
        found = files_of(desk)
        assert [one["sha256"] for one in found] == hashes
        assert [one["name"] for one in found] == ["một.jpg", "hai.jpg", "ba.jpg"]
        assert get(desk, found[0]["id"]) == (200, JPEG)
        assert get(desk, found[0]["id"], "thumbnail") == (200, JPEG)
        assert get(desk, found[1]["id"], "thumbnail")[0] == 404
    first = files_of(handler)[0]["id"]
    assert files_of(others["o-other"]) == []
    assert get(others["o-other"], first)[0] == 404


def test_the_original_goes_to_who_brought_it_and_the_dispatcher_alone(
    sandbox: SandboxServer, handler: DeskClient, others: dict[str, DeskClient]
) -> None:
    report = sandbox.city.put()
    attach(handler, report.id, bring(handler, report.id, photo()))
    wanted = files_of(handler)[0]["id"]
    assert get(handler, wanted, "original") == (200, photo())
    assert get(others["o-dispatcher"], wanted, "original") == (200, photo())
    status, told = get(others["o-colleague"], wanted, "original")
    assert (status, SECRET in told) == (404, False)
    odd = handler.call("GET", f"/v1/attachments/{wanted}/raw", token=handler.token, follows=False)
    assert odd.status_code == 404


def test_a_hash_on_one_report_says_nothing_of_another(sandbox: SandboxServer, handler: DeskClient) -> None:
    first, second = sandbox.city.put(), sandbox.city.put()
    sha256 = bring(handler, first.id, JPEG)
    assert attach(handler, second.id, sha256)["rule"] == "attachment_missing"
    assert announce(handler, second.id, len(JPEG), sha256).headers["Upload-Offset"] == "0"


def test_the_same_file_twice_on_a_report_is_one(sandbox: SandboxServer, handler: DeskClient) -> None:
    report = sandbox.city.put()
    for _ in range(2):
        assert attach(handler, report.id, bring(handler, report.id, JPEG))["status"] == "applied"
    assert len(files_of(handler)) == 1


def test_files_follow_their_report_into_and_out_of_a_desk(
    sandbox: SandboxServer, handler: DeskClient, others: dict[str, DeskClient]
) -> None:
    report, other = sandbox.city.put(), others["o-other"]
    attach(handler, report.id, bring(handler, report.id, JPEG))
    _, cursor = other.drain()
    moved = sandbox.city.read(report.id)
    assert moved.assignment is not None
    job = replace(moved.assignment, lead_unit="u-other", owner="u-other")
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.entities.put_report(connection, replace(moved, assignment=job, version=9))
    told, _ = other.drain(cursor)
    assert {change["entity"] for change in told} == {"report", "entry", "attachment"}


def test_an_answer_names_only_public_copies_that_are_here(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    report = sandbox.city.put(State.IN_PROGRESS)

    def submit(*hashes: str) -> dict[str, object]:
        text = "Đã xong"
        bound = content_sha256(text, "fixed", LEAD, hashes)
        payload = {"text": text, "outcome": "fixed", "publisher_unit": LEAD, "content_sha256": bound}
        return handler.send(event("submit", report.id, 5, {**payload, "attachments": list(hashes)}))[0]

    assert submit("b" * 64)["rule"] == "attachment_missing"
    plain = bring(handler, report.id, photo())
    attach(handler, report.id, plain)
    assert submit(plain)["rule"] == "attachment_undecided"
    covered = bring(handler, report.id, public_copy(phone_photo(), [Cover(*PLATE)]))
    assert attach(handler, report.id, covered, redacts=plain)["status"] == "applied"
    assert submit(plain)["rule"] == "attachment_redacted"
    assert submit(covered)["status"] == "applied"


def test_where_the_field_wants_evidence_what_is_fixed_is_shown(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    service = sandbox.service
    field = wire.encode(Category(CATEGORY, "Đèn tín hiệu", evidence=True))
    with service.writer.transaction() as connection:
        service.entities.put(connection, "category", CATEGORY, field, audience.EVERYONE)
    report = sandbox.city.put(State.IN_PROGRESS, distributed_at=service.now() - timedelta(days=1))

    def submit(came: str, *hashes: str) -> dict[str, object]:
        text = "Đã thay đèn"
        bound = content_sha256(text, came, LEAD, hashes)
        payload = {"text": text, "outcome": came, "publisher_unit": LEAD, "content_sha256": bound}
        version = sandbox.city.read(report.id).version
        return handler.send(event("submit", report.id, version, {**payload, "attachments": list(hashes)}))[0]

    assert submit("fixed")["rule"] == "evidence_after_missing"
    plain = bring(handler, report.id, photo())
    attach(handler, report.id, plain)
    covered = bring(handler, report.id, public_copy(phone_photo(), [Cover(*PLATE)]))
    attach(handler, report.id, covered, redacts=plain)
    assert submit("fixed")["rule"] == "evidence_after_missing", "it is there, and the public would not see it"
    assert submit("fixed", covered)["status"] == "applied"
    back = sandbox.city.read(report.id)
    assert back.answer is not None
    unseen = replace(back.answer, attachments=(), approved_by="o-approver")
    late = replace(back, state=State.APPROVED, answer=unseen, version=back.version + 1)
    with service.writer.transaction() as connection:
        service.entities.put_report(connection, late)
    publish_it = {"content_sha256": unseen.content_sha256, "preview_seen": True}
    refused = command(sandbox.city, "o-publisher", "publish", report.id, publish_it)
    assert outcome(refused) == ("rejected", "evidence_after_missing", "attachments")


def test_what_is_only_planned_needs_no_photo(sandbox: SandboxServer) -> None:
    service = sandbox.service
    field = wire.encode(Category(CATEGORY, "Đèn tín hiệu", evidence=True))
    with service.writer.transaction() as connection:
        service.entities.put(connection, "category", CATEGORY, field, audience.EVERYONE)
    report = sandbox.city.put(State.IN_PROGRESS)
    words = {"text": "Sẽ thay", "outcome": "planned", "publisher_unit": LEAD}
    planned = {**words, "content_sha256": content_sha256("Sẽ thay", "planned", LEAD)}
    assert outcome(command(sandbox.city, "o-handler", "submit", report.id, planned)) == APPLIED


def test_a_public_copy_that_says_more_than_its_pixels_is_refused(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    report = sandbox.city.put()
    plain, telling = (bring(handler, report.id, photo(number=number)) for number in range(2))
    attach(handler, report.id, plain)
    refused = attach(handler, report.id, telling, redacts=plain)
    assert (refused["rule"], refused["field"]) == ("attachment_unclean", "sha256")
    paper = bring(handler, report.id, b"%PDF-1.7 a page is no public copy of a photo")
    assert attach(handler, report.id, paper, redacts=plain)["rule"] == "attachment_unclean"


def test_the_public_gets_only_the_copies_of_a_published_answer(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    report, taken = sandbox.city.put(), phone_photo()
    plain = bring(handler, report.id, taken)
    attach(handler, report.id, plain)
    covered = bring(handler, report.id, public_copy(taken, [Cover(*PLATE)]))
    attach(handler, report.id, covered, redacts=plain)
    path = f"/p/{report.code}/files"
    assert handler.call("GET", f"{path}/{covered}").status_code == 404
    publish(sandbox, report.id, covered, plain)
    answer = handler.call("GET", f"{path}/{covered}")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert PLACE not in answer.content
    assert b"Exif" not in answer.content
    shown = pixels(answer.content).tobytes()
    assert max(red - green for red, green in zip(shown[0::3], shown[1::3], strict=True)) < 40  # no red plate
    assert handler.call("GET", f"{path}/{plain}").status_code == 404  # whatever the answer names
    assert handler.call("GET", f"{path}/{'a' * 64}").status_code == 404


def test_the_citizens_page_shows_the_public_copies_and_nothing_else(
    sandbox: SandboxServer, handler: DeskClient
) -> None:
    report = sandbox.city.put()
    plain = bring(handler, report.id, phone_photo())
    attach(handler, report.id, plain)
    covered = bring(handler, report.id, public_copy(phone_photo(), []))
    attach(handler, report.id, covered, redacts=plain)
    assert "<img" not in handler.call("GET", f"/p/{report.code}").text
    publish(sandbox, report.id, covered, plain)
    page = handler.call("GET", f"/p/{report.code}")
    assert page.text.count("<img") == 1
    assert f'src="{report.code}/files/{covered}"' in page.text
    assert "img-src 'self'" in page.headers["Content-Security-Policy"]


def publish(sandbox: SandboxServer, report_id: str, *hashes: str) -> None:
    now, report = sandbox.service.now(), sandbox.city.read(report_id)
    answer = Answer("Xong", "a" * 64, Outcome.FIXED, LEAD, "o-handler", now, hashes, published_at=now)
    with sandbox.service.writer.transaction() as connection:
        sandbox.service.entities.put_report(
            connection, replace(report, version=9, state=State.PUBLISHED, answer=answer)
        )
