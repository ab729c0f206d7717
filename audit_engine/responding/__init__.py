"""What the unit sends back after the report: its answers, and how far it is with what it accepted."""
