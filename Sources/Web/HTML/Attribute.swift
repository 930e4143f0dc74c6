/// One attribute of an element: the name is fixed in the source, the value is escaped.
struct Attribute: Sendable {
    enum Value: Sendable {
        case absent
        case flag
        case text(String)
    }

    let prefix: StaticString
    let name: StaticString
    let value: Value

    /// Any attribute that is not a style or an event handler.
    ///
    /// Requires a name of letters and hyphens that is not `style` and does not begin with `on`;
    /// addresses go in by `href`, `action` or `source`.
    init(_ name: StaticString, _ value: String) {
        precondition(Self.isAllowed(name), "an attribute needs a plain name that is not a script")
        self.init(unchecked: name, .text(value))
    }

    private init(unchecked name: StaticString, _ value: Value, prefix: StaticString = "") {
        self.prefix = prefix
        self.name = name
        self.value = value
    }

    var isClass: Bool {
        prefix.utf8CodeUnitCount == 0 && name.utf8CodeUnitCount == 5
            && name.withUTF8Buffer { $0.elementsEqual("class".utf8) }
    }

    static func isAllowed(_ name: StaticString) -> Bool {
        let banned: [StaticString] = ["style", "srcdoc", "href", "src", "action", "formaction"]
        return name.isPlainName(allowingHyphens: true) && !name.begins(with: "on")
            && !banned.contains { name.spells($0) }
    }
}

extension Attribute {
    static func `class`(_ names: String) -> Attribute { .init(unchecked: "class", .text(names)) }
    static func id(_ id: String) -> Attribute { .init(unchecked: "id", .text(id)) }
    static func name(_ name: String) -> Attribute { .init(unchecked: "name", .text(name)) }
    static func type(_ type: String) -> Attribute { .init(unchecked: "type", .text(type)) }
    static func value(_ value: String) -> Attribute { .init(unchecked: "value", .text(value)) }
    static func role(_ role: String) -> Attribute { .init(unchecked: "role", .text(role)) }
    static func lang(_ code: String) -> Attribute { .init(unchecked: "lang", .text(code)) }
    static func tabindex(_ index: Int) -> Attribute {
        .init(unchecked: "tabindex", .text(String(index)))
    }
    static func `for`(_ id: String) -> Attribute { .init(unchecked: "for", .text(id)) }
    static func datetime(_ iso: String) -> Attribute { .init(unchecked: "datetime", .text(iso)) }
    static func data(_ name: StaticString, _ value: String = "") -> Attribute {
        .init(unchecked: name, .text(value), prefix: "data-")
    }
    static func aria(_ name: StaticString, _ value: String) -> Attribute {
        .init(unchecked: name, .text(value), prefix: "aria-")
    }

    /// An attribute that is either there or not, such as `checked`.
    static func flag(_ name: StaticString, if condition: Bool = true) -> Attribute {
        .init(unchecked: name, condition ? .flag : .absent)
    }

    /// The attribute when there is a value, else nothing.
    static func optional(_ name: StaticString, _ value: String?) -> Attribute {
        guard let value else { return .init(unchecked: name, .absent) }
        return Attribute(name, value)
    }

    static func describedBy(_ ids: String?) -> Attribute {
        .init(unchecked: "describedby", ids.map { .text($0) } ?? .absent, prefix: "aria-")
    }

    /// Where a link leads; dropped when the address is neither relative, `https:` nor `mailto:`.
    static func href(_ address: String) -> Attribute {
        .init(unchecked: "href", Address.isSafe(address) ? .text(address) : .absent)
    }

    /// Where a form goes: an address of ours, dropped when it is not.
    static func action(_ address: String) -> Attribute {
        .init(unchecked: "action", Address.isRelative(address) ? .text(address) : .absent)
    }

    /// Where an image or a script comes from: an address of ours, dropped when it is not.
    static func source(_ address: String) -> Attribute {
        .init(unchecked: "src", Address.isRelative(address) ? .text(address) : .absent)
    }
}
