"""Tests that mirror the rooms of the library, file by file."""
