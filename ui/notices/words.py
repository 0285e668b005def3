"""The words of notifications. What may stand on a locked screen names kinds and counts, never a matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.domain.notices import Notice, NoticeKind
from ui.language import once_per_language, translate

_KINDS_NAMED = 3
K = NoticeKind


@once_per_language
def _kinds() -> dict[NoticeKind, str]:
    return {
        K.INSTANT: translate("Notices", "Instant case"),
        K.ASSIGNED: translate("Notices", "Given to you"),
        K.OVERDUE: translate("Notices", "Overdue"),
        K.DUE_TODAY: translate("Notices", "Due today"),
        K.DUE_MOVED: translate("Notices", "Deadline moved"),
        K.SENT_BACK: translate("Notices", "Answer sent back"),
        K.TO_APPROVE: translate("Notices", "Waits for your approval"),
        K.TO_PUBLISH: translate("Notices", "Waits to be published"),
        K.RETURNED: translate("Notices", "Returned"),
        K.REPLIED: translate("Notices", "The citizen replied"),
        K.EXTENSION_ASKED: translate("Notices", "Extension asked for"),
        K.EXTENSION_DECIDED: translate("Notices", "Extension decided"),
        K.REOPEN_ASKED: translate("Notices", "Reopening asked for"),
        K.URGED: translate("Notices", "Urged"),
        K.CONTRIBUTED: translate("Notices", "Contribution arrived"),
        K.QUESTION_WANTED: translate("Notices", "A unit has a question for the citizen"),
        K.NOT_ACCEPTED: translate("Notices", "Not accepted in time"),
    }


def kind_word(kind: NoticeKind) -> str:
    """Return what a notice is about."""
    return _kinds()[kind]


@once_per_language
def _reasons() -> dict[NoticeKind, str]:
    return {
        K.INSTANT: translate("Notices", "it waits for you and is worked at any hour"),
        K.ASSIGNED: translate("Notices", "you or your unit do it"),
        K.OVERDUE: translate("Notices", "it is yours and its time is over"),
        K.DUE_TODAY: translate("Notices", "it is yours and due today"),
        K.DUE_MOVED: translate("Notices", "it is yours; other working days are in force"),
        K.SENT_BACK: translate("Notices", "it is yours and the answer needs work"),
        K.TO_APPROVE: translate("Notices", "you approve for this unit"),
        K.TO_PUBLISH: translate("Notices", "you publish"),
        K.RETURNED: translate("Notices", "you distribute it anew"),
        K.REPLIED: translate("Notices", "you asked, or it is yours"),
        K.EXTENSION_ASKED: translate("Notices", "you decide on it"),
        K.EXTENSION_DECIDED: translate("Notices", "you asked for it"),
        K.REOPEN_ASKED: translate("Notices", "you decide on it"),
        K.URGED: translate("Notices", "it is yours or your unit's"),
        K.CONTRIBUTED: translate("Notices", "you write the answer"),
        K.QUESTION_WANTED: translate("Notices", "you read it, change it and send it"),
        K.NOT_ACCEPTED: translate("Notices", "it was given to your unit, or you watch over its work"),
    }


def why(kind: NoticeKind) -> str:
    """Return why just this person is told."""
    return _reasons()[kind]


def popup_title(notices: Sequence[Notice]) -> str:
    """Return the heading of a desktop notification."""
    if any(one.urgent for one in notices):
        return translate("Notices", "IOC Desk: instant case")
    return translate("Notices", "IOC Desk")


def popup_text(notices: Sequence[Notice]) -> str:
    """Return what a desktop notification says: how many of which kind; no title, code or name."""
    counted = Counter(one.kind for one in notices).most_common()
    named = [f"{kind_word(kind)}: {count}" for kind, count in counted[:_KINDS_NAMED]]
    rest = sum(count for _, count in counted[_KINDS_NAMED:])
    if rest:
        named.append(translate("Notices", "others: {count}").format(count=rest))
    return " · ".join(named)
