"""Question sets, vocabularies and page templates: data, not code."""
