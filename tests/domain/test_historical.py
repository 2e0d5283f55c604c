"""Old cases: a whole file or nothing, every mistake by its line and column, and no clock but the typed dates (E45)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pytest
from pydantic import ValidationError

from domain import historical_file
from domain.actors import Role
from domain.historical import (
    DateKind,
    HistoricalCase,
    HistoricalYear,
    ImportHistorical,
    MeetHistoricalDate,
    evolve_historical,
    import_historical,
    meet_historical_date,
)
from domain.historical_file import HEADINGS, HistoricalFileError, read_cases
from domain.office_settings import OfficeSettingChanged
from domain.ruleset import ProjectType, Strand
from tests.domain.lives import LEADER, OFFICER, person, refused

TODAY: Final = date(2026, 3, 1)
CELLS: Final = {
    "saksnummer": "2021/77",
    "tilskuddsår": "2021",
    "nettverk": "Hedmarken",
    "prosjekt": "Tidlig innsats",
    "vertskommune": "970 540 008",
    "resultat": "innvilget",
}
WHOLE: Final = CELLS | {
    "ordning": "læringsnettverk",
    "prosjekttype": "fosterhjem",
    "kommuner": "3403, 3412 3413",
    "søkt": "450 000",
    "innvilget": "400 000,-",
    "utbetalt": "400000",
    "brukt": "399 999,50",
    "tilbakebetalt": "0,50",
    "vedtaksdato": "1.9.2021",
    "bruksfrist": "2022-12-31",
    "rapportfrist": "01.04.2023",
    "merknad": "Forsinket av pandemien",
}


def sheet(*rows: Mapping[str, str], columns: tuple[str, ...] | None = None) -> str:
    heads = columns or tuple(rows[0])
    lines = [";".join(heads), *(";".join(row.get(head, "") for head in heads) for row in rows)]
    return "\ufeff" + "\r\n".join(lines) + "\r\n"


def mistakes(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(HistoricalFileError) as caught:
        read_cases(text)
    return [(one.line, one.column, one.code) for one in caught.value.problems]


def test_a_row_is_read_as_offices_write_it() -> None:
    [case] = read_cases(sheet(WHOLE))

    assert (case.reference, case.grant_year, case.host) == ("2021/77", 2021, "970540008")
    assert (case.strand, case.project_type) == (Strand.LEARNING, ProjectType.FOSTER_HOME)
    assert case.municipalities == ("3403", "3412", "3413")
    assert (case.applied_ore, case.granted_ore, case.paid_ore) == (45_000_000, 40_000_000, 40_000_000)
    assert (case.used_ore, case.repaid_ore) == (39_999_950, 50)
    assert case.decided_on == date(2021, 9, 1)
    assert case.dates == {DateKind.USE_UNTIL: date(2022, 12, 31), DateKind.REPORT_DUE: date(2023, 4, 1)}
    assert case.note is not None
    assert case.note.text == "Forsinket av pandemien"


@pytest.mark.edge("E45")
def test_what_is_not_known_is_left_open_and_nothing_is_waited_for() -> None:
    [case] = read_cases(sheet(CELLS))

    assert (case.granted_ore, case.decided_on, case.note) == (None, None, None)
    assert case.dates == {}


def test_the_names_of_the_fields_will_do_as_headings() -> None:
    keys = {heading: key for key, heading in HEADINGS.items()}

    [case] = read_cases(sheet({keys[heading]: cell for heading, cell in CELLS.items()}))

    assert case.reference == "2021/77"


def test_empty_lines_are_no_cases() -> None:
    assert len(read_cases(sheet(CELLS, {}, CELLS | {"saksnummer": "2021/78"}, {}))) == 2


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("tilskuddsår", "21", "not_a_year"),
        ("tilskuddsår", "2016", "not_a_year"),
        ("tilskuddsår", "tjueen", "not_a_year"),
        ("vertskommune", "970540009", "not_an_org_number"),
        ("resultat", "kanskje", "unknown_word"),
        ("ordning", "noe annet", "unknown_word"),
        ("kommuner", "3403;", "not_a_municipality"),
        ("kommuner", "340", "not_a_municipality"),
        ("søkt", "mange", "not_kroner"),
        ("søkt", "-1", "not_kroner"),
        ("søkt", "1,234", "not_kroner"),
        ("søkt", "99999999999", "not_kroner"),
        ("søkt", "9999999999,01", "not_kroner"),
        ("vedtaksdato", "31.02.2021", "not_a_day"),
        ("vedtaksdato", "i fjor", "not_a_day"),
        ("vedtaksdato", "01.01.1999", "not_a_day"),
        ("prosjekt-id", "17", "not_an_id"),
        ("prosjekt", "x" * 201, "cell_too_long"),
        ("prosjekt", "a\x1b[2J", "control_characters"),
    ],
)
def test_a_mistake_is_named_by_its_line_and_column(column: str, cell: str, code: str) -> None:
    if ";" in cell:
        cell = f'"{cell}"'
    rows = (CELLS | {column: CELLS.get(column, "")}, CELLS | {"saksnummer": "2021/78", column: cell})

    assert mistakes(sheet(*rows)) == [(3, column, code)]


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    bad = WHOLE | {"tilskuddsår": "x", "vertskommune": "1", "søkt": "mange"}

    assert mistakes(sheet(WHOLE, bad, bad)) == [
        (3, "tilskuddsår", "not_a_year"),
        (3, "vertskommune", "not_an_org_number"),
        (3, "søkt", "not_kroner"),
        (4, "tilskuddsår", "not_a_year"),
        (4, "vertskommune", "not_an_org_number"),
        (4, "søkt", "not_kroner"),
    ]


def test_a_cell_that_must_be_there_is_missed() -> None:
    row = {**CELLS, "nettverk": " "}

    assert mistakes(sheet(CELLS, row)) == [(3, "nettverk", "cell_missing")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"resultat": "avslått"}, "granted_though_not"),
        ({"utbetalt": "400 001"}, "paid_more_than_granted"),
        ({"brukt": "400 000"}, "used_more_than_paid"),
    ],
)
def test_sums_that_contradict_each_other_are_told(changes: dict[str, str], code: str) -> None:
    assert mistakes(sheet(WHOLE | changes)) == [(2, "", code)]


def test_a_reference_stands_once_in_a_year() -> None:
    assert mistakes(sheet(CELLS, CELLS)) == [(3, "saksnummer", "reference_twice")]
    assert len(read_cases(sheet(CELLS, CELLS | {"tilskuddsår": "2022"}))) == 2


def test_the_headings_are_known_once_and_complete() -> None:
    assert mistakes(sheet(CELLS | {"kaffe": "ja"})) == [(1, "kaffe", "unknown_column")]
    assert mistakes(sheet(CELLS, columns=(*CELLS, "nettverk"))) == [(1, "nettverk", "column_twice")]
    assert mistakes(sheet({key: CELLS[key] for key in CELLS if key != "prosjekt"})) == [
        (1, "prosjekt", "column_missing")
    ]
    assert mistakes("saksnummer,tilskuddsår\n") == [(1, "", "no_semicolons")]
    assert mistakes("") == [(1, "", "no_semicolons")]
    assert mistakes(sheet(columns=tuple(CELLS))) == [(1, "", "no_rows")]


def test_a_row_has_no_more_cells_than_headings_and_quotes_are_closed() -> None:
    assert mistakes(sheet(CELLS).rstrip() + ";mer\r\n") == [(2, "", "too_many_cells")]
    assert [code for _, _, code in mistakes(sheet(CELLS | {"prosjekt": '"a"b'}))] == ["not_csv"]


def test_a_file_beyond_measure_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.historical_file.MAX_ROWS", 1)

    assert mistakes(sheet(CELLS, CELLS | {"saksnummer": "2"})) == [(3, "", "too_many_rows")]


def test_a_mistake_that_only_the_model_sees_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(historical_file._READ, "host", lambda _name, text: text)

    assert mistakes(sheet(CELLS | {"vertskommune": "12"})) == [(2, "vertskommune", "unusable")]


# --- the import ------------------------------------------------------------------------------------------------------


def command(*references: str, year: int = 2021, **changes: Any) -> ImportHistorical:
    cases = tuple(
        read_cases(sheet(CELLS | {"saksnummer": one, "tilskuddsår": str(year)}))[0] for one in references
    )
    plain = {"office": "SFIN", "grant_year": year, "file_sha256": "a" * 64, "cases": cases}
    return ImportHistorical.model_validate(plain | changes)


@pytest.mark.edge("E45")
def test_every_case_of_a_file_is_an_event() -> None:
    events = import_historical(command("1", "2"), OFFICER, (), TODAY)

    state: HistoricalYear | None = None
    for event in events:
        state = evolve_historical(state, event)
    assert state == HistoricalYear(imported=2)


def test_a_case_is_brought_in_once() -> None:
    with refused("historical_case_there_already", "E45", references=["2"]):
        import_historical(command("1", "2"), OFFICER, {"2"}, TODAY)
    with refused("historical_case_there_already", "E45", references=["1"]):
        import_historical(command("1", "1"), OFFICER, (), TODAY)
    with refused("historical_case_of_other_year", "E45", year=2020):
        import_historical(command("1", grant_year=2020), OFFICER, (), TODAY)


def test_a_year_ahead_has_no_old_cases() -> None:
    with refused("historical_year_ahead", "E45", year=2027):
        import_historical(command("1", year=2027), OFFICER, (), TODAY)
    assert import_historical(command("1", year=2026), OFFICER, (), TODAY)


def test_only_the_office_brings_its_old_cases_in() -> None:
    with refused("role_not_allowed", "E45", command="import_historical"):
        import_historical(command("1"), person(Role.ACCOUNTANT), (), TODAY)
    with refused("other_office", "R26-45"):
        import_historical(command("1"), person(Role.LEADER, unit="SFVL"), (), TODAY)
    assert import_historical(command("1"), LEADER, (), TODAY)


def test_a_typed_date_is_met_once() -> None:
    met = MeetHistoricalDate(
        office="SFIN", grant_year=2021, reference="1", date_kind=DateKind.REPORT_DUE, met_on=TODAY
    )
    for waited in (None, {DateKind.USE_UNTIL}):
        with refused("historical_date_not_open", "E45", reference="1", date_kind="report_due"):
            meet_historical_date(met, OFFICER, waited, TODAY)
    with refused("day_ahead", "E45"):
        meet_historical_date(met, OFFICER, {DateKind.REPORT_DUE}, date(2026, 2, 28))
    with refused("role_not_allowed", "E45"):
        meet_historical_date(met, person(Role.ATTESTOR), {DateKind.REPORT_DUE}, TODAY)

    event = meet_historical_date(met, OFFICER, {DateKind.REPORT_DUE}, TODAY)

    assert evolve_historical(HistoricalYear(imported=1), event) == HistoricalYear(imported=1, met=1)


def test_a_case_whose_sums_contradict_is_not_taken_by_any_door() -> None:
    plain = read_cases(sheet(WHOLE))[0].model_dump()

    with pytest.raises(ValidationError, match="paid_more_than_granted"):
        HistoricalCase.model_validate(plain | {"granted_ore": 1, "used_ore": None, "repaid_ore": None})


def test_an_event_of_another_stream_does_not_belong_here() -> None:
    with pytest.raises(ValueError, match="does not belong here"):
        evolve_historical(
            None,
            OfficeSettingChanged(
                office="SFIN", attestor_may_recommend=True, write_off_limit_ore=None, by="p"
            ),
        )
