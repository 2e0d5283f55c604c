"""The formal checks of an application: what it lacks under its rule set, each finding with the rule that asks for it.

A check says what is there or not; how hard it speaks, and whether at all, stands in the rule set. Where the source is
silent nothing is asked. Checks look at whether a private text is there, never at what it says, so they give the same
findings before and after sealing; only the search for identity numbers (E41) reads texts that are still plain.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.application import Application
from domain.gaps import CHECKS, COUNTED, OF_SERVICES, Gap
from domain.refusal import Param, Refused
from domain.ruleset import Check, CountOf, MinimumMembers, RuleSet, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something an application lacks.

    Args:
        severity: How hard the rule set lets it speak; ``off`` only for what is let pass.
        rule: The rule that asks for it.
        code: Stable identifier, a key in the message catalogues.
        field: Where in the application, such as ``members[2].anchoring``.
        params: What the message shows; units by name as in ``domain.refusal.Param``.
    """

    severity: Severity
    rule: str
    code: str
    field: str
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)


#: Every code a finding can have, with the names of its parameters.
FINDING_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "too_few_services": ("found", "at_least"),
    "too_few_municipalities": ("found", "at_least"),
    "too_few_barnevern_services": ("found", "at_least"),
    "too_few_leaders": ("found", "at_least"),
    "too_few_leader_municipalities": ("found", "at_least"),
    "no_pot": ("strand", "project_type"),
    "plan_missing": (),
    "project_template_missing": (),
    "budget_missing": (),
    "budget_does_not_add_up": ("costs_ore", "funding_ore", "difference_ore"),
    "other_support_not_declared": (),
    "other_support_without_lines": (),
    "host_is_no_member": ("host",),
    "municipality_twice": ("municipality",),
    "service_outside_network": ("service",),
    "consent_missing": ("municipality",),
    "anchoring_missing": ("municipality",),
    "local_risk_assessment_missing": (),
    "too_few_representatives": ("municipality", "found", "at_least"),
    "management_representative_missing": ("municipality",),
    "network_leader_missing": (),
    "steering_group_missing": (),
    "management_not_in_steering_group": (),
    "knowledge_environment_missing": (),
    "knowledge_environment_or_bufetat_missing": (),
    "other_service_takes_part": ("service", "service_kind"),
    "initiator_missing": (),
    "initiator_not_barnevern": ("service", "service_kind"),
    "representative_is_no_leader": ("municipality", "role"),
    "arena_missing": (),
    "participants_not_stated": (),
    "too_many_participants": ("found", "at_most"),
    "identity_number_in_text": (),
    "form_of_another_round": ("given", "asked"),
    "activities_not_stated": (),
    "cost_not_described": ("cost_kind",),
    "foster_goal_missing": (),
    "foster_increase_missing": (),
    "bufetat_not_asked": (),
    "foster_tag_missing": (),
}


def formal_findings(application: Application, rules: RuleSet) -> list[Finding]:
    """Return what *application* lacks under *rules*, in the order of the form.

    Raises:
        Refused: ``strand_not_in_rule_set`` when the rule set does not pay for such networks at all.
    """
    strand = rules.of_strand(application.strand)
    found = [*_without_pot(application, rules), *_too_few(application, strand.minimum_members)]
    for check in Check:
        ruled = strand.asked(check)
        if ruled.value is not None and ruled.value is not Severity.OFF:
            gaps = CHECKS[check](application, strand)
            found += [_finding(ruled.value, ruled.rule, gap) for gap in gaps]
    return found


def let_pass(application: Application, rules: RuleSet) -> list[Finding]:
    """Return what *application* lacks and *rules* let pass in the source's own words: the rule says why nobody asks.

    A foster-home project of 2021 needs no knowledge environment (B21-37), a simple application no plan (R26-44).
    """
    strand = rules.of_strand(application.strand)
    spoken = ((check, strand.asked(check)) for check in Check)
    return [
        _finding(Severity.OFF, ruled.rule, gap)
        for check, ruled in spoken
        if ruled.value is Severity.OFF and ruled.quote
        for gap in CHECKS[check](application, strand)
    ]


def other_form(application: Application, rules: RuleSet, form_version: str | None) -> list[Finding]:
    """Return a warning where *application* is not on the round's own form, unless any will do (I21-16, R26-44, R26-48).

    Args:
        application: What came.
        rules: Say whether the form is fixed.
        form_version: The form that the round asks for; None where it is not known.
    """
    simple = rules.of_strand(application.strand).simple_form
    if simple.value is not False or form_version in {None, application.form_version}:
        return []
    params = {"given": application.form_version, "asked": form_version}
    return [_finding(Severity.WARNING, simple.rule, Gap("form_of_another_round", "form_version", params))]


def count(application: Application, what: CountOf) -> int:
    """Return how many of *what* take part in the network of *application*.

    A service counts once however many municipalities it serves (C1), and only when it serves a member.
    """
    return len(COUNTED[what](application))


def _finding(severity: Severity, rule: str, gap: Gap) -> Finding:
    return Finding(severity=severity, rule=rule, code=gap.code, field=gap.field, params=gap.params)


def _without_pot(application: Application, rules: RuleSet) -> Iterator[Finding]:
    if rules.of_strand(application.strand).asked(Check.PROJECT_TYPE).value is not None:
        # Then the check itself says so, by its own rule.
        return
    try:
        rules.pot_for(application.strand, application.project_type)
    except Refused as refused:
        params = {name: refused.params[name] for name in FINDING_CODES["no_pot"]}
        yield _finding(Severity.ERROR, refused.rule, Gap("no_pot", "project_type", params))


def _too_few(application: Application, minimums: tuple[MinimumMembers, ...]) -> Iterator[Finding]:
    for minimum in minimums:
        found = count(application, minimum.count_of)
        if found < minimum.at_least:
            where = "services" if minimum.count_of in OF_SERVICES else "members"
            params = {"found": found, "at_least": minimum.at_least}
            yield _finding(Severity.ERROR, minimum.rule, Gap(f"too_few_{minimum.count_of}", where, params))
