// Only makes copying easier: without it every value can be selected and copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    const before = button.textContent;
    button.textContent = button.dataset.done;
    const status = document.getElementById("copied");
    if (status) status.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 2000);
  });
}
