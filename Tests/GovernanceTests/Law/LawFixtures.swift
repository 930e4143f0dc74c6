import Governance
import Records

/// A small catalogue with one entry for each sort of rule.
enum SmallLaw {
    static let patients = Bar(
        code: "patients", sentence: "It allows no information about patients.",
        fix: "Leave patients out.", classes: [.patient])
    static let healthBodies = Bar(
        code: "health-bodies", sentence: "A health body may not send personal information.",
        fix: "Send figures only.", holders: ["health"], classes: [.personal, .patient, .special])
    static let reductionOnly = Bar(
        code: "reduction-only", sentence: "Held for council tax reduction, used for nothing else.",
        fix: "Ask for information held for something else.", heldFor: ["reduction"],
        usesLeft: ["reduction"])

    static let capacities = [
        capacity("billing", [.cityCouncil, .districtCouncil]),
        capacity("board", [.safeguardingAdultsBoard]),
        capacity("council", [.cityCouncil, .districtCouncil, .countyCouncil]),
        capacity("health", [.nhsTrust, .integratedCareBoard]),
        capacity("listed", [.police, .countyCouncil, .nhsTrust]),
        capacity(
            "schedule-7", [.cityCouncil],
            question: "Is it a service provider under the Schedule?"),
    ]

    static let gateways = [
        gateway(
            "care-45", .duty,
            Gateway.Rules(receivers: ["board"], purposes: ["adults"], needsRequest: true),
            checks: ["Conditions 1 and 2 are met."]),
        gateway("care-42", .duty, Gateway.Rules(purposes: ["adults"], grantsDisclosure: false)),
        gateway("violence-16", .power, violence),
        gateway("crime-115", .power, Gateway.Rules(receivers: ["listed"], purposes: ["violence"])),
        gateway(
            "debt-48", .power,
            Gateway.Rules(
                holders: ["schedule-7"], receivers: ["schedule-7"], purposes: ["debt"])),
        gateway(
            "welfare-131", .power,
            Gateway.Rules(
                holders: ["billing"], receivers: ["billing"], reach: .either,
                purposes: ["reduction"])),
        gateway(
            "homes-18a", .power,
            Gateway.Rules(
                holders: ["billing"], receivers: ["billing"], reach: .within, purposes: ["homes"],
                items: ["forename", "surname", "telephone"])),
        gateway(
            "homeless-213b", .duty,
            Gateway.Rules(
                receivers: ["billing"], purposes: ["homelessness"], needsAgreement: true)),
        gateway(
            "children-16la", .duty, Gateway.Rules(purposes: ["children"]), from: "2027-04-01",
            refusing: "Record why sharing would harm the child more than not sharing."),
        gateway("crime-17", .context, Gateway.Rules()),
        gateway(
            "general-1", .power,
            Gateway.Rules(holders: ["council"], reach: .either, isLastResort: true)),
    ]

    static let violence = Gateway.Rules(
        holders: ["listed"], receivers: ["listed"], purposes: ["violence"],
        bars: [patients, healthBodies])

    static let catalogue = LawCatalogue(
        readOn: day("2026-11-22"), gateways: gateways, capacities: capacities,
        prohibitions: [
            Prohibition(
                citation: "Regulations 2012", bar: reductionOnly, except: [], from: .longStanding,
                until: nil, source: "", isVerified: true)
        ],
        conditions: [
            condition("art9-2h", .article9), condition("sch1-2", .schedule1),
            condition("art10", .article10), condition("part3-35", .part3),
            condition("annex1-5", .annex1),
            condition("later", .article9, from: .notCommenced),
        ])

    static func capacity(
        _ id: Capacity.ID, _ kinds: Set<Partner.Kind>, question: String? = nil
    ) -> Capacity {
        Capacity(
            id: id, label: "a \(id) body", meaning: "A body that is \(id).", kinds: kinds,
            question: question, source: "", isVerified: true)
    }

    static func gateway(
        _ id: Gateway.ID, _ effect: Gateway.Effect, _ rules: Gateway.Rules,
        checks: [String] = [], from: String? = nil, until: String? = nil, refusing: String? = nil,
        isVerified: Bool = true
    ) -> Gateway {
        Gateway(
            id: id, citation: "Act, \(id)", meaning: "Sharing.", effect: effect, limits: "Some.",
            from: from.map { .on(day($0)) } ?? .longStanding, until: until.map(day),
            source: "Read.", isVerified: isVerified, rules: rules, checks: checks,
            refusing: refusing)
    }

    static func condition(
        _ id: LawCondition.ID, _ layer: LawCondition.Layer, from: Commencement = .longStanding
    ) -> LawCondition {
        LawCondition(
            id: id, layer: layer, citation: "Article \(id)", meaning: "A condition.",
            needsPolicyDocument: false, from: from, source: "", isVerified: true)
    }

    static func question(
        _ holder: Partner.Kind, _ receiver: Partner.Kind, for purpose: Purpose.ID,
        heldFor: HoldingPurpose = .other, edit: (inout LawQuestion) -> Void = { _ in }
    ) -> LawQuestion {
        var question = LawQuestion(
            holder: LegalBody(holder), receiver: LegalBody(receiver), isRequested: true,
            purpose: purpose, heldFor: heldFor, date: day("2026-11-23"))
        edit(&question)
        return question
    }
}

extension LawAnswer {
    var proposed: [Gateway.ID] { candidates.map(\.gateway.id) }

    /// The codes of the reasons against a gateway; empty where it is not barred.
    func codes(against id: Gateway.ID) -> [String] {
        barred.first { $0.gateway.id == id }?.reasons.map(\.code) ?? []
    }
}
