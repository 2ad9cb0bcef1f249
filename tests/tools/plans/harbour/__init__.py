"""The harbour bank: five invented plans with an answer key, in one kind of author's words."""
