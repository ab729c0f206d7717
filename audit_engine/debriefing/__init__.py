"""The debriefing on the last day: what the unit is shown, and what it says to it (rule 10)."""
