// Shows the calls with the address this page was loaded from.
for (const address of document.querySelectorAll("[data-address]")) {
  address.textContent = new URL(".", location.href).href.replace(/\/$/, "");
}
