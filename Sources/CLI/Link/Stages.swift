import Foundation

/// How long each stage of a command takes, said on standard error as it goes.
struct Stages {
    /// One stage and its time.
    struct Stage: Encodable {
        /// What was done.
        let name: String
        /// Seconds by the clock.
        let seconds: Double
        /// Seconds of processors, those of all threads together.
        let cpuSeconds: Double
    }

    private var done: [Stage] = []
    private var current: (name: String, since: ContinuousClock.Instant, cpuSince: Double)?

    /// Ends the stage before, if any, and begins the next.
    mutating func begin(_ name: String) {
        end()
        Failure.say(name + " …")
        current = (name, .now, Self.cpuSeconds)
    }

    /// Ends the last stage and returns all.
    mutating func ended() -> [Stage] {
        end()
        return done
    }

    private mutating func end() {
        guard let current else { return }
        let time = current.since.duration(to: .now)
        done.append(
            Stage(
                name: current.name, seconds: time / .seconds(1),
                cpuSeconds: Self.cpuSeconds - current.cpuSince))
        self.current = nil
    }

    /// The seconds of processors that the process has used so far, its own and the system's for it.
    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process has used so far, in megabytes.
    static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
        return kilobytes / 1024
    }
}
