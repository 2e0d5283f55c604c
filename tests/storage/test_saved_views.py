"""A list under a name is one person's in one role, and lasts until it is forgotten."""

from dataclasses import replace

from domain.actors import Actor, Role
from storage import saved_views
from storage.saved_views import SavedView
from tests.databases import Database
from tests.storage.trails import AT

ME = Actor(subject="s-1", role=Role.CASE_OFFICER, unit="SFIN")
LATE = SavedView(name="Sene", query="vis=over")


async def test_a_view_is_kept_for_whoever_saved_it_in_that_role(database: Database) -> None:
    async with database.engine.begin() as conn:
        await saved_views.save(conn, ME, LATE, AT)

        assert await saved_views.saved_views(conn, ME) == [LATE]
        assert await saved_views.saved_views(conn, replace(ME, subject="s-2")) == []
        assert await saved_views.saved_views(conn, replace(ME, role=Role.LEADER)) == []
        assert await saved_views.saved_views(conn, replace(ME, unit="SFVL")) == []


async def test_a_name_stands_for_the_newest_list(database: Database) -> None:
    async with database.engine.begin() as conn:
        await saved_views.save(conn, ME, LATE, AT)
        await saved_views.save(conn, ME, SavedView(name="Sene", query="vis=over&ar=2026"), AT)

        assert [view.query for view in await saved_views.saved_views(conn, ME)] == ["vis=over&ar=2026"]


async def test_a_view_is_forgotten(database: Database) -> None:
    async with database.engine.begin() as conn:
        await saved_views.save(conn, ME, LATE, AT)
        await saved_views.forget(conn, ME, "Sene")

        assert await saved_views.saved_views(conn, ME) == []
