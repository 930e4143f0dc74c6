import Decisions
import Exchange
import Governance
import Records

/// The choice of two files that a version is trained on, counted on or compared on.
struct FilePairChoice {
    let pairs: [FilePair]
    let names: Names
    /// The codes that were asked for: of the address, of a form, or of an earlier training.
    let asked: String

    static let field = "files"

    init(_ model: ModelVisit, asked: String) async throws {
        pairs = try await model.visit.store.filePairs(for: model.version, seenBy: model.person)
        names = model.names
        self.asked = asked
    }

    /// The pair that was asked for, if it is on offer.
    var chosen: FilePair? { pairs.first { $0.id == asked } }

    /// The pair that is ticked when nothing was asked for: the newest.
    var proposed: String? { chosen?.id ?? pairs.first?.id }

    func words(_ pair: FilePair) -> String {
        "\(words(pair.left)) with \(words(pair.right))"
    }

    private func words(_ load: Receipt) -> String {
        "\(names.name(load.dataset)) of \(names.name(load.partner))"
    }

    private func hint(_ pair: FilePair) -> String {
        "\(ReportPage.rows(pair.left.rowCount)) and \(ReportPage.rows(pair.right.rowCount)), "
            + "loaded \(pair.left.loadedAt.londonWords) and \(pair.right.loadedAt.londonWords), "
            + "under \(names.name(pair.left.agreement))."
    }

    func radios(_ legend: String, error: String? = nil) -> Radios {
        Radios(
            Self.field, legend,
            pairs.map { Choice($0.id, words($0).capitalisedFirst, hint: hint($0)) },
            selected: proposed, error: error)
    }

    /// What stands here when there are no files.
    var none: EmptyState {
        EmptyState("Files to choose from") {
            "There must be two files that were loaded under one agreement for this purpose, and "
            "the agreement must be in force. "
            a("See the files", to: "/uploads")
        }
    }
}

extension FilePair {
    /// The codes of the files of a training, as a form writes them.
    static func id(_ training: MatchModel.Training) -> String {
        "\(training.left.rawValue).\(training.right.rawValue)"
    }
}
