// The panel page: the list of applications, or one of them with agenda, sides and effect.

const PING = 1000;
const PATIENCE = 4000;
const PANEL_KEYS = { satisfactory: "1", not_satisfactory: "2", nothing_offered: "4", next: "n", next_claim: "j", previous_claim: "k", write: "w", undo: "u", cited: "g" };

export default pane(({ model, el, talk, signal }) => {
  const inVoila = Boolean(document.body.dataset.voila);
  let heard = Date.now();
  let lost = false;
  const waiting = new Map();
  const lostBar = make("div", { class: "ban red", role: "alert", hidden: true, "data-testid": "lost" });
  const said = make("span", { class: "sm", role: "status", "data-testid": "panel-status" });
  const saved = span("saved");
  const title = make("h1", { class: "nw" });
  const state = span("mut clip");
  const place = span("nw");
  const names = span("tag");
  const undo = make("button", { type: "button", class: "btn", "data-testid": "panel-undo", ...keyed("undo"), onclick: () => act("undo") }, icon("undo"), "Undo", keyCap("undo"));
  const pack = make("button", { type: "button", class: "btn", "data-testid": "take-away", title: "Agenda and pages in one file, in case this page cannot be opened on the evening", onclick: () => act("take_away") }, icon("download"), "Take along");
  const rise = make("button", { type: "button", class: "btn", "data-testid": "rise", onclick: () => act("rise") }, "Close the meeting");
  const back = make("button", { type: "button", class: "btn ghost", "data-testid": "panel-back", onclick: leave }, icon("back"), "Applications");
  const head = make("header", { class: "head mt-head" }, back, title, state, span("sep"), place, span("grow"), said, names, undo, pack, rise, saved);
  const evidence = meetingPage({ model, signal });
  const agenda = meetingAgenda({ act, turn });
  const topic = meetingSides({ model, act, hasAct: () => waiting.size > 0, evidence });
  const effect = make("aside", { class: "mt-effect pad stack", "aria-label": "Effect and presence" });
  const closed = make("div", { class: "mt-closed pad stack" });
  const hall = make("main", { class: "start" });
  const meeting = make("div", { class: "mt" }, agenda.box, topic.box, effect);
  el.classList.add("mrse-meeting");
  keepKeys(el, signal);
  el.append(lostBar, head, closed, meeting, hall);
  keysNow = Object.fromEntries(Object.entries(PANEL_KEYS).map(([name, key]) => [name, { cap: key, shortcut: key }]));
  printKeys(el);

  // ---------------------------------------------------------------- acts and answers
  function act(name, fields = {}) {
    if (lost) return tell("Not connected: nothing was recorded. Your words are kept in this tab.");
    const id = ++actNumber;
    waiting.set(id, name);
    saved.classList.add("busy");
    post(model, { act: name, id, ...fields });
  }
  function turn(unit) {
    if (!unit || lost) return;
    topic.turned(true);
    act("turn", { unit: unitOf(unit) });
  }
  function tell(words) { said.textContent = words; }

  function received(content, buffers) {
    heard = Date.now();
    if (lost) found();
    if (content.told !== undefined) tell(content.told);
    if (content.file !== undefined) { saveFile(el, content, buffers[0]); tell(`Saved by the browser as ${content.file}.`); }
    if (content.ack === undefined) return;
    waiting.delete(content.ack);
    if (!waiting.size) { saved.classList.remove("busy"); topic.turned(false); }
    if (content.refused !== undefined) {
      tell(content.refused);
      if (content.stale) act("catch_up");
      return;
    }
    tell(content.said ?? "");
    if (content.saved) refill(saved, icon("tick"), `saved ${content.saved}`);
  }
  model.on("msg:custom", received);

  function leave() {
    address(null);
    act("leave");
  }

  function address(application) {
    if (!inVoila) return;
    const now = new URL(location.href);
    now.searchParams.delete("token");
    application ? now.searchParams.set("application", application) : now.searchParams.delete("application");
    history.replaceState(null, "", now);
  }

  // ---------------------------------------------------------------- connection
  const beating = window.setInterval(() => {
    try { model.send({ act: "ping" }); } catch { /* the clock below will tell */ }
    if (!lost && Date.now() - heard > PATIENCE) {
      lost = true;
      refill(lostBar, icon("warning"), span("grow", "Not connected. Nothing that was saved is lost; what you type stays in this tab."),
        make("button", { type: "button", class: "btn", "data-testid": "reconnect", onclick: () => location.reload() }, "Reconnect"));
      lostBar.hidden = false;
    }
  }, PING);
  function found() {
    lost = false;
    lostBar.hidden = true;
    waiting.clear();
    tell("Connected again.");
  }
  signal.addEventListener("abort", () => { window.clearInterval(beating); model.off("msg:custom", received); });

  // ---------------------------------------------------------------- keys
  function typing(target) { return target.closest?.("input,textarea,select"); }
  document.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0];
    const shown = model.get("shown");
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !shown.application || !el.isConnected) return;
    if (!inVoila && !el.contains(target)) return;
    if (typing(target)) { if (event.key === "Escape") target.blur(); return; }
    const here = shown.topic?.unit;
    const doing = {
      1: () => topic.pick(0), 2: () => topic.pick(1), 4: () => topic.pick(2),
      n: () => turn(agenda.nextAfter(here)), j: () => turn(agenda.beside(here, 1)), k: () => turn(agenda.beside(here, -1)),
      w: topic.write, u: () => shown.undo && act("undo"), g: evidence.look, ArrowLeft: () => evidence.turn(-1), ArrowRight: () => evidence.turn(1),
    }[event.key];
    if (!doing || event.repeat || (event.key.startsWith("Arrow") && target.closest?.("[role=radiogroup],[role=listbox]"))) return;
    event.preventDefault();
    doing();
  }, { signal });

  // ---------------------------------------------------------------- what is shown
  function stateOf(row) {
    if (row.over || row.why_not) return span("mut", row.over ? row.over[0].toUpperCase() + row.over.slice(1) : row.why_not);
    if (row.left === null) return row.sitting ? "The panel sits. Sit down to see what differs" : "The panel can sit";
    return `${row.sitting ? "The panel sits. " : ""}${row.left} to settle`;
  }

  function paintHall(rows) {
    refill(hall, make("h1", {}, "Panel"), make("section", { "aria-label": "Applications" }, make("h2", {}, "Applications"),
      rows.length ? make("table", { class: "t apps" }, make("thead", {}, make("tr", {}, ["Application", "State", ""].map((words) => make("th", { scope: "col" }, words || span("sr", "Open"))))),
        make("tbody", {}, rows.map((row) => make("tr", {},
          make("td", {}, make("b", {}, row.application), row.attempt > 1 ? span("sm mut", ` attempt ${row.attempt}`) : null),
          make("td", {}, stateOf(row)),
          make("td", { class: "end" }, make("button", { type: "button", class: `btn${row.why_not || row.over ? "" : " main"}`, "data-k": row.application, "data-testid": `moderate-${row.application}`, "aria-label": `Open ${row.application}`, onclick: () => act("open", { application: row.application }) }, "Open"))))))
        : make("p", { class: "mut" }, "There is no application here for you to moderate.")), rows.length ? agreement(model.get("shown").agreement) : null);
  }

  // How far assessors agree: asked for, since it takes a moment; a table to each question, and under it what is not said.
  function agreement(tables) {
    return make("section", { "aria-label": "Agreement" }, make("h2", {}, "How far assessors agree"),
      make("p", { class: "mut" }, "From what each had said when they first sealed, over the applications that you may see."),
      tables.length ? tables.map((one) => make("div", { class: "stack", "data-testid": "agreement" }, make("h3", {}, one.title),
        one.rows.length ? make("table", { class: "t" }, make("thead", {}, make("tr", {}, one.head.map((words) => make("th", { scope: "col" }, words || span("sr", "Of"))))),
          make("tbody", {}, one.rows.map(([name, ...cells]) => make("tr", {}, make("th", { scope: "row" }, name), cells.map((words) => make("td", { class: "nw" }, words)))))) : null,
        one.notes.map((words) => make("p", { class: "sm mut" }, words))))
        : make("button", { type: "button", class: "btn", "data-k": "agreement", "data-testid": "agree", onclick: ({ currentTarget: button }) => { button.disabled = true; button.textContent = "Being worked out"; act("agreement"); } }, "Work it out"));
  }

  function paintClosed(shown) {
    const chosen = new Set(shown.persons);
    const day = new Date().toLocaleDateString("sv-SE");
    const name = make("input", { class: "fld", type: "text", value: day, "aria-label": "Name of the meeting", "data-testid": "meeting-name" });
    const told = shown.why_not || shown.not_shown;
    refill(closed, told ? make("p", { class: "row", "data-testid": "why-not" }, icon("lock"), told) : null, shown.why_not ? null
      : shown.sitting ? make("div", { class: "row" }, make("button", { type: "button", class: "btn main", "data-testid": "join", onclick: () => act("join") }, "Sit down at the meeting"))
      : make("form", { class: "row wrap", onsubmit: (event) => { event.preventDefault(); act("sit", { meeting: name.value, present: shown.persons.filter((one) => chosen.has(one)) }); } },
        span("lab", "Who is present?"),
        shown.persons.map((person) => make("label", { class: "row" }, make("input", { type: "checkbox", checked: true, "data-testid": `present-${person}`, onchange: (event) => { event.target.checked ? chosen.add(person) : chosen.delete(person); } }), person)),
        name, make("button", { type: "submit", class: "btn main", "data-testid": "sit" }, "Begin the meeting"),
        shown.presence.recused ? span("sm mut", `${shown.presence.recused} recused`) : null));
  }

  let ground = "";
  function outcomes(shown) {
    if (shown.agenda.left) return null;
    const field = make("input", { class: "fld", type: "text", "data-k": "ground", "aria-label": "Ground of the outcome", placeholder: "Ground, in words", value: ground || shown.outcomes.ground, "data-testid": "panel-ground", oninput: (event) => { ground = event.target.value; } });
    return make("section", { class: "stack", "aria-label": "Outcome" }, make("h3", {}, "Outcome"), field,
      shown.outcomes.choices.map((one) => make("div", {}, make("button", {
        type: "button", class: `btn${one.kind === shown.outcomes.chosen ? " on" : ""}`, "data-k": `o-${one.kind}`, "data-testid": `panel-outcome-${one.kind}`, disabled: Boolean(one.why_not) || !shown.sitting, title: one.why_not,
        onclick: () => act("outcome", { kind: one.kind, ground: field.value }),
      }, one.kind === shown.outcomes.chosen ? icon("tick") : null, one.name), one.why_not ? make("p", { class: "sm mut" }, one.why_not) : null)),
      shown.outcomes.chosen ? make("button", { type: "button", class: "btn main", "data-k": "letter", "data-testid": "panel-letter", onclick: () => act("letter") }, "To the letter") : null);
  }

  function paintEffect(shown) {
    const told = sameUnit(shown.effect?.unit, shown.topic?.unit) ? shown.effect : null;
    refill(effect,
      make("h3", {}, "If recorded"),
      told?.missing ? make("p", { class: "sm s-prompt", role: "status", "data-testid": "missing" }, told.missing) : told ? [
        told.rows.length ? make("table", { class: "t", "data-testid": "effect" }, make("thead", {}, make("tr", {}, ["Rule", "now", "then"].map((words) => make("th", { scope: "col" }, words)))), make("tbody", {}, told.rows.map(([rule, now, then]) => make("tr", {}, make("td", {}, rule), make("td", { class: "nw" }, now), make("td", { class: "nw" }, make("b", {}, then)))))) : null,
        told.now === told.then ? make("p", { class: "sm" }, told.sentence) : make("p", { class: "row wrap", "data-testid": "becomes" }, rulesTag(told.now), span("mut", "becomes"), rulesTag(told.then)),
      ] : make("p", { class: "sm mut" }, "Choose a verdict: what it would change is said here before anything is recorded."),
      outcomes(shown),
      make("p", { class: `sm ${shown.presence.met ? "mut" : "s-prompt"}`, "data-testid": "presence" }, shown.presence.words, shown.presence.recused ? `; ${shown.presence.recused} recused` : "", "."));
  }

  return (shown) => {
    const open = Boolean(shown.application);
    hall.hidden = open || !shown.hall;
    head.hidden = !open;
    closed.hidden = !open || (shown.sitting && !shown.why_not && !shown.not_shown);
    meeting.hidden = !open || !shown.agenda;
    if (inVoila) { document.title = open ? `${shown.application}, panel` : "Panel"; address(open ? shown.application : null); }
    if (!open) return shown.hall && paintHall(shown.hall);
    title.textContent = shown.application;
    state.textContent = shown.state;
    names.textContent = shown.names_hidden ? "Names hidden" : "Names shown";
    undo.disabled = !shown.undo;
    undo.title = shown.undo ? `Undo ${shown.undo}` : "There is nothing to undo";
    rise.hidden = !shown.sitting || Boolean(shown.not_shown);
    undo.hidden = !shown.agenda;
    pack.hidden = !shown.agenda;
    if (shown.saved) refill(saved, icon("tick"), `saved ${shown.saved}`);
    if (!closed.hidden) paintClosed(shown);
    if (!shown.agenda) return;
    const left = shown.agenda.left;
    place.textContent = left ? `${left} to settle` : "Everything is settled";
    agenda.paint(shown);
    topic.paint(shown);
    paintEffect(shown);
    printKeys(el);
  };
});
