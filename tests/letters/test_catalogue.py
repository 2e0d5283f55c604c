"""Whatever the program can say has words in three languages, and no words wait for something it cannot say."""

import ast
import dataclasses
import importlib
import pkgutil
import re

import pytest
from fluent.syntax import ast as ftl

from domain import problems, tasks
from domain.actors import Role
from domain.appeals import AppealOutcome, AppealState
from domain.application import CostKind, RepresentativeRole, ServiceKind
from domain.automatic import AUTOMATIC
from domain.checks import FINDING_CODES, Finding
from domain.claims import ClaimGround, ClaimState, WriteOffGround
from domain.commands import BODIES, Dismiss, Recommend
from domain.duties import DutyMove, DutyState, Ground
from domain.events import Event
from domain.lifecycle import Move, Stage
from domain.officework.duties import Yearly
from domain.refusal import Param
from domain.reversals import ReversalGround
from domain.ruleset import Act, Check, Clock, ProjectType, Severity, Strand
from domain.terms import Terms
from domain.threshold import Verdict
from letters import catalogue, naming
from letters.catalogue import Language, MissingTextError, TextError
from storage.rulesets import load_rule_sets
from tests.letters.catalogues import ROOMS, ROOT, calls, entries, letters, name_of, refusals, variables
from tests.letters.network_words import network_words
from tests.letters.rule_words import rule_words

# Found, not listed: an event in a module that nobody thought of here must have words too.
for module in pkgutil.iter_modules([str(ROOT / "domain")]):
    importlib.import_module(f"domain.{module.name}")
EVERY_EVENT = {cls.__name__: cls for cls in Event.__subclasses__() if cls.__module__.startswith("domain.")}

LANGUAGES = pytest.mark.parametrize("language", list(Language))


def literals(model: type, field: str) -> set[str]:
    """Return the values that a field of a command allows."""
    found = model.model_fields[field].annotation  # type: ignore[attr-defined]
    return {word for part in (found, *getattr(found, "__args__", ())) for word in _words(part)}


def _words(part: object) -> list[str]:
    return [word for word in getattr(part, "__args__", ()) if isinstance(word, str)]


def task_codes() -> set[str]:
    by_state = {
        code
        for code, _, _ in (*tasks._BY_STAGE.values(), *tasks._BY_CLAIM.values(), *tasks._BY_APPEAL.values())
    }
    tree = ast.parse((ROOT / "domain" / "tasks.py").read_text())
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) == "Task"]
    words = [word.value for call in made for word in call.keywords if word.arg == "code"]
    spoken = {str(word.value) for word in words if isinstance(word, ast.Constant)}
    climbed = {
        tasks.escalated(step.act, clock)
        for rules in load_rule_sets().values()
        for clock, timer in rules.timers.items()
        for step in timer.steps
    }
    return by_state | spoken | climbed - {"overdue_round"}


def results() -> set[str]:
    """Return the results that a passed deadline can have, and those of the threshold."""
    tree = ast.parse((ROOT / "domain" / "decisions" / "deadlines.py").read_text())
    return {
        str(leaf.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "result"
        for value in (
            [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
        )
        for leaf in [value]
        if isinstance(leaf, ast.Constant)
    } | set(Verdict)


def register_commands() -> set[str]:
    """Return the commands that are refused by name: those that no case takes."""
    refused = [call for room in ROOMS for call in calls(room) if name_of(call) == "Refused"]
    words = [word.value for call in refused for word in call.keywords if word.arg == "command"]
    return {str(word.value) for word in words if isinstance(word, ast.Constant)}


def outcomes() -> set[str]:
    closed = [call for call in calls("domain") if name_of(call) == "Closed"]
    words = [word.value for call in closed for word in call.keywords if word.arg == "outcome"]
    return {str(word.value) for word in words if isinstance(word, ast.Constant)}


def problem_codes() -> set[str]:
    """Return every code of a problem: what pydantic's findings are called, and what is written out in the house."""
    places = {"MistakeError": 0, "Problem": 1}
    made = [call for room in (*ROOMS, "cli", "web") for call in calls(room) if name_of(call) in places]
    codes = [call.args[places[name_of(call)]] for call in made if len(call.args) > places[name_of(call)]]
    written = {str(code.value) for code in codes if isinstance(code, ast.Constant)}
    return written | set(problems._CODES.values()) | {"other", problems.MORE}


def criteria() -> set[str]:
    return {
        criterion.key
        for rules in load_rule_sets().values()
        for strand in rules.strands.values()
        for criterion in strand.criteria
    }


def pots() -> set[str]:
    return {pot.key for rules in load_rule_sets().values() for pot in rules.pots}


def expected() -> set[str]:
    """Return every key there must be, and no other."""
    keys = {"office", "municipality-unnamed", "text-erased", "deficiency-other", "with-files"}
    keys |= {"enclosure-decision", "enclosure-appeal", "enclosure-erased"}
    keys |= {"letter-frame", "letter-recipient", "letter-recipient-round", "letter-terms"}
    keys |= {"letter-reporting-term", "letter-audit-term"}
    keys |= {"letter-appeal"}
    keys |= {f"refusal-{code}{end}" for code in refusals() for end in ("", ".mend")}
    # Said where commands are received, by the one who opens rounds.
    keys |= {f"refusal-round_exists{end}" for end in ("", ".mend")}
    keys |= {f"finding-{code}{end}" for code in FINDING_CODES for end in ("", ".mend", ".short")}
    keys |= {f"event-{kind}{end}" for kind in EVERY_EVENT for end in ("", ".name")}
    keys |= {f"event-{kind}.result" for kind in AUTOMATIC}
    keys |= {f"step-{when}" for when in ("before", "on", "after")}
    keys |= {f"letter-{key}{end}" for key in letters() for end in ("", ".subject")}
    keys |= {f"problem-{code}" for code in (*problem_codes(), "whole")}
    keys |= rule_words()
    keys |= network_words()
    families = {
        "stage": Stage,
        "round_stage": ("announced", "open", "closed"),
        "role": {*Role, *RepresentativeRole},
        "task": task_codes(),
        "command": {*BODIES, *Move, *register_commands()},
        "clock": {*Clock, "audit_review", "threshold"},
        "act": Act,
        "verdict": results(),
        "term": {
            "reporting",
            "audit",
            "report_last_day",
            "final_report_last_day",
            "audit_last_day",
            "interest_ore",
            "vat_compensated_ore",
            "use_deadline",
        },
        "control": {
            *("legal_ground", "budget_cover", "soundness", "recipient"),
            *("names_grant", "names_period", "own_auditor"),
        },
        "condition": ("knowledge_environment",),
        "state": {*ClaimState, *DutyState, *AppealState, "ordered", "attested"},
        "duty_move": DutyMove,
        "duty": ("collected", "early", *Yearly),
        "recommended": ("grant", "reject"),
        "strand": Strand,
        "project_type": ProjectType,
        "pot": pots(),
        "service_kind": ServiceKind,
        "cost_kind": CostKind,
        "criterion": criteria(),
        "ground": {
            *Ground,
            *ClaimGround,
            *WriteOffGround,
            *ReversalGround,
            *literals(Dismiss, "ground"),
            *literals(Recommend, "rejection_ground"),
        },
        "outcome": {*outcomes(), *AppealOutcome},
    }
    return keys | {f"{family}-{code}" for family, codes in families.items() for code in codes}


@LANGUAGES
def test_every_code_has_words(language: Language) -> None:
    assert sorted(expected() - entries(language).keys()) == []


@LANGUAGES
def test_no_words_are_left_over(language: Language) -> None:
    assert sorted(entries(language).keys() - expected()) == []


@LANGUAGES
def test_the_texts_ask_for_the_same_in_every_language(language: Language) -> None:
    bokmal, other = entries(Language.NB), entries(language)

    differing = [
        key for key in bokmal if variables(Language.NB, bokmal[key]) != variables(language, other[key])
    ]

    assert differing == []


def test_a_refusal_asks_only_for_what_every_place_that_refuses_gives() -> None:
    texts = entries(Language.NB)
    lacking = {
        key: sorted(asked - given)
        for code, places in refusals().items()
        for key in (f"refusal-{code}", f"refusal-{code}.mend")
        for given in places
        if (asked := variables(Language.NB, texts[key])) - given
    }

    assert lacking == {}


def test_a_finding_asks_only_for_its_own_parameters() -> None:
    texts = entries(Language.NB)
    lacking = {
        key: sorted(asked - set(names))
        for code, names in FINDING_CODES.items()
        for key in (f"finding-{code}", f"finding-{code}.mend")
        if (asked := variables(Language.NB, texts[key])) - set(names)
    }

    assert lacking == {}


def _of_result(texts: dict[str, ftl.Pattern], kind: str) -> set[str]:
    found = texts.get(f"event-{kind}.result")
    return variables(Language.NB, found) if found else set()


def test_a_history_line_asks_only_for_what_its_event_holds() -> None:
    texts = entries(Language.NB)
    lacking = {
        kind: sorted(asked - {field.name for field in dataclasses.fields(cls)})
        for kind, cls in EVERY_EVENT.items()
        if (asked := variables(Language.NB, texts[f"event-{kind}"]) | _of_result(texts, kind))
        - {f.name for f in dataclasses.fields(cls)}
    }

    assert lacking == {}


def test_a_letter_asks_only_for_what_it_is_sent_with() -> None:
    texts = entries(Language.NB)
    lacking = {}
    for key, params in letters().items():
        given = {"case_no", "grant_year", *(name.removesuffix("_ref") for name in params)}
        given |= {"clock_code"} if "clock" in params else set()
        given |= {"deficiency_lines"} if "deficiencies" in params else set()
        given |= {"enclosure_lines"} if "enclosures" in params else set()
        given |= set(Terms.model_fields) if "terms" in params else set()
        asked = variables(Language.NB, texts[f"letter-{key}"]) | variables(
            Language.NB, texts[f"letter-{key}.subject"]
        )
        if asked - given:
            lacking[key] = sorted(asked - given)

    assert lacking == {}


SAMPLES = {
    "clock": "report:2026",
    "step": "-30d",
    "closes_at": "2026-06-01T22:00:00+00:00",
    "deadline": "2027-12-31T23:00:00+00:00",
    "findings": ["plan_missing|R26-23|project.plan"],
    "events": ["Granted", "Withdrawn"],
    "office": "SFVL",
    "use_deadline_at": "2027-12-31T23:00:00+00:00",
    "name": "2026",
    "duty": "early",
}


def sample(name: str) -> object:
    if name in SAMPLES:
        return SAMPLES[name]
    if name in naming.FAMILIES:
        family = naming.FAMILIES[name]
        return next(key for key in sorted(entries(Language.NB)) if key.startswith(f"{family}-")).partition(
            "-"
        )[2]
    if name.endswith("_ore"):
        return 123_456_789
    if name.endswith(("_day", "_on")) or name == "cost_from":
        return "2027-12-31"
    return "2026-06-01T21:59:00+00:00" if name.endswith("_at") else 3


@LANGUAGES
@pytest.mark.parametrize("absent", [True, False])
def test_every_text_can_be_shown_with_its_values_there_or_not(language: Language, absent: bool) -> None:
    for key, pattern in entries(language).items():
        params = {name: None if absent else sample(name) for name in variables(language, pattern)}

        shown = catalogue.text(language, key, **params)  # type: ignore[arg-type]

        assert shown.strip()
        assert "{" not in shown


def test_no_text_shows_the_word_for_what_is_missing() -> None:
    """Where a parameter can be missing, the text must say something else."""
    missing: dict[str, dict[str, Param]] = {
        "refusal-beyond_write_off_authority": {"amount_ore": 1, "limit_ore": None},
        "refusal-audit_required": {"basis_ore": 1, "limit_ore": None},
        "refusal-choice_needs_reason": {"basis_ore": 1, "limit_ore": None},
        "refusal-reporting_required": {"basis_ore": 1, "limit_ore": None},
        "refusal-duties_open": {"duties": []},
        "refusal-no_pot": {"strand": "learning", "project_type": None, "rule_set": "2021-innlandet"},
        "finding-no_pot": {"strand": "learning", "project_type": None},
        "refusal-no_such_condition": {"condition": "x", "open": []},
        "refusal-no_such_duty": {"duty": "2026", "duties": []},
        "refusal-not_possible_now": {"command": "grant", "stage": "closed", "possible": []},
        "refusal-not_your_case": {"officer": None},
        "refusal-use_not_over": {"use_deadline_at": None},
    }
    for key, params in missing.items():
        for language in Language:
            shown = catalogue.text(language, key, **params) + catalogue.text(
                language, f"{key}.mend", **params
            )

            assert "none" not in shown


def test_a_missing_text_is_an_error() -> None:
    with pytest.raises(MissingTextError, match="nb: stage-lost"):
        catalogue.text(Language.NB, "stage-lost")


def test_a_missing_attribute_is_an_error() -> None:
    with pytest.raises(MissingTextError):
        catalogue.text(Language.NB, "stage-granted.mend")


def test_a_missing_parameter_is_an_error() -> None:
    with pytest.raises(TextError, match="applied_ore"):
        catalogue.text(Language.NB, "event-Granted", amount_ore=100)


def test_an_unknown_stage_is_an_error_and_no_word() -> None:
    with pytest.raises(MissingTextError):
        catalogue.refusal(
            Language.NB, "not_possible_now", "T13", {"command": "grant", "stage": "x", "possible": []}
        )


def test_a_refusal_says_why_and_what_mends_it() -> None:
    params: dict[str, Param] = {
        "over_ore": 1_000_000,
        "frame_ore": 65_000_000,
        "committed_ore": 60_000_000,
        "amount_ore": 6_000_000,
        "pot": "learning",
    }

    said = catalogue.refusal(Language.NB, "frame_exceeded", "T13", params)

    assert said.reason.replace("\xa0", " ") == (
        "Tilskuddet på kr 60 000 går kr 10 000 over rammen for læringsnettverk. "
        "Rammen er kr 650 000, og kr 600 000 er innvilget fra før."
    )
    assert said.mend.startswith("Sett ned beløpet med minst kr\xa010\xa0000")
    assert said.rule == "T13"


def test_what_is_possible_is_a_choice() -> None:
    params: dict[str, Param] = {
        "command": "grant",
        "stage": "submitted",
        "possible": ["assign", "dismiss", "withdraw"],
    }

    said = catalogue.refusal(Language.NN, "not_possible_now", "T13", params)

    assert said.reason == "Det er ikkje mogleg å innvilge tilskotet no. Saka står på stadiet «Innsend»."
    assert said.mend == "Neste moglege steg er å fordele saka, avvise søknaden eller trekkje søknaden."


def test_a_rounds_own_criterion_is_called_what_the_round_calls_it() -> None:
    params: dict[str, Param] = {"criteria": ["purpose", "fjord"]}

    said = catalogue.refusal(
        Language.NB, "criteria_unanswered", "T10", params, {"fjord": "Nærhet til fjorden"}
    )

    assert said.reason.endswith("i tråd med formålet og Nærhet til fjorden.")


def test_a_criterion_that_nobody_names_is_shown_as_the_round_wrote_it() -> None:
    said = catalogue.refusal(Language.NB, "criteria_unanswered", "T10", {"criteria": ["fjord"]})

    assert said.reason.endswith(": fjord.")


def test_a_finding_names_the_municipality_where_the_caller_knows_it() -> None:
    found = Finding(
        severity=Severity.ERROR,
        rule="R26-12",
        code="anchoring_missing",
        field="members[2].anchoring",
        params={"municipality": "4214"},
    )

    assert (
        "ledelsen i Froland kommune."
        in catalogue.finding(Language.NB, found, {"4214": "Froland kommune"}).reason
    )
    assert "ledelsen i kommune 4214." in catalogue.finding(Language.NB, found).reason
    assert catalogue.finding(Language.NB, found).short == "forankring i en kommune mangler"
    assert catalogue.finding(Language.NB, found).rule == "R26-12"


def test_the_errors_of_an_application_are_listed_with_their_rules() -> None:
    params: dict[str, Param] = {"findings": ["budget_missing|E33|budget", "plan_missing|R26-23|project.plan"]}

    said = catalogue.refusal(Language.NB, "application_not_acceptable", "E33", params)

    assert (
        said.reason == "Søknaden kan ikke sendes inn ennå: budsjett mangler (E33) og plan mangler (R26-23)."
    )


@pytest.mark.edge("C16")
@pytest.mark.parametrize("language", list(Language))
def test_the_networks_of_leaders_are_written_in_one_way(language: Language) -> None:
    texts = " ".join(path.read_text("utf-8") for path in (ROOT / "locales" / language).glob("*.ftl"))

    written = set(re.findall(r"barnevernsle(?:der|iar)net+v\w*?erk", texts, re.IGNORECASE))

    assert {one.casefold() for one in written} <= {"barnevernsledernettverk", "barnevernsleiarnettverk"}


@pytest.mark.edge("C11")
@pytest.mark.parametrize("language", [Language.NB, Language.NN])
def test_what_innlandet_calls_accounts_in_an_application_is_called_budget(language: Language) -> None:
    asked = load_rule_sets()["2021-innlandet"].of_strand(Strand.LEARNING).checks[Check.BUDGET]
    missing = Finding(severity=Severity.ERROR, rule="I21-19", code="budget_missing", field="budget")

    words = catalogue.finding(language, missing)

    assert (asked.rule, "C11" in asked.note) == ("I21-19", True)
    assert "budsjett" in words.reason
    assert "rekneskap" not in words.reason + words.mend
    assert "regnskap" not in words.reason + words.mend


def test_a_year_has_no_thousands_separator() -> None:
    params: dict[str, Param] = {"rule_set": "2026-bufdir", "year": 2027}

    said = catalogue.refusal(Language.EN, "rule_set_of_other_year", "R26-66", params)

    assert said.reason == "The rule set 2026-bufdir does not hold for 2027."


def test_what_a_person_typed_cannot_steer_a_terminal() -> None:
    said = catalogue.refusal(Language.NB, "kid_invalid", "L-15", {"kid": "12\x1b[2J34"})

    assert "\x1b" not in said.reason


def test_a_history_line_takes_the_event_as_it_is_stored() -> None:
    body = {
        "clock": "report:2026:1",
        "step": "+30d",
        "act": "task_leader",
        "rule": "T20",
        "deadline": "2027-03-31T22:00:00+00:00",
        "overtaken": False,
        "handled_at": "2027-05-01T06:00:00+00:00",
    }

    line = catalogue.event(Language.NB, "LadderStepReached", body)

    assert line == "Automatisk, fordi rapporten har frist 31.03.2027: oppgave til leder"


@pytest.mark.parametrize(
    ("files", "line"),
    [([], "Kommunen ber om endring 1 i bruken av tilskuddet"), (["ab" * 32], "tilskuddet, med ett vedlegg")],
)
def test_a_history_line_says_how_many_files_came_with_it(files: list[str], line: str) -> None:
    told = catalogue.event(Language.NB, "ChangeAsked", {"number": 1, "attachments": files})

    assert told.endswith(line)


def test_amounts_are_not_broken_where_files_came() -> None:
    body = {
        "duty": "2026",
        "spent_ore": 20_000_000,
        "unused_ore": 0,
        "in_time": True,
        "interest_ore": None,
        "vat_compensated_ore": None,
        "attachments": ["ab" * 32],
    }

    assert "kr\N{NO-BREAK SPACE}200\N{NO-BREAK SPACE}000" in catalogue.event(
        Language.NB, "ReportDelivered", body
    )


def test_sealed_texts_stay_out_of_a_history_line() -> None:
    body = {"by": "p-1", "ground": "late", "reason": {"ref": "r", "digest": "d"}}

    assert catalogue.event(Language.NB, "Dismissed", body) == "Avvist: søknaden kom etter fristen"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (Language.NB, "Statsforvalteren i Vestland"),
        (Language.NN, "Statsforvaltaren i Vestland"),
        (Language.EN, "The County Governor of Vestland"),
    ],
)
def test_an_office_has_its_name_in_each_language(language: Language, name: str) -> None:
    assert catalogue.office_name(language, "SFVL") == name
