"""Every fault of a search and every name refused has its own sentence, which wants no data."""

import ast
import inspect

from desktop_app.store import saved_filters, search_compiler, search_syntax
from tests.support.errors import places
from ui.wording.listing import LISTING


def literals(module: object) -> set[str]:
    """The codes that a module speaks of."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {
        each
        for each in words
        if isinstance(each, str) and each.startswith(("search_", "filter_")) and " " not in each
    }


def test_every_code_has_a_sentence_of_its_own() -> None:
    codes = literals(search_compiler) | literals(search_syntax) | literals(saved_filters)
    assert {"search_bad_date", "filter_name_taken"} <= codes <= set(LISTING)
    titles = [entry.title for entry in LISTING.values()]
    assert len(set(titles)) == len(titles)


def test_no_sentence_wants_data() -> None:
    assert [code for code, entry in LISTING.items() if places(entry)] == []
