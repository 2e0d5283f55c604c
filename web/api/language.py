"""The language that a program asks for by ``Accept-Language``; bokmål where it asks for none of ours."""

from typing import Final

from fastapi import Request

from letters.formats import Language

#: What is asked for, and what is given: ``no`` is either Norwegian.
_GIVEN: Final = {"nb": Language.NB, "no": Language.NB, "nn": Language.NN, "en": Language.EN}
_LONGEST: Final = 200


def language_of(request: Request) -> Language:
    """Return the language of ours that is wanted most."""
    wanted: list[tuple[float, Language]] = []
    for part in request.headers.get("accept-language", "")[:_LONGEST].split(","):
        name, _, weight = part.strip().partition(";")
        language = _GIVEN.get(name.strip().lower().partition("-")[0])
        if language is not None:
            wanted.append((_weight(weight), language))
    best = max(wanted, key=lambda one: one[0], default=(0.0, Language.NB))
    return best[1] if best[0] > 0 else Language.NB


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
