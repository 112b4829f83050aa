// The settings of the scheme: what it has not published, the value that each has here, and what waits for it.

const OFFICE_PATIENCE = 4000;

export default pane(({ model, el, signal }) => {
  const answers = new Map();
  const SHOWN = { all: "All", unset: "Not set", invented: "Invented" };
  let heard = Date.now();
  let filter = "all";
  let editing = ""; // the key of the setting whose form is open
  let typed = null; // what its form holds, so that a new list does not lose it
  let refused = "";
  const alert = make("div", { class: "ban red", role: "alert", hidden: true, "data-testid": "lost" });
  const told = make("p", { role: "status", class: "sm", "data-testid": "office-status" });
  const unset = make("p", { class: "unset-line", "data-testid": "unset-count" });
  const filters = make("fieldset", { class: "filter", "aria-label": "Which settings are listed" });
  const list = make("ul", { class: "list" });
  const back = make("button", { type: "button", class: "btn", "data-testid": "leave-settings", onclick: () => request("leave") }, icon("back"), "Applications");
  el.classList.add("mrse-start");
  keepKeys(el, signal);
  el.append(alert, make("main", { class: "start office" },
    make("div", { class: "row" }, back, make("h1", { tabindex: "-1", class: "grow" }, "Settings of the scheme")),
    make("section", { "aria-label": "Settings" },
      make("p", {}, "What the scheme has not published. A letter shows a marked gap for each that it needs, and cannot be issued until it is set. Every value is kept with where it comes from, who set it and when."),
      unset, filters, told, list)));

  function request(act, fields = {}) {
    const id = ++actNumber;
    post(model, { act, id, ...fields });
    return new Promise((resolve, reject) => answers.set(id, { resolve, reject }));
  }

  function received(content) {
    heard = Date.now();
    alert.hidden = true;
    if (content.ack === undefined) return;
    const waiting = answers.get(content.ack);
    answers.delete(content.ack);
    content.refused === undefined ? waiting?.resolve() : waiting?.reject(new Error(content.refused));
  }
  model.on("msg:custom", received);

  const rows = () => model.get("shown").settings ?? [];

  function edit(row) {
    editing = row.key;
    refused = "";
    typed = { value: row.value, source: row.invented ? "" : row.source, not_applicable: row.not_applicable };
    paint();
    list.querySelector("form .value")?.focus();
  }

  function leave(row) {
    editing = "";
    paint();
    list.querySelector(`[data-k="edit-${CSS.escape(row.key)}"]`)?.focus();
  }

  async function save(row) {
    try {
      await request("set", { key: row.key, ...typed });
      told.textContent = `${row.label}: saved.`;
      leave(row);
    } catch (error) {
      refused = error.message;
      paint();
      list.querySelector("form .value")?.focus();
    }
  }

  function field(row) {
    const change = (event) => { typed.value = event.target.value; };
    const common = { class: "fld value", "data-testid": "setting-value", "data-k": "value", disabled: typed.not_applicable, oninput: change };
    if (row.kind === "choice") {
      const options = [["", "not set"], ...row.choices.map((one) => [one, one.replaceAll("_", " ")])];
      return make("select", common, options.map(([value, words]) => make("option", { value, selected: value === typed.value }, words)));
    }
    if (row.kind === "text") return make("textarea", { ...common, rows: "2", value: typed.value });
    return make("input", { ...common, type: row.kind === "date" ? "date" : "text", inputmode: row.kind === "number" ? "numeric" : undefined, value: typed.value });
  }

  function form(row) {
    return make("form", { "aria-label": row.label, onsubmit: (event) => { event.preventDefault(); save(row); }, onkeydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(row); } } },
      row.advice ? make("p", { class: "sm" }, row.advice) : null, row.set ? make("p", { class: "sm mut" }, "An empty value takes it back: the setting is then not set.") : null,
      make("label", {}, "Value", field(row)),
      make("label", { class: "na" }, make("input", { type: "checkbox", checked: typed.not_applicable, "data-k": "na", onchange: (event) => { typed.not_applicable = event.target.checked; paint(); } }), "Does not apply in this scheme"),
      make("label", {}, "Where it comes from", make("input", { class: "fld", type: "text", required: true, value: typed.source, placeholder: "Minute 4 of the panel of 3 June 2026", "data-testid": "setting-source", "data-k": "source", oninput: (event) => { typed.source = event.target.value; } })),
      make("p", { class: "s-not", role: "alert", "data-testid": "setting-refused" }, refused),
      make("div", { class: "row" }, make("button", { type: "submit", class: "btn main", "data-testid": "setting-save" }, "Save"), make("button", { type: "button", class: "btn", onclick: () => leave(row) }, "Leave it")));
  }

  function value(row) {
    if (!row.set) return make("p", { class: "s-prompt row" }, icon("flag"), "Not set");
    const shown = row.kind === "choice" ? row.value.replaceAll("_", " ") : row.value;
    return make("div", {},
      make("p", { class: "said" }, row.not_applicable ? "Does not apply" : shown, " ", row.invented ? span("tag possible", "invented") : null),
      make("p", { class: "sm mut" }, `${row.source}. Set by ${row.who}.`));
  }

  function one(row) {
    return make("li", { class: "one", "data-setting": row.key },
      make("div", {}, make("h3", {}, row.label), make("p", { class: "sm mut" }, `${row.set ? "Needed by" : "Holds up"}: ${row.holds_up.join(", ")}`)),
      value(row),
      make("button", { type: "button", class: "btn", "data-k": `edit-${row.key}`, "data-testid": `edit-${row.key}`, "aria-label": `${row.set ? "Change" : "Set"}: ${row.label}`, "aria-expanded": String(editing === row.key), onclick: () => (editing === row.key ? leave(row) : edit(row)) }, row.set ? "Change" : "Set"),
      editing === row.key ? form(row) : null);
  }

  const listed = (row) => row.key === editing || filter === "all" || (filter === "unset" ? !row.set : row.invented);

  function paint() {
    const every = rows();
    const missing = every.filter((row) => !row.set).length;
    const invented = every.filter((row) => row.invented).length;
    const more = invented ? ` ${invented} ${invented === 1 ? "is" : "are"} invented: no letter made with them can be issued.` : "";
    refill(unset, missing || invented ? icon("flag") : icon("tick"), `${missing ? `${missing} of ${every.length} settings are not set.` : `All ${every.length} settings are set.`}${more}`);
    unset.classList.toggle("s-prompt", Boolean(missing || invented));
    refill(filters, Object.entries(SHOWN).map(([id, words]) => make("label", {}, make("input", { type: "radio", name: `shown-${model.get("room")}`, checked: filter === id, "data-k": `shown-${id}`, "data-testid": `shown-${id}`, onchange: () => { filter = id; paint(); } }), words)));
    refill(list, every.filter(listed).map(one));
  }

  const beating = window.setInterval(() => {
    try { model.send({ act: "ping" }); } catch { /* said below */ }
    if (Date.now() - heard > OFFICE_PATIENCE && alert.hidden) {
      refill(alert, icon("warning"), span("grow", "Not connected to the workbench. Nothing that was saved is lost."),
        make("button", { type: "button", class: "btn", onclick: () => location.reload() }, "Reconnect"));
      alert.hidden = false;
    }
  }, 1000);
  signal.addEventListener("abort", () => { window.clearInterval(beating); model.off("msg:custom", received); });
  if (document.body.dataset.voila) document.title = "Settings of the scheme";
  window.setTimeout(() => el.querySelector("h1")?.focus(), 0);
  return paint;
});
