"""``python -m tawatur`` is the command ``tawatur``."""

import sys

from tawatur.cli import main

if __name__ == "__main__":
    sys.exit(main())
