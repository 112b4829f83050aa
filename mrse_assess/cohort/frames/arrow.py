"""Arrow as the frames use it: its functions are made when it is loaded, so a type checker knows nothing of them."""

from typing import Any

from pyarrow import compute, lib, parquet
from pyarrow.lib import ChunkedArray, Table

pa: Any = lib
pc: Any = compute
pq: Any = parquet

__all__ = ["ChunkedArray", "Table", "pa", "pc", "pq"]
