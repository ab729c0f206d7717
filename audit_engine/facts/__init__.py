"""The facts of an audit: how they are typed, asked for, and what the size of the unit means."""
