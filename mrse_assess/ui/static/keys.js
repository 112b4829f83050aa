// Keys: what each one does, the list of them, and when they keep silent. Works without the kernel.

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

const ARROW_OWNERS = "[role=treegrid],[role=radiogroup],[role=tablist],[role=separator],[role=listbox]";

// ``acts`` are what the header itself does: next, letter, move, cycle, say. Returns the list of keys and how to open it.
function keyboard({ talk, signal, inVoila, room, acts }) {
  const { next, letter, move, cycle, say } = acts;
  const help = make("dialog", { class: "mrse-dialog", "aria-label": "List of keys", "data-testid": "help" });
  const VERDICT_KEYS = { Digit1: 0, Digit2: 1, Digit3: 2, Numpad1: 0, Numpad2: 1, Numpad3: 2 };
  const LIFTED = { Digit1: "satisfactory", Digit2: "not_satisfactory", Digit3: "referred_to_panel", Digit4: "nothing_offered" };
  const LETTERS = {
    n: next, j: () => move(1), k: () => move(-1), g: () => talk.say("cited"), r: () => talk.say("reasons"), s: () => talk.say("simulated"),
    m: () => talk.say("mhra"), w: () => talk.say("write"), p: () => talk.say("park"), l: letter, f: () => talk.say("zoom", { by: 0 }),
    "+": () => talk.say("zoom", { by: 1 }), "=": () => talk.say("zoom", { by: 1 }), "-": () => talk.say("zoom", { by: -1 }), "?": showHelp,
  };

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

  return { help, showHelp };
}
