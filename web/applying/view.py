"""One step as a template draws it: values, marks of what was seen, what is lacking at each place, and sums."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from domain.identity import holds_identity_number
from letters.formats import Language
from storage.drafts import Conflict, Partner, mark
from web.applying.forms import VISITED, Step, rows_of
from web.applying.lacking import Lack, by_place, label_of, of_step
from web.applying.opened import Opened
from web.words import say

_TICKS: Final = frozenset({"steering_group", "management_in_steering_group", "project.template", "received"})

#: Fields that hold codes, and the words of them.
_CODES: Final = {
    "language": "apply-language-",
    "project_type": "apply-type-",
    "activities": "apply-activity-",
}

#: Places that are no fields: what is lacking in a list as a whole.
_PLACES: Final = ("members", "services", "budget", "partners", "source")


@dataclass(frozen=True, kw_only=True)
class StepView:
    """One step of a draft.

    Args:
        opened: The draft.
        step: Which step.
        language: Of the reader.
        conflicts: Fields that somebody else changed meanwhile.
        typed: What stands in the reader's own form where that is not what is stored.
    """

    opened: Opened
    step: Step
    language: Language
    conflicts: Sequence[Conflict] = ()
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def form(self) -> Any:
        return self.opened.form

    @cached_property
    def every_lack(self) -> list[Lack]:
        """All that the draft lacks."""
        return self.opened.lacks(self.language)

    @cached_property
    def lacks(self) -> list[Lack]:
        """What this step lacks; before it was left for the first time, only where something is typed."""
        found = of_step(self.every_lack, self.step.key)
        return found if self.was_visited(self.step) else [one for one in found if self._is_begun(one.place)]

    def _is_begun(self, place: str) -> bool:
        if place == "budget":
            typed = (f"cost.{row}.amount" for row in self.rows("cost"))
            return bool(self.value("applied")) and any(self.value(path) for path in typed)
        return bool(self.value(place))

    @property
    def errors(self) -> list[Lack]:
        return [one for one in self.lacks if one.is_error]

    def was_visited(self, step: Step) -> bool:
        """Say whether a step was saved."""
        return VISITED + step.key in self.opened.values

    def errors_of(self, step: Step) -> int:
        """Return how many errors a step has that was saved."""
        return len(of_step(self.every_lack, step.key, errors=True)) if self.was_visited(step) else 0

    @cached_property
    def _by_place(self) -> Mapping[str, list[Lack]]:
        return by_place(self.lacks)

    def at(self, place: str) -> list[Lack]:
        """Return what is lacking at *place*."""
        return self._by_place.get(place, [])

    def is_wrong(self, *places: str) -> bool:
        """Say whether there is an error at one of *places*."""
        return any(one.is_error for place in places for one in self.at(place))

    @property
    def places(self) -> list[str]:
        """Every place of the step where something can be lacking."""
        rows = (path for path in self.opened.values if self.step.takes(path))
        return sorted({*self.step.fields, *rows, *_PLACES})

    def value(self, path: str) -> str:
        """Return what stands in a field."""
        return self.typed.get(path, self.opened.values.get(path, ""))

    def holds_identity_number(self, path: str) -> bool:
        """Say whether a text seems to hold a national identity number: the writer is warned (E41)."""
        return path != "account" and holds_identity_number(self.value(path))

    def rows(self, group: str) -> list[int]:
        """Return the numbers of a list's rows."""
        return rows_of(self.opened.values, group)

    def rows_at(self, group: str, municipality: str) -> list[int]:
        """Return the rows of a list that are a municipality's."""
        return [row for row in self.rows(group) if self.value(f"{group}.{row}.municipality") == municipality]

    @property
    def open_services(self) -> bool:
        """Whether the list of services needs somebody's eye."""
        return any(self.at(path) for path in self.opened.values if path.startswith("service."))

    @property
    def services(self) -> list[int]:
        """The rows of services, without those of municipalities that have said no."""
        declined = {one.municipality for one in self.opened.partners if one.answer == "declined"}
        return [
            row
            for row in self.rows("service")
            if not (of := set(self.value(f"service.{row}.municipalities").split())) or of - declined
        ]

    @property
    def members(self) -> list[Partner]:
        """Those who have not said no."""
        return [one for one in self.opened.partners if one.answer != "declined"]

    def services_of(self, municipality: str) -> list[str]:
        """Return the names of the services of a municipality."""
        return [
            name
            for row in self.rows("service")
            if municipality in self.value(f"service.{row}.municipalities").split()
            and (name := self.value(f"service.{row}.name").strip())
        ]

    @property
    def seen(self) -> str:
        """The marks of all fields of the step as they are shown, as a hidden field holds them."""
        paths = {*self.step.fields, *(path for path in self.opened.values if self.step.takes(path))}
        marks = {path: mark(self.opened.values.get(path, "")) for path in sorted(paths)}
        return json.dumps(marks, separators=(",", ":"))

    def told(self, step: Step) -> list[tuple[str, str]]:
        """Return the fields of a step that something stands in, each its label's key and what it says."""
        return [(label_of(path), self._said(path)) for path in step.fields if self.value(path).strip()]

    def _said(self, path: str) -> str:
        value = self.value(path).strip()
        if path == "account":
            return f"…{value[-4:]}"
        if path in _TICKS:
            return say(self.language, "apply-yes" if value == "yes" else "apply-no")
        if path in _CODES:
            return ", ".join(say(self.language, f"{_CODES[path]}{code}") for code in value.split())
        return value

    def label(self, path: str) -> str:
        """Return the key of what a field is called."""
        return label_of(path)

    def asks(self, what: str) -> bool:
        """Say whether the rules ask for a piece of the form."""
        found: bool = self.opened.form.asks(what)
        return found
