"""What Word files, workbooks, presentations and e-mails carry beside their words."""

import io
import zipfile

import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from mrse_assess.documents.facts import file_facts
from mrse_assess.terms import Tri

from . import made_files
from .test_facts_pdf import photograph

WORDS = "The local rules were reviewed by the safety group and approved in March."


def nothing(document):
    """Adds nothing."""


@pytest.fixture
def facts(room, word):
    """The facts of a Word file that a function fills; ``change`` gets its parts as a dictionary of bytes."""

    def found(fill=nothing, change=None, *, read=False):
        def filled(document):
            document.add_paragraph(WORDS)
            fill(document)

        file = room.stored("item.docx", changed(word(filled), change))
        if read:
            room.read(file)
        return file_facts(file, room.originals, room.cache, room.pool)

    return found


def changed(content, change):
    if change is None:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def tracked(paragraph, kind, author, day, words):
    """A tracked change at the end of a paragraph."""
    node = OxmlElement(f"w:{kind}")
    node.set(qn("w:author"), author)
    node.set(qn("w:date"), f"{day}T10:00:00Z")
    run, text = OxmlElement("w:r"), OxmlElement("w:delText" if kind == "del" else "w:t")
    text.text = words
    run.append(text)
    node.append(run)
    paragraph._p.append(node)


def test_the_properties_of_the_package_are_told(facts):
    def fill(document):
        document.core_properties.author = "A. Applicant"
        document.core_properties.last_modified_by = "B. Editor"
        document.core_properties.title = "Local rules"
        document.core_properties.subject = "For the ward"
        document.core_properties.keywords = "quench; door"

    properties = facts(fill).properties

    assert (properties["author"], properties["last_modified_by"], properties["title"]) == (
        "A. Applicant",
        "B. Editor",
        "Local rules",
    )
    assert (properties["subject"], properties["keywords"]) == ("For the ward", "quench; door")
    assert properties["created"] == "2013-12-23"  # what the library's own template says


def test_tracked_changes_and_comments_are_traces(facts):
    def fill(document):
        paragraph = document.add_paragraph("Access is given by ")
        tracked(paragraph, "ins", "A. Applicant", "2024-03-05", "the responsible person")
        tracked(paragraph, "del", "A. Applicant", "2024-03-06", "anyone")
        document.add_comment(paragraph.runs, "Which edition?", author="R. Reviewer")

    traces = facts(fill).traces

    assert [trace[:3] for trace in traces][:2] == [
        ("insertion", "A. Applicant", "2024-03-05"),
        ("deletion", "A. Applicant", "2024-03-06"),
    ]
    assert (traces[2].kind, traces[2].author) == ("comment", "R. Reviewer")


def test_a_place_is_on_the_page_of_the_rendering_where_it_is_found(facts):
    def fill(document):
        document.add_page_break()
        tracked(document.add_paragraph(""), "ins", "A. Applicant", "2024-03-05", "the responsible person signs")

    assert [trace.page for trace in facts(fill, read=True).traces] == [2]


def test_without_a_rendering_a_place_is_on_page_one(facts):
    def fill(document):
        document.add_page_break()
        tracked(document.add_paragraph(""), "ins", "A. Applicant", "2024-03-05", "the responsible person signs")

    assert [trace.page for trace in facts(fill).traces] == [1]


def linked(document, address):
    paragraph = document.add_paragraph("See ")
    node = OxmlElement("w:hyperlink")
    node.set(qn("r:id"), document.part.relate_to(address, RT.HYPERLINK, is_external=True))
    paragraph._p.append(node)


def test_links_are_told_by_where_they_lead(facts):
    def fill(document):
        linked(document, "https://www.gov.uk/guidance")
        linked(document, "https://carrowvale.sharepoint.com/x.docx")
        linked(document, "Policies/Local.docx")
        linked(document, "mailto:a@example.org")

    assert [(one.kind, one.name) for one in facts(fill).carried] == [
        ("link_web", "www.gov.uk"),
        ("link_drive", "carrowvale.sharepoint.com"),
        ("link_file", "Local.docx"),
    ]


def field(document, instruction):
    run = document.add_paragraph()._p
    for kind in ("begin", None, "end"):
        part = OxmlElement("w:r")
        inner = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            inner.text = instruction
        else:
            inner.set(qn("w:fldCharType"), kind)
        part.append(inner)
        run.append(part)


@pytest.mark.parametrize(
    ("instruction", "kind", "name"),
    [
        (r' HYPERLINK "\\\\fileserver\\MRI\\Local.docx" ', "link_drive", "fileserver"),
        (r' INCLUDEPICTURE "https://example.org/x.png" \d ', "external_relationship", "example.org"),
        (r' DDEAUTO excel "S:\\book.xlsx" a1 ', "external_relationship", "S:"),
    ],
)
def test_fields_that_lead_outside_are_told(facts, instruction, kind, name):
    (found,) = facts(lambda document: field(document, instruction)).carried

    assert (found.kind, found.name) == (kind, name)


def test_fields_that_stay_inside_are_nothing(facts):
    def fill(document):
        field(document, r' HYPERLINK \l "_Toc1" ')
        field(document, " PAGE ")

    assert facts(fill).carried == ()


def test_a_template_elsewhere_is_an_external_relationship(facts):
    def fill(document):
        document.part.relate_to(
            "file:///S:/Templates/Normal.dotm",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            is_external=True,
        )

    assert [(one.kind, one.name) for one in facts(fill).carried] == [("external_relationship", "S:")]


def test_macros_are_told(facts):
    assert [one.kind for one in facts(change=lambda parts: parts.update({"word/vbaProject.bin": b"x"})).carried] == [
        "macro"
    ]


@pytest.mark.parametrize("content", [b"<!DOCTYPE x><x/>", '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")])
def test_a_document_type_in_a_part_is_told(facts, content):
    def change(parts):
        parts["word/settings.xml"] = content

    assert [(one.kind, one.name) for one in facts(change=change).carried] == [("document_type", "settings.xml")]


def embedding(document):
    related = document.part.relate_to("embeddings/book1.xlsx", RT.OLE_OBJECT, is_external=True)
    paragraph = document.add_paragraph()
    run, node = OxmlElement("w:r"), OxmlElement("w:object")
    node.append(node.makeelement("{urn:schemas-microsoft-com:office:office}OLEObject", {qn("r:id"): related}))
    run.append(node)
    paragraph._p.append(run)


def within(parts):
    """The relationship of an object turned into one inside the file."""
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(
        b'Target="embeddings/book1.xlsx" TargetMode="External"', b'Target="embeddings/book1.xlsx"'
    )


def test_an_embedded_object_is_told(facts):
    def change(parts):
        within(parts)
        parts["word/embeddings/book1.xlsx"] = b"x"

    assert [(one.kind, one.name) for one in facts(embedding, change).carried] == [("embedded_object", "book1.xlsx")]


def test_an_object_whose_file_is_missing_is_a_dead_icon(facts):
    assert [one.kind for one in facts(embedding, within).carried] == ["dead_icon"]


def test_a_picture_of_an_icon_with_a_file_s_name_is_a_dead_icon(facts):
    def fill(document):
        document.add_picture(io.BytesIO(photograph()), width=500_000)
        document.add_paragraph("Risk assessment.docx")
        document.add_picture(io.BytesIO(photograph()), width=500_000)
        document.add_paragraph("Figure 2: the entrance.")

    assert [(one.kind, one.name) for one in facts(fill).carried] == [("dead_icon", "Risk assessment.docx")]


def test_words_hidden_by_style_and_white_words_are_hidden(facts):
    def fill(document):
        document.add_paragraph().add_run("Jocasta Meredith").font.hidden = True
        document.add_paragraph().add_run("Jocasta").font.color.rgb = RGBColor(255, 255, 255)
        document.add_paragraph().add_run("shown").font.hidden = False

    assert [(one.kind, one.words) for one in facts(fill).hidden] == [("hidden_style", 2), ("paper_coloured", 1)]


def test_white_words_in_a_shaded_cell_are_shown(facts):
    def fill(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.paragraphs[0].add_run("Hazard").font.color.rgb = RGBColor(255, 255, 255)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "1F3864")
        cell._tc.get_or_add_tcPr().append(shade)

    assert facts(fill).hidden == ()


def test_words_marked_black_over_black_are_a_cover(facts):
    def fill(document):
        paragraph = document.add_paragraph("Name: ")
        for part in ("Jocasta ", "Meredith"):
            paragraph.add_run(part).font.highlight_color = WD_COLOR_INDEX.BLACK
        document.add_paragraph().add_run("kept").font.highlight_color = WD_COLOR_INDEX.YELLOW

    (cover,) = facts(fill).covers

    assert (cover.kind, cover.words, cover.readable) == ("fill", 2, Tri.YES)


@pytest.mark.parametrize(("colour", "covers"), [("000000", 1), ("FFFFFF", 0), (None, 0)])
def test_words_in_a_black_cell_are_a_cover_if_they_are_black_themselves(facts, colour, covers):
    def fill(document):
        cell = document.add_table(1, 1).cell(0, 0)
        run = cell.paragraphs[0].add_run("Jocasta Meredith")
        if colour is not None:
            run.font.color.rgb = RGBColor.from_string(colour)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:fill"), "000000")
        cell._tc.get_or_add_tcPr().append(shade)

    assert len(facts(fill).covers) == covers


def test_white_words_marked_black_are_no_cover(facts):
    def fill(document):
        run = document.add_paragraph().add_run("Hazard")
        run.font.highlight_color = WD_COLOR_INDEX.BLACK
        run.font.color.rgb = RGBColor(255, 255, 255)

    found = facts(fill)

    assert (found.covers, found.hidden) == ((), ())


def test_a_photograph_in_a_word_file_says_where_it_was_taken(facts):
    found = facts(lambda document: document.add_picture(io.BytesIO(photograph(place=True))))

    assert [tuple(photo) for photo in found.photos] == [(1, True, "", False)]


def test_a_damaged_word_file_is_unseen(room, word):
    content = changed(word(nothing), lambda parts: parts.update({"word/document.xml": b"<broken"}))
    file = room.stored("item.docx", content)

    found = file_facts(file, room.originals, room.cache, room.pool)

    assert {"traces", "covers", "hidden", "carried"} <= found.unseen


def test_hidden_sheets_and_comments_of_a_workbook_are_told(room):
    def fill(book, sheet):
        sheet.write_comment("A1", "Which edition?", {"author": "R. Reviewer"})
        other = book.add_worksheet("Raw")
        other.write_row(0, 0, ("Jocasta", "Meredith"))
        other.hide()

    file = room.stored("book.xlsx", made_files.xlsx(fill=fill))
    found = file_facts(file, room.originals, room.cache, room.pool)

    assert [(one.kind, one.words) for one in found.hidden] == [("hidden_style", 2)]
    assert [(trace.kind, trace.author) for trace in found.traces] == [("comment", "R. Reviewer")]
    assert "covers" in found.unseen


def test_links_of_a_presentation_are_on_their_slide(room):
    def fill(deck):
        run = deck.slides[1].shapes.title.text_frame.paragraphs[0].add_run()
        run.text = "here"
        run.hyperlink.address = "https://carrowvale.sharepoint.com/x"
        deck.slides[0]._element.set("show", "0")

    file = room.stored("talk.pptx", made_files.slides(fill))
    found = file_facts(file, room.originals, room.cache, room.pool)

    assert [(one.kind, one.page) for one in found.carried] == [("link_drive", 2)]
    assert [(one.kind, one.page) for one in found.hidden] == [("hidden_style", 1)]


def test_the_headers_of_an_e_mail_are_its_properties(room):
    lines = (
        b"From: =?utf-8?q?Ang=C3=A9lique?= <a@example.org>",
        b"To: b@example.org",
        b"Subject: Quench pipe",
        b"Date: Tue, 5 Mar 2024 10:15:00 +0000",
        b"X-Mailer: Post 3",
        b"MIME-Version: 1.0",
        b"Content-Type: text/html; charset=utf-8",
        b"",
        b'<html><body><a href="https://carrowvale.sharepoint.com/x">here</a></body></html>',
    )
    file = room.stored("mail.eml", b"\r\n".join(lines))
    found = file_facts(file, room.originals, room.cache, room.pool)

    assert dict(found.properties) == {
        "author": "Angélique <a@example.org>",
        "title": "Quench pipe",
        "created": "2024-03-05",
        "creator": "Post 3",
    }
    assert [(one.kind, one.name) for one in found.carried] == [("link_drive", "carrowvale.sharepoint.com")]
    assert found.unseen == frozenset()


@pytest.mark.parametrize("name", ["mail.eml", "mail.msg"])
def test_attachments_of_an_e_mail_are_told_by_name(room, name):
    content = (
        made_files.eml(("plan.pdf", b"x")) if name.endswith("eml") else made_files.msg(attached=(("plan.pdf", b"x"),))
    )
    file = room.stored(name, content)
    found = file_facts(file, room.originals, room.cache, room.pool)

    assert [(one.kind, one.name) for one in found.carried] == [("attachment", "plan.pdf")]


def test_rich_text_is_only_glanced_through_and_says_so(room):
    link = r'{\field{\*\fldinst HYPERLINK "https://carrowvale.sharepoint.com/x"}{\fldrslt here}}'
    body = r"{\info{\author A. Applicant}}" + link
    file = room.stored("note.rtf", made_files.rtf(body))
    found = file_facts(file, room.originals, room.cache, room.pool)

    assert found.properties["author"] == "A. Applicant"
    assert [one.kind for one in found.carried] == ["link_drive"]
    assert {"traces", "hidden"} <= found.unseen


def test_plain_text_carries_nothing_and_all_of_it_was_seen(room):
    found = file_facts(room.stored("note.txt", b"Access is by the door.\n" * 20), room.originals, room.cache, room.pool)

    assert (found.carried, found.unseen) == ((), frozenset())
