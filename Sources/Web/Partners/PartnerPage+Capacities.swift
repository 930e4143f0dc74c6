import Exchange
import Governance
import Records

extension PartnerPage {
    /// What the body is in law, by its kind and by what was recorded.
    var capacities: HTML {
        HTML {
            h2("What it is in law", .id("capacities"))
            p {
                "Laws are for certain bodies only. By its kind, \(partner.name) is: "
                byKind.isEmpty
                    ? "none of those in the law catalogue" : AgreementWords.joined(byKind)
                "."
            }
            Table(
                "Recorded beyond its kind", size: .small,
                columns: [.text("It is"), .text("Where that is written"), .text("Recorded on")]
            ) {
                for attestation in partner.attestations {
                    Table.Row {
                        HTML(label(attestation.capacity))
                        HTML(attestation.source)
                        HTML(attestation.date.words)
                    }
                }
            }
            if person.may(.recordCapacity) {
                p { a("Record what it is in law", to: "/partners/\(partner.id)/capacities") }
            }
        }
    }

    private var law: LawCatalogue { visit.store.reference.law }

    private var byKind: [String] {
        law.capacities.filter { $0.kinds.contains(partner.kind) }.map(\.label)
    }

    private func label(_ id: Capacity.ID) -> String { law.capacity(id)?.label ?? id.rawValue }
}
