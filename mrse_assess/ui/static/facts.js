// What an item shows beside its verdict: contribution, MHRA reference, simulated, independent group.
// now() gives {shown, entry, usable}; changed() after a choice, typed() after a key, left() on leaving a field.

function factRows({ focus, now, changed, typed, left }) {
  const contribution = make("div", { class: "chips", role: "group", "aria-label": "Contribution shown" });
  const contributionRow = make("div", { class: "fl" }, span("lab", "Contribution"), contribution);
  const edition = make("select", { class: "fld", "aria-label": "MHRA edition", ...keyed("mhra"), "data-testid": "mhra-edition" });
  const section = make("input", { class: "fld section", type: "text", maxlength: "60", "aria-label": "MHRA section", placeholder: "section", "data-testid": "mhra-section" });
  const simulated = make("button", { type: "button", class: "chip end", ...keyed("simulated"), "data-testid": "simulated", onclick: toggle }, span("cb"), "Simulated", keyCap("simulated"));
  const mhraRow = make("div", { class: "fl" }, make("span", { class: "lab" }, "MHRA ", keyCap("mhra")), make("div", { class: "row" }, edition, section, simulated));
  const groups = make("div", { class: "chips", role: "group", "aria-label": "Independent group" });
  let pointed = false; // the edition is being chosen with the pointer
  const groupRow = make("div", { class: "fl" }, span("lab", "Independent"), groups);

  function toggle() {
    if (!now().usable) return;
    now().entry.simulated = !now().entry.simulated;
    changed();
  }

  const chip = (key, on, words, title, onclick) => make("button", {
    type: "button", class: `chip${on ? " on" : ""}`, "aria-pressed": String(on), "data-k": key, disabled: !now().usable, title, onclick,
  }, on ? icon("tick") : null, words);

  function paint() {
    const { shown, entry, usable } = now();
    contributionRow.hidden = !shown.contributions.length;
    refill(contribution, shown.contributions.map((kind) => {
      const on = entry.contribution.includes(kind);
      return chip(`c-${kind}`, on, kind, null, () => {
        now().entry.contribution = on ? entry.contribution.filter((one) => one !== kind) : [...entry.contribution, kind];
        changed();
      });
    }));
    if (document.activeElement !== edition) {
      edition.replaceChildren(make("option", { value: "" }, "no reference"), ...shown.editions.map((one) => make("option", { value: one }, one)));
      edition.value = entry.mhra_edition;
    }
    edition.disabled = section.disabled = simulated.disabled = !usable;
    section.hidden = !entry.mhra_edition;
    if (document.activeElement !== section) section.value = entry.mhra_section;
    simulated.setAttribute("aria-pressed", String(entry.simulated));
    simulated.classList.toggle("on", entry.simulated);
    refill(simulated.firstChild, entry.simulated ? icon("tick") : null);
    simulated.firstChild.classList.toggle("on", entry.simulated);
    groupRow.hidden = !shown.groups.length;
    refill(groups, shown.groups.map((group) => {
      const on = entry.independent_group === group.id;
      return chip(`g-${group.id}`, on, group.members === "new group" ? "New group" : `${group.id}: ${group.members}`, `Group ${group.id}: ${group.members}`, () => {
        now().entry.independent_group = on ? "" : group.id;
        changed();
      });
    }));
  }

  edition.addEventListener("change", () => {
    now().entry.mhra_edition = edition.value;
    if (!edition.value) now().entry.mhra_section = "";
    changed();
    if (edition.value && pointed) section.focus(); // with the keys one may still be on the way to another edition
  });
  edition.addEventListener("pointerdown", () => { pointed = true; });
  edition.addEventListener("keydown", (event) => {
    pointed = false;
    if (event.key !== "Enter") return;
    event.preventDefault();
    edition.value ? section.focus() : focus.back();
  });
  section.addEventListener("keydown", (event) => { if (event.key === "Enter") focus.back(); });
  section.addEventListener("input", () => { now().entry.mhra_section = section.value; typed(); });
  section.addEventListener("blur", left);
  for (const field of [edition, section]) field.addEventListener("keydown", (event) => escapes(event, focus));

  return {
    box: make("div", { class: "facts" }, contributionRow, mhraRow, groupRow),
    paint,
    toggle,
    mhra: () => { focus.leave(); (now().entry.mhra_edition ? section : edition).focus(); },
  };
}

// Escape leaves a field for where the focus came from, and gives the keys back.
function escapes(event, focus) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  focus.back();
}
