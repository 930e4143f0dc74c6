import Casework
import Testing

/// When two written addresses are one home.
struct HomeTests {
    static func home(
        _ address: String?, _ postcode: String? = "ZZ1 1AA", uprn: String? = nil
    ) -> Home {
        Home(uprn: uprn, address: address, postcode: postcode)
    }

    @Test(arguments: [
        [
            "34 Tansy Road", "No. 34, Tansy Rd", "34, TANSY ROAD", "Tansy Road 34",
            "no 34 tansy rd.",
        ],
        [
            "Flat 2, 14 Tansy Row", "14 TANSY ROW FLAT 2", "2/14 Tansy Row",
            "Apartment 2, 14 Tansy Row",
        ],
        ["14A Tansy Row", "Flat A, 14 Tansy Row", "14 A Tansy Row", "14a, Tansy Row"],
        ["Ground Floor Flat, 9 Eel Street", "9 Eel St (Ground Floor Flat)", "GFF 9 Eel Street"],
        ["Annexe at 5 Gull Lane", "The Annexe, 5 Gull Lane", "5 Gull Ln Annex"],
    ])
    func `forms of one address are one home, with and without its postcode`(forms: [String]) {
        for left in forms {
            for right in forms {
                for (first, second) in [("ZZ1 1AA", "zz11aa"), ("ZZ1 1AA", nil), (nil, nil)] {
                    let (one, two) = (Self.home(left, first), Self.home(right, second))
                    #expect(one.compared(to: two) == .same, "\(left) and \(right)")
                    #expect(two.compared(to: one) == .same, "\(right) and \(left)")
                }
            }
        }
    }

    @Test(arguments: [
        ("34 Tansy Road", "35 Tansy Road"), ("Flat 2, 14 Tansy Row", "Flat 14, 2 Tansy Row"),
        ("Flat 2, 14 Tansy Row", "Flat 3, 14 Tansy Row"), ("14A Tansy Row", "14B Tansy Row"),
        ("Ground Floor Flat, 9 Eel St", "First Floor Flat, 9 Eel St"),
    ])
    func `another number or another flat is another home`(left: String, right: String) {
        #expect(Self.home(left).compared(to: Self.home(right)) == .different)
        #expect(Self.home(left, nil).compared(to: Self.home(right, nil)) == .different)
    }

    @Test func `the same number in another street of another postcode is another home`() {
        #expect(
            Self.home("5 Gull Lane").compared(to: Self.home("5 Tansy Road", "ZZ2 2BB"))
                == .different)
    }

    @Test func `what is not known or does not agree with itself stays unclear`() {
        let known = Self.home("34 Tansy Road")

        #expect(known.compared(to: Self.home(nil)) == .unclear)
        #expect(known.compared(to: Self.home(" ", "")) == .unclear)
        #expect(known.compared(to: Self.home("34 Tansy Road", "ZZ1 1AB")) == .unclear)
        #expect(known.compared(to: Self.home("34 Tanzy Road", nil)) == .unclear)
        // One of them may only have left the flat out.
        #expect(
            Self.home("Flat 2, 14 Tansy Row").compared(to: Self.home("14 Tansy Row")) == .unclear)
    }

    @Test func `the same postcode and number are one home however the street is spelt`() {
        #expect(Self.home("34 Tansy Road").compared(to: Self.home("34 Tanzy Rd")) == .same)
    }

    @Test func `two UPRNs decide whatever the words say`() {
        let first = Self.home("34 Tansy Road", uprn: "100")

        #expect(first.compared(to: Self.home("9 Eel St", "ZZ9 9ZZ", uprn: "100")) == .same)
        #expect(first.compared(to: Self.home("34 Tansy Road", uprn: "200")) == .different)
        #expect(first.compared(to: Self.home("34 Tansy Road", uprn: "")) == .same)
    }
}
