"""Five short sounds; silent where the computer has no audio device or no sound library."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

import resources
from ui.kiosk.faces import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)
# Qt looks for PipeWire first and says so when it then takes PulseAudio or ALSA.
_QUIET = "qt.multimedia.*=false"


class Sounds(QObject):
    """``play`` returns at once; the effects are loaded with the object, so the first is as quick as any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects: dict[Sound, QSoundEffect] = self._load()

    def _load(self) -> dict[Sound, QSoundEffect]:
        QLoggingCategory.setFilterRules(_QUIET)
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            _log.info("no sound library: the kiosk is silent")
            return {}
        if not QMediaDevices.audioOutputs():
            _log.info("no audio device: the kiosk is silent")
            return {}
        effects = {}
        for sound in Sound:
            effects[sound] = QSoundEffect(self)
            effects[sound].setSource(QUrl.fromLocalFile(str(resources.locate(f"sounds/{sound.value}.wav"))))
        return effects

    def play(self, sound: Sound) -> None:
        """Play ``sound`` unless there is nothing to play it on."""
        effect = self._effects.get(sound)
        if effect is not None:
            effect.play()
