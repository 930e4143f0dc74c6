import Exchange

extension Server {
    /// The texts of agreements as pages and as files.
    func addDocuments(to routes: Routes) {
        let formats: [(ending: String, format: AgreementFiles.Format?)] = [
            ("", nil), (".json", nil), (".docx", .docx), (".odt", .odt),
        ]
        for (ending, format) in formats {
            routes.get("/agreements/{id}/document\(ending)") { visit in
                try await DocumentPage(visit, .agreement).reply(format)
            }
            routes.get("/agreements/{id}/instruction\(ending)") { visit in
                try await DocumentPage(visit, .instruction).reply(format)
            }
            routes.get("/register/{id}/document\(ending)") { visit in
                try await DocumentPage(registered: visit).reply(format)
            }
        }
        routes.get("/agreements/{id}/days.ics") { visit in
            try await DocumentPage(visit, .agreement).reply(.ics)
        }
        routes.get("/register/{id}/days.ics") { visit in
            try await DocumentPage(registered: visit).reply(.ics)
        }
    }
}
