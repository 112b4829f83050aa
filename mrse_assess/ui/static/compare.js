// Two items side by side: the one on screen left, another right, what they share marked on both.

function comparing({ model, talk, signal, store, main, turned, marksOf, shown, goMain, changed }) {
  let on = false;
  let other = ""; // evidence id on the right
  let item = null; // what the kernel said of it, with its pages
  let runs = [];
  let at = -1;
  let offered = [];
  let came = [0, 0]; // the page that was on screen before, and the one that comparing brought
  const ids = { sheet: "other-sheet", words: "other-words", scroll: "other-scroll" };
  const right = book({
    store, signal, ids, turned, scrolled: (page, moved) => { if (moved) paint(page); },
    overlays: (evidence, n, picture) => [...marksOf(evidence, n, picture), ...shared(n, "other_n", "other_boxes")],
  });
  const small = (label, image, act, id) => make("button", { type: "button", class: "btn ghost icon", "aria-label": label, title: label, "data-testid": id, onclick: act }, icon(image));
  const chooser = make("select", { class: "fld grow", "aria-label": "Compare with", "data-testid": "compare-with", onchange: () => choose(chooser.value) });
  const number = make("input", { class: "fld num", type: "text", inputmode: "numeric", "aria-label": "Page of the other item", "data-testid": "other-page" });
  const total = span("nw mut");
  const [back, forward] = [small("Previous page of the other item", "back", () => go(right.page() - 1), "other-back"), small("Next page of the other item", "forward", () => go(right.page() + 1), "other-next")];
  const head = make("div", { class: "half-head" }, chooser, back, number, total, forward);
  const side = make("section", { class: "half other", "aria-label": "Other item", hidden: true, "data-testid": "compare" }, head, right.scroller);
  const mine = span("clip grow");
  const own = make("div", { class: "half-head", hidden: true }, mine,
    small("Previous page of this item", "back", () => goMain(main.page() - 1), "this-back"), span("nw own"), small("Next page of this item", "forward", () => goMain(main.page() + 1), "this-next"));
  const sentence = make("span", { class: "grow", role: "status", "data-testid": "comparison" });
  const run = span("nw");
  const stepping = span("row nw", small("Previous shared passage", "back", () => step(-1), "shared-back"), run, small("Next shared passage", "forward", () => step(1), "shared-next"));
  const banner = make("div", { class: "ban compared", hidden: true }, span("s-prompt", icon("compare")), sentence, stepping,
    make("button", { type: "button", class: "btn small", "data-testid": "compare-close", onclick: () => close() }, "Close", keyCap("compare")));

  const shared = (n, number_, boxes) => (on ? runs : []).flatMap((one, index) => (one[number_] === n ? [{ css: `shared${index === at ? " ring" : ""}`, boxes: one[boxes] }] : []));

  function toggle() {
    if (on) return close();
    if (!shown().evidence_id) return talk.say("note", { said: "There is no item on screen to compare." });
    on = true;
    came = [main.page(), 0];
    start();
    if (side.closest(".mrse-app")?.clientWidth < 1000) banner.scrollIntoView({ block: "start" });
  }

  function start() {
    [item, runs, at, offered] = [null, [], -1, []];
    sentence.textContent = "Looking for items to compare with …";
    perform(model, talk, "comparable", { unit: unitOf(shown().unit) });
    paint();
    changed();
  }

  function close() {
    if (!on) return false;
    const again = came[1] && came[1] === main.page() ? came[0] : 0;
    const inside = side.contains(document.activeElement) || banner.contains(document.activeElement) || own.contains(document.activeElement);
    [on, item, runs, at, other] = [false, null, [], -1, ""];
    right.open({ evidence_id: "", pages: [] }, 0, { zoom: 0, continuous: false });
    paint();
    changed();
    if (again && again !== main.page()) goMain(again);
    if (inside) main.scroller.focus({ preventScroll: true });
    return true;
  }

  function choose(id) {
    other = id;
    [item, runs, at] = [null, [], -1];
    sentence.textContent = "Comparing the words of both items …";
    perform(model, talk, "compare", { unit: unitOf(shown().unit), other });
    paint();
    main.draw();
  }

  function told(content) {
    if (!on) return;
    if (content.comparable && (!content.unit || sameUnit(content.unit, shown().unit))) {
      offered = content.comparable.filter(({ id }) => id !== shown().evidence_id);
      refill(chooser, offered.map(({ id, label, title, why }) => make("option", { value: id }, `${itemWords(id, label)} ${title}${why ? ` (${why})` : ""}`)));
      if (!offered.length) { sentence.textContent = "There is no other item to compare with."; return; }
      const kept = offered.find(({ id }) => id === other) ?? offered[0];
      chooser.value = kept.id;
      choose(kept.id);
      if (document.activeElement === document.body) chooser.focus({ preventScroll: true });
    }
    const failed = content.comparable_failed ?? content.comparison_failed;
    if (failed !== undefined) sentence.textContent = failed;
    const found = content.comparison;
    if (!found || found.evidence_id !== shown().evidence_id || found.other !== other) return;
    ({ item, runs } = found);
    sentence.textContent = found.sentence;
    at = -1;
    const first = firstRun();
    right.open({ ...item, ahead: [] }, runs[first]?.other_n || Math.min(1, item.pages.length), { zoom: main.zoomed(), continuous: false });
    paint();
    main.draw();
    if (runs.length) { at = first - 1; step(1); }
  }

  // Begin with the longest passage they share, on the page before the eyes if it has one.
  function firstRun() {
    const longest = (list) => list.reduce((best, one) => (best && best.words >= one.words ? best : one), null);
    return runs.indexOf(longest(runs.filter(({ n }) => n === main.page())) ?? longest(runs));
  }

  function step(by) {
    if (!runs.length) return;
    at = (at + by + runs.length) % runs.length;
    const one = runs[at];
    if (main.page() !== one.n) { goMain(one.n); came[1] = one.n; }
    if (right.page() !== one.other_n) right.go(one.other_n);
    paint();
    main.draw();
    right.draw();
    main.bring(one.n, one.boxes[0]);
    right.bring(one.other_n, one.other_boxes[0]);
  }

  function go(n) {
    const last = item?.pages.length ?? 0;
    if (n < 1 || n > last) talk.say("note", { said: !last ? "The other item has no page to turn to." : n < 1 ? "This is the first page of the other item." : `This is the last page of the other item (${last}).` });
    else right.go(n);
    paint();
  }
  number.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { paint(); right.scroller.focus({ preventScroll: true }); event.stopPropagation(); }
    if (event.key === "Enter") { event.preventDefault(); go(Number.parseInt(number.value, 10) || right.page()); }
  });
  number.addEventListener("blur", () => paint());

  function paint(page = right.page()) {
    for (const node of [side, own, banner]) node.hidden = !on;
    if (!on) return;
    const last = item?.pages.length ?? 0;
    number.value = page ? `${page}` : "";
    number.disabled = !last;
    total.textContent = `of ${last}`;
    back.disabled = page <= 1;
    forward.disabled = page >= last;
    stepping.hidden = !runs.length;
    run.textContent = `${at + 1} of ${runs.length}`;
    right.scroller.setAttribute("aria-label", item ? `Page ${page} of ${last}, ${itemWords(item.evidence_id, item.label)}, compared` : "The other item");
    ownPage();
  }
  function ownPage() {
    if (!on) return;
    const { evidence_id, label, title, pages } = shown();
    mine.textContent = `${itemWords(evidence_id, label)} ${title ?? ""}`;
    mine.title = mine.textContent;
    own.querySelector(".own").textContent = `${main.page()} of ${pages?.length ?? 0}`;
  }

  talk.hear("compare", toggle);
  return {
    side, own, banner, told, toggle, close, ownPage,
    opened: () => {
      if (!on) return;
      came = [0, 0];
      shown().evidence_id ? start() : close();
    },
    turn: (by) => (on && side.contains(document.activeElement) ? (go(right.page() + by), true) : false),
    zoom: (to) => on && right.setZoom(to),
    look: () => on && right.look(),
    draw: () => on && right.draw(),
    overlays: (n) => shared(n, "n", "boxes"),
    isOn: () => on,
  };
}
