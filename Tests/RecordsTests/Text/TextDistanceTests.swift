import Records
import Testing

struct TextDistanceTests {
    @Test(arguments: [
        ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("", "abc", 3), ("abc", "", 3),
        ("same", "same", 0), ("ca", "abc", 3), ("flaw", "lawn", 2),
    ])
    func `Levenshtein distances are the published ones`(left: String, right: String, is count: Int)
    {
        #expect(Levenshtein.distance(left, right) == count)
    }

    @Test(arguments: [("ca", "ac", 1), ("ca", "abc", 3), ("smith", "smtih", 1), ("a", "b", 1)])
    func `a swap of neighbours is one edit`(left: String, right: String, is count: Int) {
        #expect(DamerauLevenshtein.distance(left, right) == count)
    }

    @Test(arguments: [
        ("MARTHA", "MARHTA", 0.9611, 0.9444), ("DIXON", "DICKSONX", 0.8133, 0.7667),
        ("DWAYNE", "DUANE", 0.84, 0.8222), ("JELLYFISH", "SMELLYFISH", 0.8963, 0.8963),
        ("ABC", "XYZ", 0, 0), ("", "", 1, 1), ("A", "", 0, 0),
    ])
    func `Jaro and Jaro–Winkler similarities are the published ones`(
        left: String, right: String, jaroWinkler: Double, jaro: Double
    ) {
        #expect(abs(JaroWinkler.similarity(left, right) - jaroWinkler) < 0.0001)
        #expect(abs(Jaro.similarity(left, right) - jaro) < 0.0001)
    }

    @Test func `equal beginnings do not lift a similarity of 0,7 or less`() {
        let jaro = Jaro.similarity("abcdxxxx", "abcdyyyyyyyyy")

        #expect(jaro < 0.7)
        #expect(JaroWinkler.similarity("abcdxxxx", "abcdyyyyyyyyy") == jaro)
    }

    @Test func `a similarity on a threshold is rounded as DuckDB rounds it`() {
        // DuckDB 2.0.0 on x86-64; with two roundings it would be 0.9199999999999999.
        #expect(JaroWinkler.similarity("Redthwaite", "Ridgethwaite") == 0.92)
    }

    @Test(arguments: [6, 12, 63, 64, 65, 90])
    func `every distance equals its textbook twin and is symmetric`(longest: Int) {
        for (left, right) in Textbook.randomPairs(count: 150, longest: longest) {
            let (l, r) = (left.span, right.span)

            #expect(
                Levenshtein.distance(l, r) == Textbook.editDistance(left, right, swaps: false))
            #expect(
                DamerauLevenshtein.distance(l, r)
                    == Textbook.editDistance(left, right, swaps: true))
            #expect(abs(Jaro.similarity(l, r) - Textbook.jaro(left, right)) < 1e-12)
            #expect(abs(JaroWinkler.similarity(l, r) - Textbook.jaroWinkler(left, right)) < 1e-12)
            #expect(JaroWinkler.similarity(l, r) == JaroWinkler.similarity(r, l))
            #expect(Levenshtein.distance(l, r) == Levenshtein.distance(r, l))
        }
    }

    @Test func `a pattern forgets the text it held before`() {
        var pattern = BytePattern(Array("aaaaaaaa".utf8).span)

        pattern.load(Array("bbb".utf8).span)

        #expect(pattern.levenshtein(to: Array("aaa".utf8).span) == 3)
        #expect(pattern.jaro(to: Array("bbb".utf8).span) == 1)
    }

    @Test func `letters without a partner never exceed the edit distance`() {
        for (left, right) in Textbook.randomPairs(count: 300, longest: 20) {
            let (l, r) = (LetterSignature(left.span), LetterSignature(right.span))
            let distance = Textbook.editDistance(left, right, swaps: true)

            #expect(max(l.unmatched(in: r), r.unmatched(in: l)) <= distance)
        }
    }
}

struct SoundexTests {
    @Test(arguments: [
        ("Robert", "R163"), ("Rupert", "R163"), ("Rubin", "R150"), ("Ashcraft", "A261"),
        ("Ashcroft", "A261"), ("Tymczak", "T522"), ("Pfister", "P236"), ("Honeyman", "H555"),
        ("Lee", "L000"), ("O'Hara", "O600"),
    ])
    func `codes are those of the US National Archives`(name: String, code: String) {
        #expect(Soundex.code(name) == code)
    }

    @Test(arguments: ["", "123", "-"])
    func `a text without letters has no code`(text: String) {
        #expect(Soundex.code(text) == nil)
    }
}

struct NormalisationTests {
    @Test(arguments: [
        ("  O'Brien-SMITH ", "obrien smith"), ("O’Brien", "obrien"), ("José  Núñez", "jose nunez"),
        ("Jose\u{301}", "jose"), ("Siôn Ŵyn", "sion wyn"), ("Łukasz Straße", "lukasz strasse"),
        ("Ærø", "aero"), ("Nguyễn", "nguyen"), ("St. John's, Flat 2", "st johns flat 2"),
        ("Ιωάννης", "ιωάννης"), ("!?", ""), ("", ""), ("a\u{A0}b", "a b"), ("Ðorđe", "dorde"),
    ])
    func `names are put into plain form`(written: String, plain: String) {
        #expect(Normalisation.normalised(written) == plain)
    }

    @Test func `bytes that are not UTF-8 are survived`() {
        let plain = Normalisation.normalised([0x41, 0xFF, 0x42][...])

        #expect(plain == Array("a b".utf8))
    }

    @Test func `normalising twice changes nothing`() {
        for text in ["Ærøskøbing", "D'Arcy–Jones", "ΑΒΓ", "x  y"] {
            let once = Normalisation.normalised(text)

            #expect(Normalisation.normalised(once) == once)
        }
    }
}
