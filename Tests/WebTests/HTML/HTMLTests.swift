import Testing

@testable import Web

struct HTMLTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("\"quoted\" and 'quoted'", "&quot;quoted&quot; and &#39;quoted&#39;"),
        ("&amp;", "&amp;amp;"),
        ("", ""),
        ("Łukasz — 王", "Łukasz — 王"),
    ])
    func `text is escaped`(text: String, markup: String) {
        #expect(HTML(text).markup == markup)
    }

    @Test(arguments: ["<", ">", "\"", "'", "&"], ["\u{301}", "\u{338}", "\u{20DD}", "\u{FE0F}"])
    func `a mark that combines does not hide what comes before it`(mark: String, combining: String)
    {
        let bytes = HTML(mark + combining + "x").bytes

        #expect(!bytes.contains(mark.utf8.first ?? 0) || mark == "&")
        #expect(bytes.starts(with: "&".utf8))
        #expect(bytes.suffix(combining.utf8.count + 1).elementsEqual((combining + "x").utf8))
    }

    @Test func `an attribute cannot be broken out of`() {
        let link = a("x", to: "/x", .aria("label", "\"\u{301} onmouseover=alert(1) x=\""))

        #expect(
            !link.bytes.split(separator: UInt8(ascii: "\"")).contains { part in
                String(decoding: part, as: UTF8.self).hasPrefix("\u{301}")
            })
        #expect(link.markup.contains("&quot;\u{301} onmouseover"))
    }

    @Test func `escaping agrees with a slow twin on random bytes`() {
        var state: UInt64 = 42
        for _ in 0..<200 {
            let text = String(
                (0..<20).map { _ -> Character in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let pool = Array("<>&\"'aé\u{338}王")
                    return pool[Int(state >> 33) % pool.count]
                })
            let slow = text.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                case "\"": "&quot;"
                case "'": "&#39;"
                default: String(scalar)
                }
            }.joined()

            #expect(HTML(text).bytes == Array(slow.utf8))
        }
    }

    @Test func `literals and interpolations are text`() {
        let name = "<b>"
        let literal: HTML = "<i>"
        let interpolated: HTML = "Hello \(name)"

        #expect(literal.markup == "&lt;i&gt;")
        #expect(interpolated.markup == "Hello &lt;b&gt;")
    }

    @Test func `unchecked markup is left alone`() {
        #expect(HTML(uncheckedMarkup: "<b>x</b>").markup == "<b>x</b>")
    }

    @Test func `a builder joins text, numbers, parts, conditions and loops`() {
        let none: StatusTag? = nil
        let html = HTML {
            "a<"
            7
            StatusTag("Live", .green)
            none
            if Bool(true) { "yes" } else { "no" }
            for word in ["x", "y"] { code(word) }
        }

        #expect(
            html.markup == "a&lt;7<strong class=\"govuk-tag govuk-tag--green\">Live</strong>yes"
                + "<code>x</code><code>y</code>")
    }

    @Test func `a class of the caller's replaces the usual one`() {
        #expect(p("x").markup == "<p class=\"govuk-body\">x</p>")
        #expect(p("x", .class("lead")).markup == "<p class=\"lead\">x</p>")
        #expect(p("x", .id("a")).markup == "<p class=\"govuk-body\" id=\"a\">x</p>")
    }

    @Test func `names of scripts, styles and handlers are refused`() {
        for name in ["style", "onclick", "ONLOAD", "href", "src", "srcdoc", "a b", "", "x>"]
            as [StaticString]
        {
            #expect(!Attribute.isAllowed(name), "\(name)")
        }
        for name in ["script", "STYLE", "iframe", "base", "a b", ""] as [StaticString] {
            #expect(!isAllowedElement(name), "\(name)")
        }
        #expect(Attribute.isAllowed("viewBox"))
        #expect(Attribute.isAllowed("aria-sort"))
        #expect(isAllowedElement("h2"))
    }

    @Test func `an element that would run a script ends the program`() async {
        await #expect(processExitsWith: .failure) { _ = element("script") { "alert(1)" } }
        await #expect(processExitsWith: .failure) { _ = Attribute("onclick", "alert(1)") }
    }
}

struct AddressTests {
    @Test(arguments: [
        "/", "/agreements?page=2#top", "#field", "?page=2", "next", "a/b:c", "https://a.example/x",
        "HTTPS://a.example", "mailto:dpo@ambermere.example", "/r/%C3%A9", "/café",
    ])
    func `addresses of ours, secure ones and mail are kept`(address: String) {
        #expect(Address.isSafe(address))
        #expect(a("x", to: address).markup.contains(" href=\""))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x",
        "http://a.example", "//a.example", "/\\a.example", "\\\\a.example", "", "ftp://a.example",
        "/a b", "x:y",
    ])
    func `any other address is dropped`(address: String) {
        #expect(!Address.isSafe(address))
        #expect(a("x", to: address).markup == "<a class=\"govuk-link\">x</a>")
    }

    @Test(arguments: ["https://a.example/x", "mailto:a@b.example", "javascript:x", "//a.example"])
    func `a form goes nowhere but to us`(address: String) {
        let form = PostForm(address, csrf: CSRFToken("t")) { "x" }.html.markup

        #expect(!form.contains("action"))
    }

    @Test func `text becomes one part of an address`() {
        #expect(Address.encoded("a b/c?d&é") == "a%20b%2Fc%3Fd%26%C3%A9")
        #expect(Address.encoded("A-z_0.9~") == "A-z_0.9~")
    }
}

struct NumeralsTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (1_204_567, "1,204,567"), (-4_500, "−4,500"),
    ])
    func `thousands are set apart`(number: Int, text: String) {
        #expect(Numerals.grouped(number) == text)
    }

    @Test(arguments: [
        (812, "812 bytes"), (47_000, "47 KB"), (999_600, "1 MB"), (2_340_000, "2.3 MB"),
        (100_000_000, "100 MB"), (1_500_000_000, "1,500 MB"),
    ])
    func `sizes of files are rounded`(bytes: Int, text: String) {
        #expect(Numerals.size(bytes: bytes) == text)
    }

    @Test(arguments: [(4.24, "+4.2"), (-0.5, "−0.5"), (0.01, "0.0"), (-12.96, "−13.0")])
    func `evidence carries its sign`(value: Double, text: String) {
        #expect(Numerals.signed(value) == text)
    }
}
