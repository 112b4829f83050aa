// One unit side by side, what the guidance says of it, and what the panel records.

function meetingSides({ model, act, hasAct, evidence }) {
  const heading = make("h2", {}, "");
  const open = evidence.open;
  const sides = make("div", { class: "mt-sides" });
  const guidance = make("div", { class: "mt-guidance", tabindex: "0", role: "region", "aria-label": "Guidance" });
  const settled = make("div", { class: "mt-settled", "data-testid": "settled" });
  const row = { group: make("div"), paint: () => {} };
  const reason = make("select", { class: "fld grow", "aria-label": "Primary reason", "data-testid": "panel-reason", onchange: chosen });
  const seen = make("input", { class: "fld grow", type: "text", maxlength: "300", "aria-label": "What the page shows, in a few words", placeholder: "What the page shows, at most 25 words", "data-testid": "panel-seen", oninput: kept });
  const why = make("input", { class: "fld grow", type: "text", maxlength: "600", "aria-label": "Why, in one sentence", placeholder: "Why, in one sentence (kept with the record)", "data-testid": "panel-why", oninput: kept });
  const follow = make("select", { class: "fld", "aria-label": "Words taken over from", "data-testid": "panel-follow", onchange: chosen });
  const simulated = yesOrNo("Simulated", "panel-simulated");
  const mhra = yesOrNo("MHRA reference", "panel-mhra");
  const group = make("select", { class: "fld", "aria-label": "Independent piece", "data-testid": "panel-group", onchange: chosen });
  const flags = make("div", { class: "row wrap", role: "group", "aria-label": "What the panel finds", hidden: true }, simulated, mhra, group);
  const record = make("button", { type: "button", class: "btn main", "data-testid": "panel-record", onclick: save }, "Record");
  const need = make("div", { class: "row wrap", hidden: true }, reason, seen);
  const form = make("div", { class: "mt-form" }, make("p", { class: "lab" }, "Agreed by the panel (a new record; both originals stay)"), row.group, flags, need, make("div", { class: "row" }, follow, why, record));
  const box = make("main", { class: "mt-topic", "aria-label": "On the table" }, heading, sides, guidance, settled, form, evidence.box);
  let topic = null;
  let verdict = "";
  let verdicts = null;
  let sitting = false;
  let turning = false; // another unit is on its way: what is pressed now would be meant for that one

  function yesOrNo(label, key) {
    return make("select", { class: "fld", "aria-label": label, "data-testid": key, onchange: chosen },
      make("option", { value: "" }, `${label}: as judged`), make("option", { value: "yes" }, `${label}: yes`), make("option", { value: "no" }, `${label}: no`));
  }
  const answer = (field) => ({ yes: true, no: false })[field.value] ?? null;
  const entry = () => ({
    unit: unitOf(topic.unit), verdict, follows: Number(follow.value), why: why.value, seen: seen.value, feedback: "", primary_reason: verdict === "not_satisfactory" ? reason.value : "",
    ...(flags.hidden ? {} : { simulated: answer(simulated), mhra_reference: answer(mhra), independent_group: group.value }),
  });
  const weigh = () => { if (topic && verdict && sitting && !turning) act("weigh", entry()); };
  function chosen() { kept(); weigh(); }

  const slot = () => `mrse:panel:${model.get("shown").application}:${topic.unit.join("|")}`;
  function kept() {
    if (!topic) return;
    writeStore(window.sessionStorage, slot(), JSON.stringify({ verdict, why: why.value, seen: seen.value, reason: reason.value, follow: follow.value, simulated: simulated.value, mhra: mhra.value, group: group.value }));
    settle();
  }

  function recall() {
    let words = {};
    try { words = JSON.parse(readStore(window.sessionStorage, slot()) ?? "{}"); } catch { /* written by another version */ }
    verdict = topic.verdicts.includes(words.verdict) ? words.verdict : topic.settled?.verdict ?? "";
    why.value = words.why ?? topic.settled?.why ?? "";
    seen.value = words.seen ?? "";
    reason.value = words.reason ?? topic.settled?.primary_reason ?? "";
    follows();
    follow.value = words.follow ?? "0";
    if (!follow.value) follow.value = "0";
    simulated.value = words.simulated ?? "";
    mhra.value = words.mhra ?? "";
    group.value = words.group ?? "";
  }

  function pick(choice) {
    if (!topic || !sitting || turning) return;
    verdict = choice;
    follows();
    chosen();
  }

  function save() {
    if (!topic || !verdict || turning) return;
    act("moderate", entry());
  }
  why.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); save(); } });

  function settle() {
    verdicts?.paint(verdict, !sitting || turning);
    need.hidden = !(topic?.unit[1] && verdict === "not_satisfactory");
    flags.hidden = !(topic?.unit[1] && verdict === "satisfactory");
    group.hidden = !topic?.groups.length;
    follow.hidden = follow.options.length < 2;
    for (const field of [reason, seen, why, follow, simulated, mhra, group]) field.disabled = !sitting;
    record.disabled = !sitting || turning || !verdict || !why.value.trim();
    record.title = sitting ? "" : "Say who is present first";
  }

  // Only what says the same, or says nothing yet, can be taken over; one alone needs no choice.
  function follows() {
    const kept = follow.value;
    const alike = topic.sides.filter((one) => one.verdict === verdict);
    const offered = topic.sides.filter((one) => one.verdict === verdict || one.verdict === "referred_to_panel");
    refill(follow, make("option", { value: "0" }, alike.length > 1 ? "Words: what they share" : alike.length ? `Words: ${alike[0].label.toLowerCase()}` : "Words: none taken over"),
      (alike.length === 1 && offered.length === 1 ? [] : offered).map((one) => make("option", { value: String(one.number) }, `Words: ${one.label.toLowerCase()}`)));
    follow.value = kept;
    if (!follow.value) follow.value = "0";
  }

  const quote = (one) => make("blockquote", { class: "quote" }, `“${one.text}” `, one.page
    ? make("button", { type: "button", class: "link nw", "data-testid": `quote-page-${one.page}`, onclick: () => open(topic, one.page, one.boxes) }, `p ${one.page}`)
    : span("mut", "(not found in the item now)"));

  const side = (one) => make("section", { class: "side stack", "aria-label": one.label, "data-testid": `side-${one.number}` },
    make("div", { class: "row" }, make("h3", { class: "grow" }, one.label), make("span", { class: "row nw" }, shape(one.verdict), make("b", {}, VERDICTS[one.verdict].word))),
    one.lines.map((words) => make("p", { class: "sm" }, words)), one.quotes.map(quote),
    one.to_panel ? make("p", { class: "sm" }, span("lab", "To panel: "), one.to_panel) : null,
    one.feedback ? make("p", { class: "sm" }, span("lab", "To applicant: "), one.feedback) : null);

  function verdictsFor(names) {
    verdicts = verdictRow({ label: "Agreed by the panel", verdicts: names, key: "panel", css: "verd", pick });
    row.group.replaceWith(verdicts.group);
    row.group = verdicts.group;
  }

  function paint(shown) {
    const before = topic && JSON.stringify(topic.unit);
    const other = !shown.topic || JSON.stringify(shown.topic.unit) !== before;
    const saved = topic?.settled?.at;
    if (other || !hasAct()) turning = false;
    topic = shown.topic;
    sitting = shown.sitting;
    for (const part of [sides, guidance, settled, form]) part.hidden = !topic;
    heading.textContent = topic ? topic.heading : "Choose what to settle first";
    if (!topic) return evidence.follow(null);
    if (other) {
      verdictsFor(topic.verdicts);
      refill(reason, make("option", { value: "" }, "Primary reason: as judged"), topic.reasons.map((one) => make("option", { value: one.id }, one.name)));
      refill(group, make("option", { value: "" }, "Independent piece: as judged"), topic.groups.map((one) => make("option", { value: one.id }, `Independent piece ${one.id}: ${one.members}`)));
    }
    if (topic.settled && topic.settled.at !== saved && !other) writeStore(window.sessionStorage, slot(), null);
    if (other || topic.settled?.at !== saved) recall();
    refill(sides, topic.sides.map(side), topic.without ? make("p", { class: "sm mut" }, `${topic.without} made no judgement of it.`) : null);
    refill(guidance, topic.guidance.map((words) => make("p", { class: "sm" }, words)));
    refill(settled, topic.settled ? make("p", { class: "row wrap" }, shape(topic.settled.verdict), make("b", {}, VERDICTS[topic.settled.verdict].word), span("", `recorded by ${topic.settled.by}, ${topic.settled.at}: ${topic.settled.why}`), topic.settled.lines.map((words) => span("tag", words)),
      make("button", { type: "button", class: "link", "data-k": "back", "data-testid": "panel-take-back", disabled: !sitting, onclick: () => act("take_back", { unit: unitOf(topic.unit) }) }, "Take back")) : null);
    settle();
    evidence.follow(topic);
  }

  return { box, paint, pick: (at) => topic?.verdicts[at] && pick(topic.verdicts[at]), write: () => why.focus(), turned: (on) => { turning = on; settle(); } };
}
