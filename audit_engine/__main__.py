"""`python -m audit_engine`: the same as `audit-engine`."""

from audit_engine.cli import main

main()
