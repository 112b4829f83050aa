"""The commands for what comes after a letter, run as a person runs them."""

from .conftest import run


def test_a_second_attempt_is_refused_without_a_letter(taken, small_portfolio):
    ran = run("add", small_portfolio, "--workspace", taken, "--attempt-of", "EX-1")
    assert (ran.code, ran.out) == (1, "")
    assert "no issued letter that stands" in ran.err


def test_another_version_comes_with_a_reason_only(taken, small_portfolio):
    plain = run("add", small_portfolio, "--workspace", taken, "--application", "EX-1")
    assert plain.code == 1
    assert "--replaces" in plain.err
    assert run("add", small_portfolio, "-w", taken, "--application", "EX-1", "--replaces").code == 1
    ran = run("add", small_portfolio, "-w", taken, "--application", "EX-1", "--replaces", "--why", "a page was missing")
    assert (ran.code, ran.out) == (0, "EX-1\n")
    shown = run("attempts", "EX-1", "-w", taken, "--json").json
    assert [(one["attempt"], one["versions"]) for one in shown["attempts"]] == [(1, 2)]
