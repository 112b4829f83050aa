// Header, saved line, connection, keys, help. Works without the kernel, and says so when the kernel is gone.

const PING = 700;
const PATIENCE = 3800;
const SLOW = 300;
const PANES = ["list", "page", "judge"];
const NAMES = { list: "Worklist", page: "Evidence", judge: "Judgement" };

export default pane(({ model, el, talk, signal }) => {
  let heard = Date.now();
  let lost = false;
  let lastSaved = "";
  let since = "";
  let nextWaits = false;
  let asides = ""; // spoken after what the next answer says
  let stale = ""; // why this tab is behind
  let readOnly = ""; // why nothing can be recorded here, as the panes were told
  const steps = []; // undos and redos asked for while one was under way
  const waiting = new Map(); // act number -> when sent, and what
  const inVoila = Boolean(document.body.dataset.voila);
  const room = () => el.closest(".mrse-room");

  // ---------------------------------------------------------------- header
  const title = make("h1", { class: "nw" });
  const attempt = span("mut clip opt");
  const assessor = span("mut nw assessor");
  const saved = make("span", { class: "saved", "data-testid": "saved" });
  const progress = span("mut nw sm opt");
  const undoing = span("mut opt clip what");
  const undoButton = make("button", { type: "button", class: "btn undo", ...keyed("undo"), "data-testid": "undo", onclick: () => step("undo", undoing.textContent) }, icon("undo"), "Undo", undoing, keyCap("undo"));
  const sealButton = make("button", { type: "button", class: "btn", "data-testid": "seal", title: "Check what is open, then seal", onclick: seal }, icon("lock"), span("word", "Seal"));
  const press = (what, image, word, act, css, action) => make("button", {
    type: "button", class: `btn ${css}`, ...keyed(act), "data-testid": what, onclick: action,
  }, image ? icon(image) : null, word, keyCap(act));
  const back = make("button", { type: "button", class: "btn ghost back", "data-testid": "applications", title: "All applications", "aria-label": "Applications", onclick: leave }, icon("list"), span("word", "Applications"));
  const speak = make("div", { class: "sr", role: "status", "data-testid": "spoken" });
  const toast = make("div", { class: "toast", hidden: true, "data-testid": "toast" });
  const lostBar = make("div", { class: "ban red", role: "alert", "data-testid": "lost", hidden: true });
  const sealedBar = make("div", { class: "ban info sealed", "data-testid": "sealed", hidden: true });
  const staleBar = make("div", { class: "ban info stale", role: "alert", "data-testid": "stale", hidden: true });
  const attempts = attemptBars({ model, talk });
  const { help, showHelp } = keyboard({ model, talk, signal, inVoila, room, acts: { next, letter, move, cycle, say } });
  el.classList.add("mrse-head");
  el.append(
    make("div", { class: "skips" }, PANES.map((name) => make("button", { type: "button", class: "skip", onclick: () => focusPane(name) }, `Go to ${NAMES[name].toLowerCase()}`))),
    make("header", { class: "head" },
      make("div", { class: "who" }, title, attempt, assessor), span("sep"), saved, span("grow"), progress,
      undoButton, press("next", "next", "Next unjudged", "next", "main", next), span("sep opt"), back,
      sealButton, press("letter", "letter", span("word", "Letter"), "letter", "", () => letter()),
      make("button", { type: "button", class: "btn ghost icon", "aria-label": "Settings: keys and what happens after a verdict", title: "Settings", "data-testid": "open-preferences", onclick: () => perform(model, talk, "settings") }, icon("gear")),
      make("button", { type: "button", class: "btn ghost icon", "aria-label": "Help: list of keys", ...keyed("help"), "data-testid": "keys", onclick: showHelp }, keyCap("help"))),
    make("div", { class: "bars" }, lostBar, staleBar, sealedBar, ...attempts.bars), speak, toast, help, attempts.dialog,
    make("nav", { class: "tabs", "aria-label": "Panes" }, PANES.map((name) => make("button", { type: "button", onclick: () => focusPane(name) }, NAMES[name]))),
  );

  function say(words, { keep = false, tool = null } = {}) {
    const held = toast.contains(document.activeElement);
    toast.hidden = !words;
    toast.classList.toggle("undone", Boolean(tool));
    refill(toast, tool ? icon("undo") : null, span("grow", words), tool);
    if (words || !keep) speak.textContent = words;
    if (held) talk.say("focus", { pane: "page" });
  }

  // ---------------------------------------------------------------- sent and acknowledged
  const label = () => {
    const oldest = Math.min(...[...waiting.values()].map(({ at }) => at));
    const slow = waiting.size && Date.now() - oldest > SLOW;
    saved.classList.toggle("busy", Boolean(slow));
    refill(saved, slow ? "saving" : lastSaved ? [icon("tick"), `saved ${lastSaved}`] : span("mut", "nothing recorded yet"));
  };

  talk.hear("sent", ({ id, act }) => {
    if (act === "place") return;
    waiting.set(id, { at: Date.now(), act });
    window.setTimeout(() => waiting.has(id) && label(), SLOW + 10);
    if (act !== "draft") say("", { keep: true });
  });

  function answered(content) {
    heard = Date.now();
    if (content.pong) return recovered();
    if (content.asked_sheet) return attempts.open(content.asked_sheet);
    if (content.ack === undefined) return;
    const act = waiting.get(content.ack)?.act;
    waiting.delete(content.ack);
    const ok = content.refused === undefined;
    if (ok && content.saved) lastSaved = content.saved;
    if (ok && content.said) say(content.saved ? `${content.said} Saved ${content.saved}.` : content.said);
    if (ok && content.said && content.saved) toast.hidden = true; // the saved line shows it; the voice says it
    if (ok && act === "undo") say(content.said, { tool: make("button", { type: "button", class: "btn", ...keyed("redo"), "data-testid": "redo", onclick: () => step("redo") }, "Redo", keyCap("redo")) });
    if (ok && act === "redo") say(content.said);
    if (!ok) talk.say("refused", { id: content.ack, why: content.refused });
    talk.say("ack", { id: content.ack, ok });
    if (!ok && content.stale) freeze(content.refused, content.since);
    else if (!ok) say(content.refused);
    if (ok && content.said === "This tab is up to date.") freeze("");
    if (act) {
      if (ok && asides) speak.textContent = content.said ? `${speak.textContent} ${asides}` : asides;
      asides = "";
    }
    label();
    goOn(ok);
    if (nextWaits && !savesWaiting()) { nextWaits = false; if (ok) next(); }
  }
  model.on("msg:custom", answered);

  const savesWaiting = () => waiting.size > 0;

  function next() {
    if (lost) return say("Not connected: the next item cannot be opened yet.");
    if (savesWaiting()) { nextWaits = true; return; }
    perform(model, talk, "next");
  }
  function letter() {
    lost ? say("Not connected: the letter cannot be drawn yet.") : perform(model, talk, "letter");
  }
  talk.hear("letter", letter);

  // ---------------------------------------------------------------- undo, redo, seal
  // A key waits until what was sent is saved, then undoes the latest act. A click undoes what the button named, or
  // nothing: a note that was recorded only because the click left its box is not undone in its stead.
  function step(which, named) {
    if (lost) return say(`Not connected: nothing can be ${which === "undo" ? "undone" : "done again"} yet.`);
    if (readOnly) return say(readOnly);
    const stepping = [...waiting.values()].some(({ act }) => act === "undo" || act === "redo");
    if (stepping || (savesWaiting() && !named)) return steps.push(which);
    perform(model, talk, which, named ? { named } : {});
  }
  function goOn(ok) {
    if (!ok) steps.length = 0;
    if (steps.length && !savesWaiting()) perform(model, talk, steps.shift());
  }
  function seal() {
    lost ? say("Not connected: the check list cannot be drawn yet.") : perform(model, talk, "seal_view");
  }
  talk.hear("undo", () => step("undo"));
  talk.hear("redo", () => step("redo"));

  // Read-only for a reason: this tab is behind, another version has come, or the assessment is sealed. Panes that are drawn later ask for their keys.
  function hold() {
    const { sealed } = model.get("shown");
    const why = stale || attempts.readOnly(model.get("shown")) || (sealed ? "This assessment is sealed. Reopen it, with a reason, to change it." : "");
    room()?.classList.toggle("frozen", Boolean(why));
    if (why && !stale && !readOnly) talk.say("flush"); // words still on their way are kept before the page is read-only
    if (why !== readOnly) talk.say("frozen", { why, behind: Boolean(stale) });
    readOnly = why;
  }
  talk.hear("keys_wanted", () => {
    if (readOnly) talk.say("frozen", { why: readOnly, behind: Boolean(stale) });
    hold();
  });
  // An aside is spoken with the next answer or after the last one; the page shows it in its own place.
  talk.hear("note", ({ said, aside }) => { if (aside) asides = said; else say(said); });

  function leave() {
    if (inVoila) address(null);
    perform(model, talk, "leave");
  }

  // The address names the application, so that a reload comes back to it.
  function address(application) {
    if (!inVoila) return;
    const now = new URL(location.href);
    now.searchParams.delete("token");
    application ? now.searchParams.set("application", application) : now.searchParams.delete("application");
    history.replaceState(null, "", now);
  }

  // ---------------------------------------------------------------- connection
  function beat() {
    if (signal.aborted) return;
    try { model.send({ act: "ping" }); } catch { /* no way to the kernel: the clock below will tell */ }
    if (!lost && Date.now() - heard > PATIENCE) lose();
  }
  const beating = window.setInterval(beat, PING);

  function lose() {
    lost = true;
    since = lastSaved || new Date(heard).toLocaleTimeString("en-GB");
    refill(lostBar, icon("warning"),
      make("span", { class: "grow" }, `Not saving since ${since}. Nothing before that is lost.`, make("span", { class: "more" }, " What you type stays in this tab.")),
      make("button", { type: "button", class: "btn", "data-testid": "reconnect", onclick: reconnect }, "Reconnect"));
    lostBar.hidden = false;
    room()?.classList.add("lost");
    talk.say("lost", { lost });
  }

  function recovered() {
    if (!lost) return;
    lost = false;
    waiting.clear();
    lostBar.hidden = true;
    room()?.classList.remove("lost");
    talk.say("lost", { lost });
    say("Connected again.");
    label();
  }

  function reconnect() {
    if (inVoila) location.reload();
    else say("Run this notebook's cells again; your words are kept in this tab.");
  }

  // ---------------------------------------------------------------- another tab went on
  function freeze(why, since) {
    stale = why;
    staleBar.hidden = !why;
    hold();
    if (!why) return;
    let words = "";
    talk.say("words", { give: (text) => { words = text; } });
    const copy = make("button", { type: "button", class: "btn", "data-testid": "copy-unsent", onclick: () => navigator.clipboard?.writeText(words).then(() => say("Copied."), () => say("Copying was refused; select the words and copy them.")) }, "Copy the unsent words");
    const [went, ...rest] = (since || why).split(/(?<=\.) /);
    refill(staleBar, icon("panel"),
      make("span", { class: "grow" }, make("b", {}, went), " This tab is read-only. ", rest.join(" "), since ? " Nothing from this tab overwrote it." : null,
        words ? make("span", { class: "clip unsent", title: words }, `Unsent here: “${words}”`) : null),
      make("button", { type: "button", class: "btn main", "data-testid": "catch-up", onclick: () => perform(model, talk, "catch_up") }, "Bring this tab up to date"),
      words ? copy : null);
  }

  function move(by) {
    if (lost) return say("Not connected: another item cannot be opened yet.");
    perform(model, talk, "move", { step: by });
  }

  const paneOf = (node) => PANES.find((name) => node.closest?.(`.mrse-${name}`));

  function focusPane(name) {
    const place = room()?.querySelector(`.mrse-${name}`);
    place?.scrollIntoView({ block: "start" });
    if (name === "judge") (room().querySelector(".form:not([hidden]) .verd [tabindex='0']:not(:disabled)") ?? room().querySelector(".concl [tabindex='0']"))?.focus({ preventScroll: true });
    else talk.say("focus", { pane: name });
  }

  function cycle(by) {
    const at = PANES.indexOf(paneOf(document.activeElement));
    focusPane(PANES[(at + by + PANES.length) % PANES.length] ?? PANES[0]);
  }

  el.append(divider("left", room), divider("right", room));

  function landmarks() {
    const list = room()?.querySelector(".mrse-list");
    list?.setAttribute("role", "navigation");
    list?.setAttribute("aria-label", "Worklist");
    const judge = room()?.querySelector(".mrse-judge");
    judge?.setAttribute("role", "complementary");
    judge?.setAttribute("aria-label", "Guidance and judgement");
    const guide = room()?.querySelector(".mrse-guide");
    guide?.setAttribute("role", "region");
    guide?.setAttribute("aria-label", "Guidance and findings");
    guide?.setAttribute("tabindex", "0");
  }
  window.setTimeout(landmarks, 0);
  const settle = new MutationObserver(landmarks);
  window.setTimeout(() => {
    if (!room()) return;
    settle.observe(room(), { childList: true });
    keepKeys(room(), signal);
  }, 0);

  signal.addEventListener("abort", () => {
    window.clearInterval(beating);
    settle.disconnect();
    if (attempts.dialog.open) attempts.dialog.close();
    model.off("msg:custom", answered);
  });

  return (shown) => {
    if (!shown.application) return;
    title.textContent = shown.application;
    attempt.textContent = attempt.title = shown.attempt;
    if (!lastSaved) lastSaved = shown.saved;
    refill(assessor, "Assessor ", make("b", {}, shown.assessor));
    progress.textContent = shown.progress;
    back.hidden = !shown.back;
    undoing.textContent = undoing.title = shown.undo;
    undoButton.title = shown.undo ? `Undo ${shown.undo}` : "There is nothing to undo";
    undoButton.setAttribute("aria-label", undoButton.title);
    undoButton.disabled = !shown.undo || Boolean(shown.sealed);
    sealButton.hidden = Boolean(shown.sealed);
    sealedBar.hidden = !shown.sealed;
    refill(sealedBar, icon("lock"), span("grow", make("b", {}, `Sealed ${shown.sealed}.`), " It can be read, not changed."), make("button", { type: "button", class: "btn", "data-k": "reopen", "data-testid": "reopen", onclick: seal }, "Reopen"));
    attempts.paint(shown);
    hold();
    if (inVoila) { document.title = shown.title; address(shown.application); }
    document.documentElement.lang = document.documentElement.lang || "en-GB";
    landmarks();
    label();
  };
});
