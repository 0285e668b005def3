"""A PDF opened apart: pages as pixels; what is broken, locked, slow or hungry ends its own process alone."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtGui import QImage

from desktop_app.pictures.errors import DocumentCorrupt, DocumentError, DocumentLocked, DocumentTooSlow
from tests.support.pdfs import locked_pdf, pdf
from ui.photos import page_process
from ui.photos.page_process import PageProcess


def darkest(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits()))


def child(*lines: str) -> tuple[str, ...]:
    """A child that takes whatever document it is given and then behaves as ``lines`` say."""
    begin = (
        "import sys, threading, json",
        "put = sys.stdout.buffer",
        "sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(8), 'big'))",
    )
    return (sys.executable, "-c", "\n".join((*begin, *lines)))


@pytest.fixture
def two_pages() -> Iterator[PageProcess]:
    with closing(PageProcess(pdf("one", "two"))) as made:
        yield made


def test_pages_are_counted_and_drawn_on_white(two_pages: PageProcess) -> None:
    assert (two_pages.pages, two_pages.shown_pages) == (2, 2)
    first, second = two_pages.page(0, 600), two_pages.page(1, 600)
    assert (first.width(), first.height()) == (600, 400)
    assert darkest(first) < 100
    assert first.pixelColor(5, 5).red() == 255
    assert bytes(first.constBits()) != bytes(second.constBits())


def test_a_page_is_never_larger_than_the_bound(two_pages: PageProcess) -> None:
    assert two_pages.page(0, 1_000_000).width() == page_process.LONGEST


def test_a_page_like_a_thread_has_pixels_for_its_longer_edge_only() -> None:
    with closing(PageProcess(pdf("x", size=(14_400, 1)))) as thread:
        image = thread.page(0)
        assert (image.width(), image.height()) == (page_process.LONGEST, 1)


def test_a_page_that_does_not_exist_is_refused(two_pages: PageProcess) -> None:
    with pytest.raises(DocumentCorrupt):
        two_pages.page(7)


def test_very_many_pages_are_shown_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_process, "MOST_PAGES", 2)
    with closing(PageProcess(pdf("a", "b", "c"))) as many:
        assert (many.pages, many.shown_pages) == (3, 2)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", DocumentCorrupt),
        (b"%PDF-1.4 and then nothing", DocumentCorrupt),
        (pdf("cut")[:120], DocumentCorrupt),
        (locked_pdf(), DocumentLocked),
    ],
)
def test_what_is_broken_or_locked_is_told_apart(content: bytes, fault: type[DocumentError]) -> None:
    with pytest.raises(fault):
        PageProcess(content)


def test_a_document_that_never_ends_is_ended() -> None:
    with pytest.raises(DocumentTooSlow):
        PageProcess(b"x", patience=0.5, child=child("threading.Event().wait()"))


def test_a_page_that_never_ends_is_ended() -> None:
    slow = child("put.write(b'{\"pages\": 3}\\n'); put.flush()", "threading.Event().wait()")
    with closing(PageProcess(b"x", patience=0.5, child=slow)) as opened, pytest.raises(DocumentTooSlow):
        opened.page(0)


@pytest.mark.parametrize(
    "answer",
    [
        "sys.exit(3)",
        "put.write(b'[]\\n')",
        'put.write(b\'{"pages": "many"}\\n\')',
        "put.write(b'{\"pages\": 0}\\n')",
        "put.write(b'x' * 100_000)",
    ],
)
def test_a_reader_that_ends_or_babbles_is_a_broken_document(answer: str) -> None:
    with pytest.raises(DocumentCorrupt):
        PageProcess(b"x" * 1_000_000, child=child(answer))


@pytest.mark.parametrize(
    "told",
    [
        {"width": 9, "height": 9, "line": 3},
        {"width": 10**9, "height": 10**9, "line": 10**9},
        {"width": 9, "height": 9, "line": 27},
        {"width": -1, "height": 9, "line": 27},
    ],
)
def test_pixels_that_cannot_be_are_not_taken(told: dict[str, int]) -> None:
    lying = child(
        "put.write(b'{\"pages\": 1}\\n'); put.flush()", "sys.stdin.buffer.readline()",
        f"put.write(json.dumps({told!r}).encode() + b'\\n' + b'x' * 9)",
    )  # fmt: skip
    with closing(PageProcess(b"x", child=lying)) as opened, pytest.raises(DocumentCorrupt):
        opened.page(0)


def test_no_action_of_a_document_is_carried_out() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        opening = f"/OpenAction<</S/URI/URI({address})>>/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>"
        with closing(PageProcess(pdf("links", catalog=opening))) as opened:
            assert darkest(opened.page(0, 300)) < 100
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_closing_twice_is_one_closing(two_pages: PageProcess) -> None:
    two_pages.close()
    two_pages.close()
    with pytest.raises(DocumentCorrupt):
        two_pages.page(0)
