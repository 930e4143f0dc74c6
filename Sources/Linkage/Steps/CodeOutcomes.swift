/// The tests of codes that a part of a program can come to, and where their outcomes lead.
struct CodeOutcomes {
    /// The tests, a bit each, the lowest first.
    private(set) var tests: [CodeTests.Test] = []
    /// The bounds on texts, whose bits follow.
    private(set) var bounds: [TextBound] = []

    private let start: PairProgram.Target
    private let program: [PairProgram.Test]
    private let room: Int
    private var visited: Set<PairProgram.Target> = []

    /// The most tests and bounds of a part; what goes beyond is left to the program.
    private static let most = (tests: 8, bounds: 3)

    /// `room`: how many tests there may be at the most.
    init(_ start: PairProgram.Target, _ program: [PairProgram.Test], room: Int) {
        self.start = start
        self.program = program
        self.room = min(room, Self.most.tests)
        collect(start)
    }

    /// Finds the tests to which codes and bounds lead.
    private mutating func collect(_ place: PairProgram.Target) {
        guard place >= 0, visited.insert(place).inserted else { return }
        let test = program[Int(place)]
        if test.kind == .reach { return collect(test.whenTrue) }
        if let (needed, next) = codes(of: test) {
            let new = needed.filter { !tests.contains($0) }
            guard tests.count + new.count <= room else { return }
            tests += new
            for target in next { collect(target) }
        } else if let bound = TextBound(test) {
            if !bounds.contains(bound) {
                guard bounds.count < Self.most.bounds else { return }
                bounds.append(bound)
            }
            collect(Self.whenFar(test))
        }
    }

    /// The tests of codes that a test needs and where it can lead, or nil for other tests.
    private func codes(
        of test: PairProgram.Test
    ) -> (needed: [CodeTests.Test], next: [PairProgram.Target])? {
        guard let question = test.question else { return nil }
        var needed = [test.code(question)]
        var next = [test.whenTrue, test.whenFalse]
        if test.canBeMissing {
            needed.append(test.code(.oneIsMissing))
            next.append(test.otherwise)
        }
        return (needed, next)
    }

    /// Where a test of texts leads that are too unlike.
    private static func whenFar(_ test: PairProgram.Test) -> PairProgram.Target {
        test.kind == .jaro || test.kind == .jaroWinkler ? test.otherwise : test.whenFalse
    }

    /// Where the program stands for one number made of all bits, and the bound that could say more.
    ///
    /// The last `reach` on the way if there is one: it says what can still come.
    func end(_ number: Int) -> (target: PairProgram.Target, bound: Int?) {
        var (place, stop) = (start, PairProgram.Target?.none)
        while place >= 0 {
            let test = program[Int(place)]
            if test.kind == .reach {
                (place, stop) = (test.whenTrue, place)
            } else if let question = test.question {
                guard let next = next(after: test, question, number) else {
                    return (stop ?? place, nil)
                }
                place = next
            } else if let bound = TextBound(test), let index = bounds.firstIndex(of: bound) {
                guard number >> (tests.count + index) & 1 == 1 else {
                    return (stop ?? place, index)
                }
                place = Self.whenFar(test)
            } else {
                return (stop ?? place, nil)
            }
        }
        return (place, nil)
    }

    private func next(
        after test: PairProgram.Test, _ question: CodeTests.Question, _ number: Int
    ) -> PairProgram.Target? {
        func holds(_ question: CodeTests.Question) -> Bool? {
            tests.firstIndex(of: test.code(question)).map { number >> $0 & 1 == 1 }
        }
        if test.canBeMissing {
            guard let isMissing = holds(.oneIsMissing) else { return nil }
            if isMissing { return test.otherwise }
        }
        return holds(question).map { $0 ? test.whenTrue : test.whenFalse }
    }
}

extension PairProgram.Test {
    /// What the test asks of codes, if no more than that.
    fileprivate var question: CodeTests.Question? {
        switch kind {
        case .equal: .equal
        case .different: .different
        case .oneIsMissing: .oneIsMissing
        case .leftIsMissing: .leftIsMissing
        case .rightIsMissing: .rightIsMissing
        case .leftIsKnown: .leftIsKnown
        case .rightIsKnown: .rightIsKnown
        case .columnsSwapped: .swapped
        case .codeDifference where relation == .lessOrEqual && limit >= 0 && limit < 1e8:
            .within(Int32(limit))
        default: nil
        }
    }

    /// Whether a missing number leads elsewhere than different ones.
    fileprivate var canBeMissing: Bool { kind == .equal && otherwise != whenFalse }

    fileprivate func code(_ question: CodeTests.Question) -> CodeTests.Test {
        CodeTests.Test(question: question, slot: Int(slot), other: Int(other))
    }
}
