import Governance
import Records

/// The files of the law catalogue.
extension ReferenceData {
    struct LawFile: Decodable {
        let readOn: CalendarDate
        let gateways: [Gateway]
        let prohibitions: [Prohibition]?
    }

    struct CapacityFile: Decodable { let capacities: [Capacity] }
    struct ConditionFile: Decodable { let conditions: [LawCondition] }

    /// The names of the law catalogue's files.
    public static let lawFiles = ["law.json", "law-capacities.json", "law-conditions.json"]

    static func law(_ files: Files) throws -> LawCatalogue {
        let law = try files.read("law.json", as: LawFile.self)
        return LawCatalogue(
            readOn: law.readOn, gateways: law.gateways,
            capacities: try files.read("law-capacities.json", as: CapacityFile.self).capacities,
            prohibitions: law.prohibitions ?? [],
            conditions: try files.read("law-conditions.json", as: ConditionFile.self).conditions)
    }

    /// Refuses a catalogue with unknown codes, periods that overlap or empty words.
    func checkLaw(_ files: Files) throws {
        let faults = law.faults(
            purposes: Set(purposes.map(\.id)), items: Set(dictionary.items.map(\.id)))
        guard let fault = faults.first else { return }
        let file =
            switch fault.path.first {
            case "capacities": "law-capacities.json"
            case "conditions": "law-conditions.json"
            default: "law.json"
            }
        throw try files.fault(file, at: fault.path, fault.sentence)
    }
}
