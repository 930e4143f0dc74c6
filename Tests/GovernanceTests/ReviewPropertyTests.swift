import Governance
import Records
import Testing

/// The dates of reviews against somebody who walks through the calendar day by day.
struct ReviewPropertyTests {
    /// A day as a person counts it, with month lengths written out.
    private struct SlowDay: Equatable {
        var year: Int
        var month: Int
        var day: Int

        static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

        var length: Int {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            return month == 2 && isLeap ? 29 : Self.lengths[month - 1]
        }

        mutating func forward() {
            day += 1
            if day > length { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }

        /// So many months later, one month after the other, and back to the month's last day.
        func months(_ count: Int) -> SlowDay {
            var moved = self
            for _ in 0..<abs(count) {
                moved.month += count > 0 ? 1 : -1
                if moved.month > 12 { (moved.month, moved.year) = (1, moved.year + 1) }
                if moved.month < 1 { (moved.month, moved.year) = (12, moved.year - 1) }
            }
            moved.day = min(day, moved.length)
            return moved
        }

        var text: String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(year)-\(two(month))-\(two(day))"
        }

        static func <= (left: SlowDay, right: SlowDay) -> Bool {
            (left.year, left.month, left.day) <= (right.year, right.month, right.day)
        }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func random(_ source: inout Seeded) -> SlowDay {
        var day = SlowDay(
            year: Int.random(in: 1996...2104, using: &source),
            month: Int.random(in: 1...12, using: &source), day: 1)
        // Month ends and the days around them are where the rules differ.
        let isEnd = Bool.random(using: &source)
        day.day =
            isEnd
            ? day.length - Int.random(in: 0...1, using: &source)
            : Int.random(in: 1...day.length, using: &source)
        return day
    }

    @Test func `100,000 random days lie to their review dates as a walk through them says`() throws
    {
        let seed: UInt64 = 20_261_123
        var source = Seeded(state: seed)
        var cases = 0
        while cases < 100_000 {
            let review = Self.random(&source)
            let agreement = try StandingTests.agreement(
                start: "1990-01-01", lastDay: "2190-12-31", review: review.text)
            let (due, last) = (review.months(-3), review.months(3))
            var today = review.months(-4)
            for _ in 0..<250 {
                let date = day(today.text)
                let isOverdue = !(today <= review)
                let expected: SharingAgreement.ReviewStanding =
                    isOverdue ? .overdue : due <= today ? .due : .notDue
                let isListed = today <= last
                guard agreement.reviewStanding(on: date) == expected,
                    agreement.standing(on: date) == (isListed ? .inForce : .delisted),
                    agreement.notices(on: date).count
                        == (expected == .notDue ? 0 : isOverdue ? (isListed ? 2 : 3) : 1)
                else {
                    Issue.record("Seed \(seed): review \(review.text), day \(today.text).")
                    return
                }
                today.forward()
                cases += 1
            }
        }
    }
}
