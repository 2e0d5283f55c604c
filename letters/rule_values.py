"""How a rule set is told to a person: what each value is called, what it says, and under which heading it stands."""

from collections.abc import Sequence
from typing import Final

from domain.money import kroner
from domain.rulebook.tightening import Setting
from domain.rulebook.values import Plain, RuleValue, code_of, values
from domain.ruleset import RuleSet, Strand
from letters import catalogue, formats
from letters.formats import Language

#: Values whose names belong to other families of words, by how their keys begin.
_FAMILIES: Final = {"pots": "pot", "timers": "clock", "report_questions": "report_question"}

_USE: Final = ("paid_in_grant_year", "use.", "unspent_repaid")
_OTHER: Final = ("budget_item", "national_kr.", "tightening", "prioritising", "review_from")


def sections(language: Language, rules: RuleSet) -> list[tuple[str, Sequence[RuleValue]]]:
    """Return what *rules* say, heading by heading; what the source is silent about is in none, nor is an empty one."""
    spoken = [value for value in values(rules) if not value.silent]
    found: list[tuple[str, Sequence[RuleValue]]] = []
    for title, starts, but in _headings(language):
        under = [
            one for one in spoken if one.key.startswith(starts) and not (but and one.key.startswith(but))
        ]
        if under:
            found.append((title, under))
    return found


def _headings(language: Language) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return each heading, how the keys under it begin, and how those begin that stand under another."""

    def said(key: str, **params: str) -> str:
        return catalogue.text(language, key, **params)

    headings: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [(said("rules-pots"), ("pots.",), ())]
    for strand in Strand:
        at = f"strands.{strand}."
        form = (f"{at}minimum_members", f"{at}checks.")
        headings.append((said("rules-strand_checks", strand=strand.value), form, ()))
        headings.append((said("rules-strand_assessment", strand=strand.value), (at,), form))
    return [
        *headings,
        (said("rules-use"), _USE, ()),
        (said("rules-reporting"), ("reporting.", "report_questions."), ()),
        (said("rules-audit"), ("audit.",), ()),
        (said("rules-other"), _OTHER, ()),
        (said("rules-clocks"), ("timers.",), ()),
    ]


def name(language: Language, key: str) -> str:
    """Return what the value under *key* is called."""
    section, _, rest = key.partition(".")
    code = rest if section in _FAMILIES else code_of(key)
    family = _FAMILIES.get(section, "criterion" if ".criteria." in key else "setting")
    # What offices' own pages tell of a year may be a note and no value.
    if family == "setting" and not catalogue.has(language, f"setting-{code}"):
        family = "note"
    return catalogue.text(language, f"{family}-{code}")


def full_name(language: Language, key: str) -> str:
    """Return what the value under *key* is called in a list where both strands stand; learning networks go without saying."""
    called = name(language, key)
    if not key.startswith(f"strands.{Strand.LEADER}."):
        return called
    return f"{called} ({catalogue.text(language, 'strand-leader')})"


def value_text(language: Language, value: RuleValue | None) -> str:
    """Return what *value* says; None where there is no such value."""
    if value is None:
        return catalogue.text(language, "value-absent")
    if value.value is None:
        return catalogue.text(language, "value-silent")
    if value.key.startswith("timers."):
        return "; ".join(_rung(language, step) for step in _listed(value.value))
    return ", ".join(_one(language, value.key, one) for one in _listed(value.value))


def setting_text(language: Language, setting: Setting) -> str:
    """Return what a round sets itself: ``plan for arbeidet: feil``."""
    return f"{full_name(language, setting.key)}: {_one(language, setting.key, setting.value)}"


def _listed(value: Plain) -> tuple[str | int | bool, ...]:
    return value if isinstance(value, tuple) else (value,)


def _one(language: Language, key: str, value: str | int | bool) -> str:
    if isinstance(value, bool):
        return catalogue.text(language, f"value-{str(value).lower()}")
    if isinstance(value, int):
        return formats.money(language, kroner(value)) if key.endswith("_kr") else str(value)
    if key == "review_from":
        return catalogue.text(language, "rules-from_day", from_day=value)
    for family in ("value", "strand", "project_type"):
        if catalogue.has(language, f"{family}-{value}"):
            return catalogue.text(language, f"{family}-{value}")
    return value


def _rung(language: Language, step: str | int) -> str:
    """Return one rung of a ladder (``-14d remind_grantee``), or the length of the deadline (``3wd``)."""
    at, _, act = str(step).partition(" ")
    when = _when(language, at, bool(act))
    return f"{when}: {catalogue.text(language, f'act-{act}')}" if act else when


def _when(language: Language, at: str, is_step: bool) -> str:
    if at.endswith("wd"):
        return catalogue.text(language, "rules-working_days", days=int(at[:-2]))
    if at.endswith("m"):
        return catalogue.text(language, "rules-months", months=int(at[:-1]))
    if not at.endswith("d"):
        month, day = at.split("-")
        return f"{day}.{month}." if language is not Language.EN else f"{day}/{month}"
    days = int(at[:-1])
    if not is_step:
        return catalogue.text(language, "rules-days", days=days)
    if days == 0:
        return catalogue.text(language, "rules-on_the_day")
    return catalogue.text(language, "rules-days_before" if days < 0 else "rules-days_after", days=abs(days))
