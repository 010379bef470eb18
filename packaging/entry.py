"""The program: the window, or the command line when it is called by that name.

One file serves both where systems let a link do so (all but Windows, which tells windows and
consoles apart when a program starts). Nothing comes before what a frozen child process needs;
the processes that open and read pictures are this program, too.
"""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()

    import sys
    from pathlib import Path

    if "--decode-pictures" in sys.argv[1:2]:
        from braind.sources.decoding.program import main as run
    elif "--read-photos" in sys.argv[1:2]:
        from braind.engine.reader_program import main as run
    elif Path(sys.argv[0]).stem in ("braind", "braind-cli"):
        from braind.cli import main as run
    else:
        from braind_desktop.app import main as run

    sys.exit(run())
