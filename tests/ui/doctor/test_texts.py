"""Every finding has its own words in both languages, and the table of codes is whole."""

from datetime import UTC, datetime

import pytest

from desktop_app.doctor.causes import UNEXPECTED, every_finding, find
from desktop_app.doctor.finding import Part, Verdict
from ui.doctor import texts
from ui.language import Language, install
from ui.wording import TABLE

NOON = datetime(2026, 3, 8, 5, tzinfo=UTC)


def test_every_cause_has_its_sentence() -> None:
    assert {finding.cause for finding in every_finding()} <= set(TABLE)


@pytest.mark.parametrize("language", Language)
def test_parts_and_verdicts_are_words_of_their_own(language: Language) -> None:
    install(language)
    assert len({texts.part_text(part) for part in Part}) == len(Part)
    assert len({texts.verdict_text(verdict) for verdict in Verdict}) == len(Verdict)


@pytest.mark.parametrize("language", Language)
def test_the_guide_lists_every_code(language: Language) -> None:
    install(language)
    page = texts.codes_page()
    for finding in every_finding():
        assert f"| **{finding.code}** | {texts.part_text(finding.part)} |" in page
    assert page.count("\n|") == len(list(every_finding())) + 2
    assert TABLE[UNEXPECTED].title in page or language is Language.VIETNAMESE


def test_the_summary_counts() -> None:
    good = find(Part.SERVICE, "service_running")
    assert texts.summary_text([good, find(Part.CARD, "no_card")]).startswith("Everything")
    both = [good, find(Part.SERVICE, "no_service"), find(Part.DISK, "disk_low")]
    assert texts.summary_text(both) == "Faults: 1 · cautions: 1"


def test_a_copied_line_says_the_remedy_only_where_one_is_needed() -> None:
    good = find(Part.SERVICE, "service_running")
    low = find(Part.DISK, "disk_low", data={"free": 12})
    head, first, second = texts.copied_text([good, low], "0.1.0", "0197A1B2", NOON).splitlines()
    assert head == "Card doctor · IOC Desk 0.1.0 · 0197A1B2 · 08/03/2026 12:00"
    assert first == f"{good.code}  Card service – good: The smart-card service runs."
    assert second.startswith(f"{low.code}  Disk – caution: The disk is nearly full: 12 MB are left. Delete")


def test_what_needs_somebody_comes_first_and_keeps_its_order() -> None:
    well, low = find(Part.SERVICE, "service_running"), find(Part.DISK, "disk_low")
    no_card, lost = find(Part.CARD, "no_card"), find(Part.NETWORK, "unreachable")
    assert sorted([well, no_card, lost, low], key=texts.urgency) == [lost, low, well, no_card]
