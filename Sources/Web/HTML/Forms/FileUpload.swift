/// A file from the reader's machine, with its limits said before the choice.
struct FileUpload: Part {
    let group: FormGroup
    let label: Label
    let accept: [String]
    let maximumBytes: Int?

    /// `accept`: endings with a dot, or media types;
    /// `maximumBytes`: with a script, the size of the chosen file is checked against it at once.
    init(
        _ name: String, _ label: String, accept: [String] = [], maximumBytes: Int? = nil,
        hint: String? = nil, error: String? = nil, size: TextSize? = nil, isHeading: Bool = false
    ) {
        let limit = maximumBytes.map {
            "The file must be smaller than \(Numerals.size(bytes: $0))."
        }
        let hints = [hint, limit].compactMap { $0 }
        group = FormGroup(
            name, hint: hints.isEmpty ? nil : hints.joined(separator: " "), error: error)
        self.label = Label(text: label, id: name, size: size, isHeading: isHeading)
        self.accept = accept
        self.maximumBytes = maximumBytes
    }

    var html: HTML {
        let failed = group.error != nil
        let input = voidElement(
            "input",
            [
                .class("govuk-file-upload" + (failed ? " govuk-file-upload--error" : "")),
                .id(group.id), .name(group.id), .type("file"),
                .optional("accept", accept.isEmpty ? nil : accept.joined(separator: ",")),
                .optional("data-maximum-bytes", maximumBytes.map(String.init)),
                .describedBy(group.describedBy),
            ])
        return group.html(label: label.html, control: input)
    }
}
