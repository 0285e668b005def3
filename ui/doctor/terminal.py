"""The findings for a terminal: verdict, part, code, then the sentence and what to do about it.

`terminal_words` are the same sentences one by one, for who reads the findings as JSON.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.doctor.finding import Finding, Verdict
from ui.doctor.texts import part_text, summary_text, told, verdict_text
from ui.language import Language, install

_WIDTH: Final = 96
_INDENT: Final = "    "


def terminal_text(findings: Sequence[Finding], language: str) -> str:
    """Return the findings in words; needs no display."""
    _keep = _speaking(language)
    lines = [line for finding in findings for line in _lines(finding)]
    return "\n".join((summary_text(findings), "", *lines))


def terminal_words(findings: Sequence[Finding], language: str) -> list[tuple[str, str]]:
    """Return the sentence and the remedy of each finding; needs no display."""
    _keep = _speaking(language)
    return [(words.title, words.what_to_do) for words in map(told, findings)]


def _speaking(language: str) -> QCoreApplication:
    """Return what the translators are installed in, to be kept while texts are made."""
    application = QCoreApplication.instance() or QCoreApplication([])
    install(Language(language))
    return application


def _lines(finding: Finding) -> list[str]:
    subject = f" [{finding.subject}]" if finding.subject else ""
    head = f"{finding.code}  {verdict_text(finding.verdict)}  {part_text(finding.part)}{subject}"
    words = told(finding)
    said = [words.title] if finding.verdict is Verdict.GOOD else [words.title, words.what_to_do]
    body = [part for text in said if text for part in textwrap.wrap(text, _WIDTH)]
    return [head, *(_INDENT + line for line in body)]
