"""Reads documents, spreadsheets and catalogues into the graph."""
