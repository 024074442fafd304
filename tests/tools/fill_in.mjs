// A reader's page is filled in as a person would: `node fill_in.mjs PAGE.html`, with steps as JSON on standard input.
// A stand-in for a browser, just as large as the page's own script needs. Steps: ["type", id, text], ["tick", number,
// answer], ["reload"], ["save"]. Prints {"name": of the saved file or null, "file": its text, "progress", "wrong": {…}}.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const html = readFileSync(process.argv[2], "utf8");
const steps = JSON.parse(readFileSync(0, "utf8"));
const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
const kept = new Map();
let saved = { name: null, file: null };
let page = open();

function open() {
  const elements = new Map(), radios = [], listeners = {};
  const make = (id) => ({
    id, value: "", defaultValue: "", textContent: "", checked: false, open: false, dataset: {}, attributes: {}, listeners: {},
    addEventListener(kind, call) { (this.listeners[kind] ??= []).push(call); },
    setAttribute(name, value) { this.attributes[name] = value; },
    focus() {}, scrollIntoView() {}, remove() {}, click() { saved.name = this.download; },
  });
  const get = (id) => elements.get(id) ?? elements.set(id, make(id)).get(id);
  for (const [, id, text] of html.matchAll(/<textarea id="(\w+)"[^>]*>([^]*?)<\/textarea>/g)) {
    get(id).value = get(id).defaultValue = plain(text);
  }
  for (const [, name, value] of html.matchAll(/<input type="radio" name="([\w-]+)" value="(\w+)">/g)) {
    radios.push(Object.assign(make(""), { name, value }));
  }
  get("data").textContent = html.match(/<script type="application\/json" id="data">([^]*?)<\/script>/)[1];
  const root = html.match(/<html lang="en" data-language="([^"]*)" data-key="([^"]*)">/);
  const document = {
    documentElement: { dataset: { language: root[1], key: root[2] } },
    body: { append() {} },
    getElementById: get,
    getElementsByName: (name) => radios.filter((radio) => radio.name === name),
    querySelector(wanted) {
      const [, name, rest] = wanted.match(/^input\[name="([\w-]+)"\](.*)$/);
      const value = rest.match(/^\[value="(\w+)"\]$/)?.[1];
      return radios.find((r) => r.name === name && (value ? r.value === value : rest !== ":checked" || r.checked)) ?? null;
    },
    createElement: () => make(""),
    addEventListener(kind, call) { (listeners[kind] ??= []).push(call); },
  };
  const localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  class Blob { constructor([text]) { saved.file = text; } }
  const URL = { createObjectURL: () => "blob:", revokeObjectURL() {} };
  const script = html.match(/<script>\n([^]*?)<\/script>/)[1];
  vm.runInNewContext(script, { document, localStorage, Blob, URL, setTimeout: () => 0, confirm: () => true });
  const happens = (element, kind) => {
    for (const call of [...(element.listeners[kind] ?? []), ...(listeners[kind] ?? [])]) call({ target: element });
  };
  return { get, radios, happens };
}

for (const [kind, ...rest] of steps) {
  if (kind === "type") {
    page.get(rest[0]).value = rest[1];
    page.happens(page.get(rest[0]), "input");
  } else if (kind === "tick") {
    const group = page.radios.filter((radio) => radio.name === `answer-${rest[0]}`);
    for (const radio of group) radio.checked = radio.value === rest[1];
    page.happens(group.find((radio) => radio.checked), "change");
  } else if (kind === "reload") {
    page = open();
  } else {
    page.happens(page.get("save"), "click");
  }
}
const numbers = [...new Set(page.radios.map((radio) => radio.name.slice(7)))];
const wrong = Object.fromEntries(numbers.map((n) => [n, page.get(`w${n}`).textContent]).filter(([, text]) => text));
console.log(JSON.stringify({ ...saved, progress: page.get("progress").textContent, wrong }));
