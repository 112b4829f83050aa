// Behind a sentence: the records that it rests on, the page of the evidence, and other words for it.

function letterSentence({ model, request, evidence, remove, tell }) {
  const behind = make("div", { class: "lp-behind" });
  const box = make("aside", { class: "lp-rests", "aria-label": "What a sentence rests on" }, behind, evidence.box);
  let typed = null; // {anchor, number, text, why} while the form is open
  let refused = "";
  let lost = null; // words for a sentence that is another now
  let rowsOf = null; // a ground whose records are shown in place of a sentence
  let number = 0; // of the sentence on screen

  const slot = (anchor) => { const shown = model.get("shown"); return `mrse-letter:${shown.application}:${shown.attempt}:${shown.person}:${anchor}`; };
  const keep = () => writeStore(window.sessionStorage, slot(typed.anchor), JSON.stringify(typed));
  function kept(one) {
    try { return JSON.parse(readStore(window.sessionStorage, slot(one.anchor)) ?? "null"); } catch { return null; }
  }
  function forget(anchor) {
    writeStore(window.sessionStorage, slot(anchor), null);
    if (typed?.anchor === anchor) typed = null;
  }

  function row(one) {
    return make("li", { "data-testid": "row" },
      make("p", { class: "row wrap" }, one.verdict ? shape(one.verdict) : span("s-off", icon("list")), make("b", {}, one.what), one.words ? span("", one.words) : null),
      make("p", { class: "sm mut" }, `${one.by}, ${one.at}`),
      one.lines.map((words) => make("p", { class: "sm" }, words)),
      one.pages ? make("button", { type: "button", class: "link", "data-k": `page-${one.event}`, "data-testid": `show-${one.item}`, onclick: () => evidence.open({ unit: ["", one.item], pages: one.pages }, one.page, []) }, `Page ${one.page} of item ${one.item}`) : null);
  }

  const list = (title, lines) => (lines.length ? [make("h3", {}, title), make("ul", { class: "dots sm" }, lines.map((words) => make("li", {}, words)))] : []);
  const rowsShown = (rows) => make("ul", { class: "lp-rows", "data-testid": "rows" }, rows.map(row));

  function begin(one) {
    typed = kept(one) ?? { anchor: one.anchor, number: one.number, text: one.text, why: "" };
    refused = "";
    repaint();
    behind.querySelector("textarea")?.focus();
  }

  function leave() {
    forget(typed.anchor);
    repaint();
    behind.querySelector("[data-k=reword]")?.focus();
  }

  async function save(event) {
    event.preventDefault();
    const { anchor, number, text, why } = typed;
    try {
      const answer = await request("edit", { number, anchor, text, why });
      forget(anchor);
      tell(answer.said);
      repaint();
      behind.querySelector("h2")?.focus();
    } catch (error) {
      refused = error.message;
      repaint();
      behind.querySelector("textarea")?.focus();
    }
  }

  function form() {
    const change = (field) => (event) => { typed[field] = event.target.value; keep(); };
    return make("form", { class: "lp-form", "aria-label": "Other words for this sentence", onsubmit: save, onkeydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(); } } },
      make("label", {}, make("b", {}, "The words that shall stand there"), make("textarea", { class: "fld", rows: "5", maxlength: "4000", "data-k": "words", "data-testid": "edit-text", value: typed.text, oninput: change("text") })),
      make("label", {}, make("b", {}, "Why"), span("sm mut", "kept with the record"), make("input", { class: "fld", type: "text", maxlength: "2000", "data-k": "why", "data-testid": "edit-why", value: typed.why, oninput: change("why") })),
      make("p", { class: "sm mut" }, "Numbers, dates, pages and items stay as they are recorded, and no finding can be taken out: correct the record instead."),
      make("p", { class: "s-not", role: "alert", "data-testid": "edit-refused" }, refused),
      make("div", { class: "row" }, make("button", { type: "submit", class: "btn main", "data-k": "save-words", "data-testid": "edit-save" }, "Record these words"), make("button", { type: "button", class: "btn", onclick: leave }, "Leave it", kbd("Esc"))));
  }

  function reword(one) {
    if (one.why_not_edit) return make("p", { class: "sm mut", "data-testid": "why-not-edit" }, one.why_not_edit);
    if (typed?.anchor === one.anchor) return form();
    return make("div", { class: "row wrap" },
      make("button", { type: "button", class: "btn", "data-k": "reword", "data-testid": "reword", onclick: () => begin(one) }, "Put into other words"),
      one.edited ? make("button", { type: "button", class: "btn", "data-k": "as-composed", "data-testid": "as-composed", onclick: () => remove({ anchor: one.anchor, number: one.number, composed: one.composed }) }, "Bring the composed sentence back") : null);
  }

  function sentence(one) {
    return [
      make("h2", { tabindex: "-1" }, `Sentence ${one.number}`),
      make("blockquote", { class: "lp-quote", "data-testid": "sentence-text" }, one.text),
      one.edited ? [make("p", { class: "sm" }, make("b", {}, "In other words by "), one.edited), make("p", { class: "sm mut", "data-testid": "composed" }, `Composed: ${one.composed}`)] : null,
      one.grounds.map((ground) => make("p", { class: "lp-against" }, span("s-prompt", icon("warning")), span("", `${ground.found} ${ground.advice}`))),
      reword(one),
      make("h3", {}, one.rows.length ? `Rests on ${one.rows.length} ${one.rows.length === 1 ? "record" : "records"}` : "Rests on no record"),
      one.rows.length ? rowsShown(one.rows) : make("p", { class: "sm mut" }, "It is a fixed passage of the scheme, filled in from what is listed here, if anything is."),
      list("Taken from", one.sources), list("Clauses of the guidance", one.clauses), list("Rule that it reports", one.rule ? [one.rule] : []),
    ].flat();
  }

  function lostWords() {
    return make("div", { class: "lp-lost", role: "alert", "data-testid": "lost-words" },
      make("p", {}, "The sentence that you were changing is another now. Your words are kept here; nothing of them was recorded."),
      make("textarea", { class: "fld", rows: "4", readonly: true, "aria-label": "Your words", "data-k": "lost", value: lost.text }),
      make("button", { type: "button", class: "btn small", "data-k": "let-go", onclick: () => { forget(lost.anchor); lost = null; repaint(); behind.querySelector("h2")?.focus(); } }, "Let them go"));
  }

  function paint(shown) {
    const here = shown.sentence;
    if (here) rowsOf = null;
    if ((here?.number ?? 0) !== number) evidence.follow(null); // a page of the one before says nothing of this one
    number = here?.number ?? 0;
    const anchors = new Set(shown.blocks.flatMap((block) => block.lines.flat()).map((one) => one.anchor));
    if (typed && !anchors.has(typed.anchor)) { lost = typed; typed = null; }
    if (here && typed?.anchor !== here.anchor) typed = here.why_not_edit ? null : kept(here);
    const shownNow = rowsOf
      ? [make("h2", { tabindex: "-1" }, "What was recorded"), make("p", {}, rowsOf.found), rowsShown(rowsOf.rows)]
      : here ? sentence(here) : [make("h2", { tabindex: "-1" }, "Behind the letter"), make("p", { class: "mut" }, "Choose a sentence to see the records that it rests on and their pages, and to put it into other words. The arrow keys go from sentence to sentence, Enter chooses one.")];
    refill(behind, lost ? lostWords() : null, shownNow);
  }

  const repaint = () => paint(model.get("shown"));

  async function showRows(ground) {
    await request("sentence", { number: 0 });
    rowsOf = ground;
    repaint();
    behind.querySelector("h2").focus();
  }

  return { box, paint, showRows, head: () => behind.querySelector("h2") };
}
