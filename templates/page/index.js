// Finding a province or year among the reports.

const rows = [...document.querySelectorAll("tbody tr")];

function find() {
  const words = byId("query").value.toLowerCase().split(/\s+/).filter((word) => word !== "");
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => row.dataset.find.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  for (const section of document.querySelectorAll("main section")) {
    section.hidden = section.querySelector("tbody tr:not([hidden])") === null;
  }
  byId("matches").textContent = words.length === 0 ? "" : shown + " of " + counted(rows.length, "report", "reports") + (shown === 0 ? ": none matches" : "");
}

byId("search").hidden = false;
byId("query").addEventListener("input", find);
byId("query").addEventListener("keydown", (event) => {
  const first = document.querySelector("main section:not([hidden]) tbody tr:not([hidden]) th a");
  if (event.key === "Enter" && first) {
    first.click();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target.id !== "query") {
    event.preventDefault();
    byId("query").focus();
  }
});
