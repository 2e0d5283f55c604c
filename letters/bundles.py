"""The catalogues as they lie on disk, read once: nothing is ever shown that was not written by a person.

A missing text, a missing value or a mistake in a catalogue is an error here, never a key on somebody's screen.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from letters.formats import Language

#: Where a message begins, and the other messages that one quotes.
_ENTRY: Final = re.compile(r"^[a-zA-Z][\w-]*(?= *=)", re.MULTILINE)
_QUOTED: Final = re.compile(r"\{ *([a-zA-Z][\w-]*) *\}")

Arguments: TypeAlias = Mapping[str, FluentType | str]

#: Beside the packages, in the source tree and in the wheel alike.
LOCALES: Final = Path(__file__).resolve().parents[1] / "locales"


class TextError(Exception):
    """A text could not be made.

    The tree::

        TextError
        └── MissingTextError    the catalogue has no such text
    """


class MissingTextError(TextError):
    """A catalogue has no text under a key."""


class Catalogue:
    """The texts of one folder that holds ``nb/``, ``nn/`` and ``en/``.

    A text is parsed when it is first asked for: a command that says ten words does not wait for a thousand.

    Args:
        folder: Where the languages lie; read when a text is first asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._resources: dict[Language, Mapping[str, ast.Resource]] = {}
        self._sources: dict[Language, Mapping[str, str]] = {}
        self._bundles: dict[Language, FluentBundle] = {}

    def has(self, language: Language, key: str) -> bool:
        """Say whether there is a text under *key* (``stage-granted``, ``refusal-not_late.mend``)."""
        name, _, attribute = key.partition(".")
        bundle = self._with(language, name)
        if not bundle.has_message(name):
            return False
        message = bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None

    def render(self, language: Language, key: str, arguments: Arguments) -> str:
        """Return the text under *key* with *arguments* in their places.

        Raises:
            MissingTextError: There is no such text.
            TextError: The text asks for a value that was not given, or cannot be read.
        """
        if not self.has(language, key):
            raise MissingTextError(f"{language}: {key}")
        name, _, attribute = key.partition(".")
        bundle = self._with(language, name)
        message = bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        assert pattern is not None  # noqa: S101 - has() has looked
        shown, errors = bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise TextError(f"{language}: {key}: {'; '.join(str(error) for error in errors)}")
        return str(shown)

    def resources(self, language: Language) -> Mapping[str, ast.Resource]:
        """Return everything that stands in the files of *language*, by file name: for whoever looks at all of it.

        Raises:
            TextError: A file holds something that is not a message, or a key stands twice.
        """
        if language not in self._resources:
            self._resources[language] = _parsed(self.folder / language.value)
        return self._resources[language]

    def _with(self, language: Language, name: str) -> FluentBundle:
        """Return the bundle of *language* with the message *name* in it, where there is such a message."""
        if language not in self._bundles:
            self._bundles[language] = FluentBundle([language.value], use_isolating=False)
            self._sources[language] = _sources(self.folder / language.value)
        bundle, source = self._bundles[language], self._sources[language].get(name)
        if source is not None and not bundle.has_message(name):
            resource = FluentResource(source)
            if any(isinstance(entry, ast.Junk) for entry in resource.body):
                raise TextError(f"{self.folder / language.value}: {name} cannot be read")
            bundle.add_resource(resource)
            for quoted in _QUOTED.findall(source):
                self._with(language, quoted)
        return bundle


def _sources(folder: Path) -> Mapping[str, str]:
    """Return the source of every message in *folder* by its key, unparsed."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text("utf-8")
        starts = [*(match.start() for match in _ENTRY.finditer(text)), len(text)]
        for start, end in pairwise(starts):
            source = text[start:end]
            name = source.partition("=")[0].strip()
            if name in found:
                raise TextError(f"{path}: {name} stands twice")
            found[name] = source
    return found


def _parsed(folder: Path) -> Mapping[str, ast.Resource]:
    found: dict[str, ast.Resource] = {}
    seen: set[str] = set()
    for path in sorted(folder.glob("*.ftl")):
        found[path.name] = FluentResource(path.read_text("utf-8"))
        for entry in found[path.name].body:
            if isinstance(entry, ast.Junk):
                raise TextError(f"{path}: cannot be read: {entry.content!r}")
            if isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    raise TextError(f"{path}: {entry.id.name} stands twice")
                seen.add(entry.id.name)
    return found


#: What the domain can say.
_HOUSE: Final = Catalogue(LOCALES)

has = _HOUSE.has
render = _HOUSE.render
resources = _HOUSE.resources
