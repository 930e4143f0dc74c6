import DemoData
import Testing

struct SeededGeneratorTests {
    @Test func `the numbers are those of SplitMix64`() {
        var generator = SeededGenerator(seed: 1_234_567)

        let numbers = (0..<5).map { _ in generator.next() }

        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test(arguments: [1, 2, 7, 1000]) func `numbers stay below the bound`(bound: Int) {
        var generator = SeededGenerator(seed: 3)

        let numbers = (0..<500).map { _ in generator.below(bound) }

        #expect(numbers.allSatisfy { (0..<bound).contains($0) })
        #expect(Set(numbers).count > min(bound, 200) - 1)
    }

    @Test func `shuffling keeps every element`() {
        var generator = SeededGenerator(seed: 3)
        var elements = Array(0..<100)

        generator.shuffle(&elements)

        #expect(elements != Array(0..<100))
        #expect(elements.sorted() == Array(0..<100))
    }
}
