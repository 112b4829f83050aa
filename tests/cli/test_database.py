"""The commands of an administrator whose records are on a server."""

import pytest

from .conftest import run


@pytest.mark.slow
def test_a_workspace_on_a_server_is_made_used_backed_up_and_restored(server, database, tmp_path):
    folder, login = tmp_path / "panel", f"jo_{database[-12:]}"
    assert run("init", folder, "--records", server.url(database)).code == 0
    setting = ("--set", "queries_address=office@example.org", "--source", "minute 4")
    assert run("settings", "-w", folder, *setting).code == 0
    assert "scheme_office" not in run("database", "-w", folder).out
    granted = run("database", "-w", folder, "--grant", "jo", "--login", login)
    assert (granted.code, granted.out) == (0, "")
    try:
        assert login in run("database", "-w", folder).out
        assert run("backup", "-w", folder, "--out", tmp_path / "b.zip").code == 0
        assert run("restore", tmp_path / "b.zip", "-w", tmp_path / "file").code == 0
        elsewhere = server.url(server.new_database())
        assert run("restore", tmp_path / "b.zip", "-w", tmp_path / "moved", "--records", elsewhere).code == 0
        for place in (folder, tmp_path / "file", tmp_path / "moved"):
            found = run("verify", "-w", place, "--json")
            assert (found.code, found.json["sound"], found.json["events"]) == (0, True, 1)
            assert "office@example.org" in run("settings", "-w", place).out
        assert run("database", "-w", folder, "--revoke", login).code == 0
        assert login not in run("database", "-w", folder).out
    finally:
        server.sql(f"DROP ROLE {login}")


def test_the_script_of_a_login_is_written_and_overwrites_nothing(server, database, tmp_path):
    folder, script = tmp_path / "panel", tmp_path / "grant.sql"
    assert run("init", folder, "--records", server.url(database)).code == 0
    assert run("database", "-w", folder, "--grant", "jo", "--script", script).code == 0
    assert 'CREATE ROLE "jo"' in script.read_text()
    assert server.sql("SELECT 1 FROM pg_roles WHERE rolname = 'jo'") == []
    again = run("database", "-w", folder, "--grant", "jo", "--script", script)
    assert again.code == 1
    assert "exists already" in again.err


def test_a_password_in_the_url_is_refused_and_not_repeated(tmp_path):
    ran = run("init", tmp_path / "panel", "--records", "postgresql://jo:hunter2@db.example.org/mrse")
    assert ran.code == 1
    assert "hunter2" not in ran.out + ran.err
    assert not (tmp_path / "panel").exists()


def test_a_workspace_in_a_file_says_so(tmp_path):
    assert run("init", tmp_path / "alone").code == 0
    assert "records.sqlite" in run("database", "-w", tmp_path / "alone").out
    ran = run("database", "-w", tmp_path / "alone", "--grant", "jo")
    assert ran.code == 1
    assert "knows no logins" in ran.err
