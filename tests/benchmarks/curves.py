"""Curves as a small SVG: both axes logarithmic, one polyline for each, its name at its end."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

WIDTH, HEIGHT, MARGIN, NAMES = 900, 520, 50, 330
_COLOURS: Final = ("#0b5394", "#38761d", "#990000", "#b45f06", "#351c75", "#134f5c", "#741b47", "#5b5b00")


def picture(curves: Mapping[str, Mapping[int, float]]) -> str:
    """Return an SVG document; each curve is work → milliseconds, all positive."""
    points = [(work, spent) for curve in curves.values() for work, spent in curve.items()]
    works, costs = [math.log10(work) for work, _ in points], [math.log10(spent) for _, spent in points]
    left, right, low, high = min(works), max(works), math.floor(min(costs)), math.ceil(max(costs))

    def place(work: float, spent: float) -> tuple[float, float]:
        across = (work - left) / max(1e-9, right - left)
        up = (spent - low) / max(1e-9, high - low)
        return MARGIN + across * (WIDTH - MARGIN - NAMES), HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-size="11">']
    parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>')
    for decade in range(low, high + 1):
        x, y = place(left, decade)
        parts.append(f'<path d="M{x:.0f} {y:.0f}H{WIDTH - NAMES}" stroke="#ddd"/>')
        parts.append(f'<text x="4" y="{y + 4:.0f}">{10.0**decade:g} ms</text>')
    for decade in range(math.ceil(left), math.floor(right) + 1):
        x, _ = place(decade, low)
        parts.append(
            f'<text x="{x:.0f}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">{10**decade:,}</text>'
        )
    for number, (name, curve) in enumerate(curves.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        dashes = ' stroke-dasharray="5 3"' if number >= len(_COLOURS) else ""
        line = [place(math.log10(work), math.log10(spent)) for work, spent in sorted(curve.items())]
        told = " ".join(f"{x:.1f},{y:.1f}" for x, y in line)
        parts.append(f'<polyline points="{told}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes}/>')
        row = MARGIN + 16 * number
        x = WIDTH - NAMES + 12
        parts.append(f'<path d="M{x} {row - 4}h24" stroke="{colour}" stroke-width="1.5"{dashes}/>')
        parts.append(f'<text x="{x + 30}" y="{row}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])
