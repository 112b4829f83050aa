// The cohort page: filters above, questions at the left, the answer as figure and table, the applications behind a number.

const BEAT = 1000;
const BEAT_PATIENCE = 6000;

export default pane(({ model, el, signal }) => {
  const inVoila = Boolean(document.body.dataset.voila);
  let heard = Date.now();
  let at = null; // the cell whose applications are listed
  const lost = make("div", { class: "ban red", role: "alert", hidden: true, "data-testid": "lost" });
  const said = make("span", { class: "sm grow clip", role: "status", "data-testid": "cohort-status" });
  const again = make("button", { type: "button", class: "btn", title: "Read the records again", "data-testid": "cohort-again", onclick: () => act("look_again") }, icon("rotate"), "Read again");
  const leave = make("button", { type: "button", class: "btn ghost", "data-testid": "cohort-leave", onclick: () => { address(false); act("leave"); } }, icon("back"), "Applications");
  const reading = make("p", { class: "ch-reading", role: "status", "data-testid": "cohort-reading" });
  const meter = make("progress", { "aria-label": "Reading the records" });
  const waiting = make("div", { class: "ch-waiting" }, reading, meter);
  const filters = cohortFilters({ choose: (chosen) => act("choose", chosen), publish: (published) => act("publish", { published }) });
  const questions = cohortQuestions({ ask: (question) => act("ask", { question }) });
  const answer = cohortTable({ model, signal, behind: ([row, column]) => act("behind", { row, column, number: now().number }), file: (kind) => act("file", { kind, number: now().number }) });
  const listed = cohortBehind({ back: front, open: (application) => act("open", { application }), letter: (application) => act("letter", { application }) });
  const body = make("div", { class: "ch-body", hidden: true }, questions.box, answer.box, listed.box);
  const head = make("header", { class: "head" }, leave, make("strong", { class: "nw" }, "Cohort statistics"), filters.size, said, filters.periods, filters.editions, again);
  el.classList.add("mrse-cohort");
  keepKeys(el, signal);
  el.append(lost, head, filters.box, waiting, body);
  for (const part of [filters.box, filters.size, filters.periods, filters.editions]) part.hidden = true;
  const now = () => model.get("shown");

  function act(name, fields = {}) {
    said.textContent = "";
    post(model, { act: name, id: ++actNumber, ...fields });
  }
  function front() {
    at = now().behind?.at ?? at;
    act("front");
  }
  function received(content, buffers) {
    heard = Date.now();
    lost.hidden = true;
    if (content.file !== undefined) saveFile(el, content, buffers[0]);
    if (content.refused !== undefined) said.textContent = content.refused;
    else if (content.said) said.textContent = content.said;
  }
  model.on("msg:custom", received);

  // So that a reload comes back here, where this page was opened from the applications.
  function address(here) {
    if (!inVoila) return;
    const url = new URL(location.href);
    url.searchParams.delete("token");
    here ? url.searchParams.set("cohort", "1") : url.searchParams.delete("cohort");
    history.replaceState(null, "", url);
  }
  if (inVoila) document.title = "Cohort statistics - MRSE assessor workbench";
  address(true);

  const beating = window.setInterval(() => {
    try { model.send({ act: "ping" }); } catch { /* the clock below will tell */ }
    if (Date.now() - heard > BEAT_PATIENCE && lost.hidden) {
      refill(lost, icon("warning"), span("grow", "Not connected to the workbench. Nothing that was saved is lost."), make("button", { type: "button", class: "btn", onclick: () => location.reload() }, "Reconnect"));
      lost.hidden = false;
    }
  }, BEAT);
  signal.addEventListener("abort", () => { window.clearInterval(beating); model.off("msg:custom", received); });

  // F6 goes from part to part; Escape comes back from the applications behind a number.
  document.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey || !el.isConnected || !(inVoila || el.contains(target))) return;
    if (event.key === "Escape" && now().behind && !target.matches?.("select,input")) { event.preventDefault(); front(); }
    if (event.key !== "F6") return;
    event.preventDefault();
    const regions = [...el.querySelectorAll("[data-region]")].filter((one) => !one.hidden);
    const here = regions.findIndex((one) => one.contains(document.activeElement));
    const next = regions[(here + (event.shiftKey ? -1 : 1) + regions.length) % regions.length];
    next?.querySelector('button[tabindex="0"],select,button:not([tabindex="-1"]),[tabindex]')?.focus();
  }, { signal });

  return (shown) => {
    const busy = shown.reading;
    waiting.hidden = !busy && !shown.broken;
    meter.hidden = !busy;
    again.disabled = Boolean(busy);
    if (busy?.total) { meter.max = busy.total; meter.value = busy.done; } else meter.removeAttribute("value");
    reading.textContent = shown.broken || (busy?.total ? `Reading what changed: ${busy.done} of ${busy.total} applications` : "Reading the records");
    const there = Boolean(shown.filters);
    for (const part of [filters.box, filters.size, filters.periods, filters.editions, body]) part.hidden = !there;
    if (!there) return;
    filters.paint(shown);
    questions.paint(shown);
    answer.paint(shown);
    answer.box.hidden = Boolean(shown.behind);
    listed.paint(shown.behind);
    if (shown.behind) at = shown.behind.at;
    else if (at) { const was = at; at = null; answer.focusCell(was); }
  };
});
