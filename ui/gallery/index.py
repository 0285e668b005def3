"""The page over the pictures: each role's journey in its order, every appearance of a view side by side."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from ui.gallery.looks import SCREENS

REST: Final = "Ảnh khác"
"""The heading over pictures of no journey."""
_STYLE = (
    "body{font-family:sans-serif;margin:2em;max-width:90em}nav a{margin-right:1.5em}"
    "figure{display:inline-block;width:30%;margin:0 1% 1em 0;vertical-align:top}"
    "img{width:100%;border:1px solid #ccc}figcaption{font-size:80%;color:#555}h2{margin-top:2em}"
)


def write_index(path: Path, pictures: Iterable[Path], journeys: Mapping[str, Sequence[str]]) -> None:
    """Write the page to ``path``; ``pictures`` lie in a folder beside it.

    ``journeys``: whose they are, and the names of their views in the order of the walk.
    """
    named = {picture.stem: picture for picture in sorted(pictures)}
    links = "".join(f'<a href="#{at}">{html.escape(title)}</a>' for at, title in enumerate(journeys))
    body = "".join(_chapter(at, title, journeys[title], named) for at, title in enumerate(journeys))
    rest = "".join(_figure(picture) for picture in named.values() if f'/{picture.name}"' not in body)
    head = f"<!doctype html><meta charset=utf-8><title>IOC Desk</title><style>{_STYLE}</style>"
    others = f"<h2>{html.escape(REST)}</h2>{rest}" if rest else ""
    path.write_text(f"{head}<nav>{links}</nav>{body}{others}", encoding="utf-8")


def _chapter(number: int, title: str, views: Sequence[str], named: dict[str, Path]) -> str:
    return f'<h2 id="{number}">{html.escape(title)}</h2>' + "".join(_view(view, named) for view in views)


def _view(view: str, named: dict[str, Path]) -> str:
    """A view in every appearance; the names of views may begin alike, so the screen's follows at once."""
    beginnings = tuple(f"{view}-{screen.name}-{scheme}" for screen in SCREENS for scheme in screen.schemes)
    found = [picture for stem, picture in named.items() if stem.startswith(beginnings)]
    return f"<h3>{html.escape(view)}</h3>" + "".join(map(_figure, found)) if found else ""


def _figure(picture: Path) -> str:
    source = f"{picture.parent.name}/{html.escape(picture.name)}"
    caption = html.escape(picture.stem)
    return (
        f'<figure><a href="{source}"><img loading="lazy" src="{source}" alt="{caption}"></a>'
        f"<figcaption>{caption}</figcaption></figure>"
    )
