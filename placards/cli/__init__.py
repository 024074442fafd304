"""The command line: arguments become calls, and outcomes become exit codes and plain sentences."""
