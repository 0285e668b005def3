"""The catalogues hold every text of the sources, translated, and the compiled files are theirs."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources import translations
from resources.translations import __main__ as catalogues

MARKERS = {"translate", "QT_TRANSLATE_NOOP"}
PLACES = re.compile(r"\{\w+\}|%n")


def literals() -> Iterator[tuple[str, str]]:
    """Every (context, source) that a marker is given as literals, read by Python's own parser."""
    for path in catalogues.sources():
        tree = ast.parse((catalogues.PROJECT / path).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS:
                context, source = node.args[:2]
                if isinstance(context, ast.Constant) and isinstance(source, ast.Constant):
                    yield str(context.value), str(source.value)


def messages(language: str) -> dict[tuple[str, str], ET.Element]:
    root = ET.parse(translations.source(language)).getroot()
    return {
        (str(context.findtext("name")), str(message.findtext("source"))): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_literal_of_the_sources_is_in_the_catalogue() -> None:
    wanted = set(literals())
    assert len(wanted) > 300
    assert wanted - set(messages("vi")) == set()


def test_nothing_is_left_in_the_catalogue_that_no_source_says() -> None:
    assert set(messages("vi")) - set(literals()) == set()


def test_every_text_is_translated() -> None:
    assert catalogues.unfinished(translations.source("vi")) == []
    assert catalogues.unfinished(translations.source("en")) == []


def test_translations_keep_the_places() -> None:
    for (context, source), message in messages("vi").items():
        translation = message.find("translation")
        assert translation is not None
        said = "".join(translation.itertext())
        assert sorted(PLACES.findall(said)) == sorted(PLACES.findall(source)), (context, source)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_compiled_file_is_current(language: str, tmp_path: Path) -> None:
    target = tmp_path / "fresh.qm"
    catalogues.release(translations.source(language), target)
    assert target.read_bytes() == translations.compiled(language).read_bytes()


def test_an_untranslated_text_is_reported(tmp_path: Path) -> None:
    copy = tmp_path / "broken.ts"
    shutil.copy(translations.source("vi"), copy)
    text = copy.read_text(encoding="utf-8").replace(
        "<translation>Đăng nhập</translation>", '<translation type="unfinished"></translation>'
    )
    copy.write_text(text, encoding="utf-8")
    assert "SignIn: Sign in" in catalogues.unfinished(copy)


def test_new_texts_are_merged_and_old_translations_kept(tmp_path: Path) -> None:
    copy = tmp_path / "ioc_desk_vi.ts"
    text = translations.source("vi").read_text(encoding="utf-8")
    copy.write_text(
        text.replace("<source>Sign in</source>", "<source>Sign in once</source>"), encoding="utf-8"
    )
    catalogues.update("vi", copy)
    merged = copy.read_text(encoding="utf-8")
    assert "Sign in once" not in merged, "no source says it"
    assert "<source>Sign in</source>" in merged
    assert "Nhập mã PIN" in merged
