// The strip of small pages: asked for only where it is looked at, two at a time, and never before the page itself.

const THUMB_WIDTH = 46; // CSS pixels
const DRAWN = 200;
const AT_ONCE = 2;

function thumbnails({ store, signal, go }) {
  const strip = make("div", { class: "strip", role: "group", "data-testid": "thumb-strip" });
  const el = make("div", { class: "thumbs", "data-testid": "thumbs" }, strip);
  let doc = { evidence_id: "", pages: [] };
  let page = 0;
  let buttons = [];
  let told = "";
  const looked = new Set(); // page numbers in the strip's view
  const drawn = new Map(); // page number -> canvas, oldest first
  const given = new Set(); // page numbers that cannot be drawn

  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const n = Number(target.dataset.n);
      isIntersecting ? looked.add(n) : looked.delete(n);
    }
    ask();
  }, { root: strip, rootMargin: "160px 0px" });
  signal.addEventListener("abort", () => watch.disconnect());

  function ask() {
    if (el.hidden || store.waiting(false)) return;
    const missing = [...looked].filter((n) => !drawn.has(n) && !given.has(n)).sort((one, other) => Math.abs(one - page) - Math.abs(other - page));
    for (const n of missing.slice(0, Math.max(0, AT_ONCE - store.waiting(true)))) store.ask(doc.evidence_id, n, SMALL);
  }

  store.hear(async ({ evidence, n, dpi, blob, refused }) => {
    if (dpi !== SMALL) return ask();
    if (evidence === doc.evidence_id) {
      if (refused !== undefined) given.add(n);
      else await draw(evidence, n, blob);
    }
    ask();
  });

  async function draw(evidence, n, blob) {
    let picture;
    try { picture = await createImageBitmap(blob); } catch { given.add(n); return; }
    const holder = buttons[n - 1]?.querySelector(".p");
    if (evidence !== doc.evidence_id || !holder) return picture.close();
    const canvas = make("canvas");
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(THUMB_WIDTH * ratio);
    canvas.height = Math.max(1, Math.round((canvas.width * picture.height) / picture.width));
    const brush = canvas.getContext("2d");
    brush.imageSmoothingQuality = "high";
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    holder.querySelector("canvas")?.remove();
    holder.prepend(canvas);
    drawn.set(n, canvas);
    for (const [other, old] of drawn) {
      if (drawn.size <= DRAWN) break;
      if (looked.has(other)) continue;
      old.remove();
      drawn.delete(other);
    }
  }

  strip.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target.closest(".thumb"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 5, PageUp: at - 5, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, to))];
    next.focus({ preventScroll: true });
    go(Number(next.dataset.n));
  });

  function build() {
    watch.disconnect();
    for (const all of [looked, drawn, given]) all.clear();
    buttons = doc.pages.map(({ w, h }, at) => {
      const holder = span("p");
      holder.style.height = `${Math.round(within((THUMB_WIDTH * h) / w, 24, 84, 65))}px`;
      return make("button", { type: "button", class: "thumb", "data-n": `${at + 1}`, tabindex: "-1", onclick: () => go(at + 1) }, holder, span("n", `${at + 1}`));
    });
    strip.replaceChildren(...buttons);
    strip.scrollTop = 0;
    buttons.forEach((button) => watch.observe(button));
  }

  // How many prompts of the program a page bears; nothing is said of pages without.
  function count() {
    doc.pages.forEach(({ tags }, at) => {
      const button = buttons[at];
      button.querySelector(".m")?.remove();
      if (tags) button.querySelector(".p").append(span("m", `${tags}`));
      button.setAttribute("aria-label", `Page ${at + 1}${tags ? `, ${tags} ${tags === 1 ? "prompt" : "prompts"}` : ""}`);
    });
  }

  function show(next, n) {
    const tags = JSON.stringify([next.evidence_id, next.pages.map((one) => one.tags ?? 0)]);
    const other = next.evidence_id !== doc.evidence_id || next.pages.length !== buttons.length;
    doc = next;
    strip.setAttribute("aria-label", `Pages of ${next.said ?? "the item"}`);
    if (other) build();
    if (other || tags !== told) count();
    told = tags;
    at(n, other);
  }

  function at(n, fresh = false) {
    if (n === page && !fresh) return;
    for (const button of [buttons[page - 1], buttons[n - 1]]) button?.removeAttribute("aria-current");
    buttons.forEach((button) => { if (button.tabIndex === 0) button.tabIndex = -1; });
    page = n;
    const button = buttons[n - 1];
    if (!button) return;
    button.setAttribute("aria-current", "page");
    button.tabIndex = 0;
    follow();
  }

  // The pages on which what is pointed at stands.
  function ring(pages) {
    buttons.forEach((button, at) => button.classList.toggle("ringed", pages.includes(at + 1)));
  }

  function follow() {
    const button = buttons[page - 1];
    if (!button || el.hidden) return;
    const [top, bottom] = [button.offsetTop - 8, button.offsetTop + button.offsetHeight + 8];
    if (top < strip.scrollTop) strip.scrollTop = top;
    else if (bottom > strip.scrollTop + strip.clientHeight) strip.scrollTop = bottom - strip.clientHeight;
  }

  return { el, show, at, ring, toggle: (on) => { el.hidden = !on; follow(); ask(); } };
}
