#!/bin/sh
# Brings Temporal's two databases to the schema of the admin-tools image; safe to run at every start.
set -eu
tool() {
    temporal-sql-tool --plugin postgres12_pgx --endpoint temporal-db --port 5432 --user temporal "$@"
}
for database in temporal temporal_visibility; do
    folder=${database#temporal_}
    # Both are refused where they were done before; whatever else is wrong, update-schema tells.
    tool --database "$database" create || true
    tool --database "$database" setup-schema --version 0.0 || true
    tool --database "$database" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
