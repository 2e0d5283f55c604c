"""The rule behind a link, and what people may want to know of the service: help, accessibility, privacy."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import Role
from domain.authority import MAY
from domain.rulebook.rows import source_of
from domain.rulebook.values import silences
from letters.rule_values import full_name, name, sections, value_text
from storage.rulesets import load_rows
from web.guard.gate import PUBLIC, NotYoursError
from web.rules import is_rule_key, rule_link, rule_set_of
from web.visit import Visit

router: Final = APIRouter()


@router.get("/regler/{key}")
async def rule(key: str, visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Show a rule as its source says it."""
    if not is_rule_key(key):
        raise NotYoursError(visit)
    link = rule_link(visit.language, key)
    acts = {command: sorted(who) for command, (who, by) in MAY.items() if by == key and who != {Role.SYSTEM}}
    return visit.page(
        "rule.html", key=key, link=link, row=load_rows().get(key), source=source_of(key), acts=acts
    )


@router.get("/regelverk/{rule_set}")
async def rule_set(rule_set: str, visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Show what a year's rules say, each value with its rule."""
    rules = rule_set_of(rule_set)
    if rules is None:
        raise NotYoursError(visit)
    language = visit.language
    told = [
        (
            title,
            [
                (name(language, one.key), value_text(language, one), rule_link(language, one.rule))
                for one in of
            ],
        )
        for title, of in sections(language, rules)
    ]
    silent = [full_name(language, one.key) for one in silences(rules)]
    return visit.page("rule_set.html", rules=rules, told=told, silent=silent)


@router.get("/hjelp")
async def help_page(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Help with the pages."""
    return visit.page("about.html", about="help", parts=("today", "case", "received"))


@router.get("/tilgjengelighet")
async def accessibility(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Say what was done for everybody to be able to use the pages."""
    return visit.page("about.html", about="accessibility", parts=())


@router.get("/personvern")
async def privacy(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Say what is kept of a person."""
    return visit.page("about.html", about="privacy", parts=())
