"""BRAIND: find the fashion brands that resemble you. The engine, free of any user interface."""

import os

# onnxruntime reports usage by default on Linux; the switch must be set before its first import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
