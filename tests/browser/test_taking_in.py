"""A portfolio taken in on the start page: a typed path, chosen files, an encrypted file."""

import pymupdf
import pytest
from playwright.sync_api import expect

from ..workbench.conftest import write_portfolio
from .hands import Hands

PASSWORD = "correct horse"  # noqa: S105 - an invented one


@pytest.fixture
def start(workbench, visit):
    return Hands(visit(workbench("--assessor", "A7").url).page)


def test_a_typed_path_is_taken_in_and_can_be_judged(start, tmp_path):
    start.at("intake-path").fill(str(write_portfolio(tmp_path / "Portfolio.pdf")))
    start.at("intake-path").press("Enter")
    opener = start.page.get_by_role("button", name="Open MRSE-")
    expect(opener).to_be_visible(timeout=60_000)
    opener.click()
    expect(start.at("claim-1.1-1")).to_be_visible()


def test_a_path_where_nothing_lies_is_one_sentence(start, tmp_path):
    start.at("intake-path").fill(str(tmp_path / "nothing.pdf"))
    start.at("intake-path").press("Enter")
    expect(start.page.get_by_text("there is no file or folder at")).to_be_visible()


def test_an_encrypted_file_that_was_chosen_asks_for_its_password(start, tmp_path):
    plain = pymupdf.open(write_portfolio(tmp_path / "plain.pdf"))
    locked = tmp_path / "Locked <b> &amp; portfolio.pdf"
    plain.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=PASSWORD, owner_pw="owner")
    start.at("intake-files").set_input_files(locked)
    expect(start.at("intake-password")).to_be_visible(timeout=60_000)
    start.at("intake-password").fill(PASSWORD)
    start.at("intake-password").press("Enter")
    expect(start.page.get_by_role("button", name="Open MRSE-")).to_be_visible(timeout=60_000)
