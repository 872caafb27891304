"""An evaluation as one workbook: a sheet for each kind of thing, that people can read and edit."""

from obamodel.files.workbook.opening import open_book as open_book
from obamodel.files.workbook.reading import read_book as read_book
from obamodel.files.workbook.reading import read_workbook as read_workbook
from obamodel.files.workbook.replacing import may_stay as may_stay
from obamodel.files.workbook.writing import write_workbook as write_workbook
