// The letter's page: its course and acts on the left, the letter in the middle, what a sentence rests on at the right.

const LETTER_BEAT = 1000;
const LETTER_LOOK = 3; // beats between two looks whether something was recorded elsewhere
const LETTER_PATIENCE = 4000;

export default pane(({ model, el, signal }) => {
  const inVoila = Boolean(document.body.dataset.voila);
  const answers = new Map();
  let heard = Date.now();
  let lost = false;
  let beats = 0;
  const lostBar = make("div", { class: "ban red", role: "alert", hidden: true, "data-testid": "lost" });
  const elsewhere = make("div", { class: "ban info", role: "status", hidden: true, "data-testid": "elsewhere" });
  const title = make("h1", { class: "nw", tabindex: "-1" });
  const about = span("mut clip");
  const state = span("nw");
  const back = make("button", { type: "button", class: "btn ghost", "data-testid": "leave-letter", onclick: leave });
  const next = make("p", { class: "grow", tabindex: "-1", "data-testid": "next-step" });
  const main = span("");
  const said = make("p", { class: "lp-said", role: "status", "data-testid": "letter-status" });
  const moved = make("div", { class: "ban lp-moved", hidden: true, "data-testid": "moved" });
  const ask = letterAsk();
  const evidence = meetingPage({ model, signal });
  const done = () => next.focus();
  const sheet = letterSheet({ choose });
  const side = letterSide({ model, request, choose, ask, attempt, showRows: (ground) => attempt(behind.showRows(ground)), tell, el, done });
  const behind = letterSentence({ model, request, evidence, remove: side.remove, tell });
  const middle = make("main", { class: "lp-middle" }, moved, sheet.box);
  const grid = make("div", { class: "lp" }, side.box, middle, behind.box);
  el.classList.add("mrse-letter-page");
  keepKeys(el, signal);
  el.append(lostBar,
    make("header", { class: "head lp-top" }, back, title, about, span("grow"), state),
    make("div", { class: "lp-next" }, make("div", { class: "row" }, make("b", { class: "nw" }, "Next"), next, main), said),
    elsewhere, grid, ask.dialog);

  // ---------------------------------------------------------------- acts and answers
  function request(act, fields = {}) {
    if (lost) return Promise.reject(new Error("Not connected: nothing was recorded. Your words are kept in this tab."));
    const id = ++actNumber;
    post(model, { act, id, ...fields });
    return new Promise((resolve, reject) => answers.set(id, { resolve, reject }));
  }

  function received(content, buffers) {
    heard = Date.now();
    if (lost) found();
    if (content.elsewhere !== undefined) showElsewhere(content.elsewhere);
    if (content.ack === undefined) return;
    if (content.stale) showElsewhere("");
    const waiting = answers.get(content.ack);
    answers.delete(content.ack);
    content.refused === undefined ? waiting?.resolve({ ...content, buffers }) : waiting?.reject(new Error(content.refused));
  }
  model.on("msg:custom", received);

  // What an act answers: done, or refused and why. ``bad`` is said with another mark and not by colour alone.
  function tell(words, bad = false) {
    refill(said, words ? span(bad ? "s-not" : "s-sat", icon(bad ? "warning" : "tick")) : null, words);
  }
  async function attempt(doing) {
    try { await doing; } catch (error) { tell(error.message, true); }
  }

  async function choose(number, focus = false) {
    await attempt(request("sentence", { number }));
    if (focus) sheet.go(number);
    else if (getComputedStyle(grid).display === "block") behind.head()?.focus(); // narrow: it stands far below
  }

  function leave() {
    address(null);
    attempt(request("leave"));
  }

  function address(letter) {
    if (!inVoila) return;
    const now = new URL(location.href);
    for (const name of ["token", "application", "letter"]) now.searchParams.delete(name);
    if (letter) now.searchParams.set("letter", letter);
    history.replaceState(null, "", now);
  }

  // ---------------------------------------------------------------- what others record, and the connection
  function showElsewhere(words) {
    elsewhere.hidden = !words;
    if (elsewhere.hidden || elsewhere.dataset.words === words) return;
    elsewhere.dataset.words = words;
    refill(elsewhere, icon("warning"), span("grow", `${words} This page shows the letter as it was before.`),
      make("button", { type: "button", class: "btn", "data-testid": "show-now", onclick: () => attempt(catchUp()) }, "Show it as it is now"));
  }

  async function catchUp() {
    const answer = await request("catch_up");
    showElsewhere("");
    delete elsewhere.dataset.words;
    tell(answer.said);
    next.focus();
  }

  const beating = window.setInterval(() => {
    beats += 1;
    try { model.send({ act: beats % LETTER_LOOK ? "ping" : "look" }); } catch { /* said below */ }
    if (!lost && Date.now() - heard > LETTER_PATIENCE) {
      lost = true;
      for (const { reject } of answers.values()) reject(new Error("The connection was lost. What was asked may not have been recorded: reconnect and look."));
      answers.clear();
      refill(lostBar, icon("warning"), span("grow", "Not connected. Nothing that was recorded is lost; what you type stays in this tab."),
        make("button", { type: "button", class: "btn", "data-testid": "reconnect", onclick: () => location.reload() }, "Reconnect"));
      lostBar.hidden = false;
    }
  }, LETTER_BEAT);
  function found() {
    lost = false;
    lostBar.hidden = true;
    tell("Connected again.");
  }
  signal.addEventListener("abort", () => { window.clearInterval(beating); model.off("msg:custom", received); if (ask.dialog.open) ask.dialog.close(); });

  // ---------------------------------------------------------------- from pane to pane
  el.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || ask.dialog.open) return;
    event.preventDefault();
    const places = [next, side.box.querySelector("button:not(:disabled)"), sheet.box.querySelector("[tabindex='0']"), behind.head()];
    const at = [next, side.box, sheet.box, behind.box].findIndex((part) => part.contains(event.target));
    places[(at + (event.shiftKey ? places.length - 1 : 1)) % places.length]?.focus();
  });

  window.setTimeout(() => title.focus(), 0);

  return (shown) => {
    if (inVoila) { document.title = `${shown.application}, letter`; address(shown.application); }
    refill(back, icon("back"), shown.back);
    title.textContent = `Letter on ${shown.application}`;
    about.textContent = [shown.applicant, shown.attempt > 1 ? `attempt ${shown.attempt}` : "", shown.letter, shown.outcome].filter(Boolean).join(" · ");
    refill(state, letterState(shown.state));
    next.textContent = shown.next;
    const offered = shown.mine ? shown.acts.find((one) => one.main) : null;
    refill(main, offered ? make("button", { type: "button", class: "btn main nw", "data-k": "next", "data-testid": "do-next", onclick: () => side.perform(offered) }, offered.name) : null);
    moved.hidden = !shown.moved;
    refill(moved, icon("warning"), span("grow", "What is shown is the letter as the records would give it today. What went out is in its files; sentences that were other then are marked."));
    side.paint(shown);
    sheet.paint(shown);
    behind.paint(shown);
  };
});
