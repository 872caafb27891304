"""The parts of an evaluation report, one part a file, in the order of the chapters."""
