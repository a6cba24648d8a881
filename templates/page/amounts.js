// Amounts: exact decimals as texts such as "2352000000" or "15.1", written for people and read from what they type.

const SCALES = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 };
const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?(?: ?(hundred|thousand|million|billion|trillion))?$/i;

/** The plain decimal of what was typed, such as 2352000000 for "2.352 billion"; null if it is no amount. */
function parseAmount(typed) {
  const match = AMOUNT.exec(typed.trim());
  return match === null
    ? null
    : shifted(match[1].replaceAll(",", ""), match[2] || "", match[3] ? SCALES[match[3].toLowerCase()] : 0);
}

/** The decimal whole.fraction with its point moved to the right. */
function shifted(whole, fraction, places) {
  const digits = fraction.padEnd(places, "0");
  return trimmed(whole + digits.slice(0, places), digits.slice(places));
}

function trimmed(whole, fraction) {
  const left = whole.replace(/^0+(?=\d)/, "");
  const right = fraction.replace(/0+$/, "");
  return right === "" ? left : left + "." + right;
}

/** With its thousands grouped. */
function grouped(plain) {
  const [whole, fraction] = plain.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction ? "." + fraction : "");
}

/** In billions or millions where that is how such amounts are told. */
function scaled(plain, dimension) {
  const [whole, fraction = ""] = plain.split(".");
  if (["money", "people", "households"].includes(dimension)) {
    for (const [name, places] of [["billion", 9], ["million", 6]]) {
      if (whole.length > places) {
        return grouped(trimmed(whole.slice(0, -places), whole.slice(-places) + fraction)) + " " + name;
      }
    }
  }
  return grouped(plain);
}

/** "about 2.352 billion Yuan": an amount from the fields of a figure. */
function amountText(fields) {
  const unit = unitOf(fields.unit);
  const number = (plain) => scaled(plain, unit.dimension);
  const ending = fields.unit === "percent" ? "%" : fields.unit === "ratio" ? ":1" : unit.label ? " " + unit.label : "";
  const numbers = fields.low ? number(fields.low) + " to " + number(fields.high) : number(fields.value);
  const qualifier = fields.qualifier === "exact" ? "" : fields.qualifier + " ";
  const per = fields.per ? " per " + label("per", fields.per).toLowerCase() : "";
  const text = qualifier + numbers + ending + per;
  switch (fields.direction) {
    case "up":
    case "down":
      return fields.direction + " " + text;
    case "above":
    case "below":
      return text + " " + fields.direction;
    default:
      return text;
  }
}
