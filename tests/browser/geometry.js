([what, parts]) => {
  const CONTROLS = "button,a[href],input,select,textarea,[role=radio],[role=tab],[role=row],[role=button],[role=option],summary";
  const clips = (way) => way === "hidden" || way === "clip";
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return box.width && box.height && getComputedStyle(one).visibility !== "hidden"
      && !one.closest("[hidden],[inert],.sr,.skips,dialog:not([open])")
      && getComputedStyle(one).clipPath !== "inset(50%)"; // there for screen readers only
  };
  const named = (one) => `${one.tagName.toLowerCase()}.${[...one.classList].join(".")} `
    + `"${(one.getAttribute("aria-label") || one.textContent || one.value || "").trim().slice(0, 50)}"`;

  // Text that does not fit its box, without a title or a name on it or around it that says the whole.
  function cut() {
    return [...document.querySelectorAll(".mrse-app *")].filter((one) => {
      if (!shown(one) || one.closest("svg,.words,textarea,select")) return false;
      if (![...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) return false;
      const style = getComputedStyle(one);
      const across = one.scrollWidth > one.clientWidth + 1 && clips(style.overflowX);
      const down = one.scrollHeight > one.clientHeight + 2 && clips(style.overflowY);
      return (across || down) && style.display !== "inline" && !one.closest("[title],[aria-label]");
    }).map(named);
  }

  // Controls smaller than 24 by 24, but for links inside a sentence (WCAG 2.5.8).
  function small() {
    return [...document.querySelectorAll(CONTROLS)].filter((one) => {
      if (!shown(one) || getComputedStyle(one).opacity === "0") return false;
      if (one.closest("p,li,.g") && getComputedStyle(one).display === "inline") return false;
      const box = one.getBoundingClientRect();
      return box.width < 23.5 || box.height < 23.5;
    }).map((one) => {
      const box = one.getBoundingClientRect();
      return `${named(one)} ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`;
    });
  }

  // What can be seen of an element: its box within every scroller around it.
  function seen(one) {
    let { left, top, right, bottom } = one.getBoundingClientRect();
    for (let around = one.parentElement; around; around = around.parentElement) {
      const style = getComputedStyle(around), box = around.getBoundingClientRect();
      if (style.display === "contents" || style.display === "inline") continue;
      if (style.overflowX !== "visible") { left = Math.max(left, box.left); right = Math.min(right, box.right); }
      if (style.overflowY !== "visible") { top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom); }
    }
    return { left, top, right, bottom };
  }

  // What stays in the window while the rest scrolls away beneath it.
  function floats(one) {
    for (let at = one; at; at = at.parentElement) if (["fixed", "sticky"].includes(getComputedStyle(at).position)) return !at.matches(".mrse-app");
    return false;
  }

  // Pairs of controls and headings that lie over each other, neither inside the other.
  function overlaps() {
    const all = parts.flatMap((part) => [...document.querySelectorAll(`${part} :is(${CONTROLS},h1,h2,h3,.saved)`)])
      .filter(shown).map((one) => [one, seen(one), floats(one)]);
    return all.flatMap(([one, a, above], at) => all.slice(at + 1).flatMap(([other, b, aloft]) => {
      if (one.contains(other) || other.contains(one) || above !== aloft) return [];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 1 ? [`${named(one)} over ${named(other)} by ${across.toFixed(0)} x ${down.toFixed(0)}`] : [];
    }));
  }

  // Of these parts, the ones of which none is wholly to be seen in the window.
  function outside() {
    return parts.filter((part) => ![...document.querySelectorAll(part)].some((one) => {
      const box = one.getBoundingClientRect(), within = seen(one);
      return shown(one) && box.left >= -0.5 && box.right <= innerWidth + 0.5 && box.top >= -0.5 && box.bottom <= innerHeight + 0.5
        && ["left", "top", "right", "bottom"].every((side) => Math.abs(box[side] - within[side]) < 1);
    }));
  }

  // What can be scrolled sideways around the panes, and what sticks out to the right.
  function wider() {
    const around = [];
    for (let one = document.querySelector(".mrse-room, .mrse-app"); one; one = one.parentElement) around.push(one);
    const scrolled = around.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible"
      && getComputedStyle(one).display !== "contents");
    if (!scrolled.length) return [];
    return [...document.querySelectorAll(".mrse-app *")].filter((one) => shown(one) && seen(one).right > innerWidth + 1).map(named)
      .concat(scrolled.map((one) => `${one.tagName}.${one.className} is ${one.scrollWidth} wide in ${one.clientWidth}`));
  }

  return { cut, small, overlaps, outside, wider }[what]();
}
