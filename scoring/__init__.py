"""From answers to judgement: ratings, baselines, groups, proposals. Pure: no clock, no files, no SQL."""

from scoring.judgement import assess

__all__ = ["assess"]
