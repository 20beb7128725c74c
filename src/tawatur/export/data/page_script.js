"use strict";
// Choosing a claim in the list shows its words alone in the text, and the other way round.
// Without this script the links between the two still lead there and back.
(() => {
  const KEPT = ["skipped", "headline"];
  let chosen = null;

  // data-in of a mark: "3.trigger.TRANSFER 3.evidence 5.part", the claim that a click on it means first.
  const rolesOf = (mark) => mark.dataset.in.split(" ").map((word) => word.split("."));
  const itemOf = (article, number) => document.getElementById(`${article.id}-c${number}`);

  const clear = () => {
    if (chosen === null) return;
    for (const mark of chosen.closest("article").querySelectorAll("[data-in]")) {
      mark.className = mark.dataset.all;
    }
    chosen.classList.remove("now");
    chosen.removeAttribute("aria-current");
    chosen = null;
  };

  const choose = (item) => {
    if (item === null || item === chosen) return;
    clear();
    chosen = item;
    item.classList.add("now");
    item.setAttribute("aria-current", "true");
    for (const mark of item.closest("article").querySelectorAll("[data-in]")) {
      const roles = rolesOf(mark).filter(([number]) => number === item.dataset.claim);
      const kept = KEPT.filter((name) => mark.dataset.all.split(" ").includes(name));
      const now = roles.length ? ["now", ...roles.flatMap((role) => role.slice(1))] : [];
      mark.className = [...kept, ...now].join(" ");
    }
    const list = item.closest(".claims");
    if (list.scrollHeight > list.clientHeight) {
      const place = item.getBoundingClientRect();
      const view = list.getBoundingClientRect();
      if (place.top < view.top || place.bottom > view.bottom) list.scrollTop += place.top - view.top - 40;
    }
  };

  const claimAt = (target, turn) => {
    const item = target.closest("li[data-claim]");
    if (item !== null) return item;
    const mark = target.closest("[data-in]") ?? target.querySelector(":scope > [data-in]");
    if (mark === null) return null;
    const article = mark.closest("article");
    const items = [...new Set(rolesOf(mark).map(([number]) => number))].map((number) => itemOf(article, number));
    return turn ? items[(items.indexOf(chosen) + 1) % items.length] : items[0];
  };

  const fromAddress = () => {
    const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (target !== null && target.closest("article") !== null) choose(claimAt(target, false));
  };

  document.addEventListener("click", (event) => {
    const item = claimAt(event.target, event.target.closest("a") === null);
    if (item !== null) choose(item);
    else if (event.target.closest("a, summary") === null) clear();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("article a:focus-visible")) {
      const item = claimAt(event.target, false);
      if (item !== null) choose(item);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  window.addEventListener("hashchange", fromAddress);
  for (const mark of document.querySelectorAll("[data-in]")) mark.dataset.all = mark.className;
  document.documentElement.classList.add("choosing");
  fromAddress();
})();
