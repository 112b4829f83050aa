// The filters of a cohort: one guidance version and one attempt always, the rest at will.

const NARROWING = [["role", "Role", "all roles"], ["route", "Route", "all routes"]];

function cohortFilters({ choose, publish }) {
  let chosen = null;
  const changed = () => choose(chosen);
  const select = (name, set) => make("select", { class: "fld", "data-testid": `cohort-${name}`, onchange: ({ target }) => { chosen = { ...chosen, [name]: set(target) }; changed(); } });
  const guidance = select("guidance", (node) => node.value);
  const attempts = select("attempts", (node) => node.value);
  // "-" narrows nothing; the empty value is what was not recorded
  const narrowing = Object.fromEntries(NARROWING.map(([name]) => [name, select(name, (node) => (node.value === "-" ? null : node.value))]));
  const day = (name, label) => make("input", { class: "fld", type: "date", "aria-label": label, "data-testid": `cohort-${name}`, onchange: ({ target }) => { chosen = { ...chosen, [name]: target.value }; changed(); } });
  const from = day("from", "Decided from");
  const to = day("to", "Decided to");
  const clear = make("button", { type: "button", class: "btn", "data-testid": "cohort-clear", "aria-label": "Take the filters off", title: "Take the filters off", onclick: () => { chosen = { ...chosen, from: "", to: "", role: null, route: null }; changed(); guidance.focus(); } }, "Clear");
  const period = select("period", (node) => node.value);
  const size = make("span", { class: "tag", role: "status", "aria-live": "polite", "data-testid": "cohort-size" });
  const edition = (on, words, id) => make("button", { type: "button", "data-testid": id, onclick: () => publish(on) }, words);
  const internal = edition(false, "Internal", "cohort-internal");
  const published = edition(true, "Publishable", "cohort-publishable");
  const labelled = (words, node) => make("label", { class: "row" }, span("lab", words), node);
  const periods = labelled("Trends", period);
  const box = make("div", { class: "ch-filters", role: "group", "aria-label": "Filters", "data-region": true },
    labelled("Guidance", guidance), labelled("Attempt", attempts),
    make("span", { class: "row" }, span("lab", "Decided"), from, span("mut", "to"), to),
    NARROWING.map(([name, words]) => labelled(words, narrowing[name])), clear);
  const editions = make("div", { class: "seg", role: "group", "aria-label": "Edition" }, internal, published);

  function fill(node, offered, value, published, every) {
    const options = offered.map((one) => make("option", { value: one.value }, published ? one.label : `${one.label} (${one.n})`));
    if (every) options.unshift(make("option", { value: "-" }, every));
    node.replaceChildren(...options);
    node.value = value ?? "-";
  }

  function paint(shown) {
    const { filters } = shown;
    chosen = { ...filters.chosen };
    fill(guidance, filters.guidance, chosen.guidance, shown.published);
    fill(attempts, filters.attempts, chosen.attempts, shown.published);
    for (const [name, , every] of NARROWING) fill(narrowing[name], filters[name], chosen[name], shown.published, every);
    refill(period, filters.period.map((one) => make("option", { value: one.value }, one.label)));
    period.value = chosen.period;
    periods.hidden = shown.published; // published by the year only: numbers of two lengths can be subtracted
    for (const [node, value] of [[from, chosen.from], [to, chosen.to]]) {
      if (node !== document.activeElement || !value) node.value = value;
      node.min = filters.first;
      node.max = filters.last;
    }
    clear.hidden = !filters.narrowed;
    if (size.textContent !== shown.size) size.textContent = shown.size;
    internal.setAttribute("aria-pressed", String(!shown.published));
    published.setAttribute("aria-pressed", String(shown.published));
  }
  return { box, size, periods, editions, paint };
}
