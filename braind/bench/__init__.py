"""How fast, and with how much memory, on this machine: one run, plain numbers."""

from braind.bench.plan import BenchPlan, Section
from braind.bench.run import run_bench, run_original

__all__ = ["BenchPlan", "Section", "run_bench", "run_original"]
