"""Dialogs: none of them stops the work behind it."""
