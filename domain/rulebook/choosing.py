"""Which rules an application is checked by when nobody names them: the newest that have its strand and its years."""

from collections.abc import Iterable

from domain.application import Application
from domain.rulebook.comparing import BUFDIR
from domain.ruleset import RuleSet


def rules_for_application(
    application: Application, office: str | None, known: Iterable[RuleSet]
) -> RuleSet | None:
    """Return the rule set for *application*, or None where none fits.

    Args:
        application: Its project's years and its strand decide.
        office: The county governor of its host; the office's own rules go before the directorate's (Q1), and those
            before another office's.
        known: What there is to choose from.
    """
    years = range(application.project.first_year, application.project.last_year + 1)
    fitting = (one for one in known if one.grant_year in years and application.strand in one.strands)
    return max(
        fitting,
        key=lambda one: (one.grant_year, one.issuer == office, one.issuer == BUFDIR, one.valid_from),
        default=None,
    )
