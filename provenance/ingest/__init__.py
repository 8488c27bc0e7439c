"""Articles on their way into the archive: ids, and portions that are written at once. Nothing is compared here."""
