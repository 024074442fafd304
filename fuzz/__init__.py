"""Hostile input for every format becomes findings: internal errors, hangs, crashes, memory, reads and writes outside."""
