/// A change that loading makes to a value so that equal things look equal; each is counted.
public enum ValueChange: String, Hashable, Codable, CodingKeyRepresentable, CaseIterable,
    Sendable
{
    /// Spaces at the ends taken off, several made one.
    case whitespace
    /// The apostrophe that made a formula harmless taken off.
    case apostrophe
    /// A word for "nothing", such as `NULL`, made empty.
    case missing
    /// A date brought into ISO 8601 form.
    case date
    /// A postcode brought into capitals with one space.
    case postcode
    /// A code brought into capitals, or its meaning replaced by it.
    case code
    /// An amount brought into pounds and pence without sign or commas.
    case money
    /// An identifying number freed of spaces and leading zeros.
    case number

    /// What people call it, such as "dates written another way".
    public var label: String {
        switch self {
        case .whitespace: "spaces tidied"
        case .apostrophe: "leading apostrophes taken off"
        case .missing: "words for “nothing” made empty"
        case .date: "dates written the standard way"
        case .postcode: "postcodes written the standard way"
        case .code: "codes written the standard way"
        case .money: "amounts written the standard way"
        case .number: "numbers written the standard way"
        }
    }
}

extension DataItem {
    /// A value in the canonical form of the item's kind, as far as it can be read.
    ///
    /// What cannot be read comes back with its spaces tidied and nothing else changed.
    func normalised(_ raw: [UInt8]) -> (value: [UInt8], changes: [ValueChange]) {
        var changes: [ValueChange] = []
        let restored = Array(CSVWriter.restored(raw[...]))
        if restored.count != raw.count { changes.append(.apostrophe) }
        let tidy = Self.tidied(restored)
        if tidy != restored { changes.append(.whitespace) }
        if kind != .text, kind != .reference, Self.meansNothing(tidy) {
            return ([], changes + [.missing])
        }
        guard !tidy.isEmpty, let form = canonical(tidy), form.value != tidy else {
            return (tidy, changes)
        }
        return (form.value, changes + [form.change])
    }

    private func canonical(_ value: [UInt8]) -> (value: [UInt8], change: ValueChange)? {
        switch kind {
        case .text, .reference: nil
        case .date:
            CalendarDate(written: Self.withoutMidnight(value)).map {
                (Array($0.description.utf8), .date)
            }
        case .postcode: Postcode(utf8: value).map { (Array($0.text.utf8), .postcode) }
        case .uprn: UPRN(utf8: value).map { (Array($0.text.utf8), .number) }
        case .nhsNumber: NHSNumber(utf8: value).map { (Array($0.text.utf8), .number) }
        case .nationalInsuranceNumber:
            NationalInsuranceNumber(utf8: value).map { (Array($0.text.utf8), .number) }
        case .codeList: (code(for: value), .code)
        case .money: Pence(utf8: value).map { (Array($0.decimal.utf8), .money) }
        case .boolean: Self.yesOrNo(value).map { ([UInt8(ascii: $0 ? "Y" : "N")], .code) }
        }
    }

    private func code(for value: [UInt8]) -> [UInt8] {
        let capitals = value.map(ASCII.uppercased)
        let meant = codes.first { $0.label.utf8.map(ASCII.uppercased) == capitals }
        return meant.map { Array($0.code.utf8) } ?? capitals
    }

    /// Takes off spaces and no-break spaces at the ends and makes runs of them one space.
    static func tidied(_ value: [UInt8]) -> [UInt8] {
        var tidy: [UInt8] = []
        tidy.reserveCapacity(value.count)
        var pending = false
        var index = 0
        while index < value.count {
            let length = spaceLength(in: value, at: index)
            if length > 0 {
                pending = !tidy.isEmpty
                index += length
                continue
            }
            if pending { tidy.append(ASCII.space) }
            pending = false
            tidy.append(value[index])
            index += 1
        }
        return tidy
    }

    /// The bytes of the white space at an index: ASCII, U+00A0, U+200B, U+FEFF; 0 if none.
    private static func spaceLength(in value: [UInt8], at index: Int) -> Int {
        if value[index] < 0x80 { return value[index] <= ASCII.space ? 1 : 0 }
        let rest = value[index...]
        if rest.starts(with: [0xc2, 0xa0]) { return 2 }
        return rest.starts(with: [0xe2, 0x80, 0x8b]) || rest.starts(with: [0xef, 0xbb, 0xbf])
            ? 3 : 0
    }

    private static func meansNothing(_ value: [UInt8]) -> Bool {
        guard (1...7).contains(value.count) else { return false }
        return ["NULL", "N/A", "#N/A", "-", "UNKNOWN"].contains {
            $0.utf8.elementsEqual(value.map(ASCII.uppercased))
        }
    }

    /// A date without the midnight that databases add to it.
    private static func withoutMidnight(_ value: [UInt8]) -> String {
        let text = ASCII.text(value)
        guard let start = text.utf8.firstIndex(where: { $0 == 84 || $0 == 58 }),
            let separator = text.utf8[...start].lastIndex(where: { $0 == 84 || $0 == 32 }),
            text.utf8[separator...].dropFirst().allSatisfy({ "0:.Z".utf8.contains($0) })
        else { return text }
        return String(text[..<separator])
    }

    private static func yesOrNo(_ value: [UInt8]) -> Bool? {
        switch ASCII.text(value.map(ASCII.uppercased)) {
        case "Y", "YES", "TRUE", "T", "1": true
        case "N", "NO", "FALSE", "F", "0": false
        default: nil
        }
    }
}
