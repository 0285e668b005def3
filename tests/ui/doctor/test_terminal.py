"""What the command line prints: a sentence for each finding, a remedy where one is needed."""

from desktop_app.doctor.causes import find
from desktop_app.doctor.finding import Part
from ui.doctor.terminal import terminal_text, terminal_words

FINDINGS = [find(Part.SERVICE, "service_running"), find(Part.READERS, "no_reader", "R")]


def test_sentences_and_remedies_in_both_languages() -> None:
    english, vietnamese = terminal_text(FINDINGS, "en"), terminal_text(FINDINGS, "vi")
    assert english.splitlines() == [
        "Faults: 1 · cautions: 0",
        "",
        f"{FINDINGS[0].code}  good  Card service",
        "    The smart-card service runs.",
        f"{FINDINGS[1].code}  fault  Reader [R]",
        "    No card reader is connected.",
        "    Plug the reader in; the program notices by itself.",
    ]
    assert len(vietnamese.splitlines()) == len(english.splitlines())
    assert "Dịch vụ" in vietnamese


def test_long_remedies_are_wrapped() -> None:
    text = terminal_text([find(Part.DRIVER, "driver_unknown")], "en")
    assert max(map(len, text.splitlines())) <= 100


def test_the_same_sentences_one_by_one() -> None:
    (runs, nothing), (missing, plug) = terminal_words(FINDINGS, "en")
    assert (runs, nothing) == ("The smart-card service runs.", "Nothing to do.")
    assert (missing, plug) == (
        "No card reader is connected.",
        "Plug the reader in; the program notices by itself.",
    )
    assert not {runs, missing, plug} & {said for pair in terminal_words(FINDINGS, "vi") for said in pair}
