"""What is said of a PDF that a print shop would send back, and of what was not looked at."""

from placards.problems.sentence import Sentence, note, warning

_AGAIN = "Save it from the program that made it, as PDF/X-4"

SENTENCES = {
    # --- files that cannot be looked at
    "preflight-empty": Sentence("the file is empty", "Send or save it again"),
    "preflight-not-pdf": Sentence("this is no PDF", "Give the PDF that goes to the print shop"),
    "preflight-password": Sentence("the file needs a password", "Save it without one"),
    "preflight-damaged": Sentence("the file is so damaged that it cannot be read", "Send or save it again"),
    "preflight-odd": Sentence("the file is so odd that nobody can say what it is ({said})", "Save it again"),
    "preflight-no-pages": Sentence("the file has no pages", "Save it again"),
    "preflight-scale": Sentence(
        "the file is to be printed {scale:g} times as large", "Give a scale from 1 to 1000: 10 for a file of 1:10"
    ),
    # --- what was not looked at
    "preflight-skipped-pages": note("only the first {pages:,} of {of:,} pages were looked at"),
    "preflight-skipped-drawn": note(
        "bleed, inks, codes and text were looked at on the first {pages} of {of:,} pages only"
    ),
    "preflight-skipped-large": note("a part of more than {limit} MB was not looked at"),
    "preflight-skipped-damaged": note("a part cannot be unpacked, and was not looked at"),
    "preflight-skipped-content": note("after {limit:,} instructions no more content was looked at"),
    "preflight-skipped-plates": note("inks were not measured, and codes not read: this was a quick look"),
    "preflight-skipped-distance": note(
        "from how far it is read is not known, for its letters are drawings without a text"
    ),
    "preflight-skipped-no-ghostscript": note(
        "inks were not measured, for there is no Ghostscript here", "Install Ghostscript (gs), and ask again"
    ),
    "preflight-skipped-ghostscript": note("inks were not measured, for Ghostscript failed: {said}"),
    "preflight-skipped-slow": note("inks were not measured, for Ghostscript was not done after {seconds} seconds"),
    "preflight-skipped-codes": note(
        "QR codes were not read, for there is no reader here", "Install it: pip install placards[preflight]"
    ),
    "preflight-skipped-rule": note(
        "the rule “{rule}” could not be judged, for the file is odd where it looks ({said})"
    ),
    "preflight-skipped-pdfa": note(
        "the file says that it is {said}; that was not checked", "Ask veraPDF, which judges PDF/A and PDF/UA"
    ),
    # --- the file
    "preflight-pdf-version": Sentence("the file is PDF {version}, and PDF/X-4 is at most 1.6", "Save it as PDF 1.6"),
    "preflight-x1a-pdf-version": Sentence(
        "the file is PDF {version}, and PDF/X-1a is at most {most} here", "Save it as that, or ask for PDF/X-4"
    ),
    "preflight-binary-comment": Sentence(
        "the comment by which programs see that the file is no text is missing", _AGAIN
    ),
    "preflight-file-id": Sentence("the file has no ID", _AGAIN),
    "preflight-encrypted": Sentence("the file is encrypted", "Save it without protection"),
    "preflight-damaged-parts": Sentence("the file is damaged", "Save it again"),
    "preflight-lzw": Sentence("something is packed by LZW", _AGAIN),
    "preflight-external-stream": Sentence("data stand in another file", "Embed them"),
    "preflight-crypt-filter": Sentence("a part is encrypted by itself", "Save it without protection"),
    "preflight-page-incomplete": Sentence("a page lacks its {missing:and}", _AGAIN),
    "preflight-object-streams": Sentence("objects are packed together, as PDF 1.4 cannot", "Save it as PDF 1.4"),
    "preflight-embedded-files": Sentence("a file is attached", "Remove it"),
    "preflight-presentation": Sentence(
        "the file is a presentation", "Save it without alternate presentations and steps"
    ),
    # --- metadata
    "preflight-xmp-missing": Sentence("there are no metadata (XMP) that can be read as they are", _AGAIN),
    "preflight-xmp-form": Sentence("the metadata are no well-formed XML", _AGAIN),
    "preflight-xmp-packet": Sentence("the head of the metadata has bytes or an encoding", _AGAIN),
    "preflight-x4-name": Sentence("the metadata say {said} where “PDF/X-4” belongs", "Save it as PDF/X-4"),
    "preflight-x1a-name": Sentence(
        "the Info dictionary says {said} where “PDF/X-1a:2003” belongs", "Save it as PDF/X-1a"
    ),
    "preflight-trapped": Sentence("the file says {said} where it must say whether it is trapped", _AGAIN),
    "preflight-trapped-differs": Sentence("the Info dictionary says “{info}” of trapping, the metadata {xmp}", _AGAIN),
    "preflight-xmp-dates": Sentence("the metadata lack {missing:and}", _AGAIN),
    "preflight-dates-differ": Sentence("{key} is another date in the metadata", _AGAIN),
    "preflight-info-dates": Sentence("the Info dictionary lacks {missing:and}", _AGAIN),
    "preflight-title-missing": Sentence("the metadata have no title", "Give the file a title"),
    "preflight-title-differs": Sentence("the file has one title in its metadata and another one beside them", _AGAIN),
    "preflight-document-id": Sentence("the metadata lack {missing:and} of the document", _AGAIN),
    # --- the output intent
    "preflight-intent-count": Sentence(
        "there are {count} output intents for PDF/X, and there must be one", "Choose one printing condition"
    ),
    "preflight-condition-missing": Sentence("the output intent names no printing condition", _AGAIN),
    "preflight-profile-missing": Sentence("the output intent has no profile", "Embed the ICC profile of the condition"),
    "preflight-profile-reference": Sentence("the output intent’s profile is elsewhere", "Embed it"),
    "preflight-profile-class": Sentence(
        "the output intent’s profile is of the class {kind}, not of a printer", "Choose the profile of a press"
    ),
    "preflight-profile-channels": Sentence(
        "the output intent’s profile is {space}, its stream says {channels} channels", "Embed the profile again"
    ),
    "preflight-profile-header": Sentence(
        "the output intent’s profile is damaged or of an unknown version", "Embed it again"
    ),
    "preflight-condition-registry": Sentence(
        "the output intent says neither where its condition is registered nor in words what it is", _AGAIN
    ),
    "preflight-intents-differ": Sentence("output intents have different profiles", "Use one profile for all"),
    "preflight-x1a-intent": Sentence(
        "the output intent is {space}, and PDF/X-1a is for CMYK or gray", "Choose the profile of a press"
    ),
    "preflight-condition-differs": warning(
        "the file is meant for {said}, the profile for {wanted}", "Ask the print shop which condition it prints by"
    ),
    # --- boxes
    "preflight-trim-missing": Sentence("there is no TrimBox, and nobody knows where to cut", _AGAIN),
    "preflight-trim-and-art": Sentence("there are both a TrimBox and an ArtBox", "Remove the ArtBox"),
    "preflight-boxes-nested": Sentence("the {inner} reaches out of the {outer}", _AGAIN),
    "preflight-box-size": Sentence(
        "the page is {width:,} × {height:,} units, and may be 3 to 14,400", "Draw it 1:10, and say so to the print shop"
    ),
    "preflight-viewer-areas": Sentence("{key} is the {box}", "Remove it"),
    "preflight-pages-differ": warning(
        "the page is of another size than most, which are {width} × {height} mm", "Make a file of each size"
    ),
    "preflight-page-rotated": warning("the page is turned by {degrees}°", "Save it upright"),
    "preflight-user-unit": warning(
        "the page’s unit is {unit:g} points, and some programs print it in points", "Draw it 1:10, and say so instead"
    ),
    "preflight-bleed-small": Sentence(
        "the bleed is {has:g} mm on one side at least, and {wanted:g} mm are wanted", "Enlarge it"
    ),
    "preflight-bleed-empty": Sentence(
        "on the {side}, {share} % of what touches the cut stops {stops:g} mm past it, and the bleed is {bleed:g} mm",
        "Let colours and pictures reach the edge of the bleed",
    ),
    "preflight-bleed-missing": warning(
        "colour touches the cut without a bleed ({sides:list})", "Add 3 mm on each side, or leave a white border"
    ),
    # --- colours
    "preflight-rgb-painted": Sentence("something is painted in plain RGB", "Convert it to CMYK, or give it a profile"),
    "preflight-cmyk-painted": Sentence(
        "something is painted in plain CMYK, and the output intent is not CMYK", "Choose the profile of a press"
    ),
    "preflight-device-space": Sentence(
        "a picture, a gradient or a spot colour is in {space}, which the output intent does not cover", "Convert it"
    ),
    "preflight-icc-space": Sentence(
        "a colour space has {channels} channels, its profile is {space} or of no device", "Give it another profile"
    ),
    "preflight-icc-as-intent": Sentence("CMYK has the output intent’s own profile", "Make it plain CMYK"),
    "preflight-icc-overprint": Sentence("CMYK by a profile overprints in mode 1", "Make it plain CMYK"),
    "preflight-spot-differs": Sentence("the spot colour “{ink}” has several looks", "Give it one"),
    "preflight-colorants-missing": Sentence("of the ink “{ink}” in a mixture is not said what it is", _AGAIN),
    "preflight-rendering-intent": Sentence("“{intent}” is no way to convert colours", _AGAIN),
    "preflight-spot-name": warning("the name of the spot colour “{ink}” cannot be read", "Use plain letters"),
    "preflight-registration-color": Sentence(
        "the colour of all inks (All) stands inside the sheet, and prints 400 %", "Use black for what is no mark"
    ),
    "preflight-white-overprint": Sentence("white overprints, and vanishes", "Let it knock out"),
    "preflight-transfer-function": Sentence("a graphics state changes how much ink a value means", _AGAIN),
    "preflight-halftone": Sentence("a screen of dots of its own is set", _AGAIN),
    "preflight-black-generation": warning("a function of its own makes black out of RGB", _AGAIN),
    "preflight-rgb-unwanted": Sentence("something is RGB, and inks are wanted", "Convert it to CMYK"),
    "preflight-x1a-space": Sentence(
        "colours are {space}, and PDF/X-1a has gray, CMYK and spot colours", "Convert them to CMYK"
    ),
    "preflight-spots-unwanted": Sentence(
        "there are spot colours, and the shop prints CMYK: {inks:list}", "Convert them to CMYK"
    ),
    "preflight-ink-total": Sentence(
        "there is up to {most} % ink ({limit} % are allowed; {share:g} % of the sheet have more)",
        "Use lighter mixtures, or a profile that limits ink",
    ),
    "preflight-ink-high": note("there is up to {most} % ink, and some print shops want no more than {near} %"),
    "preflight-overprint-unwanted": Sentence(
        "something overprints, and the shop wants none of it", "Turn overprint off"
    ),
    "preflight-black-text-gap": warning("small black letters do not overprint", "Let them overprint"),
    "preflight-black-large": warning(
        "an area of {size} mm is printed with black ink alone, and will look grey",
        "Put other inks below it: 60/40/40/100",
    ),
    # --- transparency
    "preflight-blend-mode": Sentence("“{mode}” is no way to mix colours", _AGAIN),
    "preflight-blend-space": Sentence(
        "something is see-through, and the page does not say that it is mixed in the output intent’s colours", _AGAIN
    ),
    "preflight-x1a-transparency": Sentence("something is see-through ({ways:list})", "Flatten it, or ask for PDF/X-4"),
    "preflight-transparency-unwanted": Sentence(
        "something is see-through ({ways:list}), and the shop wants it flat", "Flatten it"
    ),
    # --- content
    "preflight-operator-unknown": Sentence("content has instructions that do not exist: {operators:list}", _AGAIN),
    "preflight-states-unbalanced": Sentence("graphics states are kept and not given back, or the reverse", _AGAIN),
    "preflight-states-deep": Sentence("{depth} graphics states are kept at a time, and 28 may be", _AGAIN),
    # --- pictures
    "preflight-image-alternates": Sentence("a picture has others in its place", _AGAIN),
    "preflight-opi": Sentence("something stands for a picture that is fetched when it is printed", "Embed the picture"),
    "preflight-postscript": Sentence("something is drawn by PostScript", _AGAIN),
    "preflight-reference-xobject": Sentence("something stands for a page of another file", "Embed the page"),
    "preflight-image-bits": Sentence("a picture has {bits} bits a channel", "Save it with 8"),
    "preflight-jpeg2000": Sentence("a JPEG 2000 has {channels} channels", "Save it as JPEG"),
    "preflight-x1a-filter": Sentence("pictures are packed by {filters:and}", "Save them as JPEG"),
    "preflight-x1a-sixteen-bits": Sentence("a picture has 16 bits a channel", "Save it with 8"),
    "preflight-preseparated": Sentence("the page is separated into inks already", "Save it whole"),
    "preflight-resolution": warning(
        "a picture has {dpi} pixels an inch at the size at which it is printed; {wanted} are wanted",
        "Use a larger picture, or show it smaller",
    ),
    "preflight-line-art-resolution": warning(
        "a picture of black and white alone has {dpi} pixels an inch, and its edges show below {wanted}",
        "Draw it as outlines, or scan it finer",
    ),
    # --- fonts and letters
    "preflight-font-missing": Sentence(
        "the font “{font}” is not in the file", "Embed it, or make outlines of the letters"
    ),
    "preflight-cid-map": Sentence("the font “{font}” does not say which of its glyphs are meant", _AGAIN),
    "preflight-font-widths": Sentence("the font “{font}” lacks the widths of its characters", _AGAIN),
    "preflight-font-subset-name": Sentence("the font “{font}” is called “{other}” elsewhere in the file", _AGAIN),
    "preflight-small-text": warning(
        "letters are {size:g} pt large; below {least:g} pt nobody reads them", "Enlarge them"
    ),
    "preflight-small-text-inks": warning(
        "letters below {below:g} pt are printed with {inks} inks, which never meet exactly", "Print them with one"
    ),
    "preflight-text-lost": note("no text of the page can be searched for"),
    "preflight-text-garbled": warning(
        "{share} % of the text that is found on the page are no letters", "Save it with its text (ToUnicode)"
    ),
    "preflight-code-unread": Sentence(
        "a code ({kind}) cannot be read", "Make it larger, or leave more white around it"
    ),
    # --- lines
    "preflight-hairline": Sentence(
        "1 line has the width 0",
        "Make it 0.25 pt",
        plural="{count:,} lines have the width 0",
    ),
    "preflight-thin-line": warning("a line is {width:g} pt wide; below {least:g} pt it may break", "Make it wider"),
    # --- annotations and forms
    "preflight-annotation-inside": Sentence("an annotation ({kind}) stands on the sheet", "Remove it"),
    "preflight-actions": Sentence("the file does something by itself when it is opened", "Remove actions and scripts"),
    "preflight-multimedia": Sentence("something moves or sounds ({kind})", "Remove it"),
    "preflight-form": Sentence("a form looks as each viewer likes", "Flatten it"),
    # --- layers and finishing
    "preflight-layer-names": Sentence("layers have no default configuration, or one without a name of its own", _AGAIN),
    "preflight-layer-automatic": Sentence("layers are switched by what is done with the file", _AGAIN),
    "preflight-layer-order": Sentence("the list of layers leaves some out", _AGAIN),
    "preflight-step-kind": Sentence(
        "“{step}” is no processing step of ISO 19593-1", "Use its words, as Structural/Cutting"
    ),
    "preflight-step-ink": Sentence(
        "a processing step is drawn without a spot colour of its own, or does not overprint",
        "Give it a spot colour that overprints",
    ),
    "preflight-x1a-layers": Sentence("there are layers", "Flatten them, or ask for PDF/X-4"),
    "preflight-layers-unwanted": Sentence(
        "there is 1 layer, and the shop wants none",
        "Put finishing on a page of its own",
        plural="there are {count} layers, and the shop wants none",
    ),
    "preflight-marks-unwanted": warning("there are printer’s marks, and the shop sets its own", "Leave them out"),
    # --- programs and profiles
    "preflight-ghostscript-warns": warning("Ghostscript says: {said}", _AGAIN),
    "preflight-standard-differs": Sentence(
        "the file says that it is {said}, and {wanted} is wanted", "Save it as that"
    ),
}
