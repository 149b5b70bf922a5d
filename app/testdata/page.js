// Looks at a summary's web page as a reader and a screen reader would, and
// returns what is wrong with it.
(() => {
  const found = [];
  const want = (ok, what) => { if (!ok) found.push(what); };
  const all = (selector) => [...document.querySelectorAll(selector)];
  for (const details of all("details")) details.open = true;

  want(document.documentElement.lang === "en", "no language");
  want(document.title !== "", "no title");
  want(all("main").length === 1, "not one main part");
  want(all("h1").length === 1, "not one first heading");
  want(all("meta[http-equiv=Content-Security-Policy]").length === 1, "no policy");
  want(all("script, link, img, iframe, [src], [href], [style]").length === 0, "asks for something");
  want(performance.getEntriesByType("resource").length === 0, "asked for something");
  let level = 0;
  for (const h of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(h.tagName[1]);
    want(next <= level + 1, "a heading of level " + next + " below one of level " + level + ": " + h.textContent);
    want(h.textContent.trim() !== "", "an empty heading");
    level = next;
  }
  for (const svg of all("svg")) {
    want(svg.getAttribute("role") === "img" && svg.querySelector(":scope > title").textContent !== "", "a chart without a name");
    want(svg.querySelector(":scope > desc").textContent !== "", "a chart that is not described");
  }
  for (const table of all("table")) {
    want(table.caption && table.caption.textContent !== "", "a table without a caption");
    want([...table.tHead.rows[0].cells].every((c) => c.tagName === "TH" && c.scope === "col"), "columns without heads");
    want([...table.tBodies[0].rows].every((r) => r.cells[0].tagName === "TH" && r.cells[0].scope === "row"), "rows without heads");
  }
  want(document.documentElement.scrollWidth <= screen.width, "wider than the window: " + document.documentElement.scrollWidth);

  const colour = (text) => text.match(/[\d.]+/g).map(Number);
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = colour(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !e.checkVisibility() || e.closest("title, desc")) continue;
    const style = getComputedStyle(e);
    const ink = colour(e.closest("svg") ? style.fill : style.color);
    const [a, b] = [light(ink), light(behind(e))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    want((ink.length === 3 || ink[3] === 1) && contrast >= 4.5, "contrast " + contrast.toFixed(2) + ": " + walker.currentNode.data.trim());
    const letters = parseFloat(style.fontSize) * (e.closest("svg") ? e.getScreenCTM().a : 1);
    want(letters >= 9, "letters of " + letters.toFixed(1) + ": " + walker.currentNode.data.trim());
    texts++;
  }
  return { found, texts };
})()
