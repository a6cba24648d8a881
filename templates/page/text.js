// The source text: its marks, and searching it.

/** The text of an article, by its place in the data. */
const texts = new Map();

for (const element of document.querySelectorAll(".source")) {
  texts.set(Number(element.dataset.article), { element, text: element.textContent });
}

/** The characters from begin to end, offsets of the document that the article stands in. */
function textAt(article, begin, end) {
  const base = data.articles[article].begin;
  return texts.get(article).text.slice(begin - base, end - base);
}

class Search {
  constructor() {
    this.found = [];
    this.at = -1;
    this.nodes = null;
  }

  /** All text nodes, with the article's text that they are of. */
  index() {
    this.nodes = [...texts.values()].map(({ element, text }) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes = [];
      let begin = 0;
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, begin });
        begin += walker.currentNode.length;
      }
      return { text, nodes };
    });
  }

  find(query) {
    if (this.nodes === null) {
      this.index();
    }
    this.found = [];
    this.at = -1;
    const words = query.trim().split(/\s+/).filter((word) => word !== "");
    if (words.length > 0) {
      const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("\\s+"), "giu");
      for (const { text, nodes } of this.nodes) {
        for (const match of text.matchAll(pattern)) {
          this.found.push(rangeOf(nodes, match.index, match.index + match[0].length));
        }
      }
    }
    this.show();
  }

  /** To the next match, or with -1 to the one before. */
  go(by) {
    if (this.found.length > 0) {
      this.at = this.at < 0 && by < 0 ? this.found.length - 1 : (this.at + by + this.found.length) % this.found.length;
      const range = this.found[this.at];
      const element = range.startContainer.parentElement;
      element.scrollIntoView({ block: "center" });
      this.show();
    }
  }

  show() {
    if (window.CSS && CSS.highlights) {
      const here = this.at < 0 ? [] : [this.found[this.at]];
      CSS.highlights.set("found", new Highlight(...this.found.filter((range) => !here.includes(range))));
      CSS.highlights.set("here", new Highlight(...here));
    } else if (this.at >= 0) {
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(this.found[this.at]);
    }
  }
}

function rangeOf(nodes, begin, end) {
  const range = new Range();
  const first = nodeAt(nodes, begin);
  const last = nodeAt(nodes, end - 1);
  range.setStart(first.node, begin - first.begin);
  range.setEnd(last.node, end - last.begin);
  return range;
}

/** The last node that begins at or before an offset. */
function nodeAt(nodes, offset) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].begin <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return nodes[low];
}
