"""What can be wrong with spreadsheets."""

from placards.problems.sentence import Sentence, note, warning

SENTENCES = {
    # The file
    "table-empty": Sentence("the file is empty", "Give one with headings and rows"),
    "table-other": Sentence("this is {kind}, not a spreadsheet", "Export it as XLSX or as CSV"),
    "table-kind-other": note("the file is called “{suffix}” and is {kind}; it was read as that"),
    "table-damaged": Sentence(
        "the workbook is damaged", "Open it in a spreadsheet program and save it again, as XLSX or CSV"
    ),
    "table-password": Sentence(
        "the workbook is protected by a password", "Remove the password: save a copy without one, or as CSV"
    ),
    "table-unpacked": Sentence(
        "the workbook unpacks to more than {limit:,} bytes", "Keep one sheet of it, without pictures, or save it as CSV"
    ),
    "table-far": Sentence(
        "there is something in the cell {cell}; so large a sheet is not read",
        "Delete what lies beyond the table, or keep to {rows:,} rows and {columns:,} columns",
    ),
    "table-rows": Sentence("there are more than {limit:,} rows", "Divide it into several files"),
    "table-cell-long": Sentence(
        "a cell of this row has more than {limit:,} characters",
        "Look for a quotation mark that nothing closes, or shorten the text",
    ),
    "table-xls": note(
        "in this old format a formula that went wrong looks like an empty cell; save the workbook as XLSX to be sure"
    ),
    "table-sheet-unknown": Sentence("there is no sheet “{sheet}”"),
    "table-sheet-one": Sentence("a text file has no sheet “{sheet}”", "Leave out what follows the #"),
    "table-sheets-left": note(
        "the sheet “{sheet}” was read, and not {left:and}",
        "To read another one, write {file}#{first}",
    ),
    "table-sheet-hidden": warning("the sheet “{sheet}” is hidden, and was read", "Show it, or name another one"),
    # Text files
    "table-encoding": Sentence("the file is written in {encoding}", "Save it as “CSV UTF-8”, or as XLSX"),
    "table-encoding-unknown": Sentence(
        "the file is not UTF-8, and nothing in its headings tells what it is", "Save it as “CSV UTF-8”, or as XLSX"
    ),
    "table-encoding-mixed": Sentence(
        "this line is not {encoding}, as others of the file are", "Write the line anew, and save all as UTF-8"
    ),
    "table-encoding-found": warning(
        "the file is not UTF-8; by its headings it was read as {encoding}",
        "Look whether all letters are right, and save it as “CSV UTF-8”",
    ),
    "table-nul": Sentence("there is a NUL character in this line", "Save the file again as “CSV UTF-8”"),
    "table-separator": Sentence("“sep=” names a character that can part no cells", "Write sep=; or leave the line out"),
    "table-quotes": Sentence(
        "the quotation marks of this row do not match",
        'Put the whole cell into quotation marks, and double those in it: "say ""peace"" now"',
    ),
    # Headings
    "table-headings-none": Sentence(
        "none of the first {rows} rows has headings that placards knows",
        "Call the columns text, language, layout, size, copies; see “placards list slots”",
    ),
    "table-heading-twice": Sentence("the columns {columns:and} are both “{key}”", "Rename or delete one of them"),
    "table-heading-typo": Sentence("no column is called “{heading}”"),
    "table-heading-ambiguous": Sentence("the heading “{heading}” may mean {keys:or}", "Call the column {words:or}"),
    "table-heading-read": note("the column “{heading}” was read as “{key}”"),
    "table-column-unknown": warning(
        "no column is called “{heading}”, and nothing in it is used",
        "Rename it, or leave it: see docs/reference/tables.md for what columns are called",
    ),
    "table-column-nameless": warning("column {column} has no heading, and nothing in it is used", "Give it a heading"),
    "table-column-form": note("the column “{heading}” is for people, and is left out"),
    "table-rows-none": Sentence("there is no row below the headings", "Write a row for each artefact"),
    # Cells
    "table-cell-error": Sentence("the formula of the cell went wrong: {text}", "Mend it, or write the value itself"),
    "table-cell-uncomputed": Sentence(
        "the formula of the cell was never computed",
        "Open the file in a spreadsheet program and save it, or write the value itself",
    ),
    "table-row-long": Sentence(
        "the row has {cells} cells, and there are {headings} headings",
        "Put a text that has a comma or a semicolon in it into quotation marks",
    ),
    "table-row-wordless": Sentence("the row has neither a slogan nor a text", "Write one, or name a layout without"),
    "table-row-two": Sentence("the row has a slogan and a text", "Keep one of the two"),
    "table-slogan-unknown": Sentence(
        "no slogan is called “{slogan}”, and none has these words", "Own words belong into a column “text”"
    ),
    "table-slogan-several": Sentence("several slogans have these words", "Write {names:or}"),
    "table-language-missing": Sentence(
        "nothing says in which language the row is", "Write it into a column “language”, as {example}"
    ),
    "table-language-assumed": warning(
        "nothing says the language; what is in Latin letters was taken for {language}",
        "Write it into a column “language”",
    ),
    "table-language-named": note("“{name}” was read as the language “{tag}”"),
    "table-language-unclear": Sentence("“{name}” is not a known language", "See “placards list languages”"),
    "table-text-one": Sentence(
        "there is one text, and the row is for {languages:and}",
        "Write one text for each language, in columns as “{example}”",
    ),
    "table-text-unused": warning("the {key} in {language} is not used: the row is for {languages:and}"),
    "table-number-wrong": Sentence("“{text}” is not a whole number above 0", "Write digits only, as 1500"),
    "table-date-ambiguous": Sentence("“{text}” may be {one} or {other}", "Write the one that is meant like that"),
    "table-date-other": Sentence("“{text}” is not written as a date that cannot be mistaken", "Write {iso}"),
    "table-date-number": Sentence(
        "“{text}” is a number; as a date of a spreadsheet it is {iso}", "Format the cell as a date, or write {iso}"
    ),
    "table-moment-time": Sentence(
        "the cell has the date {date} and the time {time}, and another cell has the time {other}", "Keep one time"
    ),
    "table-date-in-text": warning(
        "the cell was a date and not a text; “{text}” is what is printed", "Format the cell as text, and write it anew"
    ),
    "table-phone-number": warning(
        "the telephone number was stored as a number; a zero or a plus at its beginning would be lost",
        "Format the cell as text, and write it anew",
    ),
    "table-format-size": Sentence("“{text}” is a size, not a kind of file", "Call the column “size”"),
    "table-file-suffix": Sentence("the file is called “{name}”, and its kind is “{format}”", "Keep one of the two"),
}

REMEDIES = {
    "table-sheets": "Its sheets: {sheets:list}",
    "table-column-near": "Did you mean {near:or}?",
}
