"""No secret stands in what is checked in: keys, tokens, addresses with a password, and values that only chance makes."""

import math
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: What is a secret wherever it stands.
SHAPES = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{16}"),
    "signed token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "cloud key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "forge token": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{18,})"),
    "chat token": re.compile(r"\bxox[abprs]-[\w-]{10,}"),
    "webhook secret": re.compile(r"\bwhsec_[A-Za-z0-9+/]{24,}"),
    "Ed25519 key in PEM": re.compile(r"\bMC4CAQAwBQYDK2VwBCIEI"),
}

#: A value that is given to something called a secret.
NAMED = re.compile(
    r"""(?ix) (?:secret|passw(?:or)?d|passphrase|api_?key|private_?key|credential|token)\w* ["']? \s* [:=]{1,2} \s*
        ["'] (?P<value> [^"'\s]{12,} ) ["']"""
)
IN_ADDRESS = re.compile(r"://[^\s:/@\"'`]+:(?P<value>[^\s:/@\"'`]{8,})@")

#: Bits a letter: words and sentences lie below, what chance made of letters and digits above.
CHANCE = 3.6


def bits(text: str) -> float:
    """Return the entropy of *text*, in bits a letter."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def is_chance(value: str) -> bool:
    return (
        bits(value) > CHANCE
        and any(sign.isdigit() for sign in value)
        and re.search("[A-Za-z]", value) is not None
    )


def secrets_in(text: str) -> Iterator[str]:
    """Name what in *text* looks like a secret, without repeating it."""
    yield from (name for name, shape in SHAPES.items() if shape.search(text))
    for pattern in (NAMED, IN_ADDRESS):
        for found in pattern.finditer(text):
            # What is put in later is no secret yet.
            if "{" not in found["value"] and "$" not in found["value"] and is_chance(found["value"]):
                yield f"line {text.count(chr(10), 0, found.start()) + 1}"


def checked_in() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = {}
    for path in checked_in():
        if path.is_file() and path.suffix not in {".png", ".ico", ".woff2"} and path != Path(__file__):
            found[str(path.relative_to(ROOT))] = path.read_text("utf-8", errors="replace")
    return found


def test_nothing_that_is_checked_in_looks_like_a_secret(texts: dict[str, str]) -> None:
    assert {name: found for name, text in texts.items() if (found := list(secrets_in(text)))} == {}


def test_no_file_is_checked_in_that_holds_secrets_by_its_nature(texts: dict[str, str]) -> None:
    kinds = re.compile(
        r"(^|/)(\.env(\..+)?|id_(rsa|ed25519)|credentials\.json|.+\.(pem|key|p12|pfx|jks|kdbx))$"
    )

    assert [name for name in texts if kinds.search(name)] == []


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIExample",
        'client_secret = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"',
        "DATABASE_URL=postgresql://saksgang:4f9a0c77d1e25b83@db.example/saksgang",
        '"api_key": "sk1J8vQzR4tW9yB2nM6cX"',
        "SAKSGANG_OIDC_CLIENT_SECRET: 'h7Gk2Lp9Qw4Zx8Cv1Bn6'",
    ],
)
def test_what_is_a_secret_is_seen(text: str) -> None:
    assert list(secrets_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://user:password@host/database",
        "SERVICE_PASSWORD: ${SAKSGANG_SERVICE_PASSWORD:?set it in deploy/.env}",
        'client_secret="a secret of thirty-two letters or more"',
        "--hash=sha256:9f8e7d6c5b4a39281706f5e4d3c2b1a0",
    ],
)
def test_what_is_none_is_left_in_peace(text: str) -> None:
    assert not list(secrets_in(text))
