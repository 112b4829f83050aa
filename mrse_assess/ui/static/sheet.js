// One page at its true size: the picture, its words to select and to hear, and what is drawn over it. Turned as a whole.

const ON_ITS_WAY = 150;
const WORDS = new WeakMap(); // element of a word -> {word: [x0, y0, x1, y1, text, block, line], n}
const TURNS = [
  () => "none",
  (w, h) => `translate(${h}px, 0) rotate(90deg)`,
  (w, h) => `translate(${w}px, ${h}px) rotate(180deg)`,
  (w) => `translate(0, ${w}px) rotate(270deg)`,
];

// Where a box of the page lies once the page is turned by so many quarters; points.
function turnedBox([x0, y0, x1, y1], { w, h }, turn) {
  if (turn === 1) return [h - y1, x0, h - y0, x1];
  if (turn === 2) return [w - x1, h - y1, w - x0, h - y0];
  if (turn === 3) return [y0, w - x1, y1, w - x0];
  return [x0, y0, x1, y1];
}

const pen = document.createElement("canvas").getContext("2d");

// Transparent words, each scaled to its box; spaces stand in nodes of their own, so that a selection copies as text
// without stretched gaps.
function wordNodes(list, n) {
  const nodes = [];
  let line = null;
  for (const word of list) {
    const [x0, y0, x1, y1, text, block, row] = word;
    const here = `${block}:${row}`;
    if (line !== null) nodes.push(document.createTextNode(here === line ? " " : "\n"));
    line = here;
    const tall = Math.max(y1 - y0, 1);
    pen.font = `${tall}px sans-serif`;
    const node = span("", text);
    node.style.cssText = `left:${x0}px;top:${y0}px;font-size:${tall}px;transform:scaleX(${(x1 - x0) / (pen.measureText(text).width || 1)})`;
    WORDS.set(node, { word, n });
    nodes.push(node);
  }
  return nodes;
}

// ``overlays(evidence, n, picture)`` gives what lies over a page: [{css, boxes, tag}].
function sheet(overlays) {
  const words = make("div", { class: "words", lang: "en-GB" });
  const over = make("div", { class: "over", "aria-hidden": "true" });
  const leaf = make("div", { class: "leaf" }, over, words);
  const coming = make("div", { class: "coming", hidden: true });
  const el = make("div", { class: "sheet", role: "group" }, leaf, coming);
  let aimed = null;
  let shown = null; // the entry on screen
  let worded = null; // the picture whose words are laid
  let late = 0;

  function clear() {
    window.clearTimeout(late);
    late = 0;
    coming.hidden = true;
    if (shown) leaf.querySelector(".pic")?.remove();
    if (worded) words.replaceChildren();
    if (over.firstChild) over.replaceChildren();
    shown = worded = null;
    el.dataset.page = "";
  }

  function aim(next) {
    if (aimed?.evidence !== next.evidence || aimed.n !== next.n) clear();
    aimed = next;
    const { info, scale, turn, n, last } = next;
    const [w, h] = [info.w * scale, info.h * scale];
    el.style.width = `${turn % 2 ? h : w}px`;
    el.style.height = `${turn % 2 ? w : h}px`;
    leaf.style.width = `${w}px`;
    leaf.style.height = `${h}px`;
    leaf.style.transform = TURNS[turn](w, h);
    words.style.width = `${info.w}px`;
    words.style.height = `${info.h}px`;
    words.style.transform = `scale(${scale})`;
    el.dataset.n = `${n}`;
    el.dataset.turn = `${turn * 90}`;
    el.setAttribute("aria-label", `Page ${n} of ${last}`);
  }

  function put(entry) {
    window.clearTimeout(late);
    late = 0;
    coming.hidden = true;
    if (shown !== entry) {
      leaf.querySelector(".pic")?.remove();
      const image = entry.image.isConnected ? entry.image.cloneNode() : entry.image;
      const { n, last } = aimed;
      const whole = `Page ${n} of ${last}`;
      image.alt = !entry.picture.has_text ? `${whole}, picture only, words not available`
        : entry.picture.recognised ? `${whole}, a picture; the words that follow were recognised by a program` : "";
      leaf.prepend(image);
      shown = entry;
    }
    if (worded !== entry.picture && !(worded && el.dataset.page === `${aimed.n}`)) {
      words.replaceChildren(...wordNodes(entry.picture.words, aimed.n));
      worded = entry.picture;
    }
    el.dataset.page = `${aimed.n}`;
    el.dataset.item = aimed.evidence;
    draw();
  }

  function wait() {
    if (shown || late) return;
    late = window.setTimeout(() => {
      coming.textContent = `Page ${aimed.n}`;
      coming.hidden = Boolean(shown);
    }, ON_ITS_WAY);
  }

  function refuse(why) {
    if (shown) return;
    clear();
    coming.hidden = false;
    coming.textContent = why;
  }

  function draw() {
    if (!aimed || !shown) return;
    const { info } = aimed;
    const part = (value, whole) => `${(100 * value) / whole}%`;
    over.replaceChildren(...overlays(aimed.evidence, aimed.n, shown.picture).flatMap(({ css, boxes, tag }) => boxes.map(([x0, y0, x1, y1], at) => {
      const node = make("div", { class: `ov ${css}` }, tag && at === 0 ? span("k", tag) : null);
      const air = Math.min((y1 - y0) * 0.2, 2.5); // boxes end at the base line: room for what hangs below it
      node.style.left = part(x0 - 0.6, info.w);
      node.style.top = part(y0 - air / 2, info.h);
      node.style.width = part(x1 - x0 + 1.2, info.w);
      node.style.height = part(y1 - y0 + 1.5 * air, info.h);
      return node;
    })));
  }

  // Where a box of the page lies in the sheet, CSS pixels.
  function rect(box) {
    const { info, scale, turn } = aimed;
    const [left, top, right, bottom] = turnedBox(box, info, turn).map((side) => side * scale);
    return { left, top, right, bottom };
  }

  // The sheet under the page number bears the names that tests and the keys look for.
  function name(ids) {
    for (const [node, id] of [[el, ids?.sheet], [words, ids?.words]]) id ? node.setAttribute("data-testid", id) : node.removeAttribute("data-testid");
  }

  return { el, forget: () => { clear(); aimed = null; }, picture: () => shown?.picture, aim, put, wait, refuse, draw, rect, name, clear, isEmpty: () => !shown && !late && coming.hidden };
}
