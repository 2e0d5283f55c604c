"""How a refusal is told: why, what mends it, and the rule; it is a lawful outcome and no error."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from cli.errors import Status
from cli.names import names
from cli.session import Session
from cli.words import has_word
from domain.refusal import Param, Refused
from letters import catalogue
from letters.catalogue import RefusalText

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def refuse(session: Session, refused: Refused) -> Status:
    """Tell a refusal that came before anything was written down."""
    return tell(session, refused.code, refused.rule, refused.params)


def tell(
    session: Session,
    code: str,
    rule: str,
    params: Mapping[str, Param],
    *,
    more: Mapping[str, Any] = NOTHING,
    known: Mapping[str, str] = NOTHING,
) -> Status:
    """Tell a refusal to people on standard error, to scripts on standard output.

    Args:
        session: Of the command.
        code: ``Refused.code``.
        rule: ``Refused.rule``.
        params: ``Refused.params``.
        more: What scripts are told beside it: command, case.
        known: What ids and a round's own criteria are called.
    """
    said = _words(session, code, rule, params, known)
    shape = {
        "outcome": "refused",
        **more,
        "code": code,
        "rule": rule,
        "params": dict(params),
        "reason": said.reason,
        "mend": said.mend,
    }
    if session.as_json:
        session.say(shape)
    found = (
        [_finding(session, one) for one in listed]
        if isinstance(listed := params.get("findings"), list)
        else []
    )
    reason = session.word("findings") if found else said.reason
    lines = (reason, *found, said.mend, session.word("rule", rule=said.rule))
    session.complain(session.word("outcome-refused"), *lines)
    return Status.REFUSED


def _finding(session: Session, listed: str) -> str:
    """Say what is wrong with one field of an application; it is listed as ``code|rule|field``."""
    code, rule, field = listed.split("|")
    return f"  {field}: {catalogue.text(session.language, f'finding-{code}.short')} ({rule})"


def of_command(command_id: UUID, case_id: UUID, case_no: str | None) -> dict[str, Any]:
    """Return what every answer to a command names."""
    return {"command_id": command_id, "case_id": case_id, "case_no": case_no}


def _words(
    session: Session, code: str, rule: str, params: Mapping[str, Param], known: Mapping[str, str]
) -> RefusalText:
    key = f"refusal-{code}"
    if has_word(session.language, key):
        reason, mend = session.word(key, **params), session.word(f"{key}.mend", **params)
        return RefusalText(reason=reason, mend=mend, rule=rule)
    return catalogue.refusal(session.language, code, rule, params, {**names(session.language), **known})
