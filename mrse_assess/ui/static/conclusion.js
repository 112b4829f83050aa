// The conclusion of the sub-category: four verdicts lifted by Shift, and why one may hesitate.

const LIFTED = ["satisfactory", "not_satisfactory", "referred_to_panel", "nothing_offered"];

export default pane(({ model, el, talk }) => {
  let lost = false;
  let frozen = ""; // why nothing can be concluded
  let asking = "";
  let held = ""; // a verdict whose question waits: what it asks may change with the answer to an act under way
  const flying = new Set();
  el.classList.add("concl");
  el.setAttribute("role", "region");
  const title = make("h3", { class: "nw" });
  const why = span("sm mut clip grow");
  const tools = span("row sm end nw");
  const focus = comeBack(talk);
  const field = make("input", { class: "fld grow", type: "text", maxlength: "600" });
  const record = make("button", { type: "button", class: "btn main", "data-testid": "conclude-with-words" }, "Record");
  const ask = make("span", { class: "ask grow", hidden: true }, field, record); // stands in the heading: nothing below it moves
  const past = make("ol", { class: "past", hidden: true, "aria-label": "History of the conclusion" });
  const row = verdictRow({ label: "Conclusion", verdicts: LIFTED, key: "conclude", css: "q", pick });
  el.append(make("div", { class: "row" }, title, ask, why, tools), past, row.group);

  const code = () => model.get("shown").code;

  function send(verdict, words) {
    const shown = model.get("shown");
    const said = { feedback: shown.feedback, to_panel: shown.to_panel };
    if (words !== undefined) said[verdict === "not_satisfactory" ? "feedback" : "to_panel"] = words;
    perform(model, talk, "conclude", { sub_category: code(), verdict, ...said });
  }

  function pick(verdict) {
    const shown = model.get("shown");
    if (!shown.code) return talk.say("note", { said: "This item is cited for no sub-category, so there is nothing to conclude." });
    if (lost) return talk.say("note", { said: "Not connected: the conclusion was not recorded." });
    if (frozen) return talk.say("note", { said: frozen });
    if (shown.ask.includes(verdict) && !shown.to_panel) {
      if (flying.size) held = verdict;
      else question(verdict);
      return;
    }
    if (verdict !== shown.verdict) send(verdict);
  }

  function question(verdict) {
    asking = verdict;
    const toApplicant = verdict === "not_satisfactory";
    const words = toApplicant
      ? "What the items taken together do not show yet, for the letter"
      : "One sentence to the panel: why, against the items";
    field.setAttribute("aria-label", words);
    field.title = words;
    field.placeholder = toApplicant ? "What is lacking, for the letter" : "One sentence to the panel: why";
    field.value = toApplicant ? model.get("shown").feedback : model.get("shown").to_panel;
    show(true);
    focus.leave();
    field.focus();
  }

  function show(on) {
    ask.hidden = !on;
    why.hidden = tools.hidden = on;
  }

  function close() {
    asking = "";
    show(false);
  }

  const answer = () => {
    if (!field.value.trim()) return talk.say("note", { said: "Write the sentence first, or press Escape to leave it." });
    send(asking, field.value.trim());
    close();
    focus.back();
  };
  record.addEventListener("click", answer);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") return answer();
    close();
    focus.back();
  });

  talk.hear("conclude", ({ verdict }) => pick(verdict));
  talk.hear("sent", ({ id }) => flying.add(id));
  talk.hear("ack", ({ id }) => {
    flying.delete(id);
    if (flying.size || !held) return;
    const verdict = held;
    held = "";
    pick(verdict);
  });
  talk.hear("lost", ({ lost: now }) => {
    lost = now;
    if (lost) flying.clear();
    paint(model.get("shown"));
  });
  talk.hear("frozen", ({ why }) => { frozen = why; paint(model.get("shown")); });
  talk.hear("refused", () => paint(model.get("shown")));

  function paint(shown) {
    el.hidden = !shown.code;
    if (!shown.code) return;
    if (el.dataset.code !== shown.code) {
      held = "";
      past.hidden = true;
      close();
    }
    el.dataset.code = shown.code;
    el.setAttribute("aria-label", `Conclusion of sub-category ${shown.code}`);
    title.textContent = `Conclude ${shown.code}`;
    why.textContent = shown.hesitate;
    why.title = shown.hesitate;
    const words = shown.verdict === "not_satisfactory" || shown.to_panel || shown.feedback;
    refill(tools,
      shown.history.length ? make("button", {
        type: "button", class: `link nw${shown.saved ? " saved" : ""}`, "data-k": "past", "data-testid": "conclusion-history", "aria-expanded": String(!past.hidden),
        "aria-label": shown.saved ? `Concluded, saved ${shown.saved}. History` : "History of the conclusion", title: "What was concluded before", onclick: () => { past.hidden = !past.hidden; paint(model.get("shown")); },
      }, shown.saved ? [icon("tick"), shown.saved] : "History") : null,
      words ? make("button", { type: "button", class: "link", "data-k": "words", "data-testid": "conclusion-words", title: shown.verdict === "not_satisfactory" ? "What is lacking, for the letter" : "Your sentence to the panel", disabled: lost || Boolean(frozen), onclick: () => question(shown.verdict) }, "Words") : null,
      shown.verdict ? make("button", {
        type: "button", class: "link", "data-k": "back", "data-testid": "withdraw-conclusion", disabled: lost || Boolean(frozen),
        onclick: () => perform(model, talk, "withdraw", { unit: unitOf([shown.code, ""]) }),
      }, "Take back") : null);
    refill(past, pastLines(shown.history));
    row.paint(shown.verdict, lost || Boolean(frozen));
  }
  return paint;
});
