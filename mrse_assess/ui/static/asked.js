// What the sentence of a reason needs from a person: what was seen, its date, where it belongs, which other item.
// now() gives {shown, entry, usable}; changed() after a choice, typed() after a key, left() on leaving a field.

const MOST_WORDS = 25;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const words = (text) => text.split(/\s+/).filter(Boolean).length;

// "2021-03-05", "2021-03" or "2021" from what people type: 5 March 2021, 05/03/2021, Mar 2021; null for no date.
function dateTyped(typed) {
  const text = typed.trim().replace(/(\d)(?:st|nd|rd|th)\b/i, "$1").replace(/,/g, " ").replace(/\s+/g, " ");
  if (!text) return "";
  const monthOf = (name) => (name.length >= 3 ? MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1 : 0);
  let year, month, day;
  let found;
  if ((found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text))) [, year, month, day] = found;
  else if ((found = /^(?:(\d{1,2})[ ./-])?(\d{1,2})[ ./-](\d{4})$/.exec(text))) [, day, month, year] = found;
  else if ((found = /^(?:(\d{1,2}) )?([a-z]+)\.? (\d{4})$/i.exec(text))) { [, day, month, year] = found; month = monthOf(month) || 99; }
  else return null;
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)];
  const real = new Date(Date.UTC(2000, m - 1, d));
  real.setUTCFullYear(Number(year), m - 1, d);
  if (Number(year) < 1 || real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d) return null;
  const two = (part) => String(Number(part)).padStart(2, "0");
  return [year, month && two(month), month && day && two(day)].filter(Boolean).join("-");
}

function dateInWords(iso) {
  const [year, month, day] = iso.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

function askedFor({ focus, now, reason, changed, typed, left }) {
  const box = make("div", { class: "slots" });
  const row = (label, ...fields) => make("div", { class: "fl" }, make("span", { class: "lab" }, label, " ", keyCap("write")), make("div", { class: "row" }, fields));
  const needs = () => new Set(now().entry.reasons.flatMap((id) => reason(id)?.needs ?? []));
  const FIELDS = { seen: "seen", date: "evidence_date", target: "target", other_item: "other_item" };
  const NEEDED = { seen: "what was seen", date: "its date", target: "where it belongs", other_item: "which other item" };
  const owed = () => (now().entry.verdict === "satisfactory" ? [] : [...needs()].filter((need) => FIELDS[need] && !now().entry[FIELDS[need]]));
  const firstEmpty = () => [...box.querySelectorAll("input,select")].find((field) => !field.value && !field.disabled);

  // What is still needed is marked, and the key that leads to it stands beside the first of it.
  function mark() {
    const first = owed().length ? firstEmpty() : null;
    for (const field of box.querySelectorAll("input,select")) field.classList.toggle("needed", Boolean(first && !field.value));
    for (const cap of box.querySelectorAll("kbd")) cap.classList.toggle("out", !first || !cap.closest(".fl").contains(first));
  }

  // Enter goes on to what is still empty, then back to the page; Escape goes back at once.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    const next = event.key === "Enter" ? [...box.querySelectorAll("input,select")].find((field) => !field.value && field !== event.target) : null;
    next ? next.focus() : focus.back();
  });
  box.addEventListener("input", mark);

  function pick(name, label, choices) {
    const { entry, usable } = now();
    return make("select", {
      class: "fld grow", "aria-label": label, "data-k": name, "data-testid": name, disabled: !usable, onchange: (event) => { now().entry[name] = event.target.value; changed(); },
    }, make("option", { value: "" }, label), choices.map((one) => make("option", { value: one.id, selected: entry[name] === one.id }, one.name)));
  }

  function seen() {
    const count = make("span", { class: "sm mut nw", "aria-live": "off" });
    const field = make("input", {
      class: "fld grow", type: "text", maxlength: "400", value: now().entry.seen, "data-k": "seen", "data-testid": "seen", "aria-label": `What the page shows, at most ${MOST_WORDS} words`,
      placeholder: `what the page shows, at most ${MOST_WORDS} words`, onblur: left, oninput: () => { now().entry.seen = field.value; tally(); typed(); },
    });
    function tally() {
      const many = words(field.value);
      const over = many > MOST_WORDS;
      count.textContent = `${many}/${MOST_WORDS}`;
      count.className = `sm nw ${over ? "s-prompt" : "mut"}`;
      count.title = over ? "Too many words: the letter prints at most 25" : "words";
      field.setAttribute("aria-invalid", String(over));
    }
    tally();
    return row("Seen", field, count);
  }

  function date() {
    const remark = span("sm s-prompt", "");
    const { entry } = now();
    const iso = dateTyped(entry.evidence_date) === entry.evidence_date;
    const field = make("input", {
      class: "fld", type: "text", maxlength: "40", value: iso && entry.evidence_date ? dateInWords(entry.evidence_date) : entry.evidence_date, "data-k": "evidence_date", "data-testid": "evidence-date",
      "aria-label": "Date of the evidence: a day, a month or a year", placeholder: "5 March 2021, or March 2021, or 2021",
      oninput: () => {
        const read = dateTyped(field.value);
        field.setAttribute("aria-invalid", "false");
        remark.textContent = "";
        if (read === null) return;
        now().entry.evidence_date = read;
        typed();
      },
      onblur: () => {
        const read = dateTyped(field.value);
        if (read === null) {
          field.setAttribute("aria-invalid", "true");
          remark.textContent = "Not a date";
        } else if (read) field.value = dateInWords(read);
        left();
      },
    });
    return row("Dated", field, remark);
  }

  // Left alone while somebody is typing in it.
  function paint() {
    const { shown } = now();
    const asked = needs();
    const form = JSON.stringify([[...asked].sort(), shown.unit, Boolean(now().usable)]);
    if (box.dataset.form === form && box.contains(document.activeElement)) return mark();
    box.dataset.form = form;
    const picks = [
      asked.has("target") ? pick("target", "Belongs to", shown.targets) : null,
      asked.has("other_item") ? pick("other_item", "Other item", shown.items) : null,
    ].filter(Boolean);
    refill(box, asked.has("seen") ? seen() : null, asked.has("date") ? date() : null, picks.length ? row("Instead", ...picks) : null);
    mark();
  }

  return {
    box, paint,
    open: () => owed().length > 0,
    missing: () => `The sentence still needs ${owed().map((need) => NEEDED[need]).join(" and ")}${keysNow.write ? `: ${keysNow.write.cap}` : ""}.`,
    answer: () => { const field = firstEmpty(); if (!field) return false; focus.leave(); field.focus(); return true; },
    reset: () => { box.dataset.form = ""; },
  };
}
