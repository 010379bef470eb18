"""Lists that views show: what the engine told, row by row; nothing here asks the engine."""
