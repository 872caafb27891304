"""How often is a verdict wrong? Measured on series whose later values are known, and by simulation.

Run it with ``python -m benchmarks.calibration --data FOLDER``. What it finds is written to
``docs/_calibration``, which the page *How often is it wrong?* includes.
"""
