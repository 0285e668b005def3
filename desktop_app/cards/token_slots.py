"""The slots of the configured PKCS#11 modules: which tokens are in, and what each module is doing.

One thread per module asks its child once a second. A token that comes or goes is told by the events of a
card, under a name of its own where a reader's would stand, so that whoever follows cards follows tokens.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from cardio import events
from cardio.errors import CardError, CardRemoved, TokenModuleFailed
from desktop_app.aside import run_aside

if TYPE_CHECKING:
    from cardio.pkcs11 import Token, TokenModule
    from desktop_app.bus import Bus

LOOK_SECONDS: Final = 1.0
AFTER_FAULT_SECONDS: Final = 5.0
"""A module that failed gets a new child after this: none is started over and over."""
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TokenSlot:
    """A token that is in; ``name`` stands where a reader's name would."""

    name: str
    module: Path
    token: Token = field(repr=False)


@dataclass(frozen=True, slots=True)
class ModuleState:
    """A configured module as last asked: ``asked`` is False before that, ``fault`` why it did not answer."""

    path: Path
    asked: bool = False
    fault: TokenModuleFailed | None = None
    tokens: int = 0


class TokenSlots:
    """The tokens of every configured module; thread-safe."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._lock = threading.Lock()
        self._watches: dict[Path, _Watch] = {}

    def use(self, paths: Sequence[str]) -> None:
        """Watch exactly these modules from now on; the child of one that is left out is ended."""
        wanted = {Path(path) for path in paths}
        with self._lock:
            ended = [self._watches.pop(path) for path in list(self._watches) if path not in wanted]
            begun = [_Watch(path, self._bus) for path in sorted(wanted - self._watches.keys())]
            self._watches.update({watch.path: watch for watch in begun})
        for watch in ended:
            watch.stop()
        for watch in begun:
            watch.start()

    def stop(self) -> None:
        """End every child. Idempotent."""
        self.use(())

    def slots(self) -> tuple[TokenSlot, ...]:
        """Return the tokens that are in and set up."""
        return tuple(slot for watch in self._all() for slot in watch.slots())

    def find(self, name: str) -> TokenSlot | None:
        """Return the token of this name, None once it left."""
        return next((slot for slot in self.slots() if slot.name == name), None)

    def modules(self) -> tuple[ModuleState, ...]:
        """Return the configured modules, for the settings and the doctor."""
        return tuple(watch.state for watch in self._all())

    def submit(self, name: str, work: Callable[[TokenModule, Token], T]) -> Future[T]:
        """Do ``work`` with a token on a thread of its own; the future raises ``CardRemoved`` without it."""
        return run_aside("token", lambda: self._with(name, work))

    def _with(self, name: str, work: Callable[[TokenModule, Token], T]) -> T:
        for watch in self._all():
            for slot in watch.slots():
                if slot.name == name:
                    return watch.with_token(slot, work)
        raise CardRemoved

    def _all(self) -> list[_Watch]:
        with self._lock:
            return list(self._watches.values())


class _Watch:
    """One module, its child, and the thread that asks it."""

    def __init__(self, path: Path, bus: Bus) -> None:
        from cardio.pkcs11 import TokenModule  # few workstations have a module

        self.path = path
        self.state = ModuleState(path)
        self._module = TokenModule(path)
        self._bus = bus
        self._slots: dict[str, TokenSlot] = {}
        self._stopping = threading.Event()
        self._look_now = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"token-watch-{path.name}", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End the child and the thread; tokens are told as removed."""
        self._stopping.set()
        self._look_now.set()
        self._module.close()
        self._thread.join(1.0)
        self._take(())

    def slots(self) -> list[TokenSlot]:
        """The tokens that are in."""
        return list(self._slots.values())

    def with_token(self, slot: TokenSlot, work: Callable[[TokenModule, Token], T]) -> T:
        """Do ``work``; a module that failed over it is looked at anew."""
        try:
            return work(self._module, slot.token)
        except TokenModuleFailed as fault:
            self.state = ModuleState(self.path, asked=True, fault=fault)
            raise
        finally:
            self._look_now.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            wait = LOOK_SECONDS
            try:
                found = [token for token in self._module.tokens() if token.initialised]
                self.state = ModuleState(self.path, asked=True, tokens=len(found))
                self._take(found)
            except CardError as problem:
                if self._stopping.is_set():
                    break
                wait = AFTER_FAULT_SECONDS
                self._failed(problem)
            self._look_now.wait(wait)
            self._look_now.clear()
        self._module.close()

    def _failed(self, problem: CardError) -> None:
        fault = problem if isinstance(problem, TokenModuleFailed) else TokenModuleFailed("refused")
        if self.state.fault is None:
            _log.info("token module %s: %s", self.path.name, fault.reason)
        self.state = ModuleState(self.path, asked=True, fault=fault)
        self._take(())

    def _take(self, tokens: Sequence[Token]) -> None:
        before = self._slots
        now = {slot.name: slot for slot in (self._slot(token) for token in tokens)}
        self._slots = now
        for name in before.keys() - now.keys():
            self._bus.publish(events.CardRemoved(name, b""))
        for name in now.keys() - before.keys():
            self._bus.publish(events.CardInserted(name, b""))

    def _slot(self, token: Token) -> TokenSlot:
        return TokenSlot(f"{token.label or self.path.stem} ({token.serial or token.slot})", self.path, token)


def try_module(path: Path) -> ModuleState:
    """Load a module in a child of its own and ask it once; blocks for seconds where it misbehaves."""
    from cardio.pkcs11 import TokenModule

    module = TokenModule(path)
    try:
        return ModuleState(path, asked=True, tokens=len([t for t in module.tokens() if t.initialised]))
    except TokenModuleFailed as fault:
        return ModuleState(path, asked=True, fault=fault)
    finally:
        module.close()
