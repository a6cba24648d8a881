// The selected number: its fields and why they are so, its links and findings, and the form to correct it.

const FIELD_NAMES = {
  value: "Amount", low: "From", high: "To", unit: "Unit", qualifier: "Precision", kind: "Kind", direction: "Direction",
  measure: "Measure", item: "Item", source: "Source of funds", per: "Per", status: "Status", period: "Period",
  region: "Place", part_of: "Part of", about: "Describes",
};
/** In the order in which they are shown. */
const SHOWN = ["measure", "item", "source", "kind", "direction", "per", "status", "qualifier", "period", "region"];
const MONEY = ["funds", "loans", "interest_subsidy", "contract_value"];
const PERIOD = /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/;

/** The name of a value, for people. */
function valueText(item, field, value) {
  if (field === "part_of" || field === "about") {
    const other = value === "" ? null : figureAt(item, value);
    return value === "" ? "None" : other ? "Figure " + other.n + ", " + other.source.amount : "The number at " + value;
  }
  if (field === "unit") {
    return unitOf(value).label || "A count";
  }
  if (field === "region") {
    return value === data.region ? data.place : value;
  }
  if (["value", "low", "high"].includes(field)) {
    return value === "" ? "None" : grouped(value);
  }
  return value === "" ? "Not stated" : label(field, value);
}

/** The fields as they are now: what was read, and over it what the person decided. */
function currentFields(item) {
  const decision = decisions.get(item.key);
  return decision ? Object.assign(item.read, decision.fields) : item.read;
}

function weakFields(item) {
  return item.isFigure ? item.source.doubt.map((place) => doubts[place].field) : [];
}

/** The element of the panel for the selected number. */
function detailOf(item, act) {
  const decision = decisions.get(item.key);
  return item.isFigure ? figureDetail(item, decision, act) : leftOutDetail(item, decision, act);
}

/** What the panel shows while nothing is selected. @param open the doubtful figures still to be reviewed */
function worklist(open) {
  const findings = [...document.querySelectorAll("#findings > .findings > .finding")];
  return [
    make("h2", {}, "To review"),
    findings.length > 0 ? [make("h3", {}, "Findings"), make("ul", { class: "links" }, ...findings.map((finding) =>
      make("li", {},
        make("span", { class: "badge " + (finding.classList.contains("error") ? "error" : "warning") },
          finding.querySelector(".badge").textContent), " ",
        make("a", { href: "#" + finding.id }, finding.querySelector("p").textContent))))] : [],
    make("h3", {}, "Doubtful figures"),
    open.length > 0
      ? make("ul", { class: "links figures" }, ...open.map((figure) => make("li", {}, linkTo(figure), ", " + figure.source.item)))
      : make("p", { class: "hint" }, "None is left."),
  ].flat();
}

function bar(text, act) {
  return make("div", { class: "bar" },
    make("p", {}, text),
    make("div", {},
      make("button", { type: "button", class: "narrow", onclick: act.onDoubtful }, "Next doubtful"), " ",
      make("button", { type: "button", "aria-label": "Previous figure", onclick: act.back }, "\u2190"), " ",
      make("button", { type: "button", "aria-label": "Next figure", onclick: act.on }, "\u2192"), " ",
      make("button", { type: "button", "aria-label": "Close", onclick: act.close }, "\u00D7")));
}

function figureDetail(figure, decision, act) {
  const fields = currentFields(figure);
  const corrected = decision && Object.keys(decision.fields).length > 0;
  return [
    bar("Figure " + figure.n + " of " + figures.length, act),
    make("h2", {}, corrected ? amountText(fields) : figure.source.amount),
    make("p", { class: "item" }, fields.item),
    badges(figure, decision),
    figure.source.reviewed ? make("div", { class: "box done" }, figure.source.reviewed) : null,
    decision && (corrected || decision.reason || decision.by) ? decidedBox(figure, decision) : null,
    data.past ? null : make("div", { class: "actions" },
      make("button", { type: "button", class: decision ? "" : "main", onclick: act.confirm }, "Confirm ", key("c")),
      make("button", { type: "button", onclick: act.correct }, "Correct ", key("e")),
      make("button", { type: "button", onclick: act.none }, "No figure ", key("x")),
      decision ? make("button", { type: "button", onclick: act.takeBack }, "Take back") : null),
    doubtBox(figure),
    valueList(figure, fields, decision),
    linkLists(figure, fields),
    findingList(figure),
  ];
}

function badges(figure, decision) {
  const all = [];
  if (decision) {
    all.push(make("span", { class: "badge done" }, verdictText(decision)));
  }
  if (figure.doubtful) {
    all.push(make("span", { class: "badge doubt" }, "Doubtful"));
  }
  for (const outcome of ["error", "warning"]) {
    if (figure.findings.some((check) => check.outcome === outcome)) {
      all.push(make("span", { class: "badge " + outcome }, outcome === "error" ? "In an error" : "In a warning"));
    }
  }
  if (figure.source.before !== undefined) {
    all.push(make("span", { class: "badge" }, figure.source.before === "" ? "Added by the province" : "Revised by the province"));
  }
  if (figure.source.readBefore !== undefined) {
    all.push(make("span", { class: "badge" }, figure.source.readBefore === "" ? "Read anew" : "Read otherwise"));
  }
  return all.length > 0 ? make("p", { class: "badges" }, ...all) : null;
}

function verdictText(decision) {
  return { confirmed: "Confirmed", changed: "Corrected", none: "No figure", "new": "Marked as a figure" }[decision.verdict];
}

function decidedBox(item, decision) {
  const lines = decision.verdict === "changed"
    ? Object.entries(decision.fields).map(([field, value]) => FIELD_NAMES[field] + ": " + valueText(item, field, value))
    : [];
  return make("div", { class: "box done" },
    make("h3", {}, verdictText(decision) + (decision.by ? " by " + decision.by : " by you")),
    lines.length > 0 ? make("ul", {}, ...lines.map((line) => make("li", {}, line))) : null,
    decision.reason ? make("div", {}, "Reason: " + decision.reason) : null);
}

function doubtBox(figure) {
  return figure.doubtful
    ? make("div", { class: "box doubt" },
      make("h3", {}, "Why it is doubtful"),
      make("ul", {}, ...figure.source.doubt.map((place) => make("li", {}, doubts[place].sentence + "."))))
    : null;
}

function valueList(figure, fields, decision) {
  const weak = weakFields(figure);
  const list = make("dl", { class: "values" });
  const row = (name, field, text, was, why) => list.append(make("div",
    { class: [weak.includes(field) ? "weak" : "", was ? "changed" : ""].join(" ").trim() || null },
    make("dt", {}, name),
    make("dd", {},
      was ? make("span", { class: "was" }, was) : null,
      text,
      why && !was ? make("span", { class: "because" }, why) : null)));
  const was = (field) => decision && field in decision.fields ? valueText(figure, field, figure.read[field]) : null;
  const why = (field) => {
    const place = figure.source.why[field];
    if (place === undefined) {
      return null;
    }
    const reason = reasons[place];
    return reason.text + "." + (reason.basis ? " (" + reason.basis + ")" : "");
  };

  row("As written", "", "\u201C" + figure.text.replace(/\s+/g, " ") + "\u201D", null, null);
  const range = fields.low !== "";
  const number = range ? grouped(fields.low) + " to " + grouped(fields.high) : grouped(fields.value);
  const ending = fields.unit === "percent" ? "%" : unitOf(fields.unit).label ? " " + unitOf(fields.unit).label : "";
  const numberChanged = decision && ["value", "low", "high", "unit"].some((field) => field in decision.fields);
  row("Amount", "value", number + ending, numberChanged ? figure.source.amount : null, why("value"));
  for (const field of SHOWN) {
    const money = unitOf(fields.unit).dimension === "money" || MONEY.includes(fields.measure);
    const told = fields[field] !== "" || was(field) !== null || weak.includes(field) || (field === "source" && money);
    if (told) {
      row(FIELD_NAMES[field], field, valueText(figure, field, fields[field]), was(field), why(field));
    }
  }
  row("Programme", "programme", label("programme", figure.source.programme), null, "By the heading of the section.");
  if (figure.source.before) {
    row("Province before", "before", figure.source.before, null, null);
  }
  if (figure.source.readBefore) {
    row("Read before", "readBefore", figure.source.readBefore, null, "By an earlier program; the province has not revised it.");
  }
  return list;
}

function linkTo(figure, text) {
  return make("a", { href: "#o-" + figure.id }, text || amountText(currentFields(figure)));
}

function linkLists(figure, fields) {
  const lists = [];
  const list = (title, others) => {
    if (others.length > 0) {
      lists.push(make("h3", {}, title), make("ul", { class: "links" },
        ...others.map((other) => make("li", {}, linkTo(other), ", " + currentFields(other).item))));
    }
  };
  const total = fields.part_of === "" ? null : figureAt(figure, fields.part_of);
  const level = fields.about === "" ? null : figureAt(figure, fields.about);
  list("Part of", total ? [total] : []);
  list("Describes", level ? [level] : []);
  list("Its parts", pointingAt(figure, "part_of"));
  list("Described by", pointingAt(figure, "about"));
  return lists;
}

/** The figures whose total or level this one is. */
function pointingAt(figure, field) {
  const begin = String(figure.begin);
  return items.filter((other) => other.isFigure && other.document === figure.document && currentFields(other)[field] === begin);
}

function findingList(figure) {
  const parts = [];
  for (const check of figure.findings) {
    const shown = byId("c-" + check.n);
    parts.push(make("div", { class: "finding " + check.outcome },
      make("h3", {}, ...[...shown.querySelector("h3").childNodes].map((node) => node.cloneNode(true))),
      ...[...shown.querySelectorAll(":scope > p")].map((node) => node.cloneNode(true)),
      make("a", { href: "#c-" + check.n }, "All its figures")));
  }
  const holding = figure.checks.filter((check) => check.outcome === "holds");
  if (holding.length > 0) {
    parts.push(make("p", {}, "It fits the figures around it: ",
      ...holding.flatMap((check, i) => [i > 0 ? ", " : "", make("a", { href: "#c-" + check.n }, "check " + check.n)]), "."));
  }
  return parts.length > 0 ? [make("h3", {}, "Checks"), ...parts] : [];
}

function leftOutDetail(item, decision, act) {
  return [
    bar("A number left out", act),
    make("h2", {}, decision ? amountText(currentFields(item)) : "\u201C" + item.text + "\u201D"),
    decision
      ? make("p", { class: "item" }, currentFields(item).item || "\u201C" + decision.text + "\u201D")
      : make("p", { class: "item" }, "Left out: " + label("reason", item.reason)),
    decision ? decidedBox(item, decision) : null,
    data.past ? null : make("div", { class: "actions" },
      make("button", { type: "button", class: decision ? "" : "main", onclick: act.correct },
        decision ? "Correct " : "This is a figure ", key(decision ? "e" : "m")),
      decision ? make("button", { type: "button", onclick: act.takeBack }, "Take back") : null),
  ];
}

/** The form in the panel. It calls done with the decision's fields, reason and span, or with null if it was cancelled. */
class CorrectionForm {
  constructor(item, done) {
    this.item = item;
    this.done = done;
    const decision = decisions.get(item.key);
    this.end = decision ? decision.end : item.end;
    this.before = currentFields(item);
    this.controls = {};
    this.weak = weakFields(item);
    this.reason = make("input", { type: "text", id: "f-reason", maxlength: "300" });
    this.reason.value = decision ? decision.reason : "";
    this.element = make("form", { class: "correct", novalidate: true, "aria-labelledby": "f-head" },
      make("h2", { id: "f-head" }, item.isFigure ? "Correct figure " + item.n : "Mark as a figure"),
      item.isFigure ? make("p", { class: "item" }, "\u201C" + item.text.replace(/\s+/g, " ") + "\u201D") : this.span(),
      this.amount(),
      this.choice("measure", false),
      this.choice("source", true),
      this.choice("kind", false),
      this.choice("direction", true),
      this.choice("per", true),
      this.choice("status", false),
      this.choice("qualifier", false),
      this.typed("period", "A year, month or day such as 2012-07, or two with / between"),
      this.typed("region", "The code of the province, or the place\u2019s name as written"),
      this.typed("item", ""),
      this.pointer("part_of"),
      this.pointer("about"),
      make("label", { for: "f-reason" }, "Reason, for those who read it later"), this.reason,
      make("p", { class: "buttons" },
        make("button", { class: "main" }, "Apply"),
        make("button", { type: "button", onclick: () => this.done(null) }, "Cancel")));
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  /** To the field that is doubtful, or else the first. */
  focus() {
    const first = this.weak.find((field) => field in this.controls) || ("value" in this.controls ? "value" : "low");
    this.controls[first].focus();
  }

  labelOf(field, text) {
    const weak = this.weak.includes(field);
    return make("label", { for: "f-" + field, class: weak ? "weak" : null }, text + (weak ? " (doubtful)" : ""));
  }

  /** How many words belong to a figure that was left out. */
  span() {
    const shown = make("span", { class: "span-text" });
    const show = () => { shown.textContent = textAt(this.item.article, this.item.begin, this.end).replace(/\s+/g, " "); };
    const move = (by) => {
      const words = wordEnds(this.item);
      const at = words.indexOf(this.end);
      this.end = words[Math.min(Math.max(at + by, 0), words.length - 1)];
      show();
    };
    show();
    return make("div", { class: "item" }, make("p", { class: "hint" }, "The number with its magnitude and unit:"), shown, " ",
      make("button", { type: "button", onclick: () => move(1) }, "One word more"), " ",
      make("button", { type: "button", onclick: () => move(-1) }, "One word less"));
  }

  amount() {
    const unit = make("select", { id: "f-unit" }, ...data.units.map((choice) => make("option",
      { value: choice.code, selected: choice.code === this.before.unit },
      choice.label ? choice.label.charAt(0).toUpperCase() + choice.label.slice(1) : "A count")));
    this.controls.unit = unit;
    const ends = this.before.low === "" ? ["value"] : ["low", "high"];
    return ends.map((field, i) => {
      const input = make("input", { type: "text", id: "f-" + field, inputmode: "decimal", autocomplete: "off" });
      input.value = this.before[field] === "" ? "" : grouped(this.before[field]);
      this.controls[field] = input;
      return i > 0
        ? [this.labelOf(field, FIELD_NAMES[field]), input]
        : make("div", { class: "pair" },
          make("div", {}, this.labelOf(field, FIELD_NAMES[field]), input),
          make("div", {}, this.labelOf("unit", "Unit"), unit));
    });
  }

  choice(field, optional) {
    const select = make("select", { id: "f-" + field },
      optional ? make("option", { value: "" }, field === "direction" || field === "per" ? "None" : "Not stated") : null,
      ...data.codes[field].map((choice) =>
        make("option", { value: choice.code, selected: choice.code === this.before[field] }, choice.label)));
    this.controls[field] = select;
    return [this.labelOf(field, FIELD_NAMES[field]), select];
  }

  typed(field, hint) {
    const input = make("input", { type: "text", id: "f-" + field, autocomplete: "off", title: hint || null });
    input.value = this.before[field];
    this.controls[field] = input;
    return [this.labelOf(field, FIELD_NAMES[field]), input];
  }

  /** Another figure: those that stand near, and the present one. */
  pointer(field) {
    const near = items.filter((other) => other.isFigure && other !== this.item && other.article === this.item.article
      && (Math.abs(other.place - this.item.place) <= 30 || String(other.begin) === this.before[field]));
    const select = make("select", { id: "f-" + field },
      make("option", { value: "" }, "None"),
      ...near.map((other) => make("option", { value: other.begin, selected: String(other.begin) === this.before[field] },
        other.n + ": " + other.source.amount + ", " + other.source.item)));
    this.controls[field] = select;
    return [this.labelOf(field, FIELD_NAMES[field]), select];
  }

  submit() {
    const fields = {};
    let wrong = null;
    for (const [field, control] of Object.entries(this.controls)) {
      const value = control.value.trim();
      const amount = ["value", "low", "high"].includes(field) ? parseAmount(value) : value;
      const mistake = amount === null ? "Expected a number such as 2,352,000 or 2.352 million"
        : field === "period" && !PERIOD.test(value) ? "Expected a period such as 2012, 2012-07 or 2008/2010"
          : (field === "region" || field === "item") && value === "" ? "Expected a text" : "";
      this.complain(control, mistake);
      wrong = wrong || (mistake ? control : null);
      fields[field] = amount;
    }
    if (wrong) {
      wrong.focus();
    } else {
      this.done({ fields, reason: this.reason.value.trim(), end: this.end });
    }
  }

  complain(control, mistake) {
    const id = control.id + "-mistake";
    const old = byId(id);
    if (old) {
      old.remove();
    }
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
    if (mistake) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", id);
      control.after(make("p", { class: "mistake", id }, mistake));
    }
  }
}

/** Offsets of the ends of the words from a number on, that of the number first. */
function wordEnds(item) {
  const behind = textAt(item.article, item.end, item.end + 60);
  const ends = [item.end];
  for (const word of behind.matchAll(/[^\s,;.()]+/g)) {
    if (ends.length > 4 || /[,;.()]/.test(behind.slice(0, word.index))) {
      break;
    }
    ends.push(item.end + word.index + word[0].length);
  }
  return ends;
}
