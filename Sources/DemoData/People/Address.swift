/// One invented dwelling.
struct Address: Sendable {
    /// What part of a building it is.
    enum Part: Sendable, Equatable {
        case whole
        case flat(Int)
        case letter(String)
        case floor(String)
        case annexe
    }

    let part: Part
    let houseName: String?
    let number: Int
    let street: String
    /// An index into `Town.all`.
    let town: Int
    let postcode: String
    let uprn: String

    var isFlat: Bool { part != .whole && part != .annexe }

    /// The usual form, such as `Flat 2, 14 Tansy Row`.
    var written: String {
        switch part {
        case .whole: (houseName.map { $0 + ", " } ?? "") + "\(number) \(street)"
        case .flat(let flat): "Flat \(flat), \(number) \(street)"
        case .letter(let letter): "\(number)\(letter) \(street)"
        case .floor(let floor): "\(floor) Floor Flat, \(number) \(street)"
        case .annexe: "Annexe at \(number) \(street)"
        }
    }

    /// Another form of the same address, such as `14 Tansy Row Flat 2`.
    func otherwiseWritten(using generator: inout SeededGenerator) -> String {
        let short = Streets.abbreviated(street)
        let forms =
            switch part {
            case .whole:
                [
                    "\(number), \(street)", "No. \(number) \(street)", "\(number) \(short)",
                    "\(street) \(number)",
                ]
            case .flat(let flat):
                [
                    "\(number) \(street) Flat \(flat)", "\(flat)/\(number) \(street)",
                    "Apartment \(flat), \(number) \(short)", "Flat \(flat) \(number) \(street)",
                ]
            case .letter(let letter):
                ["Flat \(letter), \(number) \(street)", "\(number) \(letter) \(street)"]
            case .floor(let floor):
                [
                    "\(number) \(street) (\(floor) Floor Flat)",
                    "\(floor.prefix(1))FF \(number) \(short)",
                ]
            case .annexe:
                ["The Annexe, \(number) \(street)", "\(number) \(street) Annexe"]
            }
        return generator.pick(forms)
    }
}
