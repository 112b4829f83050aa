// The evidence: what stands where in the pane, which page is on screen, and who is told of it.

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export default pane(({ model, el, talk, signal }) => {
  let shown = {};
  let begun = false;
  let placeTimer = 0;
  let keepTimer = 0;
  let ring = null; // a quote that was asked for
  let prompt = 0; // the number of the prompt that was asked for or is pointed at
  const app = () => shown.app ?? "";
  const store = pageStore(model, signal);
  const zooms = memory(localStorage, "mrse-zooms", 300);
  const places = memory(localStorage, "mrse-places", 300);
  const turns = memory(sessionStorage, "mrse-turns", 300);
  const mine = (...parts) => [app(), ...parts].join("\n");
  const turned = (evidence, n) => within(turns.get(mine(evidence, n)), 0, 3, 0);
  const info = (n) => shown.pages?.[n - 1];
  const narrow = () => (el.closest(".mrse-app")?.clientWidth ?? window.innerWidth) < 1000;
  const thumbsOn = () => remembered("mrse-thumbnails", !narrow());
  const flowOn = () => remembered("mrse-continuous", Boolean(shown.continuous));
  const note = (said) => talk.say("note", { said });

  // ---------------------------------------------------------------- parts
  const main = book({
    store, signal, turned, ids: { sheet: "sheet", words: "words", scroll: "page-scroll" },
    overlays: (evidence, n, picture) => [
      ...marks.overlays(picture), ...finds(n), ...quotes(n), ...compare.overlays(n), ...search.overlays(evidence, n),
      ...(ring?.page === n ? [{ css: "quote ring", boxes: ring.boxes }] : []),
    ],
    seen: (picture) => marks.seen(picture),
    scrolled: (_, changed) => { if (changed) { paintFrame(); tellPlace(); } keepPlace(); },
  });
  const search = searching({
    model, talk, signal, app, openItem, redraw, resized: paintRow,
    here: () => ({ evidence_id: shown.evidence_id ?? "", page: main.page() }),
    goHit: (n, box) => { if (n !== main.page()) go(n); redraw(); main.bring(n, box); },
  });
  const bar = toolbar({
    search: search.field,
    acts: {
      thumbs: () => { remember("mrse-thumbnails", !thumbsOn()); frameThumbs(); main.look(); paintFrame(); },
      flow: () => { remember("mrse-continuous", !flowOn()); main.setContinuous(flowOn()); frameThumbs(); paintFrame(); },
      turn, cited, step, go, zoom: setZoom, rotate, compare: () => compare.toggle(), pin: () => selection.pin(), leaveNumber: () => paintFrame(), keysBack: () => main.scroller.focus({ preventScroll: true }),
    },
  });
  const marks = markSets({ model, talk, signal, button: bar.tools.marks, root: el, searched: () => search.any() && el.clientWidth < 930, changed: () => { paintRow(); redraw(); } });
  const compare = comparing({
    model, talk, signal, store, main, turned, shown: () => shown, goMain: (n) => go(n),
    marksOf: (evidence, n, picture) => [...marks.overlays(picture), ...search.overlays(evidence, n)],
    changed: () => { frameThumbs(); main.look(); paintFrame(); },
  });
  const thumbs = thumbnails({ store, signal, go: (n) => go(n) });
  const selection = pinning({ model, talk, signal, scroller: main.scroller, unit: () => shown.unit, search: (words) => search.run(words) });

  // ---------------------------------------------------------------- frame
  const title = make("h2", { class: "nw" });
  const name = span("clip grow");
  const tags = span("row nw tags");
  const fileButton = make("button", { type: "button", class: "btn ghost icon", "aria-label": "Original file, fingerprint and how it was drawn", title: "Original file, fingerprint and how it was drawn", "data-testid": "file-info" }, icon("letter"));
  const remark = make("div", { class: "ban remark", hidden: true });
  const row = make("div", { class: "hits", hidden: true }, search.row, marks.key);
  const place = make("div", { class: "sr", role: "status", "data-testid": "place" });
  const half = make("div", { class: "half" }, compare.own, main.scroller);
  el.classList.add("mrse-page");
  el.setAttribute("role", "main");
  el.setAttribute("aria-label", "Evidence");
  el.append(make("div", { class: "ehead" }, title, name, tags, fileButton), bar.el, row, compare.banner, remark,
    make("div", { class: "work" }, thumbs.el, half, compare.side), place);
  const files = fileInfo({ model, talk, signal, button: fileButton, root: el, evidence: () => shown.evidence_id, openUnit: (unit) => perform(model, talk, "open", { unit: unitOf(unit) }) });
  escapes({ el, signal, closers: [() => files.close(), () => marks.close(), () => search.close(), selection.hide, dropRing, compare.close] });

  function quotes(n) {
    return (shown.quotes ?? []).flatMap((quote, at) => (quote.n === n && quote.found && ring?.pin !== quote.pin ? [{ css: "quote", boxes: quote.boxes, tag: `${at + 1}` }] : []));
  }
  // What the program noticed, under the numbers of its list.
  function finds(n) {
    if (!marks.findsOn()) return [];
    return (shown.finds ?? []).filter(({ page }) => page === n)
      .map((one) => ({ css: `noticed ${one.kind}${one.n === prompt ? " ring" : ""}`, boxes: [one.box], tag: one.tag }));
  }
  function ringPrompt(number) {
    if (prompt === number) return;
    prompt = number;
    thumbs.ring((shown.finds ?? []).filter((one) => one.n === prompt).map(({ page }) => page));
    main.draw();
  }
  function goToPrompt({ number, page }) {
    ringPrompt(number);
    if (page !== main.page()) go(page);
    const first = (shown.finds ?? []).find((one) => one.n === number && one.page === page);
    if (first) main.bring(page, first.box);
  }
  function redraw() { main.draw(); compare.draw(); }
  function paintRow() {
    const before = row.hidden;
    row.hidden = !search.any() && !marks.any();
    marks.paintKey();
    if (before !== row.hidden) main.fill();
  }
  function frameThumbs() {
    const on = thumbsOn() && !compare.isOn() && Boolean(shown.pages?.length);
    thumbs.toggle(on);
    el.classList.toggle("compared", compare.isOn());
    el.classList.toggle("flowing", flowOn());
  }

  // ---------------------------------------------------------------- acts
  function go(n, { tell = true } = {}) {
    const last = shown.pages?.length ?? 0;
    if (!last) return note("There is no page to turn to.");
    if (n < 1 || n > last) {
      paintFrame();
      return note(n < 1 ? "This is the first page of the item." : `This is the last page of the item (${last}).`);
    }
    selection.hide();
    if (ring && ring.page !== n) ring = null;
    main.go(n);
    paintFrame();
    if (!tell) return;
    note("");
    tellPlace();
    keepPlace();
  }
  function turn(by) { if (!compare.turn(by)) go(main.page() + by); }

  function tellPlace() {
    window.clearTimeout(placeTimer);
    const [unit, n] = [unitOf(shown.unit), main.page()];
    placeTimer = window.setTimeout(() => perform(model, talk, "place", { unit, page: n }), 700);
  }
  function keepPlace() {
    window.clearTimeout(keepTimer);
    if (!main.page() || !shown.unit || !main.scroller.clientHeight) return;
    const key = mine(...shown.unit);
    keepTimer = window.setTimeout(() => { if (key === mine(...shown.unit)) places.set(key, { page: main.page(), ...main.anchor() }); }, 400);
  }
  function keptPlace() {
    const kept = places.get(mine(...shown.unit));
    return kept?.page === shown.start ? { y: within(kept.y, -1, 1, 0), x: within(kept.x, 0, 1, 0.5) } : null;
  }

  function cited() {
    if (!shown.cited_page) return note(shown.cited ? "The reference leads to no page." : "Nothing is cited here.");
    go(shown.cited_page);
  }

  // For the same sub-category if the item is claimed for it, else the item by itself.
  function openItem(id, page) {
    const code = (shown.claimed ?? []).includes(id) ? shown.for : "";
    perform(model, talk, "open", { unit: unitOf([code, id]), page });
  }

  function setZoom(to) {
    if (!main.page()) return;
    zooms.set(mine(shown.evidence_id), to || null);
    selection.hide();
    main.setZoom(to);
    compare.zoom(to);
    paintFrame();
  }
  function step(by) {
    if (!main.page()) return;
    const now = main.percent() / 100;
    const next = by > 0 ? STEPS.find((one) => one > now + 0.01) : STEPS.findLast((one) => one < now - 0.01);
    next ? setZoom(next) : note(by > 0 ? "This is the largest size (300 %)." : "This is the smallest size (50 %).");
  }
  function rotate(by) {
    const n = main.page();
    if (!n) return note("There is no page to rotate.");
    const quarters = (turned(shown.evidence_id, n) + by + 4) % 4;
    turns.set(mine(shown.evidence_id, n), quarters || null);
    selection.hide();
    main.look();
    compare.look();
    paintFrame();
  }

  function goToQuote({ pin, page, boxes }) {
    if (!page || !info(page)) return note("This quote's page is not part of the item as it is read now.");
    ring = { pin, page, boxes: boxes ?? [] };
    if (page !== main.page()) go(page);
    redraw();
    main.bring(page, ring.boxes[0]);
  }
  function dropRing() {
    if (!ring) return false;
    ring = null;
    redraw();
    return true;
  }

  // ---------------------------------------------------------------- frame again
  function paintFrame() {
    const page = main.page();
    const last = shown.pages?.length ?? 0;
    const about = info(page);
    bar.paint({
      page, last, about, percent: main.percent(), zoomed: main.zoomed(), turn: about ? turned(shown.evidence_id, page) : 0,
      cited: shown.cited_page, thumbs: thumbsOn(), continuous: flowOn(), compared: compare.isOn(),
    });
    thumbs.at(page);
    compare.ownPage();
    const said = about ? `Page ${page} of ${last}, ${named()}` : "";
    main.scroller.setAttribute("aria-label", said || "Evidence page");
    if (place.textContent !== said) place.textContent = said;
    const pictureOnly = about && !about.words;
    const recognised = about?.words && about.recognised;
    remark.hidden = !pictureOnly && !recognised && !about?.remark;
    remark.classList.toggle("calm", Boolean(recognised) && !about.remark);
    const saidOfWords = recognised ? [make("b", {}, "Words recognised."), " A program read them from the picture: where they differ, the picture counts. "] : [];
    refill(remark, pictureOnly
      ? [span("s-prompt", icon("unseen")), span("grow", make("b", {}, "Picture only."), " No words on this page: they were not searched or checked.")]
      : [span("s-prompt", icon(recognised && !about.remark ? "read" : "warning")), span("grow", ...saidOfWords, about?.remark ?? "")]);
    talk.say("page", { evidence_id: shown.evidence_id ?? "", page });
  }

  function paintHead() {
    title.textContent = !shown.evidence_id ? `Sub-category ${shown.for}` : shown.whole ? "Whole file" : `Item ${shown.label}`;
    refill(name, make("bdi", {}, shown.title ?? ""));
    name.title = shown.title ?? "";
    fileButton.hidden = !shown.evidence_id;
    refill(tags,
      shown.cited ? make("button", {
        type: "button", class: "tag cited", "data-k": "cited", "data-testid": "cited-tag", title: `The applicant wrote: ${shown.cited}${shown.corrected ? "; corrected by an assessor" : ""}. Show the cell of the table`,
        onclick: () => perform(model, talk, "correct", { sub_category: shown.for }),
      }, span("nw", "cited"), make("b", { class: "clip" }, `“${shown.cited}”`), span("nw", `for ${shown.for}`)) : null,
      shown.cited && shown.section_found ? make("span", { class: "tag nw", "data-testid": "section-found", title: "Found by its heading. Check that it is the place meant" }, shown.section_found) : null,
      shown.likely?.length ? span("tag nw likely", span("mut", "no page cited; likely "), shown.likely.map((page, at) => make("button", {
        type: "button", class: "link", "data-k": `likely-${page}`, "data-testid": `likely-${at}`, title: `The words of ${shown.for} stand here most. Look whether it is shown`, "aria-label": `Page ${page}: the words of ${shown.for} stand here most`, onclick: () => go(page),
      }, at ? `, ${page}` : `p ${page}`))) : null,
      shown.corrected ? make("button", {
        type: "button", class: "tag nw", "data-k": "corrected", "data-testid": "corrected-tag", title: "Where this leads is your correction, not the applicant's word. Show it beside the table",
        onclick: () => perform(model, talk, "correct", { sub_category: shown.for }),
      }, "corrected by you") : null,
      shown.evidence_id && !shown.for && !shown.whole ? span("tag", "looked at by itself") : null,
      (shown.also ?? []).slice(0, 3).map((code) => make("button", {
        type: "button", class: "tag", title: `Open this item for ${code}`, "data-k": `also-${code}`,
        onclick: () => perform(model, talk, "open", { unit: unitOf([code, shown.evidence_id]) }),
      }, `also for ${code}`)));
  }

  function whyEmpty() {
    if (shown.evidence_id) return shown.why_empty || "This item has no page to show.";
    return shown.claimed?.length ? `Choose one of the items that ${shown.for} claims.` : `The cross reference table cites nothing for ${shown.for}.`;
  }

  function paint(next) {
    const otherItem = shown.evidence_id !== next.evidence_id;
    const files_ = (pages) => JSON.stringify((pages ?? []).map(({ file, at }) => [file, at]));
    const moved = otherItem || !sameUnit(shown.unit, next.unit) || shown.start !== next.start || files_(shown.pages) !== files_(next.pages);
    const another = Boolean(shown.unit) && !sameUnit(shown.unit, next.unit);
    if (another) window.clearTimeout(placeTimer);
    shown = next;
    if (another && narrow()) el.scrollIntoView({ block: "start" }); // one pane under another: what was opened comes into view
    if (!shown.unit) return;
    paintHead();
    marks.show(shown);
    paintRow();
    if (!moved) { frameThumbs(); thumbs.show(described(), main.page()); redraw(); main.fill(); return; }
    selection.hide();
    if (otherItem) { ring = null; prompt = 0; files.forget(); }
    frameThumbs();
    main.open(
      { ...shown, why_empty: whyEmpty() },
      shown.start, { zoom: within(zooms.get(mine(shown.evidence_id)), 0.5, 3, 0), continuous: flowOn(), at: keptPlace() });
    thumbs.show(described(), main.page());
    paintFrame();
    if (otherItem) compare.opened();
    search.opened();
    if (!begun) { begun = true; window.setTimeout(() => search.begun(), 0); }
  }
  const described = () => ({ ...shown, pages: shown.pages ?? [], said: named() });
  const named = () => (shown.whole ? shown.label : `item ${shown.label}`);

  // ---------------------------------------------------------------- heard
  talk.hear("turn", ({ by }) => turn(by));
  talk.hear("goto_quote", goToQuote);
  talk.hear("goto_prompt", goToPrompt);
  talk.hear("ring_prompt", ({ number }) => ringPrompt(number));
  talk.hear("cited", cited);
  talk.hear("zoom", ({ by }) => (by ? step(by) : setZoom(0)));
  talk.hear("rotate", ({ by }) => rotate(by ?? 1));
  talk.hear("keys", () => window.setTimeout(bar.titles, 0)); // once the shared part has taken them over
  talk.hear("thumbs", () => bar.tools.thumbs.click());
  talk.hear("lost", ({ lost }) => { if (!lost && main.page()) { store.forgetQuestions(); main.fill(); } });
  talk.hear("focus", ({ pane: wanted }) => wanted === "page" && main.scroller.focus({ preventScroll: true }));
  talk.hear("where", () => talk.say("page", { evidence_id: shown.evidence_id ?? "", page: main.page() }));
  const received = (content) => { search.told(content); compare.told(content); files.told(content); };
  model.on("msg:custom", received);
  let seen = 0;
  const watch = new ResizeObserver(() => {
    el.classList.toggle("wide", el.clientWidth >= 930);
    el.classList.toggle("slim", el.clientWidth < 560);
    search.fit();
    if (main.scroller.clientWidth === seen || !shown.unit) return;
    seen = main.scroller.clientWidth;
    main.look();
    compare.look();
    paintFrame();
  });
  watch.observe(main.scroller);
  watch.observe(el);
  signal.addEventListener("abort", () => {
    model.off("msg:custom", received);
    watch.disconnect();
    window.clearTimeout(placeTimer);
    window.clearTimeout(keepTimer);
  });
  return paint;
});
