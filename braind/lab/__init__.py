"""The training lab: classifiers and detectors that a user trains on photos of their own.

Every job is a generator of events. torch, torchvision and ultralytics are imported by the modules
that need them, and by nothing that merely lists what the lab can do.
"""
