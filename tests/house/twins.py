"""Every module has its twin: ``cardio/piv/session.py`` is proved by ``tests/cardio/piv/test_session.py``."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.house.tree import Module

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

WITHOUT_TWIN: dict[str, str] = {
    "desktop_app/__main__.py": "starts the program: the tour runs it as a process",
    "cardio/pcsc.py": "has no meaning without the real stack: tests/pcsc/",
    **dict.fromkeys(
        (
            f"cardio/errors/{name}.py"
            for name in ("certificates", "conversation", "pins", "readers", "tokens")
        ),
        "holds data alone: tests/cardio/errors/test_card_error.py goes through every class",
    ),
    **dict.fromkeys(
        (
            *(
                f"ui/tour/{name}.py"
                for name in (
                    "agent",
                    "darkroom",
                    "day",
                    "official",
                    "program",
                    "remote",
                    "stage",
                    "telephone",
                )
            ),
            *(
                f"ui/tour/acts/{name}.py"
                for name in (
                    "answer",
                    "cable",
                    "colleagues",
                    "counter",
                    "door",
                    "kiosk",
                    "morning",
                    "paper",
                    "rooms",
                )
            ),
        ),
        "is itself a proof, run whole over the real program: the gate's tour stage",
    ),
    **dict.fromkeys(
        (
            f"ui/gallery/{name}.py"
            for name in (
                "at_counter",
                "at_readers",
                "at_supervision",
                "colliding",
                "forged",
                "handing_on",
                "paper",
                "unsent",
                "visit",
            )
        ),
        "is itself a proof: every view is reached and photographed, or the gate's gallery stage fails",
    ),
}
"""Module → who proves it instead."""

TOPICS: dict[str, str] = {
    "tests/desktop_app/sandbox/test_workflow_enforced.py": "every pair of the workflow table, over the wire",
    "tests/desktop_app/sandbox/web/test_odd_names.py": "names that are none, in every path and parameter",
    "tests/desktop_app/sandbox/web/test_signed_texts.py": "what is no signed text, wherever one is expected",
    "tests/ui/sign_in/test_tokens.py": "the page with a token of a maker's module, in place of a card",
}
"""Test files in the mirror that belong to no single module → what they show."""


def twin_of(path: str) -> str:
    """Where the twin of a module lies; ``__main__`` has ``test_main.py``, a package ``test_init.py``."""
    module = PurePosixPath(path)
    return str("tests" / module.with_name(f"test_{module.stem.strip('_')}.py"))


def twinless(modules: Iterable[Module], tests: Collection[str]) -> list[str]:
    """Modules without a twin; packages and modules of nothing but a docstring have nothing to prove."""
    return [
        module.path
        for module in modules
        if not module.is_package
        and len(module.tree.body) > 1
        and module.path not in WITHOUT_TWIN
        and twin_of(module.path) not in tests
    ]


def orphans(modules: Collection[str], tests: Iterable[str]) -> list[str]:
    """Test files below a mirrored folder whose module is gone or renamed."""
    modules_by_twin = {twin_of(path): path for path in modules}
    mirrored = tuple(f"tests/{top}/" for top in {PurePosixPath(path).parts[0] for path in modules})
    return [
        test
        for test in tests
        if test.startswith(mirrored)
        and PurePosixPath(test).name.startswith("test_")
        and test not in modules_by_twin
        and test not in TOPICS
    ]
