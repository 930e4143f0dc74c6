import Governance
import Records

extension DemoPartnership {
    /// The agreements with everything that was done to them, in order of their numbers.
    static func scripts(_ today: CalendarDate) -> [Script] {
        [
            firstDiscountReview(today), fireVisitPilot(today), summerPilot(today),
            contactsWithHospitals(today), fireVisits(today), reportsWithMarshHousing(today),
            discountReview(today), contactsWithSchools(today), reportsInTheTowns(today),
            fireVisitsInWendlehythe(today),
        ]
    }

    private static func firstDiscountReview(_ today: CalendarDate) -> Script {
        let terms = DemoTerms(
            "council-tax-review", lead: "saltmere-city-council",
            with: ["tollesham-district-council"], start: today.adding(months: -7))
        let end = DemoStep(
            today.adding(months: -2), saltmereOfficer,
            .stop(
                "isp-0002", .retired,
                because: "Replaced by isp-0012, which the county council has joined."))
        return Script(
            "isp-0002", .retired,
            agreed("isp-0002", terms, drafted: today.adding(months: -8)) + [end])
    }

    private static func fireVisitPilot(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "fire-safety-visit", lead: "ambermere-county-council", with: ["ambermere-fire"],
            start: today.adding(months: -7))
        terms.receivers = ["ambermere-fire"]
        terms.title = "Fire safety visits: pilot for people with care at home"
        terms.summary = DemoSummary.fireVisitPilot
        terms.review = today.adding(months: -4)
        return Script(
            "isp-0003", .delisted, review: .overdue,
            agreed("isp-0003", terms, drafted: today.adding(months: -8)))
    }

    private static func summerPilot(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "asb-report", lead: "saltmere-city-council",
            with: ["ambermere-police", "tollesham-district-council"],
            start: today.adding(months: -6))
        terms.title = "Reports of antisocial behaviour on the seafronts"
        terms.summary = DemoSummary.seafronts
        terms.lastDay = today.adding(months: -1)
        return Script(
            "isp-0004", .expired, review: .overdue,
            agreed("isp-0004", terms, drafted: today.adding(months: -7)))
    }

    private static func contactsWithHospitals(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "safeguarding-contact", lead: "ambermere-county-council",
            with: ["ambermere-police", "saltmere-tollesham-hospitals"],
            start: today.adding(months: -7))
        terms.review = today.adding(months: -1)
        return Script(
            "isp-0006", .inForce, review: .overdue,
            agreed("isp-0006", terms, drafted: today.adding(months: -8)) + [
                DemoStep(
                    today.adding(days: -8), countyOfficer,
                    .amend(
                        "isp-0006",
                        because: "The hospitals ask for the date of the last contact as well."))
            ])
    }

    /// Signed without Tollesham first; its second version, with Tollesham, is in force.
    private static func fireVisits(_ today: CalendarDate) -> Script {
        let id: SharingAgreement.ID = "isp-0009"
        var first = DemoTerms(
            "fire-safety-visit", lead: "ambermere-county-council",
            with: ["ambermere-fire", "saltmere-city-council"], start: today.adding(months: -8))
        first.receivers = ["ambermere-fire"]
        first.review = today.adding(months: 2)
        var second = DemoTerms(
            "fire-safety-visit", lead: "ambermere-county-council",
            with: ["ambermere-fire", "saltmere-city-council", "tollesham-district-council"],
            start: today.adding(months: -5))
        second.receivers = first.receivers
        second.review = first.review
        let again = today.adding(months: -6)
        return Script(
            id, .inForce, review: .due,
            agreed(id, first, drafted: today.adding(months: -9)) + [
                DemoStep(
                    again, countyOfficer,
                    .amend(id, because: "Tollesham District Council joins the visits.")),
                DemoStep(again.adding(days: 1), countyOfficer, .revise(id, second)),
            ] + approved(id, second, from: again.adding(days: 2)))
    }

    private static func reportsWithMarshHousing(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "asb-report", lead: "saltmere-city-council",
            with: ["ambermere-marsh-housing", "ambermere-police"], start: today.adding(months: -4))
        terms.receivers = ["ambermere-police", "saltmere-city-council"]
        terms.title = "Reports of antisocial behaviour on the marsh estates"
        let stop = DemoStep(
            today.adding(days: -19), saltmereOfficer,
            .stop(
                "isp-0011", .suspended,
                because: "Ambermere Marsh Housing is suspended from the partnership."))
        return Script(
            "isp-0011", .suspended,
            agreed("isp-0011", terms, drafted: today.adding(months: -5)) + [stop])
    }

    /// Refused once for keeping copies too long, mended and then approved by everybody.
    private static func discountReview(_ today: CalendarDate) -> Script {
        let id: SharingAgreement.ID = "isp-0012"
        var terms = DemoTerms(
            "council-tax-review", lead: "saltmere-city-council",
            with: ["ambermere-county-council", "tollesham-district-council"],
            start: today.adding(months: -2))
        terms.receivers = ["saltmere-city-council", "tollesham-district-council"]
        terms.title = "Council tax discount review: Saltmere and Tollesham"
        terms.summary = DemoSummary.discountReview(months: "24")
        terms.retentionMonths = 24
        let drafted = today.adding(months: -4)
        let reason = "24 months is longer than the review takes. Please keep copies for 12 months."
        let first = [
            DemoStep(drafted, saltmereOfficer, .draft(id, terms)),
            DemoStep(drafted.adding(days: 2), saltmereOfficer, .send(id)),
            DemoStep(drafted.adding(days: 4), "d88b4t", .approve(id)),
            DemoStep(drafted.adding(days: 9), "d67p8j", .refuse(id, because: reason)),
        ]
        terms.summary = DemoSummary.discountReview(months: "12")
        terms.retentionMonths = 12
        let again = drafted.adding(days: 12)
        let second = [DemoStep(again, saltmereOfficer, .revise(id, terms))]
        return Script(
            id, .inForce, first + second + approved(id, terms, from: again.adding(days: 1)))
    }

    private static func contactsWithSchools(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "safeguarding-contact", lead: "ambermere-county-council",
            with: ["ambermere-police", "heron-lane-primary", "samphire-academy"],
            start: today.adding(months: 1))
        terms.receivers = ["ambermere-county-council", "ambermere-police"]
        terms.title = "Safeguarding contacts from schools"
        terms.summary = DemoSummary.contactsFromSchools
        return Script(
            "isp-0017", .notStarted, agreed("isp-0017", terms, drafted: today.adding(months: -2)))
    }

    private static func reportsInTheTowns(_ today: CalendarDate) -> Script {
        let id: SharingAgreement.ID = "isp-0018"
        var terms = DemoTerms(
            "asb-report", lead: "saltmere-city-council",
            with: ["ambermere-police", "tidewell-homes", "tollesham-district-council"],
            start: today.adding(months: 1))
        terms.receivers = [
            "ambermere-police", "saltmere-city-council", "tollesham-district-council",
        ]
        terms.title = "Reports of antisocial behaviour in the towns"
        terms.summary = DemoSummary.reportsInTheTowns
        return Script(
            id, .awaitingApproval,
            [
                DemoStep(today.adding(days: -16), saltmereOfficer, .draft(id, terms)),
                DemoStep(today.adding(days: -12), saltmereOfficer, .send(id)),
                DemoStep(today.adding(days: -10), "d88b4t", .approve(id)),
                DemoStep(today.adding(days: -6), "d84v4n", .approve(id)),
            ])
    }

    private static func fireVisitsInWendlehythe(_ today: CalendarDate) -> Script {
        var terms = DemoTerms(
            "fire-safety-visit", lead: "ambermere-county-council",
            with: ["ambermere-fire", "wendlehythe-district-council"],
            start: today.adding(months: 2))
        terms.receivers = ["ambermere-fire"]
        terms.title = "Fire safety visits in Wendlehythe"
        let draft = DemoStep(today.adding(days: -3), countyOfficer, .draft("isp-0019", terms))
        return Script("isp-0019", .draft, [draft])
    }

    /// Drafted and sent by the lead's officer, then approved by every party.
    private static func agreed(
        _ id: SharingAgreement.ID, _ terms: DemoTerms, drafted: CalendarDate
    ) -> [DemoStep] {
        [DemoStep(drafted, officer(terms.lead), .draft(id, terms))]
            + approved(id, terms, from: drafted.adding(days: 2))
    }

    /// Sent on a day; the parties approve every third day from three days later.
    private static func approved(
        _ id: SharingAgreement.ID, _ terms: DemoTerms, from sent: CalendarDate
    ) -> [DemoStep] {
        let approvers = terms.parties.sorted().compactMap(approver)
        return [DemoStep(sent, officer(terms.lead), .send(id))]
            + approvers.enumerated().map { index, person in
                DemoStep(sent.adding(days: 3 + index * 3), person, .approve(id))
            }
    }

    private static func officer(_ lead: Partner.ID) -> Practitioner.ID {
        lead == "saltmere-city-council" ? saltmereOfficer : countyOfficer
    }
}
