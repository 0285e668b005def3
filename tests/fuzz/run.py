"""One target under the fuzzer, in its own process: ``python -m tests.fuzz.run TARGET CORPUS SECONDS``."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cardio", "desktop_app"], enable_loader_override=False):
    from tests.fuzz.targets import TARGETS, Target

MEMORY_MB = 1024
SLOWEST_SECONDS = 5


def test_one(target: Target, data: bytes) -> None:
    """Run the parser once; anything but a typed error ends the process and keeps the input."""
    try:
        target.parse(data)
    except target.allowed:
        return


def main() -> None:
    """Write the seeds and fuzz until the time is over."""
    name, corpus, seconds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    target = TARGETS[name]
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-timeout={SLOWEST_SECONDS}",
        f"-artifact_prefix={corpus.parent}/{name}-",
        "-print_final_stats=1",
    ]
    atheris.Setup(options, lambda data: test_one(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
