// The letter drawer: parts, outcome and the draft, with what stands in its way.

export default pane(({ model, el, talk, signal }) => {
  const left = make("div", { class: "before" });
  const draft = make("article", { class: "draft", lang: "en-GB", tabindex: "0", "aria-label": "Draft letter", "data-testid": "letter-draft" });
  const head = span("sm mut grow clip");
  const said = make("p", { class: "sm", role: "status", "data-testid": "letter-status" });
  const get = (form, words) => make("button", {
    type: "button", class: "btn", "data-testid": `download-${form}`, onclick: () => { said.textContent = "The letter is being drawn."; perform(model, talk, "letter_file", { form }); },
  }, icon("download"), words);
  const word = get("docx", "Word");
  const pdf = get("pdf", "PDF");
  const dialog = make("dialog", { class: "mrse-dialog drawer", "aria-label": "Letter", "data-testid": "letter-drawer" },
    make("div", { class: "row dialog-head" }, make("h2", {}, "Letter"), head, word, pdf,
      make("button", { type: "button", class: "btn", "data-testid": "close-letter", onclick: () => dialog.close() }, "Close", kbd("Esc"))),
    make("div", { class: "letter-body" }, left, draft));
  el.classList.add("mrse-letter");
  el.append(dialog);
  let frozen = ""; // why nothing can be recorded
  let behind = false; // this tab is: then no outcome either. One is chosen on a sealed assessment as well.
  let kind = "";
  let ground = "";
  const STATES = [[true, "Present"], [false, "Absent"]];

  function part(one) {
    return make("li", { "data-testid": `part-${one.part}` },
      make("div", { class: "row" }, shape(one.confirmed === true ? "satisfactory" : one.confirmed === false ? "not_satisfactory" : "not_yet_judged"), make("b", { class: "grow" }, one.name)),
      make("p", { class: "sm" }, one.ask, " ", span("mut", one.clause)),
      one.found ? make("p", { class: "sm s-prompt" }, `Seen: ${one.found}`) : null,
      one.noticed.map((words) => make("p", { class: "sm s-prompt" }, words)),
      make("div", { class: "row" }, make("div", { class: "chips", role: "group", "aria-label": one.name }, STATES.map(([value, words]) => {
        const on = one.confirmed === value;
        return make("button", {
          type: "button", class: `chip${on ? " on" : ""}`, "aria-pressed": String(on), "data-k": `${one.part}-${value}`, disabled: Boolean(frozen), title: frozen || null, "aria-label": `${one.name}: ${words.toLowerCase()}`,
          onclick: () => !on && perform(model, talk, "part", { part: one.part, confirmed: value }),
        }, on ? icon("tick") : null, words);
      })), span("sm mut clip end", one.by)));
  }

  function outcome(one, shown) {
    const id = `o-${model.get("room")}-${one.kind}`;
    const chosenNow = (kind || shown.chosen) === one.kind;
    return make("div", {},
      make("label", { class: `row${one.why_not ? " mut" : ""}`, for: id },
        make("input", {
          type: "radio", name: `outcome-${model.get("room")}`, id, value: one.kind, checked: chosenNow, disabled: Boolean(one.why_not || behind), "data-k": id, "data-testid": `outcome-${one.kind}`,
          onchange: () => { kind = one.kind; paint(model.get("shown")); },
        }), make("b", {}, one.name), one.kind === shown.chosen ? span("tag", "chosen") : null),
      one.why_not ? make("p", { class: "sm mut" }, one.why_not) : null);
  }

  function choose(shown) {
    const picked = shown.outcomes.find((one) => one.kind === kind);
    const field = make("textarea", {
      class: "fld", rows: "2", "aria-label": "Ground for this outcome", "data-k": "ground", readonly: behind, "data-testid": "ground", value: ground || shown.ground,
      placeholder: picked?.ground ? "The ground, in words (needed)" : "The ground, in words", oninput: (event) => { ground = event.target.value; },
    });
    return [field, make("button", {
      type: "button", class: "btn main", "data-k": "choose", "data-testid": "choose-outcome", disabled: !kind || Boolean(picked?.why_not || behind), title: behind ? frozen : null,
      onclick: () => perform(model, talk, "outcome", { kind, ground: field.value }),
    }, "Choose this outcome")];
  }

  const spans = (line) => line.map((one) => one.gap
    ? make("span", { class: "gap", title: "Not set: the letter cannot be issued with this gap" }, one.t)
    : one.unit ? make("span", { class: "rests", role: "link", tabindex: "0", title: `Rests on ${one.unit[1] ? `item ${one.unit[1]} for ` : ""}${one.unit[0]}: go there`, onclick: () => goThere(one.unit), onkeydown: (event) => event.key === "Enter" && goThere(one.unit) }, one.t) : one.t);
  function goThere(unit) {
    dialog.close();
    perform(model, talk, "open", { unit: unitOf(unit) });
    talk.say("focus", { pane: "page" });
  }

  function block(one) {
    if (one.kind === "heading") return make(one.level <= 1 ? "h3" : "h4", {}, spans(one.lines[0] ?? []));
    if (one.kind === "paragraph") return one.lines.map((line) => make("p", {}, spans(line)));
    if (one.kind === "list") return make("ul", {}, one.lines.map((line) => make("li", {}, spans(line))));
    const rows = [];
    for (let at = 0; at < one.lines.length; at += one.columns || 1) rows.push(one.lines.slice(at, at + (one.columns || 1)));
    return make("table", { class: "t" }, rows.map((cells, at) => make("tr", {}, cells.map((cell) => make(at ? "td" : "th", at ? {} : { scope: "col" }, cell.map((one) => (one.gap ? spans([one]) : one.t)).flat())))));
  }

  function paint(shown) {
    if (!shown.parts) return;
    head.textContent = shown.made ? `Draft, made from the records at ${shown.made}` : "No draft yet";
    word.disabled = pdf.disabled = !shown.blocks.length;
    refill(left,
      make("h3", {}, "Parts"), make("ul", { class: "partlist" }, shown.parts.map(part)),
      make("h3", {}, "Outcome"), make("div", { class: "outcomes", role: "radiogroup", "aria-label": "Outcome" }, shown.outcomes.map((one) => outcome(one, shown))),
      ...choose(shown),
      shown.chosen_by ? make("p", { class: "sm mut" }, `Chosen by ${shown.chosen_by}`) : null,
      shown.refusals.length ? [make("h3", {}, `Before it can be issued: ${shown.refusals.length}`), make("ul", { class: "refusals", "data-testid": "refusals" }, shown.refusals.map((why) => make("li", { class: "sm" }, span("s-prompt", icon("warning")), span("", why))))] : null,
      said);
    refill(draft, shown.blocks.length ? shown.blocks.flatMap(block) : make("p", { class: "mut" }, "There is no draft yet. Confirm the parts and choose an outcome."));
  }

  function open() {
    if (!dialog.open) { dialog.showModal(); draft.focus({ preventScroll: true }); } // the arrows scroll the letter
  }

  function received(content, buffers) {
    if (content.open) return open();
    if (content.file === undefined) return;
    saveFile(dialog, content, buffers[0]);
    said.textContent = `Saved by the browser as ${content.file}.`;
  }
  model.on("msg:custom", received);
  talk.hear("frozen", ({ why, behind: now }) => { frozen = why; behind = Boolean(now); paint(model.get("shown")); });
  talk.hear("refused", () => { said.textContent = ""; });
  signal.addEventListener("abort", () => { model.off("msg:custom", received); if (dialog.open) dialog.close(); });
  window.setTimeout(open, 0);
  return paint;
});
