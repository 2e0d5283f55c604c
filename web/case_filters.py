"""What the address of the list of cases says: every filter is in it, so that a list can be kept, sent and gone back to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Self
from urllib.parse import urlencode

from domain.actors import OFFICE_ROLES, Actor, Role
from domain.lifecycle import Stage
from domain.offices import OFFICES
from domain.ruleset import Strand
from storage.rows import Filters
from storage.searching import Sought

#: Which cases are shown: those that run, one's own, late ones, finished ones, or all.
VIEWS: Final = ("open", "mine", "over", "finished", "all")

#: Our name -> what stands in the address.
_NAMES: Final[Mapping[str, str]] = {
    "text": "q",
    "view": "vis",
    "stage": "stadium",
    "year": "ar",
    "strand": "ordning",
    "officer": "saksbehandler",
    "office": "embete",
}
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The filters of one address; what cannot be is left out as if it were not there."""

    text: str = ""
    view: str = ""
    stage: str = ""
    year: str = ""
    strand: str = ""
    officer: str = ""
    office: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> Self:
        """Return what *params* of an address ask for."""
        given = {
            ours: "".join(sign for sign in params.get(name, "") if sign.isprintable()).strip()[:_LONGEST]
            for ours, name in _NAMES.items()
        }
        known = {
            "view": VIEWS,
            "stage": tuple(Stage),
            "strand": tuple(Strand),
            "office": tuple(OFFICES),
            "year": tuple(str(year) for year in range(2000, 2100)),
        }
        return cls(**{name: value for name, value in given.items() if value in known.get(name, (value,))})

    def views(self, who: Actor) -> tuple[str, ...]:
        """Return what *who* can choose between: only a case officer has cases of one's own."""
        return tuple(view for view in VIEWS if view != "mine" or who.role is Role.CASE_OFFICER)

    @property
    def shown(self) -> str:
        """Return which view it is: a search looks among all cases where nothing else is said."""
        return self.view or ("all" if self.text else "open")

    def of_whom(self, who: Actor) -> Self:
        """Return the same without a view that *who* cannot choose."""
        return self if self.view in self.views(who) else replace(self, view="")

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything beside the view is asked for."""
        return replace(self, view="") != Wanted()

    def query(self, **changes: str) -> str:
        """Return what stands after the question mark, with *changes*."""
        wanted = replace(self, **changes)
        return urlencode({name: value for ours, name in _NAMES.items() if (value := getattr(wanted, ours))})

    def place(self, who: Actor) -> str | None:
        """Return the office that the list is limited to; None for all."""
        return who.unit if who.role in OFFICE_ROLES else self.office or None

    def filters(self, who: Actor, search: Sought | None, now: datetime) -> Filters:
        """Return what *who* may see of it at *now*; the office is ``place``."""
        own = who.subject if self.shown == "mine" else None
        return Filters(
            finished={"finished": True, "all": None}.get(self.shown, False),
            stage=self.stage or None,
            officer=self.officer or own,
            strand=self.strand or None,
            grant_year=int(self.year) if self.year else None,
            overdue_at=now if self.shown == "over" else None,
            foster_home=who.role is Role.COORDINATOR,
            search=search,
        )
