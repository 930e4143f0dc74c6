import Records

/// A written document as it stands on a page below its title.
struct WrittenText: Part {
    let document: WrittenDocument

    var html: HTML {
        HTML {
            for block in document.blocks { Self.html(block) }
        }
    }

    private static func html(_ block: WrittenDocument.Block) -> HTML {
        switch block {
        case .heading(1, let text): h2(text)
        case .heading(_, let text): h3(text)
        case .paragraph(let text): p(text)
        case .list(let entries): bullets(entries)
        case .facts(let facts):
            SummaryList {
                for fact in facts { SummaryRow(fact.label) { lines(fact.lines) } }
            }.html
        }
    }

    @HTMLBuilder private static func lines(_ lines: [String]) -> HTML {
        if lines.count > 1 {
            bullets(lines)
        } else {
            lines.first ?? ""
        }
    }
}
