import Dispatch
import Synchronization

/// The results of a pure function for 0 to `count` - 1, in that order, worked out on threads.
///
/// The number of threads changes nothing but the time.
func parallelMap<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let progress = Mutex(Progress<Result>(count: count))
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while let number = progress.withLock({ $0.take() }) {
            let result = body(number)
            progress.withLock { $0.results[number] = result }
        }
    }
    return progress.withLock { $0.results.compactMap(\.self) }
}

/// Which numbers are taken, and the results so far.
private struct Progress<Result: Sendable> {
    var results: [Result?]
    private var next = 0

    init(count: Int) { results = Array(repeating: nil, count: count) }

    mutating func take() -> Int? {
        guard next < results.count else { return nil }
        defer { next += 1 }
        return next
    }
}
