"""Home and settings: defaults, round trip, policy, bad files."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.settings import HOME_VARIABLE, Home, SettingFixed, Settings, SettingsUnreadable

NO_POLICY = Path("no-such-policy.toml")


def test_the_home_is_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert Home.default().root == tmp_path
    monkeypatch.delenv(HOME_VARIABLE)
    assert Home.default().root != tmp_path


def test_a_home_creates_its_folders_and_names_its_files(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.create()
    assert home.logs.is_dir()
    names = {home.terminal_db, home.account_db("a"), home.vault_file("a"), home.settings_file}
    names |= {home.enrolment_file, home.workstation_key_file, home.sandbox}
    assert len(names) == 7
    assert all(path.parent == home.root for path in names)


def test_defaults_without_any_file(tmp_path: Path) -> None:
    found = Settings.load(tmp_path / "settings.toml", NO_POLICY)
    assert found == Settings()
    assert found.language == "vi"


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    wanted = Settings().changed(
        language="en", reader_roles={'Đầu đọc "1" \\ 00': "attendance"}, modes=("kiosk",), sounds=False
    )
    wanted.save(file)
    assert Settings.load(file, NO_POLICY) == wanted


@given(name=st.text(min_size=1).filter(lambda text: text.isprintable() or "\n" in text))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_readers_name_survives(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.toml"
    Settings().changed(reader_roles={name: "staff"}).save(file)
    assert tomllib.loads(file.read_text(encoding="utf-8"))["reader_roles"] == {name: "staff"}


@pytest.mark.parametrize("line", ["text_scale = 90", "text_scale = 201", 'scheme = "sepia"'])
def test_an_appearance_nobody_can_wear_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as caught:
        Settings.load(file, NO_POLICY)
    assert caught.value.field == line.partition(" ")[0]


def test_the_policy_overrides_and_fixes(tmp_path: Path) -> None:
    file, policy = tmp_path / "settings.toml", tmp_path / "policy.toml"
    Settings().changed(language="en", idle_minutes=30).save(file)
    policy.write_text("idle_minutes = 5\n", encoding="utf-8")
    found = Settings.load(file, policy)
    assert (found.language, found.idle_minutes) == ("en", 5)
    assert found.fixed("idle_minutes")
    assert not found.fixed("language")
    with pytest.raises(SettingFixed) as refused:
        found.changed(idle_minutes=60)
    assert refused.value.name == "idle_minutes"
    found.changed(language="vi").save(file)
    assert "idle_minutes" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "field"),
    [("language = 'fr'", "language"), ("idle_minutes = 'x'", "idle_minutes"), ("language =", "")],
)
def test_a_bad_file_is_named_with_the_field(tmp_path: Path, text: str, field: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsUnreadable) as unreadable:
        Settings.load(file, NO_POLICY)
    assert unreadable.value.path == file
    assert unreadable.value.field == field


def test_a_newer_programs_setting_is_let_be(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("hologram = true\nlanguage = 'en'\n", encoding="utf-8")
    assert Settings.load(file, NO_POLICY).language == "en"


def test_a_sealed_copy_set_apart_keeps_its_account_and_makes_room(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.set_sealed_apart("a")  # nothing is there: nothing happens
    for content in (b"first", b"second", b"second"):
        home.sealed_file("a").write_bytes(content)
        home.set_sealed_apart("a")
    assert not home.sealed_file("a").exists()
    assert sorted(path.read_bytes() for path in home.sealed_files()) == [b"first", b"second"]
    assert home.accounts() == ["a"]
