// A page of the evidence before the panel: a picture in a dialog, the quoted words framed.

const PAGE_DPI = 144;

function meetingPage({ model, signal }) {
  const sheet = make("div", { class: "mt-sheet" });
  const title = make("h2", { class: "grow clip" });
  const back = make("button", { type: "button", class: "btn icon", "aria-label": "Page back", onclick: () => turn(-1) }, icon("back"));
  const forward = make("button", { type: "button", class: "btn icon", "aria-label": "Page forward", onclick: () => turn(1) }, icon("forward"));
  const status = make("p", { class: "mut pad", role: "status" });
  const dialog = make("dialog", { class: "mrse-dialog mt-page", "data-testid": "panel-page" },
    make("div", { class: "row dialog-head" }, title, back, forward, make("button", { type: "button", class: "btn", "data-testid": "close-page", onclick: () => dialog.close() }, "Close", kbd("Esc"))), status, sheet);
  let here = null; // {id, pages, n, quoted, boxes}
  let wanted = 0;
  let url = "";

  function open(topic, number, boxes) {
    here = { id: topic.unit[1], pages: topic.pages, n: number, quoted: number, boxes };
    ask();
    if (!dialog.open) dialog.showModal();
  }

  function turn(by) {
    if (!here || here.n + by < 1 || here.n + by > here.pages) return;
    here.n += by;
    ask();
  }

  function ask() {
    title.textContent = `Item ${here.id}, page ${here.n} of ${here.pages}`;
    dialog.setAttribute("aria-label", title.textContent);
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
  }
  model.on("msg:custom", received);
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    turn(step);
  });
  signal.addEventListener("abort", () => { model.off("msg:custom", received); URL.revokeObjectURL(url); });
  return { dialog, open };
}
