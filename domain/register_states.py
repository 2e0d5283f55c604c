"""How each kind of register stream is evolved, and its state as JSON: one list of what is kept beside the cases."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter

from domain.events import Event
from domain.historical import HistoricalYear, evolve_historical
from domain.networks.evolving import evolve_network
from domain.networks.parts import Network
from domain.officework.access import OfficeAccess, evolve_access
from domain.officework.yearly import OfficeYear, evolve_yearly
from domain.organisations.directory import Organisations
from domain.organisations.events import evolve_organisations
from domain.outreach import Outreach, evolve_outreach

RegisterState: TypeAlias = Network | Outreach | Organisations | HistoricalYear | OfficeYear | OfficeAccess

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    state: TypeAdapter[Any]
    evolve: Callable[[Any, Event], Any]


#: By what a stream's name begins with, up to its colon.
_KINDS: Final[Mapping[str, _Kind]] = {
    "network": _Kind(TypeAdapter(Network), evolve_network),
    "outreach": _Kind(TypeAdapter(Outreach), evolve_outreach),
    "organisations": _Kind(TypeAdapter(Organisations), evolve_organisations),
    "historical": _Kind(TypeAdapter(HistoricalYear), evolve_historical),
    "yearly": _Kind(TypeAdapter(OfficeYear), evolve_yearly),
    "access": _Kind(TypeAdapter(OfficeAccess), evolve_access),
}

#: Every kind of stream whose state is kept as a head.
REGISTER_KINDS: Final = tuple(_KINDS)

ORGANISATIONS: Final = "organisations"


def kind_of(stream: str) -> str:
    """Return the kind of a register stream: ``network`` of ``network:<uuid>``."""
    return stream.partition(":")[0]


def evolved(stream: str, state: RegisterState | None, event: Event) -> RegisterState:
    """Return the state of *stream* after *event*."""
    after: RegisterState = _KINDS[kind_of(stream)].evolve(state, event)
    return after


def state_json(stream: str, state: RegisterState) -> Json:
    """Return *state* as plain JSON values, as it is stored beside its trail."""
    plain: Json = _KINDS[kind_of(stream)].state.dump_python(state, mode="json")
    return plain


def state_from(stream: str, plain: Json) -> RegisterState:
    """Return the state stored as *plain*."""
    state: RegisterState = _KINDS[kind_of(stream)].state.validate_python(plain)
    return state


def office_of(state: RegisterState) -> str | None:
    """Return the office a state belongs to; None where it is everybody's."""
    return state.office if isinstance(state, Network | Outreach | OfficeYear | OfficeAccess) else None
