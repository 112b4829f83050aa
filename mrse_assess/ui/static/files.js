// Where the pages come from: original names, fingerprints, how each file was drawn.

function fileInfo({ model, talk, signal, button, root, evidence, openUnit }) {
  let about = "";
  let list = null; // null: on its way
  let refused = "";
  const box = dropdown({ button, label: "Original files", root, signal, testid: "files", fill });
  button.addEventListener("click", () => box.isOpen() && ask());

  function ask() {
    if (about === evidence() && list) return;
    [about, list, refused] = [evidence(), null, ""];
    box.again();
    perform(model, talk, "files", { evidence_id: about });
  }

  function told(content) {
    if (content.files === undefined || (content.evidence_id ?? about) !== about) return;
    list = content.files;
    box.again();
  }

  function fill() {
    if (refused) return make("p", {}, refused);
    if (!list || about !== evidence()) return make("p", { class: "mut", role: "status" }, "Looking the files up …");
    if (!list.length) return make("p", {}, "No file stands behind this item.");
    return make("ul", { class: "filelist" }, list.map((file, at) => make("li", {},
      make("h3", {}, make("bdi", {}, file.name)),
      make("p", { class: "sm mut about" }, [file.pages, file.size, file.kind].filter(Boolean).join(" · ")),
      file.shown ? make("p", { class: "sm" }, file.shown) : null,
      make("div", { class: "row" }, span("lab", "SHA-256"), make("code", { class: "hash clip", title: file.sha256 }, file.sha256),
        make("button", { type: "button", class: "btn small", "data-k": `h${at}`, "data-testid": `copy-hash-${at + 1}`, "aria-label": `Copy the SHA-256 of ${file.name}`, onclick: () => copyText(file.sha256, talk, "The SHA-256 is copied.") }, "Copy")),
      file.whole && file.whole !== evidence() ? make("button", {
        type: "button", class: "btn", "data-k": `w${at}`, "data-testid": `open-whole-${at + 1}`, onclick: () => { box.close(); openUnit(["", file.whole]); },
      }, icon("letter"), "Open the whole file") : null)));
  }

  return { told, close: () => box.close(), forget: () => { list = null; box.close({ back: false }); } };
}
