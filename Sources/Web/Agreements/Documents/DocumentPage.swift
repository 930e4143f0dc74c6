import Exchange
import Governance
import Records

/// The whole text of an agreement to read, print and take away.
struct DocumentPage {
    /// What is read: the agreement, or what it means for the staff of one body.
    enum Content {
        case agreement
        case instruction
    }

    private struct Body: Encodable {
        struct Block: Encodable {
            let heading: String?
            let level: Int?
            let paragraph: String?
            let list: [String]?
            let facts: [Fact]?
        }

        struct Fact: Encodable {
            let label: String
            let lines: [String]
        }

        let title: String
        let reference: String
        let version: Int
        let textDigest: String
        let blocks: [Block]
    }

    let visit: Visit
    let agreement: SharingAgreement
    let document: WrittenDocument
    let content: Content
    /// Where the page stands, without the ending of a file.
    let address: String
    let isPublic: Bool

    private var bytes: (AgreementFiles.Format) -> [UInt8]

    /// An agreement of the person's own body.
    init(_ visit: Visit, _ content: Content) async throws {
        let person = try visit.person()
        let agreement = try await visit.store.agreement(visit.agreementID, seenBy: person)
        let files = try await AgreementFiles(agreement, visit.store)
        self.visit = visit
        self.agreement = agreement
        self.content = content
        isPublic = false
        switch content {
        case .agreement:
            document = files.document
            bytes = { files.bytes($0) }
            address = "/agreements/\(agreement.id)/document"
        case .instruction:
            let body = try await visit.store.partner(person.partner)
            document = files.instruction(for: body)
            bytes = { files.instruction(for: body, $0) }
            address = "/agreements/\(agreement.id)/instruction"
        }
    }

    /// An agreement in force, for everybody.
    init(registered visit: Visit) async throws {
        let page = try await PublicAgreementPage(visit)
        let files = try await AgreementFiles(page.agreement, visit.store)
        self.visit = visit
        agreement = page.agreement
        content = .agreement
        isPublic = true
        document = files.document
        bytes = { files.bytes($0) }
        address = "/register/\(agreement.id)/document"
    }

    /// The page, or the file that the path's ending asks for.
    func reply(_ format: AgreementFiles.Format?) throws -> Reply {
        if let format {
            let name = "\(agreement.id)-version-\(agreement.version)\(suffix).\(format.rawValue)"
            return .download(bytes(format), name: name, type: format.type)
        }
        return visit.wantsJSON ? try .json(json) : .page(shell)
    }

    private var suffix: String { content == .instruction ? "-instruction" : "" }

    private var shell: PageShell {
        let back =
            isPublic
            ? NavigationItem("Register", to: "/register")
            : NavigationItem("Agreement \(agreement.id)", to: "/agreements/\(agreement.id)")
        return visit.page(
            content == .instruction ? "Instruction for staff" : "The whole text",
            current: isPublic ? "/register" : "/agreements", way: .breadcrumbs([back])
        ) {
            h1(document.title, caption: document.foot)
            WrittenText(document: document)
            h2("Take a copy")
            plainList {
                DownloadLink(document.title, to: "\(address).docx", format: "Word")
                DownloadLink(document.title, to: "\(address).odt", format: "OpenDocument")
                DownloadLink(document.title, to: "\(address).json", format: "JSON")
            }
            p(
                "Read on \(visit.store.today.words). The files say the same as this page on the "
                    + "day on which they are made.")
        }
    }

    private var json: Body {
        Body(
            title: document.title, reference: agreement.id.rawValue, version: agreement.version,
            textDigest: agreement.terms.digest, blocks: document.blocks.map(Self.block))
    }

    private static func block(_ block: WrittenDocument.Block) -> Body.Block {
        var (heading, level): (String?, Int?)
        var (paragraph, list): (String?, [String]?)
        var facts: [Body.Fact]?
        switch block {
        case .heading(let depth, let text): (heading, level) = (text, depth)
        case .paragraph(let text): paragraph = text
        case .list(let entries): list = entries
        case .facts(let all): facts = all.map { Body.Fact(label: $0.label, lines: $0.lines) }
        }
        return Body.Block(
            heading: heading, level: level, paragraph: paragraph, list: list, facts: facts)
    }
}
