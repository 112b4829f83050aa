// Choosing how an ambiguous clause is read: a person says so and on whose authority; the program only counts.

function readingDialog({ model, talk, name }) {
  let rule = null;
  let back = null;
  let kept = {}; // clause -> {value, ground}, while the dialog is open
  const body = make("div", { class: "ask-reading" });
  const dialog = make("dialog", { class: "mrse-dialog", "aria-label": "Choose the reading", "data-testid": "reading-dialog" },
    make("div", { class: "row dialog-head" }, make("h2", { class: "grow" }, "Choose the reading"),
      make("button", { type: "button", class: "btn", "data-testid": "close-reading", onclick: () => dialog.close() }, "Close", kbd("Esc"))),
    body);
  dialog.addEventListener("close", () => { rule = null; kept = {}; back?.(); });

  function question(one) {
    const now = (kept[one.id] ??= { value: one.used, ground: one.ground });
    const ground = make("textarea", { class: "fld", rows: "3", "aria-label": "On whose authority", "data-testid": `ground-${one.id}`, placeholder: "For instance: chair's letter of 3 November 2026" });
    ground.value = now.ground;
    const record = make("button", {
      type: "button", class: "btn main", "data-testid": `record-${one.id}`,
      onclick: () => { perform(model, talk, "reading", { clause: one.id, value: now.value, ground: now.ground }); dialog.close(); },
    }, "Record this reading");
    const settle = () => { record.disabled = !now.ground.trim() || (now.value === one.used && now.ground === one.ground); };
    ground.addEventListener("input", () => { now.ground = ground.value; settle(); });
    settle();
    return make("section", {},
      make("h3", {}, one.question), make("p", { class: "sm mut" }, one.clause),
      make("div", { class: "ways", role: "radiogroup", "aria-label": one.question }, one.options.map((option) => {
        const pick = make("input", { type: "radio", name: `${name}-${one.id}`, value: option.value, "data-testid": `reading-${option.value}`, onchange: () => { now.value = option.value; settle(); } });
        pick.checked = option.value === now.value;
        return make("label", { class: "row" }, pick, span("grow", `By ${option.name}`), span("nw", `${option.count} counted`), span("mut sm nw", option.then),
          option.value === one.used ? span("tag", "in use") : null);
      })),
      make("p", { class: "sm" }, one.ground ? "Recorded on this authority:" : one.default),
      make("div", { class: "lab" }, "On whose authority (the letter says it)"), ground, make("div", {}, record));
  }

  function open(of, after) {
    rule = of.rule;
    back = after;
    refill(body, of.readings.map(question));
    dialog.showModal();
  }

  // What is shown may change while the dialog is open; what was typed in it stays.
  function paint(rules) {
    const of = rules.find((one) => one.rule === rule);
    if (!dialog.open || body.contains(document.activeElement)) return;
    if (of?.readings.length) refill(body, of.readings.map(question));
    else dialog.close();
  }

  return { dialog, open, paint };
}
