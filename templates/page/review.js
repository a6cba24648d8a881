// The page at work: what is selected, shown and filtered, the keys, and the file of corrections.

collectItems();
const decisions = new Decisions("fupin review " + data.region + " " + data.year + " " + data.documents.join(" "));
const search = new Search();
const views = [...document.querySelectorAll(".view")].map((section) => section.id);
const panel = byId("detail");
let selected = null;
let form = null;

// Selecting ---------------------------------------------------------------------------------------------------------

/** @param how focus: whether the focus goes to the number; stay: whether the text stays where it is */
function select(item, how = {}) {
  if (selected) {
    selected.element.classList.remove("sel");
    selected.element.tabIndex = -1;
    selected.element.removeAttribute("aria-current");
  }
  for (const element of document.querySelectorAll(".fig.rel, tr.sel")) {
    element.classList.remove("rel", "sel");
  }
  form = null;
  selected = item;
  if (!item) {
    address("#text");
    showDetail();
    return;
  }
  if (!item.isFigure && !byId("show-out").checked) {
    byId("show-out").checked = true;
    showOut();
  }
  showView("text");
  item.element.classList.add("sel");
  item.element.tabIndex = 0;
  item.element.setAttribute("aria-current", "true");
  if (item.isFigure) {
    byId("r-" + item.n).classList.add("sel");
    address("#o-" + item.id);
    const fields = currentFields(item);
    const others = [fields.part_of, fields.about].filter((begin) => begin !== "").map((begin) => figureAt(item, begin));
    for (const other of [...others, ...pointingAt(item, "part_of"), ...pointingAt(item, "about")]) {
      if (other) {
        other.element.classList.add("rel");
      }
    }
  }
  showDetail();
  if (!how.stay) {
    // The panel lies over the lower half of a narrow page.
    item.element.scrollIntoView({ block: matchMedia("(max-width: 52rem)").matches ? "start" : "center" });
  }
  if (how.focus) {
    item.element.focus({ preventScroll: true });
  }
}

function address(hash) {
  try {
    history.replaceState(null, "", hash);
  } catch (refused) {
    return;
  }
}

function showDetail() {
  panel.hidden = false;
  panel.classList.toggle("start", selected === null);
  panel.setAttribute("aria-label", selected === null ? "To review" : "Selected figure");
  if (selected === null) {
    panel.replaceChildren(...worklist(items.filter(isOpen)));
    return;
  }
  panel.replaceChildren(...detailOf(selected, {
    on: () => step(1, passes),
    back: () => step(-1, passes),
    onDoubtful: KEYS.n,
    close: () => select(null),
    confirm,
    correct,
    none: noFigure,
    takeBack: () => decide(null, "Taken back"),
  }).flat().filter((part) => part !== null));
  panel.scrollTop = 0;
}

/** To the next number that is wanted, with -1 to the one before; from the end it goes on at the beginning. */
function step(by, wanted, otherwise) {
  const from = selected ? selected.place : by > 0 ? -1 : items.length;
  for (let i = 1; i <= items.length; i++) {
    const item = items[(from + by * i + items.length * 2) % items.length];
    if (wanted(item)) {
      select(item, { focus: true });
      return;
    }
  }
  say(otherwise || "No figure passes the filter");
}

function isOpen(item) {
  return item.isFigure && item.doubtful && !decisions.get(item.key);
}

function inFinding(item) {
  return item.findings.length > 0;
}

function toTotal() {
  if (!selected || !selected.isFigure) {
    return;
  }
  const fields = currentFields(selected);
  const up = fields.part_of !== "" ? fields.part_of : fields.about;
  const other = up !== "" ? figureAt(selected, up) : [...pointingAt(selected, "part_of"), ...pointingAt(selected, "about")][0];
  if (other) {
    select(other, { focus: true });
  } else {
    say("It is linked to no other figure");
  }
}

// Deciding ----------------------------------------------------------------------------------------------------------

/** Corrections are made on the page of the newest edition: tells so on that of a past one. */
function isPast() {
  if (data.past) {
    say("This is a past edition: figures are corrected on the page of the newest");
  }
  return Boolean(data.past);
}

function decide(decision, told) {
  decisions.set(selected.key, decision);
  say(told + ". " + leftText());
}

function decision(verdict, fields = {}, reason = "", end = selected.end) {
  return {
    verdict, document: selected.document, begin: selected.begin, end, text: textAt(selected.article, selected.begin, end),
    fields, reason, by: "", at: new Date().toISOString().slice(0, 19) + "Z",
  };
}

function confirm() {
  if (selected && selected.isFigure && !isPast()) {
    decide(decision("confirmed"), "Figure " + selected.n + " is confirmed");
  }
}

function noFigure() {
  if (selected && selected.isFigure && !isPast()) {
    decide(decision("none"), "Figure " + selected.n + " is marked as no figure");
  }
}

function correct() {
  if (!selected || isPast()) {
    return;
  }
  const item = selected;
  form = new CorrectionForm(item, (result) => {
    form = null;
    if (result !== null) {
      corrected(item, result);
    }
    showDetail();
    item.element.focus({ preventScroll: true });
  });
  panel.hidden = false;
  panel.replaceChildren(form.element);
  form.focus();
}

function corrected(item, { fields, reason, end }) {
  if (!item.isFigure) {
    const stated = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
    decide(decision("new", stated, reason, end), "The number is marked as a figure");
    return;
  }
  const read = item.read;
  const changed = Object.fromEntries(Object.entries(fields).filter(([field, value]) => value !== read[field]));
  if (Object.keys(changed).length > 0) {
    decide(decision("changed", changed, reason), "Figure " + item.n + " is corrected");
  } else {
    decide(decision("confirmed", {}, reason), "Nothing differs: figure " + item.n + " is confirmed");
  }
}

function undo() {
  const keys = decisions.undo();
  if (keys === null) {
    say("There is nothing to undo");
    return;
  }
  const item = itemsByKey.get(keys[0]);
  if (item) {
    select(item, { focus: true });
  }
  say("Undone. " + leftText());
}

decisions.changed = (keys) => {
  keys.map((key) => itemsByKey.get(key)).filter((item) => item).forEach(mark);
  count();
  filter();
  if (form === null) {
    showDetail();
  }
};

/** Shows in the text what was decided of a number. */
function mark(item) {
  const decided = decisions.get(item.key);
  const verdict = decided ? decided.verdict : "";
  item.element.classList.toggle("done", verdict === "confirmed" || verdict === "changed");
  item.element.classList.toggle("changed", verdict === "changed");
  item.element.classList.toggle("none", verdict === "none");
  item.element.classList.toggle("new", verdict === "new");
  if (item.isFigure) {
    item.name = item.name || item.element.getAttribute("aria-label");
    item.element.setAttribute("aria-label", item.name + (decided ? ", " + verdictText(decided).toLowerCase() : ""));
  }
}

function leftText() {
  const left = items.filter(isOpen).length;
  return left === 0 ? "No doubtful figure is left" : counted(left, "doubtful figure is left", "doubtful figures are left");
}

function count() {
  const doubtful = items.filter((item) => item.doubtful).length;
  const left = items.filter(isOpen).length;
  byId("left").replaceChildren(make("strong", {}, left.toLocaleString("en")), " of " + doubtful.toLocaleString("en") + " doubtful figures left");
  byId("decided").textContent = decisions.size.toLocaleString("en");
  byId("corrections-lead").textContent = decisions.size === 0 && decisions.others.length === 0
    ? "Nothing yet. Select a figure in the text and confirm or correct it."
    : counted(decisions.size, "decision", "decisions") + (decisions.unsaved ? ", not all saved as a file yet" : ", saved as a file")
      + (decisions.others.length > 0
        ? "; beside them " + counted(decisions.others.length, "line", "lines") + " of a loaded file that fit no number of this page"
        : "") + ".";
  byId("decisions").replaceChildren(...decisions.all().map((one) => {
    const key = one.document + ":" + one.begin;
    const item = itemsByKey.get(key);
    const changes = Object.entries(one.fields).map(([field, value]) => FIELD_NAMES[field] + ": " + valueText(item, field, value));
    return make("li", {},
      make("div", {},
        make("p", {}, make("span", { class: "badge done" }, verdictText(one)), " ",
          item.isFigure
            ? make("a", { href: "#o-" + item.id }, "Figure " + item.n + ", " + item.source.amount)
            : "\u201C" + one.text + "\u201D"),
        changes.length > 0 ? make("p", { class: "hint" }, changes.join("; ")) : null,
        one.reason ? make("p", { class: "hint" }, "Reason: " + one.reason) : null,
        one.by ? make("p", { class: "hint" }, one.by + ", " + one.at.slice(0, 10)) : null),
      make("button", {
        type: "button", onclick: () => decisions.set(key, null),
        "aria-label": "Take back: " + verdictText(one) + ", " + one.text,
      }, "Take back"));
  }));
}

// The file ----------------------------------------------------------------------------------------------------------

function openSaving() {
  if (isPast()) {
    return;
  }
  if (decisions.size === 0 && decisions.others.length === 0) {
    say("There is nothing to save yet: confirm or correct a figure first");
    return;
  }
  byId("saving-lead").textContent = counted(decisions.size, "decision goes", "decisions go") + " into one CSV file. " + leftText() + ".";
  try {
    byId("by").value = byId("by").value || localStorage.getItem("fupin review by") || "";
  } catch (refused) {
    byId("by").value = byId("by").value || "";
  }
  byId("saving").showModal();
}

function save() {
  const by = byId("by").value.trim();
  try {
    localStorage.setItem("fupin review by", by);
  } catch (refused) {
    say("This browser keeps nothing between visits");
  }
  // Two persons who save into one folder must not write over each other.
  const name = by.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase();
  const link = make("a", {
    href: URL.createObjectURL(new Blob([decisions.csv(by)], { type: "text/csv;charset=utf-8" })),
    download: "corrections-" + data.region + "-" + data.year + (name ? "-" + name : "") + ".csv",
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  decisions.saved();
  count();
  say("Saved as " + link.download);
}

async function load(file) {
  try {
    const loaded = decisions.load(await file.text(), (document, begin, end, text) => {
      const item = itemsByKey.get(document + ":" + begin);
      return item && textAt(item.article, begin, end) === text ? item.key : null;
    });
    say(counted(loaded.figures, "decision", "decisions") + " loaded from " + file.name
      + (loaded.others > 0 ? "; " + counted(loaded.others, "line fits", "lines fit") + " no number of this page" : "") + ". " + leftText());
  } catch (mistake) {
    say(file.name + " is no file of corrections: " + mistake.message);
  }
}

// Filter, views, search ---------------------------------------------------------------------------------------------

const selects = [...document.querySelectorAll("#filters select")];

function fillSelects() {
  for (const element of selects) {
    const field = element.dataset.by;
    const counts = new Map();
    for (const source of figures) {
      const code = source[field] || "";
      counts.set(code, (counts.get(code) || 0) + 1);
    }
    element.replaceChildren(make("option", { value: "*" }, "All"),
      ...data.codes[field].filter((choice) => counts.has(choice.code)).map((choice) =>
        make("option", { value: choice.code }, choice.label + " (" + counts.get(choice.code) + ")")));
    if (counts.has("")) {
      element.append(make("option", { value: "" }, "Not stated (" + counts.get("") + ")"));
    }
  }
}

function passes(item) {
  if (!item.isFigure) {
    return byId("show-out").checked && !isFiltering();
  }
  const fields = currentFields(item);
  return selects.every((element) => element.value === "*"
      || (element.dataset.by === "programme" ? item.source.programme : fields[element.dataset.by]) === element.value)
    && (!byId("by-doubt").checked || item.doubtful)
    && (!byId("by-finding").checked || inFinding(item))
    && (!byId("by-decided").checked || decisions.get(item.key) !== undefined);
}

function isFiltering() {
  return selects.some((element) => element.value !== "*")
    || ["by-doubt", "by-finding", "by-decided"].some((id) => byId(id).checked);
}

function filter() {
  let shown = 0;
  for (const item of items) {
    if (item.isFigure) {
      const pass = passes(item);
      shown += pass ? 1 : 0;
      item.element.classList.toggle("faint", !pass);
      byId("r-" + item.n).hidden = !pass;
    }
  }
  byId("shown").textContent = isFiltering() ? shown + " of " + counted(figures.length, "figure", "figures") : counted(figures.length, "figure", "figures");
  byId("clear").hidden = !isFiltering();
}

function showOut() {
  const shown = byId("show-out").checked;
  document.body.classList.toggle("showing-out", shown);
  for (const item of items) {
    if (!item.isFigure) {
      if (shown) {
        item.element.setAttribute("role", "button");
        item.element.tabIndex = -1;
      } else {
        item.element.removeAttribute("role");
        item.element.removeAttribute("tabindex");
      }
    }
  }
}

function showView(name) {
  for (const view of views) {
    byId(view).hidden = view !== name;
    document.querySelector('.views a[href="#' + view + '"]').toggleAttribute("aria-current", view === name);
  }
  const current = document.querySelector(".views a[aria-current]");
  current.setAttribute("aria-current", "page");
}

function goView(number) {
  const links = [...document.querySelectorAll(".views a")];
  if (links[number]) {
    links[number].click();
    links[number].focus();
  }
}

function find(query) {
  search.find(query);
  tellMatches();
}

function tellMatches() {
  byId("matches").textContent = byId("query").value.trim() === "" ? ""
    : search.found.length === 0 ? "Not found"
      : search.at < 0 ? counted(search.found.length, "match", "matches")
        : search.at + 1 + " of " + counted(search.found.length, "match", "matches");
}

function goMatch(by) {
  showView("text");
  search.go(by);
  tellMatches();
}

/** Follows the address: a figure, a section, a finding or a view. */
function follow() {
  const hash = decodeURIComponent(location.hash.slice(1));
  const item = hash.startsWith("o-") ? items.find((one) => one.isFigure && "o-" + one.id === hash) : null;
  const target = hash === "" ? null : byId(hash);
  if (item) {
    select(item, { focus: true });
  } else if (hash.startsWith("o-")) {
    showView("text");
    say("This edition has no figure at the address that was followed");
  } else if (views.includes(hash)) {
    showView(hash);
    scrollTo(0, 0);
  } else if (target) {
    const view = target.closest(".view");
    if (view) {
      showView(view.id);
      const fold = target.closest("details");
      if (fold) {
        fold.open = true;
      }
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  } else {
    showView("text");
  }
}

// Keys and handlers -------------------------------------------------------------------------------------------------

const KEYS = {
  n: () => step(1, isOpen, "No doubtful figure is left"),
  p: () => step(-1, isOpen, "No doubtful figure is left"),
  j: () => step(1, passes),
  k: () => step(-1, passes),
  f: () => step(1, inFinding, "No figure is in a finding"),
  g: () => step(-1, inFinding, "No figure is in a finding"),
  t: toTotal,
  c: confirm,
  e: correct,
  x: noFigure,
  m: () => { if (selected && !selected.isFigure) { correct(); } },
  u: undo,
  l: () => { byId("show-out").checked = !byId("show-out").checked; showOut(); },
  d: () => { if (selected) { panel.focus(); } },
  s: openSaving,
  "/": () => { byId("query").focus(); byId("query").select(); },
  "?": () => byId("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (event.key === "Escape") {
    if (form) {
      form.done(null);
    } else if (event.target.id === "query") {
      event.target.value = "";
      find("");
      event.target.blur();
    } else if (selected) {
      const element = selected.element;
      select(null);
      element.focus({ preventScroll: true });
    }
    return;
  }
  if (event.target.closest("input, select, textarea")) {
    const tick = event.target.type === "checkbox";
    if (!tick) {
      return;
    }
  }
  const act = /^[1-9]$/.test(event.key) ? () => goView(Number(event.key) - 1) : KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.addEventListener("click", (event) => {
  const figure = event.target.closest("a.fig");
  const out = event.target.closest(".showing-out .out");
  if (figure) {
    event.preventDefault();
    select(figuresByNumber.get(Number(figure.dataset.n)), { stay: !matchMedia("(max-width: 52rem)").matches });
  } else if (out) {
    select(items.find((item) => item.element === out), { stay: true });
  }
});

byId("next-doubtful").addEventListener("click", KEYS.n);
byId("save").addEventListener("click", openSaving);
byId("help").addEventListener("click", KEYS["?"]);
byId("load").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", (event) => {
  if (event.target.files.length > 0) {
    load(event.target.files[0]).then(() => { event.target.value = ""; });
  }
});
byId("saving").addEventListener("close", () => {
  if (byId("saving").returnValue === "save") {
    save();
  }
});
byId("filters").addEventListener("change", () => { filter(); showOut(); });
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("clear").addEventListener("click", (event) => {
  event.preventDefault();
  const out = byId("show-out").checked;
  byId("filters").reset();
  byId("show-out").checked = out;
  filter();
});
byId("query").addEventListener("input", (event) => find(event.target.value));
byId("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    goMatch(event.shiftKey ? -1 : 1);
  }
});
byId("search-on").addEventListener("click", () => goMatch(1));
byId("search-back").addEventListener("click", () => goMatch(-1));
addEventListener("hashchange", follow);
addEventListener("beforeunload", (event) => {
  if (decisions.unsaved && decisions.size > 0) {
    event.preventDefault();
  }
});

// Begin -------------------------------------------------------------------------------------------------------------

for (const element of document.querySelectorAll("#work, #search, #filters, #corrections-link")) {
  element.hidden = false;
}
for (const id of ["load", "save", "corrections-link"]) {
  byId(id).hidden = Boolean(data.past);
}
document.documentElement.classList.add("js");
for (const item of items) {
  if (item.isFigure) {
    // One stop of the Tab key for the text: from figure to figure it goes by j and k.
    item.element.tabIndex = -1;
  }
}
const first = items.find((item) => item.isFigure);
if (first) {
  first.element.tabIndex = 0;
}
fillSelects();
if (!data.past) {
  decisions.restore();
}
items.filter((item) => decisions.get(item.key)).forEach(mark);
count();
filter();
showDetail();
// What sticks to the top of the page lies below the head, however many lines that has.
const pageHead = document.querySelector(".top");
new ResizeObserver(() => {
  const sticks = getComputedStyle(pageHead).position === "sticky";
  document.documentElement.style.setProperty("--head", (sticks ? pageHead.offsetHeight : 0) + "px");
}).observe(pageHead);
if (matchMedia("(max-width: 52rem)").matches) {
  // The text comes first where there is little room.
  document.querySelectorAll(".side details").forEach((fold) => { fold.open = false; });
}
follow();
if (decisions.size > 0) {
  say(counted(decisions.size, "decision of your last visit is", "decisions of your last visit are") + " back");
}
