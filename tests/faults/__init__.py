"""What goes wrong with workbooks, one test or more for each fault of docs/faults.md.

The number of the fault stands in the name of the test: test_fault_039_... The suite ends with their count.
"""
