// A small box under its button: closed by Escape, by a press elsewhere, or by going on. The focus comes back.

function dropdown({ button, label, root, signal, testid, fill }) {
  const box = make("div", { class: "drop-box", role: "dialog", "aria-label": label, hidden: true, "data-testid": testid });
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-expanded", "false");
  button.after(box);
  const isOpen = () => !box.hidden;

  function place() {
    const [frame, from] = [root.getBoundingClientRect(), button.getBoundingClientRect()];
    const left = Math.max(8, Math.min(from.left - frame.left, frame.width - box.offsetWidth - 8));
    const top = from.bottom - frame.top + 4;
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    box.style.maxHeight = `${Math.max(160, Math.min(frame.height, window.innerHeight - frame.top) - top - 8)}px`;
  }
  function open() {
    refill(box, fill());
    box.hidden = false;
    button.setAttribute("aria-expanded", "true");
    place();
    box.querySelector("button,input,select")?.focus({ preventScroll: true });
  }
  function close({ back = true } = {}) {
    if (!isOpen()) return false;
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back && inside) button.focus({ preventScroll: true });
    return true;
  }
  button.addEventListener("click", () => (isOpen() ? close() : open()));
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && !box.contains(event.target) && !button.contains(event.target)) close({ back: false });
  }, { capture: true, signal });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget) && event.relatedTarget !== button) close({ back: false });
  });
  return { open, close, isOpen, again: () => { if (isOpen()) { refill(box, fill()); place(); } } };
}

// The keys below a box see Escape first, innermost first; whoever did something with it says so.
function escapes({ el, signal, closers }) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.composedPath()[0];
    if (target.closest?.("dialog[open]") || target.matches?.("input:not([type=checkbox]),textarea")) return; // Escape leaves the field
    if (!el.isConnected || !(target === document.body || el.closest(".mrse-room")?.contains(target))) return;
    if (closers.some((close) => close())) event.preventDefault();
  }, { capture: true, signal });
}

function copyText(words, talk, said) {
  const no = () => talk.say("note", { said: "Copying was refused by the browser; select the words and copy them." });
  const done = navigator.clipboard?.writeText(words);
  done ? done.then(() => talk.say("note", { said }), no) : no();
}
