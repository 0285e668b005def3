"""What ARCHITECTURE and README name is there, and ARCHITECTURE places every room and every thread."""

from __future__ import annotations

import pytest

from tests.house import layers, named, shape
from tests.house.tree import ROOT, Module, product, suite, tracked

DOCUMENTS = ("ARCHITECTURE.md", "README.md")
STORE = Module(
    "desktop_app/store/inbox_plan.py",
    '"""Plans."""\nMOST: int = 5\nclass Plan:\n    cost: int\n    def read(self): ...\n',
)
ROOM = Module("ui/desk/__init__.py", '"""Desk."""')


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_is_there(document: str) -> None:
    assert named.missing_paths(read(document), tracked()) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_leads_somewhere(document: str) -> None:
    assert named.missing_names(read(document), [*product(), *suite()]) == []


def test_the_map_has_every_room() -> None:
    below = [module for module in product() if module.top != "resources"]
    assert named.unplaced_rooms(named.section(read("ARCHITECTURE.md"), "Map"), below) == []


def test_the_floors_have_every_room_of_the_core() -> None:
    floors = named.section(read("ARCHITECTURE.md"), "Floors")
    rooms = [module for module in product() if module.top == "desktop_app" and module.is_package]
    missing = [module.stem for module in rooms if module.path.count("/") == 2 and module.stem not in floors]
    assert missing == []


def test_the_homes_of_libraries_are_told() -> None:
    told = named.section(read("ARCHITECTURE.md"), "One rule").lower().replace("-", "_")
    libraries = {name for name, homes in layers.HOMES.items() if homes and "." not in name}
    assert {name for name in libraries - shape.STANDARD if name.lower() not in told} == set()


def test_the_threads_are_told_of() -> None:
    assert named.unplaced_threads(named.section(read("ARCHITECTURE.md"), "Threads"), product()) == []


@pytest.mark.parametrize("path", ["desktop_app/store/gone.py", "desktop_app/gone/", "desktop_app/sync/x"])
def test_a_path_that_is_gone_is_seen(path: str) -> None:
    assert named.missing_paths(f"see `{path}`", [STORE.path]) == [path]


@pytest.mark.parametrize(
    "path", ["desktop_app/store/", "desktop_app/store/inbox_plan", STORE.path, "build/tour/", "vi/en"]
)
def test_a_path_that_is_there_or_none_of_ours_is_not(path: str) -> None:
    assert named.missing_paths(f"see `{path}`", [STORE.path]) == []


@pytest.mark.parametrize(
    "name", ["store.outbox_rows", "inbox_plan.LEAST", "Plan.price", "desktop_app.store.inbox_plan.Gone"]
)
def test_a_name_that_leads_nowhere_is_seen(name: str) -> None:
    assert named.missing_names(f"see `{name}`", [STORE]) == [name]


@pytest.mark.parametrize(
    "name",
    ["store.inbox_plan", "inbox_plan.MOST", "inbox_plan.Plan.read", "Plan.cost", "time.monotonic", "Plan.db"],
)
def test_a_name_that_leads_somewhere_is_not(name: str) -> None:
    assert named.missing_names(f"see `{name}`", [STORE]) == []


def test_a_room_without_a_place_is_seen() -> None:
    assert named.unplaced_rooms("| `ui/shell` |", [ROOM]) == ["ui/desk"]
    assert named.unplaced_rooms("| `ui/shell`, `desk` |", [ROOM]) == []


@pytest.mark.parametrize(
    "source",
    [
        'Thread(target=run, name="reader")',
        'threading.Thread(target=run, name=f"reader-{x}")',
        'NAME: Final = "reader"\nLoop(NAME, step)',
        'run_aside("reader", work)',
        'ThreadPoolExecutor(4, thread_name_prefix="reader")',
    ],
)
def test_a_thread_without_a_place_is_seen(source: str) -> None:
    module = Module("cardio/a.py", source)
    assert len(named.unplaced_threads("| `writer` |", [module])) == 1
    assert named.unplaced_threads("| `reader-<x>` |", [module]) == []


def test_only_what_stands_under_its_heading_counts() -> None:
    assert named.section("# A\n\n## Map\n`ui/desk`\n\n## Threads\n`push`\n", "Map").strip() == "`ui/desk`"
    assert named.quoted("`a`\n```\n`b`\n```\n`c`") == ["a", "c"]
