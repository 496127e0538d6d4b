"""Many notices: inputs to a plan, the plan to chunks, each chunk to parts of a data set; then questions.

plan      INPUT... -> Plan: every input once, in order, with its hash, cut into chunks
work      chunk -> parts of the tables, in a child process that may hang or die
local     chunks over processes of this machine; `cluster` over the workers of a Dask scheduler
journal   what is planned and done, so that a killed run goes on where it was
stats     data set -> answers
"""
