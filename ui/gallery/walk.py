"""The walk: one program a screen, one visit after another, every window in every appearance."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ui.gallery import at_readers, unsent, visits
from ui.gallery.colliding import Collision
from ui.gallery.index import write_index
from ui.gallery.looks import CHECK, EXAMINED, LANGUAGES, SCREENS, Screen
from ui.gallery.visit import Visit
from ui.tour.notes import COLLEAGUE, DESK, HANDLER
from ui.tour.official import Official
from ui.tour.pseudo_locale import PSEUDO
from ui.tour.remote import NeverHappened
from ui.tour.stage import FolderOfOthers, Stage

_TURNSTILE, _LANE = "turnstile", "chỉ ra: làn RA"


def run(out: Path, only: str = "") -> int:
    """Photograph everything into ``out`` and write ``index.html``; return 0 when every view was reached.

    ``only`` names one of ``SCREENS``; empty for all of them; ``check`` examines every view without a picture.
    """
    screens = [screen for screen in (*SCREENS, CHECK) if screen.name == only or (not only and screen.schemes)]
    if not screens:
        _say(f"no such screen: {only}; there: {', '.join(screen.name for screen in SCREENS)}")
        return 2
    try:
        stage = Stage(out.resolve())
    except FolderOfOthers as others:
        _say(f"gallery: {others}")
        return 2
    missed: list[str] = []
    faults: dict[str, list[str]] = {}
    try:
        stage.centre.start()
        for screen in screens:
            missed += _on(stage, screen, faults)
    finally:
        stage.clear()
    pictures = sorted(stage.shots.glob("*.png"))
    write_index(stage.out / "index.html", pictures)
    (stage.out / "faults.json").write_text(json.dumps(faults, ensure_ascii=False, indent=1), encoding="utf-8")
    told = f"{len(pictures)} pictures, {len(missed)} views not reached, {len(faults)} with faults"
    _say(f"gallery: {told}; see {stage.out}")
    return 1 if missed or faults else 0


def _on(stage: Stage, screen: Screen, faults: dict[str, list[str]]) -> Iterator[str]:
    """Make every visit on one screen, noting ``faults``; yield the views that were not reached."""
    os.environ["QT_QPA_PLATFORM"] = screen.describe(stage.work / f"{screen.name}.json")
    is_new = not stage.home(DESK).exists()
    who = Official(stage.open_program(DESK))
    who.program.resize(*screen.window)
    if is_new:
        _look(who, stage, "enrolment", screen, faults)
        who.enrol(stage.centre.url, stage.centre.code)
    yield from _make(visits.door(), who, stage, screen, faults)
    who.program.press("Rút thẻ")
    yield from _make(at_readers.door(), who, stage, screen, faults)
    if is_new:
        collision = Collision(stage)
        who.sign_in(HANDLER)
        yield from _make(collision.before(), who, stage, screen, faults)
        who = collision.at_kiosk(who)
        who.program.resize(*screen.window)
        yield from _make(collision.taps(), who, stage, screen, faults)
        who = collision.reopened()
        who.program.resize(*screen.window)
        yield from _make(collision.after(), who, stage, screen, faults)
        who.leave()
        who.sign_in(COLLEAGUE)
        yield from _make(unsent.cut_off(stage.centre), who, stage, screen, faults)
        who.program.press("Rút thẻ")
        stage.centre.stop()  # where the views did not get so far
        stage.centre.start()
    for card, views in visits.PEOPLE:
        who.sign_in(card)
        yield from _make(views(), who, stage, screen, faults)
        who.leave()
    yield from _make(visits.kiosk(), who, stage, screen, faults)
    yield from _make(at_readers.at_kiosk(), who, stage, screen, faults)
    stage.close_program(DESK)
    yield from _at_the_turnstile(stage, screen, faults)


def _at_the_turnstile(stage: Stage, screen: Screen, faults: dict[str, list[str]]) -> Iterator[str]:
    """Visit the kiosk of another computer, enrolled for a lane."""
    is_new = not stage.home(_TURNSTILE).exists()
    who = Official(stage.open_program(_TURNSTILE))
    if is_new:
        who.enrol(stage.centre.url, stage.centre.code, _LANE)
    yield from _make(visits.lane(), who, stage, screen, faults)
    stage.close_program(_TURNSTILE)


def _make(
    views: Iterable[Visit], who: Official, stage: Stage, screen: Screen, faults: dict[str, list[str]]
) -> Iterator[str]:
    for view in views:
        try:
            view.go(who)
        except NeverHappened as missing:
            _say(f"not reached: {view.name}-{screen.name}: {missing.what}")
            yield f"{view.name}-{screen.name}"
        seen = replace(screen, schemes=screen.schemes[-1:]) if view.own_colours else screen
        _look(who, stage, view.name, seen, faults)


def _look(who: Official, stage: Stage, name: str, screen: Screen, faults: dict[str, list[str]]) -> None:
    """Photograph what is on screen in every appearance, then examine it in the last one."""
    stem = f"{name}-{screen.name}"
    if screen.pseudo and screen.schemes:
        who.program.wear(stage.shots, stem, screen.schemes[:1], screen.text_scale, [PSEUDO])
    who.program.wear(stage.shots, stem, screen.schemes, screen.text_scale, LANGUAGES)
    for spoken, found in who.program.examine(EXAMINED if screen.pseudo else LANGUAGES).items():
        if found:
            faults[f"{stem}-{spoken}"] = found
            for fault in found:
                _say(f"{stem}-{spoken}: {fault}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command's output
