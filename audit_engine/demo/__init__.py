"""A made-up unit, audited twice: for a first look, for the example file, and for trying things out."""
