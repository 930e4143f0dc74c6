import Exchange
import Governance
import HTTPTypes
import Records

/// The form that enters a body which asks to join.
struct NewPartnerPage {
    let visit: Visit
    let name: String
    let code: String
    let kind: String
    let registration: String
    let contact: String

    init(_ visit: Visit, typed form: FormFields?) {
        self.visit = visit
        name = form?["name"] ?? ""
        let typed = form?["code"] ?? ""
        code = typed.isEmpty ? Self.proposal(for: name) : typed
        kind = form?["kind"] ?? ""
        registration = (form?["registration"] ?? "").uppercased()
        contact = form?["contact"] ?? ""
    }

    /// A code made of a name: its letters and digits in lower case, hyphens for the rest.
    static func proposal(for name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.lowercased().utf8 {
            switch byte {
            case 0x61...0x7a, 0x30...0x39: bytes.append(byte)
            case UInt8(ascii: "'"): continue
            default:
                if let last = bytes.last, last != UInt8(ascii: "-") {
                    bytes.append(UInt8(ascii: "-"))
                }
            }
        }
        bytes = Array(bytes.prefix(64))
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The body, when the answers are complete.
    var partner: Partner? {
        guard let id = Partner.ID(code), let sort = Partner.Kind(rawValue: kind) else { return nil }
        return Partner(
            id: id, name: name, kind: sort, registration: registration, contact: contact)
    }

    var errors: FormErrors {
        var errors = FormErrors()
        if name.isEmpty {
            errors.add("name", "Enter the name of the body.")
        } else if name.count > 120 {
            errors.add("name", "Shorten the name to 120 characters or fewer.")
        } else if Partner.ID(code) == nil || code == "new" {
            errors.add(
                "code",
                "Write the code in lower-case letters, digits and hyphens, such as "
                    + "ambermere-fire.")
        }
        if Partner.Kind(rawValue: kind) == nil { errors.add("kind", "Choose what it is.") }
        if !registration.isEmpty, !isRegistration {
            errors.add(
                "registration",
                "Enter the registration number in the form ZA123456, or leave it empty.")
        }
        if !isMailbox {
            errors.add("contact", "Enter an e-mail address in the form name@example.org.")
        }
        return errors
    }

    /// Eight characters: Z, a letter or digit, six digits.
    private var isRegistration: Bool {
        let bytes = Array(registration.utf8)
        guard bytes.count == 8, bytes[0] == UInt8(ascii: "Z") else { return false }
        let second = (0x41...0x5a).contains(bytes[1]) || (0x30...0x39).contains(bytes[1])
        return second && bytes.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    }

    private var isMailbox: Bool {
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && contact.count <= 254
            && !contact.contains(where: \.isWhitespace)
    }

    func reply(_ errors: FormErrors = FormErrors(), status: HTTPResponse.Status? = nil) -> Reply {
        let shell = visit.page(
            "Add a partner", current: "/partners", way: .back("/partners"),
            hasErrors: !errors.isEmpty
        ) {
            ErrorSummary(errors)
            h1("Add a partner")
            p("A body that asks to join. It may share once it has signed the charter.")
            PostForm("/partners", csrf: visit.csrf, warnsUnsaved: true) { questions(errors) }
        }
        return .page(shell, status: status ?? (errors.isEmpty ? .ok : .unprocessableContent))
    }

    @HTMLBuilder private func questions(_ errors: FormErrors) -> HTML {
        TextInput(
            "name", "Name of the body", value: name, hint: "As it writes itself.",
            error: errors["name"], spellcheck: false, size: .medium)
        Radios(
            "kind", "What is it?",
            Partner.Kind.allCases.map { Choice($0.rawValue, $0.label) }, selected: kind,
            error: errors["kind"])
        TextInput(
            "registration", "Registration number (optional)", value: registration,
            hint: "With the Information Commissioner’s Office, such as ZA123456.",
            error: errors["registration"], characters: 10, spellcheck: false, size: .medium)
        TextInput(
            "contact", "Mailbox for data protection", kind: .email, value: contact,
            hint: "A shared mailbox, not a person’s. The public register shows it.",
            error: errors["contact"], size: .medium)
        TextInput(
            "code", "Code (optional)", value: code,
            hint: "Names the body in addresses. Leave it empty to have it made from the name.",
            error: errors["code"], characters: 30, spellcheck: false, size: .medium)
        Button("Add the partner")
    }
}
