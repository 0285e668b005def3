"""Citizens' documents: read as what they are, their issuer kept, one at a time on the reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardio.cccd.provenance import Source
from cardio.emrtd import reading
from cardio.emrtd.verdict import Badge
from cardio.simulator import VirtualReaders
from cardio.simulator.emrtd import VirtualDocument
from cardio.trust.csca import AnchorStore, DocumentKind
from desktop_app.reception.intake import Entry, understand
from tests.support.virtual_documents import NOW, InHand
from ui.language import Language, install
from ui.training.environment import CITIZEN_READER
from ui.training.papers import PAPERS, ROOT_FILE, Kind, Papers


def paper_entry(code: str) -> Entry:
    """What a scanner makes of a code."""
    return understand(code, Source.SERIAL_SCANNER, date(2026, 3, 2))


@pytest.fixture
def papers(tmp_path: Path, readers: VirtualReaders, qtbot: QtBot) -> Papers:
    return Papers(tmp_path, readers, now=lambda: NOW)


def made(papers: Papers, key: str) -> VirtualDocument:
    papers.lay(key)
    return papers._made[key]


def badge(papers: Papers, key: str, store: AnchorStore) -> Badge:
    paper = next(paper for paper in PAPERS if paper.key == key)
    return reading.read(InHand(made(papers, key)), paper_entry(paper.code).key, store).verdict.badge


WITHOUT_ANCHOR = {
    "citizen": Badge.SIGNED,
    "passport": Badge.SIGNED,
    "altered": Badge.FALSE,
    "copied": Badge.FALSE,
    "other": Badge.FALSE,
    "forged_root": Badge.SIGNED,
}


@pytest.mark.parametrize(("key", "expected"), WITHOUT_ANCHOR.items())
def test_each_is_read_as_what_it_is(papers: Papers, key: str, expected: Badge) -> None:
    assert set(WITHOUT_ANCHOR) == {paper.key for paper in PAPERS}
    assert badge(papers, key, AnchorStore()) is expected


def test_with_the_training_root_the_forged_issuer_shows(papers: Papers, tmp_path: Path) -> None:
    papers.lay("citizen")
    store = AnchorStore()
    store.install((tmp_path / ROOT_FILE).read_bytes(), *DocumentKind)
    assert badge(papers, "citizen", store) is Badge.GENUINE
    assert badge(papers, "forged_root", store) is Badge.DOUBTFUL
    assert badge(papers, "passport", store) is not Badge.GENUINE, "France's root is not installed"


def test_the_authority_is_kept(papers: Papers, tmp_path: Path, readers: VirtualReaders) -> None:
    papers.lay("citizen")
    root = (tmp_path / ROOT_FILE).read_bytes()
    again = Papers(tmp_path, readers, now=lambda: NOW)
    again.lay("citizen")
    assert (tmp_path / ROOT_FILE).read_bytes() == root


def test_one_lies_there_at_a_time(papers: Papers, readers: VirtualReaders) -> None:
    papers.take_away()
    papers.lay("citizen")
    papers.lay("altered")
    assert papers.lying == "altered"
    assert readers.look(-1, 0)[1][CITIZEN_READER].atr is not None
    papers.take_away()
    assert not papers.lying
    assert readers.look(-1, 0)[1][CITIZEN_READER].atr is None


def test_codes_open_their_documents() -> None:
    for paper in PAPERS:
        entry = paper_entry(paper.code)
        assert entry.key.kind == ("mrz" if paper.kind is Kind.PASSPORT else "can")
        assert paper.person.number in paper.printed or paper.person.passport_number in paper.printed


def test_titles_follow_the_language() -> None:
    english = {paper.title for paper in PAPERS}
    install(Language.VIETNAMESE)
    assert len(english) == len(PAPERS)
    assert not english & {paper.title for paper in PAPERS}
    assert "Mai" not in repr(replace(PAPERS[0]))
