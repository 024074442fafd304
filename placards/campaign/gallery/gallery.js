"use strict";
(() => {
  // The data are tables of what recurs, and cards that point into them; page.py says in which order.
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words } = data;
  const page = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const number = new Intl.NumberFormat(page.lang, { maximumFractionDigits: 0 });
  const unit = (kind, digits) =>
    new Intl.NumberFormat(page.lang, { style: "unit", unit: kind, maximumFractionDigits: digits });
  const kilobytes = unit("kilobyte", 0), megabytes = unit("megabyte", 1), millimetres = unit("millimeter", 1);
  const weight = (bytes) =>
    !bytes ? "" : bytes < 1e6 ? kilobytes.format(Math.max(1, Math.round(bytes / 1e3))) : megabytes.format(bytes / 1e6);
  const statusWords = { draft: words.draft, missing: words.untranslated, translated: words.unchecked, approved: words.approved, official: words.official };

  // An element; texts only ever become text.
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== undefined && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== ""));
    return element;
  }
  const href = (name) => name.split("/").map(encodeURIComponent).join("/");
  const spoken = ([text, tongue]) => {
    const [lang, dir] = data.tongues[tongue];
    return h("bdi", { lang: lang || undefined, dir }, text);
  };
  const separated = (items) => items.flatMap((item, index) => (index ? [" · ", item] : [item]));

  // Cards and files
  const cards = data.cards.map((card, index) => {
    const [layout, palette, status, languages, title, texts, alts, cautions, credits, slogans, listed] = card;
    const one = {
      index, layout: data.layouts[layout], palette: data.palettes[palette], status: data.statuses[status] || "",
      languages: languages.map((n) => data.languages[n]), title: title.map((n) => data.texts[n]),
      texts: texts.map((n) => data.texts[n]), alts: alts.map((n) => data.alts[n]),
      cautions: cautions.map((n) => data.cautions[n]), credits: credits.map((n) => data.credits[n]),
      slogans: slogans.map((n) => data.slogans[n]),
    };
    one.files = listed.map(([name, bytes, size, format, width, height, pixels, pages, copies, stock, picture, more]) => ({
      card: one, name, bytes, size: data.sizes[size], format: data.formats[format], width, height, pixels, pages, copies,
      stock: data.stocks[stock], more,
      picture: picture && { width: picture[0], height: picture[1], name: picture[2] || `thumbnails/${name}.png` },
    }));
    return one;
  });
  const files = cards.flatMap((card) => card.files);

  // Search: as people type it, in any language. Letters without case, accents and vowel points; Arabic letters that
  // keyboards write differently are one; digits of all scripts are one.
  const same = { "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا", "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ς": "σ", "’": "'", "ʼ": "'", "‘": "'" };
  const digit = (char) => {
    const code = char.codePointAt(0);
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  };
  const fold = (text) =>
    text.normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\p{Cf}]/gu, "")
      .replace(/[ىیېکةہھەٱßıøłđðæœς’ʼ‘]/g, (char) => same[char])
      .replace(/[^\x00-\x7f]/gu, (char) => (/\p{Nd}/u.test(char) ? digit(char) : char))
      .normalize("NFC").replace(/\s+/g, " ");
  const hay = (file) => {
    const { card } = file;
    card.hay ??= fold([...card.title, ...card.texts].map(([text]) => text).concat(
      card.alts, card.languages.flat(), card.layout, card.slogans, card.palette).join("\n"));
    file.hay ??= fold([file.name, ...file.size, file.format].join("\n"));
    return `${card.hay}\n${file.hay}`;
  };

  // What is asked for stands behind the # of the address, so that a view can be sent to somebody.
  const facets = {
    language: (file) => file.card.languages.map(([tag]) => tag),
    layout: (file) => [file.card.layout[0]],
    size: (file) => [file.size[0]],
    format: (file) => [file.format],
    status: (file) => (file.card.status ? [file.card.status] : []),
  };
  const names = Object.keys(facets);
  const blank = () => Object.fromEntries(["q", ...names, "open"].map((name) => [name, ""]));
  let asked = blank();
  let shown = []; // [card, its files that are asked for]
  let made = 0; // how many of them stand on the wall
  let pushed = false; // whether “back” closes the dialog

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    return Object.fromEntries(Object.keys(blank()).map((name) => [name, given.get(name) || ""]));
  }
  function write(push) {
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
    const address = `#${kept}`;
    if (address === (location.hash || "#")) return;
    if (push) location.hash = address;
    else location.replace(address);
  }

  function filter() {
    const terms = fold(asked.q).split(" ").filter(Boolean);
    const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
    const found = new Map();
    let total = 0;
    for (const file of files) {
      if (terms.length) {
        const text = hay(file);
        if (!terms.every((term) => text.includes(term))) continue;
      }
      const failed = names.filter((name) => asked[name] && !facets[name](file).includes(asked[name]));
      if (failed.length > 1) continue;
      // What a choice would show is counted as if its own list were on “all”.
      for (const name of failed.length ? failed : names) {
        for (const value of facets[name](file)) counts[name].set(value, (counts[name].get(value) || 0) + 1);
        counts[name].set("", (counts[name].get("") || 0) + 1);
      }
      if (failed.length) continue;
      total += 1;
      if (!found.has(file.card)) found.set(file.card, []);
      found.get(file.card).push(file);
    }
    shown = [...found];
    if (asked.language) { // what is in this language alone goes first
      const rank = ({ languages }) => (languages[0][0] === asked.language ? languages.length : 100 + languages.length);
      shown.sort((a, b) => rank(a[0]) - rank(b[0]));
    }
    tell(total, counts);
    $("wall").replaceChildren();
    made = 0;
    more();
  }

  // What can be chosen
  const labels = {
    layout: new Map(data.layouts), size: new Map(data.sizes),
    format: new Map(data.formats.map((name) => [name, name.toUpperCase()])),
    status: new Map(data.statuses.filter((name) => cards.some((card) => card.status === name)).map((name) => [name, statusWords[name]])),
  };
  const collator = new Intl.Collator(page.lang, { numeric: true });
  const selects = {}, chips = new Map();

  function controls() {
    for (const [name, values] of Object.entries(labels)) {
      if (values.size < 2 && !(name === "status" && values.size)) continue;
      const order = name === "status" ? [...values] : [...values].sort((a, b) => collator.compare(a[1], b[1]));
      const select = h("select", { name, id: `pick-${name}` }, h("option", { value: "" }), order.map(([value]) => h("option", { value })));
      select.addEventListener("change", () => choose(name, select.value));
      selects[name] = select;
      $("picks").append(h("label", { class: "pick" }, h("span", {}, words[name]), select));
    }
    const reset = h("button", { type: "button", class: "reset", id: "reset" }, words.reset);
    reset.addEventListener("click", () => { asked = blank(); apply(); $("q").focus(); });
    $("picks").append(reset);
    const listed = [["", words.all, page.dir], ...data.languages];
    for (const [tag, own, dir] of listed) {
      const input = h("input", { type: "radio", name: "language", value: tag });
      input.addEventListener("change", () => choose("language", tag));
      const count = h("small", {});
      chips.set(tag, [input, count]);
      $("languages").append(h("label", { class: "chip" }, input, h("span", { lang: tag || undefined, dir }, own), count));
    }
    $("languages").hidden = data.languages.length < 2;
    $("bar").hidden = false;
    $("bar").addEventListener("submit", (event) => event.preventDefault());
    let waiting = 0;
    $("q").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => choose("q", $("q").value.trim(), true), files.length > 2000 ? 150 : 0);
    });
  }
  function choose(name, value) {
    asked[name] = value;
    apply();
  }
  function apply() {
    asked.open = "";
    write(false);
    filter();
  }

  function tell(total, counts) {
    const all = files.length;
    $("count").replaceChildren(number.format(total), ...(total < all ? [h("small", {}, ` / ${number.format(all)}`)] : []));
    $("nothing").replaceChildren(...(total ? [] : [h("span", {}, words.nothing)]));
    $("reset").hidden = total === all;
    if ($("q").value.trim() !== asked.q) $("q").value = asked.q;
    for (const [name, select] of Object.entries(selects)) {
      if (![...select.options].some((option) => option.value === asked[name])) select.append(h("option", { value: asked[name] }));
      for (const option of select.options) {
        const count = counts[name].get(option.value) || 0;
        const label = option.value ? labels[name].get(option.value) || option.value : words.all;
        option.textContent = `${label} (${number.format(count)})`;
      }
      select.value = asked[name];
      select.parentElement.classList.toggle("on", Boolean(asked[name]));
    }
    for (const [tag, [input, count]] of chips) {
      const found = counts.language.get(tag) || 0;
      count.textContent = number.format(found);
      input.checked = tag === asked.language;
      input.parentElement.classList.toggle("none", !found);
      if (input.checked) inSight(input.parentElement, $("languages"));
    }
  }

  // Scroll a list, and never the page, until one of its items is to be seen.
  function inSight(item, list) {
    const a = item.getBoundingClientRect(), b = list.getBoundingClientRect();
    if (a.left < b.left || a.right > b.right) list.scrollLeft += a.left + a.width / 2 - b.left - b.width / 2;
    if (a.top < b.top || a.bottom > b.bottom) list.scrollTop += a.top - b.top - 6;
  }

  // The wall grows as it is scrolled.
  const CHUNK = 48;
  function more() {
    const upTo = Math.min(shown.length, made + CHUNK);
    for (; made < upTo; made += 1) $("wall").append(card(...shown[made], made));
    if (made < shown.length) { watcher.unobserve($("more")); watcher.observe($("more")); }
    return made < shown.length;
  }
  const watcher = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) more(); }, { rootMargin: "1600px" });
  addEventListener("beforeprint", () => {
    while (more());
    for (const image of $("wall").querySelectorAll("img")) image.loading = "eager";
  });

  const described = (one) =>
    one.alts.length ? one.alts.join("\n").trim() : [...one.title, ...one.texts].map(([text]) => text).join(" / ");

  // An image that is made for screens is shown itself, where it is seen alone.
  const SMALL = 2e6;
  function sheet(one, file, tag, attributes, large) {
    const { picture } = file;
    const lang = one.languages.length === 1 ? one.languages[0][0] : undefined;
    if (!picture) {
      return h(tag, { ...attributes, class: `${attributes.class} blank` }, one.title.slice(0, 1).map(spoken));
    }
    return h(tag, attributes, h("img", {
      src: href(large && file.pixels && file.format !== "pdf" && file.bytes < SMALL ? file.name : picture.name),
      width: picture.width, height: picture.height, loading: large ? "eager" : "lazy", decoding: "async",
      alt: described(one) || file.name, lang, class: picture.width > picture.height ? "wide" : undefined,
    }));
  }
  const shape = (file) => (file.picture ? file.picture.width / file.picture.height : file.width / file.height);

  function card(one, chosen, place) {
    const first = chosen[0];
    const open = sheet(one, first, "button", { type: "button", class: "sheet", "aria-haspopup": "dialog" });
    open.addEventListener("click", () => { asked.open = first.name; pushed = true; write(true); show(place, first); });
    const marks = [];
    if (one.status) marks.push(h("li", { class: `mark ${one.status}` }, statusWords[one.status]));
    if (one.cautions.length) marks.push(h("li", { class: "mark caution" }, words.caution));
    const element = h("li", { class: "card" }, h("article", { "aria-labelledby": `c${one.index}` },
      open,
      h("h2", { id: `c${one.index}`, class: "words" }, one.title.map((text) => h("span", {}, spoken(text)))),
      h("p", { class: "meta" }, separated(one.languages.map(([lang, own, dir]) => h("bdi", { lang, dir }, own))), " · ", h("bdi", {}, one.layout[1])),
      marks.length ? h("ul", { class: "marks" }, marks) : null,
      h("ul", { class: "files" }, chosen.map(downloads)),
    ));
    element.style.setProperty("--shape", Math.min(4, Math.max(0.4, shape(first))).toFixed(4));
    return element;
  }
  const paper = (file) => (file.pixels ? `${file.pixels[0]} × ${file.pixels[1]} px`
    : `${number.format(file.width)} × ${millimetres.format(file.height)}`);

  function download(file) {
    const copies = file.copies > 1 ? ` · ${number.format(file.copies)} ×` : "";
    return h("a", { class: "take", href: href(file.name), download: "" },
      h("b", {}, h("bdi", {}, `${file.size[1]} ${file.format.toUpperCase()}`)),
      h("small", {}, h("bdi", {}, weight(file.bytes)), copies),
      h("span", { class: "printed" }, h("bdi", {}, file.name), h("span", {}, `${paper(file)} · ${number.format(file.copies)} ×`), h("span", {}, file.stock)));
  }
  // Further pages, the text beside an image, the proof of a sheet, and the same on sheets of a smaller paper.
  const called = [[/\.alt\.txt$/, () => "TXT"], [/\.proof(-\d+)?\.\w+$/, (found) => `PROOF${found[1] ?? ""}`],
    [/\.tiles-(\w+?)(-\d+)?\.pdf$/, (found) => `${found[1].toUpperCase()} ▦${found[2] ?? ""}`], [/-(\d+)\.\w+$/, (found) => found[1]]];
  const label = (name) => {
    for (const [form, say] of called) if (form.test(name)) return say(form.exec(name));
    return name;
  };
  const beside = ([name, bytes]) =>
    h("a", { class: "take beside", href: href(name), download: "", title: weight(bytes) },
      h("b", {}, h("bdi", {}, label(name))),
      h("span", { class: "printed" }, h("bdi", {}, name)));
  const downloads = (file) => h("li", {}, download(file), file.more.map(beside));

  // One poster, large
  function show(place, file) {
    const [one, chosen] = shown[place];
    const each = (values) => separated([...new Set(values)].map((value) => h("bdi", {}, value)));
    const row = (label, ...value) => [h("dt", {}, label), h("dd", {}, ...value)];
    const at = chosen.includes(file) ? file : chosen[0];
    const step = (label, sign, to) => {
      const button = h("button", { type: "button", class: "step", "aria-label": label }, h("span", { "aria-hidden": "true" }, sign));
      button.disabled = !shown[to];
      button.addEventListener("click", () => go(to, label));
      return button;
    };
    const close = h("button", { type: "button", class: "step close", "aria-label": words.close }, h("span", { "aria-hidden": "true" }, "✕"));
    close.addEventListener("click", () => $("dialog").close());
    const text = described(one);
    const besideTitle = one.texts.length ? h("ul", { class: "texts" }, one.texts.map((text) => h("li", {}, spoken(text)))) : null;
    $("dialog").replaceChildren(
      h("div", { class: "steps" }, step(words.previous, page.dir === "rtl" ? "→" : "←", place - 1), step(words.next, page.dir === "rtl" ? "←" : "→", place + 1), close),
      h("div", { class: "large" }, sheet(one, at, "div", { class: "frame" }, true)),
      h("div", { class: "facts" },
        h("h2", { id: "called" }, one.title.map((text) => h("span", {}, spoken(text)))),
        h("ul", { class: "marks" }, one.status ? h("li", { class: `mark ${one.status}` }, statusWords[one.status]) : null),
        h("ul", { class: "files" }, chosen.map(downloads)),
        h("dl", {},
          row(words.language, separated(one.languages.map(([lang, own, dir]) => h("bdi", { lang, dir }, own)))),
          row(words.layout, one.layout[1]),
          row(words.size, each(chosen.map((file) => `${file.size[1]}: ${paper(file)}`))),
          row(words.colours, one.palette || "–"),
          row(words.copies, each(chosen.map((file) => number.format(file.copies)))),
          chosen.some((file) => file.stock) ? row(words.stock, each(chosen.map((file) => file.stock).filter(Boolean))) : [],
          chosen.some((file) => file.pages > 1) ? row(words.pages, each(chosen.map((file) => number.format(file.pages)))) : [],
          one.alts.length ? row(words.description, h("span", { class: "alt", dir: "auto", lang: one.languages.length === 1 ? one.languages[0][0] : undefined }, text)) : [],
        ),
        one.alts.length ? null : besideTitle,
        one.cautions.length ? h("section", { class: "cautions" }, h("h3", {}, words.caution), one.cautions.map((text) => h("p", { lang: "en", dir: "ltr" }, text))) : null,
        one.credits.length ? h("section", { class: "credits" }, h("h3", {}, words.credits), h("ul", {}, one.credits.map((text) => h("li", { lang: "en", dir: "ltr" }, text)))) : null,
      ),
    );
    $("dialog").dataset.place = place;
    if (!$("dialog").open) $("dialog").showModal();
    $("dialog").scrollTop = 0;
    close.focus({ focusVisible: false });
  }
  function go(to, label) {
    if (!shown[to]) return;
    while (made <= to && more());
    asked.open = shown[to][1][0].name;
    write(false);
    show(to, shown[to][1][0]);
    const again = label && [...$("dialog").querySelectorAll(".step")].find((button) => button.getAttribute("aria-label") === label);
    if (again && !again.disabled) again.focus();
  }
  $("dialog").addEventListener("close", () => {
    const place = Number($("dialog").dataset.place);
    if (asked.open) {
      asked.open = "";
      if (pushed) history.back(); else write(false);
      pushed = false;
    }
    const button = $("wall").children[place]?.querySelector(".sheet");
    if (button) { button.scrollIntoView({ block: "nearest" }); button.focus(); }
  });
  $("dialog").addEventListener("click", (event) => { if (event.target === $("dialog")) $("dialog").close(); });

  // Keys: / searches, Escape takes a search back, arrows go from poster to poster.
  const forward = (key) => (key === "ArrowRight") === (page.dir !== "rtl");
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    if ($("dialog").open) {
      if (key === "ArrowLeft" || key === "ArrowRight") {
        go(Number($("dialog").dataset.place) + (forward(key) ? 1 : -1));
        event.preventDefault();
      }
      return;
    }
    if (key === "/" && !target.matches("input:not([type=radio]), textarea")) {
      $("q").focus();
      $("q").select();
      event.preventDefault();
    } else if (key === "Escape" && target === $("q")) {
      if (asked.q || $("q").value) choose("q", ""); else $("q").blur();
      event.preventDefault();
    } else if (target.matches(".sheet")) {
      const to = neighbour(target, key);
      if (to) { to.focus(); event.preventDefault(); }
    } else if (key === "ArrowDown" && target === $("q")) {
      $("wall").querySelector(".sheet")?.focus();
      event.preventDefault();
    }
  });
  function neighbour(button, key) {
    const all = [...$("wall").querySelectorAll(".sheet")];
    const at = all.indexOf(button);
    if (key === "ArrowLeft" || key === "ArrowRight") return all[at + (forward(key) ? 1 : -1)];
    if (key === "Home") return all[0];
    if (key === "End") return all[all.length - 1];
    if (key !== "ArrowUp" && key !== "ArrowDown") return null;
    const middle = (box) => box.left + box.width / 2;
    const from = button.getBoundingClientRect();
    const step = key === "ArrowDown" ? 1 : -1;
    let best = null, top = null, far = Infinity;
    for (let next = at + step; all[next]; next += step) {
      const box = all[next].getBoundingClientRect();
      if (Math.abs(box.top - from.top) < 2) continue;
      if (top !== null && Math.abs(box.top - top) > 2) break;
      top = box.top;
      const away = Math.abs(middle(box) - middle(from));
      if (away < far) { far = away; best = all[next]; }
    }
    return best;
  }
  $("skip").addEventListener("click", (event) => {
    event.preventDefault();
    const first = $("wall").querySelector(".sheet");
    (first || $("wall")).focus();
  });

  function restore() {
    const given = read();
    const differs = (name) => given[name] !== asked[name];
    const again = ["q", ...names].some(differs), other = differs("open");
    asked = given;
    if (again) filter();
    if (!other) return;
    const place = asked.open ? shown.findIndex(([, chosen]) => chosen.some((file) => file.name === asked.open)) : -1;
    if (place >= 0) {
      while (made <= place && more());
      show(place, shown[place][1].find((file) => file.name === asked.open));
    } else if ($("dialog").open) $("dialog").close();
  }
  controls();
  filter();
  restore();
  addEventListener("hashchange", restore);
})();
