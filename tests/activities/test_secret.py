"""A secret comes in a variable or in a file, and is not shown where it cannot be read."""

from pathlib import Path

import pytest

from activities.secret import secret
from domain.problems import MistakeError

HIDDEN = "h3mmelig"


def test_a_variable_holds_it_or_a_file_that_another_names(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{HIDDEN}\n")

    assert secret({"X": HIDDEN}, "X") == HIDDEN
    assert secret({"X_FILE": str(file)}, "X") == HIDDEN
    # Container engines set what was left empty.
    assert secret({"X": "", "X_FILE": str(file)}, "X") == HIDDEN
    assert secret({"X": "", "X_FILE": ""}, "X") is None


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe"])
def test_a_file_that_holds_none_is_named_and_what_stands_in_it_is_not(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(MistakeError, match="X_FILE: names no file") as mistake:
        secret({"X_FILE": str(file)}, "X")

    assert str(file) not in str(mistake.value)
