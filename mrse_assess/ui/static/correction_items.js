// The items: which pages each has, its title, and items that the reading missed.

function readingItems({ model, talk, ids, tell }) {
  let shown = { items: [], files: [] };
  let at = ""; // the item on screen, "" for a new one
  let draft = null; // { id, title, spans }
  const list = make("ul", { class: "itemlist", "aria-label": "Items", "data-testid": "correct-items" });
  const form = make("div", { class: "readas" });
  const panel = make("div", { class: "corr-two items" },
    make("div", { class: "cellside" }, make("div", { class: "row" }, make("p", { class: "lab grow" }, "Items of the portfolio"),
      make("button", { type: "button", class: "btn small", "data-testid": "correct-new-item", onclick: () => { choose(""); form.querySelector("input")?.focus(); } }, icon("plus"), "New item")), list),
    form);

  const known = () => shown.items.find((item) => item.id === at);
  const blank = () => ({ id: "", title: "", spans: [{ file: shown.files[0]?.file ?? "", first: 1, last: 1 }] });

  function choose(id) {
    at = id;
    draft = known() ? structuredClone({ id: at, title: known().title, spans: known().spans }) : blank();
    tell("");
    drawn();
  }

  function spanLine(one, place) {
    const most = shown.files.find((file) => file.file === one.file)?.pages ?? 1;
    const number = (name, words) => make("input", {
      class: "fld pages", type: "number", min: "1", max: `${most}`, value: `${one[name]}`, "aria-label": `Run ${place + 1}: ${words} page`, "data-testid": `span-${name}-${place}`,
      oninput: (event) => { one[name] = event.target.valueAsNumber; },
    });
    const file = make("select", { class: "fld grow", "aria-label": `Run ${place + 1}: file`, "data-testid": `span-file-${place}`, onchange: (event) => { one.file = event.target.value; drawn(); } },
      shown.files.map((each) => { const option = make("option", { value: each.file }, each.file); option.selected = each.file === one.file; return option; }));
    return make("li", { class: "spanline" }, file, number("first", "first"), span("sm", "to"), number("last", "last"), span("sm mut nw", `of ${most}`),
      make("button", { type: "button", class: "btn ghost icon", "aria-label": `Remove run ${place + 1}`, title: "Remove these pages", onclick: () => { draft.spans.splice(place, 1); drawn(); } }, icon("cross")));
  }

  function drawn() {
    const item = known();
    refill(list, shown.items.map((one) => make("li", {}, make("button", {
      type: "button", class: `itemrow${one.id === at ? " now" : ""}`, "aria-current": one.id === at ? "true" : null, "data-k": `item:${one.id}`, "data-testid": `correct-pick-${one.id}`, title: one.title, onclick: () => choose(one.id),
    }, make("b", {}, one.id), span("t clip", one.title), span("sm mut nw", one.numbers.length === 1 ? "1 page" : `${one.numbers.length} pages`), one.corrected ? span("tag", "by you") : null))));
    form.replaceChildren(
      make("h3", {}, item ? `Item ${item.id}` : "New item"),
      make("label", { class: "fl", for: ids("item-id") }, span("lab", "Label"), make("input", {
        class: "fld item", id: ids("item-id"), value: draft.id, readonly: Boolean(item), autocomplete: "off", "data-testid": "item-id", oninput: (event) => { draft.id = event.target.value; },
      })),
      make("label", { class: "fl", for: ids("item-title") }, span("lab", "Title"), make("input", {
        class: "fld", id: ids("item-title"), value: draft.title, autocomplete: "off", "data-testid": "item-title", oninput: (event) => { draft.title = event.target.value; },
      })),
      make("p", { class: "lab" }, "Pages"),
      make("ul", { class: "spanlines" }, draft.spans.map(spanLine)),
      make("div", { class: "row" }, make("button", { type: "button", class: "btn ghost", "data-testid": "span-add", onclick: () => { draft.spans.push(blank().spans[0]); drawn(); } }, icon("plus"), "Add pages")),
      make("div", { class: "row corr-foot" }, make("button", { type: "button", class: "btn main", "data-testid": "item-save", onclick: record }, item ? "Save correction" : "Add the item", kbd("Enter"))),
      make("p", { class: "sm mut" }, "Without pages it is no item. What you save is shown as yours; undo takes it back."));
  }

  function record() {
    if (draft.spans.some((one) => !Number.isInteger(one.first) || !Number.isInteger(one.last) || one.first < 1 || one.last < 1)) return tell("Give each run its first and last page, counted from 1.");
    tell("Saving.");
    perform(model, talk, "correct_item", { evidence_id: draft.id, title: draft.title, spans: draft.spans, why: "" });
  }
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    record();
  });

  return {
    panel, open: choose,
    recorded: (id, said) => { choose(id); tell(said); form.querySelector("input:not([readonly])")?.focus(); },
    paint(next) {
      shown = next;
      if (!draft) choose(shown.items[0]?.id ?? "");
      else drawn();
    },
  };
}
