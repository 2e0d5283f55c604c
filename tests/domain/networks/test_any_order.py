"""Whatever is asked of a network, in whatever order: it happens or is refused, and what must hold, holds."""

import json
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.actors import Role
from domain.codec import event_body, event_of
from domain.networks.parts import Function, Membership, Network, on
from domain.networks.standing import lacks
from domain.refusal import Refused
from domain.register_states import evolved, state_from, state_json
from letters import catalogue
from letters.catalogue import Language
from storage.rulesets import load_rule_sets
from tests.domain.lives import person
from tests.domain.networks.registers import (
    AGDER_LEADER,
    COMMANDS,
    HAMAR,
    LEADER,
    LOTEN,
    NETWORK_ID,
    OFFICER,
    PROJECT_ID,
    Book,
    applied,
)

STREAM = f"network:{NETWORK_ID}"
R26 = load_rule_sets()["2026-bufdir"]

DAYS = st.dates(date(2025, 11, 1), date(2026, 8, 1)).map(date.isoformat)
NUMBERS = st.sampled_from([HAMAR, LOTEN, "3413", "4214", "3001", "9999"])
SMALL = st.integers(1, 4)
WHO = st.sampled_from(
    [OFFICER, LEADER, AGDER_LEADER, person(Role.APPLICANT_SIGNATORY), person(Role.ATTESTOR)]
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "case_no": st.sampled_from(["SFIN-2026-1", "SFIN-2026-2"]),
    "network_name": st.sampled_from(["Hedmarken", "Et annet"]),
    "last_day": DAYS,
    "from_day": DAYS,
    "consented_on": st.none() | DAYS,
    "asked_on": DAYS,
    "given_on": DAYS,
    "held_on": DAYS,
    "reason": st.just("Grunn"),
    "municipality": NUMBERS,
    "municipalities": st.lists(NUMBERS, min_size=1, max_size=3),
    "service": st.sampled_from(["Barnevern A", "Barnevern B", "barnevern a"]),
    "service_kind": st.sampled_from(["barnevern", "school"]),
    "project_id": st.sampled_from([None, PROJECT_ID, PROJECT_ID.replace("2", "3")]),
    "number": SMALL,
    "function": st.sampled_from(list(Function)),
    "person": st.just("Kari"),
    "role": st.sampled_from(["other", "child_welfare_leader", "municipal_management"]),
    "partner": st.none() | SMALL,
    "partner_kind": st.sampled_from(["bufetat", "knowledge_environment"]),
    "partner_name": st.sampled_from(["Bufetat", "Høgskolen"]),
    "region": st.sampled_from([None, "ost"]),
    "asked_by": st.sampled_from(["office", "network"]),
    "about": st.just("Hjelp"),
    "given": st.just("Gitt"),
    "entry": st.sampled_from(["contact", "note"]),
    "text": st.just("Tekst"),
}

#: What people do most, so that the doings of several meet.
OFTEN = st.sampled_from(["name_person", "join_network", "leave_network", "take_application"])


@st.composite
def wishes(draw: st.DrawFn) -> tuple[str, Any, dict[str, Any]]:
    kind = draw(st.sampled_from(sorted(COMMANDS)) | OFTEN)
    fields = {name: draw(FIELDS[name]) for name in COMMANDS[kind].model_fields if name != "kind"}
    if kind == "name_person" and fields["function"] is not Function.REPRESENTATIVE:
        fields["municipality"] = None
    return kind, draw(WHO), fields


@settings(max_examples=300, deadline=None)
@given(st.booleans(), st.lists(wishes(), max_size=14))
def test_any_order_of_commands_keeps_a_network_whole(
    is_registered: bool, asked: list[tuple[str, Any, dict[str, Any]]]
) -> None:
    book = Book()
    if is_registered:
        book.register().join(HAMAR, LOTEN)
    for kind, who, fields in asked:
        before = book.network
        try:
            book.do(kind, who, applied=applied(), **fields)
        except Refused as refused:
            assert book.network is before
            said = catalogue.refusal(Language.NN, refused.code, refused.rule, refused.params)
            assert said.reason
            assert said.mend
        except ValidationError:
            assert book.network is before
    if book.network is not None:
        whole(book)


def whole(book: Book) -> None:
    network = book.now
    for day in (date(2026, 3, 1) + timedelta(days=days) for days in (-90, 0, 120)):
        assert len(network.people_on(Function.LEADER, day)) <= 1
        assert all(found.rule for found in lacks(network, R26, day))
        names = [one.name.casefold() for one in on(network.services, day)]
        assert len(names) == len(set(names))
    for parts in (network.services, network.people, network.partners, network.helps):
        assert [one.number for one in parts] == list(range(1, len(parts) + 1))
    assert not any(overlap(one, other) for one, other in combinations(network.members, 2))
    assert state_from(STREAM, json.loads(json.dumps(state_json(STREAM, network)))) == network
    again: Any = None
    for event in book.events:
        body = json.loads(json.dumps(event_body(event)))
        again = evolved(STREAM, again, event_of(type(event).__name__, event.schema, body))
    assert isinstance(again, Network)
    assert again == network


def overlap(one: Membership, other: Membership) -> bool:
    if one.municipality != other.municipality:
        return False
    first, second = sorted((one, other), key=lambda member: member.first_day)
    return first.last_day is None or first.last_day >= second.first_day
