import Dispatch
import Synchronization

/// The results of a pure function for 0 to `count` - 1, in that order, worked out on threads.
///
/// The number of threads changes nothing but the time.
func parallelMap<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
    let parts = parallelParts(count, threads: threads) { take in
        var results: [(number: Int, result: Result)] = []
        while let number = take() { results.append((number, body(number))) }
        return results
    }
    return parts.joined().sorted { $0.number < $1.number }.map(\.result)
}

/// What each thread makes of the numbers below `count` that it takes.
///
/// Which thread takes which numbers is not certain, so the parts must be put together in a way
/// for which that makes no difference.
func parallelParts<Part: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (_ take: () -> Int?) -> Part
) -> [Part] {
    let next = Mutex(0)
    let take: @Sendable () -> Int? = {
        next.withLock { next in
            guard next < count else { return nil }
            defer { next += 1 }
            return next
        }
    }
    guard threads > 1, count > 1 else { return [body(take)] }
    let parts = Mutex<[Part]>([])
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        let part = body(take)
        parts.withLock { $0.append(part) }
    }
    return parts.withLock { $0 }
}
