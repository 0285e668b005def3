"""An extension in words: the offer with its rule, and what was asked for, from when to when and why."""

from __future__ import annotations

from desktop_app.domain.extension_offer import ExtensionOffer
from desktop_app.domain.report import Extension, Report
from ui.language import translate
from ui.vocabulary.markup import lines, muted, paragraphs, strong
from ui.vocabulary.names import Names
from ui.vocabulary.words import reason_word
from ui.widgets.when import moment_text


def offer_words(offer: ExtensionOffer) -> tuple[str, str]:
    """Return how much time is left, and the rule."""
    if offer.days_left:
        left = translate("Extension", "Working days left: {days}. Will it be done in time?").format(
            days=offer.days_left
        )
    else:
        left = translate("Extension", "Due today. Will it be done in time?")
    rule = translate(
        "Extension",
        "Ask before {moment}; the dispatcher decides, and it counts from the old deadline.",
    )
    return left, rule.format(moment=moment_text(offer.due_at))


def asked_text(report: Report, names: Names) -> str:
    """Return the extension asked for on ``report`` as harmless markup; empty where none was."""
    asked, job = report.extension, report.assignment
    if asked is None or job is None:
        return ""
    before = job.first_due_at if asked.granted and job.first_due_at else job.due_at
    moved = translate("Extension", "{old} → {new}").format(
        old=moment_text(before), new=moment_text(asked.new_due_at)
    )
    why = translate("Extension", "{reason} · asked for by {name}").format(
        reason=reason_word(asked.code), name=names.who(asked.requested_by)
    )
    return lines(
        [f"{strong(moved)}{muted(' · ' + _standing(asked))}", muted(why), paragraphs(asked.text)], gap=2
    )


def _standing(asked: Extension) -> str:
    if asked.granted is None:
        return translate("Extension", "waits for the dispatcher")
    return translate("Extension", "granted") if asked.granted else translate("Extension", "refused")
