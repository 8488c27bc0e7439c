"""Sentences as vectors of numbers: texts that say the same are near each other, whatever their words and language."""
