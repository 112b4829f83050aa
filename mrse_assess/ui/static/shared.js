// What every pane uses. Joined in front of each pane's own file; no address, no code and no markup made from text.

// Parsed once from this constant, so that no namespace has to be spelled out.
const SEED = new DOMParser().parseFromString("<svg><path></path></svg>", "text/html").querySelector("svg");

// Each icon is a list of [path, way]: f filled, k cut out of the fill, else a stroke of that width; a second number is a dash.
const ICONS = {
  satisfactory: [["M8 1a7 7 0 100 14A7 7 0 008 1z", "f"], ["M4.6 8.3l2.3 2.3 4.4-4.9", "k"]],
  not_satisfactory: [["M3.4 1.4h9.2a2 2 0 012 2v9.2a2 2 0 01-2 2H3.4a2 2 0 01-2-2V3.4a2 2 0 012-2z", "f"], ["M5 5l6 6M11 5l-6 6", "k"]],
  referred_to_panel: [["M8 .7L15.3 8 8 15.3.7 8z", "f"], ["M5 8h5.4M8.3 5.8L10.6 8l-2.3 2.2", "k"]],
  nothing_offered: [["M8 1.6a6.4 6.4 0 100 12.8A6.4 6.4 0 008 1.6z", 1.5, "2.2 1.8"], ["M5 8h6", 1.8]],
  not_yet_judged: [["M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8z", 1.6]],
  in_progress: [["M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8z", 1.6], ["M8 3.2a4.8 4.8 0 000 9.6z", "f"]],
  parked: [["M8 1.6a6.4 6.4 0 100 12.8A6.4 6.4 0 008 1.6z", 1.5], ["M6.3 5.2v5.6M9.7 5.2v5.6", 1.8]],
  flag: [["M3.5 14.5V2h8.8L10 5.2l2.3 3.3H3.5", 1.6]],
  broken: [["M6.3 4.2l1.6-1.6a3 3 0 014.3 4.3l-1.5 1.5M9.7 11.8l-1.6 1.6a3 3 0 01-4.3-4.3l1.5-1.5M2 4.6l2 .6M4.6 2l.6 2M14 11.4l-2-.6M11.4 14l-.6-2", 1.5]],
  tick: [["M2.8 8.6l3.3 3.3 7-7.8", 2]],
  cross: [["M4 4l8 8M12 4l-8 8", 1.6]],
  next: [["M3 8h8.6M8.2 4.4L11.8 8l-3.6 3.6M14 3.6v8.8", 1.6]],
  letter: [["M3 1.8h7l3 3v9.4H3zM5.4 7h5.2M5.4 9.4h5.2M5.4 11.8h3", 1.4]],
  list: [["M2 4h1.5M6 4h8M2 8h1.5M6 8h8M2 12h1.5M6 12h8", 1.6]],
  back: [["M10 3.5L5.5 8l4.5 4.5", 1.8]],
  forward: [["M6 3.5L10.5 8 6 12.5", 1.8]],
  plus: [["M8 3v10M3 8h10", 1.7]],
  minus: [["M3 8h10", 1.7]],
  fit: [["M1.8 3v10M14.2 3v10M4 8h8M6 5.8L3.8 8 6 10.2M10 5.8L12.2 8 10 10.2", 1.4]],
  panel: [["M5.6 3.1a2.3 2.3 0 100 4.6 2.3 2.3 0 000-4.6zM11.2 4.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6zM1.6 13.4c0-2.6 1.7-4.2 4-4.2s4 1.6 4 4.2M10.8 9.4c2 0 3.5 1.4 3.6 3.6", 1.4]],
  lock: [["M3.4 7.2h9.2v6.6H3.4zM5.4 7V5a2.6 2.6 0 015.2 0v2", 1.5]],
  read: [["M2 5.2V2.4h2.8M11.2 2.4H14v2.8M14 10.8v2.8h-2.8M4.8 13.6H2v-2.8M4.8 6h6.4M4.8 8.4h6.4M4.8 10.8h3.6", 1.4]],
  unseen: [["M1.5 8S4 3.6 8 3.6 14.5 8 14.5 8 12 12.4 8 12.4 1.5 8 1.5 8zM3 13.5l10-11", 1.4]],
  warning: [["M8 1.8l6.6 11.8H1.4z", 1.5], ["M8 6.2v3.6M8 11.4v.4", 1.6]],
  cited: [["M8 2v3M8 11v3M2 8h3M11 8h3M8 4.6a3.4 3.4 0 100 6.8 3.4 3.4 0 000-6.8z", 1.5]],
  undo: [["M6 3L2.6 6.3 6 9.6M3 6.3h6.4a3.6 3.6 0 010 7.2H6", 1.6]],
  gear: [["M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.8 2.8a1.7 1.7 0 100 3.4 1.7 1.7 0 000-3.4zM6.2 9.8a1.7 1.7 0 100 3.4 1.7 1.7 0 000-3.4z", 1.5]],
  bars: [["M2 13.5h12M4 13V8.5M8 13V3M12 13V6", 1.7]],
  download: [["M8 2v8M4.6 6.8L8 10.2l3.4-3.4M2.6 13.4h10.8", 1.6]],
  thumbs: [["M2 2h4v5H2zM2 9.5h4v4.5H2zM8.5 3h5.5M8.5 6h4M8.5 10.5h5.5M8.5 13.2h4", 1.4]], rotate: [["M13.2 8a5.2 5.2 0 11-1.7-3.9M13.4 1.8v3h-3", 1.5]], marks: [["M9.5 2.2l4 4L7 12.2H4.2L3.5 9zM2 14.4h11", 1.4]], compare: [["M2 2.5h5v11H2zM9 2.5h5v11H9z", 1.4]], pin: [["M8 14.5V9.6M4.2 9.6h7.6L10 6.6V2.4H6v4.2z", 1.4]], search: [["M7 2.6a4.4 4.4 0 100 8.8 4.4 4.4 0 000-8.8zM10.4 10.4L14 14", 1.5]], down: [["M4 6l4 4 4-4", 1.7]], flow: [["M3 2h10v5H3zM3 9h10v5H3z", 1.4]],
};

const VERDICTS = {
  satisfactory: { word: "Satisfactory", tone: "sat" },
  not_satisfactory: { word: "Not satisfactory", tone: "not" },
  referred_to_panel: { word: "Refer to panel", tone: "ref" },
  nothing_offered: { word: "Nothing offered", tone: "off" },
};

const TONES = {
  satisfactory: "s-sat", not_satisfactory: "s-not", referred_to_panel: "s-ref", nothing_offered: "s-off",
  in_progress: "s-open", not_yet_judged: "s-open", parked: "s-off",
};

function icon(name) {
  const svg = document.importNode(SEED, false);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  for (const [d, way, dash] of ICONS[name] ?? []) {
    const path = document.importNode(SEED.firstChild, false);
    path.setAttribute("d", d);
    path.setAttribute("class", way === "f" ? "fill" : way === "k" ? "cut" : "line");
    if (typeof way === "number") path.setAttribute("stroke-width", way);
    if (dash) path.setAttribute("stroke-dasharray", dash);
    svg.append(path);
  }
  return svg;
}

// An element: attributes by name, on... listeners, text children. False, null and undefined leave an attribute out.
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const span = (css, ...children) => make("span", { class: css }, ...children);
const kbd = (text) => make("kbd", { "aria-hidden": "true" }, text);

// The key of an act, printed on its control and declared there; both follow the settings (keys.js says "keys").
let keysNow = {}; // act -> {cap, shortcut}; an act without a key is not in it
const keyCap = (act) => {
  const cap = kbd(keysNow[act]?.cap ?? "");
  cap.dataset.act = act;
  cap.hidden = !keysNow[act];
  return cap;
};
const keyed = (act) => ({ "data-keys": act, "aria-keyshortcuts": keysNow[act]?.shortcut });
function printKeys(root) {
  for (const cap of root.querySelectorAll("kbd[data-act]")) {
    cap.textContent = keysNow[cap.dataset.act]?.cap ?? "";
    cap.hidden = !keysNow[cap.dataset.act];
  }
  for (const control of root.querySelectorAll("[data-keys]")) {
    const shortcut = keysNow[control.dataset.keys]?.shortcut;
    shortcut ? control.setAttribute("aria-keyshortcuts", shortcut) : control.removeAttribute("aria-keyshortcuts");
  }
}

const shape = (state, css = "") => span(`${TONES[state] ?? ""} ${css}`, icon(state));

// New children in place of the old ones; the focus stays on the child that bears the same data-k, else it goes to the evidence.
function refill(node, ...children) {
  const inside = node !== document.activeElement && node.contains(document.activeElement);
  const held = inside ? document.activeElement.dataset.k : undefined;
  node.replaceChildren(...children.flat().filter(Boolean));
  if (!inside) return;
  const again = [...node.querySelectorAll("[data-k]")].find((child) => held !== undefined && child.dataset.k === held);
  again?.focus({ preventScroll: true });
  if (document.activeElement === document.body && !node.closest("dialog,.drop-box")) node.closest(".mrse-room")?.querySelector(".mrse-page .scroll")?.focus({ preventScroll: true });
}

// Panes of one room hear each other without the kernel.
function neighbours(model, signal) {
  const type = `mrse:${model.get("room")}`;
  return {
    say: (what, detail = {}) => document.dispatchEvent(new CustomEvent(type, { detail: { what, ...detail } })),
    hear: (what, action) =>
      document.addEventListener(type, (event) => event.detail.what === what && action(event.detail), { signal }),
  };
}

let actNumber = Date.now() * 100;

// Messages to the kernel, in order. While the page is still finding its kernel a message cannot be sent: it waits here.
const outbox = [];
let posting = 0;
function post(model, message, buffers) {
  outbox.push([model, message, buffers]);
  if (!posting) emptyOutbox();
}
function emptyOutbox() {
  posting = 0;
  while (outbox.length) {
    const [model, message, buffers] = outbox[0];
    try { model.send(message, undefined, buffers); } catch { posting = window.setTimeout(emptyOutbox, 200); return; }
    outbox.shift();
  }
}

// One act of the assessor: sent to the kernel, and announced so that the header can wait for its answer.
function perform(model, talk, act, fields = {}) {
  const id = ++actNumber;
  talk.say("sent", { id, act });
  post(model, { act, id, ...fields });
  return id;
}

const unitOf = ([sub_category, evidence_id]) => ({ sub_category, evidence_id });
const sameUnit = (a, b) => Boolean(a && b && a[0] === b[0] && a[1] === b[1]);

// A row of verdicts: shape, word and key in one control. Arrows move the focus, Enter or Space records.
function verdictRow({ label, verdicts, key, pick, css }) {
  const group = make("div", { class: css, role: "radiogroup", "aria-label": label });
  const buttons = verdicts.map((verdict) => {
    const { word, tone } = VERDICTS[verdict];
    const act = key === "conclude" ? `conclude_${verdict}` : verdict;
    return make(
      "button",
      {
        type: "button", class: `vb ${tone}`, role: "radio", "data-verdict": verdict, "data-testid": `${key}-${verdict}`,
        "aria-label": word, ...keyed(act),
        title: word, onclick: () => pick(verdict),
      },
      shape(verdict), span("w", word), keyCap(act),
    );
  });
  group.append(...buttons);
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length].focus();
  });
  // A click leaves the focus with the page, so that the arrows go on turning pages; out of a text field it takes it.
  group.addEventListener("mousedown", (event) => {
    if (!document.activeElement?.matches("input,textarea,select")) event.preventDefault();
  });
  const paint = (chosen, disabled) => {
    const tabbable = Math.max(verdicts.indexOf(chosen), 0);
    buttons.forEach((button, at) => {
      const on = verdicts[at] === chosen;
      button.setAttribute("aria-checked", String(on));
      button.classList.toggle("on", on);
      button.tabIndex = at === tabbable ? 0 : -1;
      button.disabled = Boolean(disabled);
    });
  };
  return { group, paint };
}

// What was recorded, the latest first: when, what it says now, by whom; what was undone stands crossed out.
const pastLines = (history) => history.map((line) => make("li", { title: `${line.day}: ${line.words}${line.undone ? " (undone)" : ""}` },
  span("mut nw", line.at), shape(line.verdict || "not_yet_judged"), span(`grow clip${line.undone ? " undone" : ""}`, line.words),
  line.undone ? span("sr", "undone") : null, line.who ? span("mut nw", line.who) : null));

// JupyterLab looks for this mark on the element that has the focus, and then keeps its own single keys to itself.
function keepKeys(place, signal) {
  place.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"), { signal });
}

// Where the focus was before a key took it into a field, and the way back: there, else to the evidence.
function comeBack(talk) {
  let from = null;
  return {
    leave: () => { from = document.activeElement?.matches("input,textarea,select,body") ? null : document.activeElement; },
    back: () => { from?.isConnected && !from.disabled ? from.focus({ preventScroll: true }) : talk.say("focus", { pane: "page" }); from = null; },
  };
}

// Bytes from the kernel go to the reader's downloads. ``place`` is part of the page, so that a dialog lets the click through.
function saveFile(place, { file, media }, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: media }));
  const link = make("a", { href: url, download: file });
  place.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const readStore = (store, key) => {
  try { return store.getItem(key); } catch { return null; }
};
const writeStore = (store, key, value) => {
  try { value === null ? store.removeItem(key) : store.setItem(key, value); } catch { /* a full or closed store: the kernel has the text */ }
};

// Nothing is replaced or moved under a pressed pointer: the click would be lost. It is done when the click is over.
let pressed = false;
const afterClick = [];
function watchPresses(signal) {
  const release = () => {
    pressed = false;
    window.setTimeout(() => { while (!pressed && afterClick.length) afterClick.shift()(); }, 0);
  };
  document.addEventListener("pointerdown", () => { pressed = true; }, { signal, capture: true });
  for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, release, { signal, capture: true });
}
const afterPress = (action) => { if (pressed) afterClick.push(action); else action(); };

// A pane: draw builds it once and returns what repaints it.
function pane(draw) {
  return {
    render({ model, el }) {
      const ending = new AbortController();
      const talk = neighbours(model, ending.signal);
      const paint = draw({ model, el, talk, signal: ending.signal });
      watchPresses(ending.signal);
      let waits = false;
      const repaint = () => {
        if (waits) return;
        waits = true;
        afterPress(() => { waits = false; if (!ending.signal.aborted) paint(model.get("shown")); });
      };
      model.on("change:shown", repaint);
      talk.hear("keys", ({ map }) => { keysNow = map; printKeys(el); });
      talk.say("keys_wanted");
      repaint();
      return () => {
        model.off("change:shown", repaint);
        ending.abort();
      };
    },
  };
}
