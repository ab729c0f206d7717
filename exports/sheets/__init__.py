"""One file a sheet; each puts its part of a Report on a page and decides nothing about what is said."""
