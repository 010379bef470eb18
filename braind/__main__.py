"""``python -m braind``."""

from braind.cli import main

if __name__ == "__main__":
    main()
