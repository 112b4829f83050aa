// The answer to a question: its figure, and beside it a table each number of which leads to the applications behind it.

function cohortTable({ model, behind, file, signal }) {
  let url = "";
  let drawn = 0; // of which answer the figure on screen is
  let asked = 0;
  let spotted = 0; // of which answer the places in it are
  const title = make("h1", { tabindex: "-1", "data-testid": "cohort-title" });
  const counted = make("p", { class: "mut", "data-testid": "cohort-counted" });
  const files = make("div", { class: "row ch-files", role: "group", "aria-label": "Download" });
  const picture = make("img", { "data-testid": "cohort-figure", hidden: true });
  const instead = make("p", { class: "mut", "data-testid": "cohort-no-figure" });
  // Over the picture, for the pointer alone: the keyboard and whoever listens have the same ways in the table beside it.
  const spots = make("div", { class: "ch-spots", "aria-hidden": "true" });
  const figure = make("figure", { class: "ch-figure" }, make("div", { class: "ch-picture" }, picture, spots), instead);
  const table = make("table", { class: "t ct", "data-testid": "cohort-table" });
  const scroll = make("div", { class: "ch-scroll", tabindex: "0", role: "region" }, table);
  const marks = make("ul", { class: "sm ch-marks", "data-testid": "cohort-marks" });
  const notes = make("ul", { class: "sm mut ch-notes", "data-testid": "cohort-notes" });
  const beware = make("p", { class: "s-prompt row", "data-testid": "cohort-beware" });
  const refused = make("p", { class: "row ch-refused", role: "status", "data-testid": "cohort-refused" });
  const working = make("p", { class: "mut", role: "status", "data-testid": "cohort-working" });
  const hint = make("p", { class: "sm mut" });
  const answer = make("div", { class: "ch-answer" }, figure, make("div", { class: "ch-numbers" }, scroll, marks, hint, notes));
  const box = make("main", { class: "ch-main", "data-region": true },
    make("div", { class: "row ch-title" }, make("div", { class: "grow" }, title, counted), files), beware, refused, working, answer);

  // ---------------------------------------------------------------- the table
  function cell(one, row, column, published) {
    if (one.withheld) return make("td", { class: "n hx" }, make("span", {}, span("sr", "withheld")));
    const mark = one.mark ? make("sup", {}, one.mark) : null;
    const words = [make("b", {}, one.main, mark), one.detail.map((part) => make("span", { class: "sm" }, part))].flat();
    const bar = one.share === null ? null : make("i", { class: "bar", "aria-hidden": "true", style: `--share: ${one.share}` });
    if (!one.behind || published) return make("td", { class: "n" }, ...words, bar);
    const label = `${row}, ${column}: ${[one.main, ...one.detail].join(", ")}. List ${one.behind} application${one.behind === 1 ? "" : "s"}`;
    return make("td", { class: "n" }, make("button", { type: "button", class: "cell", tabindex: "-1", "aria-label": label, "data-k": one.at.join("-"), "data-testid": `cell-${one.at.join("-")}`, onclick: () => behind(one.at) }, ...words), bar);
  }

  function paintTable(shown) {
    const given = shown.table;
    scroll.hidden = !given.rows.length;
    scroll.setAttribute("aria-label", given.title);
    table.classList.toggle("many", given.columns.length > 6);
    table.classList.toggle("heat", given.heat);
    refill(table, make("caption", { class: "sr" }, given.title),
      make("thead", {}, make("tr", {}, make("td", {}), given.columns.map((words) => make("th", { scope: "col" }, words)))),
      make("tbody", {}, given.rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.label),
        row.cells.map((one, at) => cell(one, row.label, given.columns[at], shown.published))))));
    const first = table.querySelector("button.cell");
    if (first && !table.querySelector('button.cell[tabindex="0"]')) first.tabIndex = 0;
    hint.hidden = !first;
    refill(marks, given.marks.map((one) => make("li", {}, make("sup", {}, one.mark), ` ${one.words}`)));
    refill(notes, given.notes.map((words) => make("li", {}, words)));
    answer.classList.toggle("wide", given.columns.length > 3);
  }

  table.addEventListener("keydown", (event) => {
    const here = document.activeElement.closest?.("td");
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!here || !step) return;
    event.preventDefault();
    const [down, across] = step;
    let row = here.parentNode.rowIndex + down, column = here.cellIndex + across;
    for (; table.rows[row]?.cells[column]; row += down, column += across) {
      const next = table.rows[row].cells[column].querySelector("button.cell");
      if (next) { next.focus(); return; }
    }
  });
  table.addEventListener("focusin", ({ target }) => {
    if (!target.matches("button.cell")) return;
    for (const one of table.querySelectorAll('button.cell[tabindex="0"]')) one.tabIndex = -1;
    target.tabIndex = 0;
  });

  // ---------------------------------------------------------------- the figure
  function paintFigure(shown) {
    const { figure: own } = shown;
    instead.textContent = shown.no_figure;
    instead.hidden = Boolean(own) || !shown.table?.rows.length;
    figure.classList.toggle("none", !own);
    hint.textContent = `Choose a number${own ? ", or its place in the figure," : ""} to list the applications behind it. Arrow keys walk the table.`;
    if (!own) { picture.hidden = true; drawn = 0; spots.replaceChildren(); return; }
    picture.alt = own.alt;
    if (own.number !== spotted) paintSpots(shown);
    if (own.number !== drawn && own.number !== asked) {
      asked = own.number;
      post(model, { act: "figure", number: own.number });
    }
  }
  function paintSpots({ figure: own, table: given, published }) {
    spotted = own.number;
    const cells = new Map(given.rows.flatMap((row) => row.cells.map((one, at) => [one.at.join("-"), { one, label: `${row.label}, ${given.columns[at]}` }])));
    const live = published ? [] : own.spots.filter(({ at }) => cells.get(at.join("-"))?.one.behind);
    refill(spots, live.map(({ at, box: [left, top, wide, high] }) => {
      const { one, label } = cells.get(at.join("-"));
      return make("i", {
        style: `left:${left}%;top:${top}%;width:${wide}%;height:${high}%`, "data-testid": `spot-${at.join("-")}`,
        title: `${label}: ${[one.main, ...one.detail].join(", ")}. List ${one.behind} application${one.behind === 1 ? "" : "s"}`, onclick: () => behind(at),
      });
    }));
  }
  function received(content, buffers) {
    if (content.figure === undefined || content.figure !== model.get("shown").figure?.number) return;
    URL.revokeObjectURL(url);
    url = URL.createObjectURL(new Blob([buffers[0]], { type: "image/svg+xml" }));
    picture.src = url;
    picture.hidden = false;
    drawn = content.figure;
  }
  model.on("msg:custom", received);

  // A table that takes long says how long it has taken so far, so that nobody takes it for stuck.
  let since = 0;
  const counting = window.setInterval(() => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    if (since && seconds >= 1) working.textContent = `Being worked out, ${seconds} s so far. Another question can be asked meanwhile.`;
  }, 1000);
  signal.addEventListener("abort", () => { window.clearInterval(counting); model.off("msg:custom", received); URL.revokeObjectURL(url); });

  let offered = "";
  function paintFiles(shown) {
    const kinds = [["csv", "Rows, CSV"], ["xlsx", "Rows, XLSX"], ...(shown.figure ? [["svg", "Figure, SVG"], ["png", "Figure, PNG"]] : [])];
    files.hidden = !shown.table;
    const now = kinds.map(([kind]) => kind).join();
    if (now === offered) return;
    offered = now;
    refill(files, icon("download"), kinds.map(([kind, words]) => make("button", { type: "button", class: "btn", "data-k": kind, "data-testid": `file-${kind}`, "aria-label": `Download: ${words}`, onclick: () => file(kind) }, words)));
  }

  let painted = "";
  let edition = false; // whether what stands here is to be published: an internal number never stands under that word
  function paint(shown) {
    const waits = !shown.table && !shown.refused;
    const bare = Boolean(shown.refused) || (waits && edition !== shown.published);
    if (!waits) { since = 0; working.textContent = ""; } else if (!since) since = Date.now();
    working.hidden = !waits;
    answer.classList.toggle("stale", waits);
    refused.hidden = !shown.refused;
    if (shown.refused) refill(refused, icon("lock"), span("grow", shown.refused));
    beware.hidden = !shown.beware;
    refill(beware, icon("warning"), span("grow", shown.beware));
    answer.hidden = bare;
    paintFiles(shown);
    if (bare) {
      title.textContent = shown.chapters.flatMap((one) => one.questions).find((one) => one.id === shown.question)?.words ?? "";
      counted.textContent = "";
    }
    if (!shown.table) return;
    edition = shown.published;
    if (painted !== `${shown.number}`) {
      painted = `${shown.number}`;
      title.textContent = shown.table.title;
      counted.textContent = shown.table.counted;
      paintTable(shown);
    }
    paintFigure(shown);
  }
  return { box, paint, focusTitle: () => title.focus(), focusCell: (at) => (table.querySelector(`[data-k="${at.join("-")}"]`) ?? title).focus() };
}
