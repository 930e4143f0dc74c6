/// The Windows-1252 character set, which older council systems write.
///
/// Source: WHATWG Encoding Standard, index windows-1252.
enum Windows1252 {
    /// The byte of a character, or nil when the set lacks it.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0...0x7F, 0xA0...0xFF: UInt8(scalar.value)
        default: upper[scalar.value]
        }
    }

    /// The text with letters that the set lacks replaced by their plain ones, such as ł by l.
    static func representable(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if byte(of: scalar) != nil {
                scalars.append(scalar)
            } else {
                scalars.append(PlainLetters.letter(of: scalar) ?? "?")
            }
        }
        return String(scalars)
    }

    private static let upper: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
        0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
        0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
        0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
        0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
    ]
}

/// Accented letters of the name lists and the plain letters that people type for them.
enum PlainLetters {
    /// The plain letter, or nil for a character that is not in the name lists.
    static func letter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        table[scalar]
    }

    /// The letters a to z of a name, in small letters and without accents.
    static func only(in name: String) -> String {
        var letters = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch (letter(of: scalar) ?? scalar).value {
            case let plain where (0x61...0x7A).contains(plain):
                letters.append(letter(of: scalar) ?? scalar)
            case let capital where (0x41...0x5A).contains(capital):
                letters.append(Unicode.Scalar(UInt8(capital + 0x20)))
            default: continue
            }
        }
        return String(letters)
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        let accented = lowerAccented + upperAccented
        let plain = lowerPlain + upperPlain
        return Dictionary(
            uniqueKeysWithValues: zip(accented.unicodeScalars, plain.unicodeScalars))
    }()

    private static let lowerAccented = "áàâäãåąăçćčéèêëęěēíìîïīıłľñńņòóôöõøřśšşșțťúùûüūůýÿźżžğķļ"
    private static let lowerPlain = "aaaaaaaaccceeeeeeeiiiiiillnnnoooooorssssttuuuuuuyyzzzgkl"
    private static let upperAccented = "ÁÅÇČÉÈÍÎĪİŁÑÓÖØŘŚŠŞȘȚÜÚŹŻŽ"
    private static let upperPlain = "AACCEEIIIILNOOORSSSSTUUZZZ"
}
