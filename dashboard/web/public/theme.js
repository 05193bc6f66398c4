// Runs before the first paint, so that a chosen theme does not flash.
try {
  const theme = localStorage.getItem('nodeledger.theme');
  if (theme === '"light"' || theme === '"dark"') document.documentElement.dataset.theme = JSON.parse(theme);
} catch {
  // Storage may be closed to the page; the system's theme is used then.
}
