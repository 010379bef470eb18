"""The windowed program: nothing comes before what a frozen child process needs."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()

    import sys

    from braind_desktop.app import main

    sys.exit(main())
