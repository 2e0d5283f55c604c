"""One morning at work: the demonstration's cases as they stand on 23 November 2026, and an autumn round in the middle of it.

The whole script ends with every case closed. Here each life stops at this morning, and a dozen applications of the
autumn are spread over the course, so that everybody who logs in finds something to do.
"""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from cli.demonstration import lives_elsewhere, lives_innlandet, lives_nordland, lives_vestland
from cli.demonstration.calls import ALLOCATIONS, CALLS, call
from cli.demonstration.forms import application
from cli.demonstration.language import (
    ATTESTOR,
    HOST,
    LEADER,
    OFFICER,
    Act,
    Days,
    Life,
    Script,
    instant,
    on,
)
from cli.demonstration.verbs import (
    NO_DUTY,
    approved,
    assess,
    hand_in,
    impartial,
    life,
    recommend,
    recommended,
    take,
)
from domain import commands as c
from domain.application import Application
from domain.ruleset import Strand
from domain.terms import Terms

#: When people come to work.
MORNING: Final = instant("2026-11-23", "08:15")

#: The office's routine in the autumn round.
_ROUTINE: Final = Days(
    assign="2026-10-27",
    assess="2026-11-03",
    recommend="2026-11-06",
    decide="2026-11-10",
    confirm="2026-11-12",
    order="2026-11-16",
    pay="2026-11-18",
)

AUTUMN: Final = call(
    "innlandet-2026-høst",
    "SFIN",
    Strand.LEARNING,
    "2026-bufdir",
    "Kommunale læringsnettverk i Innlandet, høst 2026",
    "Hamar",
    "Elverum",
    "Gjøvik",
    announced="2026-09-01",
    opens="2026-09-07",
    last_minute="2026-11-20T23:59",
    days=_ROUTINE,
)

#: What a municipality that logs in this morning can apply for: a learning network, and a leader network's simple form.
OPEN: Final = (
    call(
        "innlandet-2026-vinter",
        "SFIN",
        Strand.LEARNING,
        "2026-bufdir",
        "Kommunale læringsnettverk i Innlandet, vinter 2026",
        "Hamar",
        "Løten",
        "Gjøvik",
        announced="2026-11-09",
        opens="2026-11-16",
        last_minute="2026-12-07T23:59",
        days=_ROUTINE,
    ),
    call(
        "trøndelag-ledere-2026-vinter",
        "SFTL",
        Strand.LEADER,
        "2026-bufdir",
        "Barnevernsledernettverk i Trøndelag, vinter 2026",
        "Steinkjer",
        "Orkland",
        announced="2026-11-09",
        opens="2026-11-16",
        last_minute="2026-12-07T23:59",
        days=_ROUTINE,
    ),
)


def script() -> Script:
    """Return everything that has happened by the morning."""
    whole = (
        *lives_innlandet.lives(),
        *lives_vestland.lives(),
        *lives_nordland.lives(),
        *lives_elsewhere.lives(),
    )
    begun = [_until_morning(one) for one in whole]
    return Script(
        allocations=ALLOCATIONS,
        calls=(*CALLS, AUTUMN, *OPEN),
        lives=(*(one for one in begun if one.acts), *_autumn()),
    )


def _until_morning(whole: Life) -> Life:
    return replace(whole, acts=tuple(act for act in whole.acts if act.at <= MORNING))


def _form(names: str, kr: int, network: str, project: str, **changes: Any) -> Application:
    return application(AUTUMN, names, kr, network, project, **changes)


def _autumn() -> tuple[Life, ...]:
    return (
        _life(
            "fresh",
            _form("Elverum, Åmot", 180_000, "Sør-Østerdalen", "Når barnet flytter"),
            "2026-11-20 14:05",
        ),
        _life(
            "waiting",
            _form("Sel, Vågå", 140_000, "Nord-Gudbrandsdalen", "Felles beredskap"),
            "2026-11-13 09:40",
        ),
        _life(
            "in-hand",
            _form("Gran, Søndre Land", 220_000, "Hadeland og Land", "Samtalen med barnet"),
            "2026-10-20 10:10",
            _assigned(),
        ),
        _life(
            "asked",
            _form("Stange, Løten", 160_000, "Hamarregionen sør", "Ungdom i skole"),
            "2026-10-21 11:25",
            _assigned(),
            _asked("2026-11-12", date(2026, 11, 27)),
        ),
        _life(
            "silent",
            _form("Trysil, Engerdal", 120_000, "Trysil og Engerdal", "Fosterhjem i nær slekt"),
            "2026-10-19 13:00",
            _assigned(),
            _asked("2026-11-02", date(2026, 11, 18)),
        ),
        _life(
            "judged",
            _form("Ringebu, Sør-Fron", 130_000, "Midt-Gudbrandsdalen", "Veiledning i vakt"),
            "2026-10-22 09:15",
            _assigned(),
            on("2026-11-19", OFFICER, assess(AUTUMN, 120_000)),
        ),
        _life(
            "on-the-table",
            _form("Ringsaker, Hamar", 300_000, "Mjøsbyene", "Tverrfaglig mottak"),
            "2026-10-16 08:50",
            _assigned(),
            on("2026-11-11", OFFICER, assess(AUTUMN, 300_000)),
            on("2026-11-17", OFFICER, recommend(300_000, NO_DUTY)),
        ),
        _life(
            "no-account",
            _form("Skjåk, Lom", 110_000, "Ottadalen", "Små tjenester sammen"),
            "2026-10-15 12:30",
            _granted(100_000),
        ),
        _life(
            "condition",
            _form("Øystre Slidre, Vang", 150_000, "Valdres", "Fagdager på tvers av fjellet"),
            "2026-10-15 12:40",
            _granted(150_000, knowledge_environment="payment"),
            on("2026-11-12", HOST, c.ConfirmAccount.model_validate({"account": "12345678903"})),
        ),
        _life(
            "ordered",
            _form("Nord-Odal, Sør-Odal", 120_000, "Odalen", "Barneperspektiv i hverdagen"),
            "2026-10-14 09:05",
            _granted(120_000),
            on("2026-11-12", HOST, c.ConfirmAccount.model_validate({"account": "12345678903"})),
            on("2026-11-19", LEADER, c.OrderPayment()),
        ),
        _life(
            "attested",
            _form("Grue, Åsnes", 100_000, "Solør", "Forebygging i barnehagen"),
            "2026-10-14 09:20",
            _granted(100_000),
            on("2026-11-12", HOST, c.ConfirmAccount.model_validate({"account": "12345678903"})),
            on("2026-11-17", LEADER, c.OrderPayment()),
            on(
                "2026-11-19",
                ATTESTOR,
                c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True),
            ),
        ),
    )


def _life(key: str, form: Application, applied: str, *stretches: tuple[Act, ...]) -> Life:
    day, hour = applied.split()
    # Where it ends is not asked for: it goes on when people log in.
    return life(key, key, AUTUMN, form, on(day, HOST, hand_in(form), hour=hour), *stretches, path=())


def _assigned() -> tuple[Act, ...]:
    return on(AUTUMN.days.assign, OFFICER, impartial(), take(AUTUMN))


def _asked(day: str, last_day: date) -> tuple[Act, ...]:
    body = c.ReturnForSupplement.model_validate(
        {
            "deficiencies": ["plan_missing"],
            "explanation": "Planen sier ikke når samlingene skal være.",
            "last_day": last_day,
        }
    )
    return on(day, OFFICER, body)


def _granted(kr: int, **terms: Any) -> tuple[Act, ...]:
    letter = Terms.model_validate({"reporting": "none", "audit": "none"} | terms)
    return (*_assigned(), *recommended(AUTUMN, kr, letter), *approved(AUTUMN))
