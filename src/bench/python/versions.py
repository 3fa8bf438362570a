"""Prints, as JSON, the versions of the packages named on the command line that can be imported."""
import importlib.metadata
import importlib.util
import json
import platform
import sys

versions = {"python": platform.python_version()}
for name in sys.argv[1:]:
    if importlib.util.find_spec(name) is None:
        continue
    try:
        versions[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        versions[name] = str(getattr(importlib.import_module(name), "__version__", "unknown"))
print(json.dumps(versions))
