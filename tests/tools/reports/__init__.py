"""Makes invented annual reports, with answers, for invented plans."""
