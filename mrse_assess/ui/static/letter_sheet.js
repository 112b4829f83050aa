// The letter as it will go out. One sentence is in the tab order; the arrows go through them, Enter looks behind one.

const SHEET_STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function letterSheet({ choose }) {
  const box = make("article", { class: "lp-sheet", lang: "en-GB", "data-testid": "letter-sheet" });
  let here = 0; // the sentence that is looked behind
  let tabbed = 0; // the sentence in the tab order

  const every = () => [...box.querySelectorAll("[data-n]")];

  function tabTo(node) {
    for (const one of every()) one.tabIndex = one === node ? 0 : -1;
    tabbed = Number(node.dataset.n);
    node.focus();
  }

  box.addEventListener("keydown", (event) => {
    const all = every();
    const at = all.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); return choose(Number(event.target.dataset.n)); }
    const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : at + (SHEET_STEPS[event.key] ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    tabTo(all[Math.min(Math.max(to, 0), all.length - 1)]);
  });

  const MARKS = { gap: ["gap", "still to be said"], edited: ["is-edited", "in other words"], refused: ["is-refused", "a ground stands against it"], moved: ["is-moved", "not so in the letter that went out"] };

  function sentence(one) {
    const marks = Object.entries(MARKS).filter(([flag]) => one[flag]).map(([, mark]) => mark);
    const told = marks.map(([, words]) => words).join(", ");
    return [make("span", {
      class: `lp-s ${marks.map(([css]) => css).join(" ")}${one.n === here ? " here" : ""}`, role: "button", tabindex: "-1", "aria-current": one.n === here ? "true" : null,
      "data-n": String(one.n), "data-k": `s-${one.n}`, "data-testid": `sentence-${one.n}`, title: told ? `Sentence ${one.n}: ${told}` : `Sentence ${one.n}`,
      onclick: (event) => { tabTo(event.currentTarget); choose(one.n); },
    }, one.t, told ? span("sr", ` (${told})`) : null), one.after];
  }

  const line = (said) => said.flatMap(sentence);

  function paragraph(block) {
    const [first, ...rest] = block.lines[0];
    const said = block.lead ? [make("b", {}, sentence(first)), line(rest)].flat() : line(block.lines[0]);
    return make("p", { class: block.apart ? "apart" : null }, said);
  }

  function table(block) {
    const rows = [];
    for (let at = 0; at < block.lines.length; at += block.columns) rows.push(block.lines.slice(at, at + block.columns));
    const [head, ...body] = rows;
    return make("table", { class: "t" },
      make("thead", {}, make("tr", {}, head.map((cell) => make("th", { scope: "col" }, line(cell))))),
      make("tbody", {}, body.map((cells) => make("tr", {}, cells.map((cell, at) => (at ? make("td", {}, line(cell)) : make("th", { scope: "row" }, line(cell))))))));
  }

  const PARTS = {
    head: (block) => make("div", { class: "lp-head sm mut" }, block.lines.map((said) => make("span", {}, line(said)))),
    foot: (block) => make("div", { class: "lp-foot sm mut" }, block.lines.map((said) => make("span", {}, line(said)))),
    heading: (block) => make(`h${Math.min(block.level + 1, 4)}`, {}, line(block.lines[0])),
    paragraph,
    list: (block) => make("ul", {}, block.lines.map((said) => make("li", {}, line(said)))),
    table,
  };

  function paint(shown) {
    here = shown.sentence?.number ?? 0;
    box.setAttribute("aria-label", `The letter ${shown.letter}`);
    refill(box, shown.blocks.map((block) => PARTS[block.part](block)));
    const tab = box.querySelector(`[data-n="${here || tabbed}"]`) ?? box.querySelector("[data-n]");
    if (tab) tab.tabIndex = 0;
  }

  // Bring a sentence into sight and into the tab order, and the focus to it.
  function go(number) {
    const node = box.querySelector(`[data-n="${number}"]`);
    if (!node) return;
    tabTo(node);
    node.scrollIntoView({ block: "center" });
  }

  return { box, paint, go };
}
