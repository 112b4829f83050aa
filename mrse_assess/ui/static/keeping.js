// Words, and an act of judging under way, are kept in the tab until the kernel has said that it has them.
// now() gives {shown, entry}; failed() when the kernel did not take an act; settled() after every answer.

const TEXTS = ["feedback", "to_panel", "private", "seen", "mhra_section", "evidence_date", "wording"];
const CHOICES = ["verdict", "reasons", "primary_reason", "contribution", "mhra_edition", "simulated", "independent_group", "target", "other_item"];
const alike = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function keeper({ talk, now, failed, settled }) {
  const flying = new Map(); // act number -> the place of the words, and which words these were
  const place = () => `mrse-held:${now().shown.app ?? ""}:${now().shown.unit?.join(":")}`;
  const texts = () => Object.fromEntries(TEXTS.map((name) => [name, now().entry[name]]));
  const choicesOf = (entry) => Object.fromEntries(CHOICES.map((name) => [name, entry[name]]));
  const kept = () => { try { return JSON.parse(readStore(sessionStorage, place()) ?? "null"); } catch { return null; } };

  talk.hear("ack", ({ id, ok }) => {
    const about = flying.get(id);
    flying.delete(id);
    if (about && ok) {
      const held = readStore(sessionStorage, about.key);
      if (held && JSON.parse(held).stamp === about.stamp) writeStore(sessionStorage, about.key, null);
    } else if (about) { // refused: the words stay, the act is not tried again
      const { stamp, texts: said } = JSON.parse(readStore(sessionStorage, about.key) ?? "{}");
      if (stamp === about.stamp) writeStore(sessionStorage, about.key, JSON.stringify({ stamp, texts: said }));
    }
    if (!ok && now().shown.unit) failed(TEXTS.some((name) => !alike(now().entry[name], now().shown.entry[name])));
    settled(id, ok);
  });

  return {
    texts,
    kept,
    // Acts sent one after another: what the earlier ones said stays known until the last of them is answered.
    hold: (act = {}) => {
      const { judged, before = [] } = kept() ?? {};
      const earlier = judged ? [...before, choicesOf(judged)].slice(-12) : before;
      writeStore(sessionStorage, place(), JSON.stringify({ stamp: `${Date.now()}-${Math.random()}`, texts: texts(), before: earlier, ...act }));
    },
    // What was being judged when the page went away, and no record since says otherwise.
    cutOff: (held) => held.judged
      && (now().shown.saved === held.over || now().shown.saved <= held.at || (held.before ?? []).some((was) => alike(was, choicesOf(now().entry)))) && CHOICES.some((name) => !alike(held.judged[name], now().entry[name])),
    drop: () => writeStore(sessionStorage, place(), null),
    waiting: () => flying.size > 0,
    sent: (id) => {
      const held = kept();
      if (held) flying.set(id, { key: place(), stamp: held.stamp });
    },
  };
}
