import Records
import Testing

struct ColumnMappingTests {
    private func dataset(_ id: DatasetSpecification.ID) throws -> DatasetSpecification {
        try #require(try shippedDictionary().dataset(id))
    }

    private func file(_ lines: String...) throws -> TableFile {
        try TableFile.read(Array(lines.joined(separator: "\n").utf8))
    }

    @Test func `the headings of a council's file map by themselves`() throws {
        let headings = [
            "Acct Ref", "Property Ref (UPRN)", "Title", "First Name", "Middle Names", "Last Name",
            "D.O.B.", "Prop Addr", "Post Town", "P/Code", "Disc Code", "Disc From", "Disregard",
            "CT Band", "Full Charge", "Disc Amount", "Telephone", "E-mail", "Bank Acct Ending",
        ]
        let council = try dataset("council-tax")

        let mapping = ColumnMapping.proposed(
            for: try file(
                headings.joined(separator: ","), headings.map { _ in "x" }.joined(separator: ",")),
            dataset: council)

        #expect(mapping.columns.map(\.item) == council.items.map(\.id))
        #expect(mapping.columns.allSatisfy { $0.reason == .heading })
        #expect(mapping.unmappedHeadings == [])
    }

    @Test func `the headings of a register map by themselves in any order and case`() throws {
        let pairs: [(String, DataItem.ID)] = [
            ("FRANCHISE", "franchise"), ("Elector Number", "elector-reference"), ("uprn", "uprn"),
            ("Surname", "surname"), ("Forename", "forename"), ("Middle Name", "middle-names"),
            ("Date of Birth", "date-of-birth"), ("Address", "address"), ("Town", "town"),
            ("post_code", "postcode"), ("Date  Added", "date-added"),
        ]
        let headings = pairs.map(\.0).joined(separator: ",")

        let mapping = ColumnMapping.proposed(
            for: try file(headings, String(repeating: ",", count: 10) + "x,"),
            dataset: try dataset("electoral-register"))

        #expect(mapping.columns.map(\.item) == pairs.map { Optional($0.1) })
    }

    @Test func `a template's headings map by themselves`() throws {
        for dataset in try shippedDictionary().datasets {
            let row = dataset.items.map { _ in "x" }.joined(separator: ",")
            let file = try TableFile.read(dataset.template + row.utf8)

            let mapping = ColumnMapping.proposed(for: file, dataset: dataset)

            #expect(mapping.columns.map(\.item) == dataset.items.map(\.id))
        }
    }

    @Test func `a column is known by what is in it`() throws {
        let file = try file(
            "Where,Born when,Key,Colour,Number", "SS1 2AB,1/2/1980,100012345678,red,7",
            "ss12ad,3/4/1981,100012345679,blue,8", "CM1 1AE,unknown,100012345670,red,9",
            "SS2 2AB,5/6/1982,100012345671,red,10", "SS3 2AB,5/6/1983,100012345672,red,11",
            "SS4 2AB,5/6/1984,10001234567,red,12")

        let mapping = ColumnMapping.proposed(for: file, dataset: try dataset("electoral-register"))

        // Two dates are open, the birth and the addition to the register, so none is guessed.
        #expect(mapping.columns.map(\.item) == ["postcode", nil, "uprn", nil, nil])
        #expect(mapping.columns[0].reason == .content(percent: 100))
        #expect(mapping.columns[0].reason.sentence == "100% of the values have this form.")
        #expect(mapping.unmappedHeadings == ["Born when", "Colour", "Number"])
    }

    @Test func `what people decided comes before headings and is kept by heading`() throws {
        let council = try dataset("council-tax")
        let file = try file("Ref,Surname,Address,Odd", "1,Smith,2 High St,x")
        let first = ColumnMapping.proposed(for: file, dataset: council)
            .assigning("forename", toColumn: 1).assigning("surname", toColumn: 3)

        let second = ColumnMapping.proposed(
            for: file, dataset: council, remembered: first.remembered)

        #expect(first.columns[3].reason == .chosen)
        #expect(
            second.columns.map(\.item) == ["account-reference", "forename", "address", "surname"])
        #expect(second.columns.allSatisfy { $0.reason == .remembered })
        #expect(ColumnMapping.chosen(second.remembered, for: file).remembered == first.remembered)
        #expect(second.problems(for: file, dataset: council) == [])
    }

    @Test func `a column can be left out`() throws {
        let file = try file("Ref,Surname,Town", "1,Smith,x")

        let mapping = ColumnMapping.proposed(for: file, dataset: try dataset("council-tax"))
            .assigning(nil, toColumn: 2)

        #expect(mapping.unmappedHeadings == ["Town"])
        #expect(mapping.remembered["Town"] == nil)
        #expect(mapping.column(of: "surname")?.heading == "Surname")
    }

    @Test func `all that is wrong with a mapping is said at once`() throws {
        let council = try dataset("council-tax")
        let file = try file("Ref,Surname,Maiden,Colour", "1,Smith,Jones,red")
        let mapping = ColumnMapping.proposed(for: file, dataset: council)
            .assigning("surname", toColumn: 2).assigning("franchise", toColumn: 3)

        let error = #expect(throws: TableFile.MappingRefused.self) {
            try file.checked(mapping, against: council, today: CalendarDate(dayNumber: 20_000))
        }

        #expect(
            error?.problems == [
                .unknownItem("franchise", heading: "Colour"),
                .sameItem(label: "Surname", headings: ["Surname", "Maiden"]),
                .missing(label: "Address"),
            ])
        #expect(
            error?.problems.map(\.sentence)[1]
                == "“Surname” and “Maiden” are all mapped to “Surname”: choose one.")
        let other = try self.file("A,B", "1,2")
        #expect(mapping.problems(for: other, dataset: council).contains(.unknownHeading("Ref")))
    }
}
