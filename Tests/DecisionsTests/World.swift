@testable import Governance
import Decisions
import Records

/// Everything that one decision is made from, in a form that tests can change.
struct World {
    var partners: [Partner.ID: Partner.Standing]
    var agreements: [SharingAgreement]
    var gateways: [Gateway.ID: Gateway]
    var request: SharingRequest
    var today: CalendarDate

    var decision: Decision { request.decision(under: framework, on: today) }

    var framework: Framework {
        Framework(partners: partners, agreements: agreements, gateways: gateways.values)
    }

    /// What is granted; empty for a denial.
    var items: Set<DataItem.ID> { decision.permit?.items ?? [] }
}

extension World {
    static let bodies: [Partner.ID] = ["ambermere", "northwold", "brigade", "shire"]
    static let purposes: [Purpose.ID] = ["accuracy", "fire-safety"]
    static let datasets: [DatasetSpecification.ID] = ["council-tax", "electoral"]
    static let items: [DataItem.ID] = ["surname", "postcode", "uprn", "band", "date-of-birth"]
    static let laws: [Gateway.ID] = ["lgfa-11", "dea-48", "frsa-6"]
    static let codes: [SharingAgreement.ID] = ["isp-1", "isp-2", "isp-3"]
    static let first = day("2027-05-31")

    /// A small world, most of whose parts fit together; the same for the same seed.
    init(seed: Int) {
        var random = SeededRandom(seed: seed)
        today = Self.first.adding(days: random.below(40))
        partners = [:]
        for body in Self.bodies where random.chance(97) {
            partners[body] =
                random.chance(95) ? .active : random.one(of: Partner.Standing.allCases)
        }
        gateways = [:]
        for law in Self.laws where random.chance(90) {
            gateways[law] = Self.gateway(law, near: today, &random)
        }
        request = Self.request(&random)
        agreements = []
        for number in 0..<random.below(6) {
            agreements.append(
                Self.agreement(
                    random.one(of: Self.codes), version: number + 1, near: today, &random))
        }
    }

    static func request(_ random: inout SeededRandom) -> SharingRequest {
        SharingRequest(
            kind: random.one(of: SharingKind.allCases),
            from: random.one(of: bodies.dropLast()), to: random.one(of: bodies.dropFirst()),
            purpose: random.chance(85) ? purposes[0] : purposes[1],
            dataset: random.chance(85) ? datasets[0] : datasets[1],
            items: Set(random.some(of: items, percent: 55)),
            agreement: random.chance(25) ? random.one(of: codes) : nil)
    }

    static func gateway(
        _ id: Gateway.ID, near today: CalendarDate, _ random: inout SeededRandom
    ) -> Gateway {
        let offsets = [-400, -30, -1, 0, 1, 30]
        return Gateway(
            id: id, citation: "Act 2000 section 1", meaning: "Sharing.", effect: .power,
            limits: "",
            from: random.chance(40)
                ? .on(today.adding(days: random.one(of: offsets)))
                : random.chance(15)
                    ? random.one(of: [.notCommenced, .unknown]) : .longStanding,
            until: random.chance(40) ? today.adding(days: -random.one(of: offsets)) : nil,
            source: "", isVerified: false)
    }

    /// An agreement that is in force in about two of three cases, else off by a day or a step.
    static func agreement(
        _ id: SharingAgreement.ID, version: Int, near today: CalendarDate,
        _ random: inout SeededRandom
    ) -> SharingAgreement {
        let parties = random.some(of: bodies, percent: 92)
        let reviews = [-100, -1, 0, 1, 200]
        let terms = SharingAgreement.Terms(
            title: "", category: "", summary: "",
            purpose: random.chance(85) ? purposes[0] : purposes[1], necessity: "",
            lead: bodies[0], parties: Set(parties),
            flows: (0..<(1 + random.below(3))).map { _ in flow(&random) },
            gateways: random.some(of: laws, percent: 80), lawfulBasis: .publicTask,
            start: today.adding(days: random.chance(80) ? -300 : random.one(of: [-1, 0, 1])),
            lastDay: today.adding(days: random.chance(80) ? 300 : random.one(of: [-1, 0, 1])),
            review: random.chance(70)
                ? today : today.adding(months: -3).adding(days: random.one(of: reviews)),
            retentionMonths: random.one(of: [1, 6, 12]))
        var agreement = SharingAgreement(id: id, version: version, terms: terms)
        agreement.stage =
            random.chance(85) ? .approved : random.one(of: SharingAgreement.Stage.allCases)
        return agreement
    }

    private static func flow(_ random: inout SeededRandom) -> DataFlow {
        DataFlow(
            clause: random.one(of: ["4.1", "4.2", "4.10"]),
            from: Set(random.some(of: bodies, percent: 80)),
            to: Set(random.some(of: bodies, percent: 80)),
            dataset: random.chance(85) ? datasets[0] : datasets[1],
            items: Set(random.some(of: items, percent: 45)),
            kinds: Set(random.some(of: SharingKind.allCases, percent: 80)))
    }
}

/// A day written in the form `2027-05-31`.
func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("`\(text)` is not a day.") }
    return day
}

extension SharingRequest {
    /// The same question with some parts changed.
    func with(
        kind: SharingKind? = nil, from: Partner.ID? = nil, to: Partner.ID? = nil,
        purpose: Purpose.ID? = nil, dataset: DatasetSpecification.ID? = nil,
        items: Set<DataItem.ID>? = nil, agreement: SharingAgreement.ID?? = nil
    ) -> SharingRequest {
        SharingRequest(
            kind: kind ?? self.kind, from: from ?? self.from, to: to ?? self.to,
            purpose: purpose ?? self.purpose, dataset: dataset ?? self.dataset,
            items: items ?? self.items, agreement: agreement ?? self.agreement)
    }
}
