// The list of questions, chapter by chapter. One of them is in the order of the Tab key; arrows walk the others.

function cohortQuestions({ ask }) {
  const list = make("div", {});
  const left = make("details", { hidden: true, "data-testid": "cohort-left-out" });
  const box = make("nav", { class: "ch-questions", "aria-label": "Questions", "data-region": true }, list, left);
  const buttons = () => [...list.querySelectorAll("button")];
  list.addEventListener("keydown", (event) => {
    const all = buttons(), at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  });

  function paint(shown) {
    refill(list, shown.chapters.map((chapter) => make("section", {}, make("h2", {}, chapter.title),
      make("ul", {}, chapter.questions.map((one) => make("li", {}, make("button", {
        type: "button", "data-k": one.id, "data-testid": `ask-${one.id}`, tabindex: one.id === shown.question ? "0" : "-1",
        "aria-current": one.id === shown.question ? "true" : null, onclick: () => ask(one.id),
      }, span("grow", one.words), one.private ? make("span", { title: "Private to the chair", class: "mut" }, icon("lock"), span("sr", "private to the chair")) : null)))))));
    left.hidden = !shown.left_out.length;
    refill(left, make("summary", {}, `In no number: ${shown.left_out.length}`), make("ul", {}, shown.left_out.map((words) => make("li", { class: "sm" }, words))));
  }
  return { box, paint, focus: () => list.querySelector('[aria-current="true"]')?.focus() };
}
