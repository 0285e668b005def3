"""The citizen's page over HTTP: who may be read, in two languages, with nothing foreign loaded."""

from __future__ import annotations

import requests

from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import State
from tests.support import contract
from tests.support.sandbox_server import SandboxServer


def page(sandbox: SandboxServer, code: str, language: str | None = None) -> requests.Response:
    params = {"lang": language} if language else {}
    answer = requests.get(f"{sandbox.url}/p/{code}", params=params, timeout=30)
    contract.check_answer(answer)
    return answer


def test_the_one_answer_is_shown(sandbox: SandboxServer) -> None:
    now = sandbox.clock()
    answer = Answer(
        "Đã thông cống, nước đã rút.", "0" * 64, Outcome.FIXED, "u-lead", "o-handler", now, published_at=now
    )
    report = sandbox.city.put(State.PUBLISHED, answer=answer)
    shown = page(sandbox, report.code)
    assert shown.status_code == 200
    assert "Đã thông cống, nước đã rút." in shown.text
    assert 'lang="vi"' in shown.text
    assert 'lang="en"' in page(sandbox, report.code, "en").text
    assert "o-handler" not in shown.text
    assert shown.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_misconduct_and_nothing_are_the_same(sandbox: SandboxServer) -> None:
    private = sandbox.city.put(State.PUBLISHED, private=True)
    answers = [page(sandbox, code) for code in (private.code, "PA-0000-000000")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text


def test_a_duplicate_of_a_private_report_tells_nothing_of_it(sandbox: SandboxServer) -> None:
    private = sandbox.city.put(State.IN_PROGRESS, private=True, title="Tên riêng")
    duplicate = sandbox.city.put(State.DUPLICATE, duplicate_of=private.id)
    shown = page(sandbox, duplicate.code)
    assert shown.status_code == 200
    assert private.code not in shown.text
    assert "Tên riêng" not in shown.text
