"""The records of a folder become index.html: a static gallery that opens without a server and asks no network."""
