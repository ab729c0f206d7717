"""What can stop the program from outside, told apart from a key that somebody pressed."""

from __future__ import annotations


class StoppedForGood(KeyboardInterrupt):
    """The program ends now: told to by the system, by a closed window, or by Ctrl-C pressed twice.

    A bare KeyboardInterrupt is one Ctrl-C, which the survey takes as a wish of the person sitting there.
    """
