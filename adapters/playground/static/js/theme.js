// Loaded before the page is drawn, so that a chosen theme never flashes. Without a choice the system's holds.
(() => {
  const chosen = localStorage.getItem("engage-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
