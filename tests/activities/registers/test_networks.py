"""Networks on a real database: written once, chained, sealed, and the same when evolved anew."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.actors import Role
from domain.networks import commands as c
from domain.refusal import Refused
from storage.networks import any_network, find_networks, network_state, networks_of
from storage.organisations import directory
from tests.activities.registers.doors import LEADER, OFFICER, TODAY, House, actor

SECRET = "Kari Hemmelig"


async def test_a_network_lives_in_a_stream_of_its_own(house: House) -> None:
    network_id = await house.network()
    await house.join(network_id, "3403", "3412")
    await house.change(network_id, c.RenameNetwork, network_name="Hedmarken og omegn")

    assert await house.trail(f"network:{network_id}") == [
        "NetworkRegistered",
        "MemberJoined",
        "ServiceJoined",
        "MemberJoined",
        "ServiceJoined",
        "NetworkRenamed",
    ]
    [(name,)] = await house.rows("SELECT name FROM network")
    assert name == "Hedmarken og omegn"
    assert await house.problems() == []


async def test_a_command_that_is_sent_again_happens_once(house: House) -> None:
    envelope = house.envelope()
    body = c.RegisterNetwork.model_validate(
        {"office": "SFIN", "network_name": "Hedmarken", "strand": "learning", "from_day": "2026-01-15"}
    )

    first = await house.register.register_network(envelope, body)
    again = await house.register.register_network(envelope, body)

    assert first == again
    assert await house.trail(f"network:{first['network_id']}") == ["NetworkRegistered"]
    with pytest.raises(Refused, match="command_id_reused"):
        await house.register.register_network(envelope, body.model_copy(update={"network_name": "Et annet"}))


async def test_names_and_texts_are_sealed_in_trail_and_head(house: House) -> None:
    network_id = await house.network()
    await house.change(
        network_id, c.NamePerson, function="leader", person=SECRET, role="other", from_day="2026-02-01"
    )
    await house.change(network_id, c.LogFollowUp, entry="note", held_on="2026-02-01", text=SECRET)

    stored = await house.rows(
        "SELECT envelope FROM trail UNION ALL SELECT state::text FROM register_head"
        " UNION ALL SELECT content::text FROM inbox"
    )
    assert not any(SECRET in row[0] for row in stored)
    private = await house.rows("SELECT text, stream FROM private_text ORDER BY text")
    assert [tuple(row) for row in private] == 2 * [(SECRET, f"network:{network_id}")]


async def test_a_refusal_leaves_nothing_and_a_lack_of_authority_a_line_in_the_log(house: House) -> None:
    network_id = await house.network()
    with pytest.raises(Refused, match="not_a_member"):
        await house.change(network_id, c.LeaveNetwork, municipality="3403", last_day="2026-03-01")
    with pytest.raises(Refused, match="other_office"):
        await house.change(
            network_id, c.RenameNetwork, actor(Role.LEADER, "SFVL"), network_name="Vårt nettverk"
        )

    assert await house.trail(f"network:{network_id}") == ["NetworkRegistered"]
    assert len(await house.rows("SELECT 1 FROM inbox")) == 1
    logged = await house.rows("SELECT subject, unit, stream, code FROM access_log")
    assert [tuple(row) for row in logged] == [
        ("leader@SFVL", "SFVL", f"network:{network_id}", "other_office")
    ]


async def test_an_unknown_network_is_refused(house: House) -> None:
    with pytest.raises(Refused, match="no_such_network"):
        await house.change(uuid4(), c.RenameNetwork, network_name="Ukjent")


async def test_a_network_is_found_by_its_id_or_a_part_of_its_name(house: House) -> None:
    hedmarken = await house.network()
    valdres = await house.network(network_name="Valdres")
    await house.network(network_name="Valdres og Land")

    async with house.database.engine.connect() as conn:
        assert await find_networks(conn, str(hedmarken)) == [(hedmarken, "Hedmarken")]
        assert await find_networks(conn, "HEDM") == [(hedmarken, "Hedmarken")]
        assert await find_networks(conn, "valdres") == [(valdres, "Valdres")]
        assert len(await find_networks(conn, "dres")) == 2
        assert await find_networks(conn, "100%") == []


@pytest.mark.edge("C16")
@pytest.mark.parametrize(
    "spelling", ["barnevernsledernettverk", "Barnevernsledernetverk", "barnevernsledernetttverk"]
)
async def test_a_network_is_found_however_its_letters_are_doubled(house: House, spelling: str) -> None:
    valdres = await house.network(network_name="Barnevernsledernettverk Valdres")
    await house.network(network_name="Læringsnettverk Valdres")

    async with house.database.engine.connect() as conn:
        found = await find_networks(conn, spelling)

    assert found == [(valdres, "Barnevernsledernettverk Valdres")]


async def test_the_networks_of_an_office_are_its_own(house: House) -> None:
    await house.network()
    await house.network(actor(Role.LEADER, "SFVL"), office="SFVL", network_name="Sunnfjord")

    async with house.database.engine.connect() as conn:
        known = await directory(conn)
        mine = await networks_of(conn, "SFIN", known)
        every = await networks_of(conn, None, known)

    assert [one.network.name for one in mine] == ["Hedmarken"]
    assert [one.network.name for one in every] == ["Hedmarken", "Sunnfjord"]


async def test_a_task_opens_when_a_member_leaves_and_closes_when_one_joins(house: House) -> None:
    await house.mandate(learning=1)
    network_id = await house.network()
    await house.join(network_id, "3403", "3412")
    assert await house.codes() == ["open_round", "reach_out"]

    await house.change(network_id, c.LeaveNetwork, municipality="3412", last_day="2026-02-28")
    assert await house.codes() == ["open_round", "reach_out", "membership_below_minimum"]
    [task] = [one for one in await house.tasks(role="case_officer") if one.code == "membership_below_minimum"]
    assert (task.case_no, task.rule, task.params["minimum_rule"]) == ("Hedmarken", "E22", "R26-10")

    await house.join(network_id, "3413")
    assert await house.codes() == ["open_round", "reach_out"]
    assert await house.codes(datetime(2026, 2, 1, 9, tzinfo=UTC)) == ["open_round"]


async def test_the_other_office_is_asked_and_agrees(house: House) -> None:
    network_id = await house.network()
    await house.join(network_id, "3403", "4214")
    asked = [task for task in await house.tasks(office="SFAG") if task.code == "agree_to_member"]
    assert [(task.case_no, task.role, task.params) for task in asked] == [
        ("Hedmarken", "leader", {"municipality": "4214"})
    ]
    assert "agree_to_member" not in await house.codes()

    await house.change(network_id, c.AgreeToMember, actor(Role.LEADER, "SFAG"), municipality="4214")

    assert "agree_to_member" not in await house.codes(office="SFAG")


async def test_a_head_that_was_changed_by_hand_is_found(house: House) -> None:
    network_id = await house.network()
    from storage.engine import create_engine

    engine = create_engine(house.database.superuser_dsn)
    async with engine.begin() as conn:
        changed = json.dumps({"name": "Et annet"})
        await conn.execute(
            text("UPDATE register_head SET state = state || cast(:changed AS jsonb)"), {"changed": changed}
        )
    await engine.dispose()

    assert await house.problems() == [f"network:{network_id}: register_head is not what the trail gives"]


async def test_a_head_without_a_trail_is_found(house: House) -> None:
    network_id = uuid4()
    async with house.database.engine.begin() as conn:
        await conn.execute(
            text(
                "INSERT INTO register_head (stream, kind, seq, hash, state, changed_at)"
                " VALUES (:stream, 'network', 1, '', '{}', :at)"
            ),
            {"stream": f"network:{network_id}", "at": TODAY},
        )

    found = await house.problems()
    assert any("a register head without a trail" in one for one in found)
    assert any("the head stands at 1" in one for one in found)


async def test_who_is_asked_for_is_given_or_nobody(house: House) -> None:
    network_id = await house.network(LEADER)
    async with house.database.engine.connect() as conn:
        known = await directory(conn)
        found = await any_network(conn, network_id, known)
        assert found is not None
        assert found.network == await network_state(conn, network_id)
        assert found.registered
        assert await any_network(conn, uuid4(), known) is None
    assert OFFICER.unit == found.network.office
