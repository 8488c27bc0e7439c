"""Under which ids and in which portions articles enter the archive. Nothing is compared here."""
