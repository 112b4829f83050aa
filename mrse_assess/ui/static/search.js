// Searching the whole portfolio: the field, the row of hits by item, the boxes on the page.

const itemWords = (id, label) => (`${id}`.startsWith("file:") ? `${label}` : `Item ${id}`);

// ``here()`` {evidence_id, page}; ``goHit(n, box)`` shows a hit of the item on screen; ``openItem(id, n)`` opens another.
function searching({ model, talk, signal, here, goHit, openItem, redraw, resized, app }) {
  let found = null; // {words, items, hits, total, unsearched}
  let at = -1;
  let asked = ""; // words on their way
  let number = 0;
  let pending = null; // a hit in an item that is being opened
  let late = 0;
  const focus = comeBack(talk);
  const seek = make("input", { class: "seek", type: "text", "aria-label": "Search the whole portfolio", placeholder: "Search", ...keyed("search"), autocomplete: "off", spellcheck: "false", maxlength: "200", "data-testid": "search" });
  const count = make("span", { class: "sm mut nw", role: "status", "data-testid": "hit-count" });
  const stepper = (label, image, by, id) => make("button", { type: "button", class: "btn ghost icon", "aria-label": label, title: label, "data-testid": id, hidden: true, onclick: () => step(by) }, icon(image));
  const back = stepper("Previous hit (Shift Enter)", "back", -1, "hit-back");
  const on = stepper("Next hit (Enter)", "forward", 1, "hit-next");
  const hint = span("nw", keyCap("search"));
  const field = make("div", { class: "find", role: "search" }, span("mut", icon("search")), seek, hint, count, back, on);
  const list = span("hitlist row nw");
  const more = make("button", { type: "button", class: "link", hidden: true, "data-testid": "hits-more" });
  const unsearched = span("nw clip", "");
  const shut = make("button", { type: "button", class: "btn ghost icon", "aria-label": "Clear the search", title: "Clear the search (Esc)", "data-testid": "search-clear", onclick: () => clear() }, icon("cross"));
  const moreHolder = span("", more);
  const row = make("div", { class: "hitrow row grow", hidden: true, "data-testid": "hits" }, list, moreHolder, unsearched, shut);
  const key = () => `mrse-search:${app()}`;

  // ---------------------------------------------------------------- asking
  function run(words, { quiet = false } = {}) {
    const wanted = words.trim();
    seek.value = words;
    if (!wanted) return clear();
    asked = wanted;
    number += 1;
    window.clearTimeout(late);
    late = window.setTimeout(() => { count.textContent = "searching …"; }, 150);
    if (!quiet) at = -1;
    perform(model, talk, "search", { words: wanted, wanted: number });
  }

  function told(content) {
    if (content.search_failed !== undefined && content.wanted === number) return fail(content.search_failed);
    if (!content.search || (content.wanted ?? number) !== number || !asked) return;
    found = content.search;
    const again = asked === held().words ? held().at : -1;
    asked = "";
    window.clearTimeout(late);
    pending = null;
    at = again >= 0 && again < found.hits.length ? again : -1;
    if (at < 0) begin();
    keep();
    paint();
    redraw();
  }
  function fail(why) {
    window.clearTimeout(late);
    asked = "";
    count.textContent = "";
    talk.say("note", { said: why });
  }
  talk.hear("refused", ({ id }) => { if (asked && id === sentId) fail(""); });
  let sentId = 0;
  talk.hear("sent", ({ id, act }) => { if (act === "search") sentId = id; });

  // The first hit at or after the page on screen; an item without hits keeps its place.
  function begin() {
    const { evidence_id, page } = here();
    const mine = found.hits.map((hit, index) => [hit, index]).filter(([hit]) => hit.id === evidence_id);
    const first = mine.find(([hit]) => hit.n >= page) ?? mine[0];
    if (first) return show(first[1]);
    const cut = found.items.find(({ id }) => id === evidence_id);
    if (cut) return talk.say("note", { said: `The ${cut.count} hits of this item come after the first ${found.hits.length}, which are all that is listed. Search for more words.` });
    if (!found.hits.length) talk.say("note", { said: `No page with words says “${found.words}”.${found.unsearched ? ` ${scans()}.` : ""}` });
    else talk.say("note", { said: `No hit in what is on screen; ${found.total} elsewhere. Enter goes to the first.` });
  }
  const scans = () => `${found.unsearched} ${found.unsearched === 1 ? "scan" : "scans"} not searched`;

  // ---------------------------------------------------------------- stepping
  function show(index) {
    at = index;
    const hit = found.hits[index];
    keep();
    paint();
    if (hit.id === here().evidence_id) goHit(hit.n, hit.boxes[0]);
    else { pending = hit; openItem(hit.id, hit.n); }
  }
  function step(by) {
    if (!found?.hits.length) return talk.say("note", { said: found ? "There is no hit to go to." : "Nothing is searched for. Press / and type." });
    const total = found.hits.length;
    if (at < 0) { const first = by > 0 ? 0 : total - 1; return show(first); }
    show((at + by + total) % total);
  }
  function opened() { // another item is on screen
    if (pending && pending.id === here().evidence_id) goHit(pending.n, pending.boxes[0]);
    pending = null;
    paint();
  }

  function clear() {
    if (!found && !asked && !seek.value) return false;
    window.clearTimeout(late);
    [found, at, asked, pending] = [null, -1, "", null];
    number += 1;
    seek.value = "";
    keep();
    paint();
    redraw();
    return true;
  }

  // The keys go back to judging and the hits stay before the eyes; an emptied field or the cross ends the search.
  function stay() {
    if (found && seek.value.trim()) seek.value = found.words;
    else clear();
    focus.back();
  }

  seek.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); stay(); }
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (found && seek.value.trim() === found.words && !asked) step(event.shiftKey ? -1 : 1);
    else if (seek.value.trim() !== asked) run(seek.value);
  });
  seek.addEventListener("input", () => { hint.hidden = Boolean(seek.value); if (!seek.value) clear(); });
  talk.hear("search", () => { focus.leave(); seek.focus(); seek.select(); });

  // ---------------------------------------------------------------- a reload keeps the search
  function held() {
    try {
      const { words, at: index } = JSON.parse(readStore(sessionStorage, key()) ?? "{}");
      return { words: typeof words === "string" ? words : "", at: Number.isInteger(index) ? index : -1 };
    } catch { return { words: "", at: -1 }; }
  }
  function keep() {
    writeStore(sessionStorage, key(), found ? JSON.stringify({ words: found.words, at }) : null);
  }
  function begun() {
    const { words } = held();
    if (words) run(words, { quiet: true });
  }

  // ---------------------------------------------------------------- what is seen
  const hitButton = ({ id, label, title, count: hits }, index) => make("button", {
    type: "button", class: `link hit-item${id === here().evidence_id ? " cur" : ""}`, "data-k": `i${index}`, "data-testid": `hits-${id}`, title,
    "aria-label": `${itemWords(id, label)}, ${title}: ${hits} ${hits === 1 ? "hit" : "hits"}`, "aria-current": id === here().evidence_id ? "true" : null,
    onclick: () => {
      menu.close();
      const first = found.hits.findIndex((hit) => hit.id === id);
      first < 0 ? talk.say("note", { said: "More hits than can be listed: search for more words." }) : show(first);
    },
  }, `${itemWords(id, label)} · ${hits}`);

  function paint() {
    const hits = found?.hits.length ?? 0;
    row.hidden = !found;
    hint.hidden = Boolean(seek.value);
    for (const button of [back, on]) button.hidden = !hits;
    if (!asked) count.textContent = !found ? "" : !hits ? "no hits" : at < 0 ? `${found.total} hits` : `${at + 1} of ${hits}${found.total > hits ? "+" : ""}`;
    seek.title = found?.hits[at]?.around ?? "";
    count.title = found && found.total > hits ? `The first ${hits} of ${found.total} hits can be stepped through` : "";
    if (found) {
      refill(list, make("span", {}, "Hits:"), found.items.length ? found.items.map(hitButton) : span("", "none"));
      unsearched.textContent = found.unsearched ? scans() : "";
      unsearched.title = "Pages without words: what stands in their pictures was not searched";
    }
    resized();
    fit();
  }

  // As many items as there is room for; the others in a list of their own.
  function fit() {
    const buttons = [...list.querySelectorAll(".hit-item")];
    more.hidden = true;
    buttons.forEach((button) => { button.hidden = false; });
    if (row.hidden || !list.clientWidth) return;
    let put = 0;
    const order = [...buttons].reverse().filter((button) => !button.classList.contains("cur"));
    for (const button of order) {
      if (list.scrollWidth <= list.clientWidth) break;
      button.hidden = true;
      more.hidden = false;
      more.textContent = `${++put} more`;
    }
  }
  const menu = dropdown({
    button: more, label: "Items with hits", root: { getBoundingClientRect: () => row.closest(".mrse-page").getBoundingClientRect() }, signal, testid: "hits-menu",
    fill: () => make("ul", { class: "menu" }, (found?.items ?? []).map((item, index) => make("li", { class: "row" }, hitButton(item, index), span("clip grow", item.title)))),
  });

  const overlays = (evidence, n) => (found?.hits ?? []).flatMap((hit, index) =>
    (hit.id === evidence && hit.n === n ? [{ css: `hit${index === at ? " cur" : ""}`, boxes: hit.boxes }] : []));

  signal.addEventListener("abort", () => window.clearTimeout(late));
  return { field, row, told, run, clear, opened, overlays, begun, fit, any: () => Boolean(found), close: () => menu.close() };
}
