// The start page: the applications with their state, and taking a portfolio in by drop or by path.

const PIECE = 1024 * 1024;
const PATIENCE = 4000;

export default pane(({ model, el, talk, signal }) => {
  const answers = new Map();
  let heard = Date.now();
  const table = applicationsTable({
    model, open: (row) => open(row.application), declare: (row) => sheet.ask(row.application, false), handBack: (row) => sheet.ask(row.application, true),
    letter: (row) => tellOf(() => request("letter", { application: row.application })), register: (row) => register.open(row.application),
    lookAgain: () => tellOf(() => request("look_again")),
  });
  const none = make("p", { class: "mut", hidden: true }, "No application yet. Take a portfolio in below.");
  const said = make("p", { class: "intake-said", role: "status", "data-testid": "intake-status" });
  const meter = make("progress", { hidden: true, "aria-label": "Reading the portfolio" });
  const alert = make("div", { class: "ban red", role: "alert", hidden: true, "data-testid": "lost" });
  const files = make("input", { type: "file", multiple: true, class: "sr", tabindex: "-1", "aria-label": "Files of the portfolio", "data-testid": "intake-files" });
  const choose = make("button", { type: "button", class: "btn", onclick: () => files.click() }, "Choose files");
  const drop = make("div", { class: "drop", "data-testid": "drop" }, icon("download"), make("p", {}, "Drop a portfolio here: a folder, a zip, a PDF or a Word file"), choose, files);
  const path = make("input", { class: "fld grow", type: "text", spellcheck: "false", autocomplete: "off", "aria-label": "Path of a portfolio on this computer", placeholder: "or type its path on this computer", "data-testid": "intake-path" });
  const take = make("button", { type: "submit", class: "btn", "data-testid": "intake-take" }, "Take in");
  const byPath = make("form", { class: "row" }, path, take);
  const password = make("input", { class: "fld", type: "password", autocomplete: "off", "aria-label": "Password of the file", "data-testid": "intake-password" });
  const lockedName = make("p", {});
  const locked = make("form", { class: "locked", hidden: true }, lockedName,
    make("div", { class: "row" }, password, make("button", { type: "submit", class: "btn main" }, "Open"), make("button", { type: "button", class: "btn", onclick: giveUp }, "Leave it")),
    make("p", { class: "sm mut" }, "Used once to open the file and kept nowhere."));
  const settings = make("button", { type: "button", class: "btn", hidden: true, "data-testid": "scheme-settings", onclick: () => tryTo(() => request("settings")) }, icon("gear"), "Settings of the scheme");
  const cohort = make("button", { type: "button", class: "btn", hidden: true, "data-testid": "open-cohort", onclick: () => tellOf(() => request("cohort")) }, icon("bars"), "Cohort statistics");
  const heading = make("h2", { class: "grow", tabindex: "-1" }, "Applications");
  const told = make("p", { class: "intake-said", role: "status", "data-testid": "told" });
  const intake = make("section", { "aria-label": "Take a portfolio in", hidden: true }, make("h2", {}, "Take a portfolio in"), drop, byPath, locked, meter, said);
  const sheet = declarationSheet({
    request: (act, fields) => request(act, fields),
    handedBack: (application) => { told.textContent = `${application} was handed back. You see nothing more of it.`; heading.focus(); },
  });
  const register = registerSheet({
    model, request: (act, fields) => request(act, fields),
    closed: (application) => { (table.node.querySelector(`[data-k="register-${CSS.escape(application)}"]`) ?? heading).focus(); },
  });
  el.classList.add("mrse-start");
  keepKeys(el, signal);
  el.append(alert, make("main", { class: "start" },
    make("h1", {}, "MRSE assessor workbench"),
    make("section", { "aria-label": "Applications" }, make("div", { class: "row" }, heading, cohort, settings), table.bar, none, told, table.node),
    intake), sheet.node, register.node);

  // Each request waits for its answer, so that pieces of files arrive in order and never pile up.
  function request(act, fields = {}, buffers = []) {
    const id = ++actNumber;
    post(model, { act, id, ...fields }, buffers);
    return new Promise((resolve, reject) => answers.set(id, { resolve, reject }));
  }

  function received(content) {
    heard = Date.now();
    alert.hidden = true;
    if (content.ack !== undefined) {
      const waiting = answers.get(content.ack);
      answers.delete(content.ack);
      content.refused === undefined ? waiting?.resolve(content.said ?? "") : waiting?.reject(new Error(content.refused));
    }
    if (content.progress) tell(content.progress);
    if (content.not_taken !== undefined) end(content.not_taken);
    if (content.sheet) sheet.show(content.sheet);
    if (content.no_sheet !== undefined) sheet.fail(content.no_sheet, content.why);
    if (content.possible) register.notice(content.of, content.possible);
    if (content.locked !== undefined) ask(content.locked);
    if (content.taken !== undefined) {
      end(`${content.taken} is ready.${content.remarks.length ? ` ${content.remarks.join(" ")}` : ""}`);
      table.node.querySelector(`[data-testid="open-${CSS.escape(content.taken)}"]`)?.focus();
    }
  }
  model.on("msg:custom", received);

  function tell({ words, done, total }) {
    meter.hidden = false;
    if (total) { meter.max = total; meter.value = done; } else meter.removeAttribute("value");
    said.textContent = total ? `${words} ${done} of ${total}` : words;
  }

  function end(words) {
    meter.hidden = true;
    said.textContent = words;
    for (const control of [take, choose, path]) control.disabled = false;
  }

  function begin(words) {
    locked.hidden = true;
    for (const control of [take, choose, path]) control.disabled = true;
    tell({ words, done: 0, total: 0 });
  }

  const tellOf = async (doing) => {
    try { told.textContent = await doing(); } catch (error) { told.textContent = error.message; }
  };
  const tryTo = async (doing) => {
    try { await doing(); } catch (error) { end(error.message); }
  };

  // ---------------------------------------------------------------- files
  async function walk(entry, prefix, found) {
    const name = `${prefix}${entry.name}`;
    if (entry.isFile) found.push([name, await new Promise((resolve, reject) => entry.file(resolve, reject))]);
    else {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) return;
        for (const one of some) await walk(one, `${name}/`, found);
      }
    }
  }

  async function upload(found) {
    if (!found.length) return;
    begin("Bringing the files over");
    const total = found.reduce((sum, [, file]) => sum + file.size, 0);
    let done = 0;
    await request("begin_upload");
    for (const [name, file] of found) {
      await request("begin_file", { name, size: file.size });
      for (let at = 0; at < file.size; at += PIECE) {
        const piece = await file.slice(at, at + PIECE).arrayBuffer();
        await request("piece", {}, [piece]);
        done += piece.byteLength;
        tell({ words: "Bringing the files over, MB", done: Math.ceil(done / 1e6), total: Math.ceil(total / 1e6) });
      }
    }
    await request("finish");
  }

  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    tryTo(async () => {
      const found = [];
      for (const entry of entries) await walk(entry, "", found);
      await upload(found);
    });
  });
  files.addEventListener("change", () => tryTo(() => upload([...files.files].map((file) => [file.name, file])).then(() => { files.value = ""; })));

  byPath.addEventListener("submit", (event) => {
    event.preventDefault();
    begin("Reading");
    tryTo(() => request("folder", { folder: path.value }));
  });

  // ---------------------------------------------------------------- an encrypted file
  function ask(name) {
    end("");
    lockedName.textContent = `“${name}” is encrypted. Its password, please; leave it empty to go on without what is locked.`;
    locked.hidden = false;
    password.value = "";
    password.focus();
  }
  locked.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = password.value;
    password.value = "";
    begin("Reading");
    tryTo(() => request("password", { password: words }));
  });
  function giveUp() {
    locked.hidden = true;
    tryTo(() => request("abandon"));
    end("Left out. Nothing was kept of it.");
  }

  const open = (application) => tryTo(() => request("open", { application }));

  // ---------------------------------------------------------------- connection
  const beating = window.setInterval(() => {
    try { model.send({ act: "ping" }); } catch { /* said below */ }
    if (Date.now() - heard > PATIENCE && alert.hidden) {
      refill(alert, icon("warning"), span("grow", "Not connected to the workbench. Nothing that was saved is lost."),
        make("button", { type: "button", class: "btn", onclick: () => location.reload() }, "Reconnect"));
      alert.hidden = false;
    }
  }, 1000);
  signal.addEventListener("abort", () => { window.clearInterval(beating); model.off("msg:custom", received); });
  if (document.body.dataset.voila) document.title = "MRSE assessor workbench";

  return (shown) => {
    if (!shown.rows) return;
    none.hidden = shown.rows.length > 0;
    none.textContent = shown.office ? "No application yet. Take a portfolio in below." : "No application is given to you.";
    intake.hidden = !shown.office;
    settings.hidden = !shown.office;
    cohort.hidden = !shown.cohort;
    el.querySelector("main").classList.toggle("registered", Boolean(shown.register?.together));
    table.paint();
    register.paint();
  };
});
