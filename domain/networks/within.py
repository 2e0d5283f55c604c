"""What a decision about one network has at hand."""

from dataclasses import dataclass
from datetime import date

from domain.networks.parts import Membership, Network
from domain.organisations.directory import Directory, MunicipalityPeriod
from domain.refusal import Refused
from domain.registering import check_not_ahead, check_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A network and what is known around it.

    Args:
        network: As it stands.
        by: Who asks.
        today: Norwegian day.
        rule: The rule by which is asked.
        directory: Which municipalities there are.
        projects: Ids of its projects.
    """

    network: Network
    by: str
    today: date
    rule: str
    directory: Directory
    projects: frozenset[str]

    def need_municipality(self, number: str, day: date) -> MunicipalityPeriod:
        """Return the municipality with *number* as it is on *day*.

        Raises:
            Refused: ``municipality_unknown`` or ``municipality_ended``.
        """
        found = self.directory.municipality(number)
        if found is None:
            raise Refused("municipality_unknown", "E23", municipality=number)
        if not found.holds_on(day):
            last_day = found.last_day.isoformat() if found.last_day else None
            raise Refused("municipality_ended", "E23", municipality=number, last_day=last_day)
        return found

    def need_member(self, number: str, day: date) -> Membership:
        """Return the membership of *number* on *day*.

        Raises:
            Refused: ``not_a_member``.
        """
        found = self.network.member_on(number, day)
        if found is None:
            raise Refused("not_a_member", self.rule, municipality=number, given_day=day.isoformat())
        return found

    def need_not_ahead(self, day: date) -> None:
        """Refuse a day that lies ahead, for what is said to have happened."""
        check_not_ahead(day, self.today, self.rule)

    def need_order(self, first_day: date, last_day: date) -> None:
        """Refuse a last day before the first."""
        check_order(first_day, last_day, self.rule)
