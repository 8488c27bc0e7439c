"""An audit without an archive: steps over tables of Arrow columns, run by this machine or by a cluster."""
