"use strict";
document.querySelectorAll("main table").forEach(function (table) {
  var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows);
  if (rows.length < 4) return;
  function value(row, i) {
    var text = row.cells[i].textContent.trim(), number = parseFloat(text.replace(/[,\s+%]/g, ""));
    return /^[-+−\d]/.test(text) && !isNaN(number) ? number : text.toLowerCase();
  }
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, i) {
    var button = document.createElement("button"), up = true;
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      rows.sort(function (a, b) {
        var x = value(a, i), y = value(b, i);
        if (typeof x !== typeof y) { x = String(x); y = String(y); }
        return (x < y ? -1 : x > y ? 1 : 0) * (up ? 1 : -1);
      }).forEach(function (row) { body.appendChild(row); });
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (h) { h.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      up = !up;
    });
  });
  if (rows.length < 24) return;
  var label = document.createElement("label"), input = document.createElement("input");
  input.type = "search";
  label.className = "filter";
  label.append("Filter ", input);
  table.parentNode.parentNode.insertBefore(label, table.parentNode);
  input.addEventListener("input", function () {
    var wanted = input.value.toLowerCase();
    rows.forEach(function (row) { row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0; });
  });
});
function reveal() {
  var at = document.getElementById(location.hash.slice(1));
  for (var e = at; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  (function settle(frames) {
    if (at) at.scrollIntoView();
    if (at && frames) requestAnimationFrame(function () { settle(frames - 1); });
  })(document.body.className ? 6 : 0);
}
window.addEventListener("hashchange", reveal);
reveal();
