import Testing

@testable import Web

struct AssetTests {
    @Test func `an asset is found by its path, which holds a hash of its content`() throws {
        for asset in Asset.all {
            let hash = Asset.hash(of: asset.bytes)

            #expect(asset.path == "/assets/\(hash)/\(asset.name)")
            #expect(Asset.at(path: asset.path)?.name == asset.name)
        }
        #expect(Asset.at(path: "/assets/0000000000000000/weft.css") == nil)
    }

    @Test(arguments: [
        ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
    func `the hash is that of the published vectors`(text: String, hash: String) {
        #expect(Asset.hash(of: Array(text.utf8)) == hash)
    }

    @Test func `assets keep within their budget`() {
        #expect(Asset.styleSheet.bytes.count <= 30_000)
        #expect(Asset.script.bytes.count <= 8_000)
    }

    @Test func `the style sheet asks nobody else for anything`() {
        let css = String(decoding: Asset.styleSheet.bytes, as: UTF8.self)

        for banned in ["url(", "@import", "@font-face", "http:", "https:", "GDS"] {
            #expect(!css.contains(banned), "\(banned)")
        }
    }

    /// Text on its ground, as the style sheet has them; WCAG 2.2, 1.4.3 and 1.4.11.
    @Test(arguments: [
        ("--weft-ink", "--weft-paper", 7.0), ("--weft-ink", "--weft-wash", 7.0),
        ("--weft-quiet", "--weft-paper", 4.5), ("--weft-quiet", "--weft-wash", 4.5),
        ("--weft-link", "--weft-paper", 4.5), ("--weft-link", "--weft-wash", 4.5),
        ("--weft-visited", "--weft-paper", 4.5), ("--weft-error", "--weft-paper", 4.5),
        ("--weft-paper", "--weft-brand", 4.5), ("--weft-paper", "--weft-action", 4.5),
        ("--weft-paper", "--weft-success", 4.5), ("--weft-paper", "--weft-error", 4.5),
        ("--weft-ink", "--weft-focus", 4.5), ("--weft-focus-edge", "--weft-paper", 3.0),
        ("--weft-focus", "--weft-brand", 3.0), ("--weft-edge", "--weft-paper", 3.0),
        ("--weft-edge", "--weft-wash", 3.0),
    ])
    func `colours stand out from what is behind them`(
        front: String, back: String, least: Double
    ) throws {
        let contrast = Contrast(try property(front), try property(back)).ratio

        #expect(contrast >= least, "\(front) on \(back): \(contrast)")
    }

    @Test func `every tag's text stands out from its colour`() {
        let css = String(decoding: Asset.styleSheet.bytes, as: UTF8.self)
        let tags = css.matches(
            of: /\.govuk-tag--\w+ \{ background: (#\w{6}); color: (#\w{6}) \}/)

        #expect(tags.count == StatusTag.Colour.allCases.count - 1)
        for tag in tags {
            #expect(Contrast(String(tag.1), String(tag.2)).ratio >= 4.5, "\(tag.0)")
        }
    }

    private func property(_ name: String) throws -> String {
        let css = String(decoding: Asset.styleSheet.bytes, as: UTF8.self)
        let start = try #require(css.firstRange(of: "\(name): ")).upperBound
        return String(css[start...].prefix { $0 != ";" })
    }
}

/// The contrast of two colours, 1 to 21.
///
/// Source: WCAG 2.2, definition of contrast ratio.
struct Contrast {
    let ratio: Double

    init(_ one: String, _ other: String) {
        let (first, second) = (Self.luminance(one), Self.luminance(other))
        ratio = (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        var digits = colour.dropFirst().compactMap(\.hexDigitValue)
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
            let share = Double(digits[index] * 16 + digits[index + 1]) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// To the power of 2.4.
    private static func power(_ value: Double) -> Double {
        let fifth = (0..<60).reduce(value) { root, _ in
            root - (root * root * root * root * root - value) / (5 * root * root * root * root)
        }
        return value * value * fifth * fifth
    }
}
