"""A workspace on a database server is the same workspace, and the database shows each person what the matrix says."""

import random
import zipfile
from datetime import date

import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model import acts
from mrse_assess.model.judgement import Judgement, OutcomeChoice
from mrse_assess.records import Store, in_force, persons_in_force, to_event
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Role, Verdict
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.archive import restore_backup, write_backup
from mrse_assess.workspace.server import granting, move_to_server, revoking, visible_pairs
from mrse_assess.workspace.verification import verification
from mrse_assess.workspace.visibility import matrix, standing, visible

from .conftest import counting_ids, quiet, ticking_clock, write_pdf

PERSONS = {"jo": Role.ASSESSOR, "sam": Role.ASSESSOR, "kim": Role.CHAIR, "lee": Role.OFFICE}
ATTEMPTS = (("A1", 1), ("A1", 2), ("A2", 1))


@pytest.fixture
def on_server(tmp_path, database_url):
    folder = tmp_path / "on server"
    with Workspace.create(folder, clock=ticking_clock(), new_id=counting_ids(), server=database_url) as opened:
        yield opened


@pytest.fixture
def logins(server, database):
    names = {person: f"{person}_{database[-12:]}" for person in PERSONS}
    yield names
    server.sql("DROP OWNED BY " + ", ".join(names.values()), database=database)
    server.sql(*(f"DROP ROLE {name}" for name in names.values()))


@pytest.fixture
def opened(server, database, logins, on_server, new_ids):
    """The store as each person's login sees it."""
    for person, login in logins.items():
        on_server.store.database.carry_out(granting(on_server.store, person, login))
    stores = {
        person: Store.open(server.url(database, login), clock=ticking_clock(), new_id=new_ids)
        for person, login in logins.items()
    }
    yield stores
    for store in stores.values():
        store.close()


def test_a_workspace_on_a_server_has_no_file_of_records_and_no_password(on_server, database_url):
    assert not on_server.layout.records.exists()
    text = on_server.layout.settings_file.read_text()
    assert f'records = "{database_url}"' in text
    assert "PGPASSFILE" in text


def test_a_portfolio_taken_in_on_a_server_is_there_when_it_is_opened_again(on_server, tmp_path):
    source = write_pdf(tmp_path / "portfolio.pdf", "Evidence 1")
    taken = on_server.add(source, received_on=date(2026, 9, 14), tell=quiet)
    with Workspace.open(on_server.layout.folder, clock=ticking_clock(), new_id=counting_ids()) as again:
        assert again.applications() == (taken,)
        found = verification(again)
    assert found.sound
    assert [problem.code for problem in found.problems] == ["not-checked"]


def test_records_that_are_gone_from_the_server_are_not_begun_anew(on_server, server, database):
    server.sql("DROP SCHEMA mrse_records CASCADE", database=database)
    with pytest.raises(RecordsError, match="no records in the database"):
        Workspace.open(on_server.layout.folder, clock=ticking_clock(), new_id=counting_ids())


@pytest.mark.parametrize(
    ("url", "match"),
    [
        ("records.sqlite", "workspace's own file"),
        ("sqlite:///records.sqlite", "workspace's own file"),
        ("mysql://host/records", "workspace's own file"),
        ("postgresql://jo:secret@host/records", "holds a password"),
    ],
)
def test_a_place_that_is_no_server_is_refused_and_nothing_is_made(tmp_path, url, match):
    with pytest.raises(BadRequestError, match=match):
        Workspace.create(tmp_path / "new", clock=ticking_clock(), new_id=counting_ids(), server=url)
    assert not (tmp_path / "new").exists()


def test_a_password_written_into_the_settings_is_refused(on_server):
    settings = on_server.layout.settings_file
    settings.write_text(settings.read_text().replace("scheme_office@", "scheme_office:secret@"))
    with pytest.raises(BadRequestError, match="holds a password") as refused:
        Workspace.open(on_server.layout.folder, clock=ticking_clock(), new_id=counting_ids())
    assert "secret" not in str(refused.value)


def test_a_database_with_records_is_not_taken_for_a_new_workspace(on_server, tmp_path, database_url):
    on_server.set_setting("queries_address", "office@example.org", "minute 4")
    with pytest.raises(BadRequestError, match="name an empty one"):
        Workspace.create(tmp_path / "new", clock=ticking_clock(), new_id=counting_ids(), server=database_url)
    assert not (tmp_path / "new").exists()


def test_a_backup_stands_by_itself_and_goes_to_a_server_again(on_server, tmp_path, server):
    on_server.add(
        write_pdf(tmp_path / "portfolio.pdf", "Evidence 1"), received_on=date(2026, 9, 14), reference="A1", tell=quiet
    )
    write_backup(on_server.layout, on_server.store, tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as zipped:
        assert b"postgresql" not in zipped.read("workspace.toml")
    restore_backup(tmp_path / "backup.zip", tmp_path / "restored")
    with Workspace.open(tmp_path / "restored", clock=ticking_clock(), new_id=counting_ids()) as restored:
        assert restored.store.path == restored.layout.records
        assert restored.store.events() == on_server.store.events()
    restore_backup(tmp_path / "backup.zip", tmp_path / "moved")
    url = server.url(server.new_database())
    move_to_server(tmp_path / "moved", url, clock=ticking_clock(), new_id=counting_ids())
    assert not (tmp_path / "moved" / "records.sqlite").exists()
    with Workspace.open(tmp_path / "moved", clock=ticking_clock(), new_id=counting_ids()) as moved:
        assert moved.layout.server == url
        assert moved.store.events() == on_server.store.events()
        assert verification(moved).sound
    with pytest.raises(BadRequestError, match="on a server already"):
        move_to_server(tmp_path / "moved", url, clock=ticking_clock(), new_id=counting_ids())


def test_a_login_is_for_somebody_who_is_registered(on_server, new_ids):
    assert "jo" in granting(on_server.store, "jo", "jo")
    person = acts.Person(person="sam", roles=(Role.OFFICE,))
    on_server.store.append(to_event(person, event=new_ids(), actor="office"))
    with pytest.raises(BadRequestError, match="there are: sam"):
        granting(on_server.store, "jo", "jo")


def test_a_workspace_in_a_file_knows_no_logins(workspace):
    for script in (granting(workspace.store, "jo", "jo"), revoking("jo")):
        with pytest.raises(BadRequestError, match="knows no logins"):
            workspace.store.database.carry_out(script)


def test_the_database_has_words_for_every_standing_of_the_matrix(on_server, server, database):
    (source,) = server.sql(
        "SELECT prosrc FROM pg_proc WHERE proname = 'own_standings' AND pronamespace = 'mrse_records'::regnamespace",
        database=database,
    )
    for name in (*matrix().standings, "everybody"):
        assert f"'{name}'" in source[0]
    told = server.sql("SELECT standing, subject FROM mrse_records.visibility", database=database)
    assert set(told) == set(visible_pairs())
    assert ("panel", "judgement") in told
    assert ("sealed", "judgement") not in told
    assert ("office_waiting", "judgement/moderation") not in told


def an_act(chance, who):
    """A value that somebody may record, and by whom: mostly what a person's standing follows from."""
    application, attempt = chance.choice(ATTEMPTS)
    of = {"application": application, "attempt": attempt}
    unit = {"sub_category": "5.2", "evidence_id": str(chance.randrange(3))}
    other = chance.choices(list(PERSONS), (4, 4, 2, 1))[0]
    verdict = {"phase": chance.choice(list(Phase)), "assessor": who, "verdict": Verdict.SATISFACTORY}
    weighed = {
        acts.Allocation(**of, person=other, allocated=chance.random() < 0.7): 4,
        acts.Declaration(**of, conflicted=chance.random() < 0.1): 5,
        acts.Seal(**of, sealed=chance.random() < 0.9): 5,
        acts.Reveal(**of, of=other): 6,
        acts.Withdrawal(**of, of=EventKind.OUTCOME): 1,
        acts.PrivateNote(**of, **unit, text="mine"): 1,
        acts.Meeting(**of, meeting="m", sitting=True): 1,
        Judgement(**of, **unit, **verdict): 1,
        OutcomeChoice(
            **of, outcome=OutcomeKind.AWARD, ground="", decided_on_head="", by="", recorded_at=None, event=""
        ): 3,
    }
    return chance.choices(list(weighed), list(weighed.values()))[0]


def an_undo(chance, events, who):
    """Of an outcome, withdrawal or undo of this person's, None where there is none."""
    undoable = [event for event in events if event.actor == who and event.kind in {"outcome", "undo", "withdrawal"}]
    if not undoable:
        return None
    undone = chance.choice(undoable)
    return acts.Undo(application=undone.application, attempt=undone.attempt, undone=(undone.event,))


def standings(events, person):
    """The person's standing towards each application, as the program sees it."""
    persons = persons_in_force(events)
    return {pair: standing(person, persons, in_force(events, *pair)) for pair in ATTEMPTS}


def shown_by_the_matrix(events, person):
    """The ids of others' records that the matrix shows to the person, and the allocations to them."""
    seen = {event.event for event in events if not event.application}
    for pair, now in standings(events, person).items():
        others = [event for event in events if (event.application, event.attempt) == pair and event.actor != person]
        seen |= {event.event for event in visible(others, person, now)}
        seen |= {event.event for event in others if event.kind == "allocation" and event.payload["person"] == person}
    return seen


def test_the_database_shows_what_the_matrix_says_whatever_was_recorded(on_server, opened, new_ids):
    chance = random.Random(20261122)  # noqa: S311 - what is recorded, not a secret
    store = on_server.store
    entries = [
        acts.ApplicationEntry(application=a, attempt=n, received_on=None, portfolio_digest="d") for a, n in ATTEMPTS
    ]
    register = [acts.Person(person=person, roles=(role,)) for person, role in PERSONS.items()]
    met = set()
    for step in range(220):
        who = chance.choice(list(PERSONS))
        events = store.events()
        if step < 3 or 12 <= step < 16:
            act, who = (entries[step], "office") if step < 3 else (register[step - 12], "office")
        else:
            act = (an_undo(chance, events, who) if chance.random() < 0.2 else None) or an_act(chance, who)
        store.append(to_event(act, event=new_ids(), actor=who))
        if step % 5 == 0:
            events = store.events()
            for person, own in opened.items():
                assert {event.event for event in own.events() if event.actor != person} == shown_by_the_matrix(
                    events, person
                )
                met.update(standings(events, person).values())
    assert met == set(matrix().standings)
