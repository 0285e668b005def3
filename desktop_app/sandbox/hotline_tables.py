"""The schema of what a hotline leaves at the centre beside reports: who called, sealed, and who looked."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.sandbox.tables import UtcDateTime, metadata

caller = sa.Table(
    "caller",  # one call: the words of who called are a JWE that only the centre's own key opens
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),  # the event that brought it
    sa.Column("report_id", sa.String(64), nullable=False, index=True),
    sa.Column("sealed", sa.Text, nullable=False),
    sa.Column("taken_by", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
caller_number = sa.Table(
    "caller_number",  # a call's telephone number as a hash under the centre's key, empty where it told none
    metadata,
    sa.Column("call_id", sa.String(64), primary_key=True),
    sa.Column("tag", sa.String(64), nullable=False, index=True),
)
caller_look_up = sa.Table(
    "caller_look_up",  # written before a word is given out
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("report_id", sa.String(64), nullable=False, index=True),
    sa.Column("by", sa.String(64), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("found", sa.Integer, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
