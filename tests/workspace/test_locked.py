"""Encrypted portfolios: the password opens them once and is kept nowhere."""

import pymupdf
import pytest

from mrse_assess.documents import PasswordNeededError

from .conftest import take_in

PASSWORD = "correct horse"  # noqa: S105 - an invented one


@pytest.fixture
def locked(tmp_path):
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Evidence 1")
    path = tmp_path / "locked.pdf"
    document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=PASSWORD, owner_pw="owner")
    return path


def problems(workspace, application):
    return {problem.code for problem in workspace.portfolio(application).problems}


def test_without_a_password_the_file_is_named_and_the_rest_goes_on(workspace, locked):
    application = take_in(workspace, locked)
    assert "document-encrypted" in problems(workspace, application)


def test_whoever_can_be_asked_is_asked_and_nothing_is_entered_meanwhile(workspace, locked):
    with pytest.raises(PasswordNeededError):
        take_in(workspace, locked, ask_for_password=True)
    with pytest.raises(PasswordNeededError):
        take_in(workspace, locked, ask_for_password=True, password="wrong")  # noqa: S106 - an invented one
    assert workspace.applications() == ()


def test_with_the_password_it_is_read_and_can_be_drawn_later_without_it(workspace, locked):
    application = take_in(workspace, locked, ask_for_password=True, password=PASSWORD)
    portfolio = workspace.portfolio(application)
    assert [document.pages for document in portfolio.documents] == [1]
    assert not problems(workspace, application) & {"document-encrypted", "document-password-wrong"}
    from mrse_assess.documents import render_page, stored_file

    (document,) = portfolio.documents
    layout = workspace.layout
    picture = render_page(stored_file(document), layout.originals, layout.cache, workspace.pool, 1)
    assert [word.text for word in picture.words] == ["Evidence", "1"]


def test_the_password_is_in_no_file_of_the_workspace(workspace, locked):
    take_in(workspace, locked, password=PASSWORD)
    files = [path for path in workspace.layout.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if PASSWORD.encode() in path.read_bytes()]
