"""The nine vocabularies, one for each resource that has a list."""
