"""Garments, each cut on the posed figure and given as pieces in painting order."""
