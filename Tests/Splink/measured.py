"""Runs a program and says what it cost, all of its threads counted."""

import os
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


def run(command: Sequence[str | Path], output: Path) -> Cost:
    """Runs a command, its output going to a file; raises `Refused` if it fails."""
    start = time.perf_counter()
    with output.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [str(part) for part in command], stdout=file, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        lines = output.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        told = [line.strip() for line in lines if line.strip()][-3:]
        raise Refused(f"exit code {process.returncode}: {' '.join(told)[-300:]}")
    wall = time.perf_counter() - start
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
