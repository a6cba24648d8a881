// What the person decided of numbers, and the file that it is handed on in.
//
// A decision: verdict (confirmed, changed, none: no figure, new: left out, and a figure), document, begin, end, text, fields
// (by name, what differs from what was read; all of them for a new one), reason, by, at.

const COLUMNS = ["document_sha256", "begin", "end", "text", "field", "value", "reason", "by", "at"];
const FIELDS = ["value", "low", "high", "unit", "qualifier", "kind", "direction", "measure", "item", "source", "per", "status",
  "period", "region", "part_of", "about"];
const VERDICTS = { confirmed: "confirmed", none: "none", "new": "new" };
/** The field of a row that is about the figure as a whole. */
const WHOLE = "figure";

class Decisions {
  /** @param place where the browser keeps what is not saved yet */
  constructor(place) {
    this.place = place;
    this.byKey = new Map();
    this.steps = [];
    /** Rows of loaded files that fit nothing on this page: kept, and saved again. */
    this.others = [];
    this.unsaved = false;
    this.changed = () => {};
  }

  get(key) {
    return this.byKey.get(key);
  }

  get size() {
    return this.byKey.size;
  }

  all() {
    return [...this.byKey.values()].sort((a, b) => a.document.localeCompare(b.document) || a.begin - b.begin);
  }

  /** Decides of one number, or with null takes the decision back. */
  set(key, decision) {
    this.apply([[key, decision]]);
  }

  /** One step, which is undone as one. */
  apply(pairs) {
    this.steps.push(pairs.map(([key]) => [key, this.byKey.get(key) || null]));
    this.put(pairs);
  }

  /** The keys of what was undone; null if there is nothing to undo. */
  undo() {
    const step = this.steps.pop();
    if (!step) {
      return null;
    }
    this.put(step);
    return step.map(([key]) => key);
  }

  put(pairs) {
    for (const [key, decision] of pairs) {
      if (decision === null) {
        this.byKey.delete(key);
      } else {
        this.byKey.set(key, decision);
      }
    }
    this.unsaved = true;
    this.keep();
    this.changed(pairs.map(([key]) => key));
  }

  /** The browser may refuse to keep anything; then there is the file alone. */
  keep() {
    try {
      if (this.size === 0 && this.others.length === 0) {
        localStorage.removeItem(this.place);
      } else {
        localStorage.setItem(this.place, JSON.stringify({ decisions: [...this.byKey], others: this.others, unsaved: this.unsaved }));
      }
    } catch (refused) {
      return;
    }
  }

  restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.place) || "null");
      if (kept !== null) {
        this.byKey = new Map(kept.decisions);
        this.others = kept.others;
        this.unsaved = kept.unsaved;
      }
    } catch (refused) {
      return;
    }
  }

  /** The file. @param by who decided what has no name yet */
  csv(by) {
    const rows = [COLUMNS];
    for (const decision of this.all()) {
      decision.by = decision.by || by;
      const row = (field, value) => [decision.document, decision.begin, decision.end, decision.text, field, value,
        decision.reason, decision.by, decision.at];
      if (decision.verdict in VERDICTS) {
        rows.push(row(WHOLE, VERDICTS[decision.verdict]));
      }
      for (const field of FIELDS) {
        if (field in decision.fields) {
          rows.push(row(field, decision.fields[field]));
        }
      }
    }
    return writeCsv(rows.concat(this.others));
  }

  saved() {
    this.unsaved = false;
    this.keep();
  }

  /**
   * Takes over a file. Throws an Error if it is none of corrections.
   * @param fits tells of document, begin, end and text the key of the number on this page, or null
   * @return how many figures were taken over, and how many lines are of something else
   */
  load(text, fits) {
    const [head, ...rows] = readCsv(text);
    if (!head || COLUMNS.some((column, i) => head[i] !== column)) {
      throw new Error("the first line is not " + COLUMNS.join(","));
    }
    const loaded = new Map();
    const others = [];
    for (const row of rows) {
      const [document, begin, end, quoted, field, value, reason, by, at] = row;
      const key = row.length === COLUMNS.length ? fits(document, Number(begin), Number(end), quoted) : null;
      const whole = field === WHOLE && Object.values(VERDICTS).includes(value);
      if (key === null || !(whole || FIELDS.includes(field))) {
        others.push(row);
        continue;
      }
      const decision = loaded.get(key)
        || { verdict: "changed", document, begin: Number(begin), end: Number(end), text: quoted, fields: {} };
      Object.assign(decision, { reason, by, at, end: Number(end), text: quoted });
      if (whole) {
        decision.verdict = value;
      } else {
        decision.fields[field] = value;
      }
      loaded.set(key, decision);
    }
    const known = new Set(this.others.map((row) => JSON.stringify(row)));
    this.others.push(...others.filter((row) => !known.has(JSON.stringify(row))));
    this.apply([...loaded]);
    return { figures: loaded.size, others: others.length };
  }
}
