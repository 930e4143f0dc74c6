import Exchange
import Logging

/// What a running server does by itself once an hour, so that it is done on each day.
enum DailyWork {
    /// Serves, and gives the notices of reviews meanwhile; ends when serving ends.
    static func run(
        in store: Store, beside serving: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await serving() }
            group.addTask {
                while !Task.isCancelled {
                    await once(in: store)
                    try? await Task.sleep(for: .seconds(3_600))
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// A failure is written to the server's log and tried again an hour later.
    private static func once(in store: Store) async {
        do {
            _ = try await store.giveReviewNotices()
        } catch {
            Log.logger.error("The notices of reviews could not be given; tried again in an hour.")
        }
    }
}
