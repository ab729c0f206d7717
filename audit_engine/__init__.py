"""Running an audit: terminal, audit file, commands. The only package with a clock and a database."""
