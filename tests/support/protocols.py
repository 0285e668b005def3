"""Protocols looked up once: on Python 3.11 each ``isinstance`` with one reads its members anew."""

from __future__ import annotations

import functools
import typing


def remember_protocols() -> None:
    """Look up a protocol's members once, as Python 3.12 does: each look takes longer than many a parser."""
    typing._get_protocol_attrs = functools.cache(typing._get_protocol_attrs)  # type: ignore[attr-defined]
