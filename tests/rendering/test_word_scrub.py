"""A template that an office edited leaves nothing of the office's people, paths and sessions in a letter."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering import own_template, render

Documents = Callable[..., StructuredDocument]
CUSTOM = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">Imogen</Properties>'
)
TYPE = (
    '<Override PartName="/docProps/custom.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
REL = '<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/{kind}" Target="{target}"/></Relationships>'


@pytest.fixture
def edited() -> bytes:
    """The program's template as Word leaves one: with a person, a path, sessions of editing and a company."""
    opened = docx.Document(io.BytesIO(own_template()))
    properties = opened.core_properties
    properties.last_modified_by, properties.keywords, properties.comments = "Imogen Typist", "Imogen", "Imogen"
    opened.paragraphs[0]._element.set(docx.oxml.ns.qn("w:rsidR"), "00AB12CD")
    saved = io.BytesIO()
    opened.save(saved)
    made = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/app.xml":
                data = data.replace(b"/>", b"><Company>Imogen and Co</Company></Properties>")
            if name == "[Content_Types].xml":
                data = data.replace(b"</Types>", TYPE.encode() + b"</Types>")
            if name == "_rels/.rels":
                rel = REL.format(
                    n=99, kind="officeDocument/2006/relationships/custom-properties", target="docProps/custom.xml"
                )
                data = data.replace(b"</Relationships>", rel.encode())
            if name == "word/settings.xml":
                data = data.replace(b"</w:settings>", b'<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>')
            target.writestr(name, data)
        target.writestr("docProps/custom.xml", CUSTOM)
    return made.getvalue()


def test_nothing_of_the_office_is_left(document: Documents, edited: bytes, pool: WorkerPool) -> None:
    def everything(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            return b"".join(name.encode() + zipped.read(name) for name in zipped.namelist())

    assert everything(edited).count(b"Imogen") == 5
    assert b"00AB12CD" in everything(edited)
    made = everything(render(document(), ".docx", pool, template=edited))
    for trace in (b"Imogen", b"00AB12CD", b"custom.xml", b"rsidR=", b"lastModifiedBy", b"dcterms:"):
        assert trace not in made, trace


def test_a_letter_from_the_edited_template_says_the_same(document: Documents, edited: bytes, pool: WorkerPool) -> None:
    def texts(data: bytes) -> list[str]:
        return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]

    own, other = (render(document(), ".docx", pool, template=template) for template in (None, edited))
    assert texts(own) == texts(other)
