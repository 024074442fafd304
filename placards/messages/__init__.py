"""Slogan packs and gettext catalogs become messages: the text of a slogan in a language, and how far to trust it."""
