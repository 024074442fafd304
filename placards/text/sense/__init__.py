"""Break opportunities get a cost, from 0 where a clause ends to 1 inside a word: tables, rules and lists a language."""
