// Sealing: the check list with its jumps, the seal, and reopening with a reason.

const SEAL_SIGNS = {
  done: ["tick", "s-sat"], open: ["warning", "s-prompt"], sentence: ["panel", "s-ref"], remark: ["flag", "s-prompt"], not_checked: ["unseen", "s-off"],
};
const SEAL_WORDS = { done: "done", open: "stands in the way", sentence: "kept", remark: "for you to know", not_checked: "not checked" };

export default pane(({ model, el, talk, signal }) => {
  let lost = false;
  let was = null;
  let sent = 0;
  const heading = make("h2", { class: "grow" });
  const list = make("ul", { class: "checks", "data-testid": "seal-points" });
  const remark = make("p", { class: "sm mut" });
  const said = make("p", { class: "sm s-prompt", role: "status", "data-testid": "seal-status" });
  const why = make("textarea", { class: "fld", rows: "2", maxlength: "2000", lang: "en-GB", spellcheck: "true", "aria-label": "Why it is reopened", placeholder: "Why it is reopened, in a sentence", "data-testid": "reopen-why", oninput: buttons });
  const go = make("button", { type: "button", class: "btn main", "data-testid": "seal-now", onclick: () => act("seal") }, "Seal assessment");
  const again = make("button", { type: "button", class: "btn main", "data-testid": "reopen-now", onclick: () => act("reopen", { why: why.value }) }, "Reopen assessment", make("kbd", { "aria-hidden": "true" }, "Enter"));
  const close = make("button", { type: "button", class: "btn", "data-testid": "close-seal", onclick: () => dialog.close() }, "Back to work", make("kbd", { "aria-hidden": "true" }, "Esc"));
  const dialog = make("dialog", { class: "mrse-dialog seal", "aria-label": "Seal the assessment", "data-testid": "seal-dialog" },
    make("div", { class: "row dialog-head" }, heading), make("div", { class: "seal-body" }, list, remark, why, said, make("div", { class: "row" }, go, again, close)));
  el.classList.add("mrse-letter");
  el.append(dialog);

  function act(name, fields = {}) {
    said.textContent = "";
    sent = perform(model, talk, name, fields);
  }

  why.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    again.click();
  });

  function follow({ kind, unit, page }) {
    dialog.close();
    if (kind === "letter") talk.say("letter");
    else if (kind === "correct") perform(model, talk, "correct", { sub_category: unit[0] });
    else if (kind === "unit") perform(model, talk, "open", { unit: unitOf(unit), ...(page ? { page } : {}) });
  }

  function point(one) {
    const [image, tone] = SEAL_SIGNS[one.kind];
    return make("li", { class: "ck", "data-testid": `check-${one.about}`, "data-kind": one.kind },
      span(tone, icon(image)), span("sr", `${SEAL_WORDS[one.kind]}: `),
      span("grow", one.kind === "open" ? make("b", {}, one.words) : one.words),
      span("ends", one.jumps.map((to, at) => make("button", { type: "button", class: "link", "data-k": `${one.id}:${at}`, "data-testid": `check-${one.about}-${at}`, "aria-label": to.label, onclick: () => follow(to) }, to.words)),
        one.more ? span("mut", `and ${one.more} more`) : null));
  }

  function buttons() {
    const shown = model.get("shown");
    go.hidden = shown.sealed;
    go.disabled = lost || !shown.can_seal;
    why.hidden = again.hidden = !shown.can_reopen;
    why.disabled = lost;
    again.disabled = lost || !why.value.trim();
  }

  function paint(shown) {
    if (!shown.points) return;
    if (was !== null && was !== shown.sealed && dialog.open) { why.value = ""; dialog.close(); talk.say("focus", { pane: "page" }); }
    was = shown.sealed;
    const left = shown.points.filter((one) => one.kind === "open").length;
    heading.textContent = shown.sealed ? `Sealed ${shown.since}` : left ? `Ready to seal? ${left} ${left === 1 ? "point" : "points"} left` : "Ready to seal";
    list.hidden = shown.sealed;
    refill(list, shown.points.map(point));
    remark.textContent = shown.sealed
      ? shown.why_not || "Reopened, it can be changed again. The reason and both times stay in the records."
      : "A sealed assessment can be read and not changed. You can reopen it, with a reason, until another's assessment has been shown to you.";
    buttons();
  }

  function open() {
    said.textContent = "";
    if (!dialog.open) dialog.showModal();
    (model.get("shown").can_reopen ? why : model.get("shown").can_seal ? go : close).focus();
  }
  const received = (content) => { if (content.open) open(); };
  model.on("msg:custom", received);
  talk.hear("refused", ({ id, why: words }) => { if (id === sent) said.textContent = words; });
  talk.hear("lost", ({ lost: now }) => { lost = now; buttons(); });
  signal.addEventListener("abort", () => { model.off("msg:custom", received); if (dialog.open) dialog.close(); });
  window.setTimeout(open, 0);
  return paint;
});
