"""The tables in the forms that other tools read."""

FORMATS = ("followthemoney", "plover", "annotations", "spacy")
