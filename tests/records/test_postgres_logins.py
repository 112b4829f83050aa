"""A person's login reads what the scheme shows them, appends as themselves, and can do nothing else."""

import subprocess

import psycopg
import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import (
    Allocation,
    ApplicationEntry,
    Declaration,
    Person,
    PrivateNote,
    Purge,
    Reveal,
    Seal,
    Undo,
    Withdrawal,
)
from mrse_assess.model.judgement import SettingValue
from mrse_assess.records import Store, backup, to_event, unchecked, verify
from mrse_assess.records.postgres.roles import EVERYBODY, grant_script, revoke_script, visibility_script
from mrse_assess.terms import EventKind, Phase, Role

SEES = {
    EVERYBODY: ("person", "setting"),
    "judging": ("application", "part"),
    "sealed": ("application", "part"),
    "panel": ("application", "part", "judgement", "seal", "judgement/moderation"),
    "chair": ("application", "judgement", "seal"),
}


@pytest.fixture
def kept_on():
    return "server"


@pytest.fixture
def record(new_id):
    """Records a value in a store, by somebody."""

    def act(store, value, by):
        return store.append(to_event(value, event=new_id(), actor=by, scheme_version="test-1"))

    return act


@pytest.fixture
def logins(server, database):
    """Persons' ids with the names of their logins, which are this database's alone; they go with it."""
    names = {person: f"{person}_{database[-12:]}" for person in ("jo", "sam", "kim")}
    yield names
    server.sql("DROP OWNED BY " + ", ".join(names.values()), database=database)
    server.sql(*(f"DROP ROLE {name}" for name in names.values()))


@pytest.fixture
def office(store, record, logins):
    """The office's store: an application given to jo and sam, kim in the chair, each with a login."""
    store.database.carry_out(visibility_script((one, what) for one, sees in SEES.items() for what in sees))
    record(store, ApplicationEntry(application="A1", attempt=1, received_on=None, portfolio_digest="x"), "office")
    for person, role in (("jo", Role.ASSESSOR), ("sam", Role.ASSESSOR), ("kim", Role.CHAIR)):
        record(store, Person(person=person, roles=(role,), name=f"{person} Adeyemi"), "office")
        store.database.carry_out(grant_script(person, login=logins[person]))
    for person in ("jo", "sam"):
        record(store, Allocation(application="A1", attempt=1, person=person, allocated=True), "office")
    return store


@pytest.fixture
def opened(server, database, logins, clock, new_id):
    """Opens the store by a person's login."""
    stores = []

    def open_as(person):
        stores.append(Store.open(server.url(database, logins[person]), clock=clock, new_id=new_id))
        return stores[-1]

    yield open_as
    for store in stores:
        store.close()


@pytest.fixture
def jo(office, opened, record):
    store = opened("jo")
    record(store, Declaration(application="A1", attempt=1, conflicted=False), "jo")
    return store


@pytest.fixture
def sam(office, opened, record):
    store = opened("sam")
    record(store, Declaration(application="A1", attempt=1, conflicted=False), "sam")
    return store


@pytest.fixture
def sql(server, database, logins):
    """Carries out a statement with a person's login, as somebody with a database tool would."""

    def carry_out(person, statement):
        return server.sql("SET search_path = mrse_records", statement, database=database, login=logins[person])

    return carry_out


def seal(*, sealed=True):
    return Seal(application="A1", attempt=1, sealed=sealed, why="" if sealed else "looked again")


def items(store):
    """The items that judgements which the store shows are about."""
    return [event.payload["evidence_id"] for event in store.events() if event.kind == "judgement"]


def test_a_login_is_known_by_the_person_whose_it_is(office, jo, sam):
    assert (office.database.person, office.database.partial) == (None, False)
    assert (jo.database.person, jo.database.partial) == ("jo", True)
    assert [person for _, person in office.database.logins] == ["jo", "kim", "sam"]


@pytest.mark.parametrize("table", ["events", "texts", "drafts", "about", "people", "visibility"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_a_persons_login_has_no_right_to_change_or_remove_anything(office, jo, sql, table, statement):
    columns = {"events": "actor", "texts": "text", "drafts": "text", "about": "value", "people": "person"}
    jo.save_draft("A1", "jo", "feedback", "half")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        sql("jo", statement.format(table, columns.get(table, "standing")))


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE events DISABLE TRIGGER ALL",
        "DROP POLICY a_draft_is_its_writers ON drafts",
        "CREATE TABLE extra (x int)",
        "SET session_replication_role = replica",
        "SET ROLE scheme_office",
        "GRANT scheme_office TO CURRENT_USER",
        "INSERT INTO people VALUES ('x', 'sam')",
        "INSERT INTO visibility VALUES ('judging', 'judgement')",
        "SELECT * FROM people",
        "SELECT * FROM sealed",
    ],
)
def test_a_persons_login_cannot_take_more_rights(office, jo, sql, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        sql("jo", statement)


def test_switching_the_policies_off_shows_nothing_more(office, jo, sam, sql, record, judgement):
    record(sam, judgement(assessor="sam"), "sam")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        sql("jo", "SET row_security = off; SELECT * FROM events")


def test_the_right_to_erase_texts_is_the_offices_alone(office, jo, record, judgement, new_id):
    record(jo, judgement(feedback="stays"), "jo")
    purge = to_event(Purge(application="A1", attempt=1, why="retention"), event=new_id(), actor="jo")
    with pytest.raises(RecordsError, match="for the office"):
        jo.erase_texts(purge)
    assert jo.find(purge.event) is None
    assert [event.payload["feedback"] for event in office.events() if event.kind == "judgement"] == ["stays"]


def test_a_person_records_as_themselves_only(office, jo, sam, record, judgement):
    with pytest.raises(RecordsError, match="person whose record it is"):
        record(jo, judgement(assessor="sam"), "sam")
    with pytest.raises(RecordsError, match="for the office"):
        record(jo, SettingValue(key="panel_names", value="x", source="y"), "office")
    assert items(office) == []


def test_an_assessor_makes_nobody_a_chair_and_gives_nobody_an_application(office, jo, record):
    with pytest.raises(RecordsError, match="for the office"):
        record(jo, Person(person="jo", roles=(Role.CHAIR,)), "jo")
    with pytest.raises(RecordsError, match="for the office"):
        record(jo, Allocation(application="A2", attempt=1, person="jo", allocated=True), "jo")


def test_anothers_judgement_note_and_draft_are_not_read_before_the_reveal(office, jo, sam, sql, record, judgement):
    record(sam, judgement(assessor="sam", evidence_id="sams", feedback="Dr Adeyemi"), "sam")
    record(sam, PrivateNote(application="A1", attempt=1, sub_category="4.2", evidence_id="7", text="to myself"), "sam")
    sam.save_draft("A1", "sam", "feedback", "half")
    record(jo, judgement(evidence_id="jos", feedback="Please."), "jo")

    def seen():
        assert jo.drafts("A1", "sam") == ()
        texts = [text for (text,) in sql("jo", "SELECT text FROM texts WHERE text IN ('Dr Adeyemi', 'to myself')")]
        counted = sql("jo", "SELECT count(*) FROM events WHERE actor = 'sam'")[0][0]
        return items(jo), texts, counted

    assert seen() == (["jos"], [], 0)
    record(jo, seal(), "jo")
    assert seen() == (["jos"], [], 0)
    record(sam, seal(), "sam")
    assert seen() == (["jos"], [], 0)
    record(jo, Reveal(application="A1", attempt=1, of="sam"), "jo")
    assert seen() == (["sams", "jos"], ["Dr Adeyemi"], 2)  # the judgement and the seal; never the note
    assert items(sam) == ["sams"]  # jo's was not shown to sam


def test_nobody_sees_first_and_judges_then_not_even_with_a_database_tool(office, jo, sam, record, judgement, new_id):
    first = record(jo, judgement(), "jo")
    with pytest.raises(RecordsError):  # not sealed
        record(jo, Reveal(application="A1", attempt=1, of="sam"), "jo")
    record(jo, seal(), "jo")
    with pytest.raises(RecordsError):  # the other is not
        record(jo, Reveal(application="A1", attempt=1, of="sam"), "jo")
    with pytest.raises(RecordsError):  # sealed is sealed
        record(jo, judgement(evidence_id="8"), "jo")
    record(jo, seal(sealed=False), "jo")
    record(jo, judgement(evidence_id="8"), "jo")
    record(jo, seal(), "jo")
    record(sam, seal(), "sam")
    record(jo, Reveal(application="A1", attempt=1, of="sam"), "jo")
    unit = ("individual", "4.2", "7")
    for act in (
        seal(sealed=False),
        judgement(evidence_id="9"),
        Withdrawal(application="A1", attempt=1, of=EventKind.JUDGEMENT, unit=unit),
        Undo(application="A1", attempt=1, undone=(first.event,)),
    ):
        with pytest.raises(RecordsError, match="may not do that"):
            record(jo, act, "jo")
    record(jo, judgement(phase=Phase.MODERATION), "jo")  # which is the panel's


def test_a_conflicted_person_sees_their_own_and_that_it_was_given_to_them(office, opened, record, judgement, jo):
    sam = opened("sam")
    assert {event.kind for event in sam.events()} == {"person", "allocation"}  # given, and nothing declared yet
    record(sam, Declaration(application="A1", attempt=1, conflicted=False), "sam")
    assert "application" in {event.kind for event in sam.events()}
    record(sam, Declaration(application="A1", attempt=1, conflicted=True, interests=("friend",)), "sam")
    assert {event.kind for event in sam.events()} == {"person", "allocation", "declaration"}


def test_the_chair_sees_when_all_have_sealed(office, opened, jo, sam, record, judgement):
    kim = opened("kim")
    record(jo, judgement(evidence_id="jos"), "jo")
    record(jo, seal(), "jo")
    assert items(kim) == []
    record(sam, seal(), "sam")
    assert items(kim) == ["jos"]


def test_heads_of_all_chains_are_known_without_their_contents(office, jo, sam, record, judgement):
    record(sam, judgement(assessor="sam"), "sam")
    assert jo.heads("A1") == office.heads("A1")
    assert set(jo.heads("A1")) == {"jo", "office", "sam"}
    assert jo.application_head("A1") == office.application_head("A1")


def test_verifying_looks_at_what_a_person_may_see_and_says_what_it_could_not(office, jo, sam, record, judgement):
    record(jo, judgement(), "jo")
    record(sam, judgement(assessor="sam"), "sam")
    assert verify(jo) == ()
    assert any("may not see" in sentence for sentence in unchecked(jo))
    assert verify(office) == ()
    assert not any("may not see" in sentence for sentence in unchecked(office))


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE events SET scheme_version = 'x' WHERE actor = 'jo' AND kind = 'judgement'", "event"),
        ("UPDATE events SET previous = repeat('0', 64) WHERE actor = 'jo' AND kind = 'judgement'", "chain"),
        ("DELETE FROM events WHERE actor = 'jo' AND kind = 'declaration'", "chain"),
        ("UPDATE texts SET text = 'never said' WHERE text = 'Please.'", "text-changed"),
    ],
)
def test_a_person_finds_what_was_changed_in_their_own_records(
    office, jo, server, database, record, judgement, statement, code
):
    record(jo, judgement(feedback="Please."), "jo")
    tamper = ("SET search_path = mrse_records", "SET session_replication_role = replica", statement)
    server.sql(*tamper, database=database)
    assert code in {finding.code for finding in verify(jo)}


def test_a_person_makes_no_backup_of_the_part_that_they_see(office, jo, tmp_path):
    with pytest.raises(RecordsError, match="let the office"):
        backup(jo, tmp_path / "copy.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_draft_is_cleared_by_its_writer_only(office, jo, sam):
    draft = sam.save_draft("A1", "sam", "feedback", "half")
    with pytest.raises(RecordsError):
        jo.save_draft("A1", "sam", "feedback", "not mine")
    jo.clear_draft("A1", "sam", "feedback")
    assert sam.drafts("A1", "sam") == (draft,)
    sam.clear_draft("A1", "sam", "feedback")
    assert sam.drafts("A1", "sam") == ()


def test_a_text_is_not_added_to_a_record_later(office, jo, sql, record, judgement):
    stored = record(jo, judgement(), "jo")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        sql("jo", f"INSERT INTO texts VALUES ('{stored.event}', 'feedback', 'salt', 'text')")  # noqa: S608 - a UUID
    assert office.find(stored.event) == stored


def test_a_login_that_stands_above_the_policies_is_refused(store, server):
    for login in ("postgres", "scheme_office"):
        with pytest.raises(RecordsError, match="name another"):
            store.database.carry_out(grant_script("jo", login=login))
    assert store.database.logins == ()


def test_the_script_is_what_the_servers_administrator_can_carry_out(office, server, database, logins, tmp_path, opened):
    script = tmp_path / "grant.sql"
    script.write_text(revoke_script(logins["jo"]) + grant_script("jo", login=logins["jo"]))
    command = [server.bin / "psql", "-h", server.folder, "-p", str(server.port), "-U", "postgres", "-d", database]
    subprocess.run([*command, "-v", "ON_ERROR_STOP=1", "-qf", script], check=True)
    assert opened("jo").database.person == "jo"


def test_a_revoked_login_reads_nothing(office, jo, opened, logins):
    office.database.carry_out(revoke_script(logins["jo"]))
    with pytest.raises(RecordsError, match="closed to this login"):
        jo.events()
    with pytest.raises(RecordsError, match="closed to this login"):
        opened("jo")


@pytest.mark.parametrize("name", ["", "jo'; DROP TABLE events; --", 'jo"', "jo sam", "x" * 64, "$made$"])
def test_a_name_that_cannot_be_a_login_is_refused(name):
    with pytest.raises(BadRequestError, match="cannot be a login"):
        grant_script("jo", login=name)
    with pytest.raises(BadRequestError, match="cannot be a login"):
        revoke_script(name)


@pytest.mark.parametrize("pair", [("judging", "dance"), ("jud'ging", "judgement")])
def test_a_pair_that_means_nothing_is_refused(pair):
    with pytest.raises(BadRequestError, match="Nothing can be said"):
        visibility_script([pair])
