// The widths of the panes: dragged, or moved by the arrow keys, and kept.

function divider(side, room) {
  const key = `mrse-width-${side}`;
  const sign = side === "left" ? 1 : -1;
  const bounds = side === "left" ? [190, 460] : [340, 760];
  const bar = make("div", {
    class: `divider ${side}`, role: "separator", "aria-orientation": "vertical", tabindex: "0", "aria-valuemin": `${bounds[0]}`, "aria-valuemax": `${bounds[1]}`,
    "aria-label": side === "left" ? "Width of the worklist" : "Width of the judgement pane", title: "Drag, or use the arrow keys; double click restores",
  });
  const pane_ = () => room()?.querySelector(side === "left" ? ".mrse-list" : ".mrse-judge");
  const set = (width) => {
    const kept = width === null ? null : Math.round(Math.min(bounds[1], Math.max(bounds[0], width)));
    kept === null ? room()?.style.removeProperty(`--${side}`) : room()?.style.setProperty(`--${side}`, `${kept}px`);
    writeStore(localStorage, key, kept === null ? null : `${kept}`);
    bar.setAttribute("aria-valuenow", `${kept ?? Math.round(pane_()?.offsetWidth ?? bounds[0])}`);
  };
  bar.addEventListener("pointerdown", (event) => {
    const from = event.clientX;
    const width = pane_().offsetWidth;
    bar.setPointerCapture(event.pointerId);
    const drag = (moved) => set(width + sign * (moved.clientX - from));
    bar.addEventListener("pointermove", drag);
    bar.addEventListener("pointerup", () => bar.removeEventListener("pointermove", drag), { once: true });
  });
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (by) { event.preventDefault(); set(pane_().offsetWidth + sign * by); }
  });
  bar.addEventListener("dblclick", () => set(null));
  window.setTimeout(() => {
    const kept = Number.parseInt(readStore(localStorage, key) ?? "", 10);
    kept ? set(kept) : bar.setAttribute("aria-valuenow", `${Math.round(pane_()?.offsetWidth ?? bounds[0])}`);
  }, 0);
  return bar;
}
