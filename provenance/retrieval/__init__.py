"""What the archive holds that may matter for a text: candidates, near duplicates, boilerplate. Nothing is judged."""
