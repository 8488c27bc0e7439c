"""Copies of archives: whole ones, and what can be read of a damaged one."""
