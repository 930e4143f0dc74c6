import Decisions
import Exchange
import Governance
import Linkage
import Records

/// What every page of one version of a match model needs.
struct ModelVisit {
    let visit: Visit
    let person: Practitioner
    let version: MatchModel
    let names: Names
    private let colleagues: [Practitioner.ID: String]

    init(_ visit: Visit) async throws {
        self.visit = visit
        person = try visit.person()
        version = try await visit.store.model(visit.code("model"), seenBy: person)
        names = try await visit.store.names()
        colleagues = try await visit.colleagues(of: person)
    }

    /// The address of the version's own page.
    var path: String { "/matches/models/\(version.id)" }

    /// Whether the person may change the version, and the version may still change.
    var mayEdit: Bool { version.state.isOpen && person.may(.buildMatchModel) }

    /// Whether the person may sign the version off.
    var maySign: Bool {
        version.state == .trained && person.may(.signMatchModel)
            && !version.builders.contains(person.id)
    }

    /// What the version is called on its pages.
    var caption: String { "\(names.name(version.purpose)), version \(version.number)" }

    func name(_ id: Practitioner.ID) -> String { colleagues[id] ?? "a former colleague" }

    /// What a column is called.
    func label(_ column: String) -> String { names.label(column) }

    /// A page below the version's own.
    ///
    /// `parent`: the page that leads back to, else the version's own.
    func page(
        _ title: String, parent: String? = nil, hasErrors: Bool = false,
        notice: NotificationBanner? = nil, @HTMLBuilder content: () -> HTML
    ) -> PageShell {
        visit.page(
            title, current: person.modelNavigation, way: .back(parent ?? path), notice: notice,
            hasErrors: hasErrors, content: content)
    }

    /// A form that changes the version; it says which revision the person saw.
    func form(
        _ address: String, warnsUnsaved: Bool = false, @HTMLBuilder content: () -> HTML
    ) -> PostForm {
        PostForm(address, csrf: visit.csrf, warnsUnsaved: warnsUnsaved) {
            hiddenInput(Self.seenField, String(version.revision))
            content()
        }
    }

    static let seenField = "seen"

    /// The revision that the person had before them; none is as good as an old one.
    var seen: Int { Int(visit.form[Self.seenField]) ?? -1 }

    /// Says what a change of a trained version means.
    @HTMLBuilder var changeWarning: HTML {
        if version.state == .trained, mayEdit {
            WarningText(
                "This version is trained. A change makes it a draft again, which must be trained "
                    + "anew.")
        }
    }

    /// Says why nothing can be changed here, where that is so.
    @HTMLBuilder var standing: HTML {
        if !version.state.isOpen {
            Inset(
                "This version was signed off, so it does not change any more. To change "
                    + "something, draft a new version that starts from it.")
        }
    }
}

extension Names {
    /// What a column of a model is called: the item of the data dictionary, or its own name.
    func label(_ column: String) -> String {
        if column == "location" { return "Home" }
        return DataItem.ID(column).flatMap { items[$0] } ?? LinkageReport.readable(column)
    }
}

extension Practitioner {
    /// The item of the navigation to which match models belong, for this person.
    var modelNavigation: String {
        may(.runMatch) || may(.reviewMatch) ? "/matches" : "/matches/models"
    }
}

extension Visit {
    /// The names of the people of a person's own body.
    func colleagues(of person: Practitioner) async throws -> [Practitioner.ID: String] {
        Dictionary(
            try await store.accounts(seenBy: person).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Answers a change that was refused with the form again, and what was typed in it.
    ///
    /// A version that was signed off meanwhile has no form to show again.
    /// `form`: the page with the refusal's sentences.
    func answering(
        _ change: () async throws -> Reply, orAgain form: (Refusal) async throws -> PageShell
    ) async throws -> Reply {
        do {
            return try await change()
        } catch let refusal as Refusal
            where [.invalid, .conflict, .tooLarge].contains(refusal.kind) && !wantsJSON
            && refusal.reasons.first?.code != "model-closed"
        {
            return .page(try await form(refusal), status: refusal.status)
        }
    }
}

extension FormErrors {
    /// The sentences of a refusal, all at one field.
    init(_ refusal: Refusal, at field: String) {
        self.init()
        for reason in refusal.reasons {
            add(field, reason.fix.isEmpty ? reason.sentence : "\(reason.sentence) \(reason.fix)")
        }
    }
}

extension MatchModel.State {
    /// The state as a tag.
    var tag: StatusTag {
        switch self {
        case .draft: StatusTag("Draft", .yellow)
        case .trained: StatusTag("Trained", .blue)
        case .signedOff: StatusTag("In use", .green)
        case .superseded: StatusTag("Replaced", .grey)
        }
    }

    /// What the state means, in a sentence.
    var words: String {
        switch self {
        case .draft: "It must be trained before anybody can sign it off."
        case .trained: "It is used once a second person has signed it off."
        case .signedOff: "Every new match for this purpose uses this version."
        case .superseded: "A later version took its place. Matches made with it stay readable."
        }
    }
}
