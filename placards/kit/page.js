"use strict";
// Parts of the page come as they are made, each under the id of the element that it fills.
const state = document.getElementById("state");
const source = new EventSource("events");
source.onopen = () => { state.textContent = "live"; };
source.onerror = () => { state.textContent = "the preview has ended"; };
source.onmessage = (event) => {
  const part = JSON.parse(event.data);
  const element = document.getElementById(part.id);
  if (element) element.innerHTML = part.html;
};
