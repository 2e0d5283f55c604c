"""Networks, projects, outreach, transfers, organisations and old cases, typed at a terminal on a real database."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal
from tests.domain.applications import learning
from tests.domain.test_historical import CELLS, WHOLE, sheet

OFFICER, LEADER = "case_officer@SFIN", "leader@SFIN"


async def registered(terminal: Terminal, name: str = "Hedmarken") -> str:
    """Register a network with two members and their services; return its id."""
    answer = await terminal.json(
        "network", "register", name, "--office", "SFIN", "--from", "2026-01-15", "--as", OFFICER
    )
    for municipality in ("Hamar", "3412"):
        await terminal.json(
            "network", "join", name, municipality, "--consented", "2026-01-20", "--from", "2026-02-01", "--as", OFFICER
        )  # fmt: skip
        await terminal.json(
            "network", "service", name, "--name", f"Barnevern {municipality}", "--municipality", municipality,
            "--from", "2026-02-01", "--as", OFFICER,
        )  # fmt: skip
    return str(answer["network_id"])


async def shown(terminal: Terminal, name: str = "Hedmarken", *more: object) -> dict[str, Any]:
    found: dict[str, Any] = await terminal.json("network", "show", name, *more)
    return found


# --- networks --------------------------------------------------------------------------------------------------------


async def test_a_network_is_registered_listed_and_shown(terminal: Terminal) -> None:
    network_id = await registered(terminal)

    listed = await terminal.json("network", "list", "--office", "SFIN")
    [found] = listed["networks"]
    assert (found["network_id"], found["municipalities"], found["services"]) == (
        network_id,
        ["3403", "3412"],
        2,
    )
    assert (found["registered"], found["below_minimum"]) == (True, [])
    whole = await shown(terminal)
    assert [one["municipality"] for one in whole["members"]] == ["3403", "3412"]
    assert {"network_leader_missing", "steering_group_missing"} <= {one["code"] for one in whole["lacks"]}
    seen = await terminal("network", "show", network_id)
    assert "Hamar kommune" in seen.stdout
    assert "R26-24" in seen.stdout
    assert (await terminal("network", "list")).stdout.count("Hedmarken") == 1


async def test_a_municipality_leaves_and_the_network_is_too_small(terminal: Terminal) -> None:
    await registered(terminal)

    told = await terminal(
        "network", "leave", "Hedmarken", "Løten", "--last-day", "2026-06-30", "--reason", "Egne planer", "--as", OFFICER
    )  # fmt: skip
    assert told.exit_code == 0
    assert "Løten kommune gikk ut, siste dag 30.06.2026" in told.stdout

    before = await shown(terminal, "Hedmarken", "--as-of", "2026-06-30")
    after = await shown(terminal, "Hedmarken", "--as-of", "2026-07-01")
    assert before["below_minimum"] == []
    assert [one["rule"] for one in after["below_minimum"]] == ["R26-10"]
    assert "for lite" in (await terminal("network", "list", "--as-of", "2026-07-01")).stdout


async def test_people_partners_help_and_log_are_kept_with_numbers(terminal: Terminal) -> None:
    await registered(terminal)
    for words in (
        ("leader", "--name", "Kari Nordmann", "--municipality", "Hamar", "--role", "service_leader"),
        ("steering", "--name", "Ola Nordmann", "--municipality", "Løten"),
        ("representative", "--name", "Per Hansen", "--municipality", "Hamar"),
        ("partner", "--kind", "bufetat", "--name", "Bufetat øst", "--region", "ost"),
        ("contact", "--name", "Eva Berg", "--partner", "1"),
        ("help", "--kind", "bufetat", "--partner", "1", "--text", "Kurs om fosterhjem"),
        ("log", "meeting", "--text", "Oppstartsmøte på Hamar"),
    ):
        told = await terminal("network", words[0], "Hedmarken", *words[1:], "--as", OFFICER)
        assert told.exit_code == 0, told.output

    found = await shown(terminal)
    assert [(one["number"], one["function"], one["person"]) for one in found["people"]] == [
        (1, "leader", "Kari Nordmann"),
        (2, "steering", "Ola Nordmann"),
        (3, "representative", "Per Hansen"),
        (4, "contact", "Eva Berg"),
    ]
    assert found["helps"][0]["about"] == "Kurs om fosterhjem"
    assert found["log"] == [{"entry": "meeting", "held_on": "2026-03-01", "text": "Oppstartsmøte på Hamar"}]
    assert found["management_missing"] == ["3403"]
    picture = (await terminal("network", "show", "Hedmarken", "--lang", "nn")).stdout
    for said in ("Kari Nordmann", "Bufetat øst", "region aust", "Kurs om fosterhjem", "Oppstartsmøte"):
        assert said in picture
    for ending in (
        ("representative", "--end", 3, "--last-day", "2026-03-01"),
        ("partner", "--end", 1, "--last-day", "2026-03-01"),
        ("service", "--end", 2, "--last-day", "2026-03-01"),
        ("help", "--given", 1, "--text", "Kurset er avtalt"),
    ):
        told = await terminal("network", ending[0], "Hedmarken", *ending[1:], "--as", OFFICER)
        assert told.exit_code == 0, told.output
    assert (await terminal.json("network", "log", "Hedmarken"))["log"][0]["entry"] == "meeting"
    assert "Oppstartsmøte" in (await terminal("network", "log", "Hedmarken")).stdout


async def test_a_network_of_an_application_is_shown_taken_over_and_renamed(opened: Terminal) -> None:
    await opened.stage.submit()
    before = await shown(opened, "Hedmarken")
    assert (before["registered"], before["case_no"]) == (False, "SFIN-2026-1")
    assert "Slik søknaden SFIN-2026-1" in (await opened("network", "show", "hedmarken")).stdout

    answer = await opened.json("network", "take", "Hedmarken", "sfin-2026-1", "--as", OFFICER)
    assert answer["events"][0] == "NetworkRegistered"
    again = await opened.json("network", "take", "Hedmarken", "SFIN-2026-1", "--as", OFFICER, status=1)
    assert again["code"] == "nothing_new_in_application"
    await opened.json("network", "rename", "Hedmarken", "Hedmarken og omegn", "--as", OFFICER)
    after = await shown(opened, "og omegn")
    assert (after["registered"], after["open_cases"]) == (True, ["SFIN-2026-1"])
    assert after["people"][0]["person"] == "Leder for nettverket"


async def test_consent_agreement_and_end(terminal: Terminal) -> None:
    await registered(terminal)
    await terminal.json("network", "join", "Hedmarken", "Froland", "--as", OFFICER)
    await terminal.json("network", "consent", "Hedmarken", "4214", "--as", OFFICER)
    assert "venter på SFAG" in (await terminal("network", "show", "Hedmarken")).stdout
    refused = await terminal.json("network", "agree", "Hedmarken", "Froland", "--as", LEADER, status=1)
    assert refused["code"] == "other_office"
    await terminal.json("network", "agree", "Hedmarken", "Froland", "--as", "leader@SFAG")
    assert all(one["agreed"] for one in (await shown(terminal))["members"])

    await terminal.json(
        "network", "end", "Hedmarken", "--reason", "Ferdig", "--last-day", "2026-03-31", "--as", LEADER
    )

    assert (await terminal.json("network", "list", "--as-of", "2026-04-01"))["networks"] == []
    assert len((await terminal.json("network", "list", "--as-of", "2026-04-01", "--ended"))["networks"]) == 1
    assert "avsluttet" in (await terminal("network", "list", "--as-of", "2026-04-01", "--ended")).stdout


async def test_what_is_meant_must_be_clear(terminal: Terminal) -> None:
    await registered(terminal)
    await terminal.json("network", "register", "Hedmarken sør", "--office", "SFIN", "--as", OFFICER)
    await terminal.stage.mandate()
    stored = await terminal.stored()
    for words, said in (
        (("network", "show", "ukjent"), "ikke noe nettverk ukjent"),
        (("network", "show", "hedm"), "Flere nettverk"),
        (("network", "join", "Hedmarken", "Herøy", "--as", OFFICER), "Flere kommuner heter Herøy"),
        (("network", "join", "Hedmarken", "Atlantis", "--as", OFFICER), "ingen kommune Atlantis"),
        (("network", "leader", "Hedmarken", "--name", "Kari", "--end", 1, "--as", OFFICER), "--name"),
        (("network", "leader", "Hedmarken", "--as", OFFICER), "--name"),
        (
            ("network", "join", "Hedmarken", "3413", "--from", "i går", "--as", OFFICER),
            "from_day: er ingen dag",
        ),
        (("network", "show", "Hedmarken", "--as-of", "i dag"), "--as-of"),
        (("network", "overview", "--year", 2026), "--office"),
        (("project", "show", "hedmarken"), "ikke noe prosjekt hedmarken"),
        (("project", "show", "11111111-1111-5111-8111-111111111111"), "ikke noe prosjekt"),
    ):
        told = await terminal(*words)
        assert told.exit_code == 2, told.output
        assert said in told.stderr, told.stderr
    assert await terminal.stored() == stored
    exact = await shown(terminal, "Hedmarken")
    assert exact["name"] == "Hedmarken"


async def test_an_empty_installation_says_so(terminal: Terminal) -> None:
    for words, said in (
        (("network", "list"), "Ingen nettverk"),
        (("project", "list"), "Ingen prosjekter"),
        (("case", "historical"), "Ingen gamle saker"),
    ):
        assert said in (await terminal(*words)).stdout


async def test_a_real_installation_shows_no_names_and_takes_no_assertion(real: Terminal) -> None:
    found = await real.json("network", "show", "Hedmarken")
    assert {one["person"] for one in found["people"]} == {"–"}

    told = await real.json("network", "join", "Hedmarken", "3413", "--as", OFFICER, status=1)

    assert told["code"] == "asserted_on_real_installation"


# --- projects and numbers --------------------------------------------------------------------------------------------


async def test_a_project_shows_its_years_its_hosts_and_its_old_cases(
    opened: Terminal, tmp_path: Path
) -> None:
    case_id = await opened.stage.submit(applied_kr=400_000)
    await opened.stage.grant(case_id, 400_000)
    again = {"network": {"id": str(case_id), "name": "Hedmarken"}}
    await opened.stage.submit(**again)
    old = tmp_path / "gamle.csv"
    old.write_text(sheet(WHOLE | {"prosjekt-id": str(case_id)}), "utf-8")
    await opened.json("case", "import", old, "--office", "SFIN", "--as", OFFICER)

    listed = await opened.json("project", "list", "--network", str(case_id))
    assert [one["looks_like"] for one in listed["projects"]] != [[], []]
    assert "ligner på" in (await opened("project", "list", "--office", "SFIN")).stdout
    found = await opened.json("project", "show", case_id)
    assert (found["granted_ore"], found["hosts"]) == (40_000_000, ["970540008"])
    assert [one["reference"] for one in found["historical"]] == ["2021/77"]
    picture = (await opened("project", "show", case_id)).stdout
    assert "2021/77" in picture
    assert "teller ikke i prøvingen" in picture

    shown = await opened.json("network", "show", str(case_id))
    assert [(one["rule"], one["code"]) for one in shown["notices"]] == [("R26-15", "several_projects")]
    noticed = (await opened("network", "show", str(case_id))).stdout
    assert "2026: Nettverket søker for 2 prosjekter. Det er rom for flere. (R26-15)" in noticed

    numbers = await opened.json("network", "overview", "--office", "SFIN", "--year", 2026)
    assert (numbers["new"], numbers["continued"]) == (1, 0)
    reach = {"rule": "B21-41", "granted_ore": 40_000_000, "networks": 1, "municipalities": 2}
    assert numbers["pots"]["learning"] == reach
    assert numbers["topics"] == {"gatherings": 2, "service_development": 2}
    assert (
        "Nye nettverk: 1. Videreførte: 0." in (await opened("network", "overview", "--office", "SFIN")).stdout
    )


# --- outreach --------------------------------------------------------------------------------------------------------


async def test_outreach_is_ticked_and_special_attention_is_the_offices_own(terminal: Terminal) -> None:
    await registered(terminal)
    await terminal.json("outreach", "tick", "invited", "--everyone", "--office", "SFIN", "--as", OFFICER)
    await terminal.json(
        "outreach", "tick", "answered", "Elverum", "3413", "--office", "SFIN", "--as", OFFICER
    )
    await terminal.json("outreach", "untick", "answered", "3413", "--office", "SFIN", "--as", OFFICER)
    await terminal.json(
        "outreach", "attention", "Elverum", "--office", "SFIN", "--access", "internal", "--note", "Liten tjeneste",
        "--as", OFFICER,
    )  # fmt: skip

    everyone = await terminal.json("outreach", "list", "--office", "SFIN")
    assert (len(everyone["municipalities"]), everyone["outside"]) == (46, 44)
    by_number = {one["municipality"]: one for one in everyone["municipalities"]}
    assert by_number["3420"]["ticks"] == {"invited": "2026-03-01", "answered": "2026-03-01", "joined": None}
    assert by_number["3413"]["ticks"]["answered"] is None
    assert (by_number["3403"]["in_no_network"], by_number["3420"]["in_no_network"]) == (False, True)
    assert "attention" not in by_number["3420"]
    assert (
        "Liten" not in (await terminal("outreach", "list", "--office", "SFIN", "--as", "leader@SFVL")).stdout
    )

    mine = await terminal.json("outreach", "list", "--office", "SFIN", "--outside", "--as", OFFICER)
    [marked] = [one for one in mine["municipalities"] if one["attention"]]
    assert (marked["municipality"], marked["access"], marked["note"]) == (
        "3420",
        "internal",
        "Liten tjeneste",
    )
    assert (
        "internt: Liten tjeneste"
        in (await terminal("outreach", "list", "--office", "SFIN", "--as", OFFICER)).stdout
    )


# --- money between frames --------------------------------------------------------------------------------------------


async def test_money_moves_by_a_leader_and_earmarked_money_with_a_document(
    terminal: Terminal, tmp_path: Path
) -> None:
    for pots in (("learning=3000000", "leader=500000:earmarked"),):
        frames = [word for pot in pots for word in ("--frame", pot)]
        await terminal.json(
            "mandate",
            "set",
            "--office",
            "SFIN",
            "--year",
            2026,
            "--reference",
            "26/1",
            *frames,
            "--as",
            LEADER,
        )
    free = ("mandate", "transfer", "--office", "SFIN", "--year", 2026, "--from", "learning", "--to", "leader")
    marked = (
        "mandate",
        "transfer",
        "--office",
        "SFIN",
        "--year",
        2026,
        "--from",
        "leader",
        "--to",
        "learning",
    )
    more = ("--amount", 100_000, "--reason", "Mange gode søknader", "--as", LEADER)

    told = await terminal(*free, *more)
    assert told.exit_code == 0, told.output
    assert "flyttet fra læringsnettverk til barnevernsledernettverk" in told.stdout
    refused = await terminal.json(*marked, *more, status=1)
    assert (refused["code"], refused["rule"]) == ("directorates_document_missing", "R26-06")
    letter = tmp_path / "svar.pdf"
    letter.write_bytes(b"%PDF-1.7 ja")
    await terminal.json(*marked, *more, "--reference", "Bufdir 26/01234-5", "--document", letter)

    shown_frames = (await terminal.json("mandate", "show", "--office", "SFIN"))["frames"]
    assert {one["pot"]: one["amount_ore"] for one in shown_frames} == {
        "learning": 300_000_000,
        "leader": 50_000_000,
    }


# --- organisations ---------------------------------------------------------------------------------------------------


async def test_the_organisation_history_is_written_and_shown(terminal: Terminal) -> None:
    office = ("--office", "SFMR", "--as", "case_officer@SFMR")
    await terminal.json(
        "organisation", "reorganise", "--ended", "1507=Ålesund", "--begun", "1508", "--begun", "1580",
        "--from", "2024-01-01", *office,
    )  # fmt: skip
    await terminal.json("organisation", "verify", "Ålesund", "929911709", *office)
    split = await terminal.json("organisation", "show", "1507")
    assert (split["valid"], split["municipality"]["became"]) == (False, ["1508", "1580"])
    assert "ble til" in (await terminal("organisation", "show", "1507")).stdout

    await terminal.json(
        "organisation", "sub-unit", "974760223", "--main", "929911709", "--name", "Barnevernet", *office
    )
    allowed = ("--name", "Barnevern IKS", "--form", "intermunicipal_company", "--reason", "Vertskap")
    leader = ("--office", "SFMR", "--as", "leader@SFMR")
    await terminal.json("organisation", "allow", "986128433", *allowed, *leader)
    assert (await terminal.json("organisation", "show", "974760223", "--office", "SFMR"))[
        "main_unit"
    ] == "929911709"
    assert (
        "underenhet av en kommune"
        in (await terminal("organisation", "show", "974760223", "--office", "SFMR")).stdout
    )
    assert (
        "tillatt av leder" in (await terminal("organisation", "show", "986128433", "--office", "SFMR")).stdout
    )
    await terminal.json("organisation", "stop", "986128433", *leader)
    assert "Ingenting er kjent" in (await terminal("organisation", "show", "999999999")).stdout


# --- old cases -------------------------------------------------------------------------------------------------------


async def test_a_municipality_is_written_to_in_the_language_it_has_adopted(opened: Terminal) -> None:
    office = ("--office", "SFIN", "--as", OFFICER)

    await opened.json("organisation", "language", "Hamar", "nn", *office)
    case_id = await opened.stage.submit()

    assert (await opened.json("organisation", "show", "3403"))["language"] == "nn"
    assert "nynorsk" in (await opened("organisation", "show", "3403")).stdout
    assert (await opened.stage.case(case_id)).language == "nn"


async def test_old_cases_are_brought_in_whole(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "gamle.csv"
    file.write_text(sheet(WHOLE, CELLS | {"saksnummer": "2020/3", "tilskuddsår": "2020"}), "utf-8")

    answer = await terminal.json("case", "import", file, "--office", "SFIN", "--as", OFFICER)

    assert (answer["imported"], answer["years"]) == (2, [2020, 2021])
    listed = await terminal.json("case", "historical", "--office", "SFIN")
    assert [one["reference"] for one in listed["historical"]] == ["2021/77", "2020/3"]
    assert "Tidlig innsats" in (await terminal("case", "historical")).stdout
    told = await terminal(
        "case",
        "meet-historical",
        "2021/77",
        "report_due",
        "--office",
        "SFIN",
        "--year",
        2021,
        "--as",
        OFFICER,
    )
    assert "rapporten er i orden 01.03.2026" in told.stdout
    again = await terminal.json("case", "import", file, "--office", "SFIN", "--as", OFFICER, status=1)
    assert again["code"] == "historical_case_there_already"


async def test_a_file_with_a_mistake_is_told_row_by_row_and_nothing_is_stored(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "gamle.csv"
    bad = CELLS | {"saksnummer": "2021/78", "vertskommune": "1", "tilskuddsår": "21"}
    file.write_text(sheet(CELLS, bad, CELLS), "utf-8")
    await terminal.stage.mandate()
    stored = await terminal.stored()

    told = await terminal("case", "import", file, "--office", "SFIN", "--as", OFFICER)

    assert told.exit_code == 2
    assert "linje 3, tilskuddsår: må være et år mellom 2017 og 2099" in told.stderr
    assert "linje 3, vertskommune: må være et organisasjonsnummer" in told.stderr
    assert "linje 4, saksnummer: står også på linje 2" in told.stderr
    assert await terminal.stored() == stored
    for lang, said in (
        ("nn", "linje 3, tilskuddsår: må vere eit år"),
        ("en", "line 3, tilskuddsår: must be a year"),
    ):
        told = await terminal("case", "import", file, "--office", "SFIN", "--as", OFFICER, "--lang", lang)
        assert said in told.stderr


async def test_a_file_that_cannot_be_one_is_told(terminal: Terminal, tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes("tilskuddsår;kommune\n".encode("latin-1"))
    told = await terminal("case", "import", latin, "--office", "SFIN", "--as", OFFICER)
    assert (told.exit_code, "er ikke UTF-8" in told.stderr) == (2, True)
    told = await terminal("case", "import", "--as", OFFICER)
    assert (told.exit_code, "--template" in told.stderr) == (2, True)
    many = tmp_path / "mange.csv"
    rows = [CELLS | {"saksnummer": str(number), "vertskommune": "1"} for number in range(60)]
    many.write_text(sheet(*rows), "utf-8")
    told = await terminal("case", "import", many, "--office", "SFIN", "--as", OFFICER)
    assert "og 10 feil til" in told.stderr

    headings = (await terminal("case", "import", "--template")).stdout.strip()
    assert headings.startswith("saksnummer;tilskuddsår;nettverk")
    assert (await terminal.json("case", "import", "--template"))["columns"][0] == "saksnummer"


async def test_an_identity_number_in_a_note_is_warned_of(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "gamle.csv"
    file.write_text(sheet(CELLS | {"merknad": "Gjelder 010100 50053"}), "utf-8")

    told = await terminal.json("case", "import", file, "--office", "SFIN", "--as", OFFICER)

    assert told["identity_number_in_note"] == ["2021/77"]


@pytest.mark.parametrize("group", ["network", "project", "outreach", "organisation"])
async def test_every_group_explains_itself(terminal: Terminal, group: str) -> None:
    told = await terminal(group, "--help")

    assert told.exit_code == 0
    assert json.dumps(told.stdout)


# --- for the directorate ---------------------------------------------------------------------------------------------


async def test_the_coordinator_sees_foster_home_projects_of_every_office_and_hands_them_out(
    opened: Terminal, tmp_path: Path
) -> None:
    tagged = {"project": learning()["project"] | {"title": "=Fosterhjem sammen", "foster_home": True}}
    case_id = await opened.stage.submit(applied_kr=400_000, **tagged)
    await opened.stage.grant(case_id, 400_000)
    plain = await opened.stage.submit(applied_kr=400_000)
    await opened.stage.grant(plain, 400_000)
    asked = ("network", "foster-overview", "--year", "2026")

    found = await opened.json(*asked, "--as", "case_officer@SFVL")
    assert [(one["project"], one["office"], one["rule"]) for one in found["projects"]] == [
        ("=Fosterhjem sammen", "SFIN", "R26-21")
    ]
    assert found["projects"][0].keys().isdisjoint({"contact", "members", "people"})

    elsewhere = await opened.json(*asked, "--as", OFFICER, status=1)
    assert (elsewhere["code"], elsewhere["rule"]) == ("not_the_coordinator", "R26-20")
    file = tmp_path / "oversikt.csv"
    refused = await opened.json(*asked, "--as", "case_officer@SFVL", "--publish", file, status=1)
    assert (refused["code"], refused["rule"], file.exists()) == ("publication_needs_leader", "R26-22", False)

    await opened.json(*asked, "--as", "leader@SFVL", "--publish", file)
    head, line = file.read_text("utf-8-sig").splitlines()
    assert head.startswith("embete;prosjekt;nettverk;kommuner")
    assert "'=Fosterhjem sammen" in line
    again = await opened(*asked, "--as", "leader@SFVL", "--publish", file)
    assert again.exit_code == 2


async def test_the_country_s_sums_stand_beside_what_the_offices_were_given(terminal: Terminal) -> None:
    await terminal.json(
        "mandate", "set", "--office", "SFIN", "--year", 2023, "--reference", "23/1", "--as", LEADER,
        "--frame", "foster_home=2400000", "--frame", "self_initiated=1150000",
    )  # fmt: skip

    found = await terminal.json("mandate", "national", "--year", 2023)
    assert found["national_ore"] == 3_200_000_000
    assert [(one["pot"], one["rule"], one["left_ore"]) for one in found["pots"]] == [
        ("foster_home", "W23-15", 1_960_000_000),
        ("self_initiated", "W23-15", 885_000_000),
    ]
    assert (
        "22\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000"
        in (await terminal("mandate", "national", "--year", 2023)).stdout
    )
    assert (await terminal.json("mandate", "national", "--year", 2026))["pots"] == []
