"""Makes the invented plans of the bank called slate."""
