"""The page of templates for a person of the city, with a centre that notes what it is asked."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.matters import TEMPLATE
from desktop_app.domain.templates import Template
from desktop_app.news import DirectoryChanged
from tests.ui.arranging.conftest import Bench, bench_of
from ui.templates.page import TemplatesPage

__all__ = ["bench_of"]

PageOf = Callable[[Bench], TemplatesPage]


def tell(bench: Bench, template: Template) -> None:
    """Let the feed bring a template, and tell of it."""
    with bench.place.store.write() as tx:
        bench.place.store.directory.put(tx, TEMPLATE, msgspec.to_builtins(template))
    bench.place.bus.publish(DirectoryChanged())


@pytest.fixture
def page_of(qtbot: QtBot) -> PageOf:
    """Return a function that opens the page at a bench."""

    def seat(bench: Bench) -> TemplatesPage:
        page = TemplatesPage(bench.place.session, bench.place.bridge, bench.desk.tasks)
        qtbot.addWidget(page)
        page.resize(1366, 700)
        page.show()
        return page

    return seat
