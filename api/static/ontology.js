"use strict";
// Filters the terms as one types. Without this script the page shows everything.
(() => {
  const form = document.getElementById("filter");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const terms = Array.from(document.querySelectorAll("article[data-term]"));
  const links = new Map(
    Array.from(document.querySelectorAll("nav li[data-term]"), (li) => [li.dataset.term, li]),
  );
  const parts = Array.from(document.querySelectorAll("nav li[data-subject]"));

  function apply() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const term of terms) {
      const fits = wanted.every((word) => term.dataset.words.includes(word));
      term.hidden = !fits;
      links.get(term.dataset.term).hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of parts) {
      const shown = part.querySelector("li[data-term]:not([hidden])") !== null;
      part.hidden = !shown;
      document.getElementById("subject-" + part.dataset.subject).hidden = !shown;
      part.querySelector("details").open = wanted.length > 0 && shown;
    }
    found.textContent = wanted.length ? `${count} of ${terms.length} terms` : "";
  }

  // A link to a term that the filter hides clears the filter first.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      words.value = "";
      apply();
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", apply);
  window.addEventListener("hashchange", reveal);
  apply();
})();
