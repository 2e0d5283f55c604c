import json
from pathlib import Path
from typing import Any

import pytest

from domain.application import (
    MAX_BYTES,
    Application,
    ApplicationError,
    application_schema,
    leaves,
    parse_application,
    sealed_fields,
)
from domain.private import Private, seal
from domain.problems import MAX_PROBLEMS
from tests.domain.applications import HAMAR, application, leader, learning

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def put(base: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return a copy of *base* with *value* at *path* (``members.0.org_number``)."""
    copy = json.loads(json.dumps(base))
    *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
    inner = copy
    for part in parents:
        inner = inner[part]
    inner[last] = value
    return dict(copy)


def problems(content: bytes | dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(ApplicationError) as error:
        parse_application(content if isinstance(content, bytes) else json.dumps(content).encode())
    return error.value.problems


@pytest.mark.parametrize("base", [learning(), leader()], ids=["learning", "leader"])
def test_a_whole_application_is_read(base: dict[str, Any]) -> None:
    assert parse_application(json.dumps(base).encode()) == application(base)


def test_the_amount_applied_for_is_shown_in_ore() -> None:
    assert application(learning()).applied_ore == 40_000_000


def test_an_application_comes_back_whole_from_what_is_stored_of_it() -> None:
    one = application(learning())
    sealed, _ = seal(one, iter(f"ref-{n}" for n in range(100)).__next__, lambda: b"salt")

    for stored in (one, sealed):
        assert Application.model_validate_json(stored.model_dump_json()) == stored
        assert Application.model_validate(stored.model_dump(mode="json")) == stored


def test_names_of_people_and_free_text_are_private_and_names_of_organisations_are_not() -> None:
    kinds = {field: isinstance(value, Private) for field, value in leaves(application(learning()))}

    assert {field for field, private in kinds.items() if private} == {
        "project.description",
        "project.plan",
        "members[0].anchoring.by",
        "members[0].representatives[0].name",
        "members[0].representatives[1].name",
        "members[1].anchoring.by",
        "members[1].representatives[0].name",
        "members[1].representatives[1].name",
        "network_leader",
        "local_risk_assessment.summary",
        "budget[0].note",
        "budget[1].note",
        "account",
        "contact.name",
        "contact.email",
        "contact.phone",
    }
    assert kinds["services[0].name"] is False


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("applied_kr", 0, "applied_kr: Input should be greater than 0"),
        ("applied_kr", -1, "applied_kr: Input should be greater than 0"),
        ("applied_kr", 10_000_000_000, "applied_kr: Input should be less than or equal to 9999999999"),
        ("applied_kr", 400_000.0, "applied_kr: Input should be a valid integer"),
        ("applied_kr", True, "applied_kr: Input should be a valid integer"),
        ("applied_kr", "400000", "applied_kr: Input should be a valid integer"),
        ("own_funding_kr", -1, "own_funding_kr: Input should be greater than or equal to 0"),
        ("steering_group", 1, "steering_group: Input should be a valid boolean"),
        ("steering_group", "true", "steering_group: Input should be a valid boolean"),
        ("strand", "other", "strand: Input should be 'learning' or 'leader'"),
        ("language", "en", "language: Input should be 'nb' or 'nn'"),
        ("host", "958935421", "host: not an organisation number"),
        ("host", 958935420, "host: Input should be a valid string"),
        ("members.0.municipality", "301", "members[0].municipality: not a municipality number"),
        ("members.1.consented_on", "2026-02-30", "members[1].consented_on: Input should be a valid date"),
        ("members.1.consented_on", "2026-3-1", "members[1].consented_on: not a day"),
        ("members.1.consented_on", "2026-03-01T00:00:00", "members[1].consented_on: not a day"),
        ("members.1.consented_on", 0, "members[1].consented_on: not a day"),
        ("members.1.consented_on", "1926-03-01", "members[1].consented_on: the year must lie between 2017"),
        ("members.1.anchoring.by", "", "members[1].anchoring.by.text: String should have at least 1"),
        ("members.1.anchoring.by", 7, "members[1].anchoring.by: must be text"),
        ("members.1.representatives.0.role", "king", "members[1].representatives[0].role: Input should be"),
        ("members", {}, "members: must be a list"),
        ("activities", ["other"] * 401, "activities: Tuple should have at most 400 items"),
        ("network", "name", "network: must be a table of keys"),
        ("network.name", "   ", "network.name: String should have at least 1 character"),
        ("network.name", "N" * 201, "network.name: String should have at most 200 characters"),
        ("network.name", "Nett\x00verk", "network.name: holds control characters"),
        ("network.id", "17", "network.id: Input should be a valid UUID"),
        ("project.first_year", 1998, "project.first_year: Input should be greater than or equal to 2017"),
        ("project.last_year", 2025, "project.last_year: lies before first_year"),
        ("project.plan", "x" * 20_001, "project.plan.text: String should have at most 20000"),
        ("project.plan", "\x1b[2J", "project.plan: holds control characters"),
        ("services.0.municipalities", [], "services[0].municipalities: Tuple should have at least 1 item"),
        ("services.0.name", "BARNEVERNTJENESTEN I LØTEN", "services: several are called"),
        ("initiator", "Ukjent", "initiator: is not the name of one of the services"),
        ("steering_group", False, "management_in_steering_group: there is no steering group"),
        ("other_support.received", False, "other_support: lines are given, but received is false"),
        ("other_support.lines.0.amount_kr", 0, "other_support.lines[0].amount_kr: Input should be greater"),
        ("budget.0.kind", "bribes", "budget[0].kind: Input should be 'salaries'"),
        ("budget.0.amount_kr", 1.5, "budget[0].amount_kr: Input should be a valid integer"),
        ("activities", ["party"], "activities[0]: Input should be"),
        ("participants", 0, "participants: Input should be greater than or equal to 1"),
        ("account", "12345678904", "account: not a bank account"),
        ("contact.email", "post", "contact.email: not an e-mail address"),
        ("contact.email", "a@b.example\nBcc: c@d.example", "contact.email: must be one line"),
        ("contact.phone", "ring meg", "contact.phone: not a telephone number"),
        ("contact.name", "N" * 321, "contact.name: must be one line of at most 320 characters"),
        ("contact.fax", "1", "contact.fax: unknown key"),
        ("members.0.national_identity_number", "1", "members[0].national_identity_number: unknown key"),
    ],
)
def test_a_mistake_is_refused_by_its_field(path: str, value: Any, problem: str) -> None:
    found = problems(put(learning(), path, value))

    assert len(found) == 1
    assert found[0].startswith(problem)


@pytest.mark.parametrize(
    "key",
    ["strand", "language", "form_version", "host", "network", "project", "applied_kr", "members", "contact"],
)
def test_what_every_form_asks_for_must_be_there(key: str) -> None:
    assert problems({name: value for name, value in learning().items() if name != key}) == (
        f"{key}: missing key",
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "(the whole): not JSON: "),
        (b"{", "(the whole): not JSON: "),
        (b"[]", "(the whole): must be a table of keys"),
        (b"\xff\xfe", "(the whole): not UTF-8 at byte 0"),
        (b'{"strand": "\xe6"}', "(the whole): not UTF-8 at byte 12"),
        (b"[" * 200_000, "(the whole): not JSON: "),
        (b'{"applied_kr": ' + b"9" * 5000 + b"}", "(the whole): not JSON: "),
        (b'{"host": "1", "host": "2"}', "(the whole): the key host stands twice"),
        (b" " * (MAX_BYTES + 1), "(the whole): larger than 1000000 bytes"),
    ],
    ids=["empty", "broken", "list", "utf-16", "latin-1", "deep", "long number", "twice", "large"],
)
def test_a_file_that_is_no_application_is_refused(content: bytes, problem: str) -> None:
    found = problems(content)

    assert len(found) == 1
    assert found[0].startswith(problem)


def test_a_byte_order_mark_is_let_be() -> None:
    assert parse_application(b"\xef\xbb\xbf" + json.dumps(learning()).encode()).project.first_year == 2026


def test_half_a_character_is_refused() -> None:
    assert problems(put(learning(), "network.name", "\ud800"))[0].startswith("network.name: ")


def test_a_key_from_outside_is_shown_short_and_printable() -> None:
    found = problems(learning() | {"\x1b[2J" + "x" * 200: 1})

    assert found == ("\N{REPLACEMENT CHARACTER}[2J" + "x" * 76 + "...: unknown key",)


def test_a_long_list_of_mistakes_is_cut() -> None:
    found = problems(learning() | {f"key_{number}": 1 for number in range(MAX_PROBLEMS + 10)})

    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1] == "... and 10 more"


def test_what_was_written_is_not_repeated() -> None:
    assert not any("Hemmelig" in line for line in problems(put(learning(), "contact.email", "Hemmelig")))


def test_a_reference_to_a_sealed_text_is_refused_from_outside() -> None:
    sealed = {"ref": "somebody-else-s", "digest": "0" * 64}

    assert problems(put(learning(), "project.plan", sealed)) == ("project.plan: must be text",)


def test_the_sealed_fields_of_an_application_are_found() -> None:
    one = application(learning())
    sealed, rows = seal(one, iter(f"ref-{n}" for n in range(100)).__next__, lambda: b"salt")

    assert sealed_fields(one) == []
    assert sealed_fields(sealed) == [row.field for row in rows]


@pytest.mark.parametrize("written", ["12345678903", "1234.56.78903", "1234 56 78903", " 12345678903 "])
def test_an_account_number_is_kept_without_spacing(written: str) -> None:
    assert application(learning(), account=written).account == Private(text="12345678903")


def test_names_lose_the_space_around_them() -> None:
    assert application(learning(), network={"name": " Nettverk "}).network.name == "Nettverk"


def test_a_text_may_have_lines() -> None:
    project = learning()["project"] | {"plan": "Først dette.\r\nSå dette.\n\tOg dette."}

    assert application(learning(), project=project).project.plan is not None


def test_the_initiating_service_is_found_by_its_name() -> None:
    one = application(learning())

    assert one.initiating_service is one.services[0]
    assert one.services[0].municipalities == (HAMAR,)
    assert application(learning(), initiator=None).initiating_service is None


def test_the_schema_beside_the_examples_is_the_model_s() -> None:
    assert (EXAMPLES / "application.schema.json").read_text("utf-8") == application_schema()


def test_the_schema_shows_private_texts_as_plain_text_and_forbids_unknown_keys() -> None:
    schema = json.loads(application_schema())

    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Contact"]["properties"]["email"] == {"type": "string", "format": "email"}
    assert "Private" not in schema["$defs"]
