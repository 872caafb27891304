"""Run the command line as ``python -m obamodel``."""

import sys

from obamodel.cli import main

sys.exit(main())
