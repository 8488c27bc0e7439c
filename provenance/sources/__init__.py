"""Reading: files, folders and streams become articles; what cannot be read becomes a line that says why.

`read` streams; its order depends on the arguments and the names of files alone. Nothing here uses the network,
executes input, or decides what is a copy.
"""

from provenance.config.files import SourceSettings
from provenance.sources.inputs import read, read_one

__all__ = ["SourceSettings", "read", "read_one"]
