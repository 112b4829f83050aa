// Reasons: a field to find them in, the list of those chosen, and what a reason asks to be filled in.
// now() gives {shown, entry, usable, shut}; changed() after a choice, typed() after a key, left() on leaving a field.

function reasonPicker({ room, focus, now, changed, typed, left }) {
  const list = make("ul", { class: "chosen", "aria-label": "Reasons chosen" });
  const options = make("ul", { class: "options", role: "listbox", id: `reasons-${room}`, "aria-label": "Reasons", hidden: true });
  const find = make("input", {
    type: "text", role: "combobox", class: "find", "aria-label": "Add a reason", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": options.id, "aria-keyshortcuts": "r", autocomplete: "off", "data-testid": "reason-field",
  });
  const box = make("div", { class: "rs" }, list, make("div", { class: "addr" }, span("mut", icon("plus")), find, kbd("r")), options);
  const slots = make("div", { class: "slots" });
  let at = 0; // the option highlighted, never chosen by itself

  const reason = (id) => now().shown.reasons.find((one) => one.id === id);

  function offered() {
    const { shown, entry } = now();
    const sought = find.value.trim().toLowerCase();
    return shown.reasons.filter((one) => !entry.reasons.includes(one.id)
      && (!sought || one.name.toLowerCase().includes(sought) || one.sentence.toLowerCase().includes(sought)));
  }

  function open() {
    const { shown, shut } = now();
    if (!shown.unit || shut) return;
    if (document.activeElement !== find) focus.leave();
    find.focus();
    at = 0;
    unfold();
  }

  function fold() {
    options.hidden = true;
    find.setAttribute("aria-expanded", "false");
    find.removeAttribute("aria-activedescendant");
  }

  function unfold() {
    const left_ = offered();
    at = Math.min(Math.max(at, 0), Math.max(left_.length - 1, 0));
    options.hidden = false;
    find.setAttribute("aria-expanded", "true");
    options.replaceChildren(...left_.map((one, place) => make(
      "li",
      {
        role: "option", id: `${options.id}-${place}`, "aria-selected": String(place === at), class: place === at ? "at" : "",
        title: one.sentence, "data-reason": one.id, onpointerdown: (event) => { event.preventDefault(); add(one.id); },
      },
      span("grow clip", one.name), one.alone ? null : make("span", { class: "sm mut nw", title: "Cannot decide alone" }, "not alone"), span("sm mut nw", one.clause),
    )));
    if (!left_.length) options.append(make("li", { class: "mut", role: "option", "aria-disabled": "true" }, "No reason has these words."));
    find.setAttribute("aria-activedescendant", left_.length ? `${options.id}-${at}` : "");
    const edge = box.getBoundingClientRect();
    options.style.insetInlineStart = `${edge.left}px`;
    options.style.width = `${edge.width}px`;
    options.style.bottom = `${window.innerHeight - edge.bottom + find.parentElement.offsetHeight}px`;
    options.style.maxHeight = `${Math.max(120, Math.min(340, edge.bottom - 60))}px`;
    options.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function add(id) {
    const { entry } = now();
    entry.reasons = [...entry.reasons, id];
    if (!entry.primary_reason) entry.primary_reason = id;
    find.value = "";
    changed();
    fold();
    const asked = reason(id).needs.length ? [...slots.querySelectorAll("input,select")].find((field) => !field.value) : null;
    asked ? asked.focus() : focus.back();
  }

  function remove(id) {
    const { entry } = now();
    entry.reasons = entry.reasons.filter((one) => one !== id);
    if (entry.primary_reason === id) entry.primary_reason = entry.reasons[0] ?? "";
    changed();
  }

  find.addEventListener("focus", () => { at = 0; unfold(); });
  find.addEventListener("blur", fold);
  find.addEventListener("input", () => { at = 0; unfold(); });
  find.addEventListener("keydown", (event) => {
    const left_ = offered();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = (at + step + left_.length) % (left_.length || 1);
      unfold();
    } else if (event.key === "Enter") {
      if (left_[at]) add(left_[at].id);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      find.value = "";
      focus.back();
    } else return;
    event.preventDefault();
  });

  function chosenRow(id) {
    const { entry, usable } = now();
    const one = reason(id) ?? { name: id, clause: "", sentence: "" };
    const first = entry.primary_reason === id;
    return make("li", { "data-reason": id },
      make("button", {
        type: "button", class: `prb${first ? " on" : ""}`, "aria-pressed": String(first), "data-k": `p-${id}`, disabled: !usable,
        "aria-label": first ? `Primary reason: ${one.name}` : `Also: ${one.name}. Make it the primary reason`, onclick: () => { entry.primary_reason = id; changed(); },
      }, span(`radio${first ? " on" : ""}`), first ? "Primary" : "Also"),
      make("span", { class: "clip", title: one.sentence }, one.name), span("sm mut nw", one.clause),
      make("button", {
        type: "button", class: "btn ghost icon small", "aria-label": `Remove reason: ${one.name}`, "data-k": `x-${id}`, disabled: !usable, onclick: () => remove(id),
      }, icon("cross")));
  }

  function paint() {
    const { entry, shut } = now();
    const missing = entry.verdict === "not_satisfactory" && !entry.reasons.length;
    const none = make("li", { class: missing ? "s-prompt" : "mut" }, missing ? [icon("flag"), "Reason missing"] : "No reason");
    refill(list, entry.reasons.length ? entry.reasons.map(chosenRow) : [none]);
    find.placeholder = `Add a reason: type, or choose from ${offered().length}`;
    find.disabled = shut;
    paintSlots();
  }

  const row = (label, ...fields) => make("div", { class: "fl" }, span("lab", label), make("div", { class: "row" }, fields));

  function pick(name, label, choices) {
    const { entry, usable } = now();
    return make("select", {
      class: "fld grow", "aria-label": label, "data-k": name, "data-testid": name, disabled: !usable, onchange: (event) => { now().entry[name] = event.target.value; changed(); },
    }, make("option", { value: "" }, label), choices.map((one) => make("option", { value: one.id, selected: entry[name] === one.id }, one.name)));
  }

  // The words and choices that a sentence of the letter needs; left alone while somebody is typing in them.
  function paintSlots() {
    const { shown, entry } = now();
    const needs = new Set(entry.reasons.flatMap((id) => reason(id)?.needs ?? []));
    const form = JSON.stringify([[...needs].sort(), shown.unit]);
    if (slots.dataset.form === form && slots.contains(document.activeElement)) return;
    slots.dataset.form = form;
    const seen = needs.has("seen") ? row("Seen", make("input", {
      class: "fld grow", type: "text", maxlength: "400", value: entry.seen, "data-k": "seen", "data-testid": "seen", "aria-label": "What the page shows, at most 25 words",
      placeholder: "what the page shows, at most 25 words", onblur: left, oninput: (event) => { now().entry.seen = event.target.value; typed(); },
    })) : null;
    const picks = [
      needs.has("target") ? pick("target", "Belongs to", shown.targets) : null,
      needs.has("other_item") ? pick("other_item", "Other item", shown.items) : null,
    ].filter(Boolean);
    refill(slots, seen, picks.length ? row("Instead", picks) : null);
  }

  function reset() {
    find.value = "";
    slots.dataset.form = "";
  }

  return { box, slots, open, paint, reset };
}
