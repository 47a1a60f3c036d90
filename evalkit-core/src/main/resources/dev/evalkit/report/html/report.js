"use strict";
(function () {
  const MANY = 12;

  function key(cell) {
    const order = cell.getAttribute("data-order");
    return order === null ? cell.textContent.trim() : Number(order);
  }

  function compare(a, b) {
    if (typeof a !== typeof b) {
      // What has no number comes last, whichever way.
      return null;
    }
    return typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
  }

  function sort(table, column, sign) {
    for (const body of table.tBodies) {
      const rows = Array.from(body.rows).filter((row) => !row.classList.contains("group"));
      rows
        .map((row) => ({ row: row, key: key(row.cells[column]) }))
        .sort(function (a, b) {
          const order = compare(a.key, b.key);
          return order === null ? (typeof a.key === "number" ? -1 : 1) : sign * order;
        })
        .forEach((entry) => body.append(entry.row));
    }
  }

  function sortable(table) {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (!head.textContent.trim()) {
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", function () {
        const rises = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", rises ? "ascending" : "descending");
        sort(table, column, rises ? 1 : -1);
      });
    });
  }

  function filterable(table) {
    const rows = Array.from(table.querySelectorAll("tbody tr:not(.group)"));
    if (rows.length < MANY) {
      return;
    }
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.className = "filter";
    input.type = "search";
    label.append("Filter rows", input);
    (table.closest(".scroll") || table).before(label);
    input.addEventListener("input", function () {
      const wanted = input.value.trim().toLowerCase();
      rows.forEach(function (row) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
      });
    });
  }

  document.querySelectorAll(".evalkit table[data-sortable]").forEach(function (table) {
    sortable(table);
    filterable(table);
  });
})();
