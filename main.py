"""Start RunAdvisor from a checkout; the same as ``python -m runadvisor`` and ``runadvisor``."""

from __future__ import annotations

import sys

from runadvisor.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
