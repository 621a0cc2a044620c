#!/bin/bash
# Runs once, when the data volume is empty: a role and a database of its own for each service. Later changes are made by hand.
set -euo pipefail

for service in submission tracking earnings payout analytics; do
  password_variable="${service^^}_DB_PASSWORD"
  : "${!password_variable:?is missing}"
  psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet -U postgres -d postgres -v name="$service" <<SQL
\getenv password $password_variable
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
