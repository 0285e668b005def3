"""The sentences of the approvals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.approvals.round import Decided, Verdict
from ui.language import translate
from ui.wording import Wording, sentence


@dataclass(frozen=True, slots=True)
class Came:
    """What a round came to: how many were approved and sent back, what waits, what went wrong."""

    approved: int
    sent_back: int
    waiting: int
    trouble: Exception | None = None
    refused: int = 0


def verdict_word(decided: Decided) -> str:
    """Return a verdict with why, for a line of the summary."""
    if decided.verdict is Verdict.APPROVE:
        return translate("Approvals", "Approve")
    if decided.verdict is Verdict.LATER:
        return translate("Approvals", "Later")
    return translate("Approvals", "Send back: {text}").format(text=decided.text)


def sign_word(approved: int, sent_back: int) -> str:
    """Return what the button of the summary does."""
    if approved:
        return translate("Approvals", "Approve and sign: {count} (Ctrl+Enter)").format(count=approved)
    return translate("Approvals", "Send back: {count} (Ctrl+Enter)").format(count=sent_back)


def came_to(came: Came) -> Wording:
    """Return what happened, what is safe, what to do."""
    done = [
        words.format(count=count)
        for words, count in (
            (translate("Approvals", "Approved and signed: {count}."), came.approved),
            (translate("Approvals", "Sent back: {count}."), came.sent_back),
            (translate("Approvals", "Changed meanwhile, to be read again: {count}."), came.refused),
        )
        if count
    ]
    rest = ""
    if came.trouble is not None:
        why = sentence(came.trouble)
        waits = translate("Approvals", "Not signed, still waiting: {count}.").format(count=came.waiting)
        rest = f"{why.title} {waits} {why.what_to_do}".strip()
    return Wording(" ".join(done), rest)


def pin_wanted() -> Wording:
    """Return what is said to who would sign without a PIN."""
    return Wording(
        translate("Approvals", "The card signs only with its PIN."),
        translate("Approvals", "Type it beside the button, then press Enter."),
    )


def counts(decided: Sequence[Decided]) -> str:
    """Return how many of each verdict there are."""
    parts = []
    for verdict, words in (
        (Verdict.APPROVE, translate("Approvals", "to approve: {count}")),
        (Verdict.SEND_BACK, translate("Approvals", "to send back: {count}")),
        (Verdict.LATER, translate("Approvals", "left for later: {count}")),
    ):
        number = sum(each.verdict is verdict for each in decided)
        if number:
            parts.append(words.format(count=number))
    return " · ".join(parts)


def capacities() -> tuple[tuple[str, str], ...]:
    """Return in which capacity a leader may sign, as choices."""
    return (
        ("", translate("Signing", "as the head of the unit")),
        ("KT.", translate("Signing", "KT. – for the head (deputy)")),
        ("TL.", translate("Signing", "TL. – by order")),
        ("TUQ.", translate("Signing", "TUQ. – by authorisation")),
    )
