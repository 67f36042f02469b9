"""Whole-process score rate of tidu beside jq and orjson merely parsing the same bytes.

    score.py TIDU APPLICATIONS.ndjson [ROUNDS]

The three take turns; the median of each is printed, and tidu's rate as a ratio to the others'.
"""
import os
import statistics
import subprocess
import sys
import time

ORJSON = "import orjson,sys\nfor line in open(sys.argv[1],'rb'): orjson.loads(line)"


def seconds(command, out):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL)
    if done.returncode not in (0,):
        sys.exit(f"score.py: {command[0]} left with {done.returncode}")
    return time.perf_counter() - start


def version(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def main():
    tidu, path = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    size = os.path.getsize(path)
    with open(path, "rb") as lines:
        files = sum(1 for _ in lines)
    contenders = {
        "tidu score": [tidu, "score", "--format", "json", path],
        "orjson loads": [sys.executable, "-c", ORJSON, path],
        "jq -c .id": ["jq", "-c", ".id", path],
    }
    times = {name: [] for name in contenders}
    with open(os.devnull, "wb") as nowhere:
        for turn in range(rounds + 1):
            for name, command in contenders.items():
                if name.startswith("jq") and turn > 2:
                    continue
                taken = seconds(command, nowhere)
                if turn:
                    times[name].append(taken)
    print(version([tidu, "--version"]), "·", version(["jq", "--version"]), "· orjson",
          version([sys.executable, "-c", "import orjson; print(orjson.__version__)"]),
          "· Python", sys.version.split()[0], f"· {os.cpu_count()} cores")
    print(f"{files:,} applications, {size / 1e6:.0f} MB, whole process, median of {rounds} turns")
    own = statistics.median(times["tidu score"])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"  {name:14}{median:8.2f} s {files / median:12,.0f} files/s {size / 1e6 / median:8.0f} MB/s"
              f"   tidu is {median / own:5.2f} times as fast")


main()
