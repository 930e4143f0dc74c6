import Exchange
import Records
import Testing

struct ValueDifferenceTests {
    @Test(arguments: [
        ("Okafor", "Okafor", ValueDifference.same),
        ("OKAFOR", "Okafor", .similar("only capitals, accents or punctuation differ")),
        ("O'Brien", "OBrien", .similar("only capitals, accents or punctuation differ")),
        ("Jonathan", "Jonothan", .similar("one letter differs")),
        ("Sara", "Sarah", .similar("one has only the first letters")),
        ("Brian", "Brain", .similar("two letters are swapped")),
        ("Elisabetta", "Elizabeth", .similar("they sound alike")),
        ("J", "Jonathan", .similar("one is an initial")),
        ("Mary Ann", "Ann Mary", .similar("the same words in another order")),
        ("14 Tansy Row", "Flat 2, 14 Tansy Row", .similar("one has more words")),
        ("14 Tansy Row", "15 Tansy Row", .similar("one letter or digit differs")),
        ("Wood", "Nguyen", .different),
        ("Al", "Bo", .different),
    ])
    func `texts`(_ left: String, _ right: String, _ difference: ValueDifference) {
        #expect(ValueDifference(left, right, kind: .text) == difference)
        #expect(ValueDifference(right, left, kind: .text) == difference)
    }

    @Test(arguments: [
        ("1981-03-04", "1981-04-03", "day and month are swapped"),
        ("1981-03-27", "1981-03-21", "one digit differs"),
        ("1981-03-27", "1981-03-10", "the same month and year"),
        ("1981-03-27", "1981-11-10", "the same year"),
        ("1981-03-27", "1960-03-27", "the same day and month"),
    ])
    func `dates`(_ left: String, _ right: String, _ words: String) {
        #expect(ValueDifference(left, right, kind: .date) == .similar(words))
    }

    @Test(arguments: [
        ("SS1 2AB", "SS1 2AC", ValueDifference.similar("one letter or digit differs")),
        ("SS1 2AB", "SS1 9QL", .similar("the first half is the same")),
        ("SS1 2AB", "CM2 9QL", .different),
    ])
    func `postcodes`(_ left: String, _ right: String, _ difference: ValueDifference) {
        #expect(ValueDifference(left, right, kind: .postcode) == difference)
    }

    @Test(arguments: DataItem.Kind.allCases)
    func `a value that is not held cannot be compared`(_ kind: DataItem.Kind) {
        #expect(ValueDifference(nil, "a", kind: kind) == .notHeld)
        #expect(ValueDifference("a", "", kind: kind) == .notHeld)
        #expect(ValueDifference(nil, nil, kind: kind) == .notHeld)
        #expect(ValueDifference("same", "same", kind: kind) == .same)
    }

    @Test func `references and codes are the same or different, never close`() {
        for kind in [DataItem.Kind.reference, .uprn, .codeList, .money, .boolean] {
            #expect(ValueDifference("100012345", "100012346", kind: kind) == .different)
        }
    }
}
