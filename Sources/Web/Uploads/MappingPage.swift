import Exchange
import Governance
import Records

/// What a file was read as and what its columns are taken for, to look at and to change.
struct MappingPage {
    let staged: StagedVisit
    let isRefused: Bool
    let readingProblem: String?

    init(_ staged: StagedVisit, isRefused: Bool = false, readingProblem: String? = nil) {
        self.staged = staged
        self.isRefused = isRefused
        self.readingProblem = readingProblem
    }

    private var visit: Visit { staged.visit }
    private var file: TableFile { staged.staged.file }
    private var specification: DatasetSpecification { staged.permission.specification }

    var shell: PageShell {
        visit.page(
            "Say what each column holds", current: "/uploads", way: .back("/uploads"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Say what each column holds", caption: specification.title)
            p(
                "\(Numerals.grouped(file.rowCount)) rows and \(file.headings.count) columns. "
                    + "Nothing is stored yet.")
            if !isRefused { missing }
            PostForm(staged.address, csrf: visit.csrf, warnsUnsaved: true) {
                hiddenInput("revision", "\(staged.staged.revision)")
                columnTable
                buttonGroup {
                    Button("Check the file", name: "go", value: "check")
                    Button("Save and look again", .secondary, name: "go", value: "preview")
                }
            }
            preview
            ReadingForm(staged, problem: readingProblem)
            PostForm("\(staged.address)/discard", csrf: visit.csrf) {
                Button("Discard this file", .warning)
            }
        }
    }

    private var errors: FormErrors {
        var errors = FormErrors()
        if let readingProblem { errors.add("encoding", readingProblem) }
        if isRefused { for problem in problems { errors.add(target(problem), problem.sentence) } }
        return errors
    }

    private var problems: [ColumnMapping.Problem] {
        staged.staged.mapping(allowed: staged.permission.items)
            .problems(for: file, dataset: specification)
    }

    /// The input that mends a problem: the last of several columns, else the first column.
    private func target(_ problem: ColumnMapping.Problem) -> String {
        guard case .sameItem(_, let headings) = problem, let heading = headings.last,
            let index = file.headings.firstIndex(of: heading)
        else { return "column-1" }
        return "column-\(index + 1)"
    }

    @HTMLBuilder private var missing: HTML {
        let sentences = problems.map(\.sentence)
        if !sentences.isEmpty {
            Inset {
                p("Before the file can be checked:")
                bullets(sentences)
            }
        }
    }

    private var columnTable: Table {
        let rows = file.preview(rows: 50)
        return Table(
            "Columns of the file",
            columns: [
                .text("Heading"), .text("First values"), .text("What it holds"), .text("Why"),
            ]
        ) {
            for (index, column) in staged.staged.mapping.columns.enumerated() {
                Table.Row {
                    column.heading
                    samples(of: index, in: rows)
                    select(index, column)
                    reason(column)
                }
            }
        }
    }

    private func samples(of column: Int, in rows: [TableFile.PreviewRow]) -> HTML {
        var found: [String] = []
        for row in rows where column < row.values.count && found.count < 3 {
            let value = String(row.values[column].prefix(40))
            if !value.isEmpty, !found.contains(value) { found.append(value) }
        }
        return found.isEmpty
            ? span("Empty", .class("weft-absent")) : HTML(found.joined(separator: " · "))
    }

    private func isAllowed(_ column: ColumnMapping.Column) -> Bool {
        column.item.map(staged.permission.items.contains) ?? true
    }

    private func select(_ index: Int, _ column: ColumnMapping.Column) -> HTML {
        let id = "column-\(index + 1)"
        let selected = isAllowed(column) ? column.item?.rawValue ?? "" : ""
        let choices =
            [Choice("", "Leave out")]
            + specification.items.map { Choice($0.id.rawValue, $0.label) }
        return HTML {
            element("label", .class("govuk-visually-hidden"), .for(id)) {
                "What “\(column.heading)” holds"
            }
            element(
                "select", .class("govuk-select"), .id(id), .name(id),
                .optional("aria-invalid", errors[id] == nil ? nil : "true")
            ) {
                for choice in choices {
                    element(
                        "option", .value(choice.value),
                        .flag("selected", if: choice.value == selected)
                    ) { choice.text }
                }
            }
        }
    }

    private func reason(_ column: ColumnMapping.Column) -> HTML {
        guard !isAllowed(column), let item = column.item else {
            return HTML(
                column.item == nil && column.reason == .chosen
                    ? "Left out by hand." : column.reason.sentence)
        }
        let label = staged.permission.dataset.field(item)?.item.label ?? item.rawValue
        return HTML {
            "Looks like \(label). "
            strong("Not allowed by this agreement: dropped before storage.")
        }
    }

    /// What would be stored, with the headings of the file; dropped columns are not repeated.
    private var preview: Table {
        let mapping = staged.staged.mapping(allowed: staged.permission.items)
        let kept = mapping.columns.indices.filter { mapping.columns[$0].item != nil }
        return Table(
            "The first rows as they were read",
            columns: [.text("Line")] + kept.map { .text(file.headings[$0]) },
            empty: "No column is kept yet."
        ) {
            for row in kept.isEmpty ? [] : file.preview(rows: 20) {
                Table.Row(
                    [HTML(Numerals.grouped(row.line))]
                        + kept.map {
                            HTML($0 < row.values.count ? String(row.values[$0].prefix(60)) : "")
                        })
            }
        }
    }
}
