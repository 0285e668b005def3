"""Files: tus 1.0 up, whole or not at all; down in the form that each person may have."""

from __future__ import annotations

from typing import Final

from desktop_app.conformance.clauses import Clause
from desktop_app.conformance.desk import Document, event
from desktop_app.conformance.endings import Broken, require
from desktop_app.conformance.files import SECRET, Files, picture, sha256
from desktop_app.conformance.scene import DISPATCHER, HANDLER, Scene
from desktop_app.domain.ids import new_id

HUGE: Final = 1 << 34


def _files(scene: Scene, role: str = HANDLER) -> Files:
    return Files(scene.desk(role))


def _capable(scene: Scene) -> None:
    answer = _files(scene).capabilities(new_id())
    answer.expect(204)
    told = answer.headers.get("tus-extension", "").split(",")
    require("1.0.0" in answer.headers.get("tus-version", "").split(","), "tus 1.0.0 is not offered")
    require({"creation", "checksum", "expiration"} <= set(told), f"extensions: {', '.join(told)}")
    require("sha256" in answer.headers.get("tus-checksum-algorithm", "").split(","), "no sha256")


def _expiring(scene: Scene) -> None:
    answer = _files(scene).announce(scene.led_report()["id"], 9, "a" * 64)
    answer.expect(201)
    require(answer.headers.get("upload-expires"), "no Upload-Expires")


def _resumed(scene: Scene) -> None:
    files, report, content = _files(scene), scene.led_report(), picture()
    path = files.begin(report["id"], content)
    files.send(path, 0, content[:40]).expect(204)
    standing = files.standing(path)
    standing.expect(200)
    told = (standing.headers.get("upload-offset"), standing.headers.get("upload-length"))
    require(told == ("40", str(len(content))), f"it stands at {told[0]} of {told[1]}")
    files.send(path, 40, content[40:], content[40:]).expect(204)


def _in_place(scene: Scene) -> None:
    files, content = _files(scene), picture()
    path = files.begin(scene.led_report()["id"], content)
    files.send(path, 9, content[9:]).expect(409)
    require(files.standing(path).headers.get("upload-offset") == "0", "the offset has moved")


def _checksum(scene: Scene) -> None:
    files, content = _files(scene), picture()
    path = files.begin(scene.led_report()["id"], content)
    files.send(path, 0, content[:20], b"another").expect(460)
    require(files.standing(path).headers.get("upload-offset") == "0", "the offset has moved")


def _bounded(scene: Scene) -> None:
    _files(scene).announce(scene.led_report()["id"], HUGE, "a" * 64).expect(413)


def _sniffed(scene: Scene) -> None:
    files, content = _files(scene), b"<html><script>alert(1)</script></html>"
    path = files.begin(scene.led_report()["id"], content)
    files.send(path, 0, content).expect(415)


def _hashed(scene: Scene) -> None:
    files, content = _files(scene), picture()
    path = files.begin(scene.led_report()["id"], content, "a" * 64)
    files.send(path, 0, content).expect(422)


def _own(scene: Scene) -> None:
    """An upload is its beginner's alone: another's answers as one that never was."""
    path = _files(scene).begin(scene.led_report()["id"], picture())
    other = _files(scene, DISPATCHER)
    answers = [other.send(one, 0, b"x") for one in (path, path[:-36] + new_id())]
    for answer in answers:
        answer.expect(404)
    require(answers[0].body == answers[1].body, "it is worded otherwise than an unknown upload")


def _forbidden(scene: Scene) -> None:
    files, hidden = _files(scene), scene.foreign_report()
    answers = [files.announce(one, 9, "a" * 64) for one in (hidden["id"], new_id())]
    for answer in answers:
        answer.expect(404)
    require(answers[0].body == answers[1].body, "it is worded otherwise than an unknown report")


def _attach(scene: Scene, *hashes: str) -> Document:
    desk, report = scene.desk(HANDLER), scene.led_report()
    return desk.send(event("attach", report, {"sha256": list(hashes)}))[0]


def _waits(scene: Scene) -> None:
    """An event before its file is stored nowhere: sent again when the file is whole, it is taken."""
    desk, report, content = scene.desk(HANDLER), scene.led_report(), picture()
    sent = event("attach", report, {"sha256": [sha256(content)]})
    early = desk.send(sent)[0]
    require(early["status"] == "blocked", f"it is answered {early['status']}")
    Files(desk).bring(report["id"], content)
    late = desk.send(sent)[0]
    require(late["status"] == "applied", f"sent again it is answered {late['status']}")


def _per_report(scene: Scene) -> None:
    """A hash that lies on another report says nothing here."""
    dispatcher, led, other = scene.desk(DISPATCHER), scene.led_report(), scene.foreign_report()
    digest = Files(dispatcher).bring(other["id"], picture())
    result = dispatcher.send(event("attach", led, {"sha256": [digest]}))[0]
    require(result["status"] != "applied", "a file of another report is attached by its hash")


def _told(scene: Scene) -> None:
    desk, report = scene.desk(HANDLER), scene.led_report()
    digests = [Files(desk).bring(report["id"], picture()) for _ in range(2)]
    require(_attach(scene, *digests)["status"] == "applied", "two whole files are not attached")
    dispatcher = scene.desk(DISPATCHER)
    for one in (desk, dispatcher):
        one.drain()
        told = {row["sha256"] for (kind, _), row in one.held.items() if kind == "attachment"}
        require(set(digests) <= told, "the feed does not tell of both files")


def _attached(scene: Scene) -> Document:
    """A file on the handler's report that the dispatcher brought."""
    dispatcher, report = scene.desk(DISPATCHER), scene.led_report()
    digest = Files(dispatcher).bring(report["id"], picture())
    dispatcher.send(event("attach", report, {"sha256": [digest]}))
    dispatcher.drain()
    for (kind, _), row in dispatcher.held.items():
        if kind == "attachment" and row["sha256"] == digest:
            return row
    raise Broken("the feed does not tell of the file")


def _copy(scene: Scene) -> None:
    row = _attached(scene)
    answer = _files(scene).fetch(row["id"], "copy")
    answer.expect(200)
    require(SECRET not in answer.body, "what the camera wrote about the place is in the copy")
    require(sha256(answer.body) == row["copy_sha256"], "the copy is not what the feed announced")


def _original(scene: Scene) -> None:
    row = _attached(scene)
    answers = [_files(scene).fetch(one, "original") for one in (row["id"], new_id())]
    for answer in answers:
        answer.expect(404)
    require(answers[0].body == answers[1].body, "it is worded otherwise than an unknown file")


def _kept_original(scene: Scene) -> None:
    row = _attached(scene)
    answer = _files(scene, DISPATCHER).fetch(row["id"], "original")
    answer.expect(200)
    require(sha256(answer.body) == row["sha256"], "the original is not what was brought")


def _clean(scene: Scene) -> None:
    """A public copy is pixels alone: one that still says where it was taken is none."""
    desk, report = scene.desk(HANDLER), scene.led_report()
    plain, telling = (Files(desk).bring(report["id"], picture()) for _ in range(2))
    desk.send(event("attach", report, {"sha256": [plain]}))
    result = desk.send(event("attach", report, {"sha256": [telling], "redacts": plain}))[0]
    require(result["status"] == "rejected", f"with the camera's words it is answered {result['status']}")
    require(result.get("rule") == "attachment_unclean", f"the rule is {result.get('rule')}")


def _unpublished(scene: Scene) -> None:
    row, code = _attached(scene), scene.led_report()["code"]
    scene.exchange.call("GET", f"/p/{code}/files/{row['sha256']}").expect(404)


CLAUSES: Final = (
    Clause("file.tus", "tus 1.0.0 is spoken with creation, checksum (sha256) and expiration", _capable),
    Clause("file.expiring", "an upload says when it ends", _expiring),
    Clause("file.resumed", "a cut upload goes on where the server says it stands", _resumed),
    Clause("file.in_place", "a piece for another place is refused and moves nothing", _in_place),
    Clause("file.checksum", "a piece that arrived otherwise is refused and moves nothing", _checksum),
    Clause("file.bounded", "a file of 16 GiB is refused before it is sent", _bounded),
    Clause("file.sniffed", "a file is judged by its content: a page is no picture", _sniffed),
    Clause("file.hashed", "a file of another hash than announced is refused", _hashed),
    Clause("file.own", "another's upload answers as an unknown one", _own),
    Clause("file.forbidden", "a report beyond one's desk takes files as an unknown one", _forbidden),
    Clause("file.waits", "an event before its file is stored nowhere, and taken afterwards", _waits),
    Clause(
        "file.per_report", "a file is known by report and hash together, never by hash alone", _per_report
    ),
    Clause("file.told", "several files of one event come to every desk in scope", _told),
    Clause("file.copy", "the copy carries nothing that the camera wrote", _copy),
    Clause("file.original", "an original goes to no agency, and answers there as an unknown one", _original),
    Clause("file.whole", "the original is what was brought, to who may have it", _kept_original),
    Clause("file.clean", "a public copy that carries what the camera wrote is refused", _clean),
    Clause("file.unpublished", "no file is public before its answer is", _unpublished),
)
