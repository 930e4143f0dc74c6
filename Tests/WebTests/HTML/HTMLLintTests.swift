import Testing

struct HTMLLintTests {
    static func page(_ main: String, title: String = "Agreements", lang: String = "en") -> String {
        """
        <!DOCTYPE html><html lang="\(lang)"><head><meta charset="utf-8"><title>\(title)</title>\
        </head><body><main id="main"><h1>Agreements</h1>\(main)</main></body></html>
        """
    }

    @Test func `a good page has no problems`() {
        let form = """
            <form method="post" action="/x"><input type="hidden" name="csrf" value="t">\
            <label for="a">Name</label><input id="a" name="a" aria-describedby="h">\
            <div id="h">As signed</div><button type="submit">Save</button></form>
            """
        let table = """
            <h2>All</h2><h3>Some</h3><table><caption>All</caption><tr><th scope="col">A</th></tr>\
            </table><a href="#main">Up</a><img src="/a.png" alt="">
            """

        #expect(HTMLLint.problems(in: Self.page(form + table)) == [])
    }

    @Test(arguments: [
        ("<h1>Again</h1>", "the page has 2 h1 headings instead of one"),
        ("<h3>Deep</h3>", "a heading of level 3 follows one of level 1"),
        ("<h2> </h2>", "a heading is empty"),
        ("<input id=\"a\" name=\"a\">", "the input `a` has no label"),
        ("<label for=\"b\">B</label><select name=\"c\"></select>", "the select `c` has no label"),
        ("<p id=\"a\"></p><p id=\"a\"></p>", "the id `a` is used twice"),
        ("<label for=\"gone\">B</label>", "`label` points to `#gone`, which is not there"),
        ("<p aria-describedby=\"gone\"></p>", "`p` points to `#gone`, which is not there"),
        ("<a href=\"#gone\">Go</a>", "`a` points to `#gone`, which is not there"),
        ("<img src=\"/a.png\">", "an image has no alt text"),
        ("<table><tr><td>1</td></tr></table>", "a table has no caption"),
        (
            "<table><caption>A</caption><tr><th>B</th></tr></table>",
            "the table header `B` has no scope"
        ),
        ("<a href=\"/x\"> </a>", "a link has no text"),
        ("<button></button>", "a button has no text"),
        ("<a>Nowhere</a>", "the link `Nowhere` leads nowhere"),
        ("<p style=\"color: red\">A</p>", "`p` has the inline attribute `style`"),
        ("<p onclick=\"x()\">A</p>", "`p` has the inline attribute `onclick`"),
        ("<style>p {}</style>", "the page has an inline style sheet"),
        ("<script>x()</script>", "the page has an inline script"),
        ("<a href=\"javascript:x()\">A</a>", "`a` leads to a script"),
        ("<form method=\"post\" action=\"/x\"></form>", "the form to `/x` has no csrf field"),
        ("<div><p></div></p>", "`/div` closes something else"),
    ])
    func `a fault is named`(markup: String, problem: String) {
        #expect(HTMLLint.problems(in: Self.page(markup)).contains(problem))
    }

    @Test func `a page without language, title or main region is named`() {
        #expect(HTMLLint.problems(in: Self.page("", lang: "")) == ["the page has no language"])
        #expect(HTMLLint.problems(in: Self.page("", title: " ")) == ["the page has no title"])
        #expect(
            HTMLLint.problems(in: "<html lang=\"en\"><head><title>A</title></head></html>")
                == [
                    "the page has 0 main regions instead of one",
                    "the page has 0 h1 headings instead of one",
                ])
    }
}
