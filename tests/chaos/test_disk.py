"""The disk after a power cut: what was synced stays, what was not may be anything."""

from __future__ import annotations

import random

from tests.chaos.disk import Confirm, Delete, Op, Record, Sync, Truncate, Write

A, B = Write("f", 0, b"aaaa"), Write("f", 2, b"bbbb")


def left(*ops: Op, before: dict[str, bytes] | None = None) -> dict[str, bytes]:
    return Record(ops, {}).left(before or {}, len(ops), None)


def possible(*ops: Op, before: dict[str, bytes] | None = None) -> set[bytes | None]:
    """Every content that a hundred cuts at the end leave."""
    record = Record(ops, {})
    return {record.left(before or {}, len(ops), random.Random(n)).get("f") for n in range(100)}


def test_only_what_was_synced_is_there() -> None:
    assert left(A) == {}
    assert left(A, Sync("f"), B) == {"f": b"aaaa"}
    assert left(A, B, Sync("f")) == {"f": b"aabbbb"}
    assert left(A, Sync("other")) == {}
    assert left(before={"f": b"old"}) == {"f": b"old"}


def test_of_the_rest_any_part_may_be_there_in_any_order() -> None:
    assert possible(A, Sync("f"), B) == {b"aaaa", b"aabbbb"}
    whole = {None, b"aaaa", b"\0\0bbbb", b"aabbbb"}
    torn = {b"", b"\0\0"}  # of less than a sector nothing arrives; the file is there all the same
    assert whole <= possible(A, B) <= whole | torn


def test_writes_are_torn_at_sectors() -> None:
    sizes = {len(content or b"") for content in possible(Write("f", 0, bytes(2048)))}
    assert sizes == {0, 512, 1024, 1536, 2048}


def test_a_longer_and_a_shorter_file() -> None:
    assert left(Write("f", 3, b"x"), Sync("f")) == {"f": b"\0\0\0x"}
    assert left(A, Truncate("f", 1), Sync("f")) == {"f": b"a"}
    assert left(A, Truncate("f", 6), Sync("f")) == {"f": b"aaaa\0\0"}
    assert possible(Truncate("f", 0), before={"f": b"old"}) == {b"old", b""}


def test_a_deletion_counts_once_it_is_durable() -> None:
    assert left(Delete("f", durable=False), before={"f": b"old"}) == {"f": b"old"}
    assert possible(Delete("f", durable=False), before={"f": b"old"}) == {b"old", None}
    assert left(Delete("f", durable=True), before={"f": b"old"}) == {}
    assert left(Delete("f", durable=False), A, Sync("f"), before={"f": b"longer"}) == {"f": b"aaaa"}


def test_a_cut_forgets_what_came_after_it() -> None:
    record = Record((A, Sync("f"), Confirm(("done", "1")), B, Sync("f"), Confirm(("done", "2"))), {})
    assert record.confirmed(4) == [("done", "1")]
    assert record.left({}, 4, None) == {"f": b"aaaa"}
    assert record.left({}, 6, None) == {"f": b"aabbbb"}
    assert record.left({}, 4, None) == {"f": b"aaaa"}  # the record itself is never changed
