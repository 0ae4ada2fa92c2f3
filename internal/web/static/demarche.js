// What the pages do more than show, where scripts run: a mark and its event light up
// together, files can be dropped, and controls are obeyed when they change.
"use strict";

for (const el of document.querySelectorAll("[data-event], [data-card]")) {
  const id = el.dataset.event || el.dataset.card;
  const all = [...document.querySelectorAll("[data-event], [data-card]")].filter(
    (x) => (x.dataset.event || x.dataset.card) === id);
  const light = (on) => (e) => {
    e.stopPropagation();
    all.forEach((x) => x.classList.toggle("lit", on));
  };
  el.addEventListener("mouseover", light(true));
  el.addEventListener("mouseout", light(false));
  el.addEventListener("focusin", light(true));
  el.addEventListener("focusout", light(false));
}

const add = document.getElementById("add");
if (add) {
  const files = add.querySelector("input[type=file]");
  add.addEventListener("dragover", (e) => {
    e.preventDefault();
    add.classList.add("lit");
  });
  add.addEventListener("dragleave", () => add.classList.remove("lit"));
  add.addEventListener("drop", (e) => {
    e.preventDefault();
    add.classList.remove("lit");
    if (e.dataTransfer.files.length) files.files = e.dataTransfer.files;
  });
}

const controls = document.querySelector("form.controls");
if (controls) {
  // What says nothing stays out of the address.
  controls.addEventListener("formdata", (e) => {
    for (const [name, value] of [...e.formData]) if (value === "") e.formData.delete(name);
  });
}

// A page with live parts is not loaded anew when its controls change: only these parts
// are, and the address.
if (controls && document.querySelector("[data-live]")) {
  const boxes = (el) => [...el.querySelectorAll("input")].map((x) => x.name + "=" + x.value).join();
  let asked = 0;
  const show = async () => {
    const chosen = new URLSearchParams(new FormData(controls)).toString();
    const address = controls.action + (chosen ? "?" + chosen : "");
    const nth = ++asked;
    const answer = await fetch(address).catch(() => null);
    if (nth !== asked) return; // a later one is under way
    const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const fresh = page ? page.querySelectorAll("[data-live]") : [];
    const live = document.querySelectorAll("[data-live]");
    if (nth !== asked) return;
    if (fresh.length !== live.length) {
      location = address;
      return;
    }
    const { name, value, id } = document.activeElement;
    live.forEach((el, i) => {
      // Boxes that are there already stay, with what has been ticked meanwhile: one that
      // is put in their place between a press and its release takes no tick.
      if (boxes(el) && boxes(el) === boxes(fresh[i])) {
        const figures = fresh[i].querySelectorAll(".by");
        el.querySelectorAll(".by").forEach((by, k) => { by.textContent = figures[k].textContent; });
        return;
      }
      el.replaceChildren(...fresh[i].childNodes);
    });
    if (!document.contains(document.activeElement) || document.activeElement === document.body) {
      const again = id ? document.getElementById(id) : controls.querySelector(`[name="${name}"][value="${value}"]`);
      again?.focus();
    }
    history.replaceState(null, "", address);
  };
  controls.addEventListener("submit", (e) => {
    e.preventDefault();
    show();
  });
  controls.addEventListener("change", (e) => {
    const typing = e.target.type === "date" && e.target.value !== "" && e.target.value < "1000"; // a year by halves
    if (!typing) show();
  });
}

// What a mark of the time axis stands for is told at the foot of the window while the
// mark is pointed to or has the focus.
const tip = document.createElement("p");
tip.className = "tip shown";
tip.setAttribute("aria-hidden", "true"); // a screen reader has told the mark's name
for (const [kind, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  document.addEventListener(kind, (e) => {
    const mark = e.target.closest?.("svg.chart a[aria-label]");
    if (!mark) return;
    mark.querySelector("title")?.remove(); // the browser's own tip would cover it
    tip.textContent = mark.getAttribute("aria-label");
    if (on) document.body.append(tip);
    else tip.remove();
  });
}
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") tip.remove();
});
