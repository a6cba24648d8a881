// The document: finding and making elements. Text always goes in as text, never as markup.

function byId(id) {
  return document.getElementById(id);
}

/** An element with attributes, handlers (on...) and children, which are elements or text; null and "" are passed over. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== "") {
      element.append(child);
    }
  }
  return element;
}

function key(name) {
  return make("kbd", { "aria-hidden": "true" }, name);
}

let saidUntil = 0;

/** Tells something that was done, for a while; screen readers read it out. */
function say(text) {
  byId("said").textContent = text;
  clearTimeout(saidUntil);
  saidUntil = setTimeout(() => { byId("said").textContent = ""; }, 6000);
}

function counted(count, one, several) {
  return count.toLocaleString("en") + " " + (count === 1 ? one : several);
}
