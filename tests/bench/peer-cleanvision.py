"""cleanvision over a folder: how long it took, and which pictures it has something against, as JSON on standard output."""
import contextlib
import json
import sys
import time
from importlib.metadata import version

from cleanvision import Imagelab

folder, jobs = sys.argv[1], int(sys.argv[2])
# its progress would end up between the lines of JSON
with contextlib.redirect_stdout(sys.stderr):
    start = time.perf_counter()
    lab = Imagelab(data_path=folder)
    lab.find_issues(n_jobs=jobs, verbose=False)
    seconds = time.perf_counter() - start
columns = [name for name in lab.issues.columns if name.startswith("is_") and name.endswith("_issue")]
found = {name[3:-6]: sorted(lab.issues.index[lab.issues[name]].tolist()) for name in columns}
print(json.dumps({"version": version("cleanvision"), "pictures": len(lab.issues), "seconds": seconds, "found": found}))
