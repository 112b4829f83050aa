"""The pages of evidence as typst source: dividers, headings or stamps as the portfolio has them."""

from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.blocks import quoted, set_block
from benchmarks.reading_set.set_aside.claims import Item
from benchmarks.reading_set.set_aside.setting import MARK
from benchmarks.reading_set.set_aside.story import Story

FONTS: Final = (
    "Liberation Sans",
    "Liberation Serif",
    "DejaVu Serif",
    "New Computer Modern",
    "Libertinus Serif",
    "Noto Sans",
)


def foot(story: Story, offset: int) -> str:
    """A footer with the printed number, as typst code: roman before the page printed as 1."""
    shown = story.rng("foot").choice(("#p", "Page #p", "\u2013 #p \u2013", "#p"))
    side = story.rng("foot side").choice(("center", "right"))
    number = '{ let p = here().page() - OFF; let p = if p > 0 { p } else { numbering("i", here().page()) }; [SHOWN] }'
    return f"align({side})[#text(size: 9pt)[#context {number.replace('OFF', str(offset)).replace('SHOWN', shown)}]]"


def evidence_source(story: Story, offset: int, small: frozenset[str]) -> str:
    """All items in their order; those in ``small`` did not fit their pages and are set smaller."""
    return "".join(_item(story, item, offset, 8.2 if item.id in small else 10.0) for item in story.claims.items)


def _item(story: Story, item: Item, offset: int, size: float) -> str:
    rng = story.rng(f"item {item.id}")
    font = rng.choice(FONTS) if rng.random() < 0.6 else ""
    sheets = [_divider(story, item, offset)] if item.divider else []
    for place, blocks in enumerate(item.paper.pages):
        top = _heading(story, item) if place == 0 and _headed(story) else ""
        top += _aside(story, item) if place == 0 else ""
        body = top + "".join(set_block(block) for block in blocks)
        wide = item.paper.landscape
        set_text = f"#set text(size: {size * (1.5 if wide else 1)}pt{_font(font)})\n"
        sheets.append(_sheet(story, item, place + 1 + item.divider, set_text + body, offset, wide=wide))
    return "".join(sheets)


def _aside(story: Story, item: Item) -> str:
    """A commentary above the evidence, or a word about another item: neither begins anything."""
    rng = story.rng(f"aside {item.id}")
    draw, other = rng.random(), rng.choice(story.claims.items)
    if draw < 0.2:
        text = f"Commentary. I wrote this for the purposes of sub-category {item.main} and led the discussion of it."
        return f'#block(fill: luma(240), inset: 6pt)[#text(style: "italic")[{quoted(text)}]]\n'
    if draw < 0.35 and other.id != item.id:
        text = f"This should be read with {story.claims.labels.long(other.id)}."
        return f"#block[#text(size: 0.85em)[{quoted(text)}]]\n"
    return ""


def _font(font: str) -> str:
    return f', font: ("{font}", "DejaVu Sans")' if font else ""


def _headed(story: Story) -> bool:
    """Whether an item's label stands above its first page."""
    segments = story.axes["segments"]
    return segments == "headings" or (segments == "sub_items" and story.shape["divider"] == "no")


def _heading(story: Story, item: Item) -> str:
    form = story.rng("item heading").choice(("{0}: {1}", "{0} \u2013 {1}", "{0}", "{0}. {1}"))
    text = form.format(story.claims.labels.long(item.id), item.title)
    return f'#block(below: 12pt)[#text(size: 1.5em, weight: 700, fill: rgb("{story.look.colour}"))[{quoted(text)}]]\n'


def _divider(story: Story, item: Item, offset: int) -> str:
    rng: Random = story.rng("divider")
    label = story.claims.labels.long(item.id)
    where = rng.choice(("center + horizon", "center + top", "left + horizon"))
    label = label.upper() if rng.random() < 0.3 and story.claims.labels.system in {"number", "padded"} else label
    big = f'#text(size: 30pt, weight: 700, fill: rgb("{story.look.colour}"))[{quoted(label)}]'
    more = f"\n\n#text(size: 10pt)[{quoted(_served(story, item))}]" if story.rng("divider more").random() < 0.3 else ""
    text = f"#align({where})[{big}\n\n#text(size: 15pt)[{quoted(item.title)}]{more}]"
    return _sheet(story, item, 1, text, offset, wide=False)


def _served(story: Story, item: Item) -> str:
    subs = [ref.sub for ref in story.claims.refs if ref.item == item.id]
    return f"Offered for sub-category {', '.join(subs)}" if subs and story.axes["table"] != "none" else ""


def _sheet(story: Story, item: Item, page: int, body: str, offset: int, *, wide: bool) -> str:
    mark = MARK.format(f"i:{item.id}:{page}")
    stamped = _stamp(story, item, page) if story.axes["segments"] == "stamps" else ""
    footer = "none"
    if story.shape["footer"] == "printed":
        footer = foot(story, offset)
    elif story.shape["footer"] == "own" and page >= item.first:
        number = page - item.divider
        footer = f"[#text(size: 8pt)[Page {number} of {len(item.paper.pages)}]]"
    return f"#page(flipped: {'true' if wide else 'false'}, footer: {footer})[\n{stamped}{mark}{body}{mark}\n]\n"


def _stamp(story: Story, item: Item, page: int) -> str:
    rng = story.rng("stamp")
    form = rng.choice(("{0}", "{0} | page {1} of {2}", "{0}"))
    corner = rng.choice(("top + right", "top + left", "bottom + right"))
    text = form.format(story.claims.labels.long(item.id), page, item.length)
    boxed = rng.random() < 0.5
    style = 'stroke: 1.2pt + rgb("#b01515"), inset: 4pt, fill: white' if boxed else "inset: 2pt"
    shift = "1.3cm" if corner.startswith("bottom") else "-1.3cm"
    return f"#place({corner}, dy: {shift})[#box({style})[#text(size: 10pt, weight: 700)[{quoted(text)}]]]\n"
