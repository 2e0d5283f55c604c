"""The plain messages that leave by e-mail: receipts, reminders, and what a decision says until its formal letter comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from domain.offices import OFFICES
from letters import bundles, naming
from letters.formats import Language

#: Parameters by this ending hold the id of a private text.
_REF: Final = "_ref"

#: Parameters that become lines.
_LISTS: Final = frozenset({"deficiencies", "enclosures"})

#: What follows a letter beside things that have words: files, by their digests.
_FILE: Final = "sha256:"

#: Texts that a letter does without where nobody wrote them; every other one that is gone is said to be erased.
_NOT_ALWAYS: Final = frozenset({"added_questions_ref", "difference_reason_ref"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message ready to be sent.

    Args:
        subject: One line.
        body: Plain text; lines end with a single newline.
        language: What it is written in.
    """

    subject: str
    body: str
    language: Language


def text_refs(payload: Mapping[str, Any]) -> tuple[UUID, ...]:
    """Return the ids of the private texts that the message in *payload* quotes."""
    params = payload["params"]
    return tuple(UUID(value) for name, value in sorted(params.items()) if name.endswith(_REF) and value)


def file_digests(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the SHA-256 of the files that the message in *payload* names."""
    listed = payload["params"].get("enclosures", ())
    return tuple(one.removeprefix(_FILE) for one in listed if one.startswith(_FILE))


def compose(
    payload: Mapping[str, Any], texts: Mapping[UUID, str | None], names: Mapping[str, str]
) -> Message:
    """Return the message that an outbox row of kind ``message`` asks for (``domain.outgoing``, ``domain.rounds``).

    Args:
        payload: The row's payload.
        texts: The private texts it quotes; where one is None or left out, the message says that it is erased.
        names: What organisation numbers are called; a host without a name is shown by its number. Also what files are, by
            their SHA-256; one without a name is said to be erased.

    Raises:
        MissingTextError: No letter has such a key.
        TextError: The payload lacks what the letter must contain.
        KeyError, ValueError: The payload is not one.
    """
    language = Language(payload["language"])
    key = f"letter-{payload['letter']}"
    shown = naming.arguments(language, dict(_plain(payload)), names) | _quoted(
        language, payload, texts, names
    )
    subject = bundles.render(language, f"{key}.subject", shown)
    frame = {
        "office_lines": "\n".join(_office_lines(language, payload["office"])),
        "office_name": naming.office_name(language, payload["office"]),
        "recipient": _recipient(language, payload.get("host"), names),
        "case_no": payload["case_no"],
        "subject": subject,
        "body": bundles.render(language, key, shown),
    }
    return Message(subject=subject, body=bundles.render(language, "letter-frame", frame), language=language)


def _plain(payload: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give every value that a text can show; the terms of a grant stand beside the rest."""
    yield "case_no", payload["case_no"]
    yield "grant_year", payload["grant_year"]
    # Rows from before do not say these.
    yield "acceptance_day", None
    yield "budget_day", None
    yield "difference_reason", None
    yield "more", None
    yield "added_questions", None
    yield "appeal_regime", None
    # Only breaches were given notice of.
    yield "ground", "breach"
    yield "appeal_body", None
    yield "enclosure_lines", None
    yield "interest_and_vat", False
    for name, value in payload["params"].items():
        if isinstance(value, Mapping):
            yield from value.items()
        elif name == "clock":
            # A text chooses its words by it.
            yield "clock_code", value
        elif name not in _LISTS and not name.endswith(_REF):
            yield name, value


def _quoted(
    language: Language,
    payload: Mapping[str, Any],
    texts: Mapping[UUID, str | None],
    names: Mapping[str, str],
) -> dict[str, str]:
    quoted: dict[str, str] = {}
    for name, value in payload["params"].items():
        if name.endswith(_REF):
            if value is None and name in _NOT_ALWAYS:
                continue
            found = texts.get(UUID(value)) if value else None
            quoted[name.removesuffix(_REF)] = found or bundles.render(language, "text-erased", {})
        elif name == "deficiencies":
            lines = (f"– {naming.deficiency(language, code)}" for code in value)
            quoted["deficiency_lines"] = "\n".join(lines) or naming.NONE
        elif name == "enclosures":
            quoted["enclosure_lines"] = "\n".join(f"– {_enclosure(language, one, names)}" for one in value)
    return quoted


def _enclosure(language: Language, code: str, names: Mapping[str, str]) -> str:
    if not code.startswith(_FILE):
        return bundles.render(language, f"enclosure-{code}", {})
    return names.get(code.removeprefix(_FILE)) or bundles.render(language, "enclosure-erased", {})


def _office_lines(language: Language, code: str) -> tuple[str, ...]:
    return (naming.office_name(language, code), *OFFICES[code].parallel_names)


def _recipient(language: Language, host: str | None, names: Mapping[str, str]) -> str:
    """Name the municipality; what a round sends goes to all of them alike."""
    if host is None:
        return bundles.render(language, "letter-recipient-round", {})
    number = str(naming.arguments(language, {"host": host}, {})["host"])
    if host not in names:
        return number
    return bundles.render(language, "letter-recipient", {"host_name": names[host], "host": number})
