"""The child's own side: a document comes by a pipe, its pages go out as pixels."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from tests.support.pdfs import locked_pdf, pdf
from ui.photos import page_child


def served(content: bytes, *requests: dict[str, int]) -> tuple[dict[str, Any], BytesIO]:
    """Serve ``requests`` on ``content``; return the first answer and the rest of what was written."""
    asked = b"".join(json.dumps(each).encode() + b"\n" for each in requests)
    answers = BytesIO()
    page_child.main(BytesIO(len(content).to_bytes(8, "big") + content + asked), answers)
    answers.seek(0)
    return json.loads(answers.readline()), answers


@pytest.mark.usefixtures("qapp")
def test_pages_go_out_as_rows_of_pixels() -> None:
    first, rest = served(pdf("one", "two"), {"page": 1, "room": 30})
    assert first == {"pages": 2}
    size = json.loads(rest.readline())
    assert (size["width"], size["height"]) == (30, 20)
    assert len(rest.read()) == size["line"] * 20


@pytest.mark.usefixtures("qapp")
def test_a_page_that_is_none_has_no_pixels() -> None:
    _, rest = served(pdf("one"), {"page": 5, "room": 30})
    assert json.loads(rest.readline())["width"] == 0
    assert rest.read() == b""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("content", "code"), [(b"no", "document_corrupt"), (locked_pdf(), "document_locked")]
)
def test_what_cannot_be_opened_is_said_and_nothing_more(content: bytes, code: str) -> None:
    first, rest = served(content, {"page": 0, "room": 30})
    assert first == {"error": code}
    assert rest.read() == b""
