// Words are kept in the tab until the kernel has said that it has them.
// now() gives {shown, entry}; failed() when the kernel did not take an act; settled() after every answer.

const TEXTS = ["feedback", "to_panel", "private", "seen", "mhra_section", "evidence_date", "wording"];
const alike = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function keeper({ talk, now, failed, settled }) {
  const flying = new Map(); // act number -> the place of the words, and which words these were
  const place = () => `mrse-held:${now().shown.app ?? ""}:${now().shown.unit?.join(":")}`;
  const texts = () => Object.fromEntries(TEXTS.map((name) => [name, now().entry[name]]));
  const kept = () => { try { return JSON.parse(readStore(sessionStorage, place()) ?? "null"); } catch { return null; } };

  talk.hear("ack", ({ id, ok }) => {
    const about = flying.get(id);
    flying.delete(id);
    if (about && ok) {
      const held = readStore(sessionStorage, about.key);
      if (held && JSON.parse(held).stamp === about.stamp) writeStore(sessionStorage, about.key, null);
    }
    if (!ok && now().shown.unit) failed(TEXTS.some((name) => !alike(now().entry[name], now().shown.entry[name])));
    settled(id, ok);
  });

  return {
    texts,
    kept,
    hold: () => writeStore(sessionStorage, place(), JSON.stringify({ stamp: `${Date.now()}-${Math.random()}`, texts: texts() })),
    drop: () => writeStore(sessionStorage, place(), null),
    waiting: () => flying.size > 0,
    sent: (id) => {
      const held = kept();
      if (held) flying.set(id, { key: place(), stamp: held.stamp });
    },
  };
}
