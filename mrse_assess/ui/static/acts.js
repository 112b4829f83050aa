// What can be done by a key, once for all: the handler (keys.js), the list on "?" and the settings are drawn from this table.
//
// id     names the act in the settings and on controls (keyCap, keyed in shared.js); words stand in the settings
// key    the usual key, "" for none: a character, "Shift+1", a name as of KeyboardEvent.key; "also" does the same and is not shown
// says   what the other panes are told, "with" what goes along; "does" is done by the header itself instead
// line   several acts on one line of the list; repeats: done again while the key is held; fixed: no character, not remapped

const JUDGE_ACTS = [
  { id: "satisfactory", words: "Satisfactory", key: "1", says: "verdict", with: { at: 0 } },
  { id: "not_satisfactory", words: "Not satisfactory", key: "2", says: "verdict", with: { at: 1 } },
  { id: "referred_to_panel", words: "Refer to panel", key: "3", says: "verdict", with: { at: 2 } },
  ...[["satisfactory", "satisfactory"], ["not_satisfactory", "not satisfactory"], ["referred_to_panel", "refer to panel"], ["nothing_offered", "nothing offered"]]
    .map(([verdict, words], at) => ({
      id: `conclude_${verdict}`, words: `Conclude: ${words}`, line: "Conclude the same, and nothing offered", key: `Shift+${at + 1}`, says: "conclude", with: { verdict },
    })),
  { id: "reasons", words: "Reasons", key: "r", says: "reasons" },
  { id: "simulated", words: "Simulated", key: "s", says: "simulated" },
  { id: "mhra", words: "MHRA reference", key: "m", says: "mhra" },
  { id: "write", words: "Write a note", key: "w", says: "write" },
  { id: "park", words: "Park, judge now", key: "p", says: "park" },
  { id: "undo", words: "Undo", line: "Undo, redo", key: "u", says: "undo" },
  { id: "redo", words: "Redo", line: "Undo, redo", key: "y", says: "redo" },
];
const MOVE_ACTS = [
  { id: "next", words: "Next unjudged", key: "n", does: "next" },
  { id: "next_claim", words: "Next claim", line: "Next, previous claim", key: "j", does: "forward", repeats: true },
  { id: "previous_claim", words: "Previous claim", line: "Next, previous claim", key: "k", does: "back", repeats: true },
  { id: "page_back", words: "Page back", line: "Page back, forward", key: "ArrowLeft", says: "turn", with: { by: -1 }, repeats: true, fixed: true },
  { id: "page_forward", words: "Page forward", line: "Page back, forward", key: "ArrowRight", says: "turn", with: { by: 1 }, repeats: true, fixed: true },
  { id: "cited", words: "Go to the cited page", key: "g", says: "cited" },
  { id: "search", words: "Search the portfolio", key: "/", says: "search" },
  { id: "correct", words: "Correct the reference", key: "e", says: "correct" },
  { id: "panes", words: "Next pane", key: "F6", does: "cycle", fixed: true },
  { id: "leave", words: "Leave a field", key: "Escape", does: "quiet", fixed: true },
];
const SEE_ACTS = [
  { id: "zoom_in", words: "Zoom in", line: "Zoom", key: "+", also: "=", says: "zoom", with: { by: 1 }, repeats: true },
  { id: "zoom_out", words: "Zoom out", line: "Zoom", key: "-", says: "zoom", with: { by: -1 }, repeats: true },
  { id: "fit", words: "Fit width", key: "f", says: "zoom", with: { by: 0 } },
  { id: "rotate", words: "Rotate the page", key: "", says: "rotate", with: { by: 1 } },
  { id: "thumbs", words: "Thumbnails", key: "t", says: "thumbs" },
  { id: "marks", words: "Highlight sets", key: "h", says: "marks" },
  { id: "compare", words: "Compare", key: "c", says: "compare" },
  { id: "pin", words: "Pin the selected words", key: "q", says: "pin" },
  { id: "letter", words: "Draft letter", key: "l", does: "letter" },
  { id: "help", words: "This list", key: "?", does: "help" },
];
const ACTS = [["Judge", JUDGE_ACTS], ["Move", MOVE_ACTS], ["See", SEE_ACTS]];
const EVERY_ACT = ACTS.flatMap(([, acts]) => acts);

// The key of each act under what the assessor likes; an act whose usual key was given away has none.
function keyTable(liked) {
  const table = new Map();
  const taken = new Set();
  for (const one of EVERY_ACT) {
    const own = one.fixed ? undefined : liked[one.id];
    if (own && !taken.has(own)) { table.set(one.id, own); taken.add(own); }
  }
  for (const one of EVERY_ACT) {
    if (!one.key || table.has(one.id) || taken.has(one.key)) continue;
    table.set(one.id, one.key);
    taken.add(one.key);
  }
  return table;
}

// The name of the key that was pressed. Digits by their place on the keyboard: Shift 2 is another sign on each of them.
function keyPressed(event) {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  if (digit && (event.code.startsWith("Digit") || event.key === digit[1])) return `${event.shiftKey ? "Shift+" : ""}${digit[1]}`;
  if ([...event.key].length !== 1) return event.key;
  const small = event.key.toLowerCase();
  return small === event.key.toUpperCase() ? event.key : `${event.shiftKey ? "Shift+" : ""}${small}`;
}

const CAPS = { ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
const capOf = (key) => CAPS[key] ?? key.replace("Shift+", "⇧");
const shortcutOf = (key) => key.replace(/(^|\+)\+$/, "$1Plus");
const isSingle = (key) => [...key.replace(/^Shift\+(?=.)/, "")].length === 1;
