// The desk works without this file; it adds keys for those who work here all day, and keeps drafts while they are written.
(function () {
  "use strict";

  var PAUSE = 1500;

  function typing(element) {
    return /INPUT|TEXTAREA|SELECT/.test(element.tagName) || element.isContentEditable;
  }

  function bare(event) {
    return !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  // j and k go through the queue; in a field they are letters.
  function move(event) {
    var step = { j: 1, k: -1 }[event.key];
    if (!step || !bare(event) || typing(event.target)) return;
    var links = Array.from(document.querySelectorAll(".queue h2 a"));
    if (!links.length) return;
    var at = links.indexOf(document.activeElement);
    var next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
    event.preventDefault();
    links[next].focus();
  }

  function send(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    var form = event.target.closest("form");
    var button = form && form.querySelector("[data-go]");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  }

  function keep(form) {
    var kept = form.querySelector("[data-kept]");
    fetch(form.dataset.keep, { method: "PUT", body: new URLSearchParams(new FormData(form)), redirect: "error" })
      .then(function (answer) { return answer.ok || answer.status === 409 ? answer.text() : Promise.reject(answer.status); })
      .then(function (words) { kept.textContent = words; })
      .catch(function () { kept.textContent = kept.dataset.failed; });
  }

  function watch(form) {
    var waiting;
    form.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () { keep(form); }, PAUSE);
    });
    form.addEventListener("submit", function () { clearTimeout(waiting); });
  }

  document.addEventListener("keydown", move);
  document.addEventListener("keydown", send);
  document.querySelectorAll("form[data-keep]").forEach(watch);
})();
