// The applications as a table: what each is, who judges it, what it waits for, and what can be done with it.

const STAGE_ICONS = { undeclared: "not_yet_judged", declared: "in_progress", sealed: "lock", conflict: "unseen", taken_off: "cross" };
const naturally = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });

// open, declare, handBack, letter and register are called with a row.
function applicationsTable({ model, open, declare, handBack, letter, register, lookAgain }) {
  let sorted = ["", 1]; // by which column, and which way
  const chosen = { state: "", of: "", words: "" };
  const rows = make("tbody");
  const heads = make("tr");
  const node = make("table", { class: "t apps", "data-testid": "applications" }, make("thead", {}, heads), rows);
  const state = make("select", { class: "fld", "data-testid": "filter-state", onchange: () => { chosen.state = state.value; paint(); } });
  const of = make("select", { class: "fld", "data-testid": "filter-waiting", onchange: () => { chosen.of = of.value; paint(); } });
  const words = make("input", { class: "fld", type: "search", size: "16", "data-testid": "filter-words", oninput: () => { chosen.words = words.value.trim().toLowerCase(); paint(); } });
  words.addEventListener("keydown", (event) => { if (event.key === "Escape" && words.value) { event.preventDefault(); words.value = ""; chosen.words = ""; paint(); } });
  const count = make("p", { class: "sm mut grow", role: "status", "data-testid": "listed" });
  const read = make("span", { class: "sm mut nw" });
  const bar = make("div", { class: "row wrap sift", role: "group", "aria-label": "Which applications are listed", hidden: true },
    make("label", { class: "row" }, "State", state), make("label", { class: "row" }, "Waits for", of), make("label", { class: "row" }, "Find", words), count, read,
    make("button", { type: "button", class: "btn", "data-testid": "look-again", onclick: lookAgain }, "Read again"));

  const shown = () => model.get("shown");
  const place = (row) => (shown().register?.states ?? []).findIndex((one) => one.id === row.entry?.state);
  const together = () => shown().register?.together; // with a register of persons
  const columns = () => (together()
    ? [["Application", (row) => row.application], ["Applicant", (row) => row.applicant], ["Assessors", (row) => assessorsOf(row).map((one) => one.name).join(" ")],
      ["State", (row) => String(place(row) + 1)], ["Waits for", (row) => (row.entry?.waits ?? []).map((one) => one.who).join(" ") || "~"]]
    : [["Application"], ["Applicant"], ["Received"], ["State"]]);
  const assessorsOf = (row) => (row.entry?.assessors ?? []).filter((one) => one.allocated);

  function head([name, by]) {
    const here = sorted[0] === name;
    const way = here ? (sorted[1] > 0 ? "ascending" : "descending") : null;
    if (!by) return make("th", { scope: "col" }, name);
    return make("th", { scope: "col", "aria-sort": way }, make("button", {
      type: "button", class: `sorter${here ? " on" : ""}`, "data-k": `sort-${name}`, "data-testid": `sort-${name.toLowerCase().replace(" ", "-")}`, title: `Sort by ${name.toLowerCase()}`,
      onclick: () => { sorted = [name, here ? -sorted[1] : 1]; paint(); },
    }, name, span("way", here ? (sorted[1] > 0 ? "▴" : "▾") : "")));
  }

  function inOrder(listed) {
    const by = columns().find(([name]) => name === sorted[0])?.[1];
    return by ? [...listed].sort((a, b) => sorted[1] * naturally.compare(by(a), by(b)) || naturally.compare(a.application, b.application)) : listed;
  }

  function isListed(row) {
    const said = [row.application, row.applicant, row.entry?.role, row.entry?.employer, row.entry?.known.applicant_reference, ...assessorsOf(row).flatMap((one) => [one.name, one.person])];
    return (!chosen.state || row.entry?.state === chosen.state) && (!chosen.of || (row.entry?.waits ?? []).some((one) => one.of === chosen.of))
      && (!chosen.words || said.some((one) => one?.toLowerCase().includes(chosen.words)));
  }

  // A choice that no row has any more stays in the list, so that it is not changed behind one's back.
  function options(select, now, all, every, number) {
    const kept = all.filter(({ id }) => number(id) || id === now);
    refill(select, make("option", { value: "" }, every), kept.map(({ id, words: name }) => make("option", { value: id }, `${name} (${number(id)})`)));
    select.value = now;
  }

  const stateOf = (row) => (row.closed
    ? make("div", { class: "row" }, icon("lock"), span("sm", row.state))
    : make("div", { class: "row" }, row.looked_on ? null : make("progress", { max: "1", value: row.share, "aria-label": `${row.application}: ${row.state}` }), span("sm", row.state)));
  const problems = (row) => (row.problems ? make("p", { class: "sm s-prompt row" }, icon("flag"), `${row.problems} ${row.problems === 1 ? "point" : "points"} found while reading`) : null);
  const named = (row) => (row.closed ? span("mut", "not shown yet") : row.applicant || span("mut", "no name found"));
  const attempt = (row) => (row.attempt > 1 ? span("sm mut", ` attempt ${row.attempt}`) : null);

  const button = (row, id, label, words, css, act) => make("button", { type: "button", class: `btn ${css}`, "data-k": `${id}-${row.application}`, "data-testid": `${id}-${row.application}`, "aria-label": label, onclick: () => act(row) }, words);
  const ways = (row) => [
    row.entry?.letter && shown().letters ? button(row, "letter", `Letter of ${row.application}`, "Letter", "", letter) : null,
    row.entry?.may_allocate || row.entry?.may_describe ? button(row, "register", `Assessors and register of ${row.application}`, "Register", "", register) : null,
    row.given ? button(row, "hand-back", `Hand ${row.application} back`, "Hand back", "", handBack) : null,
    row.closed ? button(row, "declare", `Declare interests in ${row.application}`, "Declare", "main", declare) : button(row, "open", `Open ${row.application}`, "Open", "main", open),
  ];

  const assessor = (one) => make("li", { class: "row" }, span(one.stage === "sealed" ? "s-sat" : one.stage === "conflict" ? "s-prompt" : "s-open", icon(STAGE_ICONS[one.stage])),
    make("span", { class: "grow" }, one.name, span("sm mut", ` ${one.words}`), one.task ? span("tag", one.task.split(",")[0]) : null));
  const wait = (one) => make("li", {}, make("b", { class: "sm" }, `${one.who}: `), span("sm", one.words));
  const under = (...parts) => { const said = parts.filter(Boolean).join(", "); return said ? make("p", { class: "sm mut" }, said) : null; };

  function registered(row) {
    const { entry } = row;
    return make("tr", { "data-application": row.application },
      make("td", {}, make("b", {}, row.application), attempt(row), under(row.received)),
      make("td", {}, named(row), under(entry?.role, entry?.employer), under(entry?.guidance ? `guidance ${entry.guidance}` : "")),
      make("td", {}, make("ul", { class: "who" }, assessorsOf(row).map(assessor)), entry && !entry.enough ? under(entry.needed) : null),
      make("td", {}, entry?.state_words && row.looked_on ? span("sm", entry.state_words) : stateOf(row), problems(row)),
      make("td", {}, make("ul", {}, (entry?.waits ?? []).map(wait)), entry?.third ? make("p", { class: "sm s-prompt row", "data-testid": `third-${row.application}` }, icon("flag"), span("grow", entry.third)) : null),
      make("td", { class: "end" }, make("div", { class: "row ways" }, ways(row))));
  }

  const plain = (row) => make("tr", { "data-application": row.application },
    make("td", {}, make("b", {}, row.application), attempt(row)), make("td", {}, named(row)), make("td", { class: "nw" }, row.received),
    make("td", {}, stateOf(row), problems(row)), make("td", { class: "end" }, make("div", { class: "row ways" }, ways(row))));

  function paint() {
    const { rows: all, register: office } = shown();
    bar.hidden = !together();
    node.hidden = !all.length;
    refill(heads, columns().map(head), make("th", { scope: "col" }, span("sr", "What can be done")));
    if (!together()) return refill(rows, all.map(plain));
    const listed = inOrder(all.filter(isListed));
    options(state, chosen.state, office.states, "all", (id) => all.filter((row) => row.entry?.state === id).length);
    options(of, chosen.of, office.waiting, "anybody or nobody", (id) => all.filter((row) => row.entry?.waits.some((one) => one.of === id)).length);
    count.textContent = listed.length === all.length ? `${all.length} listed` : `${listed.length} of ${all.length} listed`;
    read.textContent = `read ${office.read_at}`;
    refill(rows, listed.map(registered));
  }

  return { node, bar, paint };
}
