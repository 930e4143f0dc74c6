extension WrittenDocument {
    /// The media type of `word`.
    public static let wordType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// The text as a file for Word, `.docx`.
    ///
    /// Source: ECMA-376 (Office Open XML), part 1, WordprocessingML.
    public var word: [UInt8] {
        StoredZip([
            ("[Content_Types].xml", XMLText.document(Word.contentTypes)),
            ("_rels/.rels", XMLText.document(Word.packageParts)),
            ("docProps/core.xml", XMLText.document(Word.properties(self))),
            ("word/_rels/document.xml.rels", XMLText.document(Word.documentParts)),
            ("word/document.xml", XMLText.document(Word.document(self))),
            ("word/styles.xml", XMLText.document(Word.styles)),
            ("word/numbering.xml", XMLText.document(Word.numbering)),
            ("word/footer1.xml", XMLText.document(Word.footer(self))),
        ]).bytes
    }
}

/// The parts of a Word file.
private enum Word {
    private static let schemas = "http://schemas.openxmlformats.org"
    private static let main = "xmlns:w=\"\(schemas)/wordprocessingml/2006/main\""
    private static let relations = "\(schemas)/officeDocument/2006/relationships"

    static let contentTypes =
        "<Types xmlns=\"\(schemas)/package/2006/content-types\">"
        + "<Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + [
            ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
            ("footer1", "footer"),
        ]
        .map { part, kind in
            "<Override PartName=\"/word/\(part).xml\" ContentType=\"application/"
                + "vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml\"/>"
        }.joined() + "</Types>"

    static let packageParts = parts([
        ("\(relations)/officeDocument", "word/document.xml"),
        (
            "\(schemas)/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml"
        ),
    ])

    static let documentParts = parts([
        ("\(relations)/styles", "styles.xml"), ("\(relations)/numbering", "numbering.xml"),
        ("\(relations)/footer", "footer1.xml"),
    ])

    private static func parts(_ parts: [(type: String, target: String)]) -> String {
        "<Relationships xmlns=\"\(schemas)/package/2006/relationships\">"
            + parts.enumerated().map { place, part in
                "<Relationship Id=\"rId\(place + 1)\" Type=\"\(part.type)\" "
                    + "Target=\"\(part.target)\"/>"
            }.joined() + "</Relationships>"
    }

    static func properties(_ document: WrittenDocument) -> String {
        "<cp:coreProperties xmlns:cp=\"\(schemas)/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + "<dc:title>\(XMLText.escaped(document.title))</dc:title>"
            + "<dc:language>en-GB</dc:language></cp:coreProperties>"
    }

    static func document(_ document: WrittenDocument) -> String {
        "<w:document \(main) xmlns:r=\"\(relations)\"><w:body>"
            + paragraph(document.title, "Title") + document.blocks.map(block).joined()
            + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
            + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
            + "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
            + "</w:body></w:document>"
    }

    private static func block(_ block: WrittenDocument.Block) -> String {
        switch block {
        case .heading(let level, let text): paragraph(text, "Heading\(level)")
        case .paragraph(let text): paragraph(text)
        case .list(let entries): entries.map { paragraph($0, "ListBullet") }.joined()
        case .facts(let facts):
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9638\" w:type=\"dxa\"/>"
                + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0080\"/></w:tblPr><w:tblGrid>"
                + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
                + facts.map(row).joined() + "</w:tbl>" + paragraph("")
        }
    }

    /// The columns of labels and of what they stand for, in twentieths of a point.
    private static let widths = [2_600, 7_038]

    private static func row(_ fact: WrittenDocument.Fact) -> String {
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cell(0, [fact.label], isBold: true)
            + cell(1, fact.lines, isBold: false) + "</w:tr>"
    }

    private static func cell(_ column: Int, _ lines: [String], isBold: Bool) -> String {
        "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[column])\" w:type=\"dxa\"/></w:tcPr>"
            + (lines.isEmpty ? [""] : lines)
            .map { paragraph($0, "TableText", isBold: isBold) }.joined() + "</w:tc>"
    }

    private static func paragraph(
        _ text: String, _ style: String? = nil, isBold: Bool = false
    ) -> String {
        let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        let bold = isBold ? "<w:rPr><w:b/></w:rPr>" : ""
        let run =
            text.isEmpty
            ? "" : "<w:r>\(bold)<w:t xml:space=\"preserve\">\(XMLText.escaped(text))</w:t></w:r>"
        return "<w:p>\(style)\(run)</w:p>"
    }

    static func footer(_ document: WrittenDocument) -> String {
        "<w:ftr \(main)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
            + "<w:r><w:t xml:space=\"preserve\">\(XMLText.escaped(document.foot)), page "
            + "</w:t></w:r>"
            + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"
    }

    static let numbering =
        "<w:numbering \(main)><w:abstractNum w:abstractNumId=\"0\">"
        + "<w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr><w:ind w:left=\"425\" w:hanging=\"283\"/></w:pPr></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

    static let styles =
        "<w:styles \(main)><w:docDefaults><w:rPrDefault><w:rPr>"
        + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"23\"/>"
        + "<w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        + "<w:spacing w:after=\"140\" w:line=\"271\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
        + "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        + "<w:name w:val=\"Normal\"/></w:style>" + heading("Title", "Title", size: 40, level: nil)
        + heading("Heading1", "heading 1", size: 30, level: 0)
        + heading("Heading2", "heading 2", size: 25, level: 1)
        + style(
            "ListBullet", "List Bullet",
            "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"40\"/></w:pPr>")
        + style(
            "TableText", "Table Text", "<w:pPr><w:spacing w:before=\"40\" w:after=\"40\"/></w:pPr>")
        + style("Footer", "footer", "<w:rPr><w:sz w:val=\"17\"/></w:rPr>")
        + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
        + "<w:tblPr><w:tblBorders>"
        + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
        }.joined() + "</w:tblBorders></w:tblPr></w:style></w:styles>"

    private static func heading(_ id: String, _ name: String, size: Int, level: Int?) -> String {
        let outline = level.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
        return style(
            id, name,
            "<w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"280\" "
                + "w:after=\"120\"/>\(outline)</w:pPr>"
                + "<w:rPr><w:b/><w:sz w:val=\"\(size)\"/></w:rPr>")
    }

    private static func style(_ id: String, _ name: String, _ rest: String) -> String {
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
            + "<w:basedOn w:val=\"Normal\"/>\(rest)</w:style>"
    }
}
