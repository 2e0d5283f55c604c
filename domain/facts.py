"""What ``decide`` must know beyond the case itself: read under locks, in the same transaction."""

from dataclasses import dataclass
from datetime import datetime

from domain.appeals import AppealBody, AppealRegime
from domain.ruleset import Strand


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFacts:
    """The round an application goes to. Instants are first instants after the deadline, in UTC."""

    round_id: str
    office: str
    grant_year: int
    strand: Strand
    rule_set: str
    opens_at: datetime
    closes_at: datetime
    criteria: tuple[str, ...]
    per_network: bool
    """The threshold is counted per network instead of per project (Q7)."""
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL
    form_version: str | None = None
    """The form that applications are handed in on (I21-16); None where it is not known."""
    acceptance_required: bool = False
    """The terms of the letter are accepted before anything is paid (T15)."""
    appeal_body: AppealBody | None = None
    """Who decides appeals, where it is not the directorate (L-25)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFacts:
    """The frame that a grant is taken from; None for the amounts where no mandate is registered (I21-03)."""

    mandate: str | None
    amount_ore: int
    committed_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedGrant:
    """What one case was granted, and when its newest decision was made."""

    case_id: str
    amount_ore: int
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything outside the case that a decision may turn on.

    Args:
        round: The round of the case.
        case_no: The number that a new case will get.
        host_is_municipality: Whether the applicant's organisation number is one that may be paid: a municipality's, a
            sub-unit's of one, or one that a leader allows (E46).
        host_main_unit: The municipality's own number, where the applicant gave a sub-unit's (E46).
        host_office: The office of the host municipality; None for a host that is none (E24, E46).
        host_language: ``nb`` or ``nn`` where the host municipality has adopted it (L-47).
        foreign_members: Numbers of the members that are another office's municipalities (E24).
        not_agreed: Those of them whose own office has not agreed in the register of networks; only where it is granted.
        frame: The frame of office, year and pot, locked; only where money is decided.
        project_grants: The grants to the same project, in the order of decision; locked.
        network_grants: The grants to all projects of the network, in the order of decision; locked (Q7).
        changed_fields: Names of the application's fields that a supplement changes.
        voucher_taken: Another payment of the office and year has the voucher number of this one.
        attestor_may_recommend: The office allows the attestor to be the recommender (strict by default: no).
        write_off_limit_ore: How much of one claim a leader may give up alone, in øre; None where nothing is set.
        kid_taken: Another claim of the office has the payment reference of this one.
    """

    round: RoundFacts
    case_no: str = ""
    host_is_municipality: bool = True
    host_main_unit: str | None = None
    host_office: str | None = None
    host_language: str | None = None
    foreign_members: tuple[str, ...] = ()
    not_agreed: tuple[str, ...] = ()
    frame: FrameFacts | None = None
    project_grants: tuple[ApprovedGrant, ...] = ()
    network_grants: tuple[ApprovedGrant, ...] = ()
    voucher_taken: bool = False
    attestor_may_recommend: bool = False
    write_off_limit_ore: int | None = None
    kid_taken: bool = False
    changed_fields: tuple[str, ...] = ()

    @property
    def counted_grants(self) -> tuple[ApprovedGrant, ...]:
        """The grants that are held against the reporting limit together: the project's, or the network's (Q7)."""
        return self.network_grants if self.round.per_network else self.project_grants

    @property
    def network_granted_ore(self) -> int:
        """Sum of the network's grants, in øre."""
        return sum(grant.amount_ore for grant in self.network_grants)

    def beside(self, case_id: str) -> tuple[ApprovedGrant, ...]:
        """Return the grants that are counted together with the one of *case_id*."""
        return tuple(grant for grant in self.counted_grants if grant.case_id != case_id)
