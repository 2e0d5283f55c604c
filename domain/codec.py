"""Events and cases as JSON, and old events lifted to today's shape when they are read.

Bodies hold only texts, whole numbers, booleans, nulls, lists and objects, so that RFC 8785 gives every body one form.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter

from domain.appeals import AppealRegime
from domain.case import Case
from domain.events import EVENTS as CASE_EVENTS
from domain.events import Event
from domain.historical import HISTORICAL_EVENTS
from domain.mandates import MANDATE_EVENTS
from domain.networks.events import NETWORK_EVENTS
from domain.office_settings import OFFICE_EVENTS
from domain.officework.access import ACCESS_EVENTS
from domain.officework.dispatch import DISPATCH_EVENTS
from domain.officework.erasing import ERASURE_EVENTS
from domain.officework.yearly import YEARLY_EVENTS
from domain.organisations.events import ORGANISATION_EVENTS
from domain.outreach import OUTREACH_EVENTS
from domain.rounds import ROUND_EVENTS, Round
from domain.transfers import TRANSFER_EVENTS

Json: TypeAlias = dict[str, Any]

#: Every kind of event in every kind of stream.
EVENTS: Final[Mapping[str, type[Event]]] = {
    **CASE_EVENTS,
    **ROUND_EVENTS,
    **MANDATE_EVENTS,
    **OFFICE_EVENTS,
    **TRANSFER_EVENTS,
    **NETWORK_EVENTS,
    **ORGANISATION_EVENTS,
    **OUTREACH_EVENTS,
    **HISTORICAL_EVENTS,
    **YEARLY_EVENTS,
    **ACCESS_EVENTS,
    **DISPATCH_EVENTS,
    **ERASURE_EVENTS,
}

#: What an application did not say of its members before they confirmed anything themselves.
_NO_MEMBERS: Final[Json] = {"members": {}, "unanchored": [], "foreign_members": []}


def _without_files(body: Json) -> Json:
    """Before the event named the files that came with it."""
    return body | {"attachments": []}


#: For each kind, how a body of schema n becomes one of schema n + 1. Old events live on; they are never rewritten.
UPCASTS: Final[Mapping[str, Mapping[int, Callable[[Json], Json]]]] = {
    # Before rounds said it, no decision spoke of a formal appeal (L-24).
    "RoundOpened": {
        1: lambda body: body | {"appeal_regime": AppealRegime.REQUEST_FOR_REVERSAL.value},
        # Before that no round asked for more than its rule set.
        2: lambda body: body | {"override": None},
        # Nor did any ask for an acceptance of the terms (T15).
        3: lambda body: body | {"acceptance_required": False},
        # The directorate decided every appeal.
        4: lambda body: body | {"appeal_body": None},
    },
    # Before that one pair of eyes was enough for every report.
    "ReportApproved": {1: lambda body: body | {"seconded_by": None}},
    # The case that crossed the limit reported for all of the project.
    "ProjectDutyNoted": {1: lambda body: body | {"terms": None}},
    "LadderStepReached": {1: lambda body: body | {"answer_day": None}},
    # Before a person chose, the reported figure applied.
    "AuditAccepted": {
        1: lambda body: body | {"applies": "report" if body["difference_ore"] else None},
    },
    "ProjectDutyLapsed": {1: lambda body: body | {"own_stands": False}},
    "Recommended": {1: lambda body: body | {"difference_reason": None}},
    # Before that silence about an early end was taken for no.
    "EndedEarly": {
        1: lambda body: body | {"audit_open": None},
        # Before a leader named it, nobody knows on whose word a project ended.
        2: lambda body: body | {"source": None},
        3: _without_files,
    },
    "Granted": {
        1: lambda body: body | {"acceptance_last_day": None},
        # Before that a letter asked for a budget of what was granted by no day.
        2: lambda body: body | {"budget_last_day": None},
    },
    "OfficeSettingChanged": {1: lambda body: body | {"write_off_limit_ore": None}},
    # Before that only the grant or the refusal was appealed against.
    "AppealFiled": {1: lambda body: body | {"claim": None}, 2: _without_files},
    "ChangeAsked": {1: _without_files},
    "ClaimReplied": {1: _without_files},
    "ExtensionAsked": {1: _without_files},
    "ClaimWrittenOff": {1: lambda body: body | {"ground": None, "reference": None}},
    "RepaymentReceived": {1: lambda body: body | {"posting": None}},
    # Before that no amount was corrected.
    "RepaymentCorrected": {1: lambda body: body | {"amount_ore": None, "noted_ore": None}},
    "ReportDelivered": {
        1: lambda body: body | {"interest_ore": None, "vat_compensated_ore": None},
        2: _without_files,
    },
    "Submitted": {
        1: lambda body: body | {"appeal_regime": AppealRegime.REQUEST_FOR_REVERSAL.value},
        2: lambda body: body | _NO_MEMBERS,
        # A tag that nobody kept is not made up: the type of the project says it for itself.
        3: lambda body: body | {"foster_home": False},
        4: lambda body: body | {"appeal_body": None},
        5: _without_files,
    },
    "Supplemented": {
        1: lambda body: body | _NO_MEMBERS,
        2: lambda body: body | {"foster_home": False},
        3: _without_files,
    },
}

_CASE: Final[TypeAdapter[Case]] = TypeAdapter(Case)
_ROUND: Final[TypeAdapter[Round]] = TypeAdapter(Round)


class UnknownEventError(Exception):
    """The trail holds an event of a kind or schema that this build does not know: it was written by a newer one."""


@cache
def _adapter(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(EVENTS[kind])


def event_body(event: Event) -> Json:
    """Return the body of *event* as plain JSON values."""
    body: Json = _adapter(type(event).__name__).dump_python(event, mode="json")
    return body


def event_of(kind: str, schema: int, body: Json) -> Event:
    """Return the event that was stored as *kind* with *schema* and *body*.

    Raises:
        UnknownEventError: when this build does not know the kind, or knows only older schemas.
    """
    if kind not in EVENTS or schema > EVENTS[kind].schema:
        msg = f"{kind} with schema {schema}"
        raise UnknownEventError(msg)
    for version in range(schema, EVENTS[kind].schema):
        body = UPCASTS[kind][version](body)
    return _adapter(kind).validate_python(body, strict=False)


def case_state(case: Case) -> Json:
    """Return *case* as plain JSON values, as it is stored beside its trail."""
    state: Json = _CASE.dump_python(case, mode="json")
    return state


def case_of(state: Json) -> Case:
    """Return the case stored as *state*."""
    return _CASE.validate_python(state)


def round_state(round_: Round) -> Json:
    """Return *round_* as plain JSON values, as it is stored beside its trail."""
    state: Json = _ROUND.dump_python(round_, mode="json")
    return state


def round_of(state: Json) -> Round:
    """Return the round stored as *state*."""
    return _ROUND.validate_python(state)
