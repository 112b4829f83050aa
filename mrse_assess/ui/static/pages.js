// Pictures of pages: asked for by message, one answer a page. Those on screen stay, about a dozen others are kept.

const KEPT = 12;
const SHARPNESS = [96, 144, 200, 288, 400];
const SMALL = 48;
const FORGET_QUESTION = 15_000;

function pageStore(model, signal) {
  const kept = new Map(); // name -> {url, image, picture, evidence, n, dpi, drawn}, oldest first
  const asked = new Map(); // name -> {wanted, at}
  const held = new Map(); // owner -> names of the pages on its screen
  const hearers = new Set();
  let wanted = 0;
  const name = (evidence, n, dpi) => JSON.stringify([evidence, n, dpi]);
  const onScreen = (one) => [...held.values()].some((names) => names.has(one));
  const tell = (what) => hearers.forEach((hear) => hear(what));

  function ask(evidence, n, dpi) {
    const one = name(evidence, n, dpi);
    const before = asked.get(one);
    if (kept.has(one) || (before && Date.now() - before.at < FORGET_QUESTION)) return;
    asked.set(one, { wanted: ++wanted, at: Date.now() });
    post(model, { act: "page", evidence_id: evidence, number: n, dpi, wanted });
  }

  function trim() {
    let spare = 0;
    for (const [one, entry] of [...kept].reverse()) {
      if (onScreen(one) || ++spare <= KEPT) continue;
      kept.delete(one);
      URL.revokeObjectURL(entry.url);
    }
  }

  async function receive(content, buffers) {
    if (content.number === undefined || content.dpi === undefined) return;
    const { evidence_id: evidence, number: n, dpi } = content;
    const one = name(evidence, n, dpi);
    if (asked.get(one)?.wanted !== content.wanted) return; // a late answer to a question since put again
    asked.delete(one);
    if (content.no_page !== undefined) return tell({ evidence, n, dpi, refused: content.no_page });
    const blob = new Blob([buffers[0]], { type: content.picture.media });
    if (dpi === SMALL) return tell({ evidence, n, dpi, blob });
    const url = URL.createObjectURL(blob);
    const image = make("img", { class: "pic", draggable: "false", alt: "", src: url });
    const entry = { url, image, picture: { ...content.picture, marks: content.marks ?? [] }, evidence, n, dpi, drawn: false };
    kept.set(one, entry);
    trim();
    try { await image.decode(); } catch { /* taken away meanwhile, or not to be drawn */ }
    entry.drawn = true;
    tell({ evidence, n, dpi, entry });
  }
  const received = (content, buffers) => { receive(content, buffers); };
  model.on("msg:custom", received);
  signal.addEventListener("abort", () => {
    model.off("msg:custom", received);
    for (const { url } of kept.values()) URL.revokeObjectURL(url);
    kept.clear();
  });

  // The picture at this resolution, else the sharpest other one of the page.
  function best(evidence, n, dpi) {
    const exact = kept.get(name(evidence, n, dpi));
    if (exact?.drawn) {
      kept.delete(name(evidence, n, dpi)); // to the young end
      kept.set(name(evidence, n, dpi), exact);
      return { entry: exact, exact: true };
    }
    const others = SHARPNESS.map((other) => kept.get(name(evidence, n, other))).filter((entry) => entry?.drawn);
    return { entry: others.at(-1) ?? null, exact: false };
  }

  // Which page of which file each page of an item is. A corrected item has other pictures under its old numbers.
  // In another version of the portfolio any page may be another, under the same name of its file.
  const known = new Map();
  let reading; // counts the ways in which the portfolio was read
  function know(evidence, pages, readNow = reading) {
    const now = JSON.stringify(pages.map(({ file, at }) => [file, at]));
    const before = known.get(evidence);
    const otherwise = reading !== undefined && reading !== readNow;
    known.set(evidence, now);
    reading = readNow;
    if (!otherwise && (before === undefined || before === now)) return false;
    for (const all of [kept, asked]) for (const one of [...all.keys()]) if (otherwise || JSON.parse(one)[0] === evidence) {
      if (all === kept) URL.revokeObjectURL(kept.get(one).url);
      all.delete(one);
    }
    return true;
  }

  return {
    ask, best, know,
    hear: (action) => hearers.add(action),
    hold: (owner, list) => { held.set(owner, new Set(list.map((one) => name(...one)))); trim(); },
    waiting: (small) => [...asked.keys()].filter((one) => (JSON.parse(one)[2] === SMALL) === small).length,
    forgetQuestions: () => asked.clear(),
  };
}
