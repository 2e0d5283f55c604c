"""A municipality's program: it applies for a grant, follows its case and reports the use of the money, through the API.

    client.py KEYS apply SFIN-2026-R1 examples/application-2026-hedmarken.json plan.pdf
    client.py KEYS follow SFIN-2026-1
    client.py KEYS report SFIN-2026-1 report.json accounts.pdf

KEYS is a JSON file: client_id, scope, issuer, token_endpoint, api and key (a JWK). `make run` makes one for each role in
.saksgang/programs; for a real municipality it is what Maskinporten's self-service gives. What a report holds: docs/api.md.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
from joserfc import jwt
from joserfc.jwk import import_key

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
RECEIVED = 202


class Saksgang:
    """The API, as one program of one organisation sees it."""

    def __init__(self, keys: dict[str, Any]) -> None:
        self._keys = keys
        self._token, self._until = "", 0.0
        self._http = httpx2.Client(timeout=30, headers={"Accept-Language": "en"})

    def get(self, address: str) -> Any:
        """Return what lies at an address of the API, or at the `next` of a page."""
        return self._ask("GET", address).json()

    def send(self, address: str, content: Any) -> Any:
        """Send a command and wait for what comes of it: with the same key it happens once, however often it is sent."""
        key = {"Idempotency-Key": str(uuid4())}
        answer = self._ask("POST", address, headers=key, json=content)
        while answer.status_code == RECEIVED:
            time.sleep(float(answer.headers["Retry-After"]))
            answer = self._ask("POST", address, headers=key, json=content)
        return answer.json()

    def upload(self, path: Path) -> str:
        """Send a file, and return what it is named by in what it belongs to; sent again it is the same."""
        file = {"file": (path.name, path.read_bytes())}
        return str(self._ask("POST", "/files", files=file).json()["sha256"])

    def _ask(self, method: str, address: str, headers: Any = None, **content: Any) -> httpx2.Response:
        url = self._keys["api"] + address.removeprefix("/api/v1")
        headers = {"Authorization": f"Bearer {self._bearer()}", **(headers or {})}
        answer = self._http.request(method, url, headers=headers, **content)
        if answer.is_error:
            problem = answer.json()
            told = [f"{problem['code']}: {problem['detail']} {problem.get('mend', '')}"]
            sys.exit("\n".join([*told, *(one["message"] for one in problem.get("errors", ()))]))
        return answer

    def _bearer(self) -> str:
        """Return a token that holds; a new one is given for a signed assertion, as Maskinporten wants it."""
        now = time.time()
        if now > self._until:
            keys, key = self._keys, import_key(self._keys["key"])
            claims = {"iss": keys["client_id"], "aud": keys["issuer"], "iat": int(now), "exp": int(now) + 60}
            claims |= {"scope": keys["scope"], "resource": keys["api"]}
            assertion = jwt.encode({"alg": keys["key"]["alg"], "kid": keys["key"]["kid"]}, claims, key)
            asked = self._http.post(
                keys["token_endpoint"], data={"grant_type": GRANT, "assertion": assertion}
            )
            given = asked.raise_for_status().json()
            self._token, self._until = given["access_token"], now + given["expires_in"] - 10
        return self._token


def main(keys: str, command: str, about: str, file: str = "", *more: str) -> None:
    """Do what the command line says, and print what came of it."""
    api = Saksgang(json.loads(Path(keys).read_text("utf-8")))
    content = json.loads(Path(file).read_text("utf-8")) if file else {}
    files = {"attachments": [api.upload(Path(one)) for one in more]}
    if command == "apply":
        found = api.send("/applications", {"round": about, "application": content, **files})
    elif command == "report":
        found = api.send(f"/cases/{about}/commands/deliver_report", {**content, **files})
    else:
        page: dict[str, Any] = {"next": f"/cases/{about}/history"}
        while page["next"]:
            page = api.get(page["next"])
            for event in page["items"]:
                print(event["at"][:16], event["text"])
        case = api.get(f"/cases/{about}")
        found = {name: case[name] for name in ("stage", "money", "reports", "deadlines", "can")}
    print(json.dumps(found, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(*sys.argv[1:])
