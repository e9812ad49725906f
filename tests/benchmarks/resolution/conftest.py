"""Scripts find what lies beside them; so do tests of what scripts are made of."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[3] / "benchmarks" / "resolution"))
