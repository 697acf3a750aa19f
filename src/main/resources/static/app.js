// The pages work without this file; it opens the menu on small screens, puts "/" to use and renews live numbers.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  var RENEW_EVERY = 5000;
  // Somebody waits for it.
  var RENEW_SOON = 2000;
  var QUIET_AFTER = 10 * 60 * 1000;
  var lastTouch = Date.now();

  function menu() {
    var button = document.querySelector(".menu");
    var side = document.querySelector(".side");
    if (!button || !side) return;
    button.addEventListener("click", function () {
      var open = side.classList.toggle("open");
      button.setAttribute("aria-expanded", String(open));
    });
  }

  function slash(event) {
    var field = document.querySelector("[data-search]");
    var typing = /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
    if (event.key !== "/" || typing || !field) return;
    event.preventDefault();
    field.focus();
  }

  // Nobody looks, or nobody is there: asking again would keep the session alive for ever.
  function watched() {
    return !document.hidden && Date.now() - lastTouch < QUIET_AFTER;
  }

  function renew() {
    var card = document.querySelector("[data-live]");
    if (!card) return;
    if (!watched() || card.contains(document.activeElement)) return later();
    fetch(card.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live], .card");
        if (fresh && !fresh.isEqualNode(card)) card.replaceWith(document.adoptNode(fresh));
        later();
      })
      .catch(later);
  }

  function later() {
    setTimeout(renew, document.querySelector("[data-live][data-soon]") ? RENEW_SOON : RENEW_EVERY);
  }

  ["pointerdown", "keydown", "scroll"].forEach(function (kind) {
    document.addEventListener(kind, function () { lastTouch = Date.now(); }, { passive: true });
  });
  document.addEventListener("keydown", slash);
  document.addEventListener("DOMContentLoaded", function () {
    menu();
    later();
  });
})();
