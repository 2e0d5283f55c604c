"""Acting as a person is for local installations, and stands in the trail as asserted."""

import pytest
from sqlalchemy import text

from tests.cli.conftest import EXAMPLES, WAITING, Terminal


async def test_who_acts_is_marked_as_asserted_and_named_whole(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened(
        "case",
        "do",
        "declare_impartiality",
        "--id",
        case_id,
        "--as",
        "leader@SFIN:to",
        "--set",
        "impartial=ja",
    )

    newest = (await opened.json("case", "history", case_id))["events"][-1]

    assert newest["actor"] == {
        "subject": "leader@SFIN:to",
        "role": "leader",
        "unit": "SFIN",
        "asserted": True,
    }


async def test_two_names_in_one_role_are_two_people(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    for name in ("leader@SFIN", "leader@SFIN:to"):
        await opened(
            "case", "do", "declare_impartiality", "--id", case_id, "--as", name, "--set", "impartial=ja"
        )

    assert (await opened.stage.case(case_id)).impartial == ("leader@SFIN", "leader@SFIN:to")


@pytest.mark.parametrize(
    "who",
    [
        "leader",
        "boss@SFIN",
        "leader@SFXX",
        "leader@970540008",
        "applicant_signatory@SFIN",
        "applicant_signatory@123456789",
        "system@-",
        "operator@SFIN",
        f"leader@SFIN:{'a' * 61}",
        "leader@SFIN:\x1b",
        "",
    ],
)
async def test_whom_one_cannot_act_as_is_unusable(unchanged: Terminal, who: str) -> None:
    before = await unchanged.stored()

    result = await unchanged("case", "do", "grant", "--id", "SFIN-2026-1", "--as", who)

    assert result.exit_code == 2
    assert "--as" in result.stderr
    assert await unchanged.stored() == before


async def test_nobody_named_is_unusable(unchanged: Terminal) -> None:

    result = await unchanged("case", "do", "grant", "--id", "SFIN-2026-1")

    assert result.exit_code == 2
    assert "--as leader@SFIN" in result.stderr


ACTS = {
    "case do": ("case", "do", "grant", "--id", "SFIN-2026-1", "--as", "leader@SFIN"),
    "case do, nobody named": ("case", "do", "grant", "--id", "SFIN-2026-1"),
    "submit": ("submit", EXAMPLES / "application-2026-hedmarken.json", "--round", "SFIN-2026-R1"),
    "mandate set": ("mandate", "set", EXAMPLES / "mandate-2026-sfin.toml", "--as", "leader@SFIN"),
    "round open": ("round", "open", EXAMPLES / "round-2026-leader-sfin.toml", "--as", "leader@SFIN"),
    "clock": ("clock", "--at", "2027-01-01"),
}


@pytest.mark.parametrize("act", ACTS)
async def test_on_a_real_installation_nobody_acts_from_the_command_line(real: Terminal, act: str) -> None:
    before = await real.stored()

    result = await real(*ACTS[act])

    assert result.exit_code == 1
    assert "virkelig installasjon" in result.stderr
    assert await real.stored() == before


@pytest.mark.parametrize(
    "words",
    [
        ("case", "list"),
        ("case", "show", "SFIN-2026-1"),
        ("case", "history", "SFIN-2026-1"),
        ("tasks",),
        ("overdue",),
        ("round", "list"),
        ("round", "show", "SFIN-2026-R1"),
        ("mandate", "show"),
        ("trail", "verify"),
        ("trail", "sign"),
        ("clock",),
    ],
)
async def test_on_a_real_installation_operators_work_goes_on(real: Terminal, words: tuple[str, ...]) -> None:
    result = await real(*words)

    assert result.exit_code == 0, result.output


async def test_a_waiting_command_is_sent_on_in_a_real_installation_and_its_reason_is_not_shown(
    real: Terminal,
) -> None:
    sent = await real("case", "command", WAITING)

    history = await real("case", "history", "SFIN-2026-1")

    assert sent.exit_code == 0
    assert "Habilitetserklæring: inhabil" in history.stdout
    assert "Gift" not in history.stdout


async def test_reasons_of_people_are_shown_on_a_local_installation(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened(
        "case", "do", "declare_impartiality", "--id", case_id, "--as", "leader@SFIN", "--set", "impartial=nei",
        "--set", "reason=Gift med søkeren",
    )  # fmt: skip

    history = await opened("case", "history", case_id)

    assert "Begrunnelse: Gift med søkeren" in history.stdout


async def test_a_lack_of_authority_goes_to_the_access_log(opened: Terminal) -> None:
    await opened.stage.submit()

    result = await opened("case", "do", "grant", "--id", "SFIN-2026-1", "--as", "leader@SFVL")

    assert result.exit_code == 1
    async with opened.stage.database.engine.connect() as conn:
        rows = (await conn.execute(text("SELECT subject, code FROM access_log"))).all()
    assert [tuple(row) for row in rows] == [("leader@SFVL", "other_office")]
