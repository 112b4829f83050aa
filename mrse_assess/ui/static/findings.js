// What the program noticed in the item: prompts with a place to look, never a verdict. A line opens to say it in full;
// a prompt is put aside there, with a reason, and can be brought back.

export default pane(({ model, el, talk, signal }) => {
  let shown = {};
  let open = ""; // the line that is open
  let past = false; // whether those put aside are listed
  const body = make("div");
  openingGuidance(el, signal);
  el.classList.add("finds");

  const key = (row) => row.ids.join() || `${row.word}:${row.message}:${row.pages.join()}`;
  const sign = (row) => span(`no${row.kind === "possible" ? "" : " q"}`, row.number ? `${row.number}` : "");
  const tone = (row) => (row.kind === "possible" ? "s-prompt" : row.kind === "not_checked" ? "mut" : "");
  const say = (row, page) => talk.say("goto_prompt", { number: row.number, page });

  function pages(row) {
    return span("ends nw", row.pages.slice(0, 3).map((page, at) => make("button", {
      type: "button", class: "link", "data-k": `f${key(row)}:${page}`, "aria-label": `p ${page}: go there for ${row.message}`,
      onclick: () => say(row, page),
    }, at ? `${page}` : `p ${page}`)), row.pages.length > 3 ? span("mut", `+${row.pages.length - 3}`) : null);
  }

  function line(row) {
    const on = open === key(row);
    return [
      make("div", { class: "fr", "data-testid": `finding-${row.number}`, onmouseenter: () => talk.say("ring_prompt", { number: row.number }), onmouseleave: () => talk.say("ring_prompt", { number: 0 }) },
        sign(row), span(`w ${tone(row)}`, row.word),
        row.detail ? make("button", {
          type: "button", class: "says clip", "data-k": `m${key(row)}`, "aria-expanded": String(on), title: row.detail,
          "aria-label": `${row.number}, ${row.word}: ${row.message}. ${on ? "Close" : "Say it in full"}`,
          onfocus: () => talk.say("ring_prompt", { number: row.number }), onblur: () => talk.say("ring_prompt", { number: 0 }),
          onclick: () => { open = on ? "" : key(row); paint(shown); },
        }, row.message) : make("span", { class: "clip", title: row.message }, row.message),
        pages(row)),
      on ? full(row) : null,
    ];
  }

  function full(row) {
    return make("div", { class: "full", "data-testid": "finding-full" },
      make("p", {}, row.detail),
      row.clause || row.note ? make("p", { class: "mut" }, row.note ? `${row.note} ` : "", span("nw", row.clause)) : null,
      row.ids.length ? aside(row) : null);
  }

  function put(row, why) {
    open = "";
    perform(model, talk, "dismiss", { unit: unitOf(shown.unit), ids: row.ids, why });
  }

  function aside(row) {
    const words = make("input", { class: "fld grow", type: "text", maxlength: 500, "aria-label": "Why it is put aside, in own words", placeholder: "or in own words", "data-k": `w${key(row)}`, "data-testid": "dismiss-words" });
    const form = make("form", { class: "row" }, words, make("button", { type: "submit", class: "btn", "data-testid": "dismiss" }, "Put aside"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (words.value.trim()) put(row, words.value);
      else talk.say("note", { said: "Say in a few words why, or choose one of the reasons." });
    });
    keepKeys(form, signal);
    return make("div", { class: "aside" },
      make("div", { class: "row wrap" }, span("mut nw", "Put aside:"), (shown.reasons ?? []).map((why, at) => make("button", {
        type: "button", class: "btn slim", "data-k": `r${key(row)}:${at}`, "data-testid": `dismiss-${at}`, onclick: () => put(row, why),
      }, why))),
      form);
  }

  function gone() {
    const rows = shown.dismissed ?? [];
    if (!rows.length) return null;
    return make("div", { class: "gone" },
      make("button", { type: "button", class: "link sm", "data-k": "gone", "data-testid": "dismissed", "aria-expanded": String(past), onclick: () => { past = !past; paint(shown); } }, `${rows.length} put aside`),
      past ? make("ul", {}, rows.map((row) => make("li", { class: "row" },
        make("span", { class: "grow", title: row.detail }, span("mut", row.message), `: ${row.why}`), span("mut nw", row.at),
        make("button", { type: "button", class: "link nw", "data-k": `b${key(row)}`, "data-testid": "bring-back", "aria-label": `Bring back: ${row.message}`, onclick: () => perform(model, talk, "bring_back", { unit: unitOf(shown.unit), ids: row.ids }) }, "Bring back")))) : null);
  }

  // What stands below: never "nothing found" of what could not be looked at.
  function foot() {
    const some = (shown.rows ?? []).some((row) => row.kind === "possible");
    const list = (words, checks) => (checks?.length ? ` ${words}: ${checks.join(", ")}.` : "");
    if (shown.fault) return `Not looked over: ${shown.fault}`;
    if (shown.looking && !shown.checked?.length) return "Looking the evidence over. Judging need not wait.";
    const scans = shown.scans ? ` Not checked: words on ${shown.scans} picture ${shown.scans === 1 ? "page" : "pages"}.` : "";
    return `${some ? "" : "No prompts."}${list("Checked", shown.checked)}${list("Not checked", shown.unchecked) || scans}`.trim();
  }

  function paint(next) {
    const moved = !sameUnit(shown.unit, next.unit);
    if (moved) { open = ""; past = false; }
    shown = next;
    el.hidden = !shown.label;
    if (!shown.label) return;
    const rows = shown.rows ?? [];
    refill(body,
      make("div", { class: "row" }, make("h3", { class: "nw" }, `Found in item ${shown.label}`), span("sm mut clip grow", rows.length ? "prompts with a place to look; you judge" : ""),
        make("button", { type: "button", class: "link sm nw", "data-k": "dates", "data-testid": "all-dates", title: "The dates of all items as a picture", onclick: () => perform(model, talk, "dates") }, "All dates")),
      rows.length ? make("div", { role: "list" }, rows.map((row) => make("div", { role: "listitem" }, line(row)))) : null,
      make("p", { class: "sm mut", "data-testid": "looked" }, foot()),
      gone());
  }

  // The dates of all items, in a dialog of their own: the picture, and the same in words for who cannot see it.
  const picture = make("img", { class: "dates", alt: "" });
  const words = make("details", { class: "sm" });
  const dialog = make("dialog", { class: "mrse-dialog dates", "aria-label": "Dates of all items", "data-testid": "dates-dialog" },
    make("div", { class: "row dialog-head" }, make("h2", { class: "grow" }, "Dates of all items"), make("button", { type: "button", class: "btn", "data-testid": "close-dates", onclick: () => dialog.close() }, "Close", kbd("Esc"))),
    make("div", { class: "dates-body", tabindex: "0", role: "group", "aria-label": "Dates of all items" }, picture, words));
  let url = "";
  el.append(body, dialog);
  function received(content, buffers) {
    if (content.dates === undefined) return;
    URL.revokeObjectURL(url);
    url = URL.createObjectURL(new Blob([buffers[0]], { type: content.media }));
    picture.src = url;
    picture.alt = content.dates;
    words.replaceChildren(make("summary", {}, "In words"), make("p", {}, content.dates));
    if (!dialog.open) dialog.showModal();
  }
  model.on("msg:custom", received);
  signal.addEventListener("abort", () => { model.off("msg:custom", received); URL.revokeObjectURL(url); dialog.remove(); });

  // A number beside a note of the guidance leads to its prompt.
  document.addEventListener("click", (event) => {
    const number = Number(event.target.closest?.("[data-prompt]")?.dataset.prompt);
    const row = number && el.closest(".mrse-judge")?.contains(event.target) ? shown.rows?.find((one) => one.number === number) : null;
    if (!row) return;
    open = key(row);
    paint(shown);
    if (row.pages.length) say(row, row.pages[0]);
    el.querySelector(`[data-testid="finding-${number}"]`)?.scrollIntoView({ block: "nearest" });
  }, { signal });
  return paint;
});
