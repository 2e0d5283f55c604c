"""Locks and generated files are told to be stale when they are, and locks name no registry."""

from pathlib import Path

from deploy.generated import Generated, stale, write
from deploy.locks import LOCKS, PREFIX, fingerprint, stale_locks

PYPROJECT = """
[project]
requires-python = ">=3.11"
dependencies = ["b>=1", "a>=2"]
[dependency-groups]
dev = ["c"]
node = ["n"]
uv = ["u"]
"""
ROOT = Path(__file__).parents[2]


def lay(root: Path, pyproject: str) -> None:
    """Write *pyproject* and locks that answer to it."""
    (root / "pyproject.toml").write_text(pyproject)
    for name, groups in LOCKS.items():
        (root / name).write_text(f"{PREFIX}{fingerprint(pyproject, groups)}\na==2\n")


def test_locks_made_from_these_requirements_are_fresh(tmp_path: Path) -> None:
    lay(tmp_path, PYPROJECT)

    assert stale_locks(tmp_path) == []


def test_a_new_requirement_makes_every_lock_stale_a_new_tool_only_the_developers(tmp_path: Path) -> None:
    lay(tmp_path, PYPROJECT)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT.replace("a>=2", "a>=3"))
    assert stale_locks(tmp_path) == ["requirements.lock", "requirements-dev.lock"]

    (tmp_path / "pyproject.toml").write_text(PYPROJECT.replace('["c"]', '["c", "d"]'))
    assert stale_locks(tmp_path) == ["requirements-dev.lock"]


def test_the_order_of_requirements_and_other_settings_do_not_matter(tmp_path: Path) -> None:
    lay(tmp_path, PYPROJECT)
    reordered = PYPROJECT.replace('"b>=1", "a>=2"', '"a>=2", "b>=1"') + "[tool.ruff]\nline-length = 9\n"
    (tmp_path / "pyproject.toml").write_text(reordered)

    assert stale_locks(tmp_path) == []


def test_a_missing_lock_is_stale(tmp_path: Path) -> None:
    lay(tmp_path, PYPROJECT)
    (tmp_path / "requirements.lock").unlink()

    assert stale_locks(tmp_path) == ["requirements.lock"]


def test_a_generated_file_is_stale_until_written_and_after_it_was_edited(tmp_path: Path) -> None:
    files = (Generated("docs/picture.md", lambda: "a picture\n"),)
    assert stale(files, tmp_path) == ["docs/picture.md"]

    assert write(files, tmp_path) == ["docs/picture.md"]
    assert stale(files, tmp_path) == []

    (tmp_path / "docs" / "picture.md").write_text("another\n")
    assert stale(files, tmp_path) == ["docs/picture.md"]


def test_the_locks_name_packages_and_hashes_and_no_address_or_folder() -> None:
    for name in LOCKS:
        lock = (ROOT / name).read_text()
        assert "://" not in lock
        assert "file:" not in lock
        assert lock.count("--hash=sha256:") > lock.count("==")


def test_a_fresh_virtual_environment_gets_its_build_tools_from_the_lock() -> None:
    assert "\nhatchling==" in (ROOT / "requirements-dev.lock").read_text()
