"""An attacker on finished publications: what does everything printed tell about fewer than five people?

Written without a look at how the program hides. It knows docs/method.md, how many people of which group
answered what, and the figures as printed. Run it at length with `python -m tests.attack.run`.
"""
