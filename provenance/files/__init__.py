"""Files that other programs see whole or not at all, and folders for the time of one command."""
