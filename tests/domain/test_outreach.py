"""The outreach list: invited, answered, joined; and the mark that is the office's own."""

from datetime import date
from typing import Any, Final

import pytest
from pydantic import ValidationError

from domain.actors import Actor, Role
from domain.office_settings import OfficeSettingChanged
from domain.outreach import (
    MarkAttention,
    Outreach,
    OutreachFacts,
    Tick,
    TickMunicipalities,
    UntickMunicipality,
    decide_outreach,
    evolve_outreach,
    may_see_attention,
)
from storage.office_duties import load_duties
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, person, refused

HAMAR, LOTEN, STANGE = "3403", "3412", "3413"
LISTED: Final = (HAMAR, LOTEN, STANGE)
NOTE: Final[dict[str, Any]] = {"access": "internal", "note": "Liten tjeneste"}


class List:
    """The list of Innlandet for one year."""

    def __init__(self, year: int = 2026) -> None:
        self.state: Outreach | None = None
        self.year = year

    def do(self, command: type[Any], who: Actor = OFFICER, **body: Any) -> Any:
        whole = command.model_validate({"office": "SFIN", "year": self.year, **body})
        facts = OutreachFacts(today=date(self.year, 4, 1), listed=LISTED, duties=load_duties())
        event = decide_outreach(self.state, whole, who, facts)
        self.state = evolve_outreach(self.state, event)
        return event

    def tick(self, tick: Tick, *numbers: str, day: str = "03-10") -> Any:
        return self.do(
            TickMunicipalities, tick=tick.value, municipalities=numbers, ticked_on=f"{self.year}-{day}"
        )

    def ticks(self, number: str) -> dict[str, date]:
        assert self.state is not None
        return self.state.reached[number].ticks


def test_every_municipality_of_the_office_is_invited_at_once() -> None:
    found = List()

    event = found.do(TickMunicipalities, tick="invited", everyone=True, ticked_on="2026-03-10")

    assert (event.municipalities, event.ticked) == (LISTED, 3)
    assert found.ticks(STANGE) == {"invited": date(2026, 3, 10)}


def test_everyone_means_those_who_are_not_ticked_yet() -> None:
    found = List()
    found.tick(Tick.INVITED, HAMAR)

    event = found.do(TickMunicipalities, tick="invited", everyone=True, ticked_on="2026-03-20")

    assert event.municipalities == (LOTEN, STANGE)
    assert found.ticks(HAMAR)["invited"] == date(2026, 3, 10)
    with refused("ticked_already", "R26-64", tick="invited"):
        found.do(TickMunicipalities, tick="invited", everyone=True, ticked_on="2026-03-20")


def test_a_municipality_is_invited_answers_and_joins() -> None:
    found = List()
    for tick, day in ((Tick.INVITED, "03-10"), (Tick.ANSWERED, "03-15"), (Tick.JOINED, "04-01")):
        found.tick(tick, HAMAR, day=day)

    assert list(found.ticks(HAMAR)) == ["invited", "answered", "joined"]
    assert found.state is not None
    assert found.state.last_tick_on == date(2026, 4, 1)


def test_a_tick_is_not_set_ahead_nor_for_others() -> None:
    with refused("day_ahead", "R26-64", given_day="2026-04-02"):
        List().tick(Tick.INVITED, HAMAR, day="04-02")
    with refused("municipality_of_other_office", "R26-64", municipality="4214", office="SFIN"):
        List().tick(Tick.INVITED, HAMAR, "4214")


def test_a_tick_set_by_mistake_is_taken_back() -> None:
    found = List()
    found.tick(Tick.INVITED, HAMAR)
    with refused("not_ticked", "R26-64", tick="joined", municipality=HAMAR):
        found.do(UntickMunicipality, tick="joined", municipality=HAMAR)

    found.do(UntickMunicipality, tick="invited", municipality=HAMAR)

    assert found.ticks(HAMAR) == {}
    assert found.state is not None
    assert found.state.last_tick_on is None


@pytest.mark.parametrize(
    ("year", "rule"), [(2018, "H18-01"), (2021, "B21-46"), (2023, "W23-13"), (2026, "R26-64")]
)
def test_the_rule_of_the_list_is_that_of_its_year(year: int, rule: str) -> None:
    with refused("ticked_already", rule):
        found = List(year)
        found.tick(Tick.INVITED, HAMAR)
        found.tick(Tick.INVITED, HAMAR)


def test_some_are_named_or_all_are_meant() -> None:
    for given in ({"municipalities": ()}, {"municipalities": (HAMAR,), "everyone": True}):
        with pytest.raises(ValidationError, match="name some, or take everyone"):
            List().do(TickMunicipalities, tick="invited", ticked_on="2026-03-10", **given)


def test_the_mark_for_special_attention_has_a_note_and_an_access_class() -> None:
    found = List()
    with pytest.raises(ValidationError, match="access"):
        found.do(MarkAttention, municipality=HAMAR, marked=True, note="Liten tjeneste")
    with refused("municipality_of_other_office", "R26-63", municipality="4214"):
        found.do(MarkAttention, municipality="4214", marked=True, **NOTE)
    found.do(MarkAttention, municipality=HAMAR, marked=True, **NOTE)

    assert found.state is not None
    assert found.state.reached[HAMAR].attention
    found.do(MarkAttention, municipality=HAMAR, marked=False, **NOTE)
    assert not found.state.reached[HAMAR].attention


def test_the_mark_is_by_the_rule_of_its_year() -> None:
    with refused("municipality_of_other_office", "B21-45"):
        List(2021).do(MarkAttention, municipality="4214", marked=True, **NOTE)


def test_only_the_office_sees_who_is_marked() -> None:
    assert may_see_attention(OFFICER, "SFIN")
    assert may_see_attention(person(Role.ACCOUNTANT), "SFIN")
    for other in (None, SIGNATORY, person(Role.LEADER, unit="SFVL"), person(Role.OPERATOR, unit="SFIN")):
        assert not may_see_attention(other, "SFIN")


def test_only_the_office_keeps_its_list() -> None:
    for who in (SIGNATORY, person(Role.ATTESTOR)):
        with refused("role_not_allowed", "R26-64", command="tick_municipalities"):
            List().do(TickMunicipalities, who, tick="invited", everyone=True, ticked_on="2026-03-10")
    with refused("other_office", "R26-45"):
        List().do(
            TickMunicipalities,
            person(Role.LEADER, unit="SFVL"),
            tick="invited",
            everyone=True,
            ticked_on="2026-03-10",
        )
    assert List().do(TickMunicipalities, LEADER, tick="invited", everyone=True, ticked_on="2026-03-10")


def test_an_event_of_another_stream_does_not_belong_here() -> None:
    with pytest.raises(ValueError, match="does not belong here"):
        evolve_outreach(
            None,
            OfficeSettingChanged(
                office="SFIN", attestor_may_recommend=True, write_off_limit_ore=None, by="p"
            ),
        )
