/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's own script in the reader's page. It lives in a script world of its own, where no
 * script of a page can reach it; the view calls its functions with arguments and hears its messages. */

"use strict";

globalThis.counterpoint = (() => {
  const LEAVES = "h1, h2, h3, h4, h5, h6, p, li, blockquote, td, th, caption, figcaption";

  let marks = []; /* { start, end, theme, color, elements } */
  let chosen = -1;
  let current = -1;
  let finding = { text: "", ranges: [], at: -1 };
  let placing = 0;

  const post = (message) => webkit.messageHandlers.reader.postMessage (message);

  function textNodes (element) {
    const walker = document.createTreeWalker (element, NodeFilter.SHOW_TEXT);
    const nodes = [];

    while (walker.nextNode ())
      nodes.push (walker.currentNode);
    return nodes;
  }

  /* The program counts code points, a page counts UTF-16 units. */
  function unitOffset (text, codePoints) {
    let units = 0;

    for (const character of text) {
      if (codePoints-- <= 0)
        break;
      units += character.length;
    }
    return units;
  }

  function unwrap (selector) {
    const parents = new Set ();

    for (const element of document.querySelectorAll (selector)) {
      parents.add (element.parentNode);
      element.replaceWith (...element.childNodes);
    }
    for (const parent of parents)
      parent.normalize ();
  }

  /* Where spans overlap, the text between two of their edges is one element that belongs to both. */
  function wrapSpans (block, list, indices, create) {
    const text = block.textContent;
    const origin = Number (block.dataset.start);
    const spans = indices.map ((index) => ({
      index,
      from: unitOffset (text, list[index].start - origin),
      to: unitOffset (text, list[index].end - origin),
    }));
    const cuts = [...new Set (spans.flatMap (({ from, to }) => [from, to]))].sort ((a, b) => b - a);

    let offset = 0;
    for (const node of textNodes (block)) {
      const length = node.data.length;

      for (const cut of cuts)
        if (cut > offset && cut < offset + length)
          node.splitText (cut - offset);
      offset += length;
    }

    offset = 0;
    for (const node of textNodes (block)) {
      const covering = spans.filter (({ from, to }) => from <= offset && offset < to);

      offset += node.data.length;
      if (covering.length > 0) {
        const element = create (covering.map (({ index }) => index));

        node.replaceWith (element);
        element.append (node);
      }
    }
  }

  /* Each span of the list becomes elements, as many as there are blocks and styles in it. */
  function wrapAll (list, create) {
    for (const block of document.querySelectorAll ("[data-start]")) {
      const start = Number (block.dataset.start);
      const end = Number (block.dataset.end);
      const indices = [...list.keys ()].filter ((index) => list[index].start < end && list[index].end > start);

      if (indices.length > 0)
        wrapSpans (block, list, indices, create);
    }
  }

  function createMark (indices) {
    const element = document.createElement ("mark");

    element.dataset.marks = indices.join (" ");
    for (const index of indices)
      marks[index].elements.push (element);
    return element;
  }

  const indicesOf = (element) => element.dataset.marks.split (" ").map (Number);

  function restyle () {
    for (const element of document.querySelectorAll ("mark")) {
      const indices = indicesOf (element);
      const strong = indices.find ((index) => marks[index].theme === chosen);
      const isCurrent = indices.includes (current);

      element.className = `theme-${marks[isCurrent ? current : strong ?? indices[0]].color}`;
      element.classList.toggle ("chosen", strong !== undefined);
      element.classList.toggle ("current", isCurrent);
    }
  }

  function boxOf (parts) {
    const rects = parts.flatMap ((part) => [...part.getClientRects ()]);

    return {
      top: Math.min (...rects.map ((rect) => rect.top)) + scrollY,
      bottom: Math.max (...rects.map ((rect) => rect.bottom)) + scrollY,
    };
  }

  function report () {
    const height = Math.max (document.documentElement.scrollHeight, 1);
    const extents = marks.map (({ elements }) => {
      const { top, bottom } = elements.length > 0 ? boxOf (elements) : { top: 0, bottom: 0 };
      return [top / height, bottom / height];
    });

    post ({ type: "layout", extents });
  }

  /* Puts a passage in the middle; one too long for that begins near the top. */
  function reveal ({ top, bottom }) {
    const calm = matchMedia ("(prefers-reduced-motion: reduce)").matches;
    const room = innerHeight - (bottom - top);

    scrollTo ({ top: top - Math.max (room / 2, innerHeight / 8), behavior: calm ? "auto" : "smooth" });
  }

  function setMarks (list, currentMark) {
    unwrap ("mark");
    current = currentMark;
    marks = list.map (([start, end, theme, color]) => ({ start, end, theme, color, elements: [] }));
    wrapAll (marks, createMark);
    restyle ();
    report ();
    if (finding.text !== "")
      find (finding.text);
  }

  /* What a reader of the piece has marked; a note on it is told where the pointer rests. */
  function setHighlights (list) {
    const highlights = list.map (([start, end, note]) => ({ start, end, note }));

    unwrap ("span.highlight");
    wrapAll (highlights, (indices) => {
      const element = document.createElement ("span");
      const notes = indices.map ((index) => highlights[index].note).filter ((note) => note !== "");

      element.className = "highlight";
      if (notes.length > 0) {
        element.classList.add ("noted");
        element.title = notes.join ("\n");
        element.setAttribute ("aria-description", element.title);
      }
      return element;
    });
    report ();
  }

  function choose (theme) {
    chosen = theme;
    restyle ();
  }

  function show (mark) {
    current = mark;
    restyle ();
    if (marks[mark]?.elements.length > 0)
      reveal (boxOf (marks[mark].elements));
  }

  /* A place that is no passage of a theme: it is selected, as a reader would select it. */
  function showSpan (start, end) {
    const range = document.createRange ();
    const blocks = [...document.querySelectorAll ("[data-start]")];
    const first = blocks.find ((block) => Number (block.dataset.end) > start);
    const last = blocks.findLast ((block) => Number (block.dataset.start) < end);

    if (first === undefined || last === undefined)
      return;
    range.setStart (...place (textNodes (first), unitOffset (first.textContent, start - Number (first.dataset.start))));
    range.setEnd (...place (textNodes (last), unitOffset (last.textContent, end - Number (last.dataset.start))));
    getSelection ().removeAllRanges ();
    getSelection ().addRange (range);
    reveal (boxOf ([range]));
  }

  function place (nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.data.length)
        return [node, offset];
      offset -= node.data.length;
    }
    return [nodes.at (-1), nodes.at (-1).data.length];
  }

  /* Without case, accents and the slant of quotation marks; `starts` leads back to the text. */
  function fold (text) {
    let folded = "";
    let offset = 0;
    const starts = [];

    for (const character of text) {
      const plain = character.normalize ("NFKD").replace (/\p{M}/gu, "").replace (/\s/gu, " ")
                             .replace (/[\u2018\u2019]/u, "'").replace (/[\u201c\u201d]/u, "\"").toLowerCase ();

      folded += plain;
      for (let i = 0; i < plain.length; i++)
        starts.push (offset);
      offset += character.length;
    }
    starts.push (offset);
    return { folded, starts };
  }

  function findIn (leaf, needle) {
    const { folded, starts } = fold (leaf.textContent);
    const nodes = textNodes (leaf);
    const ranges = [];

    for (let at = folded.indexOf (needle); at !== -1; at = folded.indexOf (needle, at + needle.length)) {
      const range = document.createRange ();

      range.setStart (...place (nodes, starts[at]));
      range.setEnd (...place (nodes, starts[at + needle.length]));
      ranges.push (range);
    }
    return ranges;
  }

  function highlight () {
    const { ranges, at } = finding;

    CSS.highlights.set ("found", new Highlight (...ranges));
    CSS.highlights.set ("found-current", new Highlight (...ranges.slice (at, at + 1)));
    CSS.highlights.get ("found-current").priority = 1;
    post ({ type: "found", count: ranges.length, at });
  }

  function find (text) {
    const needle = fold (text).folded;
    const leaves = [...document.querySelectorAll (LEAVES)].filter ((leaf) => leaf.querySelector (LEAVES) === null);
    const ranges = needle === "" ? [] : leaves.flatMap ((leaf) => findIn (leaf, needle));

    /* From what is on screen onwards, so that typing does not throw the reader back to the top. */
    const ahead = ranges.findIndex ((range) => range.getBoundingClientRect ().bottom > 0);
    const at = ranges.length === 0 ? -1 : Math.max (ahead, 0);

    finding = { text, ranges, at };
    highlight ();
    if (at !== -1)
      reveal (boxOf ([ranges[at]]));
  }

  function findStep (direction) {
    const { ranges, at } = finding;

    if (ranges.length === 0)
      return;
    finding.at = (at + direction + ranges.length) % ranges.length;
    highlight ();
    reveal (boxOf ([ranges[finding.at]]));
  }

  const blocks = () => [...document.querySelectorAll ("[data-block]")];
  const canMove = () => document.body.classList.contains ("with-aside");

  /* One block can be reached by the keyboard, and hands the focus on to its neighbours. */
  function setReachable (block) {
    for (const other of canMove () ? blocks () : [])
      other.tabIndex = other === block ? 0 : -1;
  }

  function postBlock (event) {
    const block = event.target.closest ("[data-block]");

    if (block === null)
      return;
    setReachable (block);
    post ({ type: "block", block: Number (block.dataset.block) });
  }

  function handOn (event) {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const all = blocks ();
    const next = all[all.indexOf (event.target) + direction];

    if (direction === undefined || !event.target.matches ("[data-block]") || next === undefined)
      return;
    event.preventDefault ();
    next.focus ();
  }

  /* Which block is the first on screen, and where: so that a page made anew begins where the old one was left. */
  function postPlace () {
    placing = 0;
    const block = blocks ().find ((element) => element.getBoundingClientRect ().bottom > 0);

    if (block !== undefined)
      post ({ type: "place", block: Number (block.dataset.block), top: block.getBoundingClientRect ().top });
  }

  function goBack (place, top, focused) {
    const at = document.querySelector (`[data-block="${place}"]`);
    const block = document.querySelector (`[data-block="${focused}"]`);

    if (at !== null && scrollY + at.getBoundingClientRect ().top > top)
      scrollBy ({ top: at.getBoundingClientRect ().top - top, behavior: "instant" });
    if (block !== null && canMove ()) {
      setReachable (block);
      block.focus ({ preventScroll: true });
    }
  }

  /* Who comes into the text by the keyboard comes to the block that can be reached. */
  function enter () {
    if (canMove () && document.activeElement === document.body)
      document.querySelector ("[data-block][tabindex='0']")?.focus ({ preventScroll: true });
  }

  addEventListener ("focus", enter);
  document.addEventListener ("mousedown", postBlock);
  document.addEventListener ("focusin", postBlock);
  document.addEventListener ("keydown", handOn);
  document.addEventListener ("scroll", () => {
    if (placing === 0)
      placing = setTimeout (postPlace, 100);
  });

  /* Where passages overlap, clicking again goes on to the next of them. */
  document.addEventListener ("click", (event) => {
    const element = event.target.closest ("mark");

    if (element === null || !getSelection ().isCollapsed)
      return;
    const indices = indicesOf (element);
    const at = indices.findIndex ((index) => marks[index].theme === chosen);
    post ({ type: "activated", mark: indices[(at + 1) % indices.length] });
  });

  new ResizeObserver (report).observe (document.body);
  setReachable (blocks ()[0]);
  post ({ type: "ready" });

  return { setMarks, setHighlights, goBack, choose, show, showSpan, find, findStep };
}) ();
