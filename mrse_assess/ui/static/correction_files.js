// The files: how their printed page numbers count.

function readingFiles({ model, talk, ids, tell }) {
  let shown = { files: [] };
  const typed = new Map(); // file -> { printed, page }
  const body = make("ul", { class: "filelist", "aria-label": "Files", "data-testid": "correct-files" });
  const panel = make("div", { class: "corr-files" },
    make("p", {}, "Where references give the numbers that are printed on the pages, say here which page bears which number. References into that file are then led by it, and you type printed numbers too."), body);

  function said(file) {
    if (file.offset === null) return { printed: 1, page: 1 };
    const printed = Math.max(1, 1 - file.offset);
    return { printed, page: printed + file.offset };
  }

  function line(file, at) {
    const now = typed.get(file.file) ?? said(file);
    const example = make("p", { class: "sm mut", id: ids(`example-${at}`) });
    const explain = () => {
      const offset = now.page - now.printed;
      const sample = Math.max(1, 1 - offset) + 4;
      example.textContent = Number.isInteger(offset) ? `Then “p ${sample}” in the table opens page ${sample + offset} of the file, which has ${file.pages}.` : "";
    };
    const number = (name, words, most) => make("input", {
      class: "fld pages", type: "number", min: "1", max: most, value: `${now[name]}`, "aria-label": words, "aria-describedby": ids(`example-${at}`), "data-testid": `offset-${name}-${at}`,
      oninput: (event) => { now[name] = event.target.valueAsNumber; typed.set(file.file, now); explain(); },
      onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); record(); } },
    });
    const record = () => {
      if (!Number.isInteger(now.printed) || !Number.isInteger(now.page) || now.page < 1 || now.page > file.pages) return tell(`Give a page of the file from 1 to ${file.pages}, and the number printed on it.`);
      tell("Saving.");
      perform(model, talk, "set_offset", { file: file.file, offset: now.page - now.printed, why: "" });
    };
    explain();
    return make("li", { class: "fileline" },
      make("div", { class: "row" }, make("b", { class: "clip", title: file.file }, file.file), file.offset === null ? span("sm mut nw", "as the program found") : span("tag", "corrected by you")),
      make("div", { class: "row offset" }, span("", "Printed page"), number("printed", `${file.file}: printed page number`, "9999"), span("", "is page"), number("page", `${file.file}: page of the file`, `${file.pages}`), span("", "of the file."),
        make("button", { type: "button", class: "btn small", "data-testid": `offset-save-${at}`, "aria-label": `Save the page numbers of ${file.file}`, onclick: record }, "Save"),
        file.offset === null ? null : make("button", {
          type: "button", class: "btn ghost small", "data-testid": `offset-back-${at}`, "aria-label": `Take back what was said of ${file.file}`,
          onclick: () => { typed.delete(file.file); tell("Saving."); perform(model, talk, "set_offset", { file: file.file, take_back: true, why: "" }); },
        }, "Take back")),
      example);
  }

  return {
    panel,
    recorded: (file, words) => { typed.delete(file); paint(shown); tell(words); },
    paint,
  };

  function paint(next) {
    shown = next;
    const held = body.contains(document.activeElement) ? document.activeElement.dataset.testid : "";
    body.replaceChildren(...shown.files.map(line));
    if (held) body.querySelector(`[data-testid="${held}"]`)?.focus();
  }
}
