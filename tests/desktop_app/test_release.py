"""Which build this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from unittest.mock import patch

from desktop_app import release


def test_an_installed_program_knows_its_version() -> None:
    release.build.cache_clear()
    with patch.object(release, "version", return_value="1.2.3"):
        assert release.build() == "1.2.3"
    release.build.cache_clear()


def test_one_that_was_not_installed_says_so() -> None:
    release.build.cache_clear()
    with patch.object(release, "version", side_effect=PackageNotFoundError):
        assert release.build() == "unreleased"
    release.build.cache_clear()
