// The report's data, and the names of its codes.

const data = JSON.parse(byId("data").textContent);

const labels = {};
for (const [field, choices] of Object.entries(data.codes)) {
  labels[field] = new Map(choices.map((choice) => [choice.code, choice.label]));
}
const units = new Map(data.units.map((unit) => [unit.code, unit]));

/** Lists that are empty are not in the data. */
const figures = data.figures || [];
const leftOut = data.leftOut || [];
const checks = data.checks || [];
const reasons = data.reasons || [];
const doubts = data.doubts || [];

/** The name of a code; the code itself where the lists do not have it. */
function label(field, code) {
  return (labels[field] && labels[field].get(code)) || code;
}

function unitOf(code) {
  return units.get(code) || { code, label: code, dimension: "" };
}

/** A number of the text: a figure or one left out, in one list in the order of the text. */
class Item {
  constructor(source, article, element) {
    this.article = article;
    this.begin = source.begin;
    this.end = source.end;
    this.text = source.text;
    this.element = element;
    this.document = data.documents[data.articles[article].document];
    this.key = this.document + ":" + source.begin;
  }
}

class Figure extends Item {
  constructor(source) {
    super(source, source.article, byId("o-" + source.id));
    this.n = source.n;
    this.id = source.id;
    this.source = source;
    this.doubtful = source.doubt.length > 0;
    this.checks = checks.filter((check) => check.figures && check.figures.includes(source.n));
    this.findings = this.checks.filter((check) => check.outcome !== "holds");
  }

  get isFigure() {
    return true;
  }

  /** What the program read, by field; "" for what is not stated. */
  get read() {
    const fields = {};
    for (const field of FIELDS) {
      const value = this.source[field];
      fields[field] = value === undefined || value === null ? "" : String(value);
    }
    return fields;
  }
}

class LeftOut extends Item {
  constructor(source, element) {
    super(source, source.article, element);
    this.reason = source.reason;
    this.doubtful = false;
    this.checks = [];
    this.findings = [];
  }

  get isFigure() {
    return false;
  }

  /** What a figure would be of which nothing but the number is known. */
  get read() {
    const fields = Object.fromEntries(FIELDS.map((field) => [field, ""]));
    const article = data.articles[this.article];
    return Object.assign(fields, {
      value: parseAmount(this.text) || "", unit: "1", qualifier: "exact", kind: "level", measure: "other", status: "actual",
      period: String(article.year), region: article.place,
    });
  }
}

const itemsByKey = new Map();
const figuresByNumber = new Map();
const items = [];

function collectItems() {
  for (const source of figures) {
    const figure = new Figure(source);
    figuresByNumber.set(figure.n, figure);
    items.push(figure);
  }
  for (const element of document.querySelectorAll(".source .out")) {
    items.push(new LeftOut(leftOut[Number(element.dataset.out)], element));
  }
  items.sort((a, b) => a.article - b.article || a.begin - b.begin);
  items.forEach((item, place) => {
    item.place = place;
    itemsByKey.set(item.key, item);
  });
}

/** The figure that begins at an offset of the same document. */
function figureAt(item, begin) {
  const other = itemsByKey.get(item.document + ":" + begin);
  return other && other.isFigure ? other : null;
}
