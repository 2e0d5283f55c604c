"""Who is paid for an application: the municipality, also where it was sent under a unit's own number (E46)."""

from domain.application import Application


def with_main_unit(application: Application, main_unit: str | None) -> Application:
    """Return *application* with the host's own number in place of its sub-unit's; unchanged where it gave its own."""
    if main_unit is None:
        return application
    members = tuple(
        one.model_copy(update={"org_number": main_unit}) if one.org_number == application.host else one
        for one in application.members
    )
    return application.model_copy(update={"host": main_unit, "members": members})
