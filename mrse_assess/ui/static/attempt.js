// A further attempt: what the letter asked for, in a line and in full. Another version that came while it is judged.

function attemptBars({ model, talk }) {
  const asked = make("div", { class: "ban info asked", "data-testid": "asked", hidden: true });
  const version = make("div", { class: "ban info version", role: "alert", "data-testid": "version", hidden: true });
  const heading = make("h2", { class: "grow" });
  const body = make("div", { class: "asked-body" });
  const shut = make("button", { type: "button", class: "btn", "data-testid": "close-asked", onclick: () => dialog.close() }, "Back to work", make("kbd", { "aria-hidden": "true" }, "Esc"));
  const dialog = make("dialog", { class: "mrse-dialog asked-sheet", "aria-label": "What was asked for", "data-testid": "asked-sheet" }, make("div", { class: "row dialog-head" }, heading, shut), body);

  function paint(shown) {
    const { asked: line, version: came } = shown;
    asked.hidden = !line;
    if (line) refill(asked, icon("letter"),
      make("span", { class: "grow clip", title: `${line.letter} asked for: ${line.asked}.${line.gone}` }, make("b", {}, `${line.letter} asked for: `), `${line.asked}.${line.gone}`),
      make("button", { type: "button", class: "link", "data-k": "asked", "data-testid": "open-asked", onclick: () => perform(model, talk, "asked") }, "What was asked"));
    version.hidden = !came;
    if (!came) return;
    const jumps = came.newer ? [] : came.again.map((one) => make("button", {
      type: "button", class: "link", "data-k": `again:${one.words}`, "data-testid": `again-${one.unit.join("-")}`, onclick: () => perform(model, talk, "open", { unit: unitOf(one.unit) }),
    }, one.words));
    const words = made(came);
    if (version.dataset.said !== words || version.contains(document.activeElement)) refill(version, icon("compare"),
      make("span", { class: "grow" }, make("b", {}, came.head), ` ${came.said.join(" ")}`,
        jumps.length ? [" To be looked at again: ", make("span", { class: "jumps" }, jumps), came.more ? ` and ${came.more} more.` : null] : null),
      came.newer ? make("button", { type: "button", class: "btn main", "data-k": "take", "data-testid": "take-version", onclick: () => perform(model, talk, "take_version") }, "Go on with this version") : null);
    version.dataset.said = words;
  }
  const made = (came) => JSON.stringify(came); // an alert that says the same again would be read out again

  const table = (name, head, rows) => make("table", { class: "t", "aria-label": name },
    make("thead", {}, make("tr", {}, head.map((words) => make("th", { scope: "col" }, words)))),
    make("tbody", {}, rows.map(([first, ...rest]) => make("tr", {}, make("th", { scope: "row" }, first), rest.map((words) => make("td", {}, words))))));
  const part = (words, ...children) => make("section", {}, make("h3", {}, words), ...children);
  const lines = (all) => all.filter(Boolean).map((words) => make("p", {}, words));

  function open(told) {
    heading.textContent = told.heading;
    const some = (key) => told.asked.some((one) => one[key]);
    const columns = [["Sub-category", (one) => `${one.code} ${one.name}`], ["Stood then", (one) => one.was]];
    if (some("reasons")) columns.push(["Reasons given", (one) => one.reasons]);
    if (some("counts_on")) columns.push(["Goes on counting", (one) => one.counts_on]);
    body.replaceChildren(...[
      ...lines([told.letter]),
      told.asked.length ? table("Asked for", columns.map(([words]) => words), told.asked.map((one) => columns.map(([, of]) => of(one)))) : null,
      ...lines([told.parts.length ? `Missing parts: ${told.parts.join(", ")}.` : "", ...told.rules.map((words) => `${words}.`), told.enough, ...told.carried, told.blind]),
      part("What came", ...lines([told.came.waiting, told.came.fault]), make("ul", { "data-testid": "came" }, told.came.items.map((one) => make("li", {}, make("b", {}, one.label), ` ${one.title}: ${one.said}`)))),
      part("Figures of both attempts, kept apart", table("Figures", ["Rule", told.figures.then, told.figures.now], told.figures.rows)),
    ].filter(Boolean));
    if (!dialog.open) dialog.showModal();
    shut.focus();
  }

  return { bars: [version, asked], dialog, paint, open, readOnly: (shown) => shown.version?.read_only ?? "" };
}
