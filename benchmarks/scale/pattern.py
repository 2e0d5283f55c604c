"""One life as a mould: its rows with gaps where each copy has something of its own, and the chain of hashes made anew."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256, shake_128
from typing import Final, Self

from benchmarks.scale.lives import CASE_TABLES, Lived, columns
from domain.offices import OFFICES
from storage.reference import Municipality, municipalities
from storage.trail import genesis

_UUID: Final = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_INSTANT: Final = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d+(?:Z|\+00:00|\+00)"
_OFFICE: Final = r"SF[A-Z]{2,4}"

#: Everything that may be a copy's own; what it is, is found out piece by piece.
_PIECES: Final = re.compile(
    rf"(?P<uuid>{_UUID})|(?P<instant>{_INSTANT})|(?P<number>(?i:{_OFFICE})-\d{{4}}-R?\d+)"
    rf"|(?P<officer>case_officer@{_OFFICE}(?!:))|(?P<office>\b{_OFFICE}\b)"
    r'|(?P<org>\b\d{9}\b)|(?P<place>(?<=")\d{4}(?=")|(?<=kommune:)\d{4})'
)

#: In a mould, and in the words of a copy.
Words = Mapping[str, str]

_ENVELOPE: Final = columns("trail").index("envelope")
_HEAD_SEQ, _HEAD_HASH, _ADOPTED = (
    columns("case_head").index(name) for name in ("seq", "hash", "adopted_seq")
)
_ROUND_SEQ, _ROUND_HASH = (columns("round").index(name) for name in ("seq", "hash"))
_TRAIL_HASH: Final = columns("trail").index("hash")
_VOUCHER: Final = columns("disbursement").index("voucher")
_NAME: Final = columns("network").index("name")

#: What is left of a case that was finished long ago, when its texts and messages are no longer kept here.
_KINDS_KEPT: Final = ("submit", "supplement")
_KIND: Final = columns("inbox").index("kind")
_THINNED: Final = ("private_text", "document", "outbox")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the trail: what stands before the envelope, and the envelope as it is hashed."""

    before: str
    envelope: str


@dataclass(slots=True, kw_only=True)
class Mould:
    """A life with gaps.

    Args:
        lived: What it was made of.
        rows: Each table's lines; every ``%(name)s`` is a gap.
        trail: The events.
        ids: How many ids a copy needs of its own.
        places: The municipalities of the life, in the order they appear.
    """

    lived: Lived
    rows: dict[str, list[str]] = field(default_factory=dict)
    trail: list[Event] = field(default_factory=list)
    ids: int = 0
    places: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, lived: Lived, began: datetime, ended: datetime) -> Self:
        """Make the mould of *lived*, which was written between *began* and *ended* (real time)."""
        mould = cls(lived=lived)
        cutter = _Cutter(mould, began, ended)
        for table, lines in lived.rows.items():
            if table == "trail":
                mould.trail = [cutter.event(line) for line in lines]
            else:
                mould.rows[table] = [cutter.line(table, line) for line in lines]
        mould.ids, mould.places = len(cutter.ids), list(cutter.places)
        return mould

    @property
    def kind(self) -> str:
        """What the network of the life calls itself."""
        return self.lived.rows["network"][0].split("\t")[_NAME].partition(" ")[0]

    def copy(self, words: Words, stream: str, *, thin: bool = False) -> Iterator[tuple[str, str]]:
        """Give each table's lines for the copy that *words* make; *thin* leaves out what is no longer kept."""
        last, lines = genesis(stream), []
        for event in self.trail:
            envelope = event.envelope % words
            last = sha256(last + envelope.encode()).digest()
            lines.append(f"{event.before % words}\t{_escaped(envelope)}\t\\\\x{last.hex()}\n")
        yield "trail", "".join(lines)
        words = {**words, "hash": last.hex()}
        for table, moulded in self.rows.items():
            if thin and table in _THINNED:
                continue
            kept = moulded
            if thin and table == "inbox":
                kept = [line for line in moulded if line.split("\t")[_KIND] in _KINDS_KEPT]
            if kept:
                yield table, "".join([line % words for line in kept])


class _Cutter:
    """Cuts the gaps into the lines of one life."""

    def __init__(self, mould: Mould, began: datetime, ended: datetime) -> None:
        self._lived = mould.lived
        self._began, self._ended = began, ended
        self.ids: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self._words = self._own_words()
        whole = "|".join(map(re.escape, self._words))
        self._own = re.compile(rf"(?<![\w-])(?:{whole})(?![\w-])") if whole else None

    def line(self, table: str, line: str) -> str:
        """Return a line of *table* with its gaps."""
        cells = self._cut(line).split("\t")
        if table == "case_head":
            cells[_HEAD_HASH], cells[_ADOPTED] = "\\\\x%(hash)s", cells[_HEAD_SEQ]
        elif table == "round":
            cells[_ROUND_HASH] = "\\\\x%(hash)s"
        return "\t".join(cells) + "\n"

    def event(self, line: str) -> Event:
        """Return a line of the trail with its gaps."""
        cells = self._cut(line).split("\t")
        return Event(before="\t".join(cells[:_ENVELOPE]), envelope=cells[_ENVELOPE].replace("\\\\", "\\"))

    def _own_words(self) -> dict[str, str]:
        rows = self._lived.rows
        words: dict[str, str] = {}
        for line in rows.get("network", ()):
            name = line.split("\t")[_NAME]
            words |= {name: "%(network_name)s", name.lower(): "%(network_words)s"}
        for line in rows.get("disbursement", ()):
            words[line.split("\t")[_VOUCHER]] = "%(voucher)s"
        return words

    def _cut(self, line: str) -> str:
        # Split first at the life's own words, so that nothing is looked for inside what was put there.
        found, at = [], 0
        for word in self._own.finditer(line) if self._own else ():
            found += [self._pieces(line[at : word.start()]), self._words[word.group()]]
            at = word.end()
        return "".join([*found, self._pieces(line[at:])])

    def _pieces(self, text: str) -> str:
        return _PIECES.sub(self._gap, text.replace("%", "%%"))

    def _gap(self, found: re.Match[str]) -> str:
        given = found.group()
        cut: Callable[[str], str] = getattr(self, f"_{found.lastgroup}")
        return cut(given)

    def _uuid(self, given: str) -> str:
        if given == self._lived.round_id:
            return "%(round)s"
        return f"%({self.ids.setdefault(given, _known(self._lived, given) or f'id{len(self.ids)}')})s"

    def _instant(self, given: str) -> str:
        at = datetime.fromisoformat(given.replace("+00:00", "Z").replace("+00", "Z"))
        return f"%(day)s{given[10:]}" if self._began <= at <= self._ended else given

    def _number(self, given: str) -> str:
        if "-R" in given.upper():
            return "%(round_no)s"
        return "%(case_no)s" if given[:2].isupper() else "%(case_words)s"

    def _officer(self, _given: str) -> str:
        return "%(officer)s"

    def _office(self, given: str) -> str:
        return "%(office)s" if given in OFFICES else given

    def _org(self, given: str) -> str:
        number = _numbers().get(given)
        return f"%(org{self._place_of(number)})s" if number else given

    def _place(self, given: str) -> str:
        return f"%(place{self._place_of(given)})s" if given in municipalities() else given

    def _place_of(self, number: str) -> int:
        self.places.setdefault(number, number)
        return list(self.places).index(number)


def _known(lived: Lived, given: str) -> str | None:
    """Return the gap of an id that copies share with others."""
    if given == lived.key:
        return "key"
    network = lived.rows.get("network")
    return "network" if network and network[0].startswith(given) else None


def _numbers() -> dict[str, str]:
    return {one.org_number: one.number for one in municipalities().values() if one.org_number}


def _escaped(envelope: str) -> str:
    return envelope.replace("\\", "\\\\") if "\\" in envelope else envelope


def own_ids(seed: bytes, count: int) -> list[str]:
    """Return *count* ids that look like chance and are the same for the same *seed*."""
    signs = shake_128(seed).hexdigest(16 * count)
    return [
        f"{one[:8]}-{one[8:12]}-{one[12:16]}-{one[16:20]}-{one[20:]}"
        for one in (signs[start : start + 32] for start in range(0, 32 * count, 32))
    ]


def place_words(places: Sequence[Municipality], first: int, count: int) -> dict[str, str]:
    """Return the words for *count* municipalities of an area, from the one numbered *first*, round and round."""
    words: dict[str, str] = {}
    for gap in range(count):
        place = places[(first + gap) % len(places)]
        words |= {f"place{gap}": place.number, f"org{gap}": place.org_number or ""}
    return words


TABLES: Final = tuple(CASE_TABLES)
