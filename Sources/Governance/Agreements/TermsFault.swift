/// Something that terms lack before they can be sent for approval.
public enum TermsFault: String, Hashable, Sendable, CaseIterable {
    /// No title.
    case noTitle
    /// No public summary.
    case noSummary
    /// The public summary is longer than 150 words.
    case longSummary
    /// No reason why sharing is needed.
    case noNecessity
    /// Fewer than two parties.
    case tooFewParties
    /// The lead is not among the parties.
    case leadNotAParty
    /// No flow, so that nothing could be shared.
    case noFlows
    /// A flow without a sender, receiver, item or use.
    case emptyFlow
    /// A flow names a body that is not a party.
    case flowOutsideParties
    /// A flow sends from a body to nobody but itself.
    case flowToItself
    /// No statute.
    case noGateway
    /// The last day lies before the first.
    case endsBeforeStart
    /// The review date lies outside the dates.
    case reviewOutside
    /// No time to keep received copies, or more than 100 years.
    case noRetention

    /// One sentence that says what to do.
    public var sentence: String {
        switch self {
        case .noTitle: "Give the agreement a title."
        case .noSummary: "Write the public summary."
        case .longSummary: "Shorten the public summary to 150 words or fewer."
        case .noNecessity: "Say why sharing is needed and what happens without it."
        case .tooFewParties: "Name at least two parties."
        case .leadNotAParty: "Make the lead one of the parties."
        case .noFlows: "Say which data goes from whom to whom."
        case .emptyFlow: "Give each data flow a sender, a receiver, items and a use."
        case .flowOutsideParties: "Name only parties as senders and receivers of data flows."
        case .flowToItself: "Give each data flow a receiver other than its sender."
        case .noGateway: "Choose the law that allows the sharing."
        case .endsBeforeStart: "Choose a last day that is not before the first day."
        case .reviewOutside: "Choose a review date between the first and the last day."
        case .noRetention: "Say for how many months received copies are kept, from 1 to 1,200."
        }
    }
}

extension SharingAgreement.Terms {
    /// Everything that must be mended before approval, in the order of the form.
    public var faults: [TermsFault] {
        TermsFault.allCases.filter(has)
    }

    private func has(_ fault: TermsFault) -> Bool {
        switch fault {
        case .noTitle: title.isBlank
        case .noSummary: summary.isBlank
        case .longSummary: summary.split(whereSeparator: \.isWhitespace).count > 150
        case .noNecessity: necessity.isBlank
        case .tooFewParties: parties.count < 2
        case .leadNotAParty: !parties.contains(lead)
        case .noFlows: flows.isEmpty
        case .emptyFlow:
            flows.contains {
                $0.from.isEmpty || $0.to.isEmpty || $0.items.isEmpty || $0.kinds.isEmpty
            }
        case .flowOutsideParties:
            flows.contains { !$0.from.union($0.to).isSubset(of: parties) }
        case .flowToItself:
            flows.contains { flow in flow.from.contains { flow.to == [$0] } }
        case .noGateway: gateways.isEmpty
        case .endsBeforeStart: lastDay < start
        case .reviewOutside: review < start || review > lastDay
        case .noRetention: !(1...1_200).contains(retentionMonths)
        }
    }
}
