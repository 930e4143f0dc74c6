extension HTML {
    /// Adds an element; `content` is already markup.
    mutating func append(
        _ name: StaticString, _ attributes: [Attribute], content: HTML
    ) {
        open(name, attributes)
        append(content)
        close(name)
    }

    mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        appendUnchecked("<")
        appendUnchecked(name)
        for attribute in attributes { append(attribute) }
        appendUnchecked(">")
    }

    mutating func close(_ name: StaticString) {
        appendUnchecked("</")
        appendUnchecked(name)
        appendUnchecked(">")
    }

    private mutating func append(_ attribute: Attribute) {
        if case .absent = attribute.value { return }
        appendUnchecked(" ")
        appendUnchecked(attribute.prefix)
        appendUnchecked(attribute.name)
        guard case .text(let value) = attribute.value else { return }
        appendUnchecked("=\"")
        append(value)
        appendUnchecked("\"")
    }
}

/// An element by name, for those that have no function of their own.
///
/// Requires a name of letters and digits; scripts, styles and frames are refused.
func element(
    _ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }
) -> HTML {
    precondition(isAllowedElement(name), "an element needs a plain name that is not a script")
    return element(unchecked: name, attributes, content())
}

/// An element that has no end tag, such as `input` or `br`.
func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    precondition(isAllowedElement(name), "an element needs a plain name that is not a script")
    var html = HTML()
    html.open(name, attributes)
    return html
}

func element(
    unchecked name: StaticString, _ attributes: [Attribute], _ content: HTML
) -> HTML {
    var html = HTML(reserving: content.bytes.count + 96)
    html.append(name, attributes, content: content)
    return html
}

func isAllowedElement(_ name: StaticString) -> Bool {
    let banned: [StaticString] = ["script", "style", "iframe", "object", "embed", "base", "frame"]
    return name.isPlainName(allowingHyphens: false) && !banned.contains { name.spells($0) }
}

extension StaticString {
    /// Letters and digits, beginning with a letter, and hyphens where they are allowed.
    func isPlainName(allowingHyphens: Bool) -> Bool {
        withUTF8Buffer { bytes in
            guard let first = bytes.first, Self.isLetter(first) else { return false }
            return bytes.allSatisfy {
                Self.isLetter($0) || ($0 >= 0x30 && $0 <= 0x39)
                    || (allowingHyphens && $0 == UInt8(ascii: "-"))
            }
        }
    }

    /// Whether it has the letters of a word in lower case, in whichever case.
    func spells(_ word: StaticString) -> Bool {
        utf8CodeUnitCount == word.utf8CodeUnitCount && begins(with: word)
    }

    func begins(with word: StaticString) -> Bool {
        withUTF8Buffer { bytes in
            word.withUTF8Buffer { letters in
                bytes.count >= letters.count
                    && zip(bytes, letters).allSatisfy { $0 | 0x20 == $1 }
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
    }
}

/// The attributes with a class, unless they bring one of their own.
func classed(_ attributes: [Attribute], _ names: String) -> [Attribute] {
    attributes.contains(where: \.isClass) ? attributes : [.class(names)] + attributes
}
