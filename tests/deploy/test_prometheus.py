"""The alert rules are whole, and Prometheus's own tool agrees where it is installed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parents[2] / "deploy" / "prometheus" / "rules.yaml"
OUR_METRICS = {
    "saksgang_deadlines_unhandled",
    "saksgang_inbox_pending_oldest_seconds",
    "saksgang_outbox_pending_oldest_seconds",
    "saksgang_trail_verify_failed",
}


@pytest.fixture
def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load(RULES.read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def test_every_alert_says_how_bad_it_is_and_what_to_do(rules: list[dict[str, Any]]) -> None:
    for rule in rules:
        assert rule["labels"]["severity"] in {"critical", "warning"}, rule["alert"]
        assert rule["annotations"]["summary"], rule["alert"]
        assert rule["annotations"]["action"], rule["alert"]


def test_alerts_have_names_of_their_own(rules: list[dict[str, Any]]) -> None:
    names = [rule["alert"] for rule in rules]

    assert len(names) == len(set(names))


def test_each_of_our_own_metrics_is_watched_and_no_other_is_named(rules: list[dict[str, Any]]) -> None:
    named = {metric for rule in rules for metric in re.findall(r"saksgang_\w+", rule["expr"])}

    assert named == OUR_METRICS


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool (Debian: prometheus) is not installed")
@pytest.mark.parametrize(
    "arguments", [("check", "rules", "rules.yaml"), ("test", "rules", "rules_test.yaml")]
)
def test_promtool_accepts_the_rules_and_their_tests(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        ["promtool", *arguments], cwd=RULES.parent, capture_output=True, text=True, check=False, timeout=50
    )

    assert done.returncode == 0, done.stdout + done.stderr
