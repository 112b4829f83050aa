"""Whether the tables on a server are those that this version makes, and whether anybody was given a right to change."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, text

from mrse_assess.records.findings import Finding, damaged
from mrse_assess.records.postgres.scripts import SCHEMA, make_tables, script

UNLOCKED = "mrse_assess_unlocked"
"""Execution option of transactions that neither keep anything nor need to wait for writers."""

_AS_MADE = "mrse_records_as_made"
"""The schema in which the tables are made once more to be compared with, and never kept."""

_MAY_CHANGE = """
SELECT relname, coalesce(rolname, 'everybody') AS login, privilege_type
FROM pg_class CROSS JOIN LATERAL aclexplode(relacl) LEFT JOIN pg_roles ON pg_roles.oid = grantee
WHERE relnamespace = to_regnamespace(:schema) AND grantee <> relowner
  AND (privilege_type <> 'SELECT' AND relname NOT IN ('events', 'texts', 'drafts') OR privilege_type NOT IN
       ('SELECT', 'INSERT'))
ORDER BY 1, 2, 3
"""
_ABOVE_POLICIES = """
SELECT DISTINCT rolname FROM people JOIN pg_roles ON rolname = login
WHERE rolsuper OR rolbypassrls OR pg_has_role(pg_roles.oid, (SELECT tableowner FROM pg_tables
      WHERE schemaname = :schema AND tablename = 'events'), 'MEMBER')
ORDER BY 1
"""


def changed_tables(engine: Engine) -> Iterator[Finding]:
    """Tables, triggers, functions and policies that are missing, changed or added. Needs the right to make tables."""
    with engine.connect().execution_options(**{UNLOCKED: True}) as connection:
        found = _catalog(connection, SCHEMA)
        make_tables(connection, _AS_MADE)
        expected = _catalog(connection, _AS_MADE)
        connection.rollback()
    for kind, name in sorted({one[:2] for one in expected - found}):
        yield damaged("schema", f"The {kind} {name} is missing or was changed.")
    for kind, name in sorted({one[:2] for one in found} - {one[:2] for one in expected}):
        yield damaged("schema", f"There is a {kind} ({name}) that does not belong to the records.")


def given_rights(connection: Connection) -> Iterator[Finding]:
    """Logins that may do more to the records than read and append."""
    for relation, login, right in connection.execute(text(_MAY_CHANGE), {"schema": SCHEMA}):
        yield Finding(
            code="rights",
            found=f"The login {login} has the right {right} on {relation}.",
            advice="Take it away (REVOKE); only the office's own login may change anything.",
        )
    for (login,) in connection.execute(text(_ABOVE_POLICIES), {"schema": SCHEMA}):
        yield Finding(
            code="rights",
            found=f"The login {login} is a person's, and stands above what the scheme lets that person see.",
            advice="Give the person another login with the command database --grant.",
        )


def _catalog(connection: Connection, schema: str) -> set[tuple[str, str, str]]:
    """What the schema is made of, under the name that the records' own has."""
    connection.exec_driver_sql(f"SET LOCAL search_path = {schema}")
    rows = connection.execute(text(script("catalog")), {"schema": schema})
    return {(kind, name, str(made).replace(schema, SCHEMA)) for kind, name, made in rows}
