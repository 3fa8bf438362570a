"""Reads a LOCPOT with pymatgen; prints the seconds that the reading alone took."""

import json
import sys
import time
import warnings

from pymatgen.io.vasp.outputs import Locpot

warnings.simplefilter("ignore")
start = time.perf_counter()
potential = Locpot.from_file(sys.argv[1])
seconds = time.perf_counter() - start
print(json.dumps({"s": seconds, "points": int(potential.data["total"].size)}))
