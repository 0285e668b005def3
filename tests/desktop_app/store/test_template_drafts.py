"""Templates being written outlive the page, the lock and the program; what is saved is forgotten."""

from __future__ import annotations

from desktop_app.domain.templates import WriteTemplate
from desktop_app.store.account import AccountStore
from desktop_app.store.values import write_value

DRAFT = WriteTemplate("u", "submit", None, "vi", "Tên", "Chữ …", None, 2)


def test_drafts_are_kept_by_template(store: AccountStore) -> None:
    drafts = store.template_drafts
    assert drafts.all() == {}
    drafts.keep("a", DRAFT)
    drafts.keep("b", DRAFT)
    drafts.drop("a")
    drafts.drop("unknown")
    assert drafts.all() == {"b": DRAFT}


def test_what_a_newer_program_wrote_is_passed_over(store: AccountStore) -> None:
    with store.write() as tx:
        write_value(tx.connection, "template.drafts", '{"a": {"newer": true}}')
    assert store.template_drafts.all() == {}
