// Declaring interests: the names found while an application is closed, kinds of interest, and the two ways on.

function declarationSheet({ request, handedBack }) {
  let now = null; // what is declared on
  let from = null;
  const title = make("h2", { class: "row", id: "sheet-title", tabindex: "-1" });
  const body = make("div", { class: "decl-body" });
  const said = make("p", { class: "s-not", role: "alert", "data-testid": "sheet-refused" });
  const hand = make("button", { type: "button", class: "btn main", "data-testid": "declare-interest", onclick: declare }, "Declare, and hand back");
  const open = make("button", { type: "button", class: "btn", "data-testid": "declare-none", onclick: noInterest }, "No interest: open");
  const later = make("button", { type: "button", class: "btn", "data-testid": "declare-later", onclick: () => node.close() }, "Later");
  const node = make("dialog", { class: "mrse-dialog declaring", "aria-labelledby": "sheet-title", "data-testid": "declaration" },
    make("div", { class: "dialog-head" }, title), body,
    make("div", { class: "decl-foot" }, said, make("div", { class: "row wrap" }, hand, open, later),
      make("p", { class: "sm mut" }, "If you hand it back, you see nothing more of it, in lists, search or figures.")));
  node.addEventListener("close", () => { now = null; from?.isConnected && from.focus(); });

  const ticked = (group) => [...body.querySelectorAll(`input[data-group="${group}"]:checked`)].map((box) => box.value);
  const busy = (on) => { for (const button of [hand, open]) button.disabled = on; };

  function tick(group, value, words, ...more) {
    return make("label", { class: "tick" }, make("input", { type: "checkbox", value, "data-group": group, "data-testid": `tick-${group}` }), make("span", { class: "grow" }, words, ...more));
  }

  function party({ name, part, possible }) {
    return make("li", {}, tick("names", name, name, " ", span("mut", `(${part})`)), possible ? span("tag possible", `possible: ${possible}`) : null);
  }

  function ask(application, given) {
    from = document.activeElement;
    now = { application, given };
    said.textContent = "";
    refill(title, given ? null : icon("lock"), given ? `Hand ${application} back` : `${application} is still closed`);
    refill(body, make("p", { role: "status" }, given ? "" : "Looking for the names in it. This takes a few seconds the first time."));
    open.hidden = given;
    busy(true);
    node.showModal();
    title.focus();
    request("sheet", { application }).catch((error) => fail(application, error.message));
  }

  function show(sheet) {
    if (now?.application !== sheet.application) return;
    busy(false);
    refill(body,
      now.given ? null : make("section", { "aria-labelledby": "sheet-names" },
        make("p", { id: "sheet-names" }, sheet.parties.length ? "Names found while it was taken in. Do you have an interest in any of them?" : "No names were found in it that could be shown before it opens."),
        make("ul", { class: "parties" }, sheet.parties.map(party)), sheet.not_looked ? make("p", { class: "sm s-prompt" }, sheet.not_looked) : null),
      make("fieldset", { class: "kinds" }, make("legend", {}, "If you have an interest, what kind?"), sheet.kinds.map(({ id, words }) => tick("kinds", id, words))),
      make("label", { class: "why" }, "In words, if you like. The office and the panel read it.", make("textarea", { class: "fld", rows: "2", "data-testid": "declare-why" })));
  }

  function fail(application, words) {
    if (now?.application !== application) return;
    body.replaceChildren();
    said.textContent = words;
  }

  async function declare() {
    const { application } = now;
    const why = body.querySelector("textarea").value;
    if (!ticked("kinds").length) return refuse("Say which kind of interest it is.");
    await act("declare", { application, names: ticked("names"), interests: ticked("kinds"), why }, () => { node.close(); handedBack(application); });
  }

  async function noInterest() {
    if (ticked("names").length || ticked("kinds").length) return refuse("Something is ticked: declare the interest, or take the tick away.");
    await act("no_interest", { application: now.application, names: [] }, () => node.close());
  }

  async function act(name, fields, done) {
    busy(true);
    said.textContent = "";
    try { await request(name, fields); done(); } catch (error) { refuse(error.message); } finally { busy(false); }
  }

  function refuse(words) {
    said.textContent = words;
    body.querySelector('input[data-group="kinds"]')?.focus();
  }

  return { node, ask, show, fail };
}
