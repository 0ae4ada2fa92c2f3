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
  controls.addEventListener("change", (e) => {
    if (e.target.type === "date" && e.target.validity.valid) controls.requestSubmit();
  });
  // What says nothing stays out of the address.
  controls.addEventListener("formdata", (e) => {
    for (const [name, value] of [...e.formData]) if (value === "") e.formData.delete(name);
    for (const name of ["kind", "status"]) {
      const boxes = [...controls.querySelectorAll(`input[name=${name}]`)];
      if (boxes.length && boxes.every((b) => b.checked)) e.formData.delete(name);
    }
  });
}
