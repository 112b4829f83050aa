"""The pages of items of evidence, as Typst: one block of words for each page."""

from random import Random

from .chance import chance
from .model import Item, Part, Plan
from .topics import SENTENCES
from .typst_words import quoted, table


def pages_of(plan: Plan, item: Item) -> list[str]:
    """Each page of the item, its divider first where it has one."""
    rng = chance("papers", plan.seed, item.index)
    fill = {"n": item.number, "z": item.padded}
    name = plan.style.heading.format(**fill)
    titled = plan.heading_form.format(h=name, H=name.upper(), t=item.title)
    unlabelled = plan.segments in {"bookmarks", "stamps"} or (
        plan.segments in {"files", "folders"} and plan.seed // 2 % 2 == 0
    )
    top = "" if plan.divided else _large(item.title if unlabelled else titled, 15)
    pages = [f"{top}{_page(rng, item, page)}" for page in range(1, item.pages + 1)]
    pages[1:] = [page.removeprefix(top) for page in pages[1:]]
    if plan.segments == "stamps":
        pages = [f"#place(top + right, dy: -1.2cm)[{quoted(name)}]\n{page}" for page in pages]
    if plan.counting in {"portfolio", "printed"} and rng.random() < 0.25:
        own = [f"Page {page} of {item.pages}" for page in range(1, item.pages + 1)]
        pages = [f"#place(top, dy: -1.2cm)[{quoted(n)}]\n{page}" for n, page in zip(own, pages, strict=True)]
    if plan.divided:
        own = rng.random() < 0.4
        about = f"\n\n#v(1cm)\n{quoted(f'Author: {plan.people.applicant}, 2023')}" if own else ""
        return [
            f"#v({rng.choice((3, 6, 9))}cm)\n#align({rng.choice(('center', 'left'))})[{_large(titled, 20)}{about}]",
            *pages,
        ]
    return pages


def _large(text: str, size: int) -> str:
    return f'#text(size: {size}pt, weight: "bold")[{quoted(text)}]\n\n'


def _page(rng: Random, item: Item, page: int) -> str:
    here = [part for part in item.parts if part.page == page]
    if any(part.kind == "slide" for part in here):
        return _slide(rng, here[0])
    if any(part.kind == "row" for part in here):
        return _rows(rng, here)
    blocks = [_block(rng, part) for part in here if part.kind != "appendix"] or [_words(rng, 5)]
    blocks += [_block(rng, part) for part in here if part.kind == "appendix"]
    return _words(rng, 2) + "\n\n" + "\n\n".join(blocks)


def _words(rng: Random, count: int) -> str:
    return quoted(" ".join(rng.sample(SENTENCES, count)))


def _block(rng: Random, part: Part) -> str:
    if part.kind in {"clause", "paragraph"}:
        return f"{quoted(part.number)} #h(4mm) {_words(rng, 2)}"
    if part.kind == "step":
        return f"*{quoted('Step ' + part.number + ':')}* {_words(rng, 2)}"
    if part.kind == "table":
        rows = [["Position", "Value"], ["Door", "0.4 mT"], ["Window", "0.2 mT"]]
        return f"{quoted(f'Table {part.number}: {part.heading}')}\n\n" + table(rows, "(4cm, 4cm)")
    if part.kind == "figure":
        picture = "#rect(width: 9cm, height: 3cm, fill: luma(225), stroke: 0.4pt)"
        return f"{picture}\n\n{quoted(f'Figure {part.number}: {part.heading}')}"
    if part.kind == "appendix":
        return f'#text(weight: "bold")[{quoted(f"Appendix {part.number}: {part.heading}")}]\n\n{_words(rng, 2)}'
    return f'#text(size: 12pt, weight: "bold")[{quoted(f"{part.number} {part.heading}")}]\n\n{_words(rng, 3)}'


def _slide(rng: Random, part: Part) -> str:
    body = "\n\n".join(f"- {quoted(words)}" for words in rng.sample(SENTENCES, 3))
    frame = f"#text(size: 16pt)[{quoted(part.heading)}]\n\n{body}\n\n#align(right)[{quoted('Slide ' + part.number)}]"
    return f"#rect(width: 100%, height: 9cm, inset: 14pt)[{frame}]"


def _rows(rng: Random, parts: list[Part]) -> str:
    head = ["Row", "Hazard", "Control"]
    rows = [[part.number, *(quoted(words) for words in rng.sample(SENTENCES, 2))] for part in parts]
    return table([head, *rows], "(1.4cm, 1fr, 1fr)")
