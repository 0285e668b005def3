"""Packages are listed truly, their data is shipped, and locks are whole: hashes for all, hosts for none."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from tests.house.layers import imported
from tests.house.tree import ROOT, TOP_PACKAGES, product, tracked

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")
NOT_SHIPPED = {".py", ".pyc"}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    """Package → the rest of its entry: version, marker, hashes."""
    entries = re.split(r"\n(?=\S)", lock_text(name).strip())
    return {entry.split("==")[0]: entry for entry in entries}


def versions(name: str) -> set[str]:
    """Every ``package==version`` of a lock; markers may be wider where more packages are in view."""
    return {entry.split(maxsplit=1)[0] for entry in locked(name).values()}


def normal(requirement: str) -> str:
    """The name of a requirement as PEP 503 spells it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def test_packages_are_those_of_a_clone() -> None:
    run = subprocess.run(
        [sys.executable, ".setup/packages.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_every_kind_of_data_is_shipped(project: dict[str, Any]) -> None:
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    shipped = {PurePosixPath(pattern).suffix or PurePosixPath(pattern).name for pattern in patterns}
    kinds = {
        path.suffix or path.name for path in map(PurePosixPath, tracked()) if path.parts[0] in TOP_PACKAGES
    }
    assert kinds - NOT_SHIPPED - shipped == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    bad = [
        name
        for name, entry in locked(lock).items()
        if not re.match(rf"{name}==[\w.+!-]+ ", entry) or "--hash=sha256:" not in entry
    ]
    assert bad == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_index(lock: str) -> None:
    assert re.findall(r"^--\S+|https?://\S+|file:\S+", lock_text(lock), re.MULTILINE) == []


def test_locks_answer_the_project(project: dict[str, Any]) -> None:
    run = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["sandbox"]]
    dev = [*run, *project["project"]["optional-dependencies"]["dev"]]
    assert {normal(name) for name in run} - set(locked("requirements.lock")) == set()
    assert {normal(name) for name in dev} - set(locked("requirements-dev.lock")) == set()


def test_testing_runs_on_what_is_shipped() -> None:
    shipped, tested = versions("requirements.lock"), versions("requirements-dev.lock")
    assert shipped - tested == set()


def top_level_imports() -> set[str]:
    """The top-level names that the product imports."""
    return {name.split(".")[0] for module in product() for name, _ in imported(module)}


@cache
def distributions() -> Mapping[str, list[str]]:
    """Top-level name → distributions; read once, it opens every installed package's list of files."""
    return packages_distributions()


def providers(name: str) -> set[str]:
    """The installed distributions that a top-level name may come from."""
    return {normal(each) for each in distributions().get(name, [])}


def declared(project: dict[str, Any]) -> set[str]:
    """The packages that running asks for, the sandbox included, where they are installed on every system."""
    extras = project["project"]["optional-dependencies"]["sandbox"]
    return {normal(each) for each in [*project["project"]["dependencies"], *extras] if ";" not in each}


def test_every_imported_package_is_declared(project: dict[str, Any]) -> None:
    foreign = {name for name in top_level_imports() if providers(name)} - {*TOP_PACKAGES, "shiboken6"}
    assert [name for name in sorted(foreign) if not providers(name) & declared(project)] == []


def test_every_declared_package_is_imported(project: dict[str, Any]) -> None:
    used = {each for name in top_level_imports() for each in providers(name)}
    assert declared(project) - used == set()


def test_the_web_engine_stays_out() -> None:
    assert {"pyside6", "pyside6-webengine"} & set(locked("requirements-dev.lock")) == set()
