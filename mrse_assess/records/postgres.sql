-- What the records need on PostgreSQL beside their tables: triggers that make the log append-only, views and functions
-- that answer across what a person may not see, and the policies that say what each person may see. SCHEMA_NAME stands
-- for the schema. The functions run as the tables' owner (SECURITY DEFINER) only where a policy or a chain needs what
-- the person must not read.

REVOKE ALL ON SCHEMA SCHEMA_NAME FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA SCHEMA_NAME REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

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

-- Who is who, and what the scheme lets each role see ------------------------------------------------------------------

CREATE TABLE people (
    login text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    PRIMARY KEY (login, role)
);

CREATE TABLE visibility (
    role text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL
        CHECK (scope IN ('all', 'allocated', 'opened', 'sealed', 'revealed', 'own')),
    PRIMARY KEY (role, subject)
);

-- The login that asks, also inside the functions below, where the current user is the tables' owner.
CREATE FUNCTION own_login() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END
$$;

CREATE FUNCTION own_person() RETURNS text LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT min(person) FROM people WHERE login = own_login()
$$;

CREATE FUNCTION is_office() RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM people WHERE login = own_login() AND role = 'office')
$$;

CREATE FUNCTION is_person(of_actor text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM people WHERE person = of_actor)
$$;

-- What the asking person's roles let them see under a scope.
CREATE FUNCTION own_subjects(of_scope text) RETURNS text[] LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT coalesce(array_agg(subject), '{}') FROM visibility JOIN people USING (role)
    WHERE login = own_login() AND scope = of_scope
$$;

-- What a record is about, in the words of the table visibility: its kind, with "/moderation" where the panel judged; of
-- what takes something back, that which it takes back.
CREATE FUNCTION subjects(of_sequence integer, of_kind text, of_payload text) RETURNS text[] LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN of_kind IN ('judgement', 'conclusion') AND of_payload::json ->> 'phase' = 'moderation'
            THEN ARRAY[of_kind || '/moderation']
        WHEN of_kind = 'withdrawal' AND of_payload::json ->> 'of' IN ('judgement', 'conclusion')
                AND of_payload::json -> 'unit' ->> 0 = 'moderation'
            THEN ARRAY[(of_payload::json ->> 'of') || '/moderation']
        WHEN of_kind = 'withdrawal' THEN ARRAY[of_payload::json ->> 'of']
        WHEN of_kind = 'undo' THEN coalesce((
            SELECT array_agg(DISTINCT subject)
            FROM json_array_elements_text(of_payload::json -> 'undone') AS named (event)
            JOIN events USING (event)
            CROSS JOIN LATERAL unnest(subjects(events.sequence, events.kind, events.payload)) AS about (subject)
            WHERE events.sequence < of_sequence), '{}')
        ELSE ARRAY[of_kind]
    END;
END $$;

CREATE INDEX states_of_persons ON events (kind, application, attempt, actor, sequence)
WHERE kind IN ('seal', 'reveal', 'allocation', 'declaration');

-- Where each assessor stands with an application: the latest declaration and seal of each.
CREATE VIEW declared AS
SELECT DISTINCT ON (application, attempt, actor) application, attempt, actor,
       (payload::json ->> 'conflicted')::boolean AS conflicted
FROM events WHERE kind = 'declaration' ORDER BY application, attempt, actor, sequence DESC;

CREATE VIEW sealed AS
SELECT DISTINCT ON (application, attempt, actor) application, attempt, actor,
       (payload::json ->> 'sealed')::boolean AS sealed
FROM events WHERE kind = 'seal' ORDER BY application, attempt, actor, sequence DESC;

-- The latest allocation of each assessor by somebody whose business it is: nobody allocates themselves.
CREATE VIEW allocated AS
SELECT DISTINCT ON (application, attempt, assessor) application, attempt, payload::json ->> 'assessor' AS assessor,
       (payload::json ->> 'allocated')::boolean AS allocated
FROM events
CROSS JOIN LATERAL (SELECT payload::json ->> 'assessor' AS assessor) AS named
WHERE kind = 'allocation' AND actor NOT IN (
    SELECT person FROM people GROUP BY person HAVING bool_and(role = 'assessor'))
ORDER BY application, attempt, assessor, sequence DESC;

CREATE FUNCTION own_conflicts() RETURNS TABLE (application text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT application FROM declared WHERE actor = own_person() AND conflicted
$$;

CREATE FUNCTION own_allocations() RETURNS TABLE (application text, attempt integer) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT application, attempt FROM allocated WHERE assessor = own_person() AND allocated
$$;

CREATE FUNCTION own_opened() RETURNS TABLE (application text, attempt integer) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT application, attempt FROM own_allocations() JOIN declared USING (application, attempt)
    WHERE actor = own_person() AND NOT conflicted
$$;

CREATE FUNCTION all_sealed() RETURNS TABLE (application text, attempt integer, actor text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT application, attempt, actor FROM sealed WHERE sealed AND own_subjects('sealed') <> '{}'
$$;

-- Whose assessment was shown to the asking person: both are sealed, and a reveal of theirs says so.
CREATE FUNCTION own_revealed() RETURNS TABLE (application text, attempt integer, actor text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    SELECT other.application, other.attempt, other.actor
    FROM events AS reveal
    JOIN sealed AS own ON (own.application, own.attempt, own.actor)
                        = (reveal.application, reveal.attempt, reveal.actor)
    JOIN sealed AS other ON (other.application, other.attempt, other.actor)
                          = (reveal.application, reveal.attempt, reveal.payload::json ->> 'of')
    WHERE reveal.kind = 'reveal' AND reveal.actor = own_person() AND own.sealed AND other.sealed
$$;

-- The policies: the tables' owner, which is the office's own login, stands above them ---------------------------------

ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE texts ENABLE ROW LEVEL SECURITY;
ALTER TABLE drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE people ENABLE ROW LEVEL SECURITY;

CREATE POLICY a_person_reads_what_the_scheme_shows ON events FOR SELECT USING (
    actor = (SELECT own_person())
    OR application NOT IN (SELECT application FROM own_conflicts()) AND (
        subjects(sequence, kind, payload) && (SELECT own_subjects('all'))
        OR (application, attempt) IN (SELECT application, attempt FROM own_allocations())
           AND subjects(sequence, kind, payload) && (SELECT own_subjects('allocated'))
        OR (application, attempt) IN (SELECT application, attempt FROM own_opened())
           AND subjects(sequence, kind, payload) && (SELECT own_subjects('opened'))
        OR (application, attempt, actor) IN (SELECT application, attempt, actor FROM all_sealed())
           AND subjects(sequence, kind, payload) && (SELECT own_subjects('sealed'))
        OR (application, attempt, actor) IN (SELECT application, attempt, actor FROM own_revealed())
           AND subjects(sequence, kind, payload) && (SELECT own_subjects('revealed'))
    )
);

CREATE POLICY a_person_records_as_themselves ON events FOR INSERT WITH CHECK (
    actor = (SELECT own_person()) OR (SELECT is_office()) AND NOT is_person(actor)
);

CREATE POLICY a_text_is_read_with_its_record ON texts FOR SELECT USING (
    EXISTS (SELECT 1 FROM events WHERE events.event = texts.event)
);

CREATE POLICY a_text_is_written_with_its_record ON texts FOR INSERT WITH CHECK (
    EXISTS (SELECT 1 FROM events WHERE events.event = texts.event
            AND (actor = (SELECT own_person()) OR (SELECT is_office()) AND NOT is_person(actor)))
);

CREATE POLICY a_draft_is_its_writers ON drafts USING (actor = (SELECT own_person()));

CREATE POLICY a_person_knows_themselves ON people FOR SELECT USING (login = (SELECT own_login()));

-- Drafts are changed at will, but by no right to delete: nobody needs one on any table.
CREATE FUNCTION forget_drafts(of_application text, of_actor text, of_slot text) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = SCHEMA_NAME, pg_temp AS $$
    DELETE FROM drafts
    WHERE application = of_application
      AND actor = coalesce(of_actor, actor)
      AND slot = coalesce(of_slot, slot)
      AND (actor = own_person() OR own_login() = (SELECT tableowner FROM pg_tables
                                                  WHERE schemaname = 'SCHEMA_NAME' AND tablename = 'drafts'))
$$;
