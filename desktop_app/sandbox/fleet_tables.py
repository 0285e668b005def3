"""The schema of what is done to workstations: epochs begun anew, terminals left out, wipes, recoveries.

Each row stays: these are acts of named persons on somebody else's work.
"""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.sandbox.tables import UtcDateTime, metadata

terminal_epoch = sa.Table(
    "terminal_epoch",  # an epoch that did not begin with an enrolment, by whose order
    metadata,
    sa.Column("terminal_id", sa.String(64), primary_key=True),
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("order_sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("order_jws", sa.Text, nullable=False),
    sa.Column("head_hash", sa.String(64), nullable=False),
    sa.Column("by", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
checkpoint_taken = sa.Table(
    "checkpoint_taken",  # when a checkpoint was taken, by its own clock but never later than it came
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("terminal_id", sa.String(64), nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Index("checkpoint_taken_of_terminal", "terminal_id", "epoch", "at", "seq"),
)
left_out = sa.Table(
    "left_out",  # a terminal that lists through a moment go on without, by whose order
    metadata,
    sa.Column("order_sha256", sa.String(64), primary_key=True),
    sa.Column("terminal_id", sa.String(64), primary_key=True),
    sa.Column("order_jws", sa.Text, nullable=False),
    sa.Column("through", UtcDateTime, nullable=False, index=True),
    sa.Column("reason", sa.String(500), nullable=False),
    sa.Column("by", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
wipe_order = sa.Table(
    "wipe_order",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("workstation_id", sa.String(64), nullable=False, index=True),
    sa.Column("by", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("confirmed_at", UtcDateTime),
    sa.Column("accounts", sa.Integer),  # how many stores were deleted
    sa.Column("sealed", sa.Integer),  # how many of them left sealed work behind
)
recovery = sa.Table(
    "recovery",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("person_id", sa.String(64), nullable=False, index=True),
    sa.Column("sealed_sha256", sa.String(64), nullable=False),
    sa.Column("approved_by", sa.JSON, nullable=False),  # the two admins
    sa.Column("orders", sa.JSON, nullable=False),  # what each of them signed, verbatim
    sa.Column("items", sa.Integer, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
