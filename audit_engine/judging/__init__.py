"""From what was collected to what the team makes of it: progress, ratings, findings, recommendations."""
