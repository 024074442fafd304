"""``python -m placards`` is the command line."""

from placards.cli.main import main

raise SystemExit(main())
