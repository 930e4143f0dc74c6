import ArgumentParser
import Linkage

/// Tries a condition of a Splink model on pairs of records.
struct LinkConditionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "condition",
        abstract: "Try a condition or blocking rule of a Splink model on pairs of records.",
        discussion: """
            The file is CSV with a heading row; name_l and name_r are the column name of the two
            records. An empty field is unknown; "" is an empty text. One line is printed for each
            pair: true, false or null.

            weft link condition --condition 'levenshtein("name_l", "name_r") <= 1' pairs.csv
            """)
    @Option(help: "The condition in SQL.") var condition: String
    @Flag(help: "Print the value of any expression; line breaks in it become \\n.")
    var values = false
    @Argument(help: "The file of pairs, CSV in UTF-8.") var file: String

    func run() throws {
        let expression: Linkage.Expression
        do {
            expression = try Linkage.Expression(sql: condition)
        } catch {
            throw Problem(error.description)
        }
        let pairs = try ConditionRows(try fileBytes(file), named: file)
        var lines: [UInt8] = []
        for (number, row) in pairs.rows.enumerated() {
            lines += try line(expression, row, number: number + 1) + [UInt8(ascii: "\n")]
        }
        Output.write(lines)
    }

    private func line(
        _ expression: Linkage.Expression, _ row: PairRow, number: Int
    ) throws -> [UInt8] {
        let value: Value
        do {
            value = try expression.value(in: row)
        } catch {
            if values { return Array("error".utf8) }
            throw Problem("Pair \(number) has no result. \(error.sentence)")
        }
        switch value {
        case .null: return Array("null".utf8)
        case .boolean(let isTrue): return Array((isTrue ? "true" : "false").utf8)
        default:
            guard values else {
                throw Problem(
                    "The condition is not true or false, but a value; --values prints values.")
            }
            return value.shown
        }
    }
}

extension Value {
    /// The value on one line; a backslash and a line break are written as in C.
    fileprivate var shown: [UInt8] {
        text.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\\"): Array("\\\\".utf8)
            case UInt8(ascii: "\n"): Array("\\n".utf8)
            case UInt8(ascii: "\r"): Array("\\r".utf8)
            default: [byte]
            }
        }
    }
}
