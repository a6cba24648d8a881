// CSV files as RFC 4180 has them, with a byte order mark, safe to open in a spreadsheet.

const SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function isFormula(text) {
  return text !== "" && SIGNS.includes(text[0]) && !NUMBER.test(text);
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function csvCell(value) {
  const text = String(value);
  const safe = isFormula(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function writeCsv(rows) {
  return "\uFEFF" + rows.map((row) => row.map(csvCell).join(",") + "\r\n").join("");
}

/** Rows of cells; the apostrophes in front of formulas are taken off again. Throws an Error where a quote never ends. */
function readCsv(text) {
  const rows = [];
  let row = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end < 0) {
          throw new Error("a quote in line " + (rows.length + 1) + " never ends");
        }
        cell += text.slice(at + 1, end);
        at = end + 1;
        if (text[at] !== '"') {
          break;
        }
        cell += '"';
      }
    } else {
      const end = text.slice(at).search(/[,\r\n]/);
      cell = end < 0 ? text.slice(at) : text.slice(at, at + end);
      at += cell.length;
    }
    row.push(cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell);
    if (text[at] === ",") {
      at++;
      if (at === text.length) {
        row.push("");
      }
      continue;
    }
    if (text[at] === "\r") {
      at++;
    }
    if (text[at] === "\n") {
      at++;
    }
    if (row.length > 1 || row[0] !== "") {
      rows.push(row);
    }
    row = [];
  }
  if (row.length > 0) {
    rows.push(row);
  }
  return rows;
}
