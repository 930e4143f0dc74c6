extension RegularExpression {
    /// Where the whole match and the groups lie; nil for a group that took no part.
    typealias Match = [Range<Int>?]

    /// The first match at or after a place; of those the one that the pattern prefers.
    ///
    /// - Complexity: O(length of the text × length of the program).
    func firstMatch(in text: [Unicode.Scalar], from start: Int = 0) -> Match? {
        var machine = Machine(program: program, text: text, slots: 2 * (groupCount + 1))
        return machine.run(from: start)
    }

    /// Whether the text holds a match.
    func matches(in text: [Unicode.Scalar]) -> Bool { firstMatch(in: text) != nil }

    /// The threads of a match in order of preference.
    private struct Machine {
        struct Thread {
            let place: Int
            var saved: [Int]
        }

        let program: [Instruction]
        let text: [Unicode.Scalar]
        let slots: Int
        var seen: [Int]
        var step = 0

        init(program: [Instruction], text: [Unicode.Scalar], slots: Int) {
            self.program = program
            self.text = text
            self.slots = slots
            seen = Array(repeating: -1, count: program.count)
        }

        mutating func run(from start: Int) -> Match? {
            var threads: [Thread] = []
            var best: [Int]?
            for position in start...text.count {
                step = position
                var current: [Thread] = []
                for thread in threads { follow(thread, at: position, into: &current) }
                if best == nil {
                    let fresh = Thread(place: 0, saved: Array(repeating: -1, count: slots))
                    follow(fresh, at: position, into: &current)
                }
                threads = []
                loop: for thread in current {
                    switch program[thread.place] {
                    case .match:
                        best = thread.saved
                        break loop
                    case .set(let set):
                        if position < text.count, set.contains(text[position]) {
                            threads.append(Thread(place: thread.place + 1, saved: thread.saved))
                        }
                    default: break
                    }
                }
                if threads.isEmpty, best != nil { break }
            }
            return best.map(Self.ranges)
        }

        private static func ranges(_ saved: [Int]) -> Match {
            stride(from: 0, to: saved.count, by: 2).map { slot in
                saved[slot] >= 0 && saved[slot + 1] >= saved[slot]
                    ? saved[slot]..<saved[slot + 1] : nil
            }
        }

        /// Follows jumps and forks to the steps that read a character, in order of preference.
        private mutating func follow(
            _ thread: Thread, at position: Int, into list: inout [Thread]
        ) {
            var open = [thread]
            while var next = open.popLast() {
                guard seen[next.place] != step else { continue }
                seen[next.place] = step
                switch program[next.place] {
                case .set, .match: list.append(next)
                case .jump(let place): open.append(Thread(place: place, saved: next.saved))
                case .fork(let first, let second):
                    open.append(Thread(place: second, saved: next.saved))
                    open.append(Thread(place: first, saved: next.saved))
                case .save(let slot):
                    next.saved[slot] = position
                    open.append(Thread(place: next.place + 1, saved: next.saved))
                case .assertion(let assertion):
                    if holds(assertion, at: position) {
                        open.append(Thread(place: next.place + 1, saved: next.saved))
                    }
                }
            }
        }

        private func holds(_ assertion: Assertion, at position: Int) -> Bool {
            switch assertion {
            case .textStart: position == 0
            case .textEnd: position == text.count
            case .lineStart: position == 0 || text[position - 1] == "\n"
            case .lineEnd: position == text.count || text[position] == "\n"
            case .wordBoundary: isBoundary(position)
            case .noWordBoundary: !isBoundary(position)
            }
        }

        private func isBoundary(_ position: Int) -> Bool {
            let before = position > 0 && ScalarSet.isWord(text[position - 1])
            let after = position < text.count && ScalarSet.isWord(text[position])
            return before != after
        }
    }
}
