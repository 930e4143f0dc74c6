import Testing

@testable import Web

struct FormTests {
    @Test func `an input is described by its hint and its error`() {
        let input = TextInput("title", "Title", hint: "Short", error: "Enter a title").html.markup

        #expect(
            input == "<div class=\"govuk-form-group govuk-form-group--error\">"
                + "<label class=\"govuk-label\" for=\"title\">Title</label>"
                + "<div class=\"govuk-hint\" id=\"title-hint\">Short</div>"
                + "<p class=\"govuk-error-message\" id=\"title-error\">"
                + "<span class=\"govuk-visually-hidden\">Error: </span>Enter a title</p>"
                + "<input class=\"govuk-input govuk-input--error\" id=\"title\" name=\"title\" "
                + "type=\"text\" aria-describedby=\"title-hint title-error\" "
                + "aria-invalid=\"true\"></div>")
    }

    @Test func `what was typed is kept, but a password is not sent back`() {
        #expect(TextInput("a", "A", value: "<b>").html.markup.contains("value=\"&lt;b&gt;\""))
        #expect(
            !TextInput("a", "A", kind: .password, value: "secret").html.markup.contains("secret"))
        #expect(TextArea("a", "A", value: "</textarea>").html.markup.contains("&lt;/textarea&gt;"))
    }

    @Test func `the first choice has the field's name, so that an error leads to it`() {
        let radios = Radios("kind", "Kind", [Choice("a", "A"), Choice("b", "B")], selected: "b")
        let inputs = MarkupTree(radios.html.markup).elements.filter { $0.name == "input" }

        #expect(inputs.map { $0["id"] } == ["kind", "kind-2"])
        #expect(inputs.map { $0["checked"] } == [nil, ""])
    }

    @Test func `a date is three fields under one legend`() {
        let date = DateInput("start", "Start", answer: .init(day: "27", month: "March"))
        let inputs = MarkupTree(date.html.markup).elements.filter { $0.name == "input" }

        #expect(inputs.map { $0["name"] } == ["start-day", "start-month", "start-year"])
        #expect(inputs.map { $0["id"] } == ["start", "start-month", "start-year"])
        #expect(inputs.map { $0["value"] } == ["27", "March", nil])
    }

    @Test func `the summary of errors leads to each field, in order`() {
        var errors = FormErrors()
        errors.add("title", "Enter a title")
        errors.add("start", "Enter a year", focus: "start-year")
        let links = MarkupTree(ErrorSummary(errors).html.markup).elements.filter { $0.name == "a" }

        #expect(links.map { $0["href"] } == ["#title", "#start-year"])
        #expect(errors["start"] == "Enter a year")
        #expect(errors["gone"] == nil)
        #expect(ErrorSummary(FormErrors()).html.isEmpty)
    }

    @Test func `a posted form has its token, a search has none`() {
        let post = PostForm("/x", csrf: CSRFToken("t"), takesFiles: true) { "x" }.html.markup
        let get = GetForm("/x") { "x" }.html.markup

        #expect(post.contains("<input type=\"hidden\" name=\"csrf\" value=\"t\">"))
        #expect(post.contains("enctype=\"multipart/form-data\""))
        #expect(get == "<form action=\"/x\" method=\"get\" novalidate>x</form>")
    }

    @Test func `a file's limit is said before it is chosen`() {
        let upload = FileUpload("file", "File", accept: [".csv", ".ods"], maximumBytes: 2_000_000)

        #expect(upload.html.markup.contains("The file must be smaller than 2 MB."))
        #expect(upload.html.markup.contains("accept=\".csv,.ods\""))
    }

    @Test func `a name with a blank ends the program`() async {
        await #expect(processExitsWith: .failure) { _ = TextInput("a b", "A") }
    }
}
