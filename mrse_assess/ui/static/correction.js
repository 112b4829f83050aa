// Correcting the reading: a sheet over the lower part of the room, so that the evidence stays in sight above it.

const NARROW = 1000;
const CORRECTION_TABS = [["table", "Cross references"], ["items", "Items"], ["files", "Page numbers"]];

export default pane(({ model, el, talk, signal }) => {
  let tab = "table";
  let from = null;
  let fromKey = "";
  let lost = false;
  let frozen = ""; // why nothing can be recorded
  const ids = (name) => `corr-${model.get("room")}-${name}`;
  const room = () => el.closest(".mrse-room");
  const status = make("p", { class: "sm grow clip corr-said", role: "status", "data-testid": "correct-status" });
  const tell = (words) => { status.textContent = words; status.title = words; };
  const parts = {
    table: readingRow({ model, talk, ids, tell, close: () => shut() }),
    items: readingItems({ model, talk, ids, tell }),
    files: readingFiles({ model, talk, ids, tell }),
  };
  const tabs = CORRECTION_TABS.map(([name, words]) => make("button", {
    type: "button", role: "tab", id: ids(`tab-${name}`), "aria-controls": ids(`panel-${name}`), "data-testid": `correct-tab-${name}`, onclick: () => show(name),
  }, words));
  const bar = make("div", { class: "seg", role: "tablist", "aria-label": "What to correct" }, tabs);
  const dialog = make("dialog", { class: "mrse-dialog correction", "aria-labelledby": ids("title"), "data-testid": "correction" },
    make("div", { class: "row corr-head" }, make("h2", { id: ids("title") }, "Correct the reading"), bar, status,
      make("button", { type: "button", class: "btn", "data-testid": "close-correction", onclick: cancel }, "Close", kbd("Esc"))));
  for (const [name] of CORRECTION_TABS) {
    const panel = parts[name].panel;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", ids(`tab-${name}`));
    panel.id = ids(`panel-${name}`);
    dialog.append(panel);
  }
  el.classList.add("mrse-correction");
  el.append(dialog);

  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.indexOf(document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    const next = (at + by + tabs.length) % tabs.length;
    show(CORRECTION_TABS[next][0]);
    tabs[next].focus();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  });
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); cancel(); });

  function show(name) {
    tab = name;
    tell("");
    CORRECTION_TABS.forEach(([each], at) => {
      tabs[at].setAttribute("aria-selected", String(each === tab));
      tabs[at].tabIndex = each === tab ? 0 : -1;
      parts[each].panel.hidden = each !== tab;
    });
  }

  function cancel() {
    tab === "table" ? parts.table.cancel() : shut();
  }

  function shut() {
    if (!dialog.open) return;
    dialog.close();
    room()?.classList.remove("correcting");
    const again = from?.isConnected ? from : [...(room()?.querySelectorAll("[data-k]") ?? [])].find((node) => fromKey && node.dataset.k === fromKey);
    again ? again.focus({ preventScroll: true }) : talk.say("focus", { pane: "list" });
    from = null;
  }

  function open(first) {
    if (!dialog.open) {
      from = document.activeElement?.matches("body") ? null : document.activeElement;
      fromKey = from?.dataset?.k ?? "";
      (room()?.clientWidth ?? 0) < NARROW ? dialog.showModal() : dialog.show();
      room()?.classList.add("correcting");
    }
    show(first.tab);
    if (first.tab === "items") parts.items.open(first.item);
    parts.table.open(first.row);
    hold();
    if (first.tab !== "table") tabs[CORRECTION_TABS.findIndex(([name]) => name === first.tab)].focus();
  }

  function received(content, buffers) {
    if (content.open) return open(content.open);
    if (content.recorded) {
      const { row, item, file } = content.recorded;
      if (row) parts.table.recorded(row, content.said);
      else if (item) parts.items.recorded(item, content.said);
      else if (file) parts.files.recorded(file, content.said);
      return;
    }
    parts.table.receive(content, buffers);
  }
  model.on("msg:custom", received);
  talk.hear("refused", ({ why }) => { if (dialog.open) tell(why ?? ""); });
  const hold = () => { parts.table.save.disabled = lost || Boolean(frozen); parts.table.save.title = frozen; if (frozen && dialog.open) tell(frozen); };
  talk.hear("lost", (said) => { lost = said.lost; hold(); });
  talk.hear("frozen", ({ why }) => { frozen = why; hold(); });
  signal.addEventListener("abort", () => { model.off("msg:custom", received); parts.table.end(); if (dialog.open) dialog.close(); });

  show(tab);
  window.setTimeout(() => open(model.get("shown").first ?? { row: "", tab: "table", item: "" }), 0);
  return (shown) => {
    if (!shown.rows) return;
    for (const [name] of CORRECTION_TABS) parts[name].paint(shown);
  };
});
