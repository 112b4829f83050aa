// What the reading left open: the panel before starting, and the same list at any time. Every point leads somewhere.

const POINT_SIGNS = {
  unresolved: ["broken", "s-prompt"], uncited: ["flag", "s-prompt"], unclaimed: ["nothing_offered", "s-off"],
  unhinted: ["cited", "s-prompt"], wordless: ["unseen", "s-prompt"], part: ["letter", "s-prompt"], problem: ["warning", "s-prompt"], noticed: ["flag", "s-prompt"],
};

// ``jump`` follows one jump, ``start`` begins judging. Returns the parts and what paints them.
function checkList({ jump, start, repaint }) {
  let open = false;
  let started = false;
  const head = make("h3");
  const list = make("ul");
  const button = make("button", { type: "button", class: "btn main", "data-testid": "start", ...keyed("next"), onclick: () => { started = true; start(); repaint(); } });
  const said = make("ul", { class: "read-as sm" });
  const how = make("details", { class: "how-read", "data-testid": "how-read" }, make("summary", { class: "sm" }, "How this portfolio was read"), said);
  const panel = make("section", { class: "points", "aria-label": "What the reading left open", "data-testid": "points", hidden: true }, head, list, how, button);
  const foot = make("div", { class: "cov" });

  const link = (to, key) => make("button", {
    type: "button", class: "link", "data-k": key, "data-testid": `jump-${to.kind}-${to.unit.join("-")}`, title: to.label, "aria-label": to.label, onclick: () => jump(to),
  }, to.words);

  function point(one) {
    const [image, tone] = POINT_SIGNS[one.about] ?? POINT_SIGNS.problem;
    const links = one.jumps.map((to, at) => link(to, `pt:${one.id}:${at}`));
    const below = links.length > 1 && one.jumps.every((to) => to.kind === "unit");
    return make("li", { class: "pt", "data-testid": `point-${one.about}` },
      span(tone, icon(image)), span("grow", one.words, below ? ":" : null), below ? null : span("ends", links),
      below ? make("ul", { class: "below" }, links.map((each) => make("li", {}, each))) : null);
  }

  function paint(shown) {
    const points = shown.points ?? [];
    const before = Boolean(shown.start) && !started;
    if (!shown.start) started = false;
    panel.hidden = !before && !(open && points.length);
    foot.hidden = before || !points.length;
    const many = `${points.length} ${points.length === 1 ? "point" : "points"}`;
    head.textContent = before
      ? points.length ? `Before you start: ${many}` : "Before you start: no open points"
      : `Still open: ${many}`;
    refill(list, points.length ? points.map(point) : make("li", { class: "sm mut" }, "Every reference leads to an item, and every item is cited."));
    how.hidden = !shown.read_as?.length;
    refill(said, (shown.read_as ?? []).map((sentence) => make("li", {}, sentence)));
    button.hidden = !before;
    refill(button, shown.first ? `Start with ${shown.first}` : "Start", keyCap("next"));
    refill(foot, span("s-prompt", icon(points.some((one) => one.about === "unresolved") ? "broken" : "flag")),
      make("span", { class: "grow clip", title: shown.summary }, shown.summary ?? ""),
      make("button", {
        type: "button", class: "link", "data-k": "points", "data-testid": "show-points", "aria-expanded": String(open), onclick: () => { open = !open; repaint(); },
      }, open ? "Hide" : "Show"));
  }

  return { panel, foot, paint, dismiss: () => { started = true; } };
}
