import Decisions
import Exchange
import Governance
import Records

/// The second page of loading: what would be stored and for whom, and the choice of the file.
struct ChooseFilePage {
    let visit: Visit
    let permission: LoadPermission
    let names: Names
    let problem: String?

    init(_ visit: Visit, _ permission: LoadPermission, _ names: Names, problem: String? = nil) {
        self.visit = visit
        self.permission = permission
        self.names = names
        self.problem = problem
    }

    var shell: PageShell {
        var errors = FormErrors()
        if let problem { errors.add("file", problem) }
        return visit.page(
            "Choose the file", current: "/uploads", way: .back("/uploads/new"),
            hasErrors: problem != nil
        ) {
            ErrorSummary(errors)
            h1("Choose the file", caption: permission.dataset.title)
            facts
            PostForm("/uploads/new", csrf: visit.csrf, takesFiles: true) {
                hiddenInput("agreement", permission.agreement.id.rawValue)
                hiddenInput("dataset", permission.dataset.id.rawValue)
                FileUpload(
                    "file", "File with the data", accept: [".csv", ".tsv", ".txt", "text/csv"],
                    maximumBytes: TableFile.Limits.standard.bytes,
                    hint: "CSV with a row of headings, at most "
                        + "\(Numerals.grouped(TableFile.Limits.standard.rows)) rows. Any order of "
                        + "columns, any common encoding. Surplus columns do no harm.",
                    error: errors["file"], size: .medium)
                Button("Send and check")
            }
            Inset("Nothing is stored until you have read the report and accepted it.")
            files
            stored
            neverStored
        }
    }

    private var facts: SummaryList {
        SummaryList {
            SummaryRow("Agreement") {
                a(
                    permission.agreement.terms.title, to: "/agreements/\(permission.agreement.id)")
                " (\(permission.agreement.id), version \(permission.agreement.version))"
            }
            SummaryRow("Purpose", names.name(permission.agreement.terms.purpose))
            SummaryRow("What to send", permission.dataset.description)
            SummaryRow(
                "Who may use it",
                permission.permits.map { names.name($0.request.to) }.joined(separator: ", "))
            SummaryRow("Deleted by", deleteBy?.words)
        }
    }

    private var deleteBy: CalendarDate? { permission.permits.map(\.deleteBy).min() }

    @HTMLBuilder private var files: HTML {
        h2("Files to help you", size: .small)
        let query = "agreement=\(permission.agreement.id)&dataset=\(permission.dataset.id)"
        plainList {
            DownloadLink(
                "Template with the allowed headings", to: "/uploads/new/template.csv?\(query)",
                format: "CSV", bytes: permission.specification.template.count)
            for name in samples {
                DownloadLink(
                    "Sample with invented people, some rows wrong on purpose",
                    to: "/demo/files/\(Address.encoded(name))", format: "CSV",
                    bytes: visit.desk.sampleFiles[name]?.count)
            }
        }
    }

    private var samples: [String] {
        guard visit.desk.isDemonstration else { return [] }
        let name = "\(permission.dataset.id).csv"
        return visit.desk.sampleFiles[name] == nil ? [] : [name]
    }

    private var stored: Table {
        Table(
            "What will be stored, and for whom",
            columns: [.text("Data item"), .text("Must be filled"), .text("Who may use it")]
        ) {
            for field in permission.specification.fields {
                Table.Row {
                    field.item.label
                    field.required ? "Yes" : "No"
                    receivers(of: field.item.id)
                }
            }
        }
    }

    private func receivers(of item: DataItem.ID) -> String {
        permission.permits.compactMap { permit in
            permit.grants[item].map { "\(names.name(permit.request.to)) (clause \($0.clause))" }
        }.joined(separator: ", ")
    }

    @HTMLBuilder private var neverStored: HTML {
        h2("What is never stored")
        if permission.withheld.isEmpty {
            p("The agreement allows every item of this data set. All other columns are dropped.")
        } else {
            p(
                "The agreement does not allow these items. If your file has them, they are "
                    + "dropped before anything is stored, like every column that is not known.")
            bullets(permission.withheld.map(\.label))
        }
    }
}
