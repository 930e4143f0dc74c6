"""Counts what passed and says what failed."""


class Report:
    """The results so far."""

    def __init__(self, quiet: bool = False) -> None:
        self.passed = 0
        self.failures: list[tuple[str, list[str]]] = []
        self.quiet = quiet

    def add(self, name: str, faults: list[str]) -> None:
        """Notes one test: it passed when there are no faults."""
        if not faults:
            self.passed += 1
            return
        self.failures.append((name, faults))
        self.note("FAILED " + name)
        for fault in faults:
            self.note("    " + fault)

    def note(self, text: str) -> None:
        """Says something at once."""
        if not self.quiet:
            print(text, flush=True)

    def summary(self) -> str:
        """The last line."""
        return f"{self.passed} passed, {len(self.failures)} failed"
