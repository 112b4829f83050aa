// The pass rules, live: one tick a sub-category, done, open and lost in three forms, the threshold as a mark.

export default pane(({ model, el, talk }) => {
  const SHAPE = { met: ["tick", "s-sat"], not_met: ["cross", "s-not"], undetermined: ["in_progress", "s-open"], not_assessed: ["nothing_offered", "s-off"] };
  const needed = span("sm mut nw");
  const list = make("ul");
  const outcome = make("p", { class: "outc", "data-testid": "standing-outcome" });
  el.classList.add("rules");
  el.setAttribute("role", "region");
  el.setAttribute("aria-label", "Pass rules");
  const readings = readingDialog({ model, talk, name: model.get("room") });
  el.append(make("div", { class: "hd" }, make("h2", {}, "Pass rules"), needed), list, outcome, readings.dialog);

  function ticks(rule) {
    // A rule about a few of many is drawn with the few: what counts, what may still come.
    const few = rule.done + rule.pending + rule.lost > 2 * rule.bound;
    const done = few ? Math.min(rule.done, rule.bound) : rule.done;
    const rest = few ? (rule.pending || rule.ceiling ? [rule.bound - done, 0] : [0, rule.bound - done]) : [rule.pending, rule.lost];
    const bars = [["y", done], ["o", rest[0]], ["x", rest[1]]].flatMap(([css, count]) =>
      Array.from({ length: Math.max(0, count) }, () => make("b", { class: rule.ceiling && css === "y" ? "s" : css })));
    const box = make("span", { class: "ticks", "aria-hidden": "true" }, bars);
    const total = bars.length || 1;
    if (!rule.ceiling && rule.threshold < total) {
      const mark = span("need");
      mark.style.insetInlineStart = `calc(${(100 * rule.threshold) / total}% - 1px)`;
      box.append(mark);
    }
    return box;
  }

  function line(rule) {
    const [name, tone] = SHAPE[rule.status] ?? SHAPE.undetermined;
    const said = rule.second ? `${rule.sentence}. ${rule.second}` : rule.sentence;
    const link = (key, words, action) => make("button", {
      type: "button", class: "link clip", "data-k": key, "data-testid": key, "aria-label": words, title: words, onclick: action,
    }, rule.label);
    const again = () => list.querySelector(`[data-rule="${CSS.escape(rule.rule)}"] .link`)?.focus();
    const label = rule.rule === "parts"
      ? link("open-parts", "Parts: confirm them", () => talk.say("letter"))
      : rule.readings.length
        ? link(`open-reading-${rule.rule}`, `${rule.label}: choose the reading`, () => readings.open(rule, again))
        : make("span", { class: "clip", "aria-hidden": "true" }, rule.label);
    return make("li", { class: "rule", "data-testid": `rule-${rule.rule}`, "data-rule": rule.rule, "data-status": rule.status, title: said },
      make("span", { class: tone, "aria-hidden": "true" }, icon(name)), label, ticks(rule),
      make("span", { class: "v", "aria-hidden": "true" }, `${rule.observed}`, make("i", {}, `/${rule.bound}${rule.second ? "*" : ""}`)),
      span("sr", said));
  }

  return (shown) => {
    if (!shown.rules) return;
    needed.textContent = shown.needed;
    refill(list, shown.rules.map(line));
    readings.paint(shown.rules);
    refill(outcome, make("b", {}, shown.outcome), ` ${shown.because}`);
  };
});
