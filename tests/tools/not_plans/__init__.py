"""Documents that are no local plan, in our own words: sources and the making of their files."""
