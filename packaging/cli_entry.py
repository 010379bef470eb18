"""The console program: nothing comes before what a frozen child process needs."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()

    from braind.cli import main

    main()
