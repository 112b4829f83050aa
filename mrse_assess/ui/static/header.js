// Header, saved line, connection, keys, help. Works without the kernel, and says so when the kernel is gone.

const PING = 700;
const PATIENCE = 3800;
const SLOW = 300;
const KEYS = [
  ["Judge", [
    ["Satisfactory", "1"], ["Not satisfactory", "2"], ["Refer to panel", "3"],
    ["Conclude the same, and nothing offered", "⇧1", "⇧2", "⇧3", "⇧4"],
    ["Reasons", "r"], ["Simulated", "s"], ["MHRA reference", "m"], ["Write a note", "w"], ["Park, judge now", "p"],
  ]],
  ["Move", [
    ["Next unjudged", "n"], ["Next, previous claim", "j", "k"], ["Page back, forward", "←", "→"],
    ["Go to the cited page", "g"], ["Next pane", "F6"], ["Leave a field", "Esc"],
  ]],
  ["See", [["Zoom", "+", "-"], ["Fit width", "f"], ["Draft letter", "l"], ["This list", "?"]]],
];
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
  const help = make("dialog", { class: "mrse-dialog", "aria-label": "List of keys", "data-testid": "help" });
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
    if (!ok) talk.say("refused", { id: content.ack });
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
  const letter = () => (lost ? say("Not connected: the letter cannot be drawn yet.") : perform(model, talk, "letter"));
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

  // ---------------------------------------------------------------- keys
  const VERDICT_KEYS = { Digit1: 0, Digit2: 1, Digit3: 2, Numpad1: 0, Numpad2: 1, Numpad3: 2 };
  const LIFTED = { Digit1: "satisfactory", Digit2: "not_satisfactory", Digit3: "referred_to_panel", Digit4: "nothing_offered" };
  const LETTERS = {
    n: next, j: () => move(1), k: () => move(-1), g: () => talk.say("cited"), r: () => talk.say("reasons"), s: () => talk.say("simulated"),
    m: () => talk.say("mhra"), w: () => talk.say("write"), p: () => talk.say("park"), l: letter, f: () => talk.say("zoom", { by: 0 }),
    "+": () => talk.say("zoom", { by: 1 }), "=": () => talk.say("zoom", { by: 1 }), "-": () => talk.say("zoom", { by: -1 }), "?": showHelp,
  };
  const ARROW_OWNERS = "[role=treegrid],[role=radiogroup],[role=tablist],[role=separator],[role=listbox]";

  function move(step) {
    if (lost) return say("Not connected: another item cannot be opened yet.");
    perform(model, talk, "move", { step });
  }

  function typing(target) {
    const field = target.closest?.("input,textarea,select,[contenteditable=''],[contenteditable=true]");
    return field && !(field.tagName === "INPUT" && ["checkbox", "radio", "button"].includes(field.type));
  }

  function keydown(event) {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const ours = inVoila ? !target.closest?.("dialog[open]") : room()?.contains(target) && !target.closest?.("dialog[open]");
    if (!ours || !room()?.isConnected) return;
    let act = null;
    if (event.key === "F6") act = () => cycle(event.shiftKey ? -1 : 1);
    else if (typing(target)) {
      if (event.key === "Escape") window.setTimeout(() => document.activeElement === target && talk.say("focus", { pane: "page" }), 0);
      return;
    } else if (event.shiftKey && LIFTED[event.code]) act = () => talk.say("conclude", { verdict: LIFTED[event.code] });
    else if (!event.shiftKey && event.code in VERDICT_KEYS) act = () => talk.say("verdict", { at: VERDICT_KEYS[event.code] });
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      if (event.shiftKey || target.closest?.(ARROW_OWNERS)) return;
      act = () => talk.say("turn", { by: event.key === "ArrowRight" ? 1 : -1 });
    } else if (event.key === "Escape") act = () => say("");
    else if (LETTERS[event.key]) act = LETTERS[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || "jk+-=ArrowLeftArrowRight".includes(event.key)) act();
  }
  document.addEventListener("keydown", keydown, { capture: true, signal });

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

  function showHelp() {
    if (!help.firstChild) {
      help.append(
        make("div", { class: "row dialog-head" }, make("h2", {}, "Keys"), span("sm mut grow", "Silent while you type in a box."),
          make("button", { type: "button", class: "btn", onclick: () => help.close() }, "Close", kbd("Esc"))),
        make("div", { class: "keys" }, KEYS.map(([group, lines]) => make("section", {}, make("h3", {}, group),
          lines.map(([words, ...caps]) => make("div", { class: "ky" }, span("", words), span("caps", caps.map((cap) => make("kbd", {}, cap)))))))));
    }
    help.showModal();
  }

  // ---------------------------------------------------------------- widths of the panes
  function divider(side) {
    const key = `mrse-width-${side}`;
    const sign = side === "left" ? 1 : -1;
    const bounds = side === "left" ? [190, 460] : [340, 760];
    const bar = make("div", {
      class: `divider ${side}`, role: "separator", "aria-orientation": "vertical", tabindex: "0", "aria-valuemin": `${bounds[0]}`, "aria-valuemax": `${bounds[1]}`,
      "aria-label": side === "left" ? "Width of the worklist" : "Width of the judgement pane", title: "Drag, or use the arrow keys; double click restores",
    });
    const pane_ = () => room()?.querySelector(side === "left" ? ".mrse-list" : ".mrse-judge");
    const set = (width) => {
      const kept = width === null ? null : Math.round(Math.min(bounds[1], Math.max(bounds[0], width)));
      kept === null ? room()?.style.removeProperty(`--${side}`) : room()?.style.setProperty(`--${side}`, `${kept}px`);
      writeStore(localStorage, key, kept === null ? null : `${kept}`);
      bar.setAttribute("aria-valuenow", `${kept ?? Math.round(pane_()?.offsetWidth ?? bounds[0])}`);
    };
    bar.addEventListener("pointerdown", (event) => {
      const from = event.clientX;
      const width = pane_().offsetWidth;
      bar.setPointerCapture(event.pointerId);
      const drag = (moved) => set(width + sign * (moved.clientX - from));
      bar.addEventListener("pointermove", drag);
      bar.addEventListener("pointerup", () => bar.removeEventListener("pointermove", drag), { once: true });
    });
    bar.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
      if (by) { event.preventDefault(); set(pane_().offsetWidth + sign * by); }
    });
    bar.addEventListener("dblclick", () => set(null));
    window.setTimeout(() => {
      const kept = Number.parseInt(readStore(localStorage, key) ?? "", 10);
      kept ? set(kept) : bar.setAttribute("aria-valuenow", `${Math.round(pane_()?.offsetWidth ?? bounds[0])}`);
    }, 0);
    return bar;
  }
  el.append(divider("left"), divider("right"));

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
