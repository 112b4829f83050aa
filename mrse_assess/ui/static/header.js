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
  const waiting = new Map(); // act number -> when sent
  const inVoila = Boolean(document.body.dataset.voila);
  const room = () => el.closest(".mrse-room");

  // ---------------------------------------------------------------- header
  const title = make("h1", { class: "nw" });
  const attempt = span("mut nw opt");
  const assessor = span("mut nw");
  const saved = make("span", { class: "saved", "data-testid": "saved" });
  const progress = span("mut nw sm opt");
  const press = (what, image, word, shortcut, css, action) => make("button", {
    type: "button", class: `btn ${css}`, "aria-keyshortcuts": shortcut, "data-testid": what, onclick: action,
  }, image ? icon(image) : null, word, kbd(shortcut));
  const back = make("button", { type: "button", class: "btn ghost", "data-testid": "applications", title: "All applications", onclick: leave }, icon("list"), span("opt", "Applications"));
  const speak = make("div", { class: "sr", role: "status", "data-testid": "spoken" });
  const toast = make("div", { class: "toast", hidden: true, "data-testid": "toast" });
  const lostBar = make("div", { class: "ban red", role: "alert", "data-testid": "lost", hidden: true });
  const staleBar = make("div", { class: "ban info stale", role: "alert", "data-testid": "stale", hidden: true });
  const { help, showHelp } = keyboard({ model, talk, signal, inVoila, room, acts: { next, letter, move, cycle, say } });
  el.classList.add("mrse-head");
  el.append(
    make("div", { class: "skips" }, PANES.map((name) => make("button", { type: "button", class: "skip", onclick: () => focusPane(name) }, `Go to ${NAMES[name].toLowerCase()}`))),
    make("header", { class: "head" },
      make("div", { class: "who" }, title, attempt, assessor), span("sep"), saved, span("grow"), progress,
      press("next", "next", "Next unjudged", "n", "main", next), span("sep opt"), back,
      press("letter", "letter", "Letter", "l", "", () => letter()),
      make("button", { type: "button", class: "btn ghost icon", "aria-label": "Help: list of keys", "aria-keyshortcuts": "?", "data-testid": "keys", onclick: showHelp }, kbd("?"))),
    make("div", { class: "bars" }, lostBar, staleBar), speak, toast, help,
    make("nav", { class: "tabs", "aria-label": "Panes" }, PANES.map((name) => make("button", { type: "button", onclick: () => focusPane(name) }, NAMES[name]))),
  );

  function say(words, { keep = false } = {}) {
    toast.hidden = !words;
    toast.textContent = words;
    if (words || !keep) speak.textContent = words;
  }

  // ---------------------------------------------------------------- sent and acknowledged
  const label = () => {
    const oldest = Math.min(...waiting.values());
    const slow = waiting.size && Date.now() - oldest > SLOW;
    saved.classList.toggle("busy", Boolean(slow));
    refill(saved, slow ? "saving" : lastSaved ? [icon("tick"), `saved ${lastSaved}`] : span("mut", "nothing recorded yet"));
  };

  talk.hear("sent", ({ id, act }) => {
    if (act === "place") return;
    waiting.set(id, Date.now());
    window.setTimeout(() => waiting.has(id) && label(), SLOW + 10);
    if (act !== "draft") say("", { keep: true });
  });

  function answered(content) {
    heard = Date.now();
    if (content.pong) return recovered();
    if (content.ack === undefined) return;
    waiting.delete(content.ack);
    const ok = content.refused === undefined;
    if (ok && content.saved) lastSaved = content.saved;
    if (ok && content.said) say(content.saved ? `${content.said} Saved ${content.saved}.` : content.said);
    if (ok && content.said && content.saved) toast.hidden = true; // the saved line shows it; the voice says it
    if (!ok) talk.say("refused", { id: content.ack, why: content.refused });
    talk.say("ack", { id: content.ack, ok });
    if (!ok && content.stale) freeze(content.refused);
    else if (!ok) say(content.refused);
    if (ok && content.said === "This tab is up to date.") freeze("");
    label();
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
  talk.hear("note", ({ said }) => say(said));

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
  function freeze(why) {
    staleBar.hidden = !why;
    room()?.classList.toggle("frozen", Boolean(why));
    talk.say("frozen", { why });
    if (!why) return;
    let words = "";
    talk.say("words", { give: (text) => { words = text; } });
    const copy = make("button", { type: "button", class: "btn", "data-testid": "copy-unsent", onclick: () => navigator.clipboard?.writeText(words).then(() => say("Copied."), () => say("Copying was refused; select the words and copy them.")) }, "Copy the unsent words");
    refill(staleBar, icon("panel"), make("span", { class: "grow" }, make("b", {}, why), " This tab is read-only."),
      words ? make("span", { class: "clip unsent", title: words }, `Unsent here: “${words}”`) : null,
      make("button", { type: "button", class: "btn main", "data-testid": "catch-up", onclick: () => perform(model, talk, "catch_up") }, "Bring this tab up to date"),
      words ? copy : null);
  }

  function move(step) {
    if (lost) return say("Not connected: another item cannot be opened yet.");
    perform(model, talk, "move", { step });
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
    model.off("msg:custom", answered);
  });

  return (shown) => {
    if (!shown.application) return;
    title.textContent = shown.application;
    attempt.textContent = shown.attempt;
    if (!lastSaved) lastSaved = shown.saved;
    refill(assessor, "Assessor ", make("b", {}, shown.assessor));
    progress.textContent = shown.progress;
    back.hidden = !shown.back;
    if (inVoila) { document.title = shown.title; address(shown.application); }
    document.documentElement.lang = document.documentElement.lang || "en-GB";
    landmarks();
    label();
  };
});
