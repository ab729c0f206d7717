"""From answers to judgement: ratings, baselines, groups, proposals. Pure: no clock, no files, no SQL."""
