"""Sentences as codes of numbers, as encoders made them."""
