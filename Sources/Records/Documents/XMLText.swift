/// Texts as XML 1.0 may hold them.
enum XMLText {
    /// The bytes of a document with a root.
    static func document(_ root: String) -> [UInt8] {
        Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root).utf8)
    }

    /// A text between tags or in quotation marks; characters that XML may not hold are left out.
    ///
    /// Source: W3C, Extensible Markup Language 1.0 (fifth edition), section 2.2.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
