import Governance
import Records

/// One part of a draft, which has a page of its own.
enum DraftPart: Hashable, Sendable {
    case summary
    case purpose
    case parties
    /// A data flow, numbered from 1.
    case flow(Int)
    case law
    case dates

    /// The part with a code, as it stands in an address.
    init?(_ code: String) {
        switch code {
        case "summary": self = .summary
        case "purpose": self = .purpose
        case "parties": self = .parties
        case "law": self = .law
        case "dates": self = .dates
        default:
            guard code.hasPrefix("flow-"), let number = Int(code.dropFirst(5)), number > 0 else {
                return nil
            }
            self = .flow(number)
        }
    }

    var code: String {
        switch self {
        case .summary: "summary"
        case .purpose: "purpose"
        case .parties: "parties"
        case .flow(let number): "flow-\(number)"
        case .law: "law"
        case .dates: "dates"
        }
    }

    var title: String {
        switch self {
        case .summary: "Title and summary"
        case .purpose: "Purpose and necessity"
        case .parties: "Parties"
        case .flow(let number): "Data flow \(number)"
        case .law: "Law and basis"
        case .dates: "Dates and retention"
        }
    }

    func address(in agreement: SharingAgreement.ID) -> String {
        "/agreements/\(agreement)/edit/\(code)"
    }

    /// What of the terms must be mended on this part's page.
    func faults(in terms: SharingAgreement.Terms) -> [TermsFault] {
        if case .flow(let number) = self {
            guard terms.flows.indices.contains(number - 1) else { return [] }
            var single = terms
            single.flows = [terms.flows[number - 1]]
            return single.faults.filter(Self.flowFaults.contains)
        }
        return terms.faults.filter { Self.part(of: $0) == self }
    }

    /// The part on whose page a fault is mended; none for a draft without flows.
    static func part(of fault: TermsFault) -> DraftPart? {
        switch fault {
        case .noTitle, .noSummary, .longSummary: .summary
        case .noNecessity: .purpose
        case .tooFewParties, .leadNotAParty: .parties
        case .noGateway: .law
        case .endsBeforeStart, .reviewOutside, .noRetention: .dates
        case .noFlows, .emptyFlow, .flowOutsideParties, .flowToItself: nil
        }
    }

    private static let flowFaults: Set<TermsFault> = [
        .emptyFlow, .flowOutsideParties, .flowToItself,
    ]

    /// Every part of the terms, flows among them, in the order of the text.
    static func all(of terms: SharingAgreement.Terms) -> [DraftPart] {
        [.summary, .purpose, .parties] + terms.flows.indices.map { .flow($0 + 1) } + [.law, .dates]
    }
}
