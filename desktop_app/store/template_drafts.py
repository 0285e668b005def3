"""Templates being written: kept as one types, gone once the centre has them or they are thrown away."""

from __future__ import annotations

from typing import Final

import msgspec

from desktop_app.domain.templates import WriteTemplate
from desktop_app.store.database import Database
from desktop_app.store.values import read_value, write_value

_NAME: Final = "template.drafts"


class TemplateDrafts:
    """The unsaved templates of one person, by the template's id, in their own encrypted store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, WriteTemplate]:
        """Return what was not saved; nothing where a newer program wrote it."""
        with self._database.reading() as connection:
            raw = read_value(connection, _NAME)
        try:
            return msgspec.json.decode(raw or "{}", type=dict[str, WriteTemplate])
        except msgspec.ValidationError:
            return {}

    def keep(self, template_id: str, draft: WriteTemplate) -> None:
        """Keep ``draft`` as it stands; raises ``StoreError``."""
        self._write({**self.all(), template_id: draft})

    def drop(self, template_id: str) -> None:
        """Forget a draft; raises ``StoreError``."""
        self._write({key: one for key, one in self.all().items() if key != template_id})

    def _write(self, drafts: dict[str, WriteTemplate]) -> None:
        with self._database.write() as tx:
            write_value(tx.connection, _NAME, msgspec.json.encode(drafts).decode())
