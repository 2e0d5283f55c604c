#!/bin/sh
# Makes the namespace and the search attributes; safe to run at every start.
set -eu
namespace=${TEMPORAL_NAMESPACE:-default}

# until_done COMMAND …: tries for a minute. The server needs a moment to start, and another to know a new namespace.
until_done() {
    try=0
    until "$@"; do
        try=$((try + 1))
        [ "$try" -lt 30 ] || { echo "given up: $*" >&2; exit 1; }
        sleep 2
    done
}

until_done temporal operator cluster health

# Kept for 30 days after a run has ended; the legal record is the trail in PostgreSQL.
temporal operator namespace describe --namespace "$namespace" >/dev/null 2>&1 ||
    temporal operator namespace create --namespace "$namespace" --retention 30d

known=$(mktemp)
list() { temporal operator search-attribute list --namespace "$namespace" >"$known"; }
until_done list
for attribute in CaseStage=Keyword CaseOffice=Keyword GrantYear=Int NextDeadline=Datetime Overdue=Bool; do
    name=${attribute%%=*}
    grep -qw "$name" "$known" ||
        temporal operator search-attribute create --namespace "$namespace" --name "$name" --type "${attribute#*=}"
done
