"""Charts as functions of a painter, so that one code gives screen, PNG, SVG and PDF.

Each takes the painter, the rectangle to fill, what to show, and the theme; none knows a widget.
"""
