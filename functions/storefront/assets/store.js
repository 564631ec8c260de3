// Announces that the session is about to end, and extends it without leaving the page (R25). The pages work without it.
"use strict";
(() => {
  const end = document.getElementById("session-end");
  const form = document.getElementById("extend");
  if (!end || !form) return;
  const first = end.textContent;
  const left = Number(end.dataset.left) * 1000;
  let timers = [];
  const say = (text, urgent) => {
    end.textContent = text;
    end.classList.toggle("urgent", urgent);
  };
  const watch = () => {
    timers.forEach(clearTimeout);
    timers = [
      setTimeout(() => say(end.dataset.soon, true), Math.max(0, left - 5 * 60 * 1000)),
      setTimeout(() => say(end.dataset.over, true), left),
    ];
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, { method: "POST" });
      if (!answer.ok) throw new Error(String(answer.status));
      say(form.dataset.done || first, false);
      watch();
    } catch {
      form.submit();
    }
  });
  watch();
})();
