extension WrittenDocument {
    /// The media type of `openDocument`.
    public static let openDocumentType = "application/vnd.oasis.opendocument.text"

    /// The text as an OpenDocument file, `.odt`, the standard format of government.
    ///
    /// Source: OASIS, Open Document Format for Office Applications 1.3, parts 2 and 3.
    public var openDocument: [UInt8] {
        StoredZip([
            // First and not compressed, so that programs know the file by its beginning.
            ("mimetype", Array(Self.openDocumentType.utf8)),
            ("META-INF/manifest.xml", XMLText.document(OpenText.manifest)),
            ("content.xml", XMLText.document(OpenText.content(self))),
            ("styles.xml", XMLText.document(OpenText.styles(self))),
            ("meta.xml", XMLText.document(OpenText.properties(self))),
        ]).bytes
    }
}

/// The parts of an OpenDocument text.
private enum OpenText {
    private static let prefix = "urn:oasis:names:tc:opendocument:xmlns"

    /// The names that elements begin with, and the version.
    private static let spaces =
        ["meta", "office", "style", "table", "text"]
        .map { "xmlns:\($0)=\"\(prefix):\($0):1.0\"" }.joined(separator: " ")
        + " xmlns:fo=\"\(prefix):xsl-fo-compatible:1.0\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""

    static let manifest =
        "<manifest:manifest xmlns:manifest=\"\(prefix):manifest:1.0\" manifest:version=\"1.3\">"
        + [
            ("/", WrittenDocument.openDocumentType), ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"), ("meta.xml", "text/xml"),
        ].map { path, type in
            "<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\"\(type)\"/>"
        }.joined() + "</manifest:manifest>"

    static func properties(_ document: WrittenDocument) -> String {
        "<office:document-meta \(spaces)><office:meta>"
            + "<dc:title>\(XMLText.escaped(document.title))</dc:title>"
            + "<dc:language>en-GB</dc:language></office:meta></office:document-meta>"
    }

    static func content(_ document: WrittenDocument) -> String {
        var tables = 0
        let blocks = document.blocks.map { block in
            switch block {
            case .facts: tables += 1
            default: break
            }
            return Self.block(block, table: tables)
        }
        return "<office:document-content \(spaces)><office:automatic-styles>"
            + "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
            + "<style:table-cell-properties fo:border=\"0.5pt solid #808080\" "
            + "fo:padding=\"1.5mm\"/>"
            + "</style:style><style:style style:name=\"Table\" style:family=\"table\">"
            + "<style:table-properties style:width=\"17cm\" fo:margin-bottom=\"0.3cm\" "
            + "table:align=\"left\" table:border-model=\"collapsing\"/></style:style>"
            + column("Labels", "4.6cm") + column("Facts", "12.4cm")
            + "</office:automatic-styles><office:body><office:text>"
            + paragraph(document.title, "Title") + blocks.joined()
            + "</office:text></office:body></office:document-content>"
    }

    private static func column(_ name: String, _ width: String) -> String {
        "<style:style style:name=\"\(name)\" style:family=\"table-column\">"
            + "<style:table-column-properties style:column-width=\"\(width)\"/></style:style>"
    }

    private static func block(_ block: WrittenDocument.Block, table number: Int) -> String {
        switch block {
        case .heading(let level, let text):
            "<text:h text:style-name=\"Heading_20_\(level)\" text:outline-level=\"\(level)\">"
                + "\(spaced(text))</text:h>"
        case .paragraph(let text): paragraph(text)
        case .list(let entries):
            "<text:list text:style-name=\"List\">"
                + entries.map { "<text:list-item>\(paragraph($0))</text:list-item>" }.joined()
                + "</text:list>"
        case .facts(let facts):
            "<table:table table:name=\"Table \(number)\" table:style-name=\"Table\">"
                + "<table:table-column table:style-name=\"Labels\"/>"
                + "<table:table-column table:style-name=\"Facts\"/>" + facts.map(row).joined()
                + "</table:table>"
        }
    }

    private static func row(_ fact: WrittenDocument.Fact) -> String {
        "<table:table-row>" + cell([fact.label], "Label") + cell(fact.lines, "Cell_20_text")
            + "</table:table-row>"
    }

    private static func cell(_ lines: [String], _ style: String) -> String {
        "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">"
            + (lines.isEmpty ? [""] : lines).map { paragraph($0, style) }.joined()
            + "</table:table-cell>"
    }

    private static func paragraph(_ text: String, _ style: String = "Standard") -> String {
        "<text:p text:style-name=\"\(style)\">\(spaced(text))</text:p>"
    }

    /// A text whose repeated spaces stay, which OpenDocument would else make one.
    private static func spaced(_ text: String) -> String {
        var result = ""
        var isAfterSpace = true
        for character in XMLText.escaped(text) {
            result += character == " " && isAfterSpace ? "<text:s/>" : String(character)
            isAfterSpace = character == " "
        }
        return result
    }

    static func styles(_ document: WrittenDocument) -> String {
        "<office:document-styles \(spaces)><office:styles>"
            + "<style:default-style style:family=\"paragraph\"><style:text-properties "
            + "fo:font-family=\"Arial\" fo:font-size=\"11.5pt\" fo:language=\"en\" "
            + "fo:country=\"GB\"/></style:default-style>" + style("Standard", below: nil, "0.25cm")
            + style("Title", below: "Standard", "0.3cm", size: 20)
            + style("Heading_20_1", below: "Standard", "0.2cm", before: "0.5cm", size: 15)
            + style("Heading_20_2", below: "Standard", "0.2cm", before: "0.3cm", size: 12.5)
            + style("Cell_20_text", below: "Standard", "0.05cm")
            + style("Label", below: "Cell_20_text", "0.05cm", size: 11.5)
            + style("Footer", below: "Standard", "0cm", size: 8.5, isBold: false)
            + "<text:list-style style:name=\"List\"><text:list-level-style-bullet text:level=\"1\" "
            + "text:bullet-char=\"•\"><style:list-level-properties text:space-before=\"0.3cm\" "
            + "text:min-label-width=\"0.5cm\"/></text:list-level-style-bullet></text:list-style>"
            + "</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">"
            + "<style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" "
            + "fo:margin=\"2cm\"/><style:footer-style/></style:page-layout>"
            + "</office:automatic-styles><office:master-styles><style:master-page "
            + "style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer>"
            + "<text:p text:style-name=\"Footer\">\(spaced(document.foot)), page "
            + "<text:page-number>1</text:page-number></text:p>"
            + "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    }

    /// A style of paragraphs with the space after and before them.
    private static func style(
        _ name: String, below parent: String?, _ after: String, before: String = "0cm",
        size: Double? = nil, isBold: Bool = true
    ) -> String {
        let parent = parent.map { " style:parent-style-name=\"\($0)\"" } ?? ""
        let letters = size.map {
            "<style:text-properties fo:font-size=\"\($0)pt\" "
                + "fo:font-weight=\"\(isBold ? "bold" : "normal")\"/>"
        }
        return "<style:style style:name=\"\(name)\" style:family=\"paragraph\"\(parent)>"
            + "<style:paragraph-properties fo:margin-top=\"\(before)\" "
            + (before == "0cm" ? "" : "fo:keep-with-next=\"always\" ")
            + "fo:margin-bottom=\"\(after)\"/>\(letters ?? "")"
            + "</style:style>"
    }
}
