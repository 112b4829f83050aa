// The evidence. Pages come by message, one answer a page; about a dozen are kept, the neighbours fetched ahead.

const KEPT = 12;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const SHARPNESS = [96, 144, 200, 288];
const ON_ITS_WAY = 150;

export default pane(({ model, el, talk, signal }) => {
  const kept = new Map(); // key -> {url, picture, image, drawn}, oldest first
  const asked = new Map(); // key -> number of the request
  let wanted = 0;
  let shown = {};
  let page = 0; // the page on screen or on its way, from 1
  let zoom = 0; // 0: fit width
  let lateTimer = 0;
  let placeTimer = 0;
  const pen = document.createElement("canvas").getContext("2d");

  // ---------------------------------------------------------------- frame
  const title = make("h2", { class: "nw" });
  const name = span("clip grow");
  const tags = span("row nw tags");
  const tool = (label, keys, image, act, extra = {}) => make("button", {
    type: "button", class: "btn ghost icon", "aria-label": label, title: keys ? `${label} (${keys})` : label,
    "aria-keyshortcuts": keys, onclick: act, ...extra,
  }, icon(image));
  const number = make("input", { class: "fld num", type: "text", inputmode: "numeric", "aria-label": "Page", "data-testid": "page-number" });
  const total = span("nw mut");
  const scale = span("nw zoomed");
  const fit = tool("Fit width", "f", "fit", () => setZoom(0), { "aria-pressed": "true" });
  const previous = tool("Previous page", "ArrowLeft", "back", () => turn(-1));
  const following = tool("Next page", "ArrowRight", "forward", () => turn(1));
  const toCited = make("button", {
    type: "button", class: "btn ghost", "aria-keyshortcuts": "g", title: "Go to the cited page (g)", "data-testid": "cited-page", onclick: cited,
  }, icon("cited"), span("opt", "Cited page"), kbd("g"));
  const where = span("sm mut clip end filename");
  const remark = make("div", { class: "ban remark", hidden: true });
  let picture = make("img", { class: "pic", draggable: "false", alt: "", hidden: true });
  const words = make("div", { class: "words", lang: "en-GB", "data-testid": "words" });
  const coming = make("div", { class: "coming", hidden: true });
  const sheet = make("div", { class: "sheet", "data-testid": "sheet" }, picture, words, coming);
  const empty = make("div", { class: "nothing", hidden: true });
  const scroller = make("div", { class: "scroll", tabindex: "0", role: "region", "data-testid": "page-scroll" }, sheet, empty);
  const place = make("div", { class: "sr", role: "status", "data-testid": "place" });
  el.classList.add("mrse-page");
  el.setAttribute("role", "main");
  el.setAttribute("aria-label", "Evidence");
  el.append(
    make("div", { class: "ehead" }, title, name, tags),
    make("div", { class: "tools", role: "toolbar", "aria-label": "Page tools" },
      previous, number, total, following, span("vr"),
      tool("Zoom out", "-", "minus", () => step(-1)), scale, tool("Zoom in", "+", "plus", () => step(1)), fit, span("vr"),
      toCited, where),
    remark, scroller, place,
  );

  // ---------------------------------------------------------------- pages wanted and kept
  const info = (n) => shown.pages?.[n - 1];
  const points = (n) => (info(n)?.w ?? 595) / 0.75; // CSS pixels of the page at 100 %
  const LARGEST = 840;
  function fitted() {
    const { paddingLeft, paddingRight } = getComputedStyle(scroller);
    return Math.max(200, Math.min(scroller.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight), LARGEST));
  }
  const width = (n) => (zoom ? points(n) * zoom : fitted());
  const key = (evidence, n, dpi) => JSON.stringify([evidence, n, dpi]);

  function sharpness(n) {
    const needed = (width(n) * (window.devicePixelRatio || 1) * 72) / (info(n)?.w ?? 595);
    return SHARPNESS.find((dpi) => dpi >= needed - 8) ?? SHARPNESS.at(-1);
  }

  function ask(evidence, n, dpi) {
    const name = key(evidence, n, dpi);
    if (kept.has(name) || asked.has(name)) return;
    asked.set(name, ++wanted);
    post(model, { act: "page", evidence_id: evidence, number: n, dpi, wanted });
  }

  function keep(name, entry) {
    kept.set(name, entry);
    while (kept.size > KEPT) {
      const [oldest, old] = kept.entries().next().value;
      kept.delete(oldest);
      URL.revokeObjectURL(old.url);
    }
  }

  function ahead(dpi) {
    for (const n of [page + 1, page - 1]) if (info(n)) ask(shown.evidence_id, n, dpi);
    for (const [evidence, n] of shown.ahead ?? []) ask(evidence, n, dpi);
  }

  async function receive(content, buffers) {
    if (content.evidence_id === undefined) return;
    const name = key(content.evidence_id, content.number, content.dpi);
    if (asked.get(name) !== content.wanted) return; // a late answer to a question since put again
    asked.delete(name);
    if (content.no_page !== undefined) {
      if (name === current()) refuse(content.no_page);
      return;
    }
    const url = URL.createObjectURL(new Blob([buffers[0]], { type: content.picture.media }));
    const image = make("img", { class: "pic", draggable: "false", alt: "", src: url });
    const entry = { url, picture: content.picture, image, drawn: false };
    keep(name, entry);
    try { await image.decode(); } catch { return; }
    entry.drawn = true;
    if (name === current()) put(name);
  }

  const current = () => (page ? key(shown.evidence_id, page, sharpness(page)) : "");

  // ---------------------------------------------------------------- one page on screen
  function clear() {
    picture.hidden = true;
    words.replaceChildren();
    sheet.dataset.page = "";
  }

  function refuse(why) {
    clear();
    window.clearTimeout(lateTimer);
    coming.hidden = false;
    coming.textContent = why;
  }

  // Called whenever what should be on screen may have changed. A page under another number is taken away at once.
  function look({ top = true } = {}) {
    const about = info(page);
    sheet.hidden = !about;
    empty.hidden = Boolean(about);
    if (!about) {
      clear();
      empty.textContent = shown.evidence_id ? shown.why_empty || "This item has no page to show." : `The cross reference table cites nothing for ${shown.for}.`;
      return;
    }
    const name = current();
    size(about);
    if (sheet.dataset.item !== shown.evidence_id || sheet.dataset.page !== `${page}`) clear();
    if (top) scroller.scrollTo(0, 0);
    window.clearTimeout(lateTimer);
    coming.hidden = true;
    if (kept.get(name)?.drawn) put(name);
    else {
      lateTimer = window.setTimeout(() => {
        coming.textContent = `Page ${page}`;
        coming.hidden = sheet.dataset.page === `${page}`;
      }, ON_ITS_WAY);
      ask(shown.evidence_id, page, sharpness(page));
    }
    ahead(sharpness(page));
  }

  function size(about) {
    const wide = width(page);
    sheet.style.width = `${wide}px`;
    sheet.style.height = `${(wide * about.h) / about.w}px`;
    words.style.transform = `scale(${wide / about.w})`;
    scale.textContent = `${Math.round((100 * wide) / points(page))} %`;
    fit.setAttribute("aria-pressed", String(!zoom));
    fit.classList.toggle("on", !zoom);
  }

  function put(name) {
    const entry = kept.get(name);
    kept.delete(name); // to the young end
    kept.set(name, entry);
    window.clearTimeout(lateTimer);
    coming.hidden = true;
    entry.image.hidden = false;
    picture.replaceWith(entry.image);
    picture = entry.image;
    const said = `Page ${page} of ${shown.pages.length}`;
    picture.alt = entry.picture.has_text ? "" : `${said}, picture only, words not available`;
    if (sheet.dataset.page !== `${page}` || sheet.dataset.item !== shown.evidence_id) layWords(entry.picture);
    sheet.dataset.page = `${page}`;
    sheet.dataset.item = shown.evidence_id;
  }

  // Transparent words over the picture, each scaled to its box; spaces stand in nodes of their own, so that a
  // selection copies as text without stretched gaps.
  function layWords({ words: list, w, h }) {
    words.style.width = `${w}px`;
    words.style.height = `${h}px`;
    const nodes = [];
    let line = null;
    for (const [x0, y0, x1, y1, text, block, row] of list) {
      const here = `${block}:${row}`;
      if (line !== null) nodes.push(document.createTextNode(here === line ? " " : "\n"));
      line = here;
      const tall = Math.max(y1 - y0, 1);
      pen.font = `${tall}px sans-serif`;
      const node = span("", text);
      node.style.cssText = `left:${x0}px;top:${y0}px;font-size:${tall}px;transform:scaleX(${(x1 - x0) / (pen.measureText(text).width || 1)})`;
      nodes.push(node);
    }
    words.replaceChildren(...nodes);
  }

  // ---------------------------------------------------------------- acts
  function go(n, { top = true, tell = true } = {}) {
    const last = shown.pages?.length ?? 0;
    if (!last) return talk.say("note", { said: "There is no page to turn to." });
    if (n < 1 || n > last) {
      paintFrame();
      return talk.say("note", { said: n < 1 ? "This is the first page of the item." : `This is the last page of the item (${last}).` });
    }
    page = n;
    paintFrame();
    look({ top });
    if (!tell) return;
    talk.say("note", { said: "" });
    window.clearTimeout(placeTimer);
    const unit = unitOf(shown.unit);
    placeTimer = window.setTimeout(() => perform(model, talk, "place", { unit, page: n }), 700);
  }
  const turn = (by) => go(page + by);

  function cited() {
    if (!shown.cited_page) return talk.say("note", { said: shown.cited ? "The reference leads to no page." : "Nothing is cited here." });
    go(shown.cited_page);
  }

  function setZoom(to) {
    zoom = to;
    writeStore(localStorage, `mrse-zoom:${shown.evidence_id}`, to ? `${to}` : null);
    look({ top: false });
  }

  function step(by) {
    if (!info(page)) return;
    const now = zoom || width(page) / points(page);
    const next = by > 0 ? STEPS.find((one) => one > now + 0.01) : STEPS.findLast((one) => one < now - 0.01);
    if (next) setZoom(next);
  }

  number.addEventListener("keydown", (event) => {
    if (event.key === "Escape") paintFrame();
    if (event.key !== "Enter") return;
    event.preventDefault();
    const typed = Number.parseInt(number.value, 10);
    Number.isInteger(typed) ? go(typed) : paintFrame();
  });
  number.addEventListener("blur", () => paintFrame());

  // ---------------------------------------------------------------- frame again
  function paintFrame() {
    const last = shown.pages?.length ?? 0;
    const about = info(page);
    number.value = page ? `${page}` : "";
    number.disabled = !last;
    total.textContent = `of ${last}`;
    previous.disabled = page <= 1;
    following.disabled = page >= last;
    toCited.disabled = !shown.cited_page;
    const standing = about ? `${about.file}, page ${about.at}` : "";
    refill(where, make("bdi", {}, standing));
    where.title = standing;
    scroller.setAttribute("aria-label", about ? `Page ${page} of ${last}, item ${shown.label}` : "Evidence page");
    place.textContent = about ? `Page ${page} of ${last}, item ${shown.label}` : "";
    const picture_only = about && !about.words;
    remark.hidden = !picture_only && !about?.remark;
    refill(remark, picture_only
      ? [span("s-prompt", icon("unseen")), span("grow", make("b", {}, "Picture only."), " No words on this page: they were not searched or checked.")]
      : [span("s-prompt", icon("warning")), span("grow", about?.remark ?? "")]);
    talk.say("page", { evidence_id: shown.evidence_id ?? "", page });
  }

  function paint(next) {
    const moved = !sameUnit(shown.unit, next.unit) || shown.evidence_id !== next.evidence_id || shown.start !== next.start;
    shown = next;
    if (!shown.unit) return;
    title.textContent = shown.evidence_id ? `Item ${shown.label}` : `Sub-category ${shown.for}`;
    name.textContent = shown.title ?? "";
    name.title = shown.title ?? "";
    refill(tags,
      shown.cited ? make("span", { class: "tag clip", title: `The applicant wrote: ${shown.cited}` }, "cited ", make("b", {}, `“${shown.cited}”`), ` for ${shown.for}`) : null,
      shown.evidence_id && !shown.for ? span("tag", "cited nowhere") : null,
      (shown.also ?? []).slice(0, 3).map((code) => make("button", {
        type: "button", class: "tag", title: `Open this item for ${code}`, "data-k": `also-${code}`,
        onclick: () => perform(model, talk, "open", { unit: unitOf([code, shown.evidence_id]) }),
      }, `also for ${code}`)));
    if (moved) {
      page = shown.start;
      zoom = Number.parseFloat(readStore(localStorage, `mrse-zoom:${shown.evidence_id}`) ?? "") || 0;
      paintFrame();
      look();
    } else ahead(page ? sharpness(page) : SHARPNESS[1]);
  }

  talk.hear("turn", ({ by }) => turn(by));
  talk.hear("goto", ({ page: n }) => go(n));
  talk.hear("cited", cited);
  talk.hear("zoom", ({ by }) => (by ? step(by) : setZoom(0)));
  talk.hear("lost", ({ lost }) => { if (!lost && page && sheet.dataset.page !== `${page}`) { asked.clear(); look(); } });
  talk.hear("focus", ({ pane: name }) => name === "page" && scroller.focus({ preventScroll: true }));
  talk.hear("where", () => talk.say("page", { evidence_id: shown.evidence_id ?? "", page }));
  const received = (content, buffers) => receive(content, buffers);
  model.on("msg:custom", received);
  let seen = 0;
  const watch = new ResizeObserver(() => {
    if (scroller.clientWidth === seen || !shown.unit) return;
    seen = scroller.clientWidth;
    if (!zoom) look({ top: false });
  });
  watch.observe(scroller);
  signal.addEventListener("abort", () => {
    model.off("msg:custom", received);
    watch.disconnect();
    window.clearTimeout(lateTimer);
    window.clearTimeout(placeTimer);
    for (const { url } of kept.values()) URL.revokeObjectURL(url);
    kept.clear();
  });
  return paint;
});
