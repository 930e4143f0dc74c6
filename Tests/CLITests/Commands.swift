import Testing

/// Every test that starts processes, one after the other.
///
/// Foundation learns that a process ended by a socket which other processes inherit when they start
/// at the same moment; then nobody would learn of the end while one of those still runs.
@Suite(.serialized) enum CommandTests {}
