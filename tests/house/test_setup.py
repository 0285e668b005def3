"""The way from a bare machine: what is installed, when it is not, and what is told to whom."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.house.tree import ROOT

SETUP = ROOT / ".setup"


def script(name: str, **names: object) -> SimpleNamespace:
    """A script's functions; the given globals are replaced in their module."""
    loaded = SimpleNamespace(**runpy.run_path(str(SETUP / name)))
    for function in vars(loaded).values():
        if callable(function) and hasattr(function, "__globals__"):
            function.__globals__.update(names)
    return loaded


def apt_list(name: str) -> list[str]:
    text = (SETUP / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what an installation depends on, with the interpreter of a ``.venv`` in place."""
    for name in ("requirements-build.lock", "requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    python = tmp_path / ".venv" / "python"
    python.parent.mkdir()
    python.touch()
    return tmp_path


@pytest.fixture
def install(tree: Path) -> SimpleNamespace:
    return script("install.py", ROOT=tree, VENV=tree / ".venv", PYTHON=tree / ".venv" / "python")


def stamp(install: SimpleNamespace, tree: Path, purpose: str) -> None:
    text = install.fingerprint(install.LOCKS[purpose])
    (tree / ".venv" / f"ready-to-{purpose}").write_text(text, encoding="ascii")


def test_a_stamped_installation_is_ready(install: SimpleNamespace, tree: Path) -> None:
    assert not install.is_ready("run")
    stamp(install, tree, "run")
    assert install.is_ready("run")
    assert not install.is_ready("test")


def test_what_is_ready_to_test_is_ready_to_run(install: SimpleNamespace, tree: Path) -> None:
    stamp(install, tree, "test")
    assert install.is_ready("test")
    assert install.is_ready("run")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", "requirements-build.lock"])
def test_a_changed_file_asks_for_a_new_installation(install: SimpleNamespace, tree: Path, name: str) -> None:
    stamp(install, tree, "run")
    with (tree / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert not install.is_ready("run")


def test_a_venv_without_interpreter_is_not_ready(install: SimpleNamespace, tree: Path) -> None:
    stamp(install, tree, "run")
    (tree / ".venv" / "python").unlink()
    assert not install.is_ready("run")


def test_packages_are_the_folders_that_a_clone_has(tmp_path: Path) -> None:
    for file in (
        "cardio/a.py",
        "cardio/piv/a.py",
        "strange/a.py",
        "ui/icons/dark/a.svg",
        "ui/untracked/a.py",
    ):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    for command in (["init", "--quiet"], ["add", "cardio", "strange", "ui/icons"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, timeout=20)
    found = script("packages.py").packages_in(tmp_path)
    assert found == ["cardio", "cardio.piv", "ui", "ui.icons", "ui.icons.dark"]


def test_the_package_list_is_replaced_and_nothing_else() -> None:
    before = 'name = "x"\npackages = [\n    "old",\n]\nother = [1]\n'
    after = 'name = "x"\npackages = [\n    "cardio",\n    "ui.icons",\n]\nother = [1]\n'
    assert script("packages.py").with_packages(before, ["cardio", "ui.icons"]) == after


def test_running_installs_no_virtual_reader() -> None:
    assert "vsmartcard-vpcd" not in apt_list("apt-run.txt")
    assert "vsmartcard-vpcd" in apt_list("apt-test.txt")


def test_apt_lists_do_not_overlap() -> None:
    names = apt_list("apt-run.txt") + apt_list("apt-test.txt")
    assert sorted(set(names)) == sorted(names)


def test_help_lists_every_command_for_people() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert {name for name in phony.split() if not name.startswith("ready-to-")} == commands_of_the_makefile()


def commands_of_the_makefile() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):[^#\n]*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", ".ci/run"])
def test_documents_name_commands_that_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"(?:^ +|`|\{ |' )make (?:--\S+ )?([a-z][a-z-]*)", text, re.MULTILINE)
    assert named
    assert {command for command in named if not command.startswith("ready-to-")} <= commands_of_the_makefile()


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


USER, ROOT_USER = "1000", "0"


def program(path: Path, *lines: str) -> None:
    """Put a small shell script in place."""
    path.write_text("\n".join(["#!/bin/bash", *lines, ""]), encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A search path with little on it: Debian with nothing installed, where nobody may use sudo."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "dirname", "sed", "tr", "sort", "comm", "awk", "cat"):
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    program(folder / "dpkg-query", "exit 0")
    program(folder / "sudo", "exit 1")
    program(folder / "apt-get", 'echo "apt-get ran: $*"')
    program(folder / "env", '[[ $1 == *=* ]] && shift; exec "$@"')
    return folder


def bootstrap(tools: Path, purpose: str, user: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script as this user id would on a machine with these tools only."""
    program(tools / "id", f"echo {user}")
    return subprocess.run(
        [tools / "bash", SETUP / "bootstrap", purpose],
        env={"PATH": str(tools), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


def apt_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if "apt-get install" in line]


def test_without_rights_the_one_apt_line_is_printed_and_nothing_is_done(tools: Path) -> None:
    run = bootstrap(tools, "run", USER)
    assert run.returncode == 1
    (line,) = apt_lines(run.stderr)
    assert set(apt_list("apt-run.txt")) <= set(line.split())
    assert "vsmartcard-vpcd" not in run.stderr
    assert "createcluster" not in run.stderr
    assert "apt-get ran" not in run.stdout


def test_testing_asks_for_the_test_packages_and_keeps_the_virtual_reader_private(tools: Path) -> None:
    (line,) = apt_lines(bootstrap(tools, "test", USER).stderr)
    assert set(apt_list("apt-test.txt")) <= set(line.split())
    assert "--path-exclude=/etc/reader.conf.d/vpcd" in line


def test_the_apt_line_can_be_pasted_into_a_shell(tools: Path) -> None:
    (line,) = apt_lines(bootstrap(tools, "test", USER).stderr)
    program(tools / "sudo", 'exec "$@"')
    program(tools / "apt-get", 'for word in "$@"; do echo "<$word>"; done')
    pasted = subprocess.run(
        [tools / "bash", "-c", line],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    ).stdout.splitlines()
    assert pasted[:2] == ["<update>", "<install>"]
    assert "<DPkg::Post-Invoke::=rm -f /etc/postgresql-common/createcluster.d/without-main.conf>" in pasted
    assert {f"<{name}>" for name in apt_list("apt-test.txt")} <= set(pasted)


def test_where_there_is_no_sudo_the_line_asks_for_root(tools: Path) -> None:
    (tools / "sudo").unlink()
    (line,) = apt_lines(bootstrap(tools, "run", USER).stderr)
    assert line.startswith('su - -c "apt-get update && apt-get install ')


def test_no_database_of_the_system_is_made(tools: Path) -> None:
    """Debian's package would make a cluster and start it as a unit; the tests bring their own."""
    assert "create_main_cluster = off" in bootstrap(tools, "test", ROOT_USER).stdout


def test_an_installed_postgresql_keeps_its_ways(tools: Path) -> None:
    program(tools / "dpkg-query", r"printf 'installed\tpostgresql, \n'")
    assert "createcluster" not in bootstrap(tools, "test", ROOT_USER).stdout


def test_only_missing_packages_are_asked_for(tools: Path) -> None:
    installed = "".join(f"installed\\t{name}, \\n" for name in apt_list("apt-run.txt") if name != "libgl1")
    program(tools / "dpkg-query", f"printf '{installed}'")
    assert "Debian packages to install: libgl1\n" in bootstrap(tools, "run", ROOT_USER).stderr


def test_a_renamed_package_counts_by_the_name_it_provides(tools: Path) -> None:
    program(
        tools / "dpkg-query",
        r"printf 'installed\tlibglib2.0-0t64, libglib2.0-0 (= 2.80), x\n'",
    )
    assert "libglib2.0-0" not in bootstrap(tools, "run", USER).stderr


def test_a_removed_package_is_missing(tools: Path) -> None:
    program(tools / "dpkg-query", r"printf 'config-files\tlibgl1, \n'")
    assert "libgl1" in bootstrap(tools, "run", USER).stderr


def test_root_installs_and_says_so_aloud(tools: Path) -> None:
    run = bootstrap(tools, "run", ROOT_USER)
    assert "Working as root" in run.stderr
    assert "apt-get ran: install" in run.stdout


def test_with_sudo_only_apt_is_elevated(tools: Path) -> None:
    program(tools / "sudo", '[[ $1 == -n ]] || echo "elevated: $*"')
    elevated = [line for line in bootstrap(tools, "run", USER).stdout.splitlines() if "elevated" in line]
    assert [line.split()[1:3] for line in elevated] == [
        ["apt-get", "update"],
        ["env", "DEBIAN_FRONTEND=noninteractive"],
    ]


def test_make_under_sudo_is_refused(tools: Path) -> None:
    run = bootstrap(tools, "run", ROOT_USER, SUDO_UID=USER)
    assert run.returncode == 1
    assert "without sudo" in run.stderr
    assert "apt-get ran" not in run.stdout


def test_a_failed_download_is_tried_once_more(tools: Path) -> None:
    program(tools / "sleep", "exit 0")
    program(tools / "apt-get", 'echo "apt-get ran: $*"; exit 1')
    run = bootstrap(tools, "run", ROOT_USER)
    assert run.returncode == 1
    assert run.stdout.count("apt-get ran: update") == 2


def test_without_a_fitting_python_the_versions_are_named(tools: Path) -> None:
    run = bootstrap(tools, "run", ROOT_USER)
    assert run.returncode == 1
    assert "Python 3.11, 3.12 or 3.13 is needed" in run.stderr
