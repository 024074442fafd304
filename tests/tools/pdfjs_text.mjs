// PDF files named on standard input, one a line, become their texts: one JSON array of strings on standard output.
import { readFileSync } from "node:fs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

async function textOf(file) {
  const options = { data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false };
  const task = getDocument(options);
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  await task.destroy();
  return pages.join("\f");
}

const files = readFileSync(0, "utf8").split("\n").filter(Boolean);
const texts = [];
for (const file of files) texts.push(await textOf(file));
process.stdout.write(JSON.stringify(texts));
