"""Campaigns: opened and closed by those who coordinate; their tags are given by nobody else."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.folding import fold
from desktop_app.domain.matters import CAMPAIGN, Campaign, OpenCampaign, runs_campaigns
from desktop_app.domain.payloads import Nothing
from desktop_app.sandbox.audience import EVERYONE
from desktop_app.sandbox.matters.matter import NOT_YOURS, Matter, Result
from desktop_app.sandbox.rules import RuleBroken


def open_campaign(matter: Matter, payload: OpenCampaign) -> Result:
    """Open a campaign; raise ``RuleBroken``."""
    if not runs_campaigns(matter.actor):
        raise RuleBroken(NOT_YOURS)
    matter.require_new(CAMPAIGN)
    name = " ".join(payload.name.split())
    there = matter.entities.all(matter.connection, CAMPAIGN)
    if any(fold(one["name"]) == fold(name) for one in there):
        raise RuleBroken("name_taken", "name")
    if payload.ends < matter.now.astimezone(ZONE).date():
        raise RuleBroken("payload", "ends")
    made = Campaign(matter.event.entity_id, name, payload.starts, payload.ends, matter.actor.person_id)
    return matter.put(CAMPAIGN, made, EVERYONE)


def end(matter: Matter, _payload: Nothing) -> Result:
    """Close a campaign before its time: its tags stay, none is given any more; raise ``RuleBroken``."""
    if not runs_campaigns(matter.actor):
        raise RuleBroken(NOT_YOURS)
    return matter.put_next(CAMPAIGN, replace(matter.known(Campaign, CAMPAIGN), ended=True), EVERYONE)
