# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Ways of writing where a reference leads, that it is simulated, and that nothing is claimed. Plain data."""

from typing import Final

ONE_PAGE: Final = (
    *("p {a}", "p. {a}", "p.{a}", "p{a}", "P{a}", "P. {a}", "pg {a}", "pg. {a}", "pg{a}", "page {a}", "Page {a}"),
    *("page no. {a}", "page number {a}", "on page {a}", "at p. {a}", "at page {a}", "only page {a}", "page {a} only"),
    *("see page {a}", "esp. p {a}", "especially page {a}", "in particular page {a}", "mainly p{a}", "top of page {a}"),
)
NEXT_PAGES: Final = (
    *("pp {a}-{b}", "pp. {a}–{b}", "pp{a}-{b}", "pp.{a}-{b}", "p{a}-{b}", "p. {a} - {b}", "p{a}-p{b}", "pg {a}-{b}"),
    *("pgs {a}-{b}", "pgs. {a}–{b}", "pages {a} to {b}", "pages {a}-{b}", "Pages {a} – {b}", "page {a}-{b}"),
    *("pages {a} through {b}", "from page {a} to page {b}", "p. {a} to p. {b}", "pages {a} and {b}", "pp {a} & {b}"),
    *("PP. {a}—{b}", "p{a}+{b}", "p.{a}f", "page {a}f.", "between pages {a} and {b}", "pages {a}, {b}", "pp {a} → {b}"),
)
APART: Final = (
    *("pp {a}, {c}", "pages {a} and {c}", "pages {a} & {c}", "p{a}, p{c}", "p. {a} and p. {c}", "pg {a}, {c}"),
    *("pp {a} + {c}", "page {a} and page {c}", "pgs {a} & {c}", "pages {a}, {c}", "pp.{a},{c}", "p {a} & {c}"),
    *("page {a}, also page {c}", "p{a} & p{c}", "pages {a} plus {c}"),
)
MIXED: Final = (
    *("pp {a}-{b}, {d}", "pp{a}-{b},{d}", "pages {a}–{b} and {d}", "pages {a} to {b} and {d}", "p{a}-{b} & {d}"),
    *("pages {a}-{b} & page {d}", "pp. {a}–{b}; p. {d}", "pp {a}-{b} + {d}"),
)
TO_THE_END: Final = ("page {a} onwards", "p{a} to end", "from page {a} to the end", "p. {a} onwards")
BARE: Final = ("({r})", "[{r}]", ": {r}", "/ {r}")
"""Numbers alone, in portfolios whose column says that they are pages."""

BARE_HEADINGS: Final = ("Evidence (page numbers)", "Evidence [pages]", "Evidence: pages", "Evidence / pages")

SECTION_HINTS: Final = {
    "section": (
        *("section {x}", "Section {x}", "sec {x}", "sec. {x}", "Sec.{x}", "Sect {x}", "sect. {x}", "s.{x}", "s {x}"),
        *("§{x}", "§ {x}", "subsection {x}", "sub-section {x}", "part {x}", "Part {x}", "under section {x}"),
        *("section {x} only", "chapter {x}", "in section {x}", "SECTION {x}", "section no. {x}", "Sctn {x}"),
    ),
    "paragraph": (
        *("para {x}", "para. {x}", "Para {x}", "paragraph {x}", "Paragraph {x}", "¶{x}", "¶ {x}", "par. {x}"),
        *("at para {x}", "paragraph no. {x}"),
    ),
    "clause": ("clause {x}", "Clause {x}", "cl. {x}", "cl {x}", "clause no. {x}", "item {x} of the text"),
    "table": ("Table {x}", "table {x}", "Tbl {x}", "Tbl. {x}", "in Table {x}", "TABLE {x}", "the table {x}"),
    "figure": ("Fig. {x}", "Fig {x}", "figure {x}", "Figure {x}", "fig.{x}", "FIG {x}", "shown in Fig. {x}"),
    "slide": ("slide {x}", "Slide {x}", "slide no. {x}", "slide #{x}", "on slide {x}", "Slide number {x}"),
    "row": ("row {x}", "Row {x}", "row no. {x}", "row #{x}", "at row {x}", "row number {x}"),
    "step": ("step {x}", "Step {x}", "step no. {x}", "at step {x}", "STEP {x}"),
    "appendix": ("Appendix {x}", "App. {x}", "App {x}", "appendix {x}", "its Appendix {x}", "Appx {x}"),
}
TWO_SECTIONS: Final = {
    "section": (
        *("sections {x} and {y}", "Sections {x} & {y}", "§§{x}, {y}", "§{x} and §{y}", "sec. {x} and {y}"),
        *("section {x} and section {y}", "sects {x}, {y}", "secs {x} + {y}"),
    ),
    "paragraph": (
        "paras {x} and {y}",
        "paragraphs {x} and {y}",
        "paras. {x}, {y}",
        "para {x} & para {y}",
        "¶¶{x}, {y}",
    ),
    "clause": ("clauses {x} and {y}", "Clauses {x}, {y}", "cl. {x} & {y}"),
    "table": ("Tables {x} and {y}", "tables {x} & {y}", "Table {x} and Table {y}", "Tables {x}, {y}"),
    "figure": ("Figs {x} and {y}", "Figs. {x}, {y}", "figures {x} & {y}", "Figure {x} and Figure {y}"),
    "slide": ("slides {x} and {y}", "slides {x}, {y}", "Slides {x} & {y}"),
    "row": ("rows {x} and {y}", "Rows {x}, {y}", "row {x} and row {y}"),
    "step": ("steps {x} and {y}", "Steps {x} & {y}"),
}
A_RANGE: Final = {
    "section": ("sections {x}-{y}", "sections {x} to {y}", "Sections {x} – {y}", "sec {x}-{y}", "§§{x}–{y}"),
    "paragraph": ("paras {x}-{y}", "paragraphs {x} to {y}", "paras. {x}–{y}", "¶{x}-{y}"),
    "clause": ("clauses {x}-{y}", "clauses {x} to {y}"),
    "table": ("Tables {x}-{y}", "tables {x} to {y}", "Tables {x}–{y}"),
    "figure": ("Figs {x}-{y}", "Figs. {x}–{y}", "Figures {x} to {y}"),
    "slide": ("slides {x}-{y}", "Slides {x}–{y}", "slides {x} to {y}", "slide {x} to slide {y}"),
    "row": ("rows {x}-{y}", "Rows {x} to {y}", "rows {x}–{y}"),
    "step": ("steps {x}-{y}", "Steps {x} to {y}", "steps {x}–{y}"),
}
BOTH: Final = (
    *("{page}, {part}", "{page} {part}", "{page} ({part})", "{part} ({page})", "{part}, {page}", "{part} on {page}"),
    *("{page} / {part}", "{part} – {page}", "{page}: {part}", "{page} - {part}", "{page} [{part}]"),
)
JOINS: Final = (
    *("{label}, {hint}", "{label} {hint}", "{label} ({hint})", "{label} – {hint}", "{label}: {hint}"),
    *("{label} [{hint}]", "{label}\n{hint}", "{label} / {hint}", "{label} - {hint}", "{label}\n({hint})"),
    *("{hint} of {label}", "{hint} in {label}", "{label} @ {hint}", "{label} | {hint}", "{label}.  {hint}"),
)
BETWEEN: Final = (
    *("; ", "\n", ";\n", " and ", " & ", " + ", "; also ", " as well as ", " / ", ",\n", "\n• ", " | ", " plus "),
    *("; and ", ". ", " together with "),
)
BEFORE: Final = (
    *("see ", "See ", "Refer to ", "refer to ", "As shown in ", "Please see ", "Mainly ", "Primarily ", "cf. "),
    *("Evidenced by ", "Demonstrated in ", "In particular ", "Principally ", "Covered by ", "Met by ", "Esp. "),
)
WHOLE: Final = (
    *(" – whole document", " (all)", " (whole document)", " in full", " (entire document)", ", all pages", " - all"),
    *(" (complete)", " [whole item]", ", throughout", " (full report)", ": all"),
)
SIMULATED: Final = (
    *("{ref} (simulated)", "{ref} – simulated", "{ref} (sim)", "{ref} (sim.)", "{ref} [simulated]", "{ref} [SIM]"),
    *("{ref} (hypothetical)", "{ref} (hypothetical case)", "{ref} (desktop exercise)", "{ref} (table-top exercise)"),
    *("{ref} (mock)", "{ref} (mock case)", "{ref} (not a real case)", "{ref} (simulation)", "{ref} - SIMULATED"),
    *("Simulated: {ref}", "Simulated – {ref}", "{ref} (simulated case)", "{ref} (simulated evidence)"),
    *("{ref}, simulated scenario", "{ref} (Simulated exercise)", "{ref} (fictitious case)", "{ref} {{sim}}"),
    *("{ref} (worked example, simulated)", "{ref} – this is a simulated case", "{ref} (invented scenario)"),
)
MARKED: Final = (
    ("{ref} (S)", "(S) = simulated"),
    ("{ref} [S]", "Key: [S] simulated evidence"),
    ("{ref}*", "* simulated"),
    ("{ref} *", "* Simulated (hypothetical) evidence"),
    ("{ref} †", "† denotes simulated evidence"),
    ("{ref}#", "# = simulated case, not clinical work"),
    ("{ref} ^", "^ hypothetical case"),
    ("{ref}‡", "‡ Items marked thus are simulated"),
    ("{ref} (H)", "H: hypothetical exercise"),
    ("{ref} **", "** mock scenario used for training"),
)
SIMULATED_COLUMNS: Final = (
    ("Simulated? (Y/N)", "Y", "N"),
    ("Simulated", "Yes", "No"),
    ("Sim.", "Y", ""),
    ("Real or simulated", "Simulated", "Real"),
    ("Hypothetical?", "Yes", "-"),
)
NOT_CLAIMED: Final = (
    *("N/A", "n/a", "None", "-", "–", "not claimed", "Not claimed in this application", "", "No evidence submitted"),
    *("Nil", "Not applicable", "No evidence offered", "not addressed", "none", "NONE", "No claim made", "—", "N.A."),
    *("Not covered", "Nothing submitted", "I do not claim this sub-category"),
)
AS_ELSEWHERE: Final = (
    *(
        "As above",
        "as above",
        "Ditto",
        "See {code}",
        "As for {code}",
        "Same as {code}",
        "as {code} above",
        "see {code}",
    ),
    *("Same evidence as {code}", "As {code}", "(as above)", "ditto"),
)
STATEMENTS: Final = {
    "item": (
        "Page numbers are those within each item, its title page being page 1.",
        "Pages are counted from the front sheet of each piece of evidence.",
    ),
    "item_after_divider": (
        "Page numbers are those of the document itself; the title sheet in front of it is not counted.",
        "Pages are counted within each item, not including its divider.",
    ),
    "portfolio": (
        "Page numbers are those of this PDF, as the viewer counts them.",
        "All pages are counted from the cover of the portfolio (cover = 1).",
    ),
    "printed": (
        "Page numbers are those printed at the foot of the page.",
        "Page references use the numbers stamped on each page.",
    ),
}
