// Highlight sets: which are drawn under the words, a menu to choose them, the key to their lines.

// ``searched()``: whether hits stand in the same row.
function markSets({ model, talk, signal, button, root, changed, searched }) {
  let sets = [];
  let on = new Set();
  let before = null; // what was on when all were put off
  let sent = 0;
  let here = new Map(); // set -> how many on the page on screen
  const key = span("marks-key row nw");
  const box = dropdown({ button, label: "Highlight sets", root, signal, testid: "marks-menu", fill });

  const sample = (one) => span(`sample ${LINES.has(one.line) ? one.line : "solid"}`, one.name);
  const LINES = new Set(["solid", "double", "dotted", "wavy"]);

  function fill() {
    return [
      make("h3", {}, "Mark in the evidence"),
      make("p", { class: "sm mut" }, "Plain finds by wording; a mark says nothing about merit."),
      make("ul", { class: "menu" }, sets.map((one) => make("li", {}, make("label", {},
        make("input", {
          type: "checkbox", checked: on.has(one.id), "data-k": one.id, "data-testid": `marks-${one.id}`,
          onchange: (event) => choose(sets.map(({ id }) => id).filter((id) => (id === one.id ? event.target.checked : on.has(id)))),
        }), sample(one))))),
      make("div", { class: "row sm mut" }, "All on or off", keyCap("marks")),
      make("ul", { class: "menu" }, make("li", {}, make("label", {},
        make("input", { type: "checkbox", checked: findsOn(), "data-k": "finds", "data-testid": "marks-finds", onchange: (event) => { remember("mrse-finds", event.target.checked); changed(); } }),
        span("", "Numbered boxes of the findings")))),
    ];
  }

  const findsOn = () => remembered("mrse-finds", true);

  function choose(ids) {
    on = new Set(ids);
    paint();
    changed();
    sent = perform(model, talk, "show_marks", { sets: ids });
  }

  function toggle() {
    if (!sets.length) return talk.say("note", { said: "This scheme has no highlight sets." });
    const all = sets.map(({ id }) => id);
    if (on.size) { before = all.filter((id) => on.has(id)); choose([]); }
    else choose(before?.length ? before : all);
    talk.say("note", { said: on.size ? `Marked: ${sets.filter(({ id }) => on.has(id)).map(({ name }) => name).join(", ")}.` : "Highlight sets are off." });
  }
  talk.hear("marks", toggle);
  talk.hear("ack", ({ id }) => { if (id === sent) sent = 0; });

  function paint() {
    button.setAttribute("aria-label", `Highlight sets, ${on.size} of ${sets.length} on`);
    button.classList.toggle("on", on.size > 0);
    button.querySelector(".count").textContent = `${on.size}`;
    paintKey();
  }

  // The key says how often each set stands on the page; beside a search, only what does stand there.
  function paintKey() {
    const shown = sets.filter(({ id }) => on.has(id) && (!searched() || here.get(id)));
    refill(key, shown.map((one) => make("span", { title: `${one.name}: ${here.get(one.id) ?? 0} on this page` }, sample(one), here.get(one.id) ? span("times", ` ${here.get(one.id)}`) : null)));
  }
  function seen(picture) {
    const counts = new Map();
    for (const [set] of picture?.marks ?? []) counts.set(set, (counts.get(set) ?? 0) + 1);
    here = counts;
    paintKey();
  }

  function show(next) {
    sets = next.sets ?? [];
    if (!sent) on = new Set(next.shown_sets ?? []);
    paint();
    box.again();
  }

  // Lines under the words of a page.
  const overlays = (picture) => (picture.marks ?? [])
    .filter(([set]) => on.has(set))
    .map(([set, , boxes]) => ({ css: `mark ${sets.find(({ id }) => id === set)?.line ?? "solid"}`, boxes }));

  return { key, show, seen, overlays, paintKey, findsOn, any: () => on.size > 0, close: () => box.close() };
}
