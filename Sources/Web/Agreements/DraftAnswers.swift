import Exchange
import Governance
import Records

/// The answers on one part's page: as they are stored, or as somebody typed them.
protocol DraftAnswers: Sendable {
    /// What is wrong with the answers by themselves.
    var problems: FormErrors { get }
    /// The terms with these answers.
    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms
    /// The field at which a fault of the terms is mended.
    func field(of fault: TermsFault) -> String
    /// The questions, with these answers in them.
    func questions(_ errors: FormErrors) -> HTML
}

extension DraftAnswers {
    /// Everything to mend before the answers can be stored.
    func errors(on part: DraftPart, of terms: SharingAgreement.Terms) -> FormErrors {
        var errors = problems
        for fault in part.faults(in: applied(to: terms)) where errors[field(of: fault)] == nil {
            errors.add(field(of: fault), fault.sentence)
        }
        return errors
    }
}

extension DraftPart {
    /// The answers that are stored, or those of a form.
    func answers(in draft: Draft, typed form: FormFields?) -> any DraftAnswers {
        switch self {
        case .summary: SummaryAnswers(draft, form)
        case .purpose: PurposeAnswers(draft, form)
        case .parties: PartiesAnswers(draft, form)
        case .flow(let number): FlowAnswers(draft, number: number, form)
        case .law: LawAnswers(draft, form)
        case .dates: DateAnswers(draft, form)
        }
    }
}
