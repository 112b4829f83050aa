// Parking an item for a second look, with a few words to oneself that are shown when one returns.
// now() gives {shown, usable}; act(name, fields) sends the act about the item.

function parkingBox({ talk, focus, now, act }) {
  const box = make("div", { class: "ban info parked", hidden: true });
  let asking = false;

  function park() {
    const { shown, usable, frozen } = now();
    if (!usable) return talk.say("note", { said: shown.unit ? frozen || "Not connected: the item cannot be parked yet." : "There is no item to park here." });
    if (shown.parked) return act("take_up");
    asking = true;
    focus.leave();
    paint();
    box.querySelector("input").focus();
  }

  function close() {
    asking = false;
    focus.back();
    paint();
  }

  function ask() {
    const field = make("input", { class: "fld grow", type: "text", maxlength: "400", "aria-label": "A few words to yourself, then Enter", placeholder: "A few words to yourself, then Enter", "data-testid": "reminder" });
    const done = () => { act("park", { reminder: field.value.trim() }); close(); };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      event.key === "Enter" ? done() : close();
    });
    return [icon("parked"), field, make("button", { type: "button", class: "btn", onclick: done }, "Park")];
  }

  function paint() {
    const { shown } = now();
    box.hidden = !shown.parked && !asking;
    if (asking && box.contains(document.activeElement)) return;
    if (asking) refill(box, ask());
    else if (shown.parked) refill(box, icon("parked"), make("span", { class: "grow" }, make("b", {}, "Parked"), ` ${shown.parked.since}${shown.parked.reminder ? `: ${shown.parked.reminder}` : ""}`));
    else refill(box);
  }

  return { box, park, paint, reset: () => { asking = false; } };
}
