"""How much memory this process took at the most."""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_megabytes() -> float:
    """Of this program alone: what ``getrusage`` tells begins at the peak of who started it."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
        return int(peak) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
