// Settings: single keys and what each does, going on after a verdict, how pages are shown. Kept with each change.

const NAMED_KEY = /^F([1-9]|1[0-2])$/;

export default pane(({ model, el, talk, signal }) => {
  let waitsFor = ""; // the act for which a key is to be pressed
  let said = { act: "", words: "" };
  let lost = false;
  const status = make("p", { class: "sm", role: "status", "data-testid": "settings-status" });
  const body = make("div", { class: "settings" });
  const close = make("button", { type: "button", class: "btn", "data-testid": "close-settings", onclick: () => dialog.close() }, "Close", make("kbd", { "aria-hidden": "true" }, "Esc"));
  const dialog = make("dialog", { class: "mrse-dialog", "aria-label": "Settings", "data-testid": "settings" },
    make("div", { class: "row dialog-head" }, make("h2", {}, "Settings"), span("sm mut grow", "Yours, in this workspace. Each change is kept at once."), close), status, body);
  el.append(dialog);

  const own = () => model.get("shown").keys ?? {};

  function prefer(changes) {
    const { keys, single_keys, go_on, continuous } = { ...model.get("shown"), ...changes };
    perform(model, talk, "prefer", {
      keys: Object.entries(keys ?? {}).map(([act, key]) => ({ act, key })), single_keys, go_on_after_verdict: go_on, continuous,
    });
  }

  function tell(act, words) {
    said = { act, words };
    status.textContent = words;
    paint();
  }

  // What a key cannot be taken for: it does something in every page, or another act has it.
  function refusal(act, key) {
    const single = isSingle(key) && key.trim();
    if (!single && !NAMED_KEY.test(key)) return "Choose a letter, a digit, a sign, or one of F1 to F12.";
    const holder = EVERY_ACT.find((one) => one.id !== act.id && (keyTable(own()).get(one.id) === key || (one.also === key && keyTable(own()).get(one.id) === one.key)));
    return holder ? `${capOf(key)} is taken: ${holder.words}. Choose another key, or change that one first.` : "";
  }

  function chosen(act, key) {
    const why = refusal(act, key);
    if (why) return tell(act.id, why);
    waitsFor = "";
    const keys = { ...own(), [act.id]: key };
    if (key === act.key) delete keys[act.id];
    prefer({ keys });
    tell("", `${act.words}: ${capOf(key)}.`);
  }

  dialog.addEventListener("keydown", (event) => {
    if (!waitsFor || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = keyPressed(event);
    if (["Tab", "Shift", "CapsLock", "Dead"].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    const act = EVERY_ACT.find((one) => one.id === waitsFor);
    if (key !== "Escape") return chosen(act, key);
    waitsFor = "";
    tell("", "The key was left as it was.");
  }, { capture: true, signal });
  dialog.addEventListener("cancel", (event) => { if (waitsFor) event.preventDefault(); });
  dialog.addEventListener("close", () => { waitsFor = ""; tell("", ""); talk.say("focus", { pane: "page" }); });

  function box(name, words, remark, value, change) {
    const id = `set-${model.get("room")}-${name}`;
    return make("div", { class: "set" },
      make("input", { type: "checkbox", id, checked: value, disabled: lost, "data-k": name, "data-testid": `set-${name}`, "aria-describedby": `${id}-why`, onchange: (event) => change(event.target.checked) }),
      make("label", { for: id }, words), make("p", { class: "sm mut", id: `${id}-why` }, remark));
  }

  function keyRow(one, table) {
    const key = table.get(one.id) ?? "";
    const waiting = waitsFor === one.id;
    const cap = key ? capOf(key) : "no key";
    return make("div", { class: `ky${own()[one.id] ? " own" : ""}` }, span("grow", one.words),
      said.act === one.id ? make("span", { class: "sm s-prompt", role: "alert" }, said.words) : null,
      make("button", {
        type: "button", class: `btn small${waiting ? " on" : ""}`, disabled: lost, "data-k": `key-${one.id}`, "data-testid": `key-${one.id}`,
        "aria-label": waiting ? `${one.words}: press a key, Escape leaves it as it is` : `${one.words}: ${key ? shortcutOf(key) : "no key"}. Change the key`,
        onclick: () => { waitsFor = waiting ? "" : one.id; tell("", waiting ? "" : `Press the key for: ${one.words}.`); },
      }, waiting ? "Press a key" : make("kbd", {}, cap)));
  }

  function paint() {
    const shown = model.get("shown");
    const table = keyTable(own());
    const changed = Object.keys(own()).length;
    refill(body,
      make("section", { class: "short" }, make("h3", {}, "Judging"),
        box("go_on", "Go on to the next claim after a verdict", "After satisfactory, or once a reason is chosen for not satisfactory, as soon as it is saved.", shown.go_on, (go_on) => prefer({ go_on }))),
      make("section", { class: "short" }, make("h3", {}, "Pages"),
        box("continuous", "Pages one under another", "Otherwise one page at a time.", shown.continuous, (continuous) => prefer({ continuous }))),
      make("section", {}, make("h3", {}, "Keys"),
        box("single_keys", "Single keys", "Letters, digits and signs without Ctrl or Alt. F6, the arrows in the page and Esc always work.", shown.single_keys, (single_keys) => prefer({ single_keys })),
        make("div", { class: "row" }, span("sm mut grow", changed ? `${changed} ${changed === 1 ? "key differs" : "keys differ"} from the usual ones.` : "The usual keys."),
          make("button", { type: "button", class: "btn", disabled: lost || !changed, "data-k": "usual", "data-testid": "usual-keys", onclick: () => { prefer({ keys: {} }); tell("", "The usual keys are back."); } }, "Restore the usual keys"))),
      make("div", { class: "keys" }, ACTS.map(([name, group]) => make("section", {}, make("h3", {}, name), group.filter((one) => !one.fixed).map((one) => keyRow(one, table))))));
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    body.querySelector("input")?.focus();
  }
  const told = (content) => content.open && open();
  model.on("msg:custom", told);
  signal.addEventListener("abort", () => model.off("msg:custom", told));
  talk.hear("lost", ({ lost: now }) => { lost = now; paint(); });
  window.setTimeout(open, 0);
  return paint;
});
