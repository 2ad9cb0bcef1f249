"""Mutation runs: invented clean plans, spoilt one fault at a time, and what the rules say."""
