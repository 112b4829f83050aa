// The judgement of one item for one sub-category: verdict, reasons, facts, notes. What is typed is kept by keeping.js.

const JUDGE = ["satisfactory", "not_satisfactory", "referred_to_panel"];
const PAUSE = 400;

export default pane(({ model, el, talk, signal }) => {
  let shown = {};
  let entry = {};
  let pageNow = { evidence_id: "", page: 0 };
  let lost = false;
  let frozen = "";
  let pause = 0;
  let unsent = false; // words typed since the last message
  let unrecorded = false; // words or choices that no record holds
  let ready = false; // a verdict or reason was just given that may complete the judgement
  let completing = 0; // the act that completes it
  let latest = 0; // the last act with what stands in the form: until it is answered, the form is ahead of the kernel
  let recording = false; // that act records: its answer comes with what is shown then
  const room = model.get("room");
  const focus = comeBack(talk);
  const usable = () => Boolean(!lost && !frozen && shown.unit);
  const now = () => ({ shown, entry, usable: usable(), shut: Boolean(frozen) || lost, frozen });
  const act = (name, fields = {}) => perform(model, talk, name, { unit: unitOf(shown.unit), ...fields });
  const note = (said) => talk.say("note", { said });

  const words = keeper({
    talk, now,
    failed: (differs) => { unsent = true; unrecorded = unrecorded || differs; },
    settled: (id, ok) => {
      if (id === latest) {
        latest = 0;
        if (ok && recording) adopt();
      }
      state();
      if (id !== completing) return;
      completing = 0;
      if (ok) talk.say("judged");
    },
  });

  // ---------------------------------------------------------------- sending
  function send(name) {
    window.clearTimeout(pause);
    unsent = false;
    const { evidence_id, page } = pageNow;
    if (evidence_id === shown.unit[1] && name === "judge" && page) entry.page = page;
    if (name === "judge") words.hold({ judged: entry, over: shown.saved, at: new Date().toLocaleTimeString("en-GB") });
    const id = act(name, { entry: { ...entry } });
    words.sent(id);
    latest = id;
    recording = name === "judge";
    if (name === "judge") {
      unrecorded = false;
      if (ready && isComplete()) { completing = id; ready = false; }
    }
    state();
  }

  // Nothing more is owed to the judgement: satisfactory, or not satisfactory with a reason and what its sentence needs.
  const isComplete = () => entry.verdict === "satisfactory" || (entry.verdict === "not_satisfactory" && entry.reasons.length > 0 && !reasons.owing());

  // A choice (chip, reason, select): part of the record at once if there is a verdict, else kept as a draft.
  function chosen() {
    unrecorded = true;
    words.hold();
    if (usable()) send(entry.verdict ? "judge" : "draft");
    repaint();
  }

  function typed() {
    unsent = true;
    unrecorded = true;
    words.hold();
    reasons.follow();
    state();
    window.clearTimeout(pause);
    if (usable()) pause = window.setTimeout(() => unsent && usable() && send("draft"), PAUSE);
  }

  // Leaving a text field makes what was typed part of the record, if there is one.
  function left() {
    if (usable() && unrecorded) {
      if (entry.verdict) send("judge");
      else if (unsent) send("draft");
    }
  }

  function verdict(choice) {
    if (!shown.unit) return note("There is no item to judge here. Shift and a digit conclude the sub-category.");
    if (frozen) return note(frozen);
    if (lost) return note("Not connected: the verdict was not recorded. Your words are kept in this tab.");
    if (entry.verdict !== choice || unrecorded || shown.again) {
      entry.verdict = choice;
      ready = choice === "satisfactory";
      send("judge");
      repaint();
    }
    if (choice === "not_satisfactory") reasons.open();
  }

  // ---------------------------------------------------------------- parts of the form
  const heading = make("h3", { class: "nw" });
  const saved = make("span", { class: "sm clip", "data-testid": "unit-saved" });
  const tools = span("row sm end nw");
  const pastList = make("ol", { class: "past", hidden: true, "aria-label": "History" });
  const also = make("div", { class: "row sm also", hidden: true });
  const again = make("div", { class: "ban info parked", "data-testid": "look-again", hidden: true });
  const row = verdictRow({ label: "Verdict", verdicts: JUDGE, key: "verdict", css: "verd", pick: verdict });
  const reasons = reasonPicker({ room, talk, focus, now, changed: chosen, added: () => { ready = true; chosen(); }, typed, left });
  const facts = factRows({ focus, now, changed: chosen, typed, left });
  const notes = noteBox({ room, talk, signal, focus, now, typed, left, unpin: (pin) => act("unpin", { pin }) });
  const parking = parkingBox({ talk, focus, now, act });

  el.classList.add("form");
  el.setAttribute("role", "region");
  el.append(make("div", { class: "row" }, heading, saved, tools), again, parking.box, pastList, also, row.group, reasons.box, reasons.slots, facts.box, notes.box);

  // ---------------------------------------------------------------- what is saved
  function state() {
    const late = Boolean((lost || frozen) && (unsent || unrecorded));
    notes.state({ late, drafted: unrecorded && !unsent && !words.waiting() && Boolean(entry.verdict) });
    saved.className = `sm clip ${late ? "s-prompt" : shown.saved ? "saved" : "mut"}`;
    refill(saved, late ? "not saved yet"
      : shown.saved ? [icon("tick"), `saved ${shown.saved}`]
      : unrecorded || shown.drafted ? "draft kept, no verdict yet" : "not yet judged");
  }

  function paintHead() {
    heading.textContent = shown.heading;
    el.setAttribute("aria-label", `Your judgement of ${shown.heading}`);
    row.group.setAttribute("aria-label", `Verdict on ${shown.heading}`);
    refill(tools,
      shown.history.length ? make("button", {
        type: "button", class: "link", "data-k": "past", "data-testid": "history", title: `${shown.history.length} ${shown.history.length === 1 ? "record" : "records"}`, "aria-expanded": String(!pastList.hidden),
        onclick: () => { pastList.hidden = !pastList.hidden; paintHead(); },
      }, `History (${shown.history.length})`) : null,
      make("button", { type: "button", class: "btn ghost small", ...keyed("park"), "data-k": "park", "data-testid": "park", disabled: !usable(), onclick: parking.park },
        icon("parked"), shown.parked ? "Judge now" : "Park", keyCap("park")));
    refill(pastList, shown.saved ? make("li", {}, make("button", {
      type: "button", class: "link", "data-k": "back", "data-testid": "withdraw", disabled: !usable(), onclick: () => act("withdraw"),
    }, "Take the verdict back: not yet judged again")) : null, pastLines(shown.history));
    again.hidden = !shown.again;
    refill(again, shown.again ? [icon("compare"), span("grow", shown.again), make("button", {
      type: "button", class: "btn", "data-k": "holds", "data-testid": "holds", disabled: !usable(), onclick: () => usable() && send("judge"),
    }, "It still holds")] : null);
    paintAlso();
  }

  // The item is read once: judged here, it is offered for the next sub-category that cites it.
  function paintAlso() {
    also.hidden = !(entry.verdict && shown.saved && shown.also.length);
    refill(also, also.hidden ? null : span("mut", "Also claimed"), ...(also.hidden ? [] : shown.also).map((code, at) => make("button", {
      type: "button", class: "link", "data-k": `also-${code}`, "data-testid": `also-${code}`, onclick: () => perform(model, talk, "open", { unit: unitOf([code, shown.unit[1]]) }),
    }, at ? `for ${code}` : `for ${code}: judge it there next`)));
  }

  // ---------------------------------------------------------------- painting
  function repaint() {
    if (!shown.unit) return;
    row.paint(entry.verdict, lost || Boolean(frozen));
    paintHead();
    parking.paint();
    reasons.paint();
    facts.paint();
    notes.paint();
    state();
  }

  // What the kernel has now answered, with the words it has not.
  function adopt() {
    if (!shown.unit) return;
    const mine = words.texts();
    entry = structuredClone(shown.entry);
    const kept = words.kept();
    if (kept) layOver(kept, mine, false);
    repaint();
  }

  // Words that the kernel has not acknowledged win over what it shows.
  function layOver(kept, mine, moved) {
    if (moved && words.cutOff(kept)) {
      Object.assign(entry, kept.judged);
      if (usable()) send("judge");
      return;
    }
    const different = TEXTS.some((name) => kept.texts[name] !== undefined && !alike(kept.texts[name], entry[name]));
    Object.assign(entry, moved ? kept.texts : { ...kept.texts, ...mine });
    if (different) {
      unrecorded = true;
      if (moved) { unsent = true; if (usable()) send("draft"); }
    } else if (moved) words.drop();
  }

  function paint(next) {
    el.hidden = !next.unit;
    const moved = !sameUnit(shown.unit, next.unit);
    if (moved && shown.unit && unsent && usable()) send("draft");
    const first = !shown.unit;
    const mine = moved ? null : words.texts();
    shown = next;
    if (!shown.unit) return;
    if (moved) {
      unsent = unrecorded = ready = false;
      completing = latest = 0;
      pastList.hidden = true;
      parking.reset();
      reasons.reset();
    }
    if (!latest) {
      entry = structuredClone(shown.entry);
      const kept = words.kept();
      if (kept) layOver(kept, mine, moved);
    }
    if (shown.drafted) unrecorded = true;
    if (moved) notes.moved();
    repaint();
    if (first) notes.goOnTyping();
  }

  const noItem = () => note("There is no item to judge here.");
  const onItem = (action) => () => (shown.unit ? action() : noItem());
  const recordable = (action) => onItem(() => (usable() ? action() : note(frozen || "Not connected: nothing can be recorded yet.")));
  talk.hear("verdict", ({ at }) => verdict(JUDGE[at]));
  talk.hear("reasons", recordable(() => reasons.open()));
  talk.hear("simulated", recordable(() => facts.toggle()));
  talk.hear("mhra", recordable(() => facts.mhra()));
  talk.hear("write", onItem(() => (usable() && reasons.owing() && reasons.answer()) || notes.write()));
  talk.hear("park", parking.park);
  talk.hear("page", ({ evidence_id, page }) => { pageNow = { evidence_id, page }; });
  talk.hear("flush", () => { if (shown.unit && unsent && usable()) send("draft"); });
  talk.hear("lost", ({ lost: gone }) => {
    lost = gone;
    latest = 0;
    repaint();
    if (!lost && shown.unit && unsent) send("draft");
  });
  talk.hear("frozen", ({ why }) => {
    frozen = why;
    repaint();
    if (!why && shown.unit && unsent && usable()) send("draft");
  });
  talk.hear("refused", () => { if (shown.unit) { entry = { ...structuredClone(shown.entry), ...words.texts() }; repaint(); } });
  talk.hear("words", ({ give }) => give(unsent || unrecorded ? notes.all() : ""));
  signal.addEventListener("abort", () => { window.clearTimeout(pause); writeStore(sessionStorage, "mrse-typing", null); });
  window.setTimeout(() => talk.say("where"), 0);
  return paint;
});
