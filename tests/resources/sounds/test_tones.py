"""The sound files are what the numbers say: five, short, different, without clicks."""

import wave
from pathlib import Path

import pytest

from resources.sounds import tones


@pytest.mark.parametrize("name", tones.SOUNDS)
def test_the_file_is_what_the_numbers_say(name: str, tmp_path: Path) -> None:
    assert tones.write(name, tmp_path).read_bytes() == (tones.FOLDER / f"{name}.wav").read_bytes()


@pytest.mark.parametrize("name", tones.SOUNDS)
def test_sounds_are_short_mono_and_not_clipped(name: str) -> None:
    with wave.open(str(tones.FOLDER / f"{name}.wav"), "rb") as file:
        assert file.getnchannels() == 1
        assert file.getnframes() * 1000 / file.getframerate() <= tones.LONGEST_MS
    values = tones.samples(tones.SOUNDS[name])
    assert 10_000 < max(map(abs, values)) < 32_767


def test_every_tone_begins_and_ends_in_silence() -> None:
    values = tones.samples(((440.0, 100),))
    assert values[0] == 0
    assert abs(values[-1]) < 400


def test_no_two_sounds_are_alike() -> None:
    assert len({tuple(tones.samples(melody)) for melody in tones.SOUNDS.values()}) == 5
