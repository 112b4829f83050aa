// What comes back tomorrow, or after a reload: small maps in the browser's own store, the oldest entries fall out.

function memory(store, name, most) {
  const read = () => {
    try { return new Map(JSON.parse(readStore(store, name) ?? "[]")); } catch { return new Map(); }
  };
  return {
    get: (key) => read().get(key),
    set: (key, value) => {
      const all = read();
      all.delete(key);
      if (value !== null) all.set(key, value);
      while (all.size > most) all.delete(all.keys().next().value);
      writeStore(store, name, JSON.stringify([...all]));
    },
  };
}

// A switch that the assessor set once: "1", "0", or not yet.
const remembered = (name, missing) => {
  const kept = readStore(localStorage, name);
  return kept === null ? missing : kept === "1";
};
const remember = (name, on) => writeStore(localStorage, name, on ? "1" : "0");

const within = (value, low, high, missing) => (Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : missing);
