"""Generator of the package quentli_resources: registry, vocabularies and methods."""
