// The agenda by consequence, and the agreed rest that is accepted in one step.

const RULES = { met: ["satisfactory", "Met"], not_met: ["not_satisfactory", "Not met"], undetermined: ["in_progress", "Undetermined"] };
const rulesTag = (status) => make("span", { class: "row nw" }, shape(RULES[status][0]), make("b", {}, RULES[status][1]));

function meetingAgenda({ act, turn }) {
  const list = make("div", { class: "agd-list", role: "listbox", "aria-label": "Agenda, by consequence" });
  const rest = make("div", { class: "pad stack" });
  const box = make("nav", { class: "mt-agenda", "aria-label": "Agenda" }, list, rest);
  let order = [];

  const sides = (row) => make("span", { class: "row two" }, row.verdicts.map((verdict) => shape(verdict)));

  function line(row, at, here) {
    const now = sameUnit(row.unit, here);
    const [code, item] = row.unit;
    const settled = row.settled ? `, settled as ${VERDICTS[row.settled].word.toLowerCase()}` : "";
    return make("button", {
      type: "button", class: `agd${now ? " now" : ""}${row.settled ? " done" : ""}`, role: "option", "aria-selected": String(now), "data-k": `${code}|${item}`, "data-testid": `agenda-${code}-${item || "whole"}`,
      "aria-label": `${code}, ${row.words}${settled}${row.minutes ? `, ${row.minutes} minutes` : ""}`, title: `${code} ${row.words}${settled}`, onclick: () => turn(row.unit),
    }, span("mut", String(at)), make("b", {}, code), span("clip", row.words), row.minutes ? span("mut nw", `${row.minutes} min`) : null, row.settled ? shape(row.settled) : sides(row));
  }

  function paint(shown) {
    const { agenda, topic } = shown;
    order = agenda.groups.flatMap((group) => group.rows);
    let at = 0;
    refill(list, agenda.groups.map((group) => make("div", { role: "group", "aria-label": group.heading },
      make("h3", { class: "agh", "aria-hidden": "true" }, group.heading),
      group.rows.map((row) => line(row, ++at, topic?.unit)))), order.length ? null : make("p", { class: "pad mut" }, "The assessors differ in nothing."));
    const waiting = agenda.to_look_at;
    refill(rest,
      make("h3", {}, `Agreed: ${agenda.agreed}`),
      make("button", { type: "button", class: "btn", "data-k": "accept", "data-testid": "accept", disabled: agenda.accepted || !shown.sitting || waiting.length > 0, onclick: () => act("accept") }, agenda.accepted ? [icon("tick"), "Accepted"] : "Accept all agreed in one step"),
      agenda.sampled.length ? make("p", { class: "sm mut" }, `Drawn for a check: `, agenda.sampled.map((code) => make("button", {
        type: "button", class: "link", "data-k": `drawn-${code}`, "data-testid": `drawn-${code}`, onclick: () => turn([code, ""]),
      }, waiting.includes(code) ? code : `${code} looked at`)).flatMap((one) => [one, " "])) : null,
      make("p", { class: "row" }, span("lab", "The rules now:"), rulesTag(agenda.outcome)));
  }

  // The next unit that is not settled, after this one, going round.
  function nextAfter(here) {
    const start = order.findIndex((row) => sameUnit(row.unit, here));
    const round = [...order.slice(start + 1), ...order.slice(0, start + 1)];
    return round.find((row) => !row.settled && !sameUnit(row.unit, here))?.unit ?? null;
  }

  function beside(here, by) {
    const at = order.findIndex((row) => sameUnit(row.unit, here));
    return order[Math.min(Math.max(at + by, 0), order.length - 1)]?.unit ?? null;
  }

  return { box, paint, nextAfter, beside, first: () => (order.find((row) => !row.settled) ?? order[0])?.unit ?? null };
}
