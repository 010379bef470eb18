"""Its place puts this folder on the import path, for the helpers that test folders share."""
