import Foundation

/// How long each stage of a command takes, said on standard error as it goes.
struct Stages {
    /// One stage and its time.
    struct Stage: Encodable {
        /// What was done.
        let name: String
        /// Seconds by the clock.
        let seconds: Double
    }

    private var done: [Stage] = []
    private var current: (name: String, since: ContinuousClock.Instant)?

    /// Ends the stage before, if any, and begins the next.
    mutating func begin(_ name: String) {
        end()
        Failure.say(name + " …")
        current = (name, .now)
    }

    /// Ends the last stage and returns all.
    mutating func ended() -> [Stage] {
        end()
        return done
    }

    private mutating func end() {
        guard let current else { return }
        let time = current.since.duration(to: .now)
        done.append(Stage(name: current.name, seconds: time / .seconds(1)))
        self.current = nil
    }

    /// The most memory that the process has used so far, in megabytes.
    static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
        return kilobytes / 1024
    }
}
