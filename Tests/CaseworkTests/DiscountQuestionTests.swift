import Casework
import Testing

struct DiscountQuestionTests {
    static func facts(
        _ code: String? = "SPD", disregard: String? = nil, at addresses: AddressComparison = .same,
        adults: Int = 1,
        rising: Int = 0
    ) -> DiscountQuestion.Facts {
        .init(
            discountCode: code, disregardCode: disregard, addresses: addresses,
            adultsRegistered: adults, risingEighteen: rising)
    }

    @Test(
        arguments: [
            (facts(at: .different), .registeredElsewhere),
            (facts(at: .different, adults: 3, rising: 1), .registeredElsewhere),
            (facts(adults: 2), .othersRegistered(count: 2)),
            (facts(adults: 5, rising: 2), .othersRegistered(count: 5)),
            (facts(rising: 1), .risingEighteen), (facts(adults: 0, rising: 1), .risingEighteen),
            (facts(), nil), (facts(adults: 0), nil), (facts(at: .unclear), nil),
            (facts(at: .unclear, adults: 2), .othersRegistered(count: 2)),
        ] as [(DiscountQuestion.Facts, DiscountQuestion?)])
    func `facts about a single person discount raise the right question`(
        facts: DiscountQuestion.Facts, question: DiscountQuestion?
    ) {
        #expect(DiscountQuestion(facts) == question)
    }

    @Test func `another discount, none, or a disregard raises no question`() {
        for code in ["DIS", "EXM", "NON", "spd", "", nil] {
            #expect(DiscountQuestion(Self.facts(code, at: .different, adults: 4, rising: 1)) == nil)
        }
        for disregard in ["STU", ""] {
            #expect(
                DiscountQuestion(Self.facts(disregard: disregard, at: .different, adults: 4)) == nil
            )
        }
    }

    @Test(
        arguments: [
            (.othersRegistered(count: 2), "others-registered:2"),
            (.othersRegistered(count: 117), "others-registered:117"),
            (.risingEighteen, "rising-eighteen"), (.registeredElsewhere, "registered-elsewhere"),
        ] as [(DiscountQuestion, String)])
    func `a question comes back from its code`(question: DiscountQuestion, code: String) {
        #expect(question.code == code)
        #expect(DiscountQuestion(code: code) == question)
    }

    @Test(arguments: [
        "", ":", "others-registered", "others-registered:", "others-registered:two",
        "others-registered:1", "others-registered:0", "others-registered:-2",
        "others-registered:+2", "others-registered:02", "others-registered::2",
        "others-registered:2:", ":others-registered:2", "others-registered:2:3",
        "others-registered:99999999999999999999", "rising-eighteen:", ":rising-eighteen",
        "Rising-Eighteen", "rising-eighteen ", "registered-elsewhere:1",
    ])
    func `a code that was never written is no question`(code: String) {
        #expect(DiscountQuestion(code: code) == nil)
    }

    @Test(
        arguments: [.othersRegistered(count: 3), .risingEighteen, .registeredElsewhere]
            as [DiscountQuestion])
    func `every question says what the records show and what may explain it`(
        question: DiscountQuestion
    ) {
        #expect(question.sentence.hasSuffix("."))
        #expect(question.explanations.count >= 2)
        #expect(question.explanations.allSatisfy { $0.hasSuffix(".") })
    }
}
