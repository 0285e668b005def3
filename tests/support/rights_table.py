"""Who stands in which relation to a report, typed from the city's rules: the fixture of bar S6.

Deliberately not derived from ``workflow.parties`` or ``rights``. The report is led by ``u-lead`` with
``u-co`` beside it; a private one has no unit. Columns: name | role | unit | delegation (from whom, what,
when) | relations, in the words of ``workflow_table`` | whether the person sees an open, assigned report.
"""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC = """
dispatcher      | dispatcher           | u-ioc   | -                       | dispatcher            | yes
publisher       | publisher            | u-ioc   | -                       | publisher             | yes
supervisor      | supervisor           | u-ioc   | -                       | supervisor            | yes
hotline         | hotline              | u-ioc   | -                       | -                     | no
clerk           | clerk                | u-lead  | -                       | -                     | no
admin           | site_admin           | u-lead  | -                       | -                     | no
recipient       | misconduct_recipient | u-ioc   | -                       | -                     | no
lead            | handler              | u-lead  | -                       | lead_unit             | yes
above           | handler              | u-city  | -                       | lead_unit co_processor | yes
below           | handler              | u-team  | -                       | -                     | no
beside          | handler              | u-co    | -                       | co_processor          | yes
elsewhere       | handler              | u-other | -                       | -                     | no
leader          | approver             | u-lead  | -                       | approver lead_unit    | yes
leader-above    | approver             | u-city  | -                       | approver lead_unit    | yes
leader-beside   | approver             | u-co    | -                       | -                     | yes
leader-below    | approver             | u-team  | -                       | -                     | no
for-handling    | handler              | u-team  | o-handler handle now    | lead_unit             | yes
clerk-deputy    | clerk                | u-lead  | o-handler handle now    | lead_unit             | yes
for-approving   | handler              | u-team  | o-approver approve now  | approver              | yes
beside-deputy   | clerk                | u-co    | o-co handle now         | co_processor          | yes
not-yet         | handler              | u-team  | o-handler handle later  | -                     | no
no-longer       | handler              | u-team  | o-handler handle over   | -                     | no
ended           | handler              | u-team  | o-handler handle ended  | -                     | no
"""
PRIVATE = """
dispatcher      | dispatcher           | u-ioc   | -                       | -                     | no
publisher       | publisher            | u-ioc   | -                       | -                     | no
supervisor      | supervisor           | u-ioc   | -                       | -                     | no
lead            | handler              | u-lead  | -                       | -                     | no
leader          | approver             | u-lead  | -                       | -                     | no
admin           | site_admin           | u-lead  | -                       | -                     | no
hotline         | hotline              | u-ioc   | -                       | -                     | no
for-handling    | handler              | u-team  | o-handler handle now    | -                     | no
for-approving   | handler              | u-team  | o-approver approve now  | -                     | no
recipient | misconduct_recipient | u-other | - | dispatcher lead_unit approver publisher | yes
recused         | misconduct_recipient | u-ioc   | -                       | -                     | no
"""
"""Named in it is somebody of ``u-ioc``: a recipient who works there is recused."""
BY_POLICY = """
leader       | approver | u-lead | -                   | approver lead_unit approver_by_policy | yes
leader-above | approver | u-city | -                   | approver lead_unit approver_by_policy | yes
leader-beside   | approver             | u-co    | -                       | -                     | yes
leader-below    | approver             | u-team  | -                       | -                     | no
for-approving   | handler              | u-team  | o-approver approve now  | approver approver_by_policy | yes
for-handling    | handler              | u-team  | o-handler handle now    | lead_unit             | yes
approving-later | handler              | u-team  | o-approver approve later | -                    | no
approving-over  | handler              | u-team  | o-approver approve over | -                     | no
approving-ended | handler              | u-team  | o-approver approve ended | -                    | no
lead            | handler              | u-lead  | -                       | lead_unit             | yes
beside          | handler              | u-co    | -                       | co_processor          | yes
publisher       | publisher            | u-ioc   | -                       | publisher             | yes
dispatcher      | dispatcher           | u-ioc   | -                       | dispatcher            | yes
supervisor      | supervisor           | u-ioc   | -                       | supervisor            | yes
"""
"""Where the policy lets an approver publish; a private report has its recipient alone, as ever."""


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    name: str
    role: str
    unit: str
    delegation: tuple[str, ...]
    relations: frozenset[str]
    sees: bool


def _row(line: str) -> Row:
    name, role, unit, delegation, relations, sees = (part.strip() for part in line.split("|"))
    made = () if delegation == "-" else tuple(delegation.split())
    found = frozenset() if relations == "-" else frozenset(relations.split())
    return Row(name, role, unit, made, found, sees == "yes")


def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of a table."""
    return tuple(_row(line) for line in table.strip().splitlines())
