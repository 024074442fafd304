"use strict";
(() => {
  // Answers become a PO file, which “placards catalog take” reads. Nothing leaves the browser.
  const page = document.documentElement.dataset;
  const asked = JSON.parse(document.getElementById("data").textContent);
  const key = `placards-sheet-${page.language}-${page.key}`;
  const $ = (id) => document.getElementById(id);
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();
  const solid = (text) => text.replace(/[\s\u200b]+/g, "");
  const chosen = (number) => document.querySelector(`input[name="answer-${number}"]:checked`);

  // Where the text has strokes of its own, only those between spaces are marks: as in the program.
  const parts = (marked, text) =>
    (text.includes("/") ? ` ${marked} `.split(" / ") : marked.split("/")).map((part) => part.trim());
  // Lines stand without marks of emphasis, and those of a text need not be written again.
  const words = (text) => solid(text.replace(/\\?\*/g, ""));
  const linesFit = (marked, text) => parts(marked, text).every(Boolean) && words(parts(marked, text).join("")) === words(text);

  function load() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(key) || "{}"); } catch (error) { /* private windows keep nothing */ }
    $("name").value = kept.name || "";
    for (const each of asked) {
      const old = (kept.answers || {})[each.name];
      if (!old) continue;
      const radio = document.querySelector(`input[name="answer-${each.number}"][value="${old.answer}"]`);
      if (radio) radio.checked = true;
      $(`t${each.number}`).value = old.text;
      $(`b${each.number}`).value = old.lines;
      $(`r${each.number}`).value = old.remark;
    }
  }

  function read(each) {
    const radio = chosen(each.number);
    return { answer: radio ? radio.value : "", text: $(`t${each.number}`).value, lines: $(`b${each.number}`).value,
             remark: $(`r${each.number}`).value };
  }

  // Where “corrected” is ticked, something should be.
  const idle = (each, now) => now.answer === "corrected" && now.text.trim() === each.text && now.lines === each.lines;
  const answers = (each, now) => Boolean(now.answer) && !idle(each, now);

  function wrong(each, now) {
    if (idle(each, now)) return "Nothing is corrected yet: write the text as it should be, or move the strokes.";
    if (now.answer === "corrected" && !now.text.trim()) return "Write the text as it should be.";
    if (now.answer === "unsure" || !now.lines.trim() || linesFit(now.lines, now.text)) return "";
    return "These are not the words of the text: put only strokes between them, or leave this empty.";
  }

  function keep() {
    const answers = {};
    for (const each of asked) {
      const now = read(each);
      if (now.answer || now.remark || now.text !== each.text || now.lines !== each.lines) answers[each.name] = now;
    }
    try { localStorage.setItem(key, JSON.stringify({ name: $("name").value, answers })); } catch (error) { /* as above */ }
    show();
  }

  function show() {
    let done = 0;
    for (const each of asked) {
      const now = read(each);
      done += answers(each, now);
      const article = $(`m${each.number}`);
      if (answers(each, now)) article.dataset.answer = now.answer; else delete article.dataset.answer;
      const said = wrong(each, now);
      if ($(`w${each.number}`).textContent !== said) $(`w${each.number}`).textContent = said;
      $(`b${each.number}`).setAttribute("aria-invalid", String(said !== ""));
    }
    const said = `${done} of ${asked.length} answered`;
    if ($("progress").textContent !== said) $("progress").textContent = said;
    if ($("plain").open) $("copy").value = file();
  }

  function edited(each) {
    // Another text is a correction, and the strokes of the old one no longer fit it.
    const changed = $(`t${each.number}`).value.trim() !== each.text;
    const lines = $(`b${each.number}`);
    if (changed && lines.value === each.lines) lines.value = "";
    if (!changed && !lines.value) lines.value = each.lines;
    const radio = chosen(each.number);
    if (changed && !(radio && radio.value === "unsure")) {
      document.querySelector(`input[name="answer-${each.number}"][value="corrected"]`).checked = true;
    } else if (!changed && radio && radio.value === "corrected") {
      radio.checked = false;
    }
  }

  function answered(each) {
    // “Right as it is” means the text as it was; a correction comes back with “corrected”. The focus stays: arrow keys
    // lead from one answer to the next.
    const text = $(`t${each.number}`), lines = $(`b${each.number}`);
    const answer = chosen(each.number).value;
    if (answer === "right" && text.value.trim() !== each.text) {
      each.typed = { text: text.value, lines: lines.value };
      text.value = each.text;
      if (!linesFit(lines.value, each.text)) lines.value = each.lines;
    } else if (answer === "corrected" && each.typed && text.value.trim() === each.text) {
      text.value = each.typed.text;
      lines.value = each.typed.lines;
    }
  }

  function quoted(text) {
    const escaped = text.replace(/\r\n?/g, "\n").replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\t/g, " ");
    const lines = escaped.split("\n");
    if (lines.length === 1) return `"${escaped}"`;
    return `""\n${lines.map((line, index) => `"${line}${index < lines.length - 1 ? "\\n" : ""}"`).join("\n")}`;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function file() {
    const head = [["Project-Id-Version", "placards"], ["Language", page.language], ["MIME-Version", "1.0"],
      ["Content-Type", "text/plain; charset=UTF-8"], ["Content-Transfer-Encoding", "8bit"],
      ["X-Placards-Reader", oneLine($("name").value)], ["X-Placards-Date", today()]];
    const lines = ['msgid ""', 'msgstr ""', ...head.map(([name, value]) => quoted(`${name}: ${value}`).slice(0, -1) + '\\n"')];
    for (const each of asked) {
      const now = read(each);
      if (!answers(each, now)) continue;
      lines.push("", `# Answer: ${now.answer}`, `# Was: ${oneLine(each.text)}`);
      if (now.lines.trim() && now.answer !== "unsure") lines.push(`# Breaks: ${oneLine(now.lines)}`);
      if (now.remark.trim()) lines.push(`# Remark: ${oneLine(now.remark)}`);
      lines.push(`msgctxt ${quoted(each.name)}`, `msgid ${quoted(each.source)}`, `msgstr ${quoted(now.text.trim())}`);
    }
    return lines.join("\n") + "\n";
  }

  function save() {
    if (!oneLine($("name").value)) {
      $("progress").textContent = "Please write your name first: somebody must stand for the answers.";
      $("name").focus();
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file()], { type: "text/x-gettext-translation;charset=utf-8" }));
    link.download = `${page.language}-answers.po`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    $("progress").textContent = `Saved as ${page.language}-answers.po`;
  }

  function next() {
    const open = asked.find((each) => !answers(each, read(each)));
    if (!open) { $("progress").textContent = "All are answered."; return; }
    $(`m${open.number}`).scrollIntoView();
    document.querySelector(`input[name="answer-${open.number}"]`).focus({ preventScroll: true });
  }

  load();
  show();
  for (const each of asked) {
    $(`t${each.number}`).addEventListener("input", () => edited(each));
    for (const radio of document.getElementsByName(`answer-${each.number}`)) {
      radio.addEventListener("change", () => answered(each));
    }
  }
  document.addEventListener("input", keep);
  document.addEventListener("change", keep);
  $("plain").addEventListener("toggle", show);
  $("save").addEventListener("click", save);
  $("next").addEventListener("click", next);
  $("forget").addEventListener("click", () => {
    if (!confirm("Forget your name and all answers on this page?")) return;
    try { localStorage.removeItem(key); } catch (error) { /* nothing was kept */ }
    document.querySelectorAll("textarea, input[type=text]").forEach((field) => { field.value = field.defaultValue; });
    document.querySelectorAll("input[type=radio]").forEach((radio) => { radio.checked = false; });
    show();
  });
})();
