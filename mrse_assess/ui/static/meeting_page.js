// A page of the evidence before the panel: a picture under the judgements, the quoted words framed.

const PAGE_DPI = 144;

function meetingPage({ model, signal }) {
  const sheet = make("div", { class: "mt-sheet" });
  const title = make("h2", { class: "grow clip" });
  const back = make("button", { type: "button", class: "btn icon", "aria-label": "Page back", onclick: () => turn(-1) }, icon("back"));
  const forward = make("button", { type: "button", class: "btn icon", "aria-label": "Page forward", onclick: () => turn(1) }, icon("forward"));
  const status = make("p", { class: "mut pad", role: "status" });
  const scroll = make("div", { class: "mt-scroll", tabindex: "0" }, status, sheet);
  const box = make("section", { class: "mt-page", "data-testid": "panel-page", hidden: true }, make("div", { class: "row mt-page-head" }, title, back, forward), scroll);
  let here = null; // {id, pages, n, quoted, boxes}
  let wanted = 0;
  let url = "";

  function open(topic, number, boxes) {
    here = { id: topic.unit[1], pages: topic.pages, n: number, quoted: number, boxes };
    box.hidden = false;
    ask();
  }

  // The unit's item at its opening page, unless it is on screen already.
  function follow(topic) {
    if (!topic?.pages) { here = null; box.hidden = true; return; }
    if (here?.id !== topic.unit[1]) open(topic, topic.opening, topic.sides.flatMap((side) => side.quotes).find((quote) => quote.page === topic.opening)?.boxes ?? []);
  }

  function turn(by) {
    if (!here || here.n + by < 1 || here.n + by > here.pages) return;
    here.n += by;
    ask();
  }

  function ask() {
    title.textContent = `Item ${here.id}, page ${here.n} of ${here.pages}`;
    box.setAttribute("aria-label", title.textContent);
    scroll.setAttribute("aria-label", title.textContent);
    back.disabled = here.n <= 1;
    forward.disabled = here.n >= here.pages;
    sheet.replaceChildren();
    status.textContent = "The page is being drawn.";
    post(model, { act: "page", evidence_id: here.id, number: here.n, dpi: PAGE_DPI, wanted: ++wanted });
  }

  function received(content, buffers) {
    if (content.wanted !== wanted || content.number === undefined) return;
    if (content.no_page !== undefined) { status.textContent = content.no_page; return; }
    URL.revokeObjectURL(url);
    url = URL.createObjectURL(new Blob([buffers[0]], { type: content.picture.media }));
    status.textContent = "";
    const { w, h, text } = content.picture;
    const image = make("img", { src: url, alt: text ? `Page ${here.n} of ${here.pages}: ${text.slice(0, 4000)}` : `Page ${here.n} of ${here.pages}, picture only, words not available`, "data-testid": "panel-picture" });
    const frames = here.n === here.quoted ? here.boxes.map(([left, top, right, bottom]) => {
      const frame = make("span", { class: "mt-quote" });
      frame.style.left = `${(100 * left) / w}%`;
      frame.style.top = `${(100 * top) / h}%`;
      frame.style.width = `${(100 * (right - left)) / w}%`;
      frame.style.height = `${(100 * (bottom - top)) / h}%`;
      return frame;
    }) : [];
    sheet.replaceChildren(image, ...frames);
    image.decode().then(() => frames[0]?.scrollIntoView({ block: "center" }), () => {});
  }
  model.on("msg:custom", received);
  signal.addEventListener("abort", () => { model.off("msg:custom", received); URL.revokeObjectURL(url); });
  return { box, open, follow, turn, look: () => scroll.focus() };
}
