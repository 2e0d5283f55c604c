#!/bin/sh
# Makes the two roles and the database at the first start; the image runs it once, on an empty volume.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v owner_password="$SAKSGANG_OWNER_PASSWORD" -v service_password="$SAKSGANG_SERVICE_PASSWORD" <<'SQL'
CREATE ROLE saksgang_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE saksgang_service LOGIN PASSWORD :'service_password';
CREATE DATABASE saksgang OWNER saksgang_owner
    TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE saksgang FROM PUBLIC;
GRANT CONNECT ON DATABASE saksgang TO saksgang_service;
\connect saksgang
-- PostgreSQL lets everybody make large objects; nothing here does.
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
SQL
