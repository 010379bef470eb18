"""Its place puts this folder on the import path, for the helpers that test folders share."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
