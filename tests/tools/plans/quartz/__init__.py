"""The quartz bank of invented plans."""
