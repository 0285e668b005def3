"""Triage twenty reports by keyboard under ibus-unikey: ``python -m tests.input_method [--out DIR]``.

Runs in Telex, then in VNI. The exit code is 0 only where the centre has exactly what was meant.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.input_method.keyboard import Keyboard
from tests.input_method.keystrokes import Method
from tests.input_method.official import Official
from tests.input_method.session import input_session
from tests.input_method.triage import Deed, deeds, differences
from ui.tour.notes import HANDLER
from ui.tour.stage import Stage

WORKSTATION = "desk"


def main() -> int:
    """Triage in both methods; return how many of them failed."""
    parser = argparse.ArgumentParser(prog="input_method", description=__doc__)
    parser.add_argument("--out", type=Path, default=None, help="where pictures and logs go")
    asked = parser.parse_args()
    out = asked.out or Path(tempfile.mkdtemp(prefix="input-method-"))
    return sum(not _triage(out / method.value, method) for method in Method)


def _triage(out: Path, method: Method) -> bool:
    """Triage twenty reports in one method; tell and return whether all of it is as meant."""
    stage = Stage(out.resolve())
    with (
        tempfile.TemporaryDirectory(prefix="ime-") as folder,
        input_session(Path(folder), method) as environment,
    ):
        os.environ.update(environment)
        keyboard = Keyboard(environment, method)
        try:
            stage.centre.start()
            meant = list(deeds(stage.work / "centre" / "central.db"))
            _work(stage, Official(stage.open_program(WORKSTATION), keyboard), meant)
            problems = differences(stage.work / "centre" / "central.db", meant)
        except AssertionError:
            stage.step = "failed"
            stage.photograph()
            raise
        finally:
            stage.clear()
    for problem in problems:
        _say(f"{method.value}: {problem}")
    kinds = len({deed.kind for deed in meant})
    _say(
        f"{method.value}: {len(meant)} reports, {kinds} kinds of command, {keyboard.strokes} keys, "
        f"{len(problems)} problems; see {stage.out}"
    )
    return not problems


def _work(stage: Stage, who: Official, meant: list[Deed]) -> None:
    who.enrol(stage.centre.url, stage.centre.code)
    who.sign_in(HANDLER)
    who.until_filled()
    for number, deed in enumerate(meant, 1):
        who.open(deed.code)
        deed.do(who)
        stage.step = f"{number:02d}-{deed.kind}"
        stage.photograph()


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
