// Below the worklist of a further attempt: the sub-categories that are not open, folded, each with what stands of it.

function stoodList({ open }) {
  const head = make("summary", { class: "sm" });
  const note = make("p", { class: "sm mut" });
  const list = make("ul");
  const panel = make("details", { class: "stood", "data-testid": "stood", hidden: true }, head, note, list);

  const item = (row, one, end) => span("nw", // a label and what became of it stay on one line
    one.there
      ? make("button", { type: "button", class: "link", "data-k": `st:${row.code}:${one.id}`, "data-testid": `stood-${row.code}-${one.id}`, title: `Open item ${one.id} ${one.title}`, onclick: () => open(["", one.id]) }, `item ${one.id}`)
      : span("", `item ${one.id}`),
    one.came ? span("tag", one.came) : null, end);
  const row = (one) => make("li", { "data-testid": `stood-${one.code}`, "data-state": one.state },
    span(TONES[one.state], icon(one.state)), make("b", {}, one.code), make("span", { class: "clip", title: one.name }, one.name),
    make("p", { class: "sm" }, one.said, one.items.length ? "; " : ".", ...one.items.flatMap((each, at) => [item(one, each, at + 1 < one.items.length ? "," : "."), " "])));

  function paint(shown) {
    panel.hidden = !shown.stood?.length;
    if (panel.hidden) return;
    head.textContent = shown.stood_words;
    note.textContent = shown.reopened_by;
    refill(list, shown.stood.map(row));
  }
  return { panel, paint };
}
