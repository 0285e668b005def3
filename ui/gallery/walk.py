"""The walk: one program a screen, one visit after another, every window in every appearance."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from ui.gallery import at_readers, forged, unsent, visits
from ui.gallery.colliding import Collision
from ui.gallery.index import write_index
from ui.gallery.looks import CHECK, EXAMINED, LANGUAGES, SCREENS, Screen
from ui.gallery.visit import Visit
from ui.tour.notes import COLLEAGUE, DESK, HANDLER
from ui.tour.official import Card, Official
from ui.tour.pseudo_locale import PSEUDO
from ui.tour.remote import NeverHappened
from ui.tour.stage import FolderOfOthers, Stage

DOOR: Final = "Trước khi đăng nhập"
KIOSK: Final = "Máy chấm công"
"""The journeys that are nobody's."""
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
    found = Found()
    try:
        stage.centre.start()
        for screen in screens:
            _on(stage, screen, found)
    finally:
        stage.clear()
        pictures = sorted(stage.shots.glob("*.png"))
        write_index(stage.out / "index.html", pictures, found.journeys)
    faults = json.dumps(found.faults, ensure_ascii=False, indent=1)
    (stage.out / "faults.json").write_text(faults, encoding="utf-8")
    told = f"{len(pictures)} pictures, {len(found.missed)} views not reached, {len(found.faults)} with faults"
    _say(f"gallery: {told}; see {stage.out}")
    return 1 if found.missed or found.faults else 0


@dataclass
class Found:
    """What the walks on all screens came by.

    ``journeys``: who sees which views, in the order of the walk; ``missed``: the views not reached;
    ``faults``: what is wrong with a view, by its name, screen and language.
    """

    journeys: dict[str, list[str]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def miss(self, view: str, missing: NeverHappened) -> None:
        """Note that something was not reached."""
        _say(f"not reached: {view}: {missing.what}")
        self.missed.append(view)


@dataclass
class Walk:
    """Through one program on one screen; ``who`` is at it, and another one once it was opened again."""

    who: Official
    stage: Stage
    screen: Screen
    found: Found

    def take(self, who: Official) -> None:
        """Go on with a program that has just been opened."""
        self.who = who
        who.program.resize(*self.screen.window)

    def make(self, journey: str, views: Iterable[Visit]) -> None:
        """Make visits of somebody's journey, one after another."""
        for view in views:
            known = self.found.journeys.setdefault(journey, [])
            if view.name not in known:
                known.append(view.name)
            try:
                view.go(self.who)
            except NeverHappened as missing:
                self.found.miss(f"{view.name}-{self.screen.name}", missing)
                self._photograph(view)
            else:
                self._see(view)
            self._examine(view)

    def sit_down(self, card: Card, views: Iterable[Visit]) -> None:
        """Sign in with a card, make its person's visits, and leave."""
        try:
            self.who.sign_in(card)
            self.make(card.label, views)
            self.who.leave()
        except NeverHappened as missing:
            self.found.miss(f"{card.label}-{self.screen.name}", missing)
            with contextlib.suppress(NeverHappened):
                self.who.program.press("Rút thẻ")

    def _see(self, view: Visit) -> None:
        if view.passing:
            self._catch(view)
        else:
            self._photograph(view)

    def _photograph(self, view: Visit) -> None:
        """Photograph what is on screen in every appearance."""
        screen = replace(self.screen, schemes=self.screen.schemes[-1:]) if view.own_colours else self.screen
        stem, wear = f"{view.name}-{screen.name}", self.who.program.wear
        if screen.pseudo and screen.schemes:
            wear(self.stage.shots, stem, screen.schemes[:1], screen.text_scale, [PSEUDO])
        wear(self.stage.shots, stem, screen.schemes, screen.text_scale, LANGUAGES)

    def _catch(self, view: Visit) -> None:
        """Photograph what passes, brought about anew for each appearance."""
        screen = self.screen
        for number, (scheme, spoken) in enumerate(screen.appearances):
            if number:
                view.go(self.who)
            stem = f"{view.name}-{screen.name}"
            self.who.program.wear(self.stage.shots, stem, [scheme], screen.text_scale, [spoken])

    def _examine(self, view: Visit) -> None:
        """Note what is wrong with what is on screen."""
        spoken = EXAMINED if self.screen.pseudo else LANGUAGES
        for language, found in self.who.program.examine(spoken).items():
            if found:
                name = f"{view.name}-{self.screen.name}-{language}"
                self.found.faults[name] = found
                for fault in found:
                    _say(f"{name}: {fault}")


def _on(stage: Stage, screen: Screen, found: Found) -> None:
    """Make every visit on one screen."""
    os.environ["QT_QPA_PLATFORM"] = screen.describe(stage.work / f"{screen.name}.json")
    is_new = not stage.home(DESK).exists()
    walk = Walk(Official(stage.open_program(DESK)), stage, screen, found)
    walk.take(walk.who)
    if is_new:
        walk.make(DOOR, visits.before_enrolment())
        walk.who.enrol(stage.centre.url, stage.centre.code)
    walk.make(DOOR, visits.door())
    walk.who.program.press("Rút thẻ")
    walk.make(DOOR, at_readers.door())
    if is_new:
        _collide(walk)
    for card, views in visits.PEOPLE:
        walk.sit_down(card, views())
    walk.make(KIOSK, visits.kiosk())
    walk.make(KIOSK, at_readers.at_kiosk())
    walk.make(KIOSK, forged.receipts(stage.centre))
    stage.close_program(DESK)
    _at_the_turnstile(stage, screen, found)


def _collide(walk: Walk) -> None:
    """See work that met something: without an answer, overtaken, refused; then work that nobody has yet."""
    stage, collision = walk.stage, Collision(walk.stage)
    walk.who.sign_in(HANDLER)
    walk.make(HANDLER.label, collision.before())
    walk.take(collision.at_kiosk(walk.who))
    walk.make(HANDLER.label, collision.taps())
    walk.take(collision.reopened())
    walk.make(HANDLER.label, collision.after())
    walk.who.leave()
    walk.who.sign_in(COLLEAGUE)
    walk.make(COLLEAGUE.label, unsent.cut_off(stage.centre))
    walk.who.program.press("Rút thẻ")
    stage.centre.stop()  # where the views did not get so far
    stage.centre.start()


def _at_the_turnstile(stage: Stage, screen: Screen, found: Found) -> None:
    """Visit the kiosk of another computer, enrolled for a lane."""
    is_new = not stage.home(_TURNSTILE).exists()
    walk = Walk(Official(stage.open_program(_TURNSTILE)), stage, screen, found)
    if is_new:
        walk.who.enrol(stage.centre.url, stage.centre.code, _LANE)
    walk.make(KIOSK, visits.lane())
    stage.close_program(_TURNSTILE)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command's output
