from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.ruleset import RuleSetError
from storage import rulesets


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Packed rule sets that lie in a folder of the test's own."""
    (tmp_path / "2026-bufdir.toml").write_text(rulesets.rule_set_text("2026-bufdir"), "utf-8")
    (tmp_path / "README.md").write_text("no rule set", "utf-8")
    monkeypatch.setattr(rulesets, "_folder", lambda: tmp_path)
    for function in (rulesets.load_rule_sets, rulesets.rule_set_text):
        function.cache_clear()
    yield tmp_path
    for function in (rulesets.load_rule_sets, rulesets.rule_set_text):
        function.cache_clear()


def test_only_rule_sets_are_read(folder: Path) -> None:
    assert list(rulesets.load_rule_sets()) == ["2026-bufdir"]


def test_a_rule_set_under_another_name_is_refused(folder: Path) -> None:
    (folder / "2026-bufdir.toml").rename(folder / "2027-bufdir.toml")

    with pytest.raises(
        RuleSetError, match=r"2027-bufdir\.toml: key: must be the file's name, not 2026-bufdir"
    ):
        rulesets.load_rule_sets()


def test_a_rule_set_that_cannot_be_used_is_named_with_its_problems(folder: Path) -> None:
    (folder / "2028-bufdir.toml").write_text('key = "2028-bufdir"\nyaer = 1\n', "utf-8")

    with pytest.raises(RuleSetError) as error:
        rulesets.load_rule_sets()

    assert "2028-bufdir.toml: yaer: unknown key" in error.value.problems
    assert "2028-bufdir.toml: grant_year: missing key" in error.value.problems
