"""Sizes and colours of every picture: calm, printable, and clear without colour."""

# Sizes are in points (1/72 inch), as drawn. No text is smaller than SMALL unless the axes that
# somebody gives have no room for it.
SMALL = 9.0
BODY = 9.5
HEADING = 10.5
TITLE = 12.5

MARGIN = 10.0
GAP = 8.0
PAGE_WIDTH = 468.0  # fits between the margins of an A4 or Letter page at full size

# Each pair that meets in a picture also differs in lightness, in pattern or in shape.
INK = "#1b2733"
SOFT = "#46535f"
RULE = "#8a97a3"
FAINT = "#c4ccd3"
PALE = "#eef2f6"
WHITE = "#ffffff"
BLUE = "#0b5c94"
LIGHT_BLUE = "#dbe9f4"
SAND = "#fbf1df"
EARTH = "#7a4d00"
