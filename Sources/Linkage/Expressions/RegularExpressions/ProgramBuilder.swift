extension RegularExpression {
    /// A step of the machine that matches; places are indexes of the program.
    enum Instruction: Hashable {
        case set(ScalarSet)
        case assertion(Assertion)
        case save(Int)
        case jump(Int)
        /// Tries the first place, then the second.
        case fork(Int, Int)
        case match
    }
}

/// Turns the parts of a pattern into a program.
struct ProgramBuilder {
    typealias Part = RegularExpression.Part

    private static let limit = 20_000
    private var program: [RegularExpression.Instruction] = []
    /// Parts appended so far: repeated empty parts make no instructions, but take time.
    private var stepCount = 0

    mutating func program(
        _ part: Part
    ) throws(RegularExpression.Problem) -> [RegularExpression.Instruction] {
        try append(.group(part, 0))
        program.append(.match)
        return program
    }

    private mutating func append(_ part: Part) throws(RegularExpression.Problem) {
        stepCount += 1
        guard program.count < Self.limit, stepCount < Self.limit else {
            throw RegularExpression.Problem(sentence: "The pattern is too large.")
        }
        switch part {
        case .empty: break
        case .set(let set): program.append(.set(set))
        case .assertion(let assertion): program.append(.assertion(assertion))
        case .group(let inner, let number?):
            program.append(.save(2 * number))
            try append(inner)
            program.append(.save(2 * number + 1))
        case .group(let inner, nil): try append(inner)
        case .sequence(let parts): for part in parts { try append(part) }
        case .alternatives(let parts): try append(alternatives: parts[...])
        case .repetition(let inner, let least, let most, let isGreedy):
            try append(inner, least, most, isGreedy)
        }
    }

    private mutating func append(
        alternatives parts: ArraySlice<Part>
    ) throws(RegularExpression.Problem) {
        var jumps: [Int] = []
        for part in parts.dropLast() {
            let fork = program.count
            program.append(.match)
            try append(part)
            jumps.append(program.count)
            program.append(.match)
            program[fork] = .fork(fork + 1, program.count)
        }
        if let last = parts.last { try append(last) }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func append(
        _ part: Part, _ least: Int, _ most: Int?, _ isGreedy: Bool
    ) throws(RegularExpression.Problem) {
        guard let most else {
            if least == 0 {
                // A fork around one or more, so that an empty match inside is tried but once.
                let fork = program.count
                program.append(.match)
                try oneOrMore(part, isGreedy)
                program[fork] = choice(fork + 1, program.count, isGreedy)
                return
            }
            for _ in 1..<least { try append(part) }
            return try oneOrMore(part, isGreedy)
        }
        for _ in 0..<least { try append(part) }
        guard most > least else { return }
        var forks: [Int] = []
        for _ in least..<most {
            forks.append(program.count)
            program.append(.match)
            try append(part)
        }
        for fork in forks { program[fork] = choice(fork + 1, program.count, isGreedy) }
    }

    private mutating func oneOrMore(
        _ part: Part, _ isGreedy: Bool
    ) throws(RegularExpression.Problem) {
        let start = program.count
        try append(part)
        program.append(choice(start, program.count + 1, isGreedy))
    }

    private func choice(
        _ inside: Int, _ after: Int, _ isGreedy: Bool
    ) -> RegularExpression.Instruction {
        isGreedy ? .fork(inside, after) : .fork(after, inside)
    }
}
