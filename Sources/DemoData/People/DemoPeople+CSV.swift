/// One column of an invented file and the data item that it holds.
public struct DemoColumn: Sendable, Hashable {
    /// The heading in the file.
    public let heading: String
    /// The code of the data item in the agreements, such as `date-of-birth`.
    public let item: String
}

extension DemoPeople {
    /// The columns of the council tax file, in order; the last three are in no agreement.
    public static let councilTaxColumns = columns([
        ("Acct Ref", "account-reference"), ("Property Ref (UPRN)", "uprn"), ("Title", "title"),
        ("First Name", "forename"), ("Middle Names", "middle-names"), ("Last Name", "surname"),
        ("D.O.B.", "date-of-birth"), ("Prop Addr", "address"), ("Post Town", "town"),
        ("P/Code", "postcode"), ("Disc Code", "discount-code"), ("Disc From", "discount-start"),
        ("Disregard", "disregard-code"), ("CT Band", "band"), ("Full Charge", "full-charge"),
        ("Disc Amount", "discount-amount"), ("Telephone", "telephone"), ("E-mail", "email"),
        ("Bank Acct Ending", "bank-account-ending"),
    ])

    /// The columns of the electoral register, in order.
    public static let electoralRegisterColumns = columns([
        ("Elector Number", "elector-reference"), ("UPRN", "uprn"), ("Surname", "surname"),
        ("Forename", "forename"), ("Middle Name", "middle-names"),
        ("Date of Birth", "date-of-birth"), ("Address", "address"), ("Town", "town"),
        ("Postcode", "postcode"), ("Date Added", "date-added"), ("Franchise", "franchise"),
    ])

    /// `council-tax.csv`: Windows-1252, dates as 31/03/2026, amounts in pounds.
    public func councilTaxCSV() -> [UInt8] {
        var csv = CSVBytes(
            .windows1252, rows: accounts.count,
            headings: Self.councilTaxColumns.map(\.heading))
        for account in accounts { csv.append(account) }
        return csv.bytes
    }

    /// `electoral-register.csv`: UTF-8 after a byte order mark, dates as 2026-03-31.
    public func electoralRegisterCSV() -> [UInt8] {
        var csv = CSVBytes(
            .markedUTF8, rows: electors.count,
            headings: Self.electoralRegisterColumns.map(\.heading))
        for elector in electors { csv.append(elector) }
        return csv.bytes
    }

    /// `truth.csv`: one row for each account holder who is an elector.
    public func truthCSV() -> [UInt8] {
        var csv = CSVBytes(
            .plainUTF8, rows: pairs.count,
            headings: ["Account Reference", "Elector Number", "Same Address"])
        for pair in pairs {
            csv.row([
                pair.accountReference, pair.electorReference, pair.isSameAddress ? "yes" : "no",
            ])
        }
        return csv.bytes
    }

    /// `situations.csv`: one row for each account; the codes are separated by spaces.
    public func situationsCSV() -> [UInt8] {
        var csv = CSVBytes(
            .plainUTF8, rows: truths.count,
            headings: [
                "Account Reference", "Situations", "Electors Registered", "Electors Resident",
            ])
        for truth in truths {
            csv.row([
                truth.accountReference,
                truth.situations.map(\.rawValue).joined(separator: " "),
                String(truth.electorsRegistered), String(truth.electorsResident),
            ])
        }
        return csv.bytes
    }

    private static func columns(_ pairs: [(heading: String, item: String)]) -> [DemoColumn] {
        pairs.map { DemoColumn(heading: $0.heading, item: $0.item) }
    }
}

extension CSVBytes {
    fileprivate mutating func append(_ account: CouncilTaxAccount) {
        text(account.reference)
        text(account.uprn)
        text(account.title)
        text(account.forename)
        text(account.middleNames)
        text(account.surname)
        slashed(account.dateOfBirth)
        text(account.address)
        text(account.town)
        text(account.postcode)
        text(account.discount.rawValue)
        slashed(account.discountStart)
        text(account.disregard?.rawValue ?? "")
        text(account.band.rawValue)
        pounds(account.fullCharge)
        pounds(account.discountAmount)
        text(account.telephone)
        text(account.email)
        text(account.bankAccountEnding)
        endRow()
    }

    fileprivate mutating func append(_ elector: Elector) {
        text(elector.reference)
        text(elector.uprn)
        text(elector.surname)
        text(elector.forename)
        text(elector.middleNames)
        iso(elector.dateOfBirth)
        text(elector.address)
        text(elector.town)
        text(elector.postcode)
        iso(elector.dateAdded)
        text(elector.franchise.rawValue)
        endRow()
    }
}
