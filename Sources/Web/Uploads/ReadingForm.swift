import Exchange
import Governance
import Records

/// How the bytes of a file were read, and the form that reads them in another way.
struct ReadingForm: Part {
    let staged: StagedVisit
    let problem: String?

    init(_ staged: StagedVisit, problem: String?) {
        self.staged = staged
        self.problem = problem
    }

    private var visit: Visit { staged.visit }
    private var file: TableFile { staged.staged.file }

    @HTMLBuilder var html: HTML {
        h2("If letters look wrong or columns run together")
        p(
            "The file was read as \(file.encoding.label), cut at “\(file.delimiter.label)”. "
                + oddSummary)
        if file.damage.count > 0 {
            WarningText(
                "\(Numerals.grouped(file.damage.count)) places cannot be read in this encoding, "
                    + "the first on line \(file.damage.lines.first ?? 1). Try another one.")
        }
        if !file.oddCharacters.isEmpty {
            Details("Letters and signs outside plain English") { oddCharacters }
        }
        PostForm("\(staged.address)/reading", csrf: visit.csrf) {
            hiddenInput("revision", "\(staged.staged.revision)")
            Select(
                "encoding", "Encoding",
                TextEncoding.allCases.map { Choice($0.rawValue, $0.label) },
                selected: typed("encoding", file.encoding.rawValue), error: problem)
            Select(
                "delimiter", "Character between columns",
                Delimiter.allCases.map { Choice($0.rawValue, $0.label) },
                selected: typed("delimiter", file.delimiter.rawValue))
            Button("Read the file again", .secondary)
        }
    }

    private func typed(_ field: String, _ value: String) -> String {
        visit.form.has(field) ? visit.form[field] : value
    }

    private var oddSummary: String {
        file.oddCharacters.isEmpty
            ? "It holds plain English letters only."
            : "It holds \(file.oddCharacters.count) different letters or signs outside plain "
                + "English: "
                + file.oddCharacters.prefix(12).map(\.character).joined(separator: " ")
    }

    private var oddCharacters: Table {
        Table(
            "Letters and signs outside plain English", size: .small,
            columns: [.text("Character"), .number("How often"), .text("First lines")]
        ) {
            for odd in file.oddCharacters {
                Table.Row {
                    odd.character
                    odd.count
                    odd.lines.map(Numerals.grouped).joined(separator: "; ")
                }
            }
        }
    }
}
