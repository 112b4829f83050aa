// The applications behind one number, each with the ways that lead on to it.

function cohortBehind({ back, open, letter }) {
  const title = make("h1", { tabindex: "-1", "data-testid": "behind-title" });
  const close = make("button", { type: "button", class: "btn", "data-testid": "behind-back", "aria-keyshortcuts": "Escape", onclick: back }, icon("back"), "Back to the table", kbd("Esc"));
  const rows = make("tbody");
  const heads = ["Application", "Received", "Decided", "Outcome", "State", "Role"];
  const table = make("table", { class: "t", "data-testid": "behind-table" }, make("caption", { class: "sr" }, "Applications behind this number"),
    make("thead", {}, make("tr", {}, heads.map((words) => make("th", { scope: "col" }, words)), make("th", { scope: "col" }, span("sr", "What can be done")))), rows);
  const box = make("main", { class: "ch-main ch-behind", "data-region": true, hidden: true }, make("div", { class: "row ch-title" }, title, span("grow"), close), make("div", { class: "ch-scroll", tabindex: "0", role: "region", "aria-label": "Applications" }, table));

  const way = (row, id, words, act) => make("button", { type: "button", class: "btn", "data-k": `${id}-${row.application}`, "data-testid": `behind-${id}-${row.application}`, "aria-label": `${words}: ${row.application}`, onclick: () => act(row.application) }, words);
  const line = (row) => make("tr", {},
    make("th", { scope: "row", class: "nw" }, row.application, row.attempt > 1 ? span("sm mut", ` attempt ${row.attempt}`) : null),
    make("td", { class: "nw" }, row.received), make("td", { class: "nw" }, row.decided), make("td", {}, row.outcome), make("td", {}, row.state), make("td", {}, row.role),
    make("td", { class: "end" }, make("div", { class: "row" }, way(row, "open", "Portfolio", open), row.outcome ? way(row, "letter", "Letter", letter) : null)));

  let painted = "";
  function paint(found) {
    const now = found ? JSON.stringify(found) : "";
    if (now === painted) return;
    const opened = Boolean(found) && !painted;
    painted = now;
    box.hidden = !found;
    if (!found) return;
    title.textContent = `${found.row[0]?.toUpperCase() ?? ""}${found.row.slice(1)}, ${found.column}: ${found.rows.length} application${found.rows.length === 1 ? "" : "s"}`;
    refill(rows, found.rows.map(line));
    if (opened) title.focus();
  }
  return { box, paint };
}
