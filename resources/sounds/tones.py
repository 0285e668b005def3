"""The five sounds of the check-in, made from numbers: ``python -m resources.sounds.tones`` writes them.

Each is told apart by its melody, not by its pitch alone: up for in, down for out, the same twice for
repeated, low for refused, three short ones for attention. At most 300 ms, 16 bit mono.
"""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
RATE: Final = 44_100
LONGEST_MS: Final = 300
Tone = tuple[float, int]
"""Frequency in hertz (0 is silence) and length in milliseconds."""

SOUNDS: Final[dict[str, Sequence[Tone]]] = {
    "in": ((659.3, 90), (880.0, 130)),
    "out": ((880.0, 90), (587.3, 130)),
    "repeated": ((698.5, 70), (0.0, 30), (698.5, 70)),
    "refused": ((220.0, 260),),
    "attention": ((987.8, 55), (0.0, 30), (987.8, 55), (0.0, 30), (987.8, 55)),
}
_LOUDNESS = 0.45
_FADE_MS = 8


def samples(tones: Sequence[Tone]) -> list[int]:
    """Return the 16-bit samples of ``tones``, each faded in and out so that nothing clicks."""
    return [value for frequency, length in tones for value in _tone(frequency, length)]


def _tone(frequency: float, length: int) -> list[int]:
    count = RATE * length // 1000
    fade = RATE * _FADE_MS // 1000
    return [
        round(32767 * _LOUDNESS * min(1.0, i / fade, (count - i) / fade) * _wave(frequency * i / RATE))
        for i in range(count)
    ]


def _wave(turns: float) -> float:
    """A soft bell: the tone, and a little of its octave."""
    return 0.85 * math.sin(2 * math.pi * turns) + 0.15 * math.sin(4 * math.pi * turns)


def write(name: str, folder: Path = FOLDER) -> Path:
    """Write the sound ``name`` and return its path."""
    values = samples(SOUNDS[name])
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))
    return path


if __name__ == "__main__":
    for each in SOUNDS:
        write(each)
