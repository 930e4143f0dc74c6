import Casework
import Exchange
import Records

/// Why two records may be two people of one home, in words for the person who decides.
struct HomeWords {
    let steps: HouseholdSteps
    let records: RecordComparison
    let items: DataDictionary

    /// What one home explains and what it does not; nil where the second step leaves no doubt.
    var sentence: String? {
        guard steps.doesHomeDecide,
            Strength(weightBits: steps.home.weightBits) != .veryStrong
        else { return nil }
        let parts = [shared, missing, against].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// What the sentence is the answer to.
    var question: String {
        steps.weightBits < 0
            ? "Why this is likelier not one person" : "What could speak for two people of one home"
    }

    private var shared: String? {
        guard !steps.shared.isEmpty else { return nil }
        let names = Self.list(steps.shared.map(name))
        let verb = steps.shared.count == 1 ? "agrees" : "agree"
        return "\(names.capitalisedFirst) \(verb), as for many people of one home."
    }

    private func name(_ line: PairEvidence.Line) -> String {
        line.comparison == "location" ? "address" : line.words(items).lowercasedFirst
    }

    /// What would tell the people of a home apart and is not there.
    private var missing: String? {
        let names = steps.home.lines.filter {
            $0.isSilent && ["forename", "date-of-birth"].contains($0.comparison)
        }.map(name)
        guard !names.isEmpty else { return nil }
        return "There is no \(Self.list(names)) to compare."
    }

    private var against: String? {
        guard !steps.against.isEmpty else { return nil }
        return Self.list(steps.against.map(difference)).capitalisedFirst + "."
    }

    private func difference(_ line: PairEvidence.Line) -> String {
        switch line.comparison {
        case "date-of-birth": "the dates of birth \(yearsApart ?? "differ")"
        case "forename": "the forenames differ"
        case "surname": "the surnames differ"
        case "location": "the addresses differ"
        default: "“\(line.words(items))” speaks against one person"
        }
    }

    /// How far the two dates of birth lie apart, in whole years.
    private var yearsApart: String? {
        guard let line = records.lines.first(where: { $0.item.id == "date-of-birth" }),
            let left = line.left.flatMap({ CalendarDate($0) }),
            let right = line.right.flatMap({ CalendarDate($0) })
        else { return nil }
        let (earlier, later) = (min(left, right), max(left, right))
        let hasBirthdayCome =
            (later.parts.month, later.parts.day) >= (earlier.parts.month, earlier.parts.day)
        let years = later.parts.year - earlier.parts.year - (hasBirthdayCome ? 0 : 1)
        switch years {
        case ..<1: return "differ by less than a year"
        case 1: return "are 1 year apart"
        default: return "are \(years) years apart"
        }
    }

    /// One, two and three.
    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension PairEvidence.Line {
    /// What was compared, as people say it.
    func words(_ items: DataDictionary) -> String {
        switch comparison {
        case "location": return "Where they live"
        case PairEvidence.Line.home: return "One home, perhaps two people"
        case PairEvidence.Line.move: return "A move"
        case PairEvidence.Line.namesakes: return "Namesakes"
        default:
            let item = DataItem.ID(rawValue: comparison).flatMap { items.item($0) }
            return item?.label ?? comparison
        }
    }
}
