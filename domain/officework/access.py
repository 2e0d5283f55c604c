"""Who may not act at an office any more, whatever the login still says: a leader withdraws a role, and gives it back."""

from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from domain.actors import OFFICE_ROLES, Actor, Role
from domain.events import Event
from domain.offices import OfficeCode
from domain.refusal import Refused
from domain.registering import LEADERS, check_keeper

#: Who has access is gone through by the office's leader (DOMAIN §2.7).
RULE: Final = "§2.7"


def _at_an_office(role: Role) -> Role:
    if role not in OFFICE_ROLES:
        raise ValueError("no role of an office")
    return role


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    subject: Annotated[str, Field(min_length=1, max_length=200)]
    """Whose role it is: the pseudonym that the login gives."""
    role: Annotated[Role, AfterValidator(_at_an_office)]

    @property
    def whose(self) -> Actor:
        """Who has the role."""
        return Actor(subject=self.subject, role=self.role, unit=self.office)


class WithdrawRole(_Command):
    """Let somebody not act in a role at the office from now on."""

    kind: Literal["withdraw_role"] = "withdraw_role"


class GiveRoleBack(_Command):
    """Let them act in it again, as far as their login goes."""

    kind: Literal["give_role_back"] = "give_role_back"


AccessCommand: TypeAlias = WithdrawRole | GiveRoleBack


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWithdrawn(Event):
    """Somebody may not act in a role at the office."""

    office: str
    subject: str
    role: Role
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGivenBack(Event):
    """They may again."""

    office: str
    subject: str
    role: Role
    by: str


ACCESS_EVENTS: Final[dict[str, type[Event]]] = {cls.__name__: cls for cls in (RoleWithdrawn, RoleGivenBack)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAccess:
    """Which roles at an office are withdrawn: the person's pseudonym and the role, in order."""

    office: str
    withdrawn: tuple[tuple[str, Role], ...] = ()

    def bars(self, actor: Actor) -> bool:
        """Say whether *actor* may not act here in the role worn."""
        return actor.unit == self.office and (actor.subject, actor.role) in self.withdrawn


def check_not_withdrawn(state: OfficeAccess | None, actor: Actor) -> None:
    """Let *actor* act in the role worn, where no leader has withdrawn it since.

    Raises:
        Refused: ``role_withdrawn``.
    """
    if state is not None and state.bars(actor):
        raise Refused("role_withdrawn", RULE, role=actor.role.value)


def decide_access(state: OfficeAccess | None, command: AccessCommand, actor: Actor) -> Event:
    """Return what *command* brings about.

    Raises:
        Refused: unless a leader of the office asks, about somebody else, for what is not so already.
    """
    check_keeper(command.kind, actor, command.office, RULE, LEADERS)
    is_withdrawn = state is not None and (command.subject, command.role) in state.withdrawn
    said = {"subject": command.subject, "by": actor.subject}
    if isinstance(command, GiveRoleBack):
        if not is_withdrawn:
            raise Refused("role_not_withdrawn", RULE, role=command.role.value)
        return RoleGivenBack(office=command.office, role=command.role, **said)
    if command.subject == actor.subject:
        # An office must not lose its last leader by a slip of the hand.
        raise Refused("own_role_kept", RULE, role=command.role.value)
    if is_withdrawn:
        raise Refused("role_withdrawn_already", RULE, role=command.role.value)
    return RoleWithdrawn(office=command.office, role=command.role, **said)


def evolve_access(state: OfficeAccess | None, event: Event) -> OfficeAccess:
    """Return who may act after *event*."""
    if not isinstance(event, RoleWithdrawn | RoleGivenBack):
        msg = f"access: {type(event).__name__} does not belong here"
        raise ValueError(msg)  # noqa: TRY004 - the trail is wrong, not the type of an argument
    now = state or OfficeAccess(office=event.office)
    pair = (event.subject, event.role)
    others = (one for one in now.withdrawn if one != pair)
    after = sorted([*others, pair] if isinstance(event, RoleWithdrawn) else others)
    return replace(now, withdrawn=tuple(after))
