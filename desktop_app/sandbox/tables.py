"""The schema of the central database, in SQLAlchemy Core and free of any dialect.

Sequence numbers (``seq``) are allocated under the one writer's lock, so they become visible in
commit order. An interval ``entered … left`` counts from the first to before the second.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """An aware datetime, kept as UTC; databases that drop the zone lose nothing."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Store UTC without a zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def _id(
    name: str, *, primary_key: bool = False, nullable: bool = False, index: bool = False
) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), primary_key=primary_key, nullable=nullable, index=index)


def _flag(name: str, default: bool) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, default=default)


metadata = sa.MetaData()

# --- the server itself: its id, its epoch, the head of its feed -----------------------------------
setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
feed_head = sa.Table(
    "feed_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("horizon", sa.BigInteger, nullable=False),  # older cursors are gone (410)
)

# --- entities and the feed -------------------------------------------------------------------------
entity = sa.Table(
    "entity",
    metadata,
    sa.Column("entity", sa.String(16), primary_key=True),
    _id("id", primary_key=True),
    sa.Column("seq", sa.BigInteger, nullable=False, unique=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("lookup", sa.String(64), index=True),  # a report's code; an entry's report
    _flag("removed", default=False),
    sa.Column("data", sa.JSON, nullable=False),
)
presence = sa.Table(
    "presence",  # an entity lies in a scope from ``entered`` until ``left``
    metadata,
    sa.Column("scope", sa.String(80), primary_key=True),
    sa.Column("entity", sa.String(16), primary_key=True),
    _id("id", primary_key=True),
    sa.Column("entered", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("left", sa.BigInteger),
    sa.Column("changed", sa.BigInteger, nullable=False),
    sa.Index("presence_changed", "scope", "changed"),
    sa.Index("presence_entity", "entity", "id"),
    sa.Index("presence_moved", "changed"),
)
scope_grant = sa.Table(
    "scope_grant",  # a person holds a scope from ``entered`` until ``left``
    metadata,
    _id("person_id", primary_key=True),
    sa.Column("scope", sa.String(80), primary_key=True),
    sa.Column("entered", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("left", sa.BigInteger),
)
announcement = sa.Table(
    "announcement",  # "look at this entity again": a right of this person changed
    metadata,
    _id("person_id", primary_key=True),
    sa.Column("entity", sa.String(16), primary_key=True),
    _id("id", primary_key=True),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Index("announcement_seq", "person_id", "seq"),
    sa.Index("announcement_told", "seq"),
)

# --- people (``person.id`` is the officer's id) -----------------------------------------------------
person = sa.Table(
    "person",
    metadata,
    _id("id", primary_key=True),
    sa.Column("person_ref", sa.String(64), nullable=False, unique=True),  # random, never a citizen number
    _flag("active", default=True),
)
post = sa.Table(
    "post", metadata, _id("person_id", primary_key=True), _id("unit_id", primary_key=True)
)  # a person's units: the officer's own and any further one
approval = sa.Table(
    "approval",  # as the leader's card signed it, verified; named in the answer by its SHA-256
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    _id("report_id", index=True),
    _id("person_id"),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("signed", sa.Text, nullable=False),
)
deputy = sa.Table(
    "deputy",
    metadata,
    _id("person_id", primary_key=True),
    _id("unit_id", primary_key=True),
    sa.Column("starts", UtcDateTime, nullable=False),
    sa.Column("ends", UtcDateTime, nullable=False),
)
card_certificate = sa.Table(
    "card_certificate",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),  # hex, of the DER
    _id("person_id"),
    sa.Column("slot", sa.String(2), nullable=False),  # "9A" signs in, "9E" taps, "ID" a number
)

# --- events ------------------------------------------------------------------------------------------
event_log = sa.Table(
    "event_log",
    metadata,
    _id("id", primary_key=True),
    sa.Column("payload_sha256", sa.String(64), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    _id("entity_id"),
    sa.Column("after", sa.String(64)),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("version", sa.Integer),  # the entity's, once applied
    _id("by"),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("result", sa.JSON, nullable=False),
    sa.Index("event_of_entity", "entity_id", "version"),
)

# --- files -------------------------------------------------------------------------------------------
upload = sa.Table(
    "upload",  # a file on its way (tus 1.0), until it is whole or its time is over
    metadata,
    _id("id", primary_key=True),
    _id("report_id"),
    _id("person_id"),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("length", sa.BigInteger, nullable=False),
    sa.Column("offset", sa.BigInteger, nullable=False),
    sa.Column("expires_at", UtcDateTime, nullable=False, index=True),
)
upload_piece = sa.Table(
    "upload_piece",
    metadata,
    _id("upload_id", primary_key=True),
    sa.Column("offset", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
blob = sa.Table(
    "blob",  # a file that is whole; an orphan until an event attaches it
    metadata,
    _id("report_id", primary_key=True),
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("media_type", sa.String(32), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("copy", sa.LargeBinary, nullable=False),  # without camera data
    _id("person_id"),
    _flag("attached", default=False),
    sa.Column("arrived_at", UtcDateTime, nullable=False),
)

# --- workstations and tokens ---------------------------------------------------------------------------
workstation = sa.Table(
    "workstation",
    metadata,
    _id("id", primary_key=True),
    _id("terminal_id"),
    sa.Column("thumbprint", sa.String(64), nullable=False, unique=True),  # RFC 7638, of ``jwk``
    sa.Column("jwk", sa.JSON, nullable=False),
    sa.Column("key_class", sa.String(16), nullable=False),
    sa.Column("hostname", sa.Text, nullable=False),
    sa.Column("modes", sa.JSON, nullable=False),
    sa.Column("enrolled_at", UtcDateTime, nullable=False),
    _flag("active", default=True),
)
enrolment_code = sa.Table(
    "enrolment_code",
    metadata,
    sa.Column("code_sha256", sa.String(64), primary_key=True),
    sa.Column("expires_at", UtcDateTime, nullable=False),
    sa.Column("used_at", UtcDateTime),
)
enrolment_failure = sa.Table(
    "enrolment_failure",
    metadata,
    _id("id", primary_key=True),
    sa.Column("address", sa.String(64), nullable=False, index=True),
    sa.Column("at", UtcDateTime, nullable=False),
)
spent = sa.Table(
    "spent",  # values that count once: proof and assertion ids, sign-in nonces
    metadata,
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("expires_at", UtcDateTime, nullable=False, index=True),
)
token = sa.Table(
    "token",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String(8), nullable=False),  # access, refresh
    _id("family"),
    sa.Column("predecessor", sa.String(64)),  # the refresh token this pair was made from
    _id("workstation_id"),
    sa.Column("person_id", sa.String(64)),
    sa.Column("thumbprint", sa.String(64), nullable=False),
    sa.Column("certificate", sa.LargeBinary),  # DER of the card that signed in
    sa.Column("expires_at", UtcDateTime, nullable=False),
    sa.Column("family_expires_at", UtcDateTime, nullable=False),
    _flag("used", default=False),
    sa.Index("token_family", "family"),
)

# --- attendance ------------------------------------------------------------------------------------------
terminal = sa.Table(
    "terminal",
    metadata,
    _id("id", primary_key=True),
    _id("workstation_id"),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("last_seq", sa.BigInteger, nullable=False),
    sa.Column("head_hash", sa.String(64), nullable=False),
    sa.Column("claimed_seq", sa.BigInteger, nullable=False),  # the highest a checkpoint spoke of
)
journal_row = sa.Table(
    "journal_row",
    metadata,
    _id("terminal_id", primary_key=True),
    sa.Column("epoch", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("hash", sa.String(64), primary_key=True),  # hex SHA-256 of ``terminal_jws``
    _id("event_id", index=True),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("card_jws", sa.Text),
    sa.Column("terminal_jws", sa.Text, nullable=False),
    sa.Column("card_chain", sa.JSON),
    sa.Column("status", sa.String(16), nullable=False),  # stored, quarantined
    sa.Column("reason", sa.String(32)),
    sa.Column("received_at", UtcDateTime, nullable=False),
)
checkpoint = sa.Table(
    "checkpoint",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    _id("terminal_id", index=True),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
    sa.Column("jws", sa.Text, nullable=False),
    sa.Column("received_at", UtcDateTime, nullable=False),
)
alarm = sa.Table(
    "alarm",
    metadata,
    _id("id", primary_key=True),
    _id("terminal_id", index=True),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("detail", sa.JSON, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
