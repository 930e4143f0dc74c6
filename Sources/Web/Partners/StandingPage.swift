import Exchange
import Governance
import Records

/// The page that stops an operator before a partner's standing changes.
struct StandingPage {
    let visit: Visit
    let person: Practitioner
    let partner: Partner
    let standing: Partner.Standing

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        try visit.store.require(.changeStanding, of: person)
        partner = try await visit.store.partner(visit.code("id"))
        let text = visit.form.has("to") ? visit.form["to"] : visit.query["to"]
        guard let standing = Partner.Standing(rawValue: text),
            Self.open(for: partner).contains(standing)
        else {
            throw Refusal(
                .conflict, "partner-standing", "This step is not open for \(partner.name) now.",
                fix: "Look at the partner’s page to see what is open.")
        }
        self.standing = standing
    }

    /// What an operator may do to a partner now.
    static func open(for partner: Partner) -> [Partner.Standing] {
        switch partner.standing {
        case .applied: [.withdrawn]
        case .active: [.suspended, .withdrawn]
        case .suspended: partner.charter == nil ? [.withdrawn] : [.active, .withdrawn]
        case .withdrawn: []
        }
    }

    var reply: Reply {
        .page(
            visit.page(
                "\(standing.verb)?", current: "/partners", way: .back("/partners/\(partner.id)")
            ) {
                InterruptionPanel(question) {
                    p(effect)
                    PostForm("/partners/\(partner.id)/standing", csrf: visit.csrf) {
                        hiddenInput("to", standing.rawValue)
                        buttonGroup {
                            Button("\(standing.verb) now")
                            a("Go back", to: "/partners/\(partner.id)")
                        }
                    }
                }
            })
    }

    private var question: String {
        switch standing {
        case .suspended: "Suspend \(partner.name)?"
        case .active: "Take \(partner.name) back?"
        default: "Record that \(partner.name) has left?"
        }
    }

    private var effect: String {
        switch standing {
        case .suspended:
            "At once, nothing moves to it or from it under any agreement. What was loaded before "
                + "stays until its time is up. You can take it back later."
        case .active: "At once, it may share again under the agreements that bind it."
        default:
            "At once, nothing moves to it or from it any more. This cannot be undone: to return, "
                + "the body joins anew."
        }
    }
}

extension Partner.Standing {
    /// What a button says that leads to this standing.
    var verb: String {
        switch self {
        case .suspended: "Suspend"
        case .active: "Take back"
        case .withdrawn: "Record as left"
        case .applied: "Admit"
        }
    }
}
