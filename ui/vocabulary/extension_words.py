"""The offer of an extension in words: how much time is left, and the rule."""

from __future__ import annotations

from desktop_app.domain.extension_offer import ExtensionOffer
from ui.language import translate
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
        "It can be asked for until {moment}; the dispatcher decides, and it counts from the old deadline.",
    )
    return left, rule.format(moment=moment_text(offer.due_at))
