"""Changes scoring/ in thousands of small ways, one at a time, and sees whether a test notices.

`make mutation` runs it. How code is changed is mutmut's; the running is ours, because mutmut leaves out
constants, defaults and decorated functions, where half of the rules of rating stand.
"""
