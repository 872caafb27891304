"""Evaluations that come with the library, each in a folder of its own."""
