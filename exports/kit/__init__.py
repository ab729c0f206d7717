"""The field kit: what is printed and filled in before, during and after an audit, for one unit.

`material.Kit` says what it is filled with: facts of the audit and its questionnaire. No answer and no note of
an audit is a part of that value, so none can be in the kit. `folder.write_kit` leaves the files.
"""
