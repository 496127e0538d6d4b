"use strict";
// The page works without this. It opens what is folded around a target, marks all places of the finding that
// was asked for, and opens folded findings for print.
(() => {
  const lit = "lit";
  const places = new Map();
  for (const mark of document.querySelectorAll("mark[data-f]"))
    for (const name of mark.dataset.f.trim().split(" ")) {
      if (!places.has(name)) places.set(name, []);
      places.get(name).push(mark);
    }
  const light = (names) => {
    for (const one of document.querySelectorAll("." + lit)) one.classList.remove(lit);
    for (const name of names) {
      const card = document.querySelector('[data-finding="' + CSS.escape(name) + '"]');
      for (const one of [...(places.get(name) ?? []), ...(card ? [card] : [])]) one.classList.add(lit);
    }
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView({ block: "center" });
    const found = target.dataset.finding ?? target.closest("mark[data-f]")?.dataset.f;
    light(found ? found.trim().split(" ") : []);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const card = link?.closest("[data-finding]");
    if (link) requestAnimationFrame(() => { follow(); if (card) light([card.dataset.finding]); });
  });
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll(".folded")) one.open = true;
  });
  follow();
})();
