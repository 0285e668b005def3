"""Who had which anchors of citizens' documents installed and removed, read back from what each admin signed.

Every change carries its statement; here its signature is checked once more, so that a row put into the store
by other hands shows as nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cardio.redaction import holder_name, redacted
from desktop_app import jose
from desktop_app.jose import JwsInvalid

if TYPE_CHECKING:
    from desktop_app.store.anchor_table import AnchorChange

REMOVED: Final = "remove"


@dataclass(frozen=True, slots=True)
class AnchorDeed:
    """One change. ``action`` is ``install_…`` (a ``FileKind``) or ``remove``, empty with ``who`` unproved.

    ``who`` is the name on the admin's card, redacted; ``titles`` are the certificates, where few were named.
    """

    at: datetime
    who: str = ""
    action: str = ""
    titles: tuple[str, ...] = ()


def deed(change: AnchorChange) -> AnchorDeed:
    """Return what the change was and who signed for it."""
    try:
        header = jose.unverified(change.statement).header
        signer, *_ = jose.read_x5c(header.get("x5c"))
        key = jose.certificate_key(signer)
        said = jose.verify(change.statement, jose.Kind.ANCHOR_CHANGE, key).claims
    except (JwsInvalid, ValueError):
        return AnchorDeed(change.at)
    return AnchorDeed(change.at, holder_name(signer), str(said.get("action", "")), _titles(said))


def _titles(said: Mapping[str, Any]) -> tuple[str, ...]:
    named = said.get("titles")
    return tuple(redacted(str(one)) for one in named) if isinstance(named, list) else ()
