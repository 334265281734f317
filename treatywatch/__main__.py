"""`python -m treatywatch`."""

import sys

from treatywatch.cli import main

if __name__ == "__main__":
    sys.exit(main())
