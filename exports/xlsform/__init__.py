"""A questionnaire as an XLSForm, for ODK and KoboToolbox: what a phone asks, and under which names."""
