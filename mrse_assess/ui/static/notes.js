// Three channels that cannot be confused: each with its edge, its destination at the foot, and a dot where there is text;
// below them the quotes pinned to the judgement.
// now() gives {shown, entry, usable, frozen}; typed() after a key, left() on leaving the field, unpin(pin) takes a quote off.

const CHANNELS = [
  ["feedback", "To applicant", "letter", "Printed in the letter"],
  ["to_panel", "To panel", "panel", "Read by the panel"],
  ["private", "Private", "lock", "Yours, until asked for"],
];

function noteBox({ room, talk, signal, focus, now, typed, left, unpin }) {
  let channel = "feedback";
  const boxId = `note-${room}`;
  const tabs = make("div", { class: "chan", role: "tablist", "aria-label": "Notes" });
  const text = make("textarea", { class: "fld", rows: "2", id: `${boxId}-text`, ...keyed("write"), "data-testid": "note", spellcheck: "true", lang: "en-GB" });
  const quotes = make("ul", { class: "quotes", "aria-label": "Pinned quotes", hidden: true });
  const foot = make("div", { class: "foot" });
  const panel = make("div", { class: "chbox", role: "tabpanel", id: boxId }, text, quotes, foot);
  const place = () => CHANNELS.findIndex(([name]) => name === channel);
  const toEnd = () => text.setSelectionRange(text.value.length, text.value.length);

  const buttons = CHANNELS.map(([name, words, image]) => make(
    "button",
    { type: "button", role: "tab", id: `${boxId}-${name}`, "data-k": name, "data-testid": `tab-${name}`, "aria-controls": boxId, onclick: () => { choose(name); text.focus(); } },
    icon(image), span("clip", words), make("span", { class: "has", title: "has text", hidden: true }, span("sr", ", has text")),
  ));
  tabs.append(...buttons);

  function paintTabs() {
    for (const button of buttons) {
      const on = button.dataset.k === channel;
      button.setAttribute("aria-selected", String(on));
      button.tabIndex = on ? 0 : -1;
      button.querySelector(".has").hidden = !now().entry[button.dataset.k];
    }
  }

  function choose(name) {
    channel = name;
    paint();
  }

  tabs.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    choose(CHANNELS[(place() + by + CHANNELS.length) % CHANNELS.length][0]);
    tabs.querySelector("[aria-selected=true]").focus();
  });

  function quote(one, number) {
    const where = one.found ? `p ${one.n}${one.recognised ? ", recognised" : ""}` : "no longer found";
    return make("li", {},
      make("button", {
        type: "button", class: `link${one.found ? "" : " s-prompt"}`, "data-k": `q-${one.pin}`, "data-testid": `quote-${number}`, title: one.text, disabled: !one.found,
        "aria-label": `Quote ${number}, ${where}: ${one.text}`,
        onclick: () => talk.say("goto_quote", { pin: one.pin, page: one.n, boxes: one.boxes }),
      }, `Quote ${number}, ${where}`),
      make("button", {
        type: "button", class: "btn ghost icon small", "aria-label": `Take quote ${number} off`, title: "Take this quote off", "data-k": `u-${one.pin}`, "data-testid": `unpin-${number}`, disabled: !now().usable,
        onclick: () => unpin(one.pin),
      }, icon("cross")));
  }

  function paint() {
    const { shown, entry, frozen } = now();
    const [, words, , fate] = CHANNELS[place()];
    paintTabs();
    panel.dataset.channel = text.dataset.channel = channel;
    panel.setAttribute("aria-labelledby", `${boxId}-${channel}`);
    text.setAttribute("aria-label", `Note: ${words.toLowerCase()}. ${fate}. Disclosable on request.`);
    text.placeholder = { feedback: "To the applicant", to_panel: "To the panel", private: "To yourself" }[channel];
    if (text.value !== entry[channel]) text.value = entry[channel];
    text.readOnly = Boolean(frozen);
    quotes.hidden = !shown.quotes.length;
    const held = quotes.contains(document.activeElement);
    refill(quotes, shown.quotes.map((one, at) => quote(one, at + 1)));
    if (held && !quotes.contains(document.activeElement)) quotes.querySelector("button:not(:disabled)")?.focus({ preventScroll: true });
  }

  // The foot: where the words go, what is not kept yet, and that they can be asked for.
  function state({ late, drafted }) {
    refill(foot, span("grow clip", CHANNELS[place()][3]),
      late ? span("s-prompt row", icon("warning"), `not saved yet, ${now().entry[channel]?.length ?? 0} characters`)
        : drafted ? span("", "kept as a draft") : null,
      late ? null : make("span", { title: "What is written here can be asked for, private notes too" }, "disclosable on request"), keyCap("write"));
    paintTabs();
  }

  const remember = () => writeStore(sessionStorage, "mrse-typing", JSON.stringify([now().shown.unit, channel]));

  // After a reload in the middle of a sentence: the same note, the cursor at its end.
  function goOnTyping() {
    let was = null;
    try { was = JSON.parse(readStore(sessionStorage, "mrse-typing") ?? "null"); } catch { return; }
    const { unit } = now().shown;
    if (!was || !sameUnit(was[0], unit)) return;
    choose(was[1]);
    const settle = (tries) => { // the page is still being put together: wait until it can take the focus
      if (!tries || signal.aborted || !sameUnit(unit, now().shown.unit) || document.activeElement?.matches("input,textarea,select")) return;
      text.focus({ preventScroll: true });
      if (document.activeElement === text) toEnd();
      else window.setTimeout(() => settle(tries - 1), 100);
    };
    settle(50);
  }

  text.addEventListener("input", () => {
    now().entry[channel] = text.value;
    typed();
    remember();
  });
  text.addEventListener("focus", () => { panel.classList.add("grown"); remember(); });
  text.addEventListener("blur", () => {
    afterPress(() => panel.classList.toggle("grown", document.activeElement === text));
    writeStore(sessionStorage, "mrse-typing", null);
    left();
  });
  text.addEventListener("keydown", (event) => escapes(event, focus));

  return {
    box: make("div", {}, tabs, panel),
    paint,
    state,
    write: () => { focus.leave(); text.focus(); toEnd(); },
    // Another item: the channel that has text, else the first.
    moved: () => {
      const { entry } = now();
      if (!entry[channel]) channel = CHANNELS.find(([name]) => entry[name])?.[0] ?? "feedback";
    },
    all: () => CHANNELS.map(([name]) => now().entry[name]).filter(Boolean).join("\n\n"),
    goOnTyping,
  };
}
