"""Invented plans of the bank called birch, with their answer keys."""
