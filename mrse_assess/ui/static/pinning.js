// Selected words: what they are, in reading order, and the small bar beside them: pin, copy, search.

// The words of the selection inside ``root``: [{word, from, to, n, node}], parts of words at the ends.
function selectedWords(root) {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const picked = [];
  for (const words of root.querySelectorAll(".words")) {
    if (!range.intersectsNode(words)) continue;
    for (const node of words.children) {
      const known = WORDS.get(node);
      if (!known || !range.intersectsNode(node)) continue;
      const inner = node.firstChild;
      const from = range.startContainer === inner ? range.startOffset : 0;
      const to = range.endContainer === inner ? range.endOffset : inner.length;
      if (from < to) picked.push({ ...known, node, from, to });
    }
  }
  return picked;
}

const lineOf = ({ n, word }) => `${n}:${word[5]}:${word[6]}`;

function textOf(picked, between) {
  return picked.map((one, at) => {
    const gap = at === 0 ? "" : lineOf(one) === lineOf(picked[at - 1]) ? " " : between;
    return gap + one.word[4].slice(one.from, one.to);
  }).join("");
}

// One box for each line of the selection, points of the unrotated page.
function boxesOf(picked) {
  const lines = [];
  let line = "";
  for (const { n, word, from, to } of picked) {
    const [x0, y0, x1, y1, text] = word;
    const wide = (x1 - x0) / (text.length || 1);
    const [left, right] = [x0 + wide * from, x0 + wide * to];
    const here = lineOf({ n, word });
    const last = lines.at(-1);
    if (here === line && left >= last[0] - 1) lines[lines.length - 1] = [Math.min(last[0], left), Math.min(last[1], y0), Math.max(last[2], right), Math.max(last[3], y1)];
    else lines.push([left, y0, right, y1]);
    line = here;
  }
  return lines.map((box) => box.map((side) => Math.round(side * 10) / 10));
}

const overlap = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

// The nearest place for a box of this size that covers no selected word and, if there is one, no word at all.
function whiteSpace({ wide, high }, chosen, others, bounds) {
  const [top, bottom] = [Math.min(...chosen.map((one) => one.top)), Math.max(...chosen.map((one) => one.bottom))];
  const last = chosen.at(-1);
  let best = null;
  const consider = (left, y, away) => {
    const place = { left, right: left + wide, top: y, bottom: y + high };
    if (left < bounds.left || place.right > bounds.right || y < bounds.top || place.bottom > bounds.bottom) return;
    if (chosen.some((one) => overlap(place, one))) return;
    const cost = away + 400 * Math.min(1, others.filter((one) => overlap(place, one)).length / 3);
    if (!best || cost < best.cost) best = { left, top: y, cost };
  };
  for (let away = 5; away < 400; away += 5) {
    for (const left of [last.right - wide, last.left, (last.left + last.right - wide) / 2, last.right + 8, bounds.left + 4, bounds.right - wide - 4]) {
      const aside = Math.abs(left + wide / 2 - (last.left + last.right) / 2) / 4;
      const clamped = Math.min(bounds.right - wide, Math.max(bounds.left, left));
      consider(clamped, bottom + away, away + aside);
      consider(clamped, top - high - away, away + 8 + aside);
    }
  }
  return best;
}

function pinning({ model, talk, signal, scroller, unit, search }) {
  let lost = false;
  const act = (id, label, action, ...inner) => make("button", { type: "button", class: "btn ghost", "data-testid": id, onclick: action }, ...inner, label);
  const bar = make("div", { class: "selbar", role: "toolbar", "aria-label": "Selected words", hidden: true, "data-testid": "selection" },
    act("pin-selection", "Pin to judgement", pin, icon("pin")), act("copy-selection", "Copy", copy), act("search-selection", "Search for this", find));
  bar.querySelector("button").append(keyCap("pin"));
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
  bar.addEventListener("keydown", (event) => {
    const all = [...bar.children];
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  });
  scroller.prepend(bar);

  function pin() {
    const picked = selectedWords(scroller);
    const here = unit();
    if (!picked.length) return talk.say("note", { said: "Select words on the page first, then pin them (q)." });
    if (!here?.[0] || !here[1]) return talk.say("note", { said: "Quotes are pinned to a judgement; this evidence is open by itself. Open it for a sub-category." });
    if (lost) return talk.say("note", { said: "Not connected: the quote was not pinned. Select it again once connected." });
    if (picked.some(({ n }) => n !== picked[0].n)) return talk.say("note", { said: "The selected words go over two pages. Pin each page's words by themselves." });
    perform(model, talk, "pin", { unit: unitOf(here), text: textOf(picked, " "), number: picked[0].n, boxes: boxesOf(picked) });
    document.getSelection().removeAllRanges();
    hide();
    scroller.focus({ preventScroll: true });
  }
  function copy() {
    const picked = selectedWords(scroller);
    if (picked.length) copyText(textOf(picked, "\n"), talk, "Copied.");
    hide();
    scroller.focus({ preventScroll: true });
  }
  function find() {
    const picked = selectedWords(scroller);
    hide();
    if (picked.length) search(textOf(picked, " ").slice(0, 200));
  }

  function hide() {
    if (bar.hidden) return false;
    const inside = bar.contains(document.activeElement);
    bar.hidden = true;
    if (inside) scroller.focus({ preventScroll: true });
    return true;
  }

  function show() {
    const picked = selectedWords(scroller);
    if (!picked.length) { if (!bar.contains(document.activeElement)) hide(); return; }
    const chosen = picked.map(({ node }) => node.getBoundingClientRect());
    const mine = new Set(picked.map(({ node }) => node));
    const frame = scroller.getBoundingClientRect();
    const seen = { left: frame.left + 4, right: frame.left + scroller.clientWidth - 4, top: Math.max(frame.top, 0) + 4, bottom: Math.min(frame.bottom, window.innerHeight) - 4 };
    const others = [];
    for (const node of scroller.querySelectorAll(".words > span")) {
      if (mine.has(node)) continue;
      const box = node.getBoundingClientRect();
      if (overlap(box, seen)) others.push(box);
    }
    bar.hidden = false;
    const size = { wide: bar.offsetWidth, high: bar.offsetHeight };
    const place = whiteSpace(size, chosen, others, seen) ?? { left: seen.right - size.wide, top: seen.bottom - size.high };
    bar.style.left = `${place.left - frame.left + scroller.scrollLeft}px`;
    bar.style.top = `${place.top - frame.top + scroller.scrollTop}px`;
  }

  let pressed = false;
  let soon = 0;
  const later = () => { window.clearTimeout(soon); soon = window.setTimeout(() => { if (!pressed) show(); }, 120); };
  scroller.addEventListener("pointerdown", (event) => { if (!bar.contains(event.target)) { pressed = true; bar.hidden = true; } });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { if (pressed) { pressed = false; later(); } }, { signal });
  document.addEventListener("selectionchange", later, { signal });
  scroller.addEventListener("copy", (event) => {
    const picked = selectedWords(scroller);
    if (!picked.length) return;
    event.clipboardData.setData("text/plain", textOf(picked, "\n"));
    event.preventDefault();
  });
  talk.hear("pin", pin);
  talk.hear("lost", ({ lost: now }) => { lost = now; });
  signal.addEventListener("abort", () => window.clearTimeout(soon));
  return { pin, hide };
}
