"""Hostile input for every format becomes findings: errors, hangs, crashes, memory, reads and writes outside."""
