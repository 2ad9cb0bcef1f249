"""Invented plans of the granite bank, with their answer keys."""
