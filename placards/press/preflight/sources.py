"""Who says what a press file must be: the standards' public echoes, programs that check it, and print shops."""

from __future__ import annotations

CALLAS = "Padam87/pdfbox-preflight, issue 1, after callas’ notes on the checks of PDF/X"
KODAK = "Kodak, technical characteristics of PDF/X-1a"
BOXES = "Adobe, printer marks, quoting ISO 15930-7:2008 on boxes and annotations"
PROOF = "proof-pdf 0.3.4"
ESKO = "Esko, what PDF/X-4 and X-4p allow"
PRINECT = "Heidelberg Prinect, its PDF/X settings"
ORACLE = "Oracle, levels of PDF/X and their versions of PDF"
PDFX_TS = "a public rule set in TypeScript after ISO 15930-4 and -7"
COLOR_ORG = "the ICC’s registry of printing conditions"
KRILLA = "krilla’s and Acrobat’s policies, after ISO 15930-7 (believed)"
GWG = "the Ghent Workgroup’s output suite"
STEPS = "ISO 19593-1, by the PDF Association’s Arlington model and the Ghent Workgroup’s processing steps suite"
ISO_32000 = "ISO 32000-1"
SHOPS = "what print shops ask for; fourteen stand in templates/profiles"
OURS = "our choice"


def lintpdf(number: str) -> str:
    """A check of LintPDF's list."""
    return f"LintPDF’s list of checks, PDFX4-{number}"


def verapdf(clause: str) -> str:
    """A clause of PDF/A-2 that PDF/X-4 has too, with veraPDF's number."""
    return f"veraPDF’s profile of PDF/A-2b, {clause}, a rule that PDF/X-4 has too"
