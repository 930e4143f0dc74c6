import Exchange
import Governance
import Records

/// The statutes and the basis under the UK GDPR.
struct LawAnswers: DraftAnswers {
    let chosen: Set<String>
    let basis: String
    let gateways: [Gateway]
    /// Why a gateway fits no direction of the draft, by its code.
    let barred: [Gateway.ID: String]
    let missing: [String]

    init(_ draft: Draft, _ form: FormFields?) {
        chosen = Set(form?.all("gateways") ?? draft.terms.gateways.map(\.rawValue))
        basis = form?["basis"] ?? draft.terms.lawfulBasis.rawValue
        gateways = draft.words.reference.law.gateways(on: draft.terms.start)
        barred = draft.barredLaws
        missing = draft.sendersWithoutPower
    }

    var problems: FormErrors {
        var errors = FormErrors()
        if SharingAgreement.LawfulBasis(rawValue: basis) == nil {
            errors.add("basis", "Choose the basis under Article 6 of the UK GDPR.")
        }
        return errors
    }

    /// What was chosen before keeps its order; what is new follows in the catalogue's.
    func applied(to terms: SharingAgreement.Terms) -> SharingAgreement.Terms {
        let kept = terms.gateways.filter { chosen.contains($0.rawValue) }
        let added = gateways.map(\.id).filter {
            chosen.contains($0.rawValue) && !kept.contains($0)
        }
        var changed = terms
        changed.gateways = kept + added
        changed.lawfulBasis = SharingAgreement.LawfulBasis(rawValue: basis) ?? terms.lawfulBasis
        return changed
    }

    func field(of fault: TermsFault) -> String { "gateways" }

    @HTMLBuilder func questions(_ errors: FormErrors) -> HTML {
        Radios(
            "basis", "Basis under Article 6 of the UK GDPR",
            SharingAgreement.LawfulBasis.allCases.map { Choice($0.rawValue, $0.label) },
            selected: basis, error: errors["basis"])
        Checkboxes(
            "gateways", "Which law allows the sharing?",
            gateways.filter { barred[$0.id] == nil || chosen.contains($0.id.rawValue) }.map {
                let why = barred[$0.id].map { "It cannot be used here. \($0) " } ?? ""
                return Choice(
                    $0.id.rawValue, $0.citation, hint: "\(why)\($0.meaning) \($0.caution)")
            }, selected: chosen,
            hint: "Choose each law that a party relies on. Read its limits: Weft cannot check "
                + "them for you.", error: errors["gateways"])
        if !missing.isEmpty {
            Inset(
                "No law chosen here lets these bodies disclose: "
                    + "\(AgreementWords.joined(missing)).")
        }
        whyNot
    }

    @HTMLBuilder private var whyNot: HTML {
        let others = gateways.filter { barred[$0.id] != nil && !chosen.contains($0.id.rawValue) }
        if !others.isEmpty {
            Details("Why not the others") {
                p("For the purpose, the parties and the dates of this draft:")
                bullets {
                    for gateway in others {
                        HTML {
                            a(gateway.citation, to: "/law/\(gateway.id)")
                            ": \(barred[gateway.id] ?? "")"
                        }
                    }
                }
            }
        }
        p { a("Ask which law may fit", to: "/law/wizard") }
    }
}
