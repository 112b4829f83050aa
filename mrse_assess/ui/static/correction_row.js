// One row of the cross reference table: the applicant's page beside what it is read as.

const PAGE_RUN = /^(?:pages?|pp?)?\.?\s*(\d{1,5})(?:\s*(?:-|to)\s*(\d{1,5}))?$/i;

// The pages that the words name, [] for none, null when they are no pages. The workbench checks again.
function pagesNamed(words) {
  const found = [];
  for (const part of words.replace(/[\u2010-\u2014\u2212]/g, "-").split(/,|&|\band\b/)) {
    const run = part.trim().match(PAGE_RUN);
    if (!run) return words.trim() ? null : [];
    const [first, last] = [Number(run[1]), Number(run[2] ?? run[1])];
    if (first > last || last - first > 600) return null;
    for (let page = first; page <= last; page += 1) found.push(page);
  }
  return found;
}

const runsOf = (numbers) => {
  const runs = [];
  for (const number of numbers) {
    if (runs.length && runs.at(-1)[1] === number - 1) runs.at(-1)[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
};

// Whether this is a whole cell typed into one field. It says its own pages: those beside it were another item's.
const isCell = (id) => /[;,\n]|\sp/i.test(id);

// What a line leads to while it is typed: [icon, tone, words].
function leadsTo(line, items) {
  const id = line.id.trim();
  if (!id) return ["minus", "mut", "names no item: left out"];
  const item = items.get(id.toLowerCase());
  if (!item && isCell(id)) return ["plus", "mut", "several, taken apart when saved"];
  if (!item) return ["broken", "s-prompt", "leads nowhere"];
  const named = pagesNamed(line.pages);
  if (named === null) return ["flag", "s-prompt", "write pages as 3-5, 8"];
  const absent = named.filter((page) => !item.numbers.includes(page));
  const has = item.numbers.length === 1 ? `the one page ${item.numbers[0]}` : `${item.printed ? "printed " : ""}pages ${runsOf(item.numbers)}`;
  if (absent.length) return ["flag", "s-prompt", `no page ${runsOf(absent)}: it has ${has}`];
  const places = named.map((page) => item.numbers.indexOf(page) + 1).sort((a, b) => a - b);
  const count = item.numbers.length;
  if (places.length && places.length < count) return ["tick", "s-sat", `p ${runsOf(places)} of ${count}`];
  return ["tick", "s-sat", count === 1 ? "1 page" : `${count} pages`];
}

function readingRow({ model, talk, ids, close, tell }) {
  let shown = { rows: [], items: [] };
  let items = new Map();
  let code = "";
  let lines = [];
  let wanted = -1; // the line whose field takes the focus after painting
  const drafts = new Map(); // code -> lines typed and not saved
  const asked = []; // the cells sent to be taken apart: [code, text] each, found again by their place here
  const pages = new Map(); // file and page -> picture
  const GO_ON = "mrse-correct-go-on";

  const caption = make("p", { class: "lab" });
  const picture = make("div", { class: "cellpic", tabindex: "0", role: "group", "data-testid": "cell-picture" });
  const choose = make("select", { class: "fld", "aria-label": "Row of the table", "data-testid": "correct-row-choice", onchange: () => go(choose.value) });
  const step = (by, image, words, shortcut) => make("button", {
    type: "button", class: "btn icon", "aria-label": words, title: words, "aria-keyshortcuts": shortcut, "data-testid": by < 0 ? "correct-previous" : "correct-next", onclick: () => goBy(by),
  }, icon(image));
  const list = make("ul", { class: "reflines", "aria-label": "Read as" });
  const add = make("button", { type: "button", class: "btn ghost", "data-testid": "correct-add", onclick: () => { lines.push({ read_as: "", id: "", pages: "" }); wanted = lines.length - 1; drawn(); } }, icon("plus"), "Add a reference");
  const save = make("button", { type: "button", class: "btn main", "aria-keyshortcuts": "Enter", "data-testid": "correct-save", onclick: record }, "Save correction", kbd("Enter"));
  const on = make("input", { type: "checkbox", "data-testid": "correct-go-on", onchange: () => writeStore(localStorage, GO_ON, on.checked ? "1" : null) });
  on.checked = readStore(localStorage, GO_ON) === "1";
  const options = make("datalist", { id: ids("items") });
  const hint = make("p", { class: "sm mut" });
  const panel = make("div", { class: "corr-two" },
    make("div", { class: "cellside" }, caption, picture),
    make("div", { class: "readas" },
      make("div", { class: "row rowpick" }, step(-1, "back", "Previous row", "PageUp"), choose, step(1, "forward", "Next row", "PageDown")),
      make("h3", {}, "Read as"), list, make("div", { class: "row" }, add), options,
      make("div", { class: "row corr-foot" }, save,
        make("button", { type: "button", class: "btn", "aria-keyshortcuts": "Escape", "data-testid": "correct-cancel", onclick: cancel }, "Cancel", kbd("Esc")),
        make("label", { class: "row sm" }, on, "Go on to the next row")),
      hint));

  const rowOf = (one) => shown.rows.find((row) => row.code === one);
  const asShown = (row) => row.lines.map(({ read_as, id, pages: named }) => ({ read_as, id, pages: named }));
  const same = (a, b) => JSON.stringify(a.filter((line) => line.id.trim())) === JSON.stringify(b);
  const dirty = () => Boolean(rowOf(code)) && !same(lines, asShown(rowOf(code)));

  function keep() {
    if (!code) return;
    dirty() ? drafts.set(code, lines) : drafts.delete(code);
  }

  function go(next) {
    keep();
    code = next;
    lines = structuredClone(drafts.get(code) ?? asShown(rowOf(code)));
    if (!lines.length) lines.push({ read_as: "", id: "", pages: "" });
    wanted = doubtful();
    tell("");
    drawn();
    look();
  }

  function goBy(by) {
    const at = shown.rows.findIndex((row) => row.code === code) + by;
    if (shown.rows[at]) go(shown.rows[at].code);
    else tell(by > 0 ? "This is the last row." : "This is the first row.");
  }

  function doubtful() {
    const row = rowOf(code);
    const at = lines.findIndex((line) => !line.id.trim() || ["broken", "flag"].includes(leadsTo(line, items)[0]));
    if (at >= 0) return at;
    const unsure = lines.findIndex((line) => row.lines.find((one) => one.id === line.id)?.doubtful);
    return Math.max(unsure, 0);
  }

  function remove(at) {
    lines.splice(at, 1);
    if (!lines.length) lines.push({ read_as: "", id: "", pages: "" });
    wanted = Math.min(at, lines.length - 1);
    drawn();
  }

  function remind() {
    const missing = lines.some((line) => leadsTo(line, items)[0] === "broken");
    hint.textContent = `${missing ? "An item that is truly missing is judged, not corrected. " : ""}What you save is shown as yours, never as the applicant's.`;
  }

  // The answer may come when another row is shown: it belongs to the row and the words that were asked about.
  function takeApart(text, row) {
    asked.push([row, text]);
    perform(model, talk, "split_cell", { text, asked: asked.length - 1 });
  }

  function takenApart(found, [row, text]) {
    const held = row === code ? lines : drafts.get(row);
    const at = held ? held.findIndex((line) => line.id === text) : -1;
    if (at < 0) return;
    held.splice(at, 1, ...found.map(({ id, pages: named }, place) => ({ read_as: place ? "" : held[at].read_as, id, pages: named })));
    if (row !== code) return;
    const fields = () => [...list.querySelectorAll("input,button")];
    const focused = fields().indexOf(document.activeElement);
    drawn();
    fields()[focused]?.focus();
  }

  function drawLine(line, at) {
    const row = code;
    const state = make("span", { class: "state sm", id: ids(`state-${at}`) });
    const said = rowOf(code).lines.find((one) => one.id === line.id && one.pages === line.pages);
    const paintState = () => {
      const [image, tone, words] = leadsTo(line, items);
      remind();
      const was = line.read_as && !lines.some((one) => one.id.trim() === line.read_as) ? `was “${line.read_as}”` : "";
      refill(state, span(tone, icon(image)), span("", words), was ? span("s-prompt nw", icon("flag"), was) : null,
        said?.corrected ? span("tag", "corrected by you") : said?.doubtful && image === "tick" && !was ? span("s-prompt nw", icon("flag"), "check this") : null);
    };
    const typed = (name) => (event) => { line[name] = event.target.value; paintState(); };
    const item = make("input", {
      class: "fld item", list: ids("items"), value: line.id, "aria-label": `Reference ${at + 1}: item`, "aria-describedby": ids(`state-${at}`), placeholder: "item", autocomplete: "off", spellcheck: "false",
      "data-testid": `correct-item-${at}`, oninput: typed("id"),
      onchange: () => { if (leadsTo(line, items)[0] === "plus") takeApart(line.id, row); },
    });
    const named = make("input", {
      class: "fld pages", value: line.pages, "aria-label": `Reference ${at + 1}: pages`, "aria-describedby": ids(`state-${at}`), placeholder: "page", autocomplete: "off", inputmode: "numeric",
      "data-testid": `correct-pages-${at}`, oninput: typed("pages"),
    });
    paintState();
    return make("li", { class: "refline" }, item, named, state, make("button", {
      type: "button", class: "btn ghost icon", "aria-label": `Remove reference ${at + 1}${line.id ? `, item ${line.id}` : ""}`, title: "Remove this reference", "data-testid": `correct-remove-${at}`, onclick: () => remove(at),
    }, icon("cross")));
  }

  function drawn() {
    const row = rowOf(code);
    if (!row) return;
    choose.replaceChildren(...shown.rows.map((one) => {
      const count = one.lines.length;
      const option = make("option", { value: one.code }, `${one.code} ${one.name}: ${count ? `${count} ${count === 1 ? "reference" : "references"}` : "none"}${one.lines.some((line) => line.doubtful) ? ", to check" : ""}${drafts.has(one.code) ? ", not saved" : ""}`);
      option.selected = one.code === code;
      return option;
    }));
    list.replaceChildren(...lines.map(drawLine));
    caption.textContent = row.file ? `Applicant's table, page ${row.page}, row ${code}` : `Row ${code}`;
    if (wanted >= 0 && panel.isConnected) {
      const line = lines[wanted];
      const field = list.children[wanted]?.querySelector(leadsTo(line, items)[0] === "flag" ? ".pages" : ".item");
      field?.focus();
      field?.select();
    }
    wanted = -1;
  }

  const entryOf = (line) => ({ read_as: line.read_as, evidence_id: line.id, pages: leadsTo(line, items)[0] === "plus" ? "" : line.pages });

  function record() {
    if (save.disabled) return;
    if (!dirty()) { on.checked ? goBy(1) : tell("Nothing was changed: the row is read so already."); return; }
    keep();
    tell("Saving.");
    perform(model, talk, "correct_row", { sub_category: code, entries: lines.map(entryOf), why: "" });
  }

  function recorded(one, said) {
    drafts.delete(one);
    if (one !== code) return;
    lines = asShown(rowOf(code));
    if (!on.checked) return close();
    const next = shown.rows[shown.rows.findIndex((row) => row.code === code) + 1];
    next ? go(next.code) : go(code);
    tell(next ? said : `${said} This was the last row.`);
  }

  function cancel() {
    drafts.delete(code);
    lines = asShown(rowOf(code));
    close();
  }

  panel.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const field = event.target.matches("input.fld");
    const act = field && event.key === "Enter" ? record : event.key === "PageUp" ? () => goBy(-1) : event.key === "PageDown" ? () => goBy(1) : null;
    if (!act || (event.target === picture && event.key.startsWith("Page"))) return;
    event.preventDefault();
    act();
  });

  // ---------------------------------------------------------------- the applicant's page
  const keyOf = (row) => `${row.file}#${row.page}`;

  function look() {
    const row = rowOf(code);
    if (!row.file) return refill(picture, make("p", { class: "mut" }, "No table was found in the portfolio. Open the page that holds it, and type its rows here."));
    const kept = pages.get(keyOf(row));
    if (kept) return paintPicture(row, kept);
    refill(picture, make("p", { class: "mut" }, `Page ${row.page} of ${row.file} is on its way.`));
    post(model, { act: "cell", id: ++actNumber, sub_category: code });
  }

  function paintPicture(row, kept) {
    const ring = row.box ? make("div", { class: "ring" }) : null;
    const sheet = make("div", { class: "cellpage" },
      make("img", { src: kept.url, alt: `Page ${row.page} of ${row.file}. Row ${row.code} reads: ${row.text || "nothing that was read"}`, draggable: "false" }), ring);
    sheet.style.aspectRatio = `${kept.w} / ${kept.h}`;
    if (ring) {
      const [left, top, right, bottom] = row.box;
      ring.style.left = `${left * 100 - 0.7}%`;
      ring.style.width = `${(right - left) * 100 + 1.4}%`;
      ring.style.top = `${top * 100 - 0.35}%`;
      ring.style.height = `${(bottom - top) * 100 + 0.7}%`;
    }
    picture.setAttribute("aria-label", `Page ${row.page} of ${row.file}`);
    picture.replaceChildren(sheet);
    centre();
  }

  // The row in the middle, with its neighbours above and below; again whenever the sheet gets another size.
  function centre() {
    const sheet = picture.querySelector(".cellpage");
    if (!sheet || !rowOf(code)) return;
    picture.scrollTop = Math.max(rowOf(code).near * sheet.clientHeight - picture.clientHeight / 2, 0);
    picture.scrollLeft = (sheet.clientWidth - picture.clientWidth) / 2;
  }
  const watch = new ResizeObserver(centre);
  watch.observe(picture);

  function receive(content, buffers) {
    if (content.cell) {
      const url = URL.createObjectURL(new Blob([buffers[0]], { type: content.cell.media }));
      const key = keyOf(content.cell);
      if (pages.has(key)) URL.revokeObjectURL(pages.get(key).url);
      pages.set(key, { ...content.cell, url });
      if (pages.size > 6) { const [oldest] = pages.keys(); URL.revokeObjectURL(pages.get(oldest).url); pages.delete(oldest); }
      const row = rowOf(code);
      if (row && keyOf(row) === key) paintPicture(row, pages.get(key));
    } else if (content.no_cell !== undefined && content.code === code) refill(picture, make("p", { class: "mut" }, content.no_cell));
    else if (content.split && asked[content.asked]) takenApart(content.split, asked[content.asked]);
  }

  return {
    panel, receive, recorded, cancel, save,
    dirty: () => drafts.size > 0 || dirty(),
    open(wish) {
      code = "";
      go(rowOf(wish) ? wish : shown.rows[0]?.code);
    },
    resume: () => { wanted = doubtful(); drawn(); },
    paint(next) {
      const before = code && rowOf(code) ? asShown(rowOf(code)) : null;
      const untouched = before !== null && same(lines, before);
      shown = next;
      items = new Map(shown.items.map((item) => [item.id.toLowerCase(), item]));
      options.replaceChildren(...shown.items.map((item) => make("option", { value: item.id }, item.title)));
      if (!code || !rowOf(code)) return;
      if (untouched) lines = asShown(rowOf(code));
      if (!lines.length) lines.push({ read_as: "", id: "", pages: "" });
      drawn();
    },
    end: () => { watch.disconnect(); for (const { url } of pages.values()) URL.revokeObjectURL(url); pages.clear(); },
  };
}
