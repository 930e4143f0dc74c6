import Exchange
import Governance

/// The words that mean different things to different bodies, A to Z, with a search.
struct GlossaryPage {
    let visit: Visit
    let search: String
    let terms: [GlossaryTerm]

    init(_ visit: Visit) {
        self.visit = visit
        search = visit.query["q"]
        let needle = search.lowercased()
        terms = visit.store.reference.glossary
            .filter { needle.isEmpty || $0.searched.contains(needle) }
            .sorted { $0.term.lowercased() < $1.term.lowercased() }
    }

    var reply: Reply {
        get throws {
            guard visit.wantsJSON else { return .page(shell) }
            return try .json(GlossaryJSON(terms: terms))
        }
    }

    private var letters: [(letter: String, terms: [GlossaryTerm])] {
        Dictionary(grouping: terms) { $0.term.prefix(1).uppercased() }
            .map { (letter: $0.key, terms: $0.value) }.sorted { $0.letter < $1.letter }
    }

    private var shell: PageShell {
        visit.page("Glossary", way: .back("/")) {
            h1("Glossary")
            p(
                "The same word can mean different things to a council, the police or a hospital. "
                    + "This is what words mean in Weft, and what they mean to others.")
            GetForm("/glossary") {
                TextInput("q", "Search the glossary", kind: .search, value: search)
                Button("Search", .secondary, guardsDoubleClick: false)
            }
            if terms.isEmpty {
                EmptyState("Words") {
                    "0 results for “\(search)” in the glossary. Try another spelling, or "
                    a("see all words", to: "/glossary")
                    "."
                }
            } else {
                count
                index
                for group in letters { self.group(group.letter, group.terms) }
            }
        }
    }

    @HTMLBuilder private var count: HTML {
        if !search.isEmpty {
            p {
                "\(terms.count) \(terms.count == 1 ? "result" : "results") for “\(search)”. "
                a("See all words", to: "/glossary")
            }
        }
    }

    private var index: HTML {
        element("nav", .aria("label", "Letters")) {
            p(.class("govuk-body weft-letters")) {
                for group in letters {
                    a(to: "#letter-\(group.letter.lowercased())") {
                        visuallyHidden("Words with ")
                        group.letter
                    }
                    " "
                }
            }
        }
    }

    @HTMLBuilder private func group(_ letter: String, _ terms: [GlossaryTerm]) -> HTML {
        h2(letter, .id("letter-\(letter.lowercased())"))
        for term in terms {
            h3(term.term)
            p(term.meaning)
            if let agencies = term.agencies, !agencies.isEmpty {
                SummaryList {
                    for agency in agencies {
                        SummaryRow(
                            Partner.Kind(rawValue: agency.kind)?.label ?? agency.kind,
                            agency.meaning)
                    }
                }
            }
        }
    }
}

extension GlossaryTerm {
    fileprivate var searched: String {
        ([term, meaning] + (agencies ?? []).map(\.meaning)).joined(separator: " ").lowercased()
    }
}

/// The glossary for other programs, in the form of its data file.
private struct GlossaryJSON: Encodable {
    let terms: [GlossaryTerm]
}
