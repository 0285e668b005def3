"""From a command beside the reports to the rule that carries it out, and to its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from desktop_app.domain import matters
from desktop_app.domain.matters import MatterCommand
from desktop_app.domain.payloads import PayloadInvalid
from desktop_app.sandbox.matters import campaigns, delegations, shared_lists, takeovers, templates
from desktop_app.sandbox.matters.matter import Matter, Result, Unknown
from desktop_app.sandbox.rules import RuleBroken

TYPES: Final = frozenset(map(str, MatterCommand))
M = MatterCommand
_RULES: Final[dict[MatterCommand, Callable[[Matter, Any], Result]]] = {
    M.DELEGATE: delegations.delegate,
    M.END_DELEGATION: delegations.end,
    M.OFFER_TAKEOVER: takeovers.offer,
    M.ANSWER_TAKEOVER: takeovers.answer,
    M.WITHDRAW_TAKEOVER: takeovers.withdraw,
    M.SHARE_LIST: shared_lists.share,
    M.UNSHARE_LIST: shared_lists.unshare,
    M.OPEN_CAMPAIGN: campaigns.open_campaign,
    M.END_CAMPAIGN: campaigns.end,
    M.WRITE_TEMPLATE: templates.write,
    M.WITHDRAW_TEMPLATE: templates.withdraw,
}


def carry_out(matter: Matter) -> Result:
    """Return what the command came to: ``applied``, ``rejected`` by a rule, or ``not_found``."""
    command = MatterCommand(matter.event.type)
    if matter.event.entity != matters.ENTITY[command]:
        return {"status": "not_found"}
    try:
        return _RULES[command](matter, matters.decode(command, matter.event.payload))
    except PayloadInvalid as invalid:
        return {"status": "rejected", "rule": "payload", "field": invalid.field}
    except RuleBroken as broken:
        return {"status": "rejected", "rule": broken.rule, "field": broken.field}
    except Unknown:
        return {"status": "not_found"}
