"""All fuzz targets in turn: ``python -m tests.fuzz [--seconds N | --executions N | --planted …] [TARGET …]``.

``--seconds N``     each target for so long: the short pass, which ends non-zero when one broke
``--executions N``  each target so often, what earlier passes did included, and on until its last fifth
                    brought nothing new; figures and the inputs worth keeping are kept with the project
``--planted``       each target with its five planted defects, all of which must be found
``--plant``         choose the sites anew (``planted.json``)
``--table``         write the table of the figures kept

What broke something stays in ``build/fuzz``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

from tests.fuzz import figures, planted, planting, table
from tests.fuzz.figures import Pass
from tests.fuzz.passes import OUT, Passes
from tests.fuzz.run import Workshop


def main() -> int:
    """Do what was asked for; 0 when everything held and was found."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--executions", type=int, default=0)
    parser.add_argument("--planted", action="store_true")
    parser.add_argument("--plant", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    asked = parser.parse_args()
    if asked.table:
        write_table()
        return 0
    passes = Passes(Workshop.open(marked=asked.plant or asked.planted))
    names = asked.targets or passes.names
    if asked.plant:
        return plant(passes, names)
    if asked.planted:
        return sum(not find_planted(passes, name) for name in names)
    if asked.executions:
        return sum(not long_pass(passes, name, asked.executions) for name in nearest(names, asked.executions))
    return short_pass(passes, names, asked.seconds)


def short_pass(passes: Passes, names: Sequence[str], seconds: int) -> int:
    """Hunt each target for a while; return how many broke."""
    broken = 0
    for name in names:
        one = passes.hunt(name, seconds)
        print(told(name, one), flush=True)
        broken += not one.held
    return broken


def nearest(names: Sequence[str], executions: int) -> list[str]:
    """Return the targets in the order of the time that each still needs: a pass may be cut short."""
    kept = figures.load()
    return sorted(names, key=lambda name: kept.get(name, Pass()).seconds_left(executions))


def long_pass(passes: Passes, name: str, executions: int) -> bool:
    """Hunt one target on to its bar and keep what came of it; whether it got there."""
    one = passes.hunt_on(name, figures.load().get(name, Pass()), executions)
    print(told(name, one), flush=True)
    figures.save({**figures.load(), name: one})
    if one.held:
        passes.keep(name)
    return one.held and one.is_settled and one.executions >= executions


def plant(passes: Passes, names: Sequence[str]) -> int:
    """Choose the sites of targets anew; return how many targets have too few."""
    few = 0
    for name in names:
        chosen = passes.choose_planted(name)
        planted.save({**planted.load(), name: chosen})
        print(f"{name:20} {len(chosen)} sites", flush=True)
        few += len(chosen) < planted.EACH
    return few


def find_planted(passes: Passes, name: str) -> bool:
    """Look for one target's planted defects and keep when each was found; whether all were."""
    found, sites = passes.find_planted(name), planted.load()[name]
    kept = figures.load()
    figures.save({**kept, name: replace(kept.get(name, Pass()), planted=found)})
    after = max(found.values(), default=0)
    moved = planting.gone(sites)
    missed = [
        f"{site} is gone, --plant {name}" if site in moved else site for site in sites if site not in found
    ]
    print(
        f"{name:20} {len(found)}/{len(sites)} found, the last after {after:,} {', '.join(missed)}", flush=True
    )
    return len(found) == len(sites) == planted.EACH


def write_table() -> None:
    """Write the table of the figures kept."""
    table.write(table.PAGE, table.markdown(figures.load(), planted.load()))


def told(name: str, one: Pass) -> str:
    """Return one target's figures as a line."""
    verdict = "held" if one.held else f"BROKE: see {OUT}/{name}.hunt.log"
    return (
        f"{name:20} {one.executions:>9,} executions {one.per_second:>7,}/s  {one.edges:>4} edges, last new "
        f"at {one.last_new:,}  slowest {one.slowest_ms:.1f} ms  {one.peak_mb} MB  {verdict}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
