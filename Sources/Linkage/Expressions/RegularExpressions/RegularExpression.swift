/// A pattern of text in the common part of RE2's syntax, matched in linear time.
///
/// Known: characters, `.`, classes, `\d \w \s`, `\b`, anchors, groups, `| ? * + {m,n}`, greedy and
/// lazy, and the flags `i s m`. All else is refused. Source: R. Cox, "Regular Expression Matching:
/// the Virtual Machine Approach", 2009.
struct RegularExpression: Hashable {
    /// What cannot be read in a pattern, as one sentence.
    struct Problem: Error, Hashable {
        let sentence: String
    }

    /// A part of a pattern.
    indirect enum Part: Hashable {
        case empty
        case set(ScalarSet)
        case assertion(Assertion)
        case group(Part, Int?)
        case sequence([Part])
        case alternatives([Part])
        case repetition(Part, least: Int, most: Int?, isGreedy: Bool)
    }

    /// A condition on a place between characters.
    enum Assertion: Hashable {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }

    /// How a pattern is read; the letters of DuckDB's options.
    struct Options: Hashable {
        var ignoresCase = false
        var dotMatchesNewline = false
        var replacesAll = false

        init() {}

        init(_ letters: String) throws(Problem) {
            for letter in letters {
                switch letter {
                case "c": ignoresCase = false
                case "i": ignoresCase = true
                case "s": dotMatchesNewline = true
                case "m", "n", "p": dotMatchesNewline = false
                case "g": replacesAll = true
                default: throw Problem(sentence: "The option `\(letter)` is not known.")
                }
            }
        }
    }

    let program: [Instruction]
    /// The number of groups in round brackets.
    let groupCount: Int

    init(_ pattern: String, _ options: Options = Options()) throws(Problem) {
        var parser = PatternParser(pattern, options)
        let part = try parser.whole()
        groupCount = parser.groupCount
        var builder = ProgramBuilder()
        program = try builder.program(part)
    }
}
