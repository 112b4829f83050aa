// Beside the letter: its course, what may be done, what keeps it back, its edits, its files, what the assessors are told.

const LETTER_STATES = {
  drafted: ["not_yet_judged", "Draft"], held: ["parked", "Held"], "signed off": ["in_progress", "Signed off, not issued"], issued: ["satisfactory", "Issued"],
  recalled: ["nothing_offered", "Recalled"], superseded: ["referred_to_panel", "Superseded"],
};
const letterState = (state, css = "") => span(`row nw ${css}`, shape(LETTER_STATES[state][0]), make("b", {}, LETTER_STATES[state][1]));
const WAYS = { settings: "Settings of the scheme", panel: "Settle it before the panel" };

// Asks before an act: what will happen by it, and a reason where one is kept. ``go`` answers with a promise.
function letterAsk() {
  const dialog = make("dialog", { class: "mrse-dialog lp-ask", "data-testid": "letter-ask" });
  let asked = null;

  function open(one) {
    asked = one;
    const why = one.asks_why ? make("textarea", { class: "fld", rows: "3", maxlength: "2000", "data-testid": "letter-why" }) : null;
    const refused = make("p", { class: "s-not", role: "alert", "data-testid": "letter-refused" });
    const waits = make("p", { class: "sm mut", role: "status", "data-testid": "letter-waits" });
    const yes = make("button", { type: "submit", class: "btn main", "data-testid": "letter-confirm" }, one.name);
    const no = make("button", { type: "button", class: "btn", "data-testid": "letter-leave-it", onclick: () => dialog.close() }, "Leave it", kbd("Esc"));
    const send = async (event) => {
      event.preventDefault();
      yes.disabled = true;
      refused.textContent = "";
      const slow = window.setTimeout(() => { waits.textContent = one.waits ?? "It is being recorded."; }, 300);
      try {
        await one.go(why?.value ?? "");
        if (asked === one) dialog.close();
        one.then?.();
      } catch (error) {
        refused.textContent = error.message;
        yes.disabled = false;
        (why ?? yes).focus();
      } finally {
        window.clearTimeout(slow);
        waits.textContent = "";
      }
    };
    dialog.setAttribute("aria-label", one.name);
    dialog.replaceChildren(make("form", { class: "lp-ask-body", onsubmit: send },
      make("h2", {}, one.name), make("ul", { class: "lp-follows" }, one.follows.map((words) => make("li", {}, words))),
      why ? make("label", {}, make("b", {}, "Why"), span("sm mut", "kept with the record"), why) : null, refused, waits, make("div", { class: "row" }, yes, no)));
    dialog.showModal();
    (why ?? yes).focus();
  }

  return { dialog, open };
}

function letterSide({ model, request, choose, ask, attempt, showRows, tell, el, done }) {
  const box = make("nav", { class: "lp-side", "aria-label": "Course of the letter" });

  const section = (title, css, ...children) => make("section", { class: css, "aria-label": title }, make("h2", {}, title), ...children);

  function steps(shown) {
    const mark = (one) => (one.stopped ? span("s-prompt", icon("warning")) : one.done ? span("s-sat", icon("tick")) : shape("not_yet_judged"));
    const told = (one) => (one.stopped ? "stopped" : one.done ? "done" : "open");
    return section("Where it stands", "lp-steps", make("ol", {}, shown.steps.map((one) => make("li", { "data-testid": `step-${one.name.toLowerCase()}` },
      mark(one), make("p", {}, make("b", {}, one.name), span("sr", ` (${told(one)})`), " ", span("sm", one.words))))));
  }

  function perform(one) {
    const fields = one.act === "issue" ? ["issue", {}] : ["do", { what: one.act }];
    const waits = one.act === "issue" ? "The letter is being issued: its files are made. This takes a few seconds." : null;
    ask.open({ ...one, waits, go: async (why) => {
      const answer = await request(fields[0], { ...fields[1], why });
      tell(answer.said);
    }, then: done });
  }

  function act(one) {
    const id = `why-not-${model.get("room")}-${one.act}`;
    return make("li", {},
      make("button", { type: "button", class: "btn", "data-k": `act-${one.act}`, "data-testid": `act-${one.act}`, disabled: Boolean(one.why_not), "aria-describedby": one.why_not ? id : null, onclick: () => perform(one) }, one.name),
      one.why_not ? make("p", { class: "sm mut", id }, one.why_not) : null);
  }

  function ground([one, at]) {
    return make("li", { "data-testid": `ground-${at}` }, span("s-prompt", icon("warning")),
      make("div", {}, make("p", {}, one.found),
        make("div", { class: "lp-ways" },
          one.sentence ? make("button", { type: "button", class: "link", "data-k": `to-${at}`, "data-testid": `ground-sentence-${at}`, onclick: () => choose(one.sentence, true) }, `Sentence ${one.sentence}`) : null,
          one.way === "edits" && !one.sentence ? make("button", { type: "button", class: "link", "data-k": `edits-${at}`, onclick: () => box.querySelector(".lp-edits .link")?.focus() }, "To the edit") : null,
          one.rows.length && one.way !== "edits" ? make("button", { type: "button", class: "link", "data-k": `rows-${at}`, "data-testid": `ground-rows-${at}`, onclick: () => showRows(one) }, "What was recorded") : null)));
  }

  // Grounds with the same advice stand under it together.
  function advised([advice, every], shown) {
    const [[{ way }, first]] = every;
    return make("li", {}, make("p", { class: "lp-advice" }, advice),
      WAYS[way] && shown.ways.includes(way) ? make("button", { type: "button", class: "link", "data-k": `way-${first}`, "data-testid": `way-${first}`, onclick: () => attempt(request("go", { way })) }, WAYS[way]) : null,
      make("ul", {}, every.map(ground)));
  }

  const notice = (one) => make("div", {}, make("p", { class: "sm" }, make("b", {}, one.lead)), one.entries.length ? make("ul", { class: "dots sm" }, one.entries.map((words) => make("li", {}, words))) : null);

  function grounds(shown) {
    if (!shown.grounds.length && !shown.notices.length) return null;
    const byAdvice = new Map();
    shown.grounds.forEach((one, at) => byAdvice.set(one.advice, [...(byAdvice.get(one.advice) ?? []), [one, at]]));
    return section(`Keeps it from being issued: ${shown.grounds.length}`, "lp-grounds",
      make("ul", { "data-testid": "grounds" }, [...byAdvice].map((one) => advised(one, shown))), shown.notices.map(notice));
  }

  function edit(one) {
    const stale = !one.number;
    return make("li", { "data-testid": `edit-${one.anchor.slice(0, 16)}` },
      make("p", {}, stale ? span("tag possible", "fits no sentence any more") : make("button", { type: "button", class: "link", "data-k": `edit-${one.anchor}`, onclick: () => choose(one.number, true) }, `Sentence ${one.number}`), " ", span("sm mut", `${one.by}: ${one.why}`)),
      stale ? make("dl", { class: "sm" }, make("dt", {}, "It was made for"), make("dd", {}, one.composed), make("dt", {}, "Your words"), make("dd", {}, one.text), make("dt", {}, "What is composed there now"), make("dd", {}, one.now || "nothing of the kind")) : null,
      make("button", { type: "button", class: "link", "data-k": `undo-${one.anchor}`, "data-testid": `remove-${one.anchor.slice(0, 16)}`, onclick: () => remove(one) }, stale ? "Let this edit go" : "Undo this edit"));
  }

  function remove(one) {
    ask.open({
      name: one.number ? `Bring the composed sentence ${one.number} back` : "Let this edit go", asks_why: true,
      follows: [one.number ? `It reads again: ${one.composed}` : "The letter keeps the sentences that are composed now.", "The edit and its reason stay in the records."],
      go: async (why) => tell((await request("remove_edit", { anchor: one.anchor, why })).said), then: done,
    });
  }

  async function download(letter, form) {
    tell(letter ? `${letter} is fetched.` : "The draft is being drawn.");
    const answer = await request("file", { letter, form });
    saveFile(el, answer, answer.buffers[0]);
    tell(answer.said);
  }

  const files = (letter, name) => make("div", { class: "row" }, [["docx", "Word"], ["pdf", "PDF"]].map(([form, words]) => make("button", {
    type: "button", class: "btn small", "data-k": `file-${letter}-${form}`, "data-testid": `download-${letter || "draft"}-${form}`, "aria-label": `${name} as ${words}`, onclick: () => attempt(download(letter, form)),
  }, icon("download"), words)));

  function issued(one) {
    const became = one.by_letter ? `${one.state}, ${one.by_letter} took its place` : one.state;
    return make("li", { "data-testid": `issued-${one.letter}` },
      make("p", { class: "row wrap" }, shape(LETTER_STATES[one.state][0]), make("b", {}, one.letter), span("tag", became)),
      make("p", { class: "sm mut" }, `${one.outcome}, issued by ${one.by}, ${one.at}`), one.why ? make("p", { class: "sm" }, `${one.state === "issued" ? "Last changed" : LETTER_STATES[one.state][1]}: ${one.why}`) : null,
      one.fault ? make("p", { class: "s-not row", role: "alert" }, icon("warning"), span("", one.fault)) : null, files(one.letter, one.letter));
  }

  function papers(shown) {
    const stands = shown.issued.some((one) => one.state === "issued" || one.state === "held");
    return section("Files", "lp-files",
      stands ? null : make("div", {}, make("p", { class: "sm" }, "The draft as it stands now, marked as a draft on every page"), files("", "The draft")),
      shown.issued.length ? make("ul", {}, shown.issued.map(issued)) : null,
      shown.issued.length ? make("p", { class: "sm mut" }, "Issued files are given byte for byte as they were frozen.") : null);
  }

  function told(shown) {
    const { text, persons, why_not } = shown.told;
    const copy = () => navigator.clipboard.writeText(text).then(() => tell("Copied: the words for the assessors."), () => tell("The browser does not let this page copy. Select the words instead."));
    return section("What the assessors are told", "lp-told", why_not ? make("p", { class: "sm mut" }, why_not) : [
      make("blockquote", { "data-testid": "told-text" }, text), make("p", { class: "sm mut" }, `For: ${persons.join(", ") || "nobody"}. Nothing is sent from here.`),
      make("button", { type: "button", class: "btn small", "data-k": "copy", onclick: copy }, "Copy the words")]);
  }

  function paint(shown) {
    refill(box, steps(shown),
      section("What can be done", "lp-acts", make("ul", {}, shown.acts.map(act))), grounds(shown),
      shown.edits.length ? section(`Sentences in other words: ${shown.edits.length}`, "lp-edits", make("ul", {}, shown.edits.map(edit))) : null,
      papers(shown), told(shown));
  }

  return { box, paint, perform, remove };
}
