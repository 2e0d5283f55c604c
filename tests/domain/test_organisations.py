"""Municipalities through the years, and who else can be paid (E23, E46)."""

from datetime import date
from typing import Any, Final

import pytest
from pydantic import ValidationError

from domain.actors import Actor, Role
from domain.application import Application
from domain.office_settings import OfficeSettingChanged
from domain.organisations import commands as c
from domain.organisations.deciding import decide_organisations
from domain.organisations.directory import Directory, Organisations, PayeeKind
from domain.organisations.events import evolve_organisations
from domain.organisations.payees import with_main_unit
from storage.organisations import packed_municipalities
from storage.reference import municipalities
from tests.domain.applications import HAMAR, ORG_HAMAR, application, learning
from tests.domain.lives import LEADER, OFFICER, person, refused

MORE: Final = person(Role.CASE_OFFICER, unit="SFMR")
LEADER_OF_MORE: Final = person(Role.LEADER, unit="SFMR")
EVE, NEW_YEAR, TODAY = date(2023, 12, 31), date(2024, 1, 1), date(2026, 4, 1)
SUB_UNIT, COMPANY, ALESUND = "974760223", "986128433", "929911709"
SPLIT: Final[dict[str, Any]] = {
    "office": "SFMR",
    "ended": ({"number": "1507", "name": "Ålesund"},),
    "begun": ({"number": "1508"}, {"number": "1580"}),
    "from_day": "2024-01-01",
}


class Register:
    """The organisation history as it grows."""

    def __init__(self) -> None:
        self.state: Organisations | None = None

    @property
    def directory(self) -> Directory:
        return Directory(packed=packed_municipalities(), registered=self.state or Organisations())

    def do(self, command: type[Any], who: Actor = OFFICER, **body: Any) -> Any:
        event = decide_organisations(command.model_validate({"office": "SFIN", **body}), who, self.directory)
        self.state = evolve_organisations(self.state, event)
        return event


# --- mergers and splits ----------------------------------------------------------------------------------------------


def test_the_packed_list_knows_the_numbers_before_2024() -> None:
    directory = Register().directory

    assert len(municipalities()) == 357
    halden = directory.municipality("3001")
    assert halden is not None
    assert (halden.name, halden.last_day, halden.became) == ("Halden", EVE, ("3101",))
    assert directory.name_of("3101") == "Halden"
    assert directory.name_of("9999") == "9999"


def test_an_office_has_the_municipalities_of_the_day() -> None:
    directory = Register().directory

    before = {one.number for one in directory.of_office("SFOBOA", EVE)}
    after = {one.number for one in directory.of_office("SFOBOA", NEW_YEAR)}

    assert {"3001"} == before & {"3001", "3101"}
    assert {"3101"} == after & {"3001", "3101"}
    assert len(before) == len(after) == 52


@pytest.mark.edge("E23")
def test_the_split_of_alesund_is_registered_with_both_sides() -> None:
    register = Register()
    assert {one.number for one in register.directory.of_office("SFMR", EVE)} & {"1507", "1508"} == set()

    register.do(c.ReorganiseMunicipalities, MORE, **SPLIT)

    old = register.directory.municipality("1507")
    assert old is not None
    assert (old.last_day, old.became, old.office) == (EVE, ("1508", "1580"), "SFMR")
    assert "1507" in {one.number for one in register.directory.of_office("SFMR", EVE)}
    assert "1507" not in {one.number for one in register.directory.of_office("SFMR", NEW_YEAR)}


@pytest.mark.edge("E23")
def test_a_merger_ends_one_and_another_goes_on() -> None:
    register = Register()

    register.do(
        c.ReorganiseMunicipalities,
        ended=({"number": "3412"},),
        begun=({"number": "3403"},),
        from_day="2027-01-01",
    )

    assert [one.number for one in register.directory.of_office("SFIN", date(2027, 1, 1))].count("3403") == 1
    ended = register.directory.municipality("3412")
    assert ended is not None
    assert ended.became == ("3403",)
    with refused("municipality_ended", "E23", municipality="3412", last_day="2026-12-31"):
        register.do(
            c.ReorganiseMunicipalities,
            ended=({"number": "3412"},),
            begun=({"number": "3403"},),
            from_day="2028-01-01",
        )
    with refused("municipality_ended", "E23"):
        register.do(
            c.ReorganiseMunicipalities,
            ended=({"number": "3403"},),
            begun=({"number": "3412"},),
            from_day="2028-01-01",
        )


def test_a_new_municipality_has_a_name_and_a_county() -> None:
    ended = ({"number": "3412"}, {"number": "3413"})
    with refused("municipality_unknown", "E23", municipality="3460"):
        Register().do(
            c.ReorganiseMunicipalities, ended=ended, begun=({"number": "3460"},), from_day="2027-01-01"
        )
    with refused("county_unknown", "E23", municipality="9960"):
        Register().do(
            c.ReorganiseMunicipalities,
            ended=ended,
            begun=({"number": "9960", "name": "Ny"},),
            from_day="2027-01-01",
        )
    register = Register()
    new = {"number": "3460", "name": "Hedmarken", "org_number": SUB_UNIT}
    register.do(c.ReorganiseMunicipalities, ended=ended, begun=(new,), from_day="2027-01-01")

    assert register.directory.with_org_number(SUB_UNIT, date(2027, 1, 1)) is not None
    assert register.directory.with_org_number(SUB_UNIT, date(2026, 12, 31)) is None


def test_a_municipality_does_not_both_end_and_begin() -> None:
    with refused("municipality_ends_and_begins", "E23", municipality="3412"):
        Register().do(
            c.ReorganiseMunicipalities,
            ended=({"number": "3412"},),
            begun=({"number": "3412"},),
            from_day="2027-01-01",
        )


def test_an_office_writes_the_history_of_its_own_area() -> None:
    with refused("other_office", "R26-45", office="SFMR", unit="SFIN"):
        Register().do(c.ReorganiseMunicipalities, OFFICER, **SPLIT | {"office": "SFIN"})
    with refused("other_office", "R26-45"):
        Register().do(c.ReorganiseMunicipalities, OFFICER, **SPLIT)
    with refused("role_not_allowed", "E23", command="reorganise_municipalities"):
        Register().do(c.ReorganiseMunicipalities, person(Role.ATTESTOR, unit="SFMR"), **SPLIT)


def test_a_number_is_verified_by_the_office_of_the_municipality() -> None:
    register = Register()
    assert register.directory.with_org_number(ALESUND, NEW_YEAR) is None
    with refused("municipality_unknown", "E23", municipality="9999"):
        register.do(c.VerifyOrgNumber, municipality="9999", org_number=ALESUND)
    with refused("other_office", "R26-45", office="SFMR"):
        register.do(c.VerifyOrgNumber, municipality="1508", org_number=ALESUND)

    register.do(c.VerifyOrgNumber, MORE, office="SFMR", municipality="1508", org_number=ALESUND)

    found = register.directory.with_org_number(ALESUND, NEW_YEAR)
    assert found is not None
    assert found.number == "1508"


# --- payees ----------------------------------------------------------------------------------------------------------

DAY = date(2026, 3, 1)
UNIT: Final[dict[str, Any]] = {
    "sub_unit": SUB_UNIT,
    "main_unit": ORG_HAMAR,
    "unit_name": "Barnevernet",
    "from_day": "2026-01-01",
}
ALLOWED: Final[dict[str, Any]] = {
    "org_number": COMPANY,
    "payee_name": "Barnevern IKS",
    "form": "task_community",
    "from_day": "2026-01-01",
    "reason": "Oppgavefellesskapet er vertskap for alle kommunene",
}


def test_a_municipality_is_written_to_in_the_language_it_has_adopted() -> None:
    register = Register()
    assert register.directory.language_of(ORG_HAMAR, TODAY) is None

    register.do(c.SetLanguage, municipality=HAMAR, language="nn")
    assert register.directory.language_of(ORG_HAMAR, TODAY) == "nn"
    register.do(c.SetLanguage, municipality=HAMAR, language="neutral")
    assert register.directory.language_of(ORG_HAMAR, TODAY) is None


def test_its_own_office_registers_the_language_of_a_municipality() -> None:
    register = Register()

    with refused("municipality_unknown", "E23", municipality="9999"):
        register.do(c.SetLanguage, municipality="9999", language="nn")
    with refused("other_office", "R26-45", office="SFMR", unit="SFIN"):
        register.do(c.SetLanguage, municipality="1508", language="nn")
    with refused("role_not_allowed", "L-47"):
        register.do(c.SetLanguage, person(Role.ACCOUNTANT), municipality=HAMAR, language="nn")


def test_a_municipality_may_be_paid_and_a_stranger_not() -> None:
    directory = Register().directory

    found = directory.payee(ORG_HAMAR, "SFIN", DAY)
    assert found is not None
    assert (found.org_number, found.kind) == (ORG_HAMAR, PayeeKind.MUNICIPALITY)
    assert directory.payee(COMPANY, "SFIN", DAY) is None


@pytest.mark.edge("E46")
def test_a_sub_unit_stands_for_its_municipality() -> None:
    register = Register()

    register.do(c.MapSubUnit, **UNIT)

    found = register.directory.payee(SUB_UNIT, "SFIN", DAY)
    assert found is not None
    assert (found.org_number, found.kind) == (ORG_HAMAR, PayeeKind.SUB_UNIT)
    assert register.directory.payee(SUB_UNIT, "SFIN", date(2025, 12, 31)) is None


def test_a_sub_unit_is_mapped_once_and_to_a_municipality_of_the_office() -> None:
    register = Register()
    with refused("main_unit_not_municipality", "E46", org_number=COMPANY):
        register.do(c.MapSubUnit, **UNIT | {"main_unit": COMPANY})
    with refused("main_unit_not_municipality", "E46"):
        register.do(c.MapSubUnit, **UNIT | {"sub_unit": ORG_HAMAR})
    with refused("other_office", "R26-45"):
        register.do(c.MapSubUnit, **UNIT | {"main_unit": "958935420"})
    with refused("last_day_before_first", "E46"):
        register.do(c.MapSubUnit, **UNIT | {"last_day": "2025-12-31"})
    register.do(c.MapSubUnit, **UNIT)

    with refused("payee_known", "E46", org_number=SUB_UNIT, main_unit=ORG_HAMAR):
        register.do(c.MapSubUnit, **UNIT)


@pytest.mark.edge("E46")
def test_another_payee_needs_a_leader_and_a_reason() -> None:
    register = Register()
    with refused("role_not_allowed", "E46", role="case_officer", allowed=["leader"]):
        register.do(c.AllowPayee, OFFICER, **ALLOWED)
    with pytest.raises(ValidationError, match="reason"):
        register.do(c.AllowPayee, LEADER, **{key: ALLOWED[key] for key in ALLOWED if key != "reason"})
    with refused("payee_known", "E46", org_number=ORG_HAMAR, main_unit=None):
        register.do(c.AllowPayee, LEADER, **ALLOWED | {"org_number": ORG_HAMAR})
    register.do(c.AllowPayee, LEADER, **ALLOWED)

    found = register.directory.payee(COMPANY, "SFIN", DAY)
    assert found is not None
    assert found.kind is PayeeKind.ALLOWED
    assert register.directory.payee(COMPANY, "SFMR", DAY) is None
    with refused("payee_known", "E46", main_unit=None):
        register.do(c.AllowPayee, LEADER, **ALLOWED)


def test_a_mapped_sub_unit_needs_no_permission() -> None:
    register = Register()
    register.do(c.MapSubUnit, **UNIT)

    with refused("payee_known", "E46", org_number=SUB_UNIT, main_unit=ORG_HAMAR):
        register.do(c.AllowPayee, LEADER, **ALLOWED | {"org_number": SUB_UNIT})


def test_a_permission_ends_and_may_be_given_anew() -> None:
    register = Register()
    with refused("payee_not_allowed", "E46", org_number=COMPANY):
        register.do(c.StopPayee, LEADER, org_number=COMPANY, last_day="2026-06-30")
    register.do(c.AllowPayee, LEADER, **ALLOWED)
    register.do(c.StopPayee, LEADER, org_number=COMPANY, last_day="2026-06-30")

    assert register.directory.payee(COMPANY, "SFIN", date(2026, 6, 30)) is not None
    assert register.directory.payee(COMPANY, "SFIN", date(2026, 7, 1)) is None
    register.do(c.AllowPayee, LEADER, **ALLOWED | {"from_day": "2026-08-01"})
    assert register.directory.payee(COMPANY, "SFIN", date(2026, 8, 1)) is not None


def test_a_payee_is_allowed_by_the_office_that_pays() -> None:
    register = Register()
    with refused("other_office", "R26-45"):
        register.do(c.AllowPayee, LEADER_OF_MORE, **ALLOWED)
    register.do(c.AllowPayee, LEADER_OF_MORE, **ALLOWED | {"office": "SFMR"})

    register.do(c.AllowPayee, LEADER, **ALLOWED)
    register.do(c.StopPayee, LEADER, org_number=COMPANY, last_day="2026-06-30")

    assert register.directory.payee(COMPANY, "SFMR", date(2026, 12, 1)) is not None


def test_an_application_is_read_under_the_municipalitys_own_number() -> None:
    whole = learning()
    members = [one | {"org_number": SUB_UNIT} for one in whole["members"][:1]] + whole["members"][1:]
    sent: Application = application(whole, host=SUB_UNIT, members=members)

    read = with_main_unit(sent, ORG_HAMAR)

    assert read.host == ORG_HAMAR
    assert [one.org_number for one in read.members] == [ORG_HAMAR, "964950679"]
    assert with_main_unit(sent, None) is sent


def test_an_event_of_another_stream_does_not_belong_here() -> None:
    with pytest.raises(ValueError, match="does not belong here"):
        evolve_organisations(
            None,
            OfficeSettingChanged(
                office="SFIN", attestor_may_recommend=True, write_off_limit_ore=None, by="p"
            ),
        )
