"""Lets ``python -m cjgraph.cli`` do what the command does."""

from cjgraph.cli import main

main()
