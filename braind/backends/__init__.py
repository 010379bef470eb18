"""Backends: what computes a stage's answers. Heavy imports happen inside their constructors."""
