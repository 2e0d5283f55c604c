"""A refusal: why a command was not carried out, in a form that every language can say.

The tree is one class deep on purpose::

    Exception
    └── Refused        a person asked for something that a rule does not allow

A refusal is an answer, not a fault: it is stored with the command and never retried.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

Param: TypeAlias = str | int | bool | list[str] | None
"""A value that a message can show. Names ending in ``_ore`` are money, ``_day`` dates (ISO), ``_at`` instants (ISO)."""

#: Refusals that are about authority; they also go to the access log.
AUTHORITY_CODES: Final = frozenset(
    {"role_not_allowed", "role_withdrawn", "other_office", "other_municipality", "person_required"}
)


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Say no, with a stable code, what the words need, and the rule that asks for it.

    Args:
        code: Stable identifier of the refusal, a key in the message catalogues.
        rule: Rule key (R26-52 …), law (``fvl § 6``) or the transition (T13) behind it.
        params: What the message shows; see ``Param`` for units by name.
    """

    def __init__(self, code: str, rule: str, **params: Param) -> None:
        super().__init__(f"{code} ({rule})")
        self.code = code
        self.rule = rule
        self.params: Mapping[str, Param] = params
