// Keys: when they act and when they keep silent, the list of them, and what the controls print. Works without the kernel.
// A control prints its key by keyCap(act) and declares it by ...keyed(act) (shared.js): both follow the settings.

const ARROW_OWNERS = "[role=treegrid],[role=radiogroup],[role=tablist],[role=separator],[role=listbox],[role=toolbar],[role=menu]";
const SCROLLS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

// ``acts`` are what the header itself does: next, letter, move, cycle, say. Returns the list of keys and how to open it.
function keyboard({ model, talk, signal, inVoila, room, acts }) {
  const { next, letter, move, cycle, say } = acts;
  const help = make("dialog", { class: "mrse-dialog", "aria-label": "List of keys", "data-testid": "help" });
  const DONE = { next, letter, help: showHelp, forward: () => move(1), back: () => move(-1), cycle: (event) => cycle(event.shiftKey ? -1 : 1), quiet: () => say("") };
  let byAct = keyTable({});
  let byKey = new Map();
  let singles = true;

  function follow() {
    const liked = model.get("shown");
    singles = liked.single_keys !== false;
    byAct = keyTable(liked.keys ?? {});
    byKey = new Map();
    for (const one of EVERY_ACT) {
      for (const key of [byAct.get(one.id), byAct.get(one.id) === one.key ? one.also : null]) {
        if (key && !byKey.has(key) && (singles || !isSingle(key))) byKey.set(key, one);
      }
    }
    publish();
  }

  function publish() {
    const map = {};
    for (const [id, key] of byAct) if (singles || !isSingle(key)) map[id] = { cap: capOf(key), shortcut: shortcutOf(key) };
    talk.say("keys", { map });
    if (help.open) fillHelp();
  }

  function typing(target) {
    const field = target.closest?.("input,textarea,select,[contenteditable=''],[contenteditable=true],[contenteditable=plaintext-only]");
    return field && !(field.tagName === "INPUT" && ["checkbox", "radio", "button"].includes(field.type));
  }

  function keydown(event) {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const ours = inVoila ? !target.closest?.("dialog[open]") : room()?.contains(target) && !target.closest?.("dialog[open]");
    if (!ours || !room()?.isConnected) return;
    const key = keyPressed(event);
    const one = byKey.get(key);
    if (typing(target) && one?.id !== "panes") {
      if (key === "Escape") window.setTimeout(() => document.activeElement === target && talk.say("focus", { pane: "page" }), 0);
      return;
    }
    if (!one && target === document.body && SCROLLS.has(event.key)) return talk.say("focus", { pane: "page" });
    if (!one) return;
    if (one.id.startsWith("page_") && (event.shiftKey || target.closest?.(ARROW_OWNERS))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && !one.repeats) return;
    if (one.does) DONE[one.does](event);
    else talk.say(one.says, one.with);
  }
  document.addEventListener("keydown", keydown, { capture: true, signal });

  // Lines of the list: acts that share a line stand together.
  function linesOf(group) {
    const lines = new Map();
    for (const one of group) {
      const words = one.line ?? one.words;
      if (!one.key && !byAct.get(one.id)) continue;
      lines.set(words, [...(lines.get(words) ?? []), byAct.get(one.id)]);
    }
    return [...lines];
  }

  function fillHelp() {
    help.replaceChildren(
      make("div", { class: "row dialog-head" }, make("h2", {}, "Keys"),
        span("sm mut grow", singles ? "Silent while you type in a box. Change or switch them off in settings." : "Single keys are switched off in settings."),
        make("button", { type: "button", class: "btn", "data-testid": "open-settings", onclick: settings }, "Settings"),
        make("button", { type: "button", class: "btn", onclick: () => help.close() }, "Close", make("kbd", { "aria-hidden": "true" }, "Esc"))),
      make("div", { class: "keys" }, ACTS.map(([name, group]) => make("section", {}, make("h3", {}, name),
        linesOf(group).map(([words, keys]) => make("div", { class: "ky" }, span("", words), span("caps", keys.map((key) => {
          const works = key && (singles || !isSingle(key));
          return works ? make("kbd", {}, capOf(key)) : span("sm mut", key ? "off" : "no key");
        }))))))));
  }

  function showHelp() {
    fillHelp();
    if (!help.open) help.showModal();
    help.querySelector(".btn:last-child").focus();
  }

  function settings() {
    help.close();
    perform(model, talk, "settings");
  }

  talk.hear("keys_wanted", publish);
  talk.hear("judged", () => model.get("shown").go_on && next());
  model.on("change:shown", follow);
  signal.addEventListener("abort", () => model.off("change:shown", follow));
  window.setTimeout(follow, 0);

  return { help, showHelp };
}
