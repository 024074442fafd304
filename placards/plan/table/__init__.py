"""A spreadsheet's rows become Choices: a row is an artefact."""
