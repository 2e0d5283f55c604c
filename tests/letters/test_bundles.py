"""A catalogue parses what is asked for, and what that quotes; a mistake in it is an error and no word."""

from pathlib import Path

import pytest

from letters.bundles import Catalogue, MissingTextError, TextError
from letters.formats import Language

NB = Language.NB


def catalogue(folder: Path, **files: str) -> Catalogue:
    (folder / "nb").mkdir()
    for name, text in files.items():
        (folder / "nb" / f"{name}.ftl").write_text(text, "utf-8")
    return Catalogue(folder)


def test_a_text_is_found_in_whichever_file_it_stands_with_its_attributes(tmp_path: Path) -> None:
    texts = catalogue(
        tmp_path, a="# a remark\none = En\n", b="two = To { $n }\n    .more = Mer\nthree = Tre\n"
    )

    assert texts.render(NB, "one", {}) == "En"
    assert texts.render(NB, "two", {"n": "!"}) == "To !"
    assert texts.render(NB, "two.more", {}) == "Mer"
    assert (texts.has(NB, "two.less"), texts.has(NB, "four")) == (False, False)


def test_a_text_may_quote_another(tmp_path: Path) -> None:
    texts = catalogue(
        tmp_path, a="whole = { part }, { other }\n", b="part = Del { deep }\ndeep = dypt\nother = annet\n"
    )

    assert texts.render(NB, "whole", {}) == "Del dypt, annet"


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="one stands twice"):
        catalogue(tmp_path, a="one = En\n", b="one = Ein\n").has(NB, "one")


def test_what_cannot_be_read_is_an_error_when_it_is_asked_for(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, a="one = { $n\ntwo = To\n")

    assert texts.render(NB, "two", {}) == "To"
    with pytest.raises(TextError, match="one cannot be read"):
        texts.has(NB, "one")


def test_a_text_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingTextError, match="nb: one"):
        catalogue(tmp_path, a="two = To\n").render(NB, "one", {})
