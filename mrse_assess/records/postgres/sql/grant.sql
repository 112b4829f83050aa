-- The login LOGIN_NAME for PERSON_ID: reads what the scheme lets them see and appends as PERSON_ID. It has no right to
-- change or remove anything. It has no password yet: set one with \password in psql, or let the server know its users in
-- another way (peer, certificates, single sign-on). Run this in the database of the records, as the office's login (with
-- the right to make logins) or as the server's administrator; running it again does no harm.
DO $made$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'LOGIN_NAME') THEN
        CREATE ROLE "LOGIN_NAME" LOGIN NOINHERIT;
    END IF;
    IF EXISTS (
        SELECT 1 FROM pg_roles WHERE rolname = 'LOGIN_NAME' AND (rolsuper OR rolbypassrls OR pg_has_role(oid, (
            SELECT tableowner FROM pg_tables WHERE schemaname = 'SCHEMA_NAME' AND tablename = 'events'), 'MEMBER'))
    ) THEN
        RAISE EXCEPTION 'this login stands above what a person may see' USING ERRCODE = 'invalid_grant_operation';
    END IF;
END $made$;
REVOKE ALL ON ALL TABLES IN SCHEMA SCHEMA_NAME FROM "LOGIN_NAME";
GRANT USAGE ON SCHEMA SCHEMA_NAME TO "LOGIN_NAME";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA SCHEMA_NAME TO "LOGIN_NAME";
GRANT SELECT ON SCHEMA_NAME.about, SCHEMA_NAME.heads TO "LOGIN_NAME";
GRANT SELECT, INSERT ON SCHEMA_NAME.events, SCHEMA_NAME.texts, SCHEMA_NAME.drafts TO "LOGIN_NAME";
DELETE FROM SCHEMA_NAME.people WHERE login = 'LOGIN_NAME';
INSERT INTO SCHEMA_NAME.people (login, person) VALUES ('LOGIN_NAME', 'PERSON_ID');
