// Reasons: a field to find them in, the list of those chosen, and the sentence that each says to the applicant.
// now() gives {shown, entry, usable, shut}; changed() after a choice, added() after a reason more, typed() after a key,
// left() on leaving a field.

function reasonPicker({ room, talk, focus, now, changed, added, typed, left }) {
  const list = make("ul", { class: "chosen", "aria-label": "Reasons chosen" });
  const options = make("ul", { class: "options", role: "listbox", id: `reasons-${room}`, "aria-label": "Reasons", hidden: true });
  const find = make("input", {
    type: "text", role: "combobox", class: "find", "aria-label": "Add a reason", "aria-expanded": "false", "aria-autocomplete": "list",
    "aria-controls": options.id, ...keyed("reasons"), autocomplete: "off", "data-testid": "reason-field",
  });
  const box = make("div", { class: "rs" }, list, make("div", { class: "addr" }, span("mut", icon("plus")), find, keyCap("reasons")), options);
  const reason = (id) => now().shown.reasons.find((one) => one.id === id);
  const asked = askedFor({ focus, now, reason, changed, typed, left });
  let at = 0; // the option highlighted, never chosen by itself
  let unfolded = ""; // the reason whose sentence is shown, "" for the primary one
  let writing = ""; // the reason whose sentence is being edited

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

  const used = (one) => (one.used ? make("span", { class: "sm mut nw", title: "in your judgements here" }, `used ${one.used}`) : null);

  function unfold() {
    const left_ = offered();
    at = Math.min(Math.max(at, 0), Math.max(left_.length - 1, 0));
    options.hidden = false;
    find.setAttribute("aria-expanded", "true");
    options.replaceChildren(...left_.map((one, place) => make(
      "li",
      {
        role: "option", id: `${options.id}-${place}`, "aria-selected": String(place === at), class: place === at ? "at" : "",
        title: plain(one.sentence), "data-reason": one.id, onpointerdown: (event) => { event.preventDefault(); add(one.id); },
      },
      span("grow clip", one.name), one.alone ? null : make("span", { class: "sm mut nw", title: "Cannot decide alone" }, "not alone"), used(one), span("sm mut nw", one.clause),
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
    unfolded = id;
    added();
    fold();
    list.querySelector(`[data-reason="${id}"]`)?.scrollIntoView({ block: "nearest" });
    focus.back(); // the digits conclude next; w leads to what the sentence still needs
    if (asked.open()) talk.say("note", { said: asked.missing(), aside: true });
  }

  function remove(id) {
    const { entry } = now();
    entry.reasons = entry.reasons.filter((one) => one !== id);
    entry.wording = entry.wording.filter((one) => one.reason !== id);
    if (entry.primary_reason === id) entry.primary_reason = entry.reasons[0] ?? "";
    if (unfolded === id) unfolded = "";
    if (writing === id) writing = "";
    changed();
    list.querySelector("[data-k^='x-']")?.focus({ preventScroll: true });
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

  // ---------------------------------------------------------------- the sentence to the applicant
  const SLOT = /\{(\w+)\}/;
  const OPEN = { seen: "what was seen", date: "its date", target: "where it belongs", other_item: "which item", other_page: "its page" };

  // What stands in a slot of the sentence now, "" while it is still open.
  function filling(slot) {
    const { shown, entry } = now();
    const other = shown.items.find((one) => one.id === entry.other_item);
    return {
      seen: entry.seen.trim().replace(/\.$/, ""), date: entry.evidence_date && dateInWords(entry.evidence_date),
      target: shown.targets.find((one) => one.id === entry.target)?.place, other_item: other && `item ${other.id}`, other_page: other?.place,
    }[slot] ?? "";
  }
  const pieces = (sentence) => sentence.split(/(\{\w+\})/).filter(Boolean).map((text) => [text, SLOT.exec(text)?.[1]]);
  const plain = (sentence) => pieces(sentence).map(([text, slot]) => (slot ? filling(slot) || "…" : text)).join("");
  const numerals = (text) => text.match(/\d+(?:\.\d+)*/g) ?? [];

  // The numbers of the item, its page and the like, which own words have to keep.
  function lost(sentence, own) {
    const there = numerals(own);
    return numerals(sentence.replace(/\{\w+\}/g, " ")).filter((number) => {
      const place = there.indexOf(number);
      if (place >= 0) there.splice(place, 1);
      return place < 0;
    });
  }

  const ownWords = (id) => now().entry.wording.find((one) => one.reason === id)?.sentence ?? "";
  function sayInOwnWords(id, sentence) {
    const { entry } = now();
    const others = entry.wording.filter((one) => one.reason !== id);
    const said = sentence.replace(/\s+/g, " ");
    entry.wording = said.trim() && said.trim() !== plain(reason(id).sentence) ? [...others, { reason: id, sentence: said }] : others;
  }

  function edit(one) {
    const remark = make("span", { class: "sm s-prompt grow", role: "status", "data-testid": "own-words-remark" });
    const field = make("textarea", {
      class: "fld", rows: "3", maxlength: "2000", "data-k": `w-${one.id}`, "data-testid": "own-words", "aria-label": `Sentence to the applicant: ${one.name}`, lang: "en-GB", spellcheck: "true",
      oninput: () => { sayInOwnWords(one.id, field.value); check(); typed(); },
    });
    field.value = ownWords(one.id) || plain(one.sentence);
    const check = () => {
      const gone = ownWords(one.id) ? lost(one.sentence, ownWords(one.id)) : [];
      remark.textContent = gone.length ? `Keep ${gone.join(", ")}: item, page and counts stay` : "";
    };
    const done = () => { writing = ""; changed(); focus.back(); };
    const stay = (event) => event.preventDefault(); // a press on a button does not take the focus out of the text first
    field.addEventListener("blur", () => { if (writing === one.id) { writing = ""; left(); afterPress(paint); } });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
      done();
    });
    check();
    return make("div", { class: "own" }, field, make("div", { class: "row sm" }, remark,
      make("button", { type: "button", class: "link", "data-testid": "usual-words", onpointerdown: stay, onmousedown: stay, onclick: () => { sayInOwnWords(one.id, ""); done(); } }, "Usual sentence"),
      make("button", { type: "button", class: "link", "data-testid": "own-words-done", onpointerdown: stay, onmousedown: stay, onclick: done }, "Done")));
  }

  function sentence(one) {
    if (writing === one.id) return edit(one);
    const own = ownWords(one.id);
    const shown = own ? [own] : pieces(one.sentence).map(([text, slot]) => {
      const said = slot ? filling(slot) : text;
      return said || span("open", OPEN[slot] ?? slot);
    });
    return make("div", { class: "says" },
      make("p", { class: "sm", title: own || plain(one.sentence), "data-testid": "reason-sentence" }, own ? make("b", {}, "Your words: ") : null, shown),
      make("button", {
        type: "button", class: "link sm", "data-k": `e-${one.id}`, "data-testid": "edit-words", disabled: !now().usable, "aria-label": `Edit the sentence of: ${one.name}`,
        onclick: () => { writing = one.id; focus.leave(); paint(); list.querySelector("textarea")?.focus(); },
      }, "Edit"));
  }

  // ---------------------------------------------------------------- the reasons chosen
  function chosenRow(id) {
    const { entry, usable } = now();
    const one = reason(id) ?? { id, name: id, clause: "", sentence: "", needs: [] };
    const first = entry.primary_reason === id;
    const open_ = (unfolded || entry.primary_reason) === id || writing === id;
    return make("li", { "data-reason": id },
      make("div", { class: "cr" },
        make("button", {
          type: "button", class: `prb${first ? " on" : ""}`, "aria-pressed": String(first), "data-k": `p-${id}`, disabled: !usable,
          "aria-label": first ? `Primary reason: ${one.name}` : `Also: ${one.name}. Make it the primary reason`, onclick: () => { entry.primary_reason = id; changed(); },
        }, span(`radio${first ? " on" : ""}`), first ? "Primary" : "Also"),
        make("button", {
          type: "button", class: "name clip", "aria-expanded": String(open_), "data-k": `n-${id}`, title: one.name, onclick: () => { unfolded = id; writing = ""; paint(); },
        }, one.name, ownWords(id) && !open_ ? span("mut", " (your words)") : null),
        span("sm mut nw", one.clause),
        make("button", {
          type: "button", class: "btn ghost icon small", "aria-label": `Remove reason: ${one.name}`, "data-k": `x-${id}`, disabled: !usable, onclick: () => remove(id),
        }, icon("cross"))),
      open_ && one.sentence ? sentence(one) : null);
  }

  // With nothing chosen yet: the reasons used most, each one click away. None is chosen by itself.
  function nothing() {
    const { entry, usable } = now();
    const missing = entry.verdict === "not_satisfactory";
    const often = offered().filter((one) => one.used).slice(0, 2);
    return [
      make("li", { class: missing ? "s-prompt none" : "mut none" }, missing ? [icon("flag"), "Reason missing"] : "No reason"),
      ...(entry.verdict === "satisfactory" ? [] : often.map((one) => make("li", { class: "often" },
        make("button", { type: "button", class: "link clip", "data-k": `o-${one.id}`, disabled: !usable, title: plain(one.sentence), onclick: () => { focus.leave(); add(one.id); } }, one.name),
        used(one)))),
    ];
  }

  function paint() {
    const { entry, shut } = now();
    if (!entry.reasons.includes(unfolded)) unfolded = "";
    if (!(writing && list.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA")) {
      refill(list, entry.reasons.length ? entry.reasons.map(chosenRow) : nothing());
    }
    find.placeholder = `Add a reason: type, or choose from ${offered().length}`;
    find.disabled = shut;
    asked.paint();
  }

  // The sentence follows what is typed into the slots, which keep the focus.
  function follow() {
    const id = unfolded || now().entry.primary_reason;
    const says = list.querySelector(".says");
    if (says && reason(id)) says.replaceWith(sentence(reason(id)));
  }

  function reset() {
    find.value = "";
    unfolded = writing = "";
    list.scrollTop = 0;
    asked.reset();
  }

  return { box, slots: asked.box, open, paint, follow, reset, owing: asked.open, answer: asked.answer };
}
