// The sub-categories and their claims: a tree grid with one tab stop.

const FILTERS = [
  ["all", "All", () => true],
  ["todo", "To do", (row) => !row.done],
  ["second", "Second look", (row) => row.claims.some((claim) => claim.parked)],
];

export default pane(({ model, el, talk }) => {
  let filter = "all";
  const opened = new Set();
  let focused = "";
  const bar = make("div", { class: "seg", role: "group", "aria-label": "Show" });
  const grid = make("div", { class: "wl", role: "treegrid", "aria-label": "Sub-categories and claims", "data-testid": "worklist" });
  const foot = make("div", { class: "cov" });
  const extra = make("div", { class: "wl uncited", role: "group", "aria-label": "Items cited nowhere", hidden: true });
  el.classList.add("list-pane");
  el.append(make("h2", { class: "sr" }, "Worklist"), make("div", { class: "top" }, bar), grid, extra, foot);

  const open = (unit) => perform(model, talk, "open", { unit: unitOf(unit) });
  const rows = () => [...grid.querySelectorAll("[role=row]")];

  function focusRow(row) {
    if (!row) return;
    rows().forEach((other) => (other.tabIndex = other === row ? 0 : -1));
    focused = row.dataset.k;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function spread(code, wide) {
    wide ? opened.add(code) : opened.delete(code);
    paint(model.get("shown"));
  }

  grid.addEventListener("keydown", (event) => {
    const row = event.target.closest("[role=row]");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = rows();
    const at = all.indexOf(row);
    const code = row.dataset.code;
    const acts = {
      ArrowDown: () => focusRow(all[at + 1]),
      ArrowUp: () => focusRow(all[at - 1]),
      Home: () => focusRow(all[0]),
      End: () => focusRow(all.at(-1)),
      Enter: () => row.click(),
      " ": () => row.click(),
      ArrowRight: () => {
        if (row.getAttribute("aria-expanded") === "false") spread(code, true);
        else if (row.getAttribute("aria-expanded") === "true") focusRow(all[at + 1]);
      },
      ArrowLeft: () => {
        if (row.getAttribute("aria-expanded") === "true") spread(code, false);
        else if (row.classList.contains("wi")) focusRow(all.find((other) => other.dataset.k === `s:${code}`));
      },
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });
  grid.addEventListener("focusin", (event) => {
    const row = event.target.closest("[role=row]");
    if (row) focused = row.dataset.k;
  });

  function subRow(row, shown) {
    const here = shown.here?.[0] === row.code;
    const wide = opened.has(row.code);
    const flag = row.broken
      ? span("flag", icon("broken"), `${row.broken}`)
      : row.prompts ? span("flag", icon("flag"), `${row.prompts}`) : null;
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
      make("span", { role: "gridcell", class: `sh ${TONES[row.state]}`, title: row.label }, icon(row.state)),
      make("span", { role: "gridcell", class: "code" }, row.code),
      make("span", { role: "gridcell", class: "t clip", title: row.title }, row.name),
      make("span", { role: "gridcell", class: "n" }, row.count),
      make("span", { role: "gridcell", class: "f" }, flag),
    );
  }

  function claimRow(row, claim, shown) {
    const now = sameUnit(shown.here, [row.code, claim.id]);
    const state = claim.parked ? "parked" : claim.verdict || "not_yet_judged";
    const last = claim.broken
      ? span("flag", icon("broken"))
      : claim.missing ? span("flag", icon("flag")) : claim.cited;
    return make(
      "div",
      {
        class: `wi${now ? " now" : ""}`, role: "row", "aria-level": "2", "aria-label": claim.said, "aria-selected": String(now),
        "data-k": `c:${row.code}:${claim.id}`, "data-code": row.code, "data-item": claim.id, "data-state": state,
        "data-testid": `claim-${row.code}-${claim.id}`, tabindex: "-1",
        onclick: () => { focused = `c:${row.code}:${claim.id}`; open([row.code, claim.id]); },
      },
      make("span", { role: "gridcell", class: TONES[state] }, icon(state)),
      make("span", { role: "gridcell", class: "t clip", title: claim.said }, make("b", {}, claim.label), "\u2002", claim.title),
      make("span", { role: "gridcell", class: "sm mut nw", title: claim.missing ? "Reason missing" : "" }, last),
    );
  }

  function coverage(shown) {
    const said = [
      shown.broken ? `${shown.broken} unresolved` : "",
      shown.uncited.length ? `${shown.uncited.length} uncited` : "",
    ].filter(Boolean).join(", ");
    foot.hidden = !said;
    const button = shown.uncited.length
      ? make("button", {
          type: "button", class: "link", "data-k": "uncited", "data-testid": "show-uncited", "aria-expanded": String(!extra.hidden),
          onclick: () => { extra.hidden = !extra.hidden; paint(model.get("shown")); },
        }, extra.hidden ? "Show" : "Hide")
      : null;
    refill(foot, span("s-prompt", icon("broken")), span("grow clip", said), button);
    refill(extra, shown.uncited.map((item) => make(
      "button",
      {
        type: "button", class: `wi${sameUnit(shown.here, ["", item.id]) ? " now" : ""}`, "data-k": `u:${item.id}`,
        title: item.title, "aria-label": `Item ${item.label} ${item.title}: cited nowhere`, onclick: () => open(["", item.id]),
      },
      span("s-prompt", icon("flag")), span("t clip", make("b", {}, item.label), "\u2002", item.title),
    )));
  }

  function paint(shown) {
    if (!shown.rows) return;
    const here = shown.here ?? ["", ""];
    const key = here[1] ? `c:${here[0]}:${here[1]}` : `s:${here[0]}`;
    if (grid.dataset.here !== key) {
      opened.clear();
      if (here[0]) opened.add(here[0]);
      focused = key;
      grid.dataset.here = key;
    }
    refill(bar, FILTERS.map(([id, word, keeps]) => make(
      "button",
      { type: "button", "aria-pressed": String(filter === id), "data-k": id, "data-testid": `show-${id}`, onclick: () => { filter = id; paint(model.get("shown")); } },
      `${word} ${shown.rows.filter(keeps).length}`,
    )));
    const keeps = FILTERS.find(([id]) => id === filter)[2];
    const kept = shown.rows.filter(keeps);
    refill(grid, kept.length
      ? kept.flatMap((row) => [
          subRow(row, shown),
          ...(opened.has(row.code) ? row.claims.map((claim) => claimRow(row, claim, shown)) : []),
        ])
      : [make("p", { class: "empty mut" }, filter === "todo" ? "Every sub-category is concluded." : "Nothing is parked.")]);
    const all = rows();
    const tabbable = all.find((row) => row.dataset.k === focused) ?? all[0];
    if (tabbable) tabbable.tabIndex = 0;
    const current = grid.querySelector(".now, .here");
    if (current && !grid.contains(document.activeElement)) current.scrollIntoView({ block: "nearest" });
    coverage(shown);
  }

  talk.hear("focus", ({ pane: name }) => name === "list" && focusRow(rows().find((row) => row.tabIndex === 0)));
  return paint;
});
