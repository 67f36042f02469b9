"""A pack of 20 cases with papers of 100 MB, beside tar into openssl and into age: written, synced, read again, compared.

    pack.py TIDU FOLDER [ROUNDS]

FOLDER is on the disk that is measured. The contenders take turns; the median of each is printed, with the most memory
that tidu took and what taking the pack in again took.
"""
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time

CASES, PAPER = 20, 5_000_000


def run(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    if done.returncode != 0:
        sys.exit(f"pack.py: {command} left with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


# A process of its own that waits for the command: what this one has in memory would count as the command's.
WAITER = """import os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss / 1024)
sys.exit(status != 0)
"""


def measured(command, **options):
    seconds, mebibytes = run([sys.executable, "-c", WAITER, *command], **options).split()
    return float(seconds), float(mebibytes)


def make_store(tidu, work):
    store = f"{work}/store"
    run([tidu, "init", "--trial", store])
    lines, folders, numbers = [], [], random.Random(15)
    for line in run([tidu, "generate", "--seed", "1", "--count", str(CASES)]).splitlines():
        case = json.loads(line)
        paper = numbers.randbytes(PAPER)
        case["materials"] = [
            {"item": "audit-report", "year": 2024, "file": "audit.pdf", "sha256": hashlib.sha256(paper).hexdigest()}]
        folder = f"cases/{case['authority']}/{case['batch']}/{case['id']}"
        with open(f"{work}/{case['id']}.pdf", "wb") as file:
            file.write(paper)
        folders.append(folder)
        lines.append(json.dumps(case, ensure_ascii=False))
    run([tidu, "import", "--store", store, "-"], input="\n".join(lines).encode())
    ids = [folder.rsplit("/", 1)[1] for folder in folders]
    for folder, name in zip(folders, ids):
        os.rename(f"{work}/{name}.pdf", f"{store}/{folder}/audit.pdf")
    return store, ids


def main():
    tidu, work = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    os.environ["XDG_DATA_HOME"] = f"{work}/own"
    os.environ.pop("TIDU_STORE", None)
    store, ids = make_store(tidu, work)
    tail = "> f && sync f && sha256sum f"
    contenders = {
        "tidu take": [tidu, "take", "--store", store, *ids, "--to", "f.pack"],
        "tar | openssl": ["sh", "-c", "tar -c -C store . | openssl enc -aes-256-ctr -pbkdf2 -pass pass:x " + tail],
    }
    if shutil.which("age"):
        run(["age-keygen", "-o", f"{work}/age.key"])
        public = run(["age-keygen", "-y", f"{work}/age.key"]).strip()
        contenders["tar | age"] = ["sh", "-c", f"tar -c -C store . | age -r {public} " + tail]
    times, memory = {name: [] for name in contenders}, []
    for turn in range(rounds + 1):
        for name, command in contenders.items():
            for left in ("f", "f.pack"):
                if os.path.exists(f"{work}/{left}"):
                    os.unlink(f"{work}/{left}")
            taken, peak = measured(command, cwd=work)
            if turn:
                times[name].append(taken)
                if name == "tidu take":
                    memory.append(peak)
    run([tidu, "take", "--store", store, *ids, "--to", f"{work}/f.pack"])
    merging, peak = measured([tidu, "merge", "--store", store, f"{work}/f.pack"])
    size = os.path.getsize(f"{work}/f.pack")
    print(f"a pack of {CASES} cases, {size / 1e6:.0f} MB, written, synced, read again, compared; median of {rounds} turns")
    own = statistics.median(times["tidu take"])
    for name, values in times.items():
        median = statistics.median(values)
        ratio = "" if name == "tidu take" else f"   tidu takes {own / median:5.2f} times as long"
        print(f"  {name:14}{median:8.2f} s {size / 1e6 / median:8.0f} MB/s{ratio}")
    print(f"  tidu took {max(memory):.0f} MB of memory; merging it where all is the same {merging:.2f} s, {peak:.0f} MB")


main()
