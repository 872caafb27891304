"""
The whole report
================

One line makes the report of an evaluation, and the ending of the file's name chooses its form:
``.html`` for one self-contained web page, ``.md`` for plain text.
"""

from pathlib import Path

import obamodel as oba

evaluation = oba.load_example("mime")
document = oba.report.evaluation(evaluation)
oba.report.save(document, "mime.html")
oba.report.save(document, "mime.md")

for name in ("mime.html", "mime.md"):
    print(f"{name}: {Path(name).stat().st_size // 1024} KB")

# %%
# The chapters. One of them is written by the library alone: what is not known, and what would
# mend it.

for section in document.sections:
    print(section.title)

# %%
# The same from a command line, without any Python:
#
# .. code-block:: console
#
#    obamodel report --example mime -o mime.html
