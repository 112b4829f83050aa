"""Words of pages that came as pictures, recognised in the worker with models that lie on this machine.

Importing this package imports no recognition library: its tasks do so when a page needs it.
"""
