import Decisions
import Exchange
import Governance
import Records
import Transparency

/// One entry of the log, in words, with the evidence that it stands where it stood.
struct LogEntryPage {
    let visit: Visit
    let line: LogLine
    let proof: EntryProof?
    let names: Names
    let colleagues: [Practitioner.ID: String]

    init(_ visit: Visit) async throws {
        self.visit = visit
        let person = try visit.person()
        guard let number = Int(visit.parameters["number"] ?? "") else {
            throw Refusal(
                .notFound, "not-found", "There is no such entry of the log.",
                fix: "Go back to the log and choose one from there.")
        }
        line = try await visit.store.logLine(number, seenBy: person)
        proof = try await visit.store.proof(ofEntry: number)
        names = try await visit.store.names()
        colleagues = try await visit.store.colleagues(of: person)
    }

    var reply: Reply {
        get throws { visit.wantsJSON ? try .json(EntryJSON(self)) : .page(shell) }
    }

    private var shell: PageShell {
        visit.page(
            "Entry \(Numerals.grouped(line.id)) of the log", current: "/log", way: .back("/log")
        ) {
            h1(
                LogWords.happened(line.type),
                caption: "Entry \(Numerals.grouped(line.id)) of the log")
            SummaryList {
                SummaryRow("When") { line.when }
                SummaryRow("Who", line.who(colleagues))
                SummaryRow("Type", line.type)
                SummaryRow("Bodies that it is about") {
                    line.parties.map { Partner.ID($0).map(names.name) ?? $0 }
                        .joined(separator: ", ")
                }
            }
            h2("What was written down")
            written
            h2("Evidence that it is in the log")
            if let proof { evidence(proof) } else { p("No checkpoint covers this entry yet.") }
        }
    }

    @HTMLBuilder private var written: HTML {
        if let body = line.body {
            p("Codes, numbers and digests only. Nothing in an entry names a person by itself.")
            SummaryList {
                for row in LogBody(body, names: names, colleagues: colleagues).rows {
                    SummaryRow(row.key, row.value)
                }
            }
            Details("Show it as it was written") { preformatted("Body of the entry", body) }
        } else {
            p("The body of this entry is for the bodies that it is about.")
        }
    }

    @HTMLBuilder private func evidence(_ proof: EntryProof) -> HTML {
        p(
            "The leaf below is public. With the hashes beside its path, anybody can compute the "
                + "root of the checkpoint for \(Numerals.grouped(proof.inclusion.size)) entries "
                + "and see that this entry is under it.")
        SummaryList {
            SummaryRow("Hash of the leaf") { code(proof.leafHash.description) }
            SummaryRow("Place in the tree") {
                "\(Numerals.grouped(proof.inclusion.index)) of "
                "\(Numerals.grouped(proof.inclusion.size)), counted from 0"
            }
        }
        Details("Show the leaf and the path") {
            preformatted("Leaf", String(decoding: proof.leaf, as: UTF8.self))
            preformatted(
                "Hashes from the leaf to the root, in base64",
                proof.inclusion.hashes.isEmpty
                    ? "No hash is needed: the log has one entry."
                    : proof.inclusion.hashes.map(\.description).joined(separator: "\n"))
        }
    }
}

/// An entry for other programs; the body is the text to which the leaf commits.
private struct EntryJSON: Encodable {
    let number: Int
    let type: String
    let at: String
    let parties: [String]
    let body: String?
    let leaf: String?
    let leafHash: String?
    let treeSize: Int?
    let inclusionProof: [String]?

    init(_ page: LogEntryPage) {
        number = page.line.id
        type = page.line.type
        at = page.line.at
        parties = page.line.parties
        body = page.line.body
        leaf = page.proof.map { String(decoding: $0.leaf, as: UTF8.self) }
        leafHash = page.proof?.leafHash.description
        treeSize = page.proof?.inclusion.size
        inclusionProof = page.proof?.inclusion.hashes.map(\.description)
    }
}
