public import Records

/// Small files to try loading with: invented people, and a few rows that are wrong on purpose.
public enum SampleFiles {
    /// The files by name, `council-tax.csv` and `electoral-register.csv`.
    ///
    /// 400 people in each, and at the end one row for each kind of mistake that people make.
    public static func all(today: CalendarDate) -> [String: [UInt8]] {
        let people = DemoPeople(people: 400, seed: 11, today: today)
        return [
            "council-tax.csv": people.councilTaxCSV() + lines(accounts(people, today)),
            "electoral-register.csv": people.electoralRegisterCSV()
                + lines(entries(people, today)),
        ]
    }

    /// Wrong, in this order: date, postcode, code, amount, blank surname, repeated reference,
    /// a value too many.
    private static func accounts(_ people: DemoPeople, _ today: CalendarDate) -> [String] {
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
            "60009007,,Mr,Jude,,Ambrose,22/01/1985,2, Tansy Row,Brentwood,CM13 0ZA" + end,
        ]
    }

    /// Wrong, in this order: date, postcode, blank address, repeated reference, day to come.
    private static func entries(_ people: DemoPeople, _ today: CalendarDate) -> [String] {
        let place = "7 Mudlark Reach,Great Dunmow"
        return [
            "GR009001,,Fenwick,Tobias,,1980-02-31,\(place),CM6 4ZA,2019-03-03,Full",
            "GR009002,,Lowe,Harriet,,,\(place),4ZA,2019-03-03,Full",
            "GR009003,,Marsh,Odette,,,,Great Dunmow,CM6 4ZA,2019-03-03,Full",
            "\(people.electors.first?.reference ?? "GR000001"),,Thorne,Silas,,,\(place),CM6 4ZA,"
                + "2019-03-03,Full",
            "GR009005,,Ambrose,Jude,,,\(place),CM6 4ZA,\(today.adding(days: 40)),Full",
        ]
    }

    private static func lines(_ rows: [String]) -> [UInt8] {
        rows.flatMap { Array("\($0)\r\n".utf8) }
    }
}
