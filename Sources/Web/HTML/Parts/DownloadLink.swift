/// A file to take away, with its format and size said before it is chosen.
struct DownloadLink: Part {
    let text: String
    let address: String
    let format: String
    let bytes: Int?

    init(_ text: String, to address: String, format: String, bytes: Int? = nil) {
        self.text = text
        self.address = address
        self.format = format
        self.bytes = bytes
    }

    var html: HTML {
        let size = bytes.map { ", \(Numerals.size(bytes: $0))" } ?? ""
        return a("\(text) (\(format)\(size))", to: address, .class("govuk-link weft-download"))
    }
}

/// How far a long piece of work has come; the page refreshes by itself, or by its link.
struct Progress: Part {
    let label: String
    let done: Int
    let total: Int
    let refresh: String

    /// `refresh`: the address of this page.
    init(_ label: String, done: Int, of total: Int, refresh: String) {
        self.label = label
        self.done = done
        self.total = total
        self.refresh = refresh
    }

    var html: HTML {
        div(.class("weft-progress")) {
            p(.class("govuk-body weft-progress__label")) {
                strong(label)
                " \(Numerals.grouped(done)) of \(Numerals.grouped(total)) done"
            }
            element(
                "progress", .class("weft-progress__bar"), .value(String(done)),
                Attribute("max", String(max(total, 1))), .aria("label", label)
            )
            p {
                "This page refreshes by itself. You can leave it and come back. "
                a("Refresh now", to: refresh)
            }
        }
    }
}
