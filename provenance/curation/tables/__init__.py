"""`dedup` as steps over tables, for more rows than one process should compare: see `engines.tables`."""
