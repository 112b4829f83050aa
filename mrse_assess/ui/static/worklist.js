// The sub-categories and their claims: a tree grid with one tab stop. Below it what the reading left open.

const FILTERS = [
  ["all", "All", "sub-categories", (row) => [row]],
  ["todo", "To do", "sub-categories without a conclusion", (row) => (row.done ? [] : [row])],
  ["second", "Second look", "parked items", (row) => row.claims.filter((claim) => claim.parked)],
];
const NONE_LEFT = { todo: "Every sub-category is concluded.", second: "Nothing is parked." };

export default pane(({ model, el, talk }) => {
  let filter = "all";
  let focused = "";
  let shut = false; // the row of the unit on screen was closed by hand
  const kept = new Set(); // rows opened by hand: they stay open wherever one goes
  const bar = make("div", { class: "seg", role: "group", "aria-label": "Show" });
  const hint = make("p", { class: "hint sm mut", "data-testid": "list-hint", hidden: true });
  const grid = make("div", { class: "wl", role: "treegrid", "aria-label": "Sub-categories and claims", "data-testid": "worklist" });
  const extra = make("form", { class: "takein", "aria-label": "An item cited nowhere", hidden: true });
  const checks = checkList({
    jump,
    start: () => { perform(model, talk, "next"); talk.say("focus", { pane: "page" }); },
    repaint: () => paint(model.get("shown")),
  });
  const stood = stoodList({ open: (unit) => open(unit) });
  const openWords = make("p", { class: "open-words", "data-testid": "open-words", hidden: true });
  el.classList.add("list-pane");
  el.append(make("h2", { class: "sr" }, "Worklist"), make("div", { class: "top" }, openWords, bar), hint, grid, extra, stood.panel, checks.panel, checks.foot);

  const open = (unit, page) => perform(model, talk, "open", { unit: unitOf(unit), ...(page ? { page } : {}) });
  const rows = () => [...grid.querySelectorAll("[role=row]")];

  function jump({ kind, unit, page }) {
    if (kind === "unit") open(unit, page);
    else if (kind === "correct") perform(model, talk, "correct", { sub_category: unit[0] });
    else if (kind === "letter") talk.say("letter");
  }

  // Inside the list only: in a narrow window the page around it stays where the assessor is reading or judging.
  function bring(row) {
    const [frame, box] = [grid.getBoundingClientRect(), row.getBoundingClientRect()];
    if (box.top < frame.top) grid.scrollTop -= frame.top - box.top;
    else if (box.bottom > frame.bottom) grid.scrollTop += box.bottom - frame.bottom;
  }

  function focusRow(row) {
    if (!row) return;
    rows().forEach((other) => (other.tabIndex = other === row ? 0 : -1));
    focused = row.dataset.k;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  // ---------------------------------------------------------------- rows open and shut
  const isOpen = (code, shown) => kept.has(code) || (code === shown.here?.[0] && !shut);

  function spread(code, wide) {
    const shown = model.get("shown");
    wide ? kept.add(code) : kept.delete(code);
    if (code === shown.here?.[0]) shut = !wide;
    paint(shown);
  }

  grid.addEventListener("keydown", (event) => {
    const row = event.target.closest("[role=row]");
    if (!row || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const all = rows();
    const at = all.indexOf(row);
    const code = row.dataset.code;
    const wide = row.getAttribute("aria-expanded");
    const acts = {
      ArrowDown: () => focusRow(all[at + 1]),
      ArrowUp: () => focusRow(all[at - 1]),
      Home: () => focusRow(all[0]),
      End: () => focusRow(all.at(-1)),
      Enter: () => row.click(),
      " ": () => row.click(),
      ArrowRight: () => {
        if (wide === "false") spread(code, true);
        else if (wide === "true") focusRow(all[at + 1]);
      },
      ArrowLeft: () => {
        if (wide === "true") spread(code, false);
        else if (row.ariaLevel === "2") focusRow(all.find((other) => other.dataset.k === `s:${code}`));
      },
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  grid.addEventListener("focusin", (event) => {
    const row = event.target.closest("[role=row]");
    if (!row) return;
    focused = row.dataset.k;
    rows().forEach((other) => (other.tabIndex = other === row ? 0 : -1));
  });

  const cell = (css, attributes, ...children) => make("span", { role: "gridcell", class: css, ...attributes }, ...children);
  const count = (image, number) => (number ? span("flag", icon(image), `${number}`) : null);

  function subRow(row, shown) {
    const here = shown.here?.[0] === row.code;
    const wide = isOpen(row.code, shown);
    return make(
      "div",
      {
        class: `wr${row.first ? " cat" : ""}${here ? " here" : ""}`, role: "row", "aria-level": "1", "aria-label": row.label,
        "aria-expanded": row.claims.length ? String(wide) : null, "aria-selected": String(here && !shown.here[1]),
        "data-k": `s:${row.code}`, "data-code": row.code, "data-state": row.state, "data-testid": `sub-${row.code}`, tabindex: "-1",
        onclick: () => {
          focused = `s:${row.code}`;
          if (here && row.claims.length) return spread(row.code, !wide);
          const first = row.claims.find((claim) => !claim.verdict) ?? row.claims[0];
          open([row.code, first?.id ?? ""]);
        },
      },
      cell(`sh ${TONES[row.state]}`, { title: row.label }, icon(row.state)),
      cell("code", {}, row.code),
      cell("t clip", { title: row.title }, row.name),
      cell("n", {}, row.count),
      cell("f", { title: row.marks }, count("broken", row.broken) ?? count("flag", row.prompts)),
    );
  }

  function claimRow(row, claim, shown) {
    const now = sameUnit(shown.here, [row.code, claim.id]);
    const state = claim.verdict || (claim.parked ? "parked" : "not_yet_judged");
    const last = claim.broken
      ? count("broken", " ")
      : claim.missing ? count("flag", " ") : claim.parked && claim.verdict ? span("s-off", icon("parked")) : claim.cited;
    return make(
      "div",
      {
        class: `wi${now ? " now" : ""}`, role: "row", "aria-level": "2", "aria-label": claim.said, "aria-selected": String(now),
        "data-k": `c:${row.code}:${claim.id}`, "data-code": row.code, "data-item": claim.id, "data-state": state,
        "data-testid": `claim-${row.code}-${claim.id}`, tabindex: "-1",
        onclick: () => { focused = `c:${row.code}:${claim.id}`; open([row.code, claim.id]); },
      },
      cell(TONES[state], {}, icon(state)),
      cell("t clip", { title: claim.said }, make("b", {}, claim.label), "\u2002", claim.title),
      cell("sm mut nw", { title: claim.missing ? "Reason missing" : "" }, claim.again ? span("flag", icon("compare"), "again") : claim.came ? span("tag", claim.counts_on ? "counts" : claim.came) : null, " ", last),
    );
  }

  function parkedRow(row, claim, shown) {
    const now = sameUnit(shown.here, [row.code, claim.id]);
    return make(
      "div",
      {
        class: `wr pk${now ? " here" : ""}`, role: "row", "aria-level": "1", "aria-label": claim.second, "aria-selected": String(now),
        "data-k": `p:${row.code}:${claim.id}`, "data-code": row.code, "data-testid": `parked-${row.code}-${claim.id}`, tabindex: "-1",
        onclick: () => { focused = `p:${row.code}:${claim.id}`; open([row.code, claim.id]); },
      },
      cell("sh s-off", {}, icon("parked")),
      cell("code", {}, row.code),
      cell("t clip", { title: `Item ${claim.label} ${claim.title}` }, `Item ${claim.label}, ${claim.title}`),
      cell("n", {}, claim.waiting),
      cell("rem sm", {}, claim.reminder || span("mut", "No words to yourself.")),
    );
  }

  // ---------------------------------------------------------------- an item that no sub-category cites
  const target = make("select", { class: "fld grow", "aria-label": "Sub-category", "data-testid": "claim-for" });
  extra.addEventListener("submit", (event) => {
    event.preventDefault();
    const [, evidence_id] = model.get("shown").here;
    if (target.value) perform(model, talk, "claim_for", { evidence_id, sub_category: target.value });
  });

  function uncited(shown) {
    const item = (shown.uncited ?? []).find((one) => sameUnit(shown.here, ["", one.id]));
    extra.hidden = !item;
    if (!item || extra.dataset.item === item.id) return;
    extra.dataset.item = item.id;
    refill(target, make("option", { value: "" }, "Choose"), shown.rows.map((row) => make("option", { value: row.code }, `${row.code} ${row.name}`)));
    refill(extra,
      make("p", {}, make("b", {}, `Item ${item.label}`), " is cited nowhere. Take it into account for:"),
      make("div", { class: "row" }, target, make("button", { type: "submit", class: "btn", "data-testid": "claim-add" }, "Add")),
      make("p", { class: "sm mut" }, "A correction of the table, recorded as yours."));
  }

  function paint(shown) {
    if (!shown.rows) return;
    const here = shown.here ?? ["", ""];
    const key = here[1] ? `c:${here[0]}:${here[1]}` : `s:${here[0]}`;
    const held = grid.contains(document.activeElement);
    if (grid.dataset.here !== key) {
      shut = false;
      if (!held) focused = key;
      grid.dataset.here = key;
    }
    refill(bar, FILTERS.map(([id, word, of, picks]) => {
      const number = shown.rows.flatMap(picks).length;
      return make("button", {
        type: "button", "aria-pressed": String(filter === id), "data-k": id, "data-testid": `show-${id}`, title: `${word}: ${number} ${of}`,
        onclick: () => { filter = id; paint(model.get("shown")); },
      }, `${word} ${number}`);
    }));
    const picks = FILTERS.find(([id]) => id === filter)[3];
    const drawn = shown.rows.flatMap((row) => filter === "second"
      ? picks(row).map((claim) => parkedRow(row, claim, shown))
      : picks(row).flatMap(() => [subRow(row, shown), ...(isOpen(row.code, shown) ? row.claims.map((claim) => claimRow(row, claim, shown)) : [])]));
    refill(grid, drawn);
    grid.hidden = !drawn.length;
    hint.hidden = filter !== "second" && drawn.length > 0;
    hint.textContent = drawn.length ? "It must be empty before you seal." : NONE_LEFT[filter] ?? "";
    const all = rows();
    const tabbable = all.find((row) => row.dataset.k === focused) ?? all.find((row) => row.dataset.k === key) ?? all[0];
    all.forEach((row) => (row.tabIndex = row === tabbable ? 0 : -1));
    if (held && !grid.contains(document.activeElement)) (tabbable ?? bar.querySelector("[aria-pressed=true]")).focus();
    const current = grid.querySelector(".now, .here");
    if (current && !held) bring(current);
    openWords.hidden = !shown.open_words;
    openWords.textContent = shown.open_words ?? "";
    stood.paint(shown);
    uncited(shown);
    checks.paint(shown);
  }

  talk.hear("focus", ({ pane: name }) => name === "list" && (grid.hidden ? bar.querySelector("[aria-pressed=true]").focus() : focusRow(rows().find((row) => row.tabIndex === 0))));
  talk.hear("sent", ({ act }) => { if (act === "next") { checks.dismiss(); paint(model.get("shown")); } });
  talk.hear("correct", () => {
    const code = model.get("shown").here?.[0];
    if (code) perform(model, talk, "correct", { sub_category: code });
    else talk.say("note", { said: "This item has no row of the table to correct. Open a claim first." });
  });
  return paint;
});
