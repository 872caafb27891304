"use strict";
/* Hides, shows and moves rows that are in the page already; it makes none and fetches nothing. */

function simplify(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

function listWords(text) {
  return simplify(text).split(/\s+/).filter(Boolean);
}

function isWanted(row, wanted) {
  return wanted.words.every((word) => row.text.includes(word))
    && (!wanted.verdict || row.verdict === wanted.verdict)
    && (!wanted.group || row.group === wanted.group)
    && (!wanted.area || row.area === wanted.area)
    && (!wanted.stale || row.stale)
    && (!wanted.unowned || row.unowned);
}

/* A cell with no number, or that says "-", comes last whichever way the others stand. */
function compareKeys(one, other, down) {
  if (one === null || other === null) {
    return (one === null) - (other === null);
  }
  const order = typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other), "en-GB", { numeric: true, sensitivity: "base" });
  return down ? -order : order;
}

function readKey(text, number) {
  if (number !== undefined) {
    return number === "-" ? null : Number(number);
  }
  return text === "-" ? null : text;
}

function sortRows(rows, column, down) {
  return rows
    .slice()
    .sort((one, other) => compareKeys(one.keys[column], other.keys[column], down) || one.place - other.place);
}

function sayCount(shown, all) {
  if (!shown) {
    return "No row fits. Choose less, or show all rows.";
  }
  return shown === all ? `All ${all} rows are shown.` : `${shown} of ${all} rows ${shown === 1 ? "is" : "are"} shown.`;
}

function begin(page) {
  const find = (name) => page.getElementById(name);
  const tables = Array.from(page.querySelectorAll("table"), (table) => {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (element, place) => {
      const cells = Array.from(element.cells);
      const told = cells.map((cell) => cell.textContent);
      cells.forEach((cell, column) => cell.classList.toggle("bare", told[column] === "-"));
      return {
        element,
        place,
        text: simplify(told.join(" ")),
        keys: cells.map((cell, column) => readKey(told[column], cell.dataset.number)),
        verdict: element.dataset.verdict,
        group: element.dataset.group,
        area: element.dataset.area,
        stale: element.dataset.stale !== undefined,
        unowned: element.dataset.unowned !== undefined,
      };
    });
    return { table, body, rows, section: table.closest("section"), heads: Array.from(table.tHead.rows[0].cells) };
  });
  const count = find("count");
  const read = (name) => (find(name) ? find(name).value : "");
  const ticked = (name) => Boolean(find(name) && find(name).checked);
  let waiting = 0;

  function tell(text, later) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { count.textContent = text; }, later ? 250 : 0);
  }

  function countShown() {
    const rows = tables.flatMap((part) => part.rows);
    return sayCount(rows.filter((row) => !row.element.hidden).length, rows.length);
  }

  function choose(later) {
    const wanted = {
      words: listWords(read("find")),
      verdict: read("verdict"),
      group: read("group"),
      area: read("area"),
      stale: ticked("stale"),
      unowned: ticked("unowned"),
    };
    for (const { rows, section } of tables) {
      for (const row of rows) {
        row.element.hidden = !isWanted(row, wanted);
      }
      section.hidden = rows.every((row) => row.element.hidden);
    }
    tell(countShown(), later);
  }

  function put(part, rows) {
    part.body.append(...rows.map((row) => row.element));
  }

  function forget(part) {
    part.heads.forEach((head) => head.removeAttribute("aria-sort"));
  }

  function sortBy(part, column, name) {
    const head = part.heads[column];
    const down = head.getAttribute("aria-sort") === "ascending";
    forget(part);
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    put(part, sortRows(part.rows, column, down));
    tell(`${countShown()} Sorted by ${name}: ${down ? head.dataset.down : head.dataset.up}.`, false);
  }

  for (const part of tables) {
    part.heads.forEach((head, column) => {
      if (head.classList.contains("plain")) {
        return;
      }
      const button = page.createElement("button");
      const name = head.textContent;
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => sortBy(part, column, name));
      head.replaceChildren(button);
    });
  }

  const form = find("choose");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => choose(event.target.id === "find"));
  form.addEventListener("change", () => choose(false));
  find("all").addEventListener("click", () => {
    form.reset();
    tables.forEach((part) => { forget(part); put(part, part.rows); });
    choose(false);
  });
  // On a narrow screen the rows would be far down.
  const reading = page.querySelector(".reading");
  reading.open = !page.defaultView.matchMedia("screen and (max-width: 62rem)").matches;
  form.hidden = false;
  choose(false);
}

if (typeof document !== "undefined") {
  begin(document);
} else if (typeof module !== "undefined") {
  module.exports = { compareKeys, isWanted, listWords, readKey, sayCount, simplify, sortRows };
}
