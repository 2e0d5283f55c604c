"""Alembic's way in: ``storage.migrate`` hands over a connection, or asks for the SQL as text."""

from alembic import context

from storage.tables import metadata

if context.is_offline_mode():
    # A named paramstyle: with the default one every % of the triggers' messages would be doubled.
    context.configure(
        dialect_name="postgresql",
        dialect_opts={"paramstyle": "named"},
        target_metadata=metadata,
        literal_binds=True,
        as_sql=True,
    )
else:
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)

with context.begin_transaction():
    context.run_migrations()
