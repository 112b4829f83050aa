"""The habits of different applicants: each line is a person."""

from typing import Final

from .model import Design

DESIGNS: Final = (
    Design(name="numbers in two sizes", manners=("decimal",), paged=0.2),
    Design(name="deep numbers, s.4.2", manners=("deep", "decimal"), voice="short", paged=0, table="rules"),
    Design(
        name="section sign", manners=("dotted", "clauses"), voice="sign", face="serif", paged=0.3, naming="letter e"
    ),
    Design(name="sec for short, runs of sections", manners=("dotted", "worded"), voice="sec", paged=0.2, table="three"),
    Design(
        name="capitals, typewriter", manners=("capitals", "shouted"), face="typewriter", voice="loud", naming="item"
    ),
    Design(name="lettered sections", manners=("lettered",), voice="headed", naming="item", paged=0.5, listing="table"),
    Design(name="Roman numerals, centred", manners=("roman",), face="serif", voice="word", naming="document", paged=0),
    Design(name="Section 3: words", manners=("worded", "brackets"), voice="talking", naming="spoken", table="shaded"),
    Design(
        name="bands", manners=("banded",), voice="headed", segments="dividers", counting="item_after_divider", paged=0.6
    ),
    Design(name="bold headings quoted", manners=("bold only", "underlined"), voice="quoted", paged=0.3, table="bare"),
    Design(
        name="headings quoted in part", manners=("shouted", "bold only"), voice="half", paged=0.1, naming="document"
    ),
    Design(name="underlined headings", manners=("underlined",), voice="talking", counting="portfolio", paged=0.5),
    Design(name="run-in headings", manners=("run in",), face="serif", voice="short", table="rules", naming="exhibit"),
    Design(name="run-in words", manners=("run in words",), face="serif", voice="quoted", naming="letter e", paged=0),
    Design(name="two columns", manners=("two columns",), face="serif", voice="word", paged=0.4, segments="bookmarks"),
    Design(name="chapters on new pages", manners=("top of page",), voice="talking", paged=0.2, segments="stamps"),
    Design(name="headings at the foot", manners=("at the foot",), voice="word", paged=0, table="parts"),
    Design(name="headings continued", manners=("continued",), voice="headed", paged=0.2, segments="files"),
    Design(name="running headers", manners=("running head",), voice="sec", paged=0, listing="table"),
    Design(name="own contents lists", manners=("own contents",), voice="word", paged=0.1, naming="attachment"),
    Design(name="clauses", manners=("clauses",), voice="short", naming="messy", paged=0.2, segments="files"),
    Design(
        name="paragraphs counted through", manners=("counted", "margin"), voice="sec", counting="printed", paged=0.4
    ),
    Design(name="numbers in the margin", manners=("margin",), voice="sign", naming="document", paged=0),
    Design(name="rows of risk assessments", manners=("risk rows",), voice="talking", table="three", paged=0.3),
    Design(name="tables and figures", manners=("captions",), voice="short", naming="item", paged=0.2),
    Design(name="items with appendices", manners=("appendices",), voice="short", naming="evidence", paged=0.3),
    Design(
        name="annexes with their tables",
        manners=("annexes",),
        voice="word",
        naming="letter e",
        paged=0.2,
        table="blocks",
    ),
    Design(name="handouts", manners=("handout",), voice="word", naming="messy item", paged=0.2, listing="table"),
    Design(name="minutes", manners=("minutes", "year minutes"), voice="talking", paged=0.2, table="typed"),
    Design(name="e-mail chains", manners=("mails",), voice="word", naming="document", paged=0.3, segments="stamps"),
    Design(name="questions", manners=("questions",), voice="short", paged=0.2, table="rules"),
    Design(name="forms with boxes", manners=("boxes", "form rows"), voice="talking", naming="bracketed", paged=0.3),
    Design(name="parts", manners=("parts",), voice="loud", naming="appendix", paged=0.3, listing="table"),
    Design(name="steps and diaries", manners=("steps", "diary"), voice="word", segments="dividers", paged=0),
    Design(name="place in a column of its own", manners=("decimal", "handout", "mails"), table="parts", paged=0.6),
    Design(
        name="everything mixed", manners=("dotted", "captions", "minutes"), voice="mixed", naming="messy", paged=0.3
    ),
    Design(
        name="mixed, counted through",
        manners=("decimal", "appendices"),
        voice="mixed",
        counting="portfolio",
        paged=0.5,
        naming="messy document",
        orphans=1,
    ),
    Design(name="titles with numbers", manners=("dotted", "own contents"), naming="titled", orphans=1, missing=1),
    Design(name="titles alone", manners=("underlined", "decimal"), naming="title only", paged=0.3, listing="table"),
    Design(
        name="messy, some not sent",
        manners=("capitals", "mails"),
        naming="messy",
        voice="mixed",
        missing=3,
        orphans=2,
        table="three",
        listing="none",
    ),
    Design(
        name="messy items, many orphans",
        manners=("lettered", "steps"),
        naming="messy item",
        voice="talking",
        orphans=3,
        segments="files",
        missing=1,
    ),
    Design(
        name="messy documents, printed numbers",
        manners=("top of page", "questions"),
        naming="messy document",
        counting="printed",
        paged=0.6,
        missing=2,
        orphans=1,
        segments="dividers",
    ),
    Design(
        name="no table, audit with clauses", manners=("audit table", "local rules table"), mapping="none", table="none"
    ),
    Design(
        name="no table, risk matrix",
        manners=("risk matrix", "risk rows"),
        mapping="none",
        table="none",
        listing="table",
    ),
    Design(
        name="no table, competency log", manners=("competency log",), mapping="note", table="none", listing="claims"
    ),
    Design(
        name="no table, prose", manners=("decimal", "audit table"), mapping="prose", table="none", segments="dividers"
    ),
    Design(
        name="no table, list with claims",
        manners=("audit table",),
        mapping="none",
        table="none",
        listing="claims table",
    ),
    Design(
        name="no table, local rules",
        manners=("local rules table", "clauses"),
        mapping="note",
        table="none",
        listing="none",
        segments="stamps",
    ),
    Design(
        name="no table, prose and claims",
        manners=("competency log", "minutes"),
        mapping="prose",
        table="none",
        listing="claims table",
        segments="files",
        naming="document",
    ),
    Design(
        name="no table, titles only",
        manners=("risk matrix", "competency log"),
        mapping="none",
        table="none",
        naming="exhibit",
        segments="bookmarks",
    ),
)
