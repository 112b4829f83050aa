// The row of tools above the page. It wraps when there is no room; nothing is hidden. The arrow keys go on turning pages
// from here, so it is a group and not a toolbar.

function toolbar({ acts, search }) {
  const tool = (label, key, image, act, id, extra = {}) => make("button", {
    type: "button", class: "btn ghost icon", "aria-label": label, "data-title": label, onclick: act, "data-testid": id, ...keyed(key), ...extra,
  }, icon(image));
  const number = make("input", { class: "fld num", type: "text", inputmode: "numeric", "aria-label": "Page", "data-testid": "page-number" });
  const total = span("nw mut");
  const scale = make("span", { class: "nw zoomed", "data-testid": "zoom" });
  const off = { "aria-pressed": "false" };
  const tools = {
    thumbs: tool("Thumbnails", "thumbs", "thumbs", acts.thumbs, "thumbnails", off),
    previous: tool("Previous page", "page_back", "back", () => acts.turn(-1), "page-back"),
    following: tool("Next page", "page_forward", "forward", () => acts.turn(1), "page-next"),
    cited: tool("Go to the cited page", "cited", "cited", acts.cited, "cited-page"),
    smaller: tool("Zoom out", "zoom_out", "minus", () => acts.step(-1), "zoom-out"),
    larger: tool("Zoom in", "zoom_in", "plus", () => acts.step(1), "zoom-in"),
    fit: tool("Fit width", "fit", "fit", () => acts.zoom(0), "fit-width", off),
    rotate: tool("Rotate a quarter turn", "rotate", "rotate", () => acts.rotate(1), "rotate"),
    flow: tool("Pages one under another", "", "flow", acts.flow, "continuous", off),
    marks: make("button", { type: "button", class: "btn ghost icon", "data-title": "Highlight sets", "data-testid": "marks", ...keyed("marks") }, icon("marks"), span("count", "0"), icon("down")),
    compare: tool("Compare with another item", "compare", "compare", acts.compare, "compare-toggle", off),
    pin: tool("Pin the selected words to the judgement", "pin", "pin", acts.pin, "pin"),
  };
  tools.pin.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
  const bar = () => span("vr");
  const where = make("span", { class: "sm mut clip end filename", "data-testid": "where" });
  const el = make("div", { class: "tools", role: "group", "aria-label": "Page tools" },
    tools.thumbs, bar(), tools.previous, number, total, tools.following, tools.cited, bar(),
    tools.smaller, scale, tools.larger, tools.fit, tools.rotate, tools.flow, bar(),
    tools.marks, tools.compare, tools.pin, where, search);

  number.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); acts.keysBack(); }
    if (event.key !== "Enter") return;
    event.preventDefault();
    const typed = Number.parseInt(number.value, 10);
    Number.isInteger(typed) ? acts.go(typed) : acts.leaveNumber();
    acts.keysBack();
  });
  number.addEventListener("focus", () => number.select());
  number.addEventListener("blur", () => acts.leaveNumber());

  const press = (button, on) => {
    button.setAttribute("aria-pressed", String(on));
    button.classList.toggle("on", on);
  };

  function paint({ page, last, percent, zoomed, turn, cited, thumbs, continuous, compared, about }) {
    if (document.activeElement !== number) number.value = page ? `${page}` : "";
    number.disabled = !last;
    total.textContent = `of ${last}`;
    tools.previous.disabled = page <= 1;
    tools.following.disabled = page >= last;
    tools.cited.disabled = !cited;
    for (const name of ["smaller", "larger", "fit", "rotate", "flow", "compare"]) tools[name].disabled = !last;
    scale.textContent = `${Math.round(percent)} %`;
    press(tools.fit, !zoomed);
    press(tools.thumbs, thumbs);
    press(tools.flow, continuous);
    press(tools.compare, compared);
    tools.rotate.setAttribute("aria-label", turn ? `Rotate a quarter turn; turned by ${turn * 90} degrees` : "Rotate a quarter turn");
    tools.rotate.classList.toggle("on", turn > 0);
    const standing = about ? `${about.file}, page ${about.at}` : "";
    refill(where, make("bdi", {}, standing));
    where.title = standing;
  }

  // What a pointer is told: the tool and its key, as the settings have it.
  function titles() {
    for (const one of Object.values(tools)) {
      const cap = keysNow[one.dataset.keys]?.cap;
      one.title = `${one.dataset.title}${cap ? ` (${cap})` : ""}`;
    }
  }
  titles();

  return { el, tools, titles, paint };
}
