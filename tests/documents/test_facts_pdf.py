"""What a PDF carries beside its words: its own data, traces, links, active parts, photographs, signatures, versions."""

import io

import pymupdf
import pytest
from PIL import Image

from mrse_assess.documents.facts import file_facts

WORDS = "The protocol was reviewed by the safety group in March."


def nothing(page):
    """Draws nothing."""


@pytest.fixture
def facts(room):
    """The facts of a PDF of one page that a function draws."""

    def found(draw=nothing, name="item.pdf"):
        with pymupdf.open() as document:
            page = document.new_page()
            page.insert_text((72, 100), WORDS)
            draw(page)
            return of(room, document.tobytes(), name)

    return found


def of(room, content, name="item.pdf"):
    return file_facts(room.stored(name, content), room.originals, room.cache, room.pool)


def photograph(**tags):
    """A picture as a camera writes it; tags of EXIF by number."""
    image = Image.new("RGB", (60, 40), (90, 120, 80))
    exif = image.getexif()
    for tag, value in {int(name[1:]): value for name, value in tags.items() if name != "place"}.items():
        exif[tag] = value
    if tags.get("place"):
        exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 12.0, 5.0), 3: "W", 4: (1.0, 10.0, 3.0)})
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_plain_page_carries_nothing_and_everything_was_looked_for(facts):
    found = facts()

    assert (found.traces, found.carried, found.covers, found.hidden, found.photos) == ((), (), (), (), ())
    assert (found.signatures, found.revisions, found.unseen, dict(found.properties)) == ((), 0, frozenset(), {})


def test_the_file_s_own_data_are_told_by_plain_names(facts):
    def draw(page):
        page.parent.set_metadata(
            {
                "author": "A. Applicant",
                "title": "Local rules",
                "subject": "For the ward",
                "keywords": "quench; door",
                "creator": "Writer",
                "creationDate": "D:20240305101500Z",
            }
        )

    properties = facts(draw).properties

    assert properties["author"] == "A. Applicant"
    assert properties["title"] == "Local rules"
    assert (properties["subject"], properties["keywords"]) == ("For the ward", "quench; door")
    assert properties["creator"] == "Writer"
    assert properties["created"] == "2024-03-05"


def test_the_packet_of_metadata_is_read_where_the_dictionary_is_silent(facts):
    packet = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmp:CreateDate="2023-06-01T09:00:00"><dc:creator><rdf:Seq><rdf:li>B. Writer</rdf:li></rdf:Seq></dc:creator>
    </rdf:Description></rdf:RDF></x:xmpmeta>"""

    properties = facts(lambda page: page.parent.set_xml_metadata(packet)).properties

    assert (properties["author"], properties["created"]) == ("B. Writer", "2023-06-01")


def test_a_packet_with_a_document_type_is_left_alone(facts):
    packet = '<!DOCTYPE x [<!ENTITY a "B. Writer">]><x:xmpmeta xmlns:x="a"><creator>&a;</creator></x:xmpmeta>'

    assert dict(facts(lambda page: page.parent.set_xml_metadata(packet)).properties) == {}


def test_comments_and_marks_are_traces_with_author_and_day(facts):
    def draw(page):
        note = page.add_text_annot((300, 100), "Which edition?")
        note.set_info(title="R. Reviewer", creationDate="D:20240411090000Z")
        struck = page.add_strikeout_annot((72, 90, 150, 104))
        struck.set_info(title="R. Reviewer", creationDate="D:20240412090000Z")

    assert [tuple(trace) for trace in facts(draw).traces] == [
        ("comment", "R. Reviewer", "2024-04-11", 1),
        ("deletion", "R. Reviewer", "2024-04-12", 1),
    ]


def link(page, **action):
    page.insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(72, 90, 200, 104), "uri": "https://example.org", **action}
    )


def acted(page, action):
    """A link whose action is written by hand."""
    link(page)
    xref = page.annot_xrefs()[-1][0]
    page.parent.xref_set_key(xref, "A", action)


@pytest.mark.parametrize(
    ("action", "kind", "name"),
    [
        ("<</S/URI/URI(https://www.gov.uk/x)>>", "link_web", "www.gov.uk"),
        ("<</S/URI/URI(https://carrowvale.sharepoint.com/x)>>", "link_drive", "carrowvale.sharepoint.com"),
        ("<</S/URI/URI(file:///S:/MRI/x.docx)>>", "link_drive", "S:"),
        ("<</S/GoToR/F(Local rules.pdf)/D[0/Fit]>>", "link_file", "Local rules.pdf"),
        ("<</S/GoToR/F<</Type/Filespec/UF(Local rules.pdf)>>/D[0/Fit]>>", "link_file", "Local rules.pdf"),
        ("<</S/Launch/F(C:\\\\tools\\\\run.exe)>>", "launch", "run.exe"),
        ("<</S/JavaScript/JS(app.alert\\(1\\))>>", "javascript", ""),
        ("<</S/GoTo/D[0/Fit]/Next<</S/JavaScript/JS(x)>>>>", "javascript", ""),
    ],
)
def test_a_link_is_told_by_what_its_action_does(facts, action, kind, name):
    (carried,) = facts(lambda page: acted(page, action)).carried

    assert (carried.kind, carried.name, carried.page) == (kind, name, 1)
    assert carried.box == (72.0, 90.0, 200.0, 104.0)


def test_a_link_within_the_document_and_a_mailbox_carry_nothing(facts):
    def draw(page):
        page.insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(72, 90, 200, 104), "page": 0})
        link(page, uri="mailto:a@example.org")

    assert facts(draw).carried == ()


def test_scripts_of_the_whole_file_are_found(facts):
    def draw(page):
        document = page.parent
        script = document.get_new_xref()
        document.update_object(script, "<</S/JavaScript/JS(app.alert\\(1\\))>>")
        document.xref_set_key(document.pdf_catalog(), "OpenAction", f"{script} 0 R")

    assert [one.kind for one in facts(draw).carried] == ["javascript"]


def test_a_script_that_nothing_known_refers_to_is_found(facts):
    def draw(page):
        document = page.parent
        script = document.get_new_xref()
        document.update_object(script, "<</S/JavaScript/JS(app.alert\\(1\\))>>")
        document.xref_set_key(page.xref, "Hidden", f"{script} 0 R")

    assert [tuple(one)[:2] for one in facts(draw).carried] == [("javascript", 1)]


def test_attached_and_pinned_files_are_told_by_name(facts):
    def draw(page):
        page.parent.embfile_add(
            "Risk assessment.docx", b"x", filename="Risk assessment.docx", ufilename="Risk assessment.docx"
        )
        page.add_file_annot((300, 300), b"x", "Values.csv")

    assert [(one.kind, one.name, one.box is None) for one in facts(draw).carried] == [
        ("attachment", "Risk assessment.docx", True),
        ("attachment", "Values.csv", False),
    ]


def icon(page, caption="Risk assessment.docx"):
    out = io.BytesIO()
    Image.new("RGB", (32, 32), (40, 80, 160)).save(out, "PNG")
    page.insert_image((100, 200, 140, 240), stream=out.getvalue())
    page.insert_text((90, 254), caption, fontsize=8)


def test_an_icon_with_nothing_behind_it_is_dead(facts):
    (found,) = facts(icon).carried

    assert (found.kind, found.name, found.page) == ("dead_icon", "Risk assessment.docx", 1)


def test_an_icon_that_leads_to_its_file_is_alive(facts):
    def draw(page):
        icon(page)
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(100, 200, 140, 240), "uri": "https://example.org"}
        )

    assert [one.kind for one in facts(draw).carried] == ["link_web"]


def test_a_small_picture_with_other_words_is_no_icon(facts):
    assert facts(lambda page: icon(page, "Figure 2")).carried == ()


def test_a_photograph_says_where_when_and_whose_camera(facts):
    picture = photograph(place=True, t306="2024:03:05 10:15:00", t315="J. Photographer")

    (photo,) = facts(lambda page: page.insert_image((100, 200, 300, 330), stream=picture)).photos

    assert tuple(photo) == (1, True, "2024-03-05", True)


def test_a_picture_that_says_nothing_is_no_photograph(facts):
    picture = photograph()

    assert facts(lambda page: page.insert_image((100, 200, 300, 330), stream=picture)).photos == ()


def test_a_picture_file_says_the_same(room):
    found = of(room, photograph(place=True), "IMG_1.jpg")

    assert [tuple(photo) for photo in found.photos] == [(1, True, "", False)]
    assert found.unseen == frozenset()


def signature_field(document, page, value=""):
    """A signature field, signed where a value is given."""
    field = document.get_new_xref()
    document.update_object(field, f"<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig)/Rect[100 100 300 150]{value}>>")
    document.xref_set_key(page.xref, "Annots", f"[{field} 0 R]")
    document.xref_set_key(document.pdf_catalog(), "AcroForm", f"<</Fields[{field} 0 R]/SigFlags 3>>")


def test_a_signed_field_has_its_day(facts):
    value = "/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>/ByteRange[0 1 2 3]/M(D:20240305101500Z)>>"

    found = facts(lambda page: signature_field(page.parent, page, value))

    assert [tuple(one) for one in found.signatures] == [(1, True, "2024-03-05")]


def test_an_empty_signature_field_is_not_signed(facts):
    found = facts(lambda page: signature_field(page.parent, page))

    assert [tuple(one) for one in found.signatures] == [(1, False, "")]


def saved_twice(tmp_path, first, second):
    """A PDF saved with what ``first`` draws, and then on top of that with what ``second`` changes."""
    path = tmp_path / "twice.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 100), WORDS)
        first(page)
        document.save(path)
    with pymupdf.open(path) as document:
        second(document[0])
        document.saveIncr()
    return path.read_bytes()


def test_an_earlier_version_with_other_words_is_kept_in_the_file(room, tmp_path):
    def cleaned(page):
        page.add_redact_annot((60, 180, 300, 205))
        page.apply_redactions()

    content = saved_twice(tmp_path, lambda page: page.insert_text((72, 200), "Jocasta Meredith"), cleaned)

    found = of(room, content)

    assert found.revisions == 1
    assert [(one.kind, one.page, one.words) for one in found.hidden] == [("revision", 1, 2)]


def test_a_version_signed_afterwards_counts_and_hides_nothing(room, tmp_path):
    value = "/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<00>/ByteRange[0 1 2 3]>>"

    found = of(room, saved_twice(tmp_path, nothing, lambda page: signature_field(page.parent, page, value)))

    assert (found.revisions, found.hidden) == (1, ())


def test_a_save_that_changed_nothing_shown_does_not_count(room, tmp_path):
    content = saved_twice(tmp_path, nothing, lambda page: page.parent.set_metadata({"title": "x"}))

    assert of(room, content).revisions == 0
