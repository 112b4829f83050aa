// A reference that leads nowhere, in place of the evidence: the applicant's words, what was looked for, what may be meant.

export default pane(({ model, el, talk }) => {
  let chosen = "";
  let unit = null;
  const card = make("section", { class: "card", "data-testid": "nowhere" });
  const here = () => unitOf(unit);
  el.classList.add("mrse-page", "nowhere");
  el.setAttribute("role", "main");
  el.setAttribute("aria-label", "Evidence");
  el.append(card);

  function candidate(item) {
    const pick = make("input", {
      type: "radio", name: "meant", value: item.id, "data-k": `meant:${item.id}`, "data-testid": `meant-${item.id}`,
      onchange: () => { chosen = item.id; paint(model.get("shown")); },
    });
    pick.checked = chosen === item.id;
    return make("div", { class: "row" },
      make("label", {}, pick, span("t", make("b", {}, item.label), "\u2002", item.title), span("mut sm nw", item.pages)),
      make("button", {
        type: "button", class: "link", "data-k": `look:${item.id}`, "data-testid": `look-${item.id}`, "aria-label": `Look at item ${item.label}`,
        onclick: () => perform(model, talk, "open", { unit: unitOf(["", item.id]) }),
      }, "Look"));
  }

  function offer(shown) {
    if (!shown.candidates.length) return [make("p", {}, "Every item of the portfolio is cited somewhere.")];
    const number = shown.candidates.length;
    return [
      make("p", {}, make("b", {}, number === 1 ? "One item is cited nowhere:" : `${number} items are cited nowhere:`)),
      make("div", { class: "meant", role: "radiogroup", "aria-label": "The item meant" }, shown.candidates.map(candidate)),
    ];
  }

  function paint(shown) {
    el.hidden = !shown.unit;
    if (!shown.unit) return;
    if (!sameUnit(unit, shown.unit)) chosen = shown.candidates.length === 1 ? shown.candidates[0].id : "";
    unit = shown.unit;
    const use = make("button", {
      type: "button", class: "btn", "data-k": "use", "data-testid": "use-item", onclick: () => perform(model, talk, "use_item", { unit: here(), evidence_id: chosen }),
    }, "Use the chosen item");
    use.disabled = !chosen;
    const absent = () => (shown.reason ? perform(model, talk, "not_there", { unit: here() }) : talk.say("verdict", { at: 1 }));
    refill(card,
      make("h2", { class: "row" }, span("s-prompt", icon("broken")), span("grow", `Item ${shown.label} for ${shown.for} leads nowhere`)),
      make("p", { class: "row" }, span("lab", "The table says"), span("cellwords", shown.cited || "nothing that could be read"),
        make("button", { type: "button", class: "btn small", "data-k": "correct", "data-testid": "nowhere-correct", ...keyed("correct"), onclick: () => perform(model, talk, "correct", { sub_category: shown.for }) }, "Correct the row", keyCap("correct"))),
      make("p", { class: "mut" }, `Looked for: file names, contents list, bookmarks, dividers and headings that say ${shown.label}.`),
      ...offer(shown),
      make("div", { class: "row acts" },
        shown.candidates.length ? use : null,
        make("button", { type: "button", class: "btn", "data-k": "absent", "data-testid": "not-there", onclick: absent }, "Not in the portfolio")),
      make("p", { class: "sm mut" }, shown.reason
        ? `“Not in the portfolio” records not satisfactory with the reason “${shown.reason}”. Undo takes it back.`
        : "“Not in the portfolio” judges it not satisfactory; choose the reason then."));
  }

  talk.hear("focus", ({ pane: name }) => name === "page" && !el.hidden && card.querySelector("input,button").focus());
  return paint;
});
