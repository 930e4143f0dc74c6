import Testing

@testable import DemoData

struct NameListTests {
    @Test func `the lists are long enough and hold no blanks`() {
        let forenames = (Forenames.female + Forenames.male).flatMap { $0 }
        let surnames = Surnames.byBackground.flatMap { $0 }

        #expect(Set(forenames).count >= 200)
        #expect(Set(surnames).count >= 300)
        #expect(Set(Streets.all).count == 320)
        #expect(Town.southend.otherSpellings.count >= 16)
        #expect((forenames + surnames + Streets.all).allSatisfy { $0.trimmed == $0 && $0 != "" })
    }

    @Test func `every name can be written in Windows-1252 and in an e-mail address`() {
        let names =
            (Forenames.female + Forenames.male + Surnames.byBackground).flatMap { $0 }
        for name in names {
            #expect(!Windows1252.representable(name).contains("?"), "\(name)")
            #expect(PlainLetters.only(in: name).count >= name.count - 2, "\(name)")
        }
    }

    @Test func `a slip of the keyboard always changes the word`() {
        var generator = SeededGenerator(seed: 5)
        for word in ["Li", "Anna", "Smith", "Bērziņš", "O’Neill", "Emma", "Aa"] {
            for _ in 0..<50 { #expect(Typing.slip(in: word, using: &generator) != word) }
        }
    }

    @Test func `other forms of an address differ from the usual one`() {
        var generator = SeededGenerator(seed: 5)
        let parts: [Address.Part] = [.whole, .flat(2), .letter("A"), .floor("Ground"), .annexe]
        for part in parts {
            let address = Address(
                part: part, houseName: nil, number: 14, street: "Tansy Row", town: 0,
                postcode: "SS1 4ZA", uprn: "999000000001")
            for _ in 0..<20 {
                #expect(address.otherwiseWritten(using: &generator) != address.written)
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
