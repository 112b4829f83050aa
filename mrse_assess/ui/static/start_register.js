// One application's page of the register: its assessors, to whom it is given, and what the office knows of it.

const FACTS = [
  ["applicant_reference", "The office's own reference"], ["professional_role", "Professional role", "roles"], ["employer", "Employer"], ["salutation", "How a letter begins"],
  ["route", "How it came in", "routes"], ["guidance_version", "Guidance that the applicant followed"], ["answers", "Answer asked for by", "date"], ["follows", "Takes up the application"],
];

function registerSheet({ model, request, closed }) {
  let now = ""; // the application
  let taking = null; // { person, why, to }: whom it is being taken off
  let base = {}; // what is known, as it was last shown
  const typed = new Map(); // facts that were typed and not saved
  const title = make("h2", { id: "register-title", tabindex: "-1" });
  const said = make("p", { class: "s-sat", role: "status", "data-testid": "register-said" });
  const refused = make("p", { class: "s-not", role: "alert", "data-testid": "register-refused" });
  const noticed = make("ul", { class: "noticed", role: "status", "data-testid": "register-noticed" });
  const third = make("p", { class: "s-prompt row", "data-testid": "register-third" });
  const needed = make("p", { class: "sm mut" });
  const have = make("ul", { class: "have", "data-testid": "register-assessors" });
  const to = make("select", { class: "fld grow", "data-testid": "give-to", "data-k": "give-to" });
  const giveWords = make("span");
  const giveButton = make("button", { type: "submit", class: "btn main", "data-testid": "give" });
  const give = make("form", { class: "give", onsubmit: (event) => { event.preventDefault(); allocate(); } }, make("label", { class: "grow" }, giveWords, to), giveButton);
  const nobody = make("p", { class: "sm mut" });
  const had = make("ul", { class: "have" });
  const before = make("details", {}, make("summary", {}, "Who had it, or declared an interest"), had);
  const fields = make("div", { class: "facts" });
  const read = make("dl", { class: "facts", "data-testid": "known-read" });
  const by = make("p", { class: "sm mut", "data-testid": "known-by" });
  const save = make("button", { type: "submit", class: "btn main", "data-testid": "known-save" }, "Save");
  const facts = make("form", { "aria-labelledby": "register-known", onsubmit: (event) => { event.preventDefault(); describe(); } }, fields, make("div", { class: "row" }, save));
  const who = make("section", { "aria-labelledby": "register-who" }, make("h3", { id: "register-who" }, "Assessors"), third, needed, have, give, nobody, before);
  const node = make("dialog", { class: "mrse-dialog registering", "aria-labelledby": "register-title", "data-testid": "register" },
    make("div", { class: "dialog-head row" }, title, make("button", { type: "button", class: "btn end", "data-testid": "register-close", onclick: () => node.close() }, "Close")),
    make("div", { class: "answers" }, said, refused, noticed),
    make("div", { class: "two" }, who,
      make("section", { "aria-labelledby": "register-known" }, make("h3", { id: "register-known" }, "What the office knows"), read, facts, by)));
  node.addEventListener("close", () => { const was = now; now = ""; closed(was); });
  node.addEventListener("cancel", (event) => { if (taking) { event.preventDefault(); leaveTaking(); } });

  const row = () => (model.get("shown").rows ?? []).find((one) => one.application === now);
  const office = () => model.get("shown").register;
  const able = () => office().persons.filter(({ id }) => !row().entry.barred.includes(id));

  async function act(name, fields, done) {
    said.textContent = refused.textContent = "";
    noticed.replaceChildren();
    const about = now;
    try {
      const words = await request(name, { application: about, ...fields });
      if (about !== now) return;
      done?.();
      said.textContent = words;
      paint();
    } catch (error) {
      if (about === now) { refused.textContent = error.message; paint(); }
    }
  }

  // ---------------------------------------------------------------- assessors
  function choices(select, first) {
    const kept = select.value;
    refill(select, make("option", { value: "" }, first), able().map(({ id, name, load }) => make("option", { value: id }, `${name === id ? id : `${name}, ${id}`}, ${load} at work`)));
    select.value = able().some(({ id }) => id === kept) ? kept : "";
  }

  function allocate() {
    if (!to.value) { refused.textContent = "Choose to whom it is given."; said.textContent = ""; to.focus(); return; }
    act("allocate", { to: to.value, seen: row().entry.version }, () => { to.value = ""; to.focus(); });
  }

  function takeOff() {
    act("take_off", { person: taking.person, why: taking.why, to: taking.to, seen: row().entry.version }, () => { taking = null; title.focus(); });
  }

  function leaveTaking() {
    const { person } = taking;
    taking = null;
    paint();
    have.querySelector(`[data-k="off-${CSS.escape(person)}"]`)?.focus();
  }

  function form(one) {
    const other = make("select", { class: "fld", "data-testid": "off-to", "data-k": "off-to", onchange: () => { taking.to = other.value; paint(); } });
    choices(other, "nobody for now");
    other.value = taking.to;
    return make("form", { "aria-label": `Take it off ${one.name}`, onsubmit: (event) => { event.preventDefault(); takeOff(); } },
      make("label", {}, "Why. It is kept with the records.", make("input", { class: "fld", type: "text", required: true, value: taking.why, "data-testid": "off-why", "data-k": "off-why", oninput: (event) => { taking.why = event.target.value; } })),
      make("label", {}, "Give it at once to", other),
      make("p", { class: "sm mut" }, one.stage === "sealed" ? "Their sealed assessment stays with the records; the panel does not compare it any more." : "What they recorded stays with the records; they see nothing more of it."),
      make("div", { class: "row" }, make("button", { type: "submit", class: "btn main", "data-testid": "off-do" }, taking.to ? "Take off, and give" : "Take off"), make("button", { type: "button", class: "btn", onclick: leaveTaking }, "Leave it")));
  }

  function line(one) {
    const open = taking?.person === one.person;
    const may = one.allocated && row().entry.may_allocate;
    return make("li", { "data-person": one.person },
      make("div", { class: "row" }, span(one.stage === "sealed" ? "s-sat" : one.stage === "conflict" ? "s-prompt" : "s-open", icon(STAGE_ICONS[one.stage])),
        make("div", { class: "grow" }, make("b", {}, one.name), one.name === one.person ? null : span("mut", ` ${one.person}`), `: ${one.words}`, one.task ? make("p", { class: "sm" }, one.task) : null,
          one.kinds.map((kind) => make("p", { class: "sm s-prompt" }, kind)), one.why ? make("p", { class: "sm said" }, one.why) : null, one.given ? make("p", { class: "sm mut" }, one.given) : null),
        may ? make("button", { type: "button", class: "btn", "data-k": `off-${one.person}`, "data-testid": `off-${one.person}`, "aria-expanded": String(open), "aria-label": `Take it off ${one.name}`, onclick: () => (open ? leaveTaking() : beginTaking(one)) }, "Take off") : null),
      open ? form(one) : null);
  }

  function beginTaking(one) {
    taking = { person: one.person, why: "", to: "" };
    paint();
    have.querySelector("form input")?.focus();
  }

  function paintAssessors({ entry }) {
    if (taking && !entry.assessors.some((one) => one.allocated && one.person === taking.person)) taking = null;
    third.hidden = !entry.third;
    refill(third, icon("flag"), span("grow", entry.third));
    needed.textContent = entry.needed;
    refill(have, entry.assessors.filter((one) => one.allocated).map(line));
    const gone = entry.assessors.filter((one) => !one.allocated);
    before.hidden = !gone.length;
    refill(had, gone.map(line));
    give.hidden = !entry.may_allocate || !able().length;
    nobody.hidden = !give.hidden;
    nobody.textContent = entry.may_allocate ? "There is nobody to whom it can be given: every assessor has it, or declared an interest in it." : "";
    choices(to, "choose");
    giveWords.textContent = entry.asked_for ? `Give it to, for: ${entry.asked_for}` : "Give it to";
    giveButton.textContent = entry.third_asked ? "Allocate for the third assessment" : "Allocate";
  }

  // ---------------------------------------------------------------- what is known
  const inWords = (kind, value) => (kind === "date" && value
    ? new Date(`${value}T12:00`).toLocaleDateString("en-GB", { dateStyle: "long" })
    : (office()[kind] ?? []).find(({ id }) => id === value)?.words ?? value);

  function fact([name, words, kind]) {
    const value = typed.get(name) ?? base[name];
    const changed = typed.has(name) && typed.get(name) !== base[name];
    const common = { class: "fld", "data-k": `fact-${name}`, "data-testid": `fact-${name}`, oninput: (event) => typed.set(name, event.target.value) };
    const control = kind && kind !== "date"
      ? make("select", common, [{ id: "", words: "not known" }, ...office()[kind]].map(({ id, words: label }) => make("option", { value: id, selected: id === value }, label)))
      : make("input", { ...common, type: kind ?? "text", autocomplete: "off", maxlength: "400", value });
    return make("label", {}, words, control, changed ? span("sm mut", `recorded: ${inWords(kind, base[name]) || "nothing"}`) : null);
  }

  function paintFacts({ entry }) {
    base = entry.known;
    for (const [name, value] of [...typed]) if (value === base[name]) typed.delete(name);
    facts.hidden = !entry.may_describe;
    read.hidden = entry.may_describe;
    refill(fields, entry.may_describe ? FACTS.map(fact) : null);
    refill(read, FACTS.map(([name, words, kind]) => make("div", {}, make("dt", { class: "sm mut" }, words), make("dd", {}, inWords(kind, base[name]) || span("mut", "not known")))));
    by.textContent = entry.known_by ? `Last changed by ${entry.known_by}.` : "Nothing has been recorded yet.";
  }

  const describe = () => act("describe", { known: { ...base, ...Object.fromEntries(typed) }, seen: row().entry.known_version }, () => typed.clear());

  function paint() {
    if (!now) return;
    const here = row();
    if (!here?.entry) return node.close(); // it is not this person's to see any more
    who.hidden = !office().together;
    paintAssessors(here);
    paintFacts(here);
  }

  function open(application) {
    now = application;
    taking = null;
    typed.clear();
    said.textContent = refused.textContent = "";
    noticed.replaceChildren();
    title.textContent = office().together ? `${application}: assessors and register` : `${application}: register`;
    paint();
    node.showModal();
    title.focus();
  }

  return {
    node, open, paint,
    notice: (application, words) => { if (application === now) refill(noticed, words.map((one) => make("li", { class: "row s-prompt" }, icon("flag"), span("grow", one)))); },
  };
}
