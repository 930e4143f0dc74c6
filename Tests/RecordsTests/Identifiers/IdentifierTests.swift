import Foundation
import Records
import Testing

struct IdentifierTests {
    @Test(arguments: [
        ("ss1 2ab", "SS1 2AB"), ("CM11DE", "CM1 1DE"), ("m1 1ae", "M1 1AE"), ("B33 8TH", "B33 8TH"),
        ("CR2 6XH", "CR2 6XH"), ("DN55 1PT", "DN55 1PT"), ("W1A 1HQ", "W1A 1HQ"),
        ("EC1A 1BB", "EC1A 1BB"), ("gir0aa", "GIR 0AA"), (" S S 9 9 Z Z ", "SS9 9ZZ"),
    ])
    func `a postcode has one canonical form`(written: String, canonical: String) {
        #expect(Postcode(written)?.text == canonical)
        #expect(Postcode(written) == Postcode(canonical))
    }

    @Test(arguments: [
        "", "SS1", "SS1 2A", "SS1 2ABC", "QS1 2AB", "SI1 2AB", "SS1 2AC", "SS1 2IB", "SSS 2AB",
        "SS123 2AB", "S1L 2AB", "SS1C 2AB", "1SS 2AB", "SS12AÉ", "GIR 1AA", "SS-1 2AB", "SS1 AAB",
    ])
    func `what breaks the pattern is no postcode`(written: String) {
        #expect(Postcode(written) == nil)
    }

    @Test func `a postcode has area, district and sector`() throws {
        let postcode = try #require(Postcode("ec1a1bb"))

        #expect(postcode.area == "EC")
        #expect(postcode.district == "EC1A")
        #expect(postcode.sector == "EC1A 1")
        #expect(postcode.inward == "1BB")
    }

    @Test func `a UPRN does not depend on leading zeros`() {
        #expect(UPRN("000012345678")?.text == "12345678")
        #expect(UPRN("12345678") == UPRN("0012345678"))
        #expect(
            ["", "0", "000", "1234567890123", "1.2E+11", "12 34", "-1"].allSatisfy {
                UPRN($0) == nil
            })
    }

    @Test func `exactly one check digit fits nine digits of an NHS number, or none`() {
        var random = RandomBytes(seed: 7)
        for _ in 0..<200 {
            let digits = random.text(of: "0123456789", count: 9)
            let sum = digits.enumerated().reduce(0) { $0 + Int($1.element - 48) * (10 - $1.offset) }
            let fitting = (0...9).filter { (sum + $0) % 11 == 0 }

            let found = (0...9).filter {
                NHSNumber(String(decoding: digits, as: UTF8.self) + "\($0)") != nil
            }

            #expect(found == fitting)
        }
    }

    @Test func `an NHS number is read with spaces and shown in groups`() {
        #expect(NHSNumber("943 476-5919")?.text == "9434765919")
        #expect(NHSNumber("9434765919")?.grouped == "943 476 5919")
        #expect(
            ["9434765918", "943476591", "94347659190", "943476591X", "0000000000", ""]
                .allSatisfy { NHSNumber($0) == nil })
    }

    @Test(arguments: [
        "DA123456C", "AD123456C", "AO123456C", "BG123456C", "ZZ123456A", "AB123456E", "AB12345C",
        "AB1234567", "ABC23456C", "AB123456CC", "QQ123456C", "",
    ])
    func `what HMRC does not issue is no National Insurance number`(written: String) {
        #expect(NationalInsuranceNumber(written) == nil)
    }

    @Test func `a National Insurance number is read in any case, with or without its last letter`()
    {
        #expect(NationalInsuranceNumber("ab 12 34 56 c")?.text == "AB123456C")
        #expect(NationalInsuranceNumber("AB123456")?.grouped == "AB 12 34 56")
        #expect(NationalInsuranceNumber("AB123456D")?.withoutSuffix == "AB123456")
    }

    @Test(arguments: [
        ("1604.00", 160_400), ("£1,604", 160_400), ("1604.5", 160_450), ("-£12.50", -1250),
        ("12.50-", -1250), ("(12.50)", -1250), ("1,234,567.89", 123_456_789), ("0", 0),
        ("+3.00", 300), ("1604.0000", 160_400), ("£ 7", 700), ("007.10", 710), ("-0.05", -5),
    ])
    func `money is read to the penny`(written: String, pence: Int) {
        #expect(Pence(written: written) == Pence(pence))
        #expect(Pence(written: Pence(pence).decimal) == Pence(pence))
        #expect(Pence(written: Pence(pence).description) == Pence(pence))
    }

    @Test(arguments: [
        "", "£", "1,60", "12,34,567", "1.005", "1604,00", "1.", ".", "--1", "1e3", "12p", "1 604.x",
        "1234567890123", "£-", "()",
    ])
    func `what is no amount is not read`(written: String) {
        #expect(Pence(written: written) == nil)
    }

    @Test func `money adds up and is shown with commas`() {
        #expect(Pence(160_400) + Pence(99) == Pence(160_499))
        #expect((Pence(pounds: 1) - Pence(101)).description == "-£0.01")
        #expect(Pence(123_456_789).description == "£1,234,567.89")
        #expect(Pence(123_456_789).decimal == "1234567.89")
        #expect([Pence(3), Pence(-1)].min() == Pence(-1))
    }

    @Test func `identifiers are plain strings in JSON and bad ones are refused`() throws {
        let json = Data(#"["ss12ab"]"#.utf8)

        let postcodes = try JSONDecoder().decode([Postcode].self, from: json)

        #expect(
            String(decoding: try JSONEncoder().encode(postcodes), as: UTF8.self) == #"["SS1 2AB"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Postcode].self, from: Data(#"["nowhere"]"#.utf8))
        }
        #expect(String(decoding: try JSONEncoder().encode([Pence(5)]), as: UTF8.self) == "[5]")
    }
}
