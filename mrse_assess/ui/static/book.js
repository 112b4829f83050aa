// The pages of an item in a scroller: one at a time, or all of them one under another, filled only near the view.

const LARGEST = 840; // CSS pixels that "fit width" uses at most
const FILLED = 9;
const SETTLED = 60;
const LEAFING = 90; // turning faster than this, only the page where the turning ends is asked for

// ``turned(evidence, n)`` quarters; ``scrolled(page, changed)`` after the view moved; ``seen(picture)`` of the page on
// screen, null while it is on its way; ``ids`` names for that page.
function book({ store, signal, overlays, turned, scrolled, ids, seen: noticed = () => {} }) {
  let doc = { evidence_id: "", pages: [], ahead: [] };
  let page = 0;
  let zoom = 0; // 0: fit width
  let continuous = false;
  let usual = 595; // the width that most pages have, points
  let jumped = -1; // where a jump left the scroller: until it moves, the page number stays what was asked for
  let settling = 0;
  let turnedAt = 0;
  let asking = 0;
  let unplaced = null; // where to go once the pane has a size
  let sheets = [];
  const flow = make("div", { class: "flow" });
  const empty = make("div", { class: "nothing", hidden: true });
  const scroller = make("div", { class: "scroll", tabindex: "0", role: "region", "data-testid": ids.scroll }, flow, empty);
  const info = (n) => doc.pages[n - 1];
  const turn = (n) => turned(doc.evidence_id, n);
  const sheetOf = (n) => (continuous ? sheets[n - 1] : n === page ? sheets[0] : undefined);

  // ---------------------------------------------------------------- sizes
  function fitted() {
    const { paddingLeft, paddingRight } = getComputedStyle(scroller);
    return Math.max(120, Math.min(scroller.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight), LARGEST));
  }
  const across = (n) => (turn(n) % 2 ? info(n).h : info(n).w);
  function scale(n, room = fitted()) { // CSS pixels for a point
    if (zoom) return zoom / 0.75;
    return continuous ? Math.min(room / across(n), room / usual) : room / across(n);
  }
  function sharpness(n) {
    const needed = scale(n) * 72 * (window.devicePixelRatio || 1);
    return SHARPNESS.find((dpi) => dpi >= needed - 8) ?? SHARPNESS.at(-1);
  }

  function build() {
    const count = continuous ? doc.pages.length : Math.min(1, doc.pages.length);
    if (sheets.length === count && flow.classList.contains("all") === continuous) return;
    flow.classList.toggle("all", continuous);
    sheets = Array.from({ length: count }, () => sheet(overlays));
    flow.replaceChildren(...sheets.map((one) => one.el));
  }

  function layout() {
    const room = fitted();
    const last = doc.pages.length;
    sheets.forEach((one, at) => {
      const n = continuous ? at + 1 : page;
      one.aim({ evidence: doc.evidence_id, n, info: info(n), scale: scale(n, room), turn: turn(n), last });
      one.name(n === page ? ids : null);
    });
  }

  // ---------------------------------------------------------------- where the view is
  function anchor() {
    const one = sheetOf(page);
    if (!one) return { y: 0, x: 0.5 };
    return {
      y: (scroller.scrollTop - one.el.offsetTop) / (one.el.offsetHeight || 1),
      x: (scroller.scrollLeft + scroller.clientWidth / 2) / (scroller.scrollWidth || 1),
    };
  }
  function moveTo(top, left = null) {
    scroller.scrollTop = top;
    if (left !== null) scroller.scrollLeft = left;
    jumped = scroller.scrollTop;
  }
  function restore(held) {
    const one = sheetOf(page);
    const { y, x } = held;
    if (one && held === "top") moveTo(continuous ? one.el.offsetTop - 8 : 0);
    else if (one) moveTo(one.el.offsetTop + y * one.el.offsetHeight, x * scroller.scrollWidth - scroller.clientWidth / 2);
  }

  function near() {
    if (!continuous) return sheets.length ? [1, 1] : [1, 0];
    const margin = scroller.clientHeight * 0.6;
    const first = pageAt(scroller.scrollTop - margin);
    const last = pageAt(scroller.scrollTop + scroller.clientHeight + margin);
    const from = last - first < FILLED ? first : Math.max(first, Math.min(page - 2, last - FILLED + 1));
    return [from, Math.min(last, from + FILLED - 1)];
  }
  function pageAt(y) { // the last page that begins at or above this height
    let [low, high] = [0, sheets.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      sheets[middle].el.offsetTop <= y ? (low = middle) : (high = middle - 1);
    }
    return low + 1;
  }

  // ---------------------------------------------------------------- pictures
  function fill() {
    window.clearTimeout(settling);
    const [first, last] = near();
    const seen = [];
    sheets.forEach((one, at) => {
      if (continuous && (at + 1 < first || at + 1 > last)) { if (!one.isEmpty()) one.clear(); return; }
      const n = continuous ? at + 1 : page;
      const dpi = sharpness(n);
      const { entry } = store.best(doc.evidence_id, n, dpi);
      entry ? one.put(entry) : one.wait();
      seen.push([doc.evidence_id, n, dpi]);
    });
    store.hold(ids.scroll, seen);
    window.clearTimeout(asking);
    const ask = () => {
      seen.sort(([, one], [, other]) => Math.abs(one - page) - Math.abs(other - page)).forEach((one) => store.ask(...one));
      if (page && info(page)) fetchAhead();
    };
    Date.now() - turnedAt < LEAFING ? (asking = window.setTimeout(ask, LEAFING)) : ask();
    noticed(sheetOf(page)?.picture() ?? null);
  }
  function fetchAhead() {
    for (const n of [page + 1, page - 1]) if (info(n)) store.ask(doc.evidence_id, n, sharpness(n));
    for (const [evidence, n] of doc.ahead ?? []) store.ask(evidence, n, sharpness(page));
  }
  store.hear(({ evidence, n, dpi, refused, entry }) => {
    if (evidence !== doc.evidence_id || dpi === SMALL) return;
    const one = sheetOf(n);
    if (!one || one.el.dataset.n !== `${n}`) return;
    const [first, last] = near();
    if (continuous && (n < first || n > last)) return;
    if (refused !== undefined) one.refuse(refused);
    else if (entry && dpi === sharpness(n)) { one.put(entry); if (n === page) noticed(one.picture()); }
    else if (entry) fill();
  });

  scroller.addEventListener("scroll", () => {
    let changed = false;
    if (continuous && Math.abs(scroller.scrollTop - jumped) >= 2) {
      jumped = -1;
      const n = pageAt(scroller.scrollTop + scroller.clientHeight / 3);
      changed = n !== page;
      if (changed) {
        sheetOf(page)?.name(null);
        page = n;
        sheetOf(page)?.name(ids);
      }
    }
    if (continuous) { window.clearTimeout(settling); settling = window.setTimeout(fill, SETTLED); }
    scrolled(page, changed);
  }, { passive: true, signal });
  signal.addEventListener("abort", () => { window.clearTimeout(settling); window.clearTimeout(asking); });

  // ---------------------------------------------------------------- acts
  function open(next, n, liked) {
    if (store.know(next.evidence_id, next.pages ?? [], next.reading)) sheets.forEach((one) => one.forget());
    doc = next;
    ({ zoom, continuous } = liked);
    page = info(n) ? n : 0;
    const widths = new Map();
    for (const { w } of doc.pages) widths.set(Math.round(w), (widths.get(Math.round(w)) ?? 0) + 1);
    usual = [...widths].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 595;
    flow.hidden = !page;
    empty.hidden = Boolean(page);
    empty.textContent = page ? "" : doc.why_empty ?? "";
    if (!page) { sheets.forEach((one) => one.clear()); store.hold(ids.scroll, []); return; }
    build();
    layout();
    liked.at ? restore(liked.at) : go(page);
    unplaced = scroller.clientHeight ? null : liked.at ?? "top";
    fill();
  }

  function go(n) {
    const leafing = Date.now() - turnedAt < LEAFING;
    if (continuous) {
      sheetOf(page)?.name(null);
      page = n;
      sheetOf(page).name(ids);
    } else {
      page = n;
      layout();
    }
    restore("top");
    if (!leafing) turnedAt = 0;
    fill();
    turnedAt = Date.now();
  }

  function look(change = () => {}) {
    if (!page) return change();
    const held = unplaced ?? anchor();
    if (scroller.clientHeight) unplaced = null;
    change();
    build();
    layout();
    restore(held);
    fill();
  }

  // Brings a box of the page into view, if it is not there.
  function bring(n, box) {
    const one = sheetOf(n);
    if (!one || !box) return;
    const at = one.rect(box);
    const [top, left] = [one.el.offsetTop + at.top, one.el.offsetLeft + at.left];
    const { scrollTop, scrollLeft, clientHeight, clientWidth, scrollHeight } = scroller;
    if (scrollHeight - clientHeight < 2) { one.el.querySelector(".ov.cur, .ov.ring")?.scrollIntoView({ block: "center" }); return; }
    const high = top < scrollTop + 24 || one.el.offsetTop + at.bottom > scrollTop + clientHeight - 24;
    const wide = left < scrollLeft || one.el.offsetLeft + at.right > scrollLeft + clientWidth;
    if (high || wide) moveTo(high ? top - clientHeight * 0.35 : scrollTop, wide ? left - clientWidth / 3 : null);
    if (continuous) fill();
  }

  return {
    scroller, open, go, look, bring, anchor, fill,
    page: () => page,
    evidence: () => doc.evidence_id,
    draw: () => sheets.forEach((one) => one.draw()),
    percent: () => (page ? scale(page) * 75 : 100),
    zoomed: () => zoom,
    setZoom: (to) => look(() => { zoom = to; }),
    setContinuous: (on) => look(() => { continuous = on; }),
  };
}
