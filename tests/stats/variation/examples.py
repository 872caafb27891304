"""Published series and figures that several tests of this room are measured by."""

# The vignette "Deviations from Excel defaults" of the R package NHSRplotthedots.
VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

# Montgomery, Introduction to Statistical Quality Control, example 6.5: what it cost to process an
# application for a loan, the first 20 weeks.
LOANS = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306]
LOANS += [294, 299, 297, 299, 314, 295, 293, 306, 301, 304]

# NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2: flow rates of ten batches.
FLOWS = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

# R's data set `discoveries`: great inventions and discoveries in each year from 1860 to 1959.
DISCOVERIES = [5, 3, 0, 2, 0, 3, 2, 3, 6, 1, 2, 1, 2, 1, 3, 3, 3, 5, 2, 4]
DISCOVERIES += [4, 0, 2, 3, 7, 12, 3, 10, 9, 2, 3, 7, 7, 2, 3, 3, 6, 2, 4, 3]
DISCOVERIES += [5, 2, 2, 4, 0, 4, 2, 5, 2, 3, 3, 6, 5, 8, 3, 6, 6, 0, 5, 2]
DISCOVERIES += [2, 2, 6, 3, 4, 4, 2, 2, 4, 7, 5, 3, 3, 0, 2, 2, 2, 1, 3, 4]
DISCOVERIES += [2, 2, 1, 1, 1, 2, 1, 4, 4, 3, 2, 1, 4, 1, 1, 1, 0, 0, 2, 0]

# R's data set `LakeHuron`: its level in feet above 570 feet, each year from 1875 to 1914.
LAKE = [10.38, 11.86, 10.97, 10.80, 9.79, 10.39, 10.42, 10.82, 11.40, 11.32]
LAKE += [11.44, 11.68, 11.17, 10.53, 10.01, 9.91, 9.14, 9.16, 9.55, 9.67]
LAKE += [8.44, 8.24, 9.10, 9.09, 9.35, 8.82, 9.32, 9.01, 9.00, 9.80]
LAKE += [9.83, 9.72, 9.89, 10.01, 9.37, 8.69, 8.19, 8.67, 9.55, 8.92]
