"""What the issuer of a card signed, as it is read: the identifier, the security object, what that hashes.

Nothing is proved here: `trust.piv_data` judges it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, TypeVar

from cardio.errors import OBJECT_FAULTS, CardError, ContactlessRefused, ObjectMissing
from cardio.piv import chuid, objects, security_object
from cardio.piv.application import Application
from cardio.piv.chuid import Chuid
from cardio.piv.security_object import SecurityObject

T = TypeVar("T")
Found = Mapping[int, bytes | CardError | None]
"""Values of data objects by tag; the error where one cannot be read, `None` where the card has none."""
FREE: Final = (objects.CHUID, objects.CCC, objects.DISCOVERY, objects.KEY_HISTORY)
"""What can be read without PIN."""
GUARDED: Final = (objects.PRINTED, objects.FACE, objects.FINGERPRINTS)
"""What cannot (SP 800-73-5 part 1, table 3)."""
UNREADABLE: Final = (*OBJECT_FAULTS, ContactlessRefused)
"""Faults of one object, beside which the others can still be read."""


@dataclass(frozen=True, slots=True)
class Issued:
    """`chuid` and `security` are `None` where the card has none, the error with which they were read.

    `found`: every object that was asked for, in the order of asking.
    """

    chuid: Chuid | CardError | None
    security: SecurityObject | CardError | None = None
    found: Found = field(default_factory=dict, repr=False)

    @property
    def contents(self) -> dict[int, bytes]:
        """The values of the objects that could be read, by tag."""
        return {tag: content for tag, content in self.found.items() if isinstance(content, bytes)}

    def beside(self, guarded: Found) -> Issued:
        """The same with what was read behind the PIN."""
        return replace(self, found={**self.found, **guarded})


def read(card: Application) -> Issued:
    """Read what needs no PIN; through the air the identifier alone is in reach (part 1, table 3).

    Raises what ends the conversation.
    """
    tags = (objects.CHUID,) if card.contactless else (*FREE, objects.SECURITY_OBJECT)
    found = read_objects(card, tags)
    identifier = _understood(found[objects.CHUID], chuid.read)
    hashes = _understood(found.get(objects.SECURITY_OBJECT), security_object.read)
    return Issued(identifier, hashes, found)


def read_objects(card: Application, tags: Iterable[int]) -> Found:
    """Read these; raises what ends the conversation."""
    return {tag: _tried(partial(card.object, tag)) for tag in tags}


def _tried(work: Callable[[], T]) -> T | CardError | None:
    try:
        return work()
    except ObjectMissing:
        return None
    except UNREADABLE as error:
        return error


def _understood(content: bytes | CardError | None, parse: Callable[[bytes], T]) -> T | CardError | None:
    return _tried(lambda: parse(content)) if isinstance(content, bytes) else content
