-- What the records need on PostgreSQL beside their tables: triggers that make the log append-only, views and functions
-- that answer across what a person may not see, and the policies that say what each person may see. SCHEMA_NAME stands
-- for the schema. The functions run as the tables' owner (SECURITY DEFINER) only where a policy or a chain needs what
-- the person must not read.

REVOKE ALL ON SCHEMA SCHEMA_NAME FROM PUBLIC;

-- Append-only ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'records are append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER events_are_never_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse();
CREATE TRIGGER texts_are_never_deleted BEFORE DELETE ON texts FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER texts_are_never_emptied BEFORE TRUNCATE ON texts FOR EACH STATEMENT EXECUTE FUNCTION refuse();

CREATE FUNCTION refuse_unless_purged() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
BEGIN
    IF NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.event <> OLD.event OR NEW.field <> OLD.field
       OR NOT EXISTS (SELECT 1 FROM events AS purge JOIN events AS purged ON purged.application = purge.application
                      WHERE purge.kind = 'purge' AND purged.event = OLD.event AND purge.sequence > purged.sequence)
    THEN
        RAISE EXCEPTION 'texts are only erased together with a purge record' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER texts_are_only_erased_by_a_purge BEFORE UPDATE ON texts
FOR EACH ROW EXECUTE FUNCTION refuse_unless_purged();

-- Whatever program inserts: one writer at a time, the next number, the end of the chain, a payload that can be read.
CREATE FUNCTION refuse_out_of_order() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1836217189);
    IF NEW.sequence <> last_sequence() + 1
       OR NEW.previous <> coalesce((SELECT hash FROM heads WHERE application = NEW.application AND actor = NEW.actor), '')
       OR json_typeof(NEW.payload::json) <> 'object'
    THEN
        RAISE EXCEPTION 'records follow each other' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse_out_of_order();

-- What everybody may know: how many records there are, and the head of each chain -------------------------------------

CREATE FUNCTION last_sequence() RETURNS integer LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT coalesce(max(sequence), 0) FROM events
$$;

CREATE VIEW heads WITH (security_barrier) AS
SELECT DISTINCT ON (application, actor) application, actor, hash
FROM events ORDER BY application, actor, sequence DESC;

-- Who is who, and what of an application each standing towards it sees (the scheme office's matrix, as pairs) -------

CREATE TABLE people (
    login text COLLATE "C" PRIMARY KEY,
    person text COLLATE "C" NOT NULL
);

CREATE TABLE visibility (
    standing text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    PRIMARY KEY (standing, subject)
);

-- What a record is about, in the words of that table: its kind, with "/moderation" where the panel judged.
CREATE FUNCTION subject(of_kind text, of_payload text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN of_kind IN ('judgement', 'conclusion') AND of_payload::json ->> 'phase' = 'moderation'
           THEN of_kind || '/moderation' ELSE of_kind END
$$;

-- The login that asks, also inside the functions below, where the current user is the tables' owner.
CREATE FUNCTION own_login() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END
$$;

CREATE FUNCTION own_person() RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT person FROM people WHERE login = own_login()
$$;

-- From the records alone: where each person stands ---------------------------------------------------------------------

CREATE INDEX states_in_order ON events (application, actor, sequence)
WHERE kind IN ('application', 'person', 'allocation', 'declaration', 'seal', 'reveal', 'outcome', 'withdrawal');

-- Records that tell where a person stands, with the moment by which they are ordered in every store: no sooner than the
-- one before in the chain.
CREATE VIEW states AS
SELECT sequence, event, application, attempt, kind, actor, payload::json AS said,
       max(recorded_at) OVER (PARTITION BY application, actor ORDER BY sequence) AS moment
FROM events
WHERE kind IN ('application', 'person', 'allocation', 'declaration', 'seal', 'reveal', 'outcome', 'withdrawal');

CREATE FUNCTION is_undone(named text, of_sequence integer, of_application text, of_attempt integer, of_actor text)
RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM events WHERE kind = 'undo' AND sequence > of_sequence AND (application, attempt, actor)
            = (of_application, of_attempt, of_actor) AND payload::jsonb -> 'undone' ? named
            AND NOT is_undone(event, sequence, application, attempt, actor));
END $$;

CREATE VIEW registered AS
SELECT DISTINCT ON (said ->> 'person') said ->> 'person' AS person, said::jsonb -> 'roles' AS roles
FROM states WHERE kind = 'person' ORDER BY said ->> 'person', moment DESC, actor DESC, sequence DESC;

CREATE VIEW declared_there AS
SELECT DISTINCT ON (application, attempt, actor) application, attempt, actor AS person,
       (said ->> 'conflicted')::boolean AS conflicted
FROM states WHERE kind = 'declaration' ORDER BY application, attempt, actor, sequence DESC;

-- A conflict declared on an earlier attempt holds for the later ones.
CREATE VIEW declared AS
SELECT application, attempt, person, bool_or(conflicted) AS conflicted FROM (
    SELECT application, attempt, person, conflicted FROM declared_there
    UNION ALL
    SELECT later.application, later.attempt, earlier.person, true
    FROM declared_there AS earlier
    JOIN (SELECT DISTINCT application, attempt FROM states) AS later
        ON later.application = earlier.application AND later.attempt > earlier.attempt
    WHERE earlier.conflicted) AS said
GROUP BY application, attempt, person;

CREATE VIEW sealed AS
SELECT DISTINCT ON (application, attempt, actor) application, attempt, actor AS person,
       (said ->> 'sealed')::boolean AS sealed
FROM states WHERE kind = 'seal' ORDER BY application, attempt, actor, sequence DESC;

CREATE VIEW shown AS
SELECT DISTINCT application, attempt, actor AS person, said ->> 'of' AS other FROM states WHERE kind = 'reveal';

CREATE VIEW allocated AS
SELECT DISTINCT ON (application, attempt, said ->> 'person') application, attempt, said ->> 'person' AS person,
       (said ->> 'allocated')::boolean AS allocated
FROM states WHERE kind = 'allocation'
ORDER BY application, attempt, said ->> 'person', moment DESC, actor DESC, sequence DESC;

-- Those to whom an application is given and who have no conflict.
CREATE VIEW judging AS
SELECT application, attempt, person, coalesce(sealed, false) AS sealed
FROM allocated LEFT JOIN declared USING (application, attempt, person) LEFT JOIN sealed USING (application, attempt, person)
WHERE allocated AND conflicted IS NOT TRUE;

CREATE VIEW decided AS
SELECT application, attempt FROM (
    SELECT DISTINCT ON (application, attempt) application, attempt, kind
    FROM states
    WHERE (kind = 'outcome' OR kind = 'withdrawal' AND said ->> 'of' = 'outcome')
      AND NOT is_undone(event, sequence, application, attempt, actor)
    ORDER BY application, attempt, moment DESC, actor DESC, sequence DESC) AS latest
WHERE kind = 'outcome';

-- The asking person's standing towards each application, in the words of the table visibility.
CREATE FUNCTION own_standings() RETURNS TABLE (application text, attempt integer, standing text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    WITH me AS (
        SELECT own_person() AS person, coalesce((SELECT roles FROM registered WHERE person = own_person()), '[]') AS roles,
               EXISTS (SELECT 1 FROM registered) AS is_register
    ), one AS (
        SELECT application, attempt FROM states UNION SELECT '', 0
    ), assessing AS (
        SELECT application, attempt, array_agg(person) AS persons, bool_and(sealed) AS all_sealed
        FROM judging GROUP BY application, attempt
    ), seen AS (
        SELECT application, attempt, array_agg(other) AS persons
        FROM shown WHERE person = own_person() GROUP BY application, attempt
    )
    SELECT application, attempt, CASE
        WHEN application = '' THEN 'everybody'
        WHEN NOT is_register THEN 'alone'
        WHEN conflicted THEN 'conflicted'
        WHEN allocated AND conflicted IS NULL THEN 'undeclared'
        WHEN allocated AND sealed IS NOT TRUE THEN 'judging'
        WHEN allocated AND array_remove(coalesce(assessing.persons, '{}'), me.person) <@ seen.persons THEN 'panel'
        WHEN allocated THEN 'sealed'
        WHEN roles ? 'chair' THEN CASE WHEN all_sealed THEN 'chair' ELSE 'chair_waiting' END
        WHEN roles ? 'office' THEN CASE
            WHEN (application, attempt) IN (SELECT decided.application, decided.attempt FROM decided) THEN 'office'
            ELSE 'office_waiting' END
        ELSE 'unallocated' END
    FROM me CROSS JOIN one
    LEFT JOIN declared USING (application, attempt, person)
    LEFT JOIN allocated USING (application, attempt, person)
    LEFT JOIN sealed USING (application, attempt, person)
    LEFT JOIN assessing USING (application, attempt)
    LEFT JOIN seen USING (application, attempt)
    WHERE me.person IS NOT NULL
$$;

-- What the asking person may see beside their own: for each application, the subjects of records.
CREATE FUNCTION own_reach() RETURNS TABLE (application text, attempt integer, subject text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT application, attempt, subject FROM own_standings() JOIN visibility USING (standing)
$$;

-- What the asking person may append: as themselves (what belongs to no person, the office appends), and nothing that
-- would let them see another's assessment first and judge afterwards.
CREATE FUNCTION may_append(of_application text, of_attempt integer, of_kind text, of_actor text,
                           of_payload text) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
DECLARE
    me text := own_person();
    own_roles jsonb := coalesce((SELECT roles FROM registered WHERE person = me), '[]');
    said jsonb := of_payload::jsonb;
    is_closed boolean := coalesce((SELECT sealed FROM sealed WHERE (application, attempt, person)
                                   = (of_application, of_attempt, of_actor)), false);
BEGIN
    IF me IS NULL THEN
        RETURN false;
    ELSIF of_actor <> me AND NOT (own_roles ? 'office' AND NOT EXISTS (SELECT 1 FROM people WHERE person = of_actor)
                                  AND NOT EXISTS (SELECT 1 FROM registered WHERE person = of_actor)) THEN
        RETURN false;
    END IF;
    RETURN CASE of_kind
        WHEN 'person' THEN own_roles ? 'office'
        WHEN 'allocation' THEN own_roles ?| ARRAY['office', 'chair']
        WHEN 'reveal' THEN is_closed AND EXISTS (
            SELECT 1 FROM sealed WHERE sealed AND (application, attempt, person)
                = (of_application, of_attempt, said ->> 'of'))
        WHEN 'seal' THEN said -> 'sealed' = 'true' OR NOT EXISTS (
            SELECT 1 FROM shown WHERE (application, attempt, person) = (of_application, of_attempt, of_actor))
        WHEN 'judgement' THEN NOT is_closed OR said ->> 'phase' = 'moderation'
        WHEN 'conclusion' THEN NOT is_closed OR said ->> 'phase' = 'moderation'
        WHEN 'withdrawal' THEN NOT is_closed OR said ->> 'of' NOT IN ('judgement', 'conclusion')
            OR said -> 'unit' ->> 0 = 'moderation'
        WHEN 'undo' THEN NOT is_closed OR NOT EXISTS (
            SELECT 1 FROM events WHERE said -> 'undone' ? event
                AND (subject(kind, payload) IN ('judgement', 'conclusion') OR kind = 'withdrawal' OR kind = 'undo'))
        ELSE true END;
END $$;

-- Texts come in the transaction of their record, and never later.
CREATE FUNCTION is_just_inserted(of_event text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM events WHERE event = of_event AND xmin::text::bigint
                   = pg_current_xact_id()::text::bigint & 4294967295)
$$;

-- The policies: the tables' owner, which is the office's own login, stands above them ---------------------------------

ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE texts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;

CREATE POLICY a_person_reads_what_the_scheme_shows ON events FOR SELECT USING (
    actor = (SELECT own_person())
    OR kind = 'allocation' AND payload::json ->> 'person' = (SELECT own_person())
    OR (application, attempt, subject(kind, payload)) IN (SELECT * FROM own_reach())
);

CREATE POLICY a_person_records_as_themselves ON events FOR INSERT WITH CHECK (
    may_append(application, attempt, kind, actor, payload)
);

CREATE POLICY a_text_is_read_with_its_record ON texts FOR SELECT USING (
    event IN (SELECT event FROM events)  -- once for a query, not once for each text
);

CREATE POLICY a_text_is_written_with_its_record ON texts FOR INSERT WITH CHECK (is_just_inserted(event));

CREATE POLICY a_draft_is_its_writers ON drafts USING (actor = (SELECT own_person()));

-- Drafts are changed at will, but by no right to delete: nobody needs one on any table.
CREATE FUNCTION forget_drafts(of_application text, of_actor text, of_slot text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    DELETE FROM drafts
    WHERE application = of_application
      AND actor = coalesce(of_actor, actor)
      AND slot = coalesce(of_slot, slot)
      AND (actor = own_person() OR pg_has_role(own_login(), current_user, 'USAGE'))
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA SCHEMA_NAME FROM PUBLIC;
