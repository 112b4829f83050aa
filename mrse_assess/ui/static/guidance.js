// The guidance is markup of the kernel: its head opens the examples and the full text in place, and closes them again.

function openingGuidance(el, signal) {
  const open = new Set();
  let code = "";
  const judge = () => el.closest(".mrse-judge");

  // After each change of the markup: what was open stays open, in another sub-category all is closed.
  function apply() {
    const pane = judge();
    const now = pane?.querySelector(".jhead")?.dataset.code ?? "";
    if (now !== code) open.clear();
    code = now;
    for (const button of pane?.querySelectorAll("[data-opens]") ?? []) {
      const on = String(open.has(button.dataset.opens));
      if (button.getAttribute("aria-expanded") !== on) button.setAttribute("aria-expanded", on);
    }
    for (const part of pane?.querySelectorAll("[data-part]") ?? []) part.hidden = !open.has(part.dataset.part);
  }

  function clicked(event) {
    const button = event.target.closest?.("[data-opens]");
    if (!button || !judge()?.contains(button)) return;
    const part = button.dataset.opens;
    open.has(part) ? open.delete(part) : open.add(part);
    apply();
    if (open.has(part)) judge().querySelector(`[data-part="${part}"]`)?.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("click", clicked, { signal });
  const changes = new MutationObserver(apply);
  window.setTimeout(() => {
    if (signal.aborted || !judge()) return;
    changes.observe(judge(), { childList: true, subtree: true });
    apply();
  }, 0);
  signal.addEventListener("abort", () => changes.disconnect());
}
