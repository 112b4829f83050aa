// What the program noticed in the item: prompts with a place to look, never a verdict.

export default pane(({ model, el, talk, signal }) => {
  openingGuidance(el, signal);
  el.classList.add("finds");
  return (shown) => {
    el.hidden = !shown.label;
    if (!shown.label) return;
    const rows = shown.rows.map((row) => make("div", { class: "fr", role: "listitem" },
      span(`no${row.kind === "possible" ? "" : " q"}`, `${row.number}`),
      span(`w ${row.kind === "possible" ? "s-prompt" : row.kind === "not_checked" ? "mut" : ""}`, row.word),
      make("span", { title: row.message }, row.message),
      row.page ? make("button", {
        type: "button", class: "link", "data-k": `f${row.number}`, "aria-label": `p ${row.page}: go there for ${row.message}`,
        onclick: () => talk.say("goto", { page: row.page }),
      }, `p ${row.page}`) : span("")));
    const scans = shown.scans ? ` Not checked: words on ${shown.scans} picture ${shown.scans === 1 ? "page" : "pages"}.` : "";
    refill(el,
      make("div", { class: "row" }, make("h3", {}, `Found in item ${shown.label}`), span("sm mut clip", rows.length ? "prompts with a place to look; you judge" : "")),
      rows.length ? make("div", { role: "list" }, rows) : make("p", { class: "sm mut" }, `No prompts.${scans}`));
  };
});
