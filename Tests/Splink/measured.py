"""Runs a program and says what it cost, all of its threads counted.

A process that starts another gives it its own peak of memory to begin with. So the program is
started by a second, small Python that imports as little as it can: this file, as a script.
"""

import os
import sys

# The small Python's own end, apart from those of the program it runs.
UNUSABLE = 125


def time_child(output: str, command: list[str]) -> int:
    """Runs a command; writes its CPU seconds, peak of memory and exit code to standard output."""
    child = os.fork()
    if child == 0:
        file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(file, 1)
        os.dup2(file, 2)
        try:
            os.execv(command[0], command)
        except OSError:
            os._exit(UNUSABLE)
    _, status, usage = os.wait4(child, 0)
    cpu = usage.ru_utime + usage.ru_stime
    print(cpu, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
    return 0


if __name__ == "__main__":
    sys.exit(time_child(sys.argv[1], sys.argv[2:]))

# What follows is for those who import this file; the small Python has no need of it.
import hashlib
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system), wall seconds and the peak of memory in megabytes."""

    cpu: float = 0
    wall: float = 0
    megabytes: float = 0

    def __add__(self, other: "Cost") -> "Cost":
        """One after the other: the times add up, the larger peak stays."""
        return Cost(
            self.cpu + other.cpu, self.wall + other.wall, max(self.megabytes, other.megabytes)
        )


class Refused(Exception):
    """A program ended with another exit code than 0; holds its last words about it."""


def digest_of(*paths: Path) -> str:
    """Changes when any of these files does."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def run(command: Sequence[str | Path], output: Path) -> Cost:
    """Runs a command, its output going to a file; raises `Refused` if it fails."""
    start = time.perf_counter()
    small = (sys.executable, "-I", "-S", __file__, str(output), *(str(part) for part in command))
    timed = subprocess.run(small, capture_output=True, text=True, check=True)
    cpu, megabytes, code = timed.stdout.split()
    if code != "0":
        lines = output.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        told = [line.strip() for line in lines if line.strip()][-3:]
        raise Refused(f"exit code {code}: {' '.join(told)[-300:]}")
    return Cost(float(cpu), time.perf_counter() - start, float(megabytes))
