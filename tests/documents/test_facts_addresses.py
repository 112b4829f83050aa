"""Where links lead, days as files write them, and the captions of icons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.documents.facts.addresses import leading
from mrse_assess.documents.facts.captions import is_caption, is_label
from mrse_assess.documents.facts.days import exif_day, iso_day, mail_day, pdf_day

DRIVES = (
    ("https://carrowvale.sharepoint.com/sites/MRI/Shared%20Documents/Policy.docx?web=1", "carrowvale.sharepoint.com"),
    ("https://carrowvale-my.sharepoint.com/personal/a", "carrowvale-my.sharepoint.com"),
    ("https://onedrive.live.com/?id=1", "onedrive.live.com"),
    ("https://1drv.ms/w/s!Abc", "1drv.ms"),
    ("https://drive.google.com/file/d/1/view", "drive.google.com"),
    ("https://docs.google.com/document/d/1", "docs.google.com"),
    ("https://www.dropbox.com/s/x/Policy.pdf", "www.dropbox.com"),
    ("https://intranet.example.org/_layouts/15/Doc.aspx?id=1", "intranet.example.org"),
    (r"\\fileserver\Physics\MRI\Local rules.docx", "fileserver"),
    ("//fileserver/Physics/Local rules.docx", "fileserver"),
    ("file:///S:/Physics/Local%20rules.docx", "S:"),
    ("file://fileserver/Physics/Local.docx", "fileserver"),
    (r"S:\Physics\Local rules.docx", "S:"),
    ("/S:/Physics/Local rules.docx", "S:"),
    ("ms-word:ofe|u|https://carrowvale.sharepoint.com/x.docx", "carrowvale.sharepoint.com"),
)


@pytest.mark.parametrize(("address", "name"), DRIVES)
def test_an_address_that_only_its_owner_can_open_leads_to_a_drive(address, name):
    assert leading(address) == ("link_drive", name)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.gov.uk/mhra?x=sharepoint.com", "www.gov.uk"),
        ("www.example.org/policy.pdf", "www.example.org"),
        ("http://sharepoint.com.example.org/", "sharepoint.com.example.org"),
        ("https://notdropbox.com/a", "notdropbox.com"),
    ],
)
def test_an_address_of_the_web_leads_to_the_web(address, name):
    assert leading(address) == ("link_web", name)


@pytest.mark.parametrize("address", ["Policies/Local%20rules.docx", r"..\Policies\Local rules.docx#page=2"])
def test_a_path_without_a_place_leads_to_a_file(address):
    assert leading(address) == ("link_file", "Local rules.docx")


@pytest.mark.parametrize("address", ["", "#Section", "mailto:a@example.org", "tel:0123", "cid:picture"])
def test_a_mailbox_or_a_place_in_the_document_is_no_link(address):
    assert leading(address) is None


def test_no_part_of_an_address_but_its_host_is_kept():
    where = leading("https://user:secret@example.org:8080/patients/999?name=J#x")

    assert where == ("link_web", "example.org")


@given(st.text(max_size=200))
def test_any_text_leads_somewhere_or_nowhere(address):
    found = leading(address)

    assert found is None or len(found.name) <= 300


def test_days_are_read_as_files_write_them():
    assert pdf_day("D:20240305101500+01'00'") == "2024-03-05"
    assert pdf_day("2024-03-05T10:15:00Z") == "2024-03-05"
    assert iso_day("2024-02-29T10:00:00Z") == "2024-02-29"
    assert exif_day("2024:03:05 10:15:00") == "2024-03-05"
    assert mail_day("Tue, 5 Mar 2024 23:50:00 -0500") == "2024-03-05"


@pytest.mark.parametrize("written", [None, "", "D:20240231", "2023-02-29", "yesterday", "0000:00:00 00:00:00"])
def test_what_is_no_day_is_none(written):
    assert [read(written) for read in (pdf_day, iso_day, exif_day, mail_day)] == [""] * 4


@pytest.mark.parametrize(
    "text", ["Risk assessment.docx", "Microsoft Word Document", "Values 2024.xlsx", "Adobe Acrobat Document"]
)
def test_a_file_name_or_a_program_s_word_is_a_caption(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text", ["", "See Risk assessment.docx on the drive, section 4", "Microsoft Word", "Figure 2", "x" * 500]
)
def test_other_words_are_no_caption(text):
    assert not is_caption(text)


def test_the_word_on_the_box_of_a_redaction_is_told_from_a_name():
    assert is_label("[REDACTED]")
    assert not is_label("Meredith")
