"""Attendance as evidence: each card-signed row with both chains and its receipt, for any JOSE tool.

One JSON object a line: ``card_jws``, ``terminal_jws``, ``card_x5c`` and ``terminal_x5c`` (base64 DER,
leaf first, up to the root), ``receipt`` (compact JWS, null while none came). The key that signed the
receipts lies beside the rows, as PEM.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc.jwk import KeySet

from desktop_app import jose

if TYPE_CHECKING:
    from cryptography import x509

    from desktop_app.store.journal import JournalRow
    from desktop_app.store.terminal import TerminalStore

RECEIPT_KEY_FILE: Final = "server-key.pem"
_PAGE = 500


def lines(store: TerminalStore, terminal_chain: Sequence[x509.Certificate]) -> Iterator[dict[str, Any]]:
    """Yield every row of the journal in its order, those that no card signed with ``card_jws`` null."""
    terminal_x5c = jose.x5c(terminal_chain)
    for row in _rows(store):
        yield {
            "card_jws": row.card_jws,
            "terminal_jws": row.terminal_jws,
            "card_x5c": [b64encode(der).decode("ascii") for der in row.card_chain],
            "terminal_x5c": terminal_x5c,
            "receipt": store.outbox.receipt_of(row.epoch, row.seq),
        }


def export(
    store: TerminalStore, terminal_chain: Sequence[x509.Certificate], receipt_keys: KeySet, path: Path
) -> int:
    """Write the rows to ``path`` as JSON Lines and the receipt key beside them; return how many rows.

    Raises OSError, ``StoreError``.
    """
    path.with_name(RECEIPT_KEY_FILE).write_bytes(_public_keys(receipt_keys))
    count = 0
    with path.open("w", encoding="ascii", newline="\n") as file:
        for line in lines(store, terminal_chain):
            file.write(json.dumps(line) + "\n")
            count += 1
    return count


def _public_keys(keys: KeySet) -> bytes:
    """The centre's receipt keys as PEM blocks, for tools that take no JWKS; more than one after a change."""
    return b"".join(
        key.public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[union-attr]  # none is symmetric
        for key in keys.keys
    )


def _rows(store: TerminalStore) -> Iterator[JournalRow]:
    for epoch in store.journal.epochs():
        first = 1
        while page := store.journal.rows(first, first + _PAGE - 1, epoch):
            yield from page
            first = page[-1].seq + 1
