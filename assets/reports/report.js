(function () {
  "use strict";
  var tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  var said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  var main = document.querySelector("main");
  main.append(said, tip);
  var pointed = null;

  function leave() {
    if (pointed) { pointed.classList.remove("pointed"); }
    pointed = null;
    tip.hidden = true;
  }

  function show(mark, x, y) {
    if (mark !== pointed) {
      leave();
      pointed = mark;
      mark.classList.add("pointed");
      tip.textContent = mark.dataset.label;
    }
    tip.hidden = false;
    var room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    var below = y + 18 + tip.offsetHeight > window.innerHeight;
    tip.style.left = Math.max(8, Math.min(x + 12, room)) + "px";
    tip.style.top = (below ? y - tip.offsetHeight - 12 : y + 18) + "px";
  }

  document.querySelectorAll(".drawing").forEach(function (box) {
    var marks = Array.from(box.querySelectorAll("[data-code]"));
    if (marks.length === 0) { return; }
    marks.forEach(function (mark) {
      var title = mark.querySelector("title");
      mark.dataset.label = title ? title.textContent : "";
      if (title) { title.remove(); }
    });
    var at = -1;
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.dataset.keys);

    function point(event) {
      var mark = event.target.closest("[data-code]");
      if (mark) { show(mark, event.clientX, event.clientY); } else { leave(); }
    }
    box.addEventListener("pointermove", point);
    box.addEventListener("pointerdown", point);
    box.addEventListener("pointerleave", leave);
    box.addEventListener("blur", leave);
    box.addEventListener("keydown", function (event) {
      var last = marks.length - 1;
      switch (event.key) {
        case "ArrowRight": case "ArrowDown": at = at === last ? 0 : at + 1; break;
        case "ArrowLeft": case "ArrowUp": at = 1 > at ? last : at - 1; break;
        case "Home": at = 0; break;
        case "End": at = last; break;
        case "Escape": leave(); return;
        default: return;
      }
      event.preventDefault();
      var mark = marks[at];
      var area = mark.getBoundingClientRect();
      if (0 > area.top || area.bottom > window.innerHeight) {
        mark.scrollIntoView({ block: "center" });
        area = mark.getBoundingClientRect();
      }
      show(mark, area.left + area.width / 2, area.top + area.height / 2);
      said.textContent = mark.dataset.label;
    });
  });

  // What scrolls sideways can be reached without a mouse.
  function reachable() {
    document.querySelectorAll(".wide").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) { box.tabIndex = 0; } else { box.removeAttribute("tabindex"); }
    });
  }
  window.addEventListener("resize", reachable);
  document.addEventListener("toggle", reachable, true);
  reachable();
})();
