"""The workflow table typed anew from the city's rules, as text: the fixture that code is held against.

Deliberately not derived from ``desktop_app.domain.workflow``: one typo there must disagree with here.
Columns: command | states it starts from | state it leads to (= unchanged, < the one before, ? decided) | who.
"""

from __future__ import annotations

from dataclasses import dataclass

_OPEN = (
    "received verified distributed in_progress returned awaiting_citizen monitoring awaiting_approval"
    " approved reopen_requested reopened"
)
_ALL_STAFF = "dispatcher lead_unit co_processor approver publisher supervisor"
_RUNNING = "distributed in_progress monitoring awaiting_citizen"

TABLE = f"""
verify            | received                              | verified          | dispatcher
reject            | received verified returned            | rejected          | dispatcher
mark_duplicate    | received verified returned            | duplicate         | dispatcher
distribute        | verified returned reopened            | distributed       | dispatcher
accept            | distributed                           | in_progress       | lead_unit
hand_down         | distributed in_progress               | distributed       | lead_unit
return            | distributed in_progress               | returned          | lead_unit
return            | distributed in_progress               | =                 | co_processor
ask_citizen       | verified in_progress                  | awaiting_citizen  | dispatcher
ask_citizen       | in_progress                           | =                 | lead_unit
reply             | awaiting_citizen                      | <                 | system
expire            | awaiting_citizen                      | <                 | system
monitor           | in_progress                           | monitoring        | lead_unit
resume            | monitoring                            | in_progress       | lead_unit
submit            | in_progress monitoring                | awaiting_approval | lead_unit
submit            | verified                              | awaiting_approval | dispatcher
send_back         | awaiting_approval                     | in_progress       | approver
send_back         | approved                              | in_progress       | publisher approver_by_policy
approve           | awaiting_approval                     | approved          | approver
publish           | approved                              | published         | publisher approver_by_policy
close             | published                             | closed            | system
request_reopen    | published closed                      | reopen_requested  | citizen
decide_reopen     | reopen_requested                      | ?                 | dispatcher
request_extension | {_RUNNING}                            | =                 | lead_unit
decide_extension  | {_RUNNING}                            | =                 | dispatcher
note              | {_OPEN}                               | =                 | {_ALL_STAFF}
contribute        | {_OPEN}                               | =                 | {_ALL_STAFF}
attach            | {_OPEN}                               | =                 | {_ALL_STAFF}
tag               | {_OPEN}                               | =                 | {_ALL_STAFF}
prioritise        | {_OPEN}                               | =                 | {_ALL_STAFF}
urge              | {_OPEN}                               | =                 | {_ALL_STAFF}
split             | {_OPEN}                               | =                 | dispatcher lead_unit
merge             | {_OPEN}                               | =                 | dispatcher lead_unit
"""

STATES = (*_OPEN.split(), "rejected", "duplicate", "published", "closed")
PARTIES = (*_ALL_STAFF.split(), "approver_by_policy", "citizen", "system")
ALSO = {"approver_by_policy": "approver"}
"""Who stands in one relation stands in the other, too: the policy lets an approver publish."""


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    command: str
    states: frozenset[str]
    target: str
    parties: frozenset[str]


def _line(text: str) -> Line:
    command, states, target, parties = (part.strip() for part in text.split("|"))
    return Line(command, frozenset(states.split()), target, frozenset(parties.split()))


LINES = tuple(_line(text) for text in TABLE.strip().splitlines())
COMMANDS = tuple(dict.fromkeys(line.command for line in LINES))


def allowed(command: str, state: str, party: str) -> str | None:
    """Return where ``command`` leads from ``state`` for ``party``, or None where it is not in the table."""
    standing = {party, ALSO.get(party, party)}
    for line in LINES:
        if line.command == command and state in line.states and standing & line.parties:
            return line.target
    return None
