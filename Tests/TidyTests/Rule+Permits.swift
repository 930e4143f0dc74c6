extension Rule {
    static let permits = [
        Rule(
            name: "only Decisions makes a Permit",
            bad: [
                Sample("Sources/Exchange/Disclose.swift", "let permit = Permit(items: [])"),
                Sample("Sources/Web/Pages.swift", "let permit = Permit.init(items: [])"),
            ],
            good: [
                Sample("Sources/Decisions/Decision.swift", "return .permit(Permit(items: []))"),
                Sample("Sources/Exchange/Disclose.swift", "case .permit(let permit): Permits(a)"),
                Sample("Sources/Exchange/Disclose.swift", "func disclose(under permit: Permit)"),
            ],
            check: { file in
                guard file.isProduct, file.target != "Decisions" else { return [] }
                return ["Permit(", "Permit.init"].flatMap { phrase in
                    file.lines(holding: phrase).map { ($0, "a permit comes from a decision") }
                }
            }),
        Rule(
            name: "nobody outside Decisions can make or read in a Permit",
            bad: [
                Sample("Sources/Decisions/Permit.swift", "struct Permit { public init() {} }"),
                Sample("Sources/Decisions/Permit.swift", "public struct Permit: Codable {}"),
                Sample("Sources/Exchange/Tables.swift", "extension Permit: FetchableRecord {}"),
                Sample("Sources/Decisions/A.swift", "extension Permit { public init() {} }"),
            ],
            good: [
                Sample("Sources/Decisions/Permit.swift", "public struct Permit: Hashable {}"),
                Sample("Sources/Decisions/Permit.swift", "struct Permit { init() {} }"),
                Sample("Sources/Decisions/Request.swift", "struct Request { public init() {} }"),
            ],
            check: { file in
                guard file.isProduct else { return [] }
                return file.tokens.indices.filter { file.declaresPermit(at: $0) }.flatMap {
                    file.openings(ofPermitAt: $0)
                }
            }),
    ]
}

extension SourceFile {
    private static let doors: Set = ["Codable", "Decodable", "FetchableRecord"]

    fileprivate func declaresPermit(at index: Int) -> Bool {
        ["struct", "extension"].contains(tokens[index].text) && index + 1 < tokens.count
            && tokens[index + 1].text == "Permit"
    }

    /// The ways in which a declaration of `Permit` lets others make one.
    fileprivate func openings(ofPermitAt start: Int) -> [(line: Int, reason: String)] {
        guard let open = tokens[start...].firstIndex(where: { $0.text == "{" }),
            let close = FunctionExtent.closingBrace(in: tokens, from: open)
        else { return [] }
        let conformances = tokens[start..<open].filter { Self.doors.contains($0.text) }
        let initialisers = (open..<close).filter {
            tokens[$0].text == "public" && tokens[$0 + 1].text == "init"
        }
        return conformances.map { ($0.line, "a permit cannot be read in") }
            + initialisers.map { (tokens[$0].line, "a permit has no public initialiser") }
    }
}
