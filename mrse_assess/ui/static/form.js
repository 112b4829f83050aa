// The judgement of one item for one sub-category. Words are kept in the tab until the kernel has said that it has them.

const CHANNELS = [
  ["feedback", "To applicant", "letter", "Printed in the letter"],
  ["to_panel", "To panel", "panel", "Read by the panel"],
  ["private", "Private", "lock", "Yours, until asked for"],
];
const JUDGE = ["satisfactory", "not_satisfactory", "referred_to_panel"];
const TEXTS = ["feedback", "to_panel", "private", "seen", "mhra_section"];
const PAUSE = 400;

export default pane(({ model, el, talk, signal }) => {
  let shown = {};
  let entry = {};
  let channel = "feedback";
  let pageNow = { evidence_id: "", page: 0 };
  let lost = false;
  let frozen = "";
  let pause = 0;
  let unsent = false; // words typed since the last message
  let unrecorded = false; // words or choices that no record holds
  const focus = comeBack(talk);
  const flying = new Map(); // act number -> held key and stamp

  const store = () => `mrse-held:${shown.app ?? ""}:${shown.unit?.join(":")}`;
  const heldTexts = () => Object.fromEntries(TEXTS.map((name) => [name, entry[name]]));

  // ---------------------------------------------------------------- words held in the tab
  function hold() {
    const stamp = `${Date.now()}-${Math.random()}`;
    writeStore(sessionStorage, store(), JSON.stringify({ stamp, texts: heldTexts() }));
  }
  function held() {
    try { return JSON.parse(readStore(sessionStorage, store()) ?? "null"); } catch { return null; }
  }
  function fly(id) {
    const kept = held();
    if (kept) flying.set(id, { key: store(), stamp: kept.stamp });
  }
  talk.hear("ack", ({ id, ok }) => {
    const about = flying.get(id);
    flying.delete(id);
    if (about && ok) {
      const now = readStore(sessionStorage, about.key);
      if (now && JSON.parse(now).stamp === about.stamp) writeStore(sessionStorage, about.key, null);
    }
    if (!ok && shown.unit) {
      unsent = true;
      unrecorded = unrecorded || TEXTS.some((name) => entry[name] !== shown.entry[name]);
    }
    state();
  });

  // ---------------------------------------------------------------- sending
  function send(act) {
    window.clearTimeout(pause);
    unsent = false;
    const { evidence_id, page } = pageNow;
    if (evidence_id === shown.unit[1] && act === "judge" && page) entry.page = page;
    fly(perform(model, talk, act, { unit: unitOf(shown.unit), entry: { ...entry } }));
    if (act === "judge") unrecorded = false;
    state();
  }
  const usable = () => !lost && !frozen && shown.unit;

  // A choice (chip, reason, select): part of the record at once if there is a verdict, else kept as a draft.
  function chosen() {
    unrecorded = true;
    hold();
    if (usable()) send(entry.verdict ? "judge" : "draft");
    repaint();
  }

  function typed() {
    unsent = true;
    unrecorded = true;
    hold();
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
    if (!shown.unit) return talk.say("note", { said: "There is no item to judge here. Shift and a digit conclude the sub-category." });
    if (frozen) return talk.say("note", { said: "This tab is read-only. Bring it up to date first." });
    if (lost) return talk.say("note", { said: "Not connected: the verdict was not recorded. Your words are kept in this tab." });
    if (entry.verdict !== choice || unrecorded) {
      entry.verdict = choice;
      send("judge");
      repaint();
    }
    if (choice === "not_satisfactory") reasons.open();
  }

  // ---------------------------------------------------------------- parts of the form
  const heading = make("h3", { class: "nw" });
  const saved = make("span", { class: "sm clip", "data-testid": "unit-saved" });
  const tools = span("row sm end nw");
  const parked = make("div", { class: "ban info parked", hidden: true });
  const pastList = make("ol", { class: "past", hidden: true, "aria-label": "History" });
  const row = verdictRow({ label: "Verdict", verdicts: JUDGE, key: "verdict", css: "verd", pick: verdict });

  const reasons = reasonPicker({
    room: model.get("room"), focus, changed: chosen, typed, left,
    now: () => ({ shown, entry, usable: Boolean(usable()), shut: Boolean(frozen) || lost }),
  });
  const contribution = make("div", { class: "chips", role: "group", "aria-label": "Contribution shown" });
  const contributionRow = make("div", { class: "fl" }, span("lab", "Contribution"), contribution);
  const edition = make("select", { class: "fld", "aria-label": "MHRA edition", "aria-keyshortcuts": "m", "data-testid": "mhra-edition" });
  const section = make("input", { class: "fld section", type: "text", maxlength: "60", "aria-label": "MHRA section", placeholder: "section", "data-testid": "mhra-section" });
  const simulated = make("button", { type: "button", class: "chip end", "aria-keyshortcuts": "s", "data-testid": "simulated", onclick: toggleSimulated }, span("cb"), "Simulated", kbd("s"));
  const mhraRow = make("div", { class: "fl" }, make("span", { class: "lab" }, "MHRA ", kbd("m")), make("div", { class: "row" }, edition, section, simulated));
  const groups = make("div", { class: "chips", role: "group", "aria-label": "Independent group" });
  const groupRow = make("div", { class: "fl" }, span("lab", "Independent"), groups);
  const tabs = make("div", { class: "chan", role: "tablist", "aria-label": "Notes" });
  const boxId = `note-${model.get("room")}`;
  const text = make("textarea", { class: "fld", rows: "2", id: boxId, "aria-keyshortcuts": "w", "data-testid": "note", spellcheck: "true", lang: "en-GB" });
  const foot = make("div", { class: "foot" });
  const notes = make("div", {}, tabs, make("div", { class: "chbox", role: "tabpanel" }, text, foot));
  const facts = make("div", { class: "facts" }, contributionRow, mhraRow, groupRow);

  el.classList.add("form");
  el.setAttribute("role", "region");
  el.append(make("div", { class: "row" }, heading, saved, tools), parked, pastList, row.group, reasons.box, reasons.slots, facts, notes);

  // ---------------------------------------------------------------- facts
  function toggleSimulated() {
    if (!usable()) return;
    entry.simulated = !entry.simulated;
    chosen();
  }

  function paintFacts() {
    contributionRow.hidden = !shown.contributions.length;
    refill(contribution, shown.contributions.map((kind) => {
      const on = entry.contribution.includes(kind);
      return make("button", {
        type: "button", class: `chip${on ? " on" : ""}`, "aria-pressed": String(on), "data-k": `c-${kind}`, disabled: !usable(),
        onclick: () => { entry.contribution = on ? entry.contribution.filter((one) => one !== kind) : [...entry.contribution, kind]; chosen(); },
      }, on ? icon("tick") : null, kind);
    }));
    if (document.activeElement !== edition) {
      edition.replaceChildren(make("option", { value: "" }, "no reference"), ...shown.editions.map((one) => make("option", { value: one }, one)));
      edition.value = entry.mhra_edition;
    }
    edition.disabled = section.disabled = !usable();
    section.hidden = !entry.mhra_edition;
    if (document.activeElement !== section) section.value = entry.mhra_section;
    simulated.setAttribute("aria-pressed", String(entry.simulated));
    simulated.classList.toggle("on", entry.simulated);
    simulated.disabled = !usable();
    refill(simulated.firstChild, entry.simulated ? icon("tick") : null);
    simulated.firstChild.classList.toggle("on", entry.simulated);
    groupRow.hidden = !shown.groups.length;
    refill(groups, shown.groups.map((group) => {
      const on = entry.independent_group === group.id;
      return make("button", {
        type: "button", class: `chip${on ? " on" : ""}`, "aria-pressed": String(on), "data-k": `g-${group.id}`, disabled: !usable(), title: `Group ${group.id}: ${group.members}`,
        onclick: () => { entry.independent_group = on ? "" : group.id; chosen(); },
      }, on ? icon("tick") : null, `${group.id}: ${group.members}`);
    }));
  }
  edition.addEventListener("change", () => {
    entry.mhra_edition = edition.value;
    if (!edition.value) entry.mhra_section = "";
    chosen();
    if (edition.value) section.focus();
  });
  for (const field of [edition, section]) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      focus.back();
    });
  }
  section.addEventListener("input", () => { entry.mhra_section = section.value; typed(); });
  section.addEventListener("blur", left);

  // ---------------------------------------------------------------- notes
  function paintTabs() {
    refill(tabs, CHANNELS.map(([name, words, image]) => make(
      "button",
      {
        type: "button", role: "tab", "aria-selected": String(name === channel), tabindex: name === channel ? "0" : "-1", "data-k": name,
        "data-testid": `tab-${name}`, "aria-controls": boxId, onclick: () => { channel = name; paintNotes(); text.focus(); },
      },
      icon(image), span("clip", words), entry[name] ? make("span", { class: "has", title: "has text" }, span("sr", ", has text")) : null,
    )));
  }
  tabs.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = CHANNELS.findIndex(([name]) => name === channel);
    channel = CHANNELS[(at + by + CHANNELS.length) % CHANNELS.length][0];
    paintNotes();
    tabs.querySelector("[aria-selected=true]").focus();
  });

  function paintNotes() {
    const [, words, , fate] = CHANNELS.find(([name]) => name === channel);
    paintTabs();
    text.dataset.channel = channel;
    text.setAttribute("aria-label", `Note: ${words.toLowerCase()}. ${fate}`);
    if (text.value !== entry[channel]) text.value = entry[channel];
    text.readOnly = Boolean(frozen);
    state();
  }
  text.addEventListener("input", () => {
    entry[channel] = text.value;
    typed();
    remember();
  });
  text.addEventListener("focus", remember);
  text.addEventListener("blur", () => { writeStore(sessionStorage, "mrse-typing", null); left(); });
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    focus.back();
  });
  function remember() {
    writeStore(sessionStorage, "mrse-typing", JSON.stringify([shown.unit, channel]));
  }

  // After a reload in the middle of a sentence: the same note, the cursor at its end.
  function goOnTyping() {
    let was = null;
    try { was = JSON.parse(readStore(sessionStorage, "mrse-typing") ?? "null"); } catch { return; }
    if (!was || !sameUnit(was[0], shown.unit)) return;
    channel = was[1];
    paintNotes();
    const unit = shown.unit;
    const settle = (left) => { // the page is still being put together: wait until it can take the focus
      if (!left || signal.aborted || !sameUnit(unit, shown.unit) || document.activeElement?.matches("input,textarea,select")) return;
      text.focus({ preventScroll: true });
      if (document.activeElement === text) text.setSelectionRange(text.value.length, text.value.length);
      else window.setTimeout(() => settle(left - 1), 100);
    };
    settle(50);
  }

  // ---------------------------------------------------------------- what is saved
  function state() {
    const [, , , fate] = CHANNELS.find(([name]) => name === channel);
    const waiting = unsent || [...flying.values()].length > 0;
    const count = entry[channel]?.length ?? 0;
    const late = (lost || frozen) && (unsent || unrecorded);
    refill(foot, span("grow clip", fate),
      late ? span("s-prompt row", icon("warning"), `not saved yet, ${count} characters`)
        : unrecorded && !waiting && entry.verdict ? span("", "kept as a draft") : null,
      late || channel === "private" ? null : span("", "disclosable on request"));
    saved.className = `sm clip ${late ? "s-prompt" : shown.saved ? "saved" : "mut"}`;
    refill(saved, late ? "not saved yet"
      : shown.saved ? [icon("tick"), `saved ${shown.saved}`]
      : unrecorded || shown.drafted ? "draft kept, no verdict yet" : "not yet judged");
    for (const [name] of CHANNELS) {
      const tab = tabs.querySelector(`[data-k="${name}"]`);
      if (tab && Boolean(entry[name]) !== Boolean(tab.querySelector(".has"))) { paintTabs(); break; }
    }
  }

  function paintHead() {
    heading.textContent = shown.heading;
    el.setAttribute("aria-label", `Your judgement of ${shown.heading}`);
    row.group.setAttribute("aria-label", `Verdict on ${shown.heading}`);
    refill(tools,
      shown.history.length ? make("button", {
        type: "button", class: "link", "data-k": "past", title: `${shown.history.length} records`, "aria-expanded": String(!pastList.hidden), onclick: () => { pastList.hidden = !pastList.hidden; paintHead(); },
      }, "History") : null,
      shown.saved ? make("button", {
        type: "button", class: "link", "data-k": "back", "data-testid": "withdraw", disabled: !usable(), onclick: () => perform(model, talk, "withdraw", { unit: unitOf(shown.unit) }),
      }, "Take back") : null,
      make("button", { type: "button", class: "btn ghost small", "aria-keyshortcuts": "p", "data-k": "park", "data-testid": "park", disabled: !usable(), onclick: park },
        icon("parked"), shown.parked ? "Judge now" : "Park", kbd("p")));
    refill(pastList, shown.history.map((line) => make("li", { title: line.day }, span("mut nw", line.at), shape(line.verdict || "not_yet_judged"), span("clip", line.words))));
  }

  // ---------------------------------------------------------------- parking
  let reminding = false;
  function park() {
    if (!usable()) return talk.say("note", { said: shown.unit ? "Nothing can be recorded now." : "There is no item to park here." });
    if (shown.parked) return perform(model, talk, "take_up", { unit: unitOf(shown.unit) });
    reminding = true;
    focus.leave();
    paintParked();
    parked.querySelector("input").focus();
  }
  function paintParked() {
    parked.hidden = !shown.parked && !reminding;
    if (reminding && parked.contains(document.activeElement)) return;
    if (reminding) {
      const field = make("input", { class: "fld grow", type: "text", maxlength: "400", "aria-label": "A few words to yourself, then Enter", placeholder: "A few words to yourself, then Enter", "data-testid": "reminder" });
      const close = () => { reminding = false; focus.back(); paintParked(); };
      const done = () => { perform(model, talk, "park", { unit: unitOf(shown.unit), reminder: field.value.trim() }); close(); };
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        event.key === "Enter" ? done() : close();
      });
      refill(parked, icon("parked"), field, make("button", { type: "button", class: "btn", onclick: done }, "Park"));
    } else if (shown.parked) {
      refill(parked, icon("parked"), make("span", { class: "grow" }, make("b", {}, "Parked"), ` ${shown.parked.since}${shown.parked.reminder ? `: ${shown.parked.reminder}` : ""}`));
    } else refill(parked);
  }

  // ---------------------------------------------------------------- painting
  function repaint() {
    if (!shown.unit) return;
    row.paint(entry.verdict, lost || Boolean(frozen));
    paintHead();
    paintParked();
    reasons.paint();
    paintFacts();
    paintNotes();
  }

  function paint(next) {
    el.hidden = !next.unit;
    const moved = !sameUnit(shown.unit, next.unit);
    if (moved && shown.unit && unsent && usable()) send("draft");
    const first = !shown.unit;
    const mine = moved ? null : heldTexts();
    shown = next;
    if (!shown.unit) return;
    if (moved) { unsent = unrecorded = false; reminding = false; pastList.hidden = true; reasons.reset(); }
    entry = structuredClone(shown.entry);
    const kept = held();
    if (kept) {
      // Words that the kernel has not acknowledged: they win over what it shows.
      const different = TEXTS.some((name) => kept.texts[name] !== undefined && kept.texts[name] !== entry[name]);
      Object.assign(entry, moved ? kept.texts : { ...kept.texts, ...mine });
      if (different) {
        unrecorded = true;
        if (moved) { unsent = true; if (usable()) send("draft"); }
      } else if (moved) writeStore(sessionStorage, store(), null);
    }
    if (shown.drafted) unrecorded = true;
    if (moved) {
      const withText = CHANNELS.find(([name]) => entry[name]);
      if (!entry[channel] && withText) channel = withText[0];
      if (!entry[channel]) channel = "feedback";
    }
    repaint();
    if (first) goOnTyping();
  }

  talk.hear("verdict", ({ at }) => verdict(JUDGE[at]));
  talk.hear("reasons", () => (shown.unit ? reasons.open() : talk.say("note", { said: "There is no item to judge here." })));
  talk.hear("simulated", () => (shown.unit ? toggleSimulated() : talk.say("note", { said: "There is no item to judge here." })));
  talk.hear("mhra", () => { if (shown.unit) { focus.leave(); (entry.mhra_edition ? section : edition).focus(); } });
  talk.hear("write", () => { if (shown.unit) { focus.leave(); text.focus(); text.setSelectionRange(text.value.length, text.value.length); } });
  talk.hear("park", park);
  talk.hear("page", ({ evidence_id, page }) => { pageNow = { evidence_id, page }; });
  talk.hear("lost", ({ lost: now }) => {
    lost = now;
    repaint();
    if (!lost && shown.unit && unsent) send("draft");
  });
  talk.hear("frozen", ({ why }) => {
    frozen = why;
    repaint();
    if (!why && shown.unit && unsent && usable()) send("draft");
  });
  talk.hear("refused", () => { if (shown.unit) { entry = { ...structuredClone(shown.entry), ...heldTexts() }; repaint(); } });
  talk.hear("words", ({ give }) => give(unsent || unrecorded ? CHANNELS.map(([name]) => entry[name]).filter(Boolean).join("\n\n") : ""));
  signal.addEventListener("abort", () => { window.clearTimeout(pause); writeStore(sessionStorage, "mrse-typing", null); });
  window.setTimeout(() => talk.say("where"), 0);
  return paint;
});
