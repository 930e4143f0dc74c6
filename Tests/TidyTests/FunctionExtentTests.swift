import Testing

struct FunctionExtentTests {
    private func extents(_ text: String) -> [String] {
        FunctionExtent.all(in: SourceFile(path: "A.swift", text: text).tokens)
            .map { "\($0.name) \($0.firstLine)+\($0.lineCount)" }
    }

    @Test func `functions, initialisers and computed properties are measured`() {
        let source = """
            struct A {
                let a = [1].map { $0 }
                var b = 2
                var c: Int {
                    1
                }
                init(d: Int = { 1 }()) {
                    self.init()
                }
                func e<T>(f: T) -> [String: Int] where T: B {
                    func g() {
                    }
                }
                subscript(h: Int) -> Int { h }
            }
            """

        #expect(extents(source) == ["c 4+3", "init 7+3", "e 10+4", "g 11+2", "subscript 14+1"])
    }

    @Test func `a requirement without a body takes nothing from its neighbours`() {
        let source = """
            protocol A {
                var b: Int { get }
                func c()
                init()
                func d() throws -> Int
            }
            struct E {
                var f: Int
                func g() {
                }
            }
            """

        #expect(extents(source) == ["b 2+1", "g 9+2"])
    }

    @Test func `braces in comments and literals do not count`() {
        #expect(extents("func a() { // }\n    b(\"}\")\n}\n") == ["a 1+3"])
        #expect(extents("func a() {") == [])
    }
}
