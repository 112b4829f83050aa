"""The words that applicants use around labels, pages and fields: the reader's language, kept in one place.

None of this is the scheme's: sub-category codes, titles and rules come from the scheme file.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ITEM_WORDS: Final = _words(
    "evidence evidences ev evid item items appendix appendices app annex annexe annexes document "
    "documents doc docs exhibit exhibits attachment attachments att file files enclosure enclosures encl "
    "ref refs reference references piece pieces tab tabs entry entries enc encs "
    "ei eis artefact artefacts artifact artifacts "
    "paper papers divider dividers appx appxs exh exhs ex attach evs apps suppl "
    "itm itms docum docums docmt attachmt encls"
)
"""Words that stand before an item's label."""

GLUED_ITEM_WORDS: Final = frozenset({"e", "ei", "ev", "evid", "evidence", "item", "doc", "app", "exhibit", "ref"})
"""Words that may be written onto the number ("E7") and are then not part of the label."""

LETTERED_WORDS: Final = frozenset(
    {
        *("appendix", "appendices", "app", "apps", "appx", "annex", "annexe", "annexes", "exhibit", "exhibits"),
        *("exh", "ex"),
    }
)
"""Words after which a letter or a Roman numeral is a label ("Appendix B")."""

ORDINAL_WORDS: Final = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
NUMBER_WORDS: Final = frozenset({"no", "nos", "number", "numbers", "num"})
PAGE_WORDS: Final = frozenset({"p", "pg", "pge", "page"})
PAGES_WORDS: Final = frozenset({"pp", "pgs", "pges", "pages", "ppg"})
SECTION_WORDS: Final = _words(
    "section sections sec secs sect sects sctn subsection subsections s ss para paras paragraph paragraphs "
    "clause clauses cl slide slides table tables tbl tbls figure figures fig figs row rows step steps "
    "chapter chapters chaps chs ch part parts pt pts par pars sctns § ¶ §§ ¶¶ "
    "point points bullet bullets line lines question questions sheet sheets column columns chap heading "
    "subclause subclauses minute minutes min mins sl sls"
)
PIECE_WORDS: Final = _words(
    "screenshot screenshots screengrab screengrabs printout printouts email emails letter letters message messages "
    "certificate certificates extract extracts patient patients"
)
"""Words that name a part of an item as those below do, and items themselves where an applicant calls them so."""

_PARTS: Final = _words(
    "box boxes action actions stage stages phase phases form forms schedule schedules module modules photo photos "
    "photograph photographs image images picture pictures diagram diagrams drawing drawings chart charts note notes "
    "footnote footnotes rule rules hazard hazards risk risks recommendation recommendations finding findings "
    "observation observations standard standards cell cells comment comments objective objectives scenario scenarios "
    "case cases example examples incident incidents lesson lessons option options entry entries attachment enclosure"
)
PART_WORDS: Final = _PARTS | PIECE_WORDS
"""Words that name a part of an item where they and a number follow the item; some name items elsewhere."""

AND_WORDS: Final = frozenset({"and", "plus", "also"})
RANGE_WORDS: Final = frozenset({"to", "through", "until"})
ARROW: Final = "\u21a6"
"""How every arrow stands in a cell: it joins as a dash does, or points at a place; which of them is a guess."""

FILLER_WORDS: Final = _words("see refer cf in as from also please the at on only especially esp particularly")
ALL_WORDS: Final = frozenset({"both", "all", "each"})

SIMULATED_WORDS: Final = _words("simulated simulation hypothetical sim simulate")
SIMULATED: Final = "simulated"

BLANK_CELLS: Final = _words("- -- --- n/a na n.a n.a. nil none blank tbc x / * .") | {
    "",
    "n / a",
    "not applicable",
    "not claimed",
    "no evidence",
    "not offered",
    "none offered",
    "no claim",
    "not submitted",
    "none submitted",
    "not covered",
    "no evidence offered",
    "no evidence submitted",
    "nothing offered",
    "not attempted",
    "not evidenced",
    "no evidence claimed",
    "choose an item",
    "select an item",
    "please select",
    "click here to enter text",
    "click or tap here to enter text",
}
"""Cells that claim nothing, in lower case with dashes made plain."""

BLANK_BEGINNINGS: Final = ("no ", "not ", "none ", "nothing ", "nil ")
"""Beginnings of cells that claim nothing, where no item is named after them."""

ABOVE_CELLS: Final = frozenset(
    {"see above", "as above", "above", "ditto", "same as above", "see below", "as below", "same"}
)
"""Cells that point at another row without naming an item."""

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

FILE_ENDINGS: Final = tuple(
    sorted(
        _words("pdf docx doc eml msg png jpg jpeg tif tiff heic xlsx xls pptx ppt rtf odt txt gif bmp html htm zip csv")
    )
)

FRONT_FILE_WORDS: Final = _words(
    "contents index cover cross referee authentication declaration xref front commentary readme cv vitae"
)
"""Words of file names that hold the parts around the evidence, not evidence."""

FRONT_FILE_NAMES: Final = FRONT_FILE_WORDS | _words(
    "read me note notes letter support my introduction intro biography portfolio summary overview mrse v final "
    "signed ipem content title reference application form forms matter table list statement curriculum personal "
    "experience covering accompanying resume applicant candidate details submission"
)
"""Words that say so only where more than half of the name's words are such."""

FILE_NAME_FILLERS: Final = _words("of from the to a an and for in on by")
