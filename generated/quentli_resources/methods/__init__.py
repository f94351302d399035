"""Resources of the API: registry, vocabularies and methods. Generated; never edited by hand."""
