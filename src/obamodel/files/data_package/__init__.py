"""Data Packages (version 2): published numbers that others can use without this library."""

from obamodel.files.data_package.checking import check_descriptor
from obamodel.files.data_package.reading import read_data_package
from obamodel.files.data_package.writing import write_data_package

__all__ = ["check_descriptor", "read_data_package", "write_data_package"]
