public import Records

/// Small files to try loading with: a few of the invented people, and rows wrong on purpose.
public struct SampleFiles: Sendable {
    /// The files by name, `council-tax.csv` and `electoral-register.csv`.
    public let all: [String: [UInt8]]

    /// The first accounts and everybody who is registered at their homes or holds one of them.
    ///
    /// They are the people of the large files, so that a sample can be matched with those. At
    /// the end stands one row for each kind of mistake that people make.
    public init(of people: DemoPeople, accounts count: Int = 400, today: CalendarDate) {
        let accounts = people.accounts.prefix(count)
        let references = Set(accounts.map(\.reference))
        let homes = Set(accounts.map(\.uprn).filter { !$0.isEmpty })
        let paired = Set(
            people.pairs.filter { references.contains($0.accountReference) }
                .map(\.electorReference))
        let electors = people.electors.indices.filter {
            paired.contains(people.electors[$0].reference)
                || homes.contains(people.electors[$0].uprn)
        }
        all = [
            "council-tax.csv": Self.rows(Array(accounts.indices), of: people.councilTaxCSV())
                + Self.lines(Self.wrongAccounts(people)),
            "electoral-register.csv": Self.rows(electors, of: people.electoralRegisterCSV())
                + Self.lines(Self.wrongEntries(people, today)),
        ]
    }

    /// Wrong, in this order: date, postcode, code, amount, blank surname, repeated reference,
    /// a value too many.
    private static func wrongAccounts(_ people: DemoPeople) -> [String] {
        let end = ",NON,,,B,1680.00,0.00,,,"
        let place = "2 Tansy Row,Brentwood,CM13 0ZA"
        return [
            "60009001,,Mr,Tobias,,Fenwick,31/02/1980,\(place)" + end,
            "60009002,,Ms,Harriet,,Lowe,04/05/1971,2 Tansy Row,Brentwood,CM13" + end,
            "60009003,,Mrs,Odette,,Marsh,12/11/1966,\(place),HALF,,,B,1680.00,0.00,,,",
            "60009004,,Mr,Anselm,,Quince,30/07/1959,\(place),NON,,,B,see note,0.00,,,",
            "60009005,,Miss,Bryony,,,17/03/1990,\(place)" + end,
            "\(people.accounts.first?.reference ?? "60000000"),,Dr,Silas,,Thorne,"
                + "09/09/1948,\(place)" + end,
            "60009007,,Mr,Jude,,Ambrose,22/01/1985,2, Tansy Row,Brentwood,CM13 0ZA" + end + "4642",
        ]
    }

    /// Wrong, in this order: date, postcode, blank address, blank reference, day to come.
    private static func wrongEntries(_ people: DemoPeople, _ today: CalendarDate) -> [String] {
        let place = "7 Mudlark Reach,Great Dunmow"
        return [
            "GR009001,,Fenwick,Tobias,,1980-02-31,\(place),CM6 4ZA,2019-03-03,Full",
            "GR009002,,Lowe,Harriet,,,\(place),4ZA,2019-03-03,Full",
            "GR009003,,Marsh,Odette,,,,Great Dunmow,CM6 4ZA,2019-03-03,Full",
            ",,Thorne,Silas,,,\(place),CM6 4ZA,2019-03-03,Full",
            "GR009005,,Ambrose,Jude,,,\(place),CM6 4ZA,\(today.adding(days: 40)),Full",
        ]
    }

    /// The heading row and some of the rows; no value of these files holds a line break.
    private static func rows(_ rows: [Int], of file: [UInt8]) -> [UInt8] {
        let lines = file.split(separator: 10, omittingEmptySubsequences: true)
        return ([0] + rows.map { $0 + 1 }).flatMap { lines[$0] + [10] }
    }

    private static func lines(_ rows: [String]) -> [UInt8] {
        rows.flatMap { Array("\($0)\r\n".utf8) }
    }
}
