import Governance
import Records
import Testing

/// The test cases of governance.md §6.1 that are about law, and the rules beside them.
struct LawTests {
    let law = SmallLaw.catalogue
    let names = LawNames(
        SmallLaw.catalogue, purposes: [], items: [DataItem(id: "telephone", label: "Telephone")])

    @Test func `T4: only the board itself can ask under section 45, and others are offered`() {
        let team = law.answer(to: SmallLaw.question(.police, .countyCouncil, for: "adults"))
        #expect(team.codes(against: "care-45") == ["receiver"])
        #expect(team.supporting.map(\.gateway.id) == ["care-42"])
        #expect(team.warnings.contains(.noDisclosingPower))

        let board = law.answer(
            to: SmallLaw.question(.police, .safeguardingAdultsBoard, for: "adults"))
        #expect(board.proposed == ["care-45"])
        #expect(board.candidates.first?.checks == ["Conditions 1 and 2 are met."])

        let unasked = law.answer(
            to: SmallLaw.question(.police, .safeguardingAdultsBoard, for: "adults") {
                $0.isRequested = false
            })
        #expect(unasked.codes(against: "care-45") == ["not-requested"])
    }

    @Test func `T5: a trust cannot send patients' information, and is told why and what else`() {
        let answer = law.answer(
            to: SmallLaw.question(.nhsTrust, .police, for: "violence") { $0.classes = [.patient] })

        #expect(answer.codes(against: "violence-16") == ["bar-patients", "bar-health-bodies"])
        #expect(answer.proposed == ["crime-115"])
        let reasons = answer.barred.first { $0.gateway.id == "violence-16" }?.reasons ?? []
        #expect(reasons.first?.sentence(names) == "It allows no information about patients.")
        #expect(reasons.first?.fix(names) == "Leave patients out.")
    }

    @Test func `T5: a health body may send what names nobody, and others what names people`() {
        let figures = law.answer(
            to: SmallLaw.question(.nhsTrust, .police, for: "violence") {
                $0.classes = [.depersonalised]
            })
        let council = law.answer(to: SmallLaw.question(.countyCouncil, .police, for: "violence"))

        #expect(figures.proposed.contains("violence-16"))
        #expect(council.proposed.contains("violence-16"))
    }

    @Test func `T6: a housing association outside Schedule 7 is refused, and asked what it is`() {
        let refused = law.answer(
            to: SmallLaw.question(.cityCouncil, .housingAssociation, for: "debt"))
        #expect(refused.codes(against: "debt-48") == ["receiver"])
        let reason = refused.barred.first { $0.gateway.id == "debt-48" }?.reasons.first
        #expect(reason?.fix(names) == "Is it a service provider under the Schedule?")

        let provider = law.answer(
            to: SmallLaw.question(.cityCouncil, .housingAssociation, for: "debt") {
                $0.receiver = LegalBody(.housingAssociation, attested: ["schedule-7"])
            })
        #expect(provider.proposed.contains("debt-48"))
    }

    @Test func `T7: what is held for council tax reduction cannot be used against parking`() {
        func answer(_ purpose: Purpose.ID, _ heldFor: HoldingPurpose) -> LawAnswer {
            law.answer(
                to: SmallLaw.question(
                    .cityCouncil, .cityCouncil, for: purpose, heldFor: heldFor
                ) { $0.isSameBody = true })
        }
        let held = HoldingPurpose.stated("reduction")

        #expect(answer("parking", held).candidates.isEmpty)
        #expect(answer("parking", held).supporting.isEmpty)
        #expect(
            answer("parking", held).codes(against: "general-1") == ["prohibition-reduction-only"])
        #expect(answer("reduction", held).proposed.contains("welfare-131"))
        #expect(answer("parking", .stated("parking")).proposed == ["general-1"])
        let unsaid = answer("parking", .notStated)
        #expect(unsaid.proposed == ["general-1"])
        #expect(unsaid.candidates.first?.checks.first?.hasPrefix("Find out") == true)
    }

    @Test func `T8: for empty homes only a name and a way to get in touch are offered`() {
        func answer(_ items: Set<DataItem.ID>) -> LawAnswer {
            law.answer(
                to: SmallLaw.question(.cityCouncil, .cityCouncil, for: "homes") {
                    $0.isSameBody = true
                    $0.items = items
                })
        }
        let mixed = answer(["income", "surname"]).candidates.first
        #expect(mixed?.gateway.id == "homes-18a")
        #expect(mixed?.items == ["surname"] && mixed?.withheld == ["income"])
        #expect(answer([]).candidates.first?.items == ["forename", "surname", "telephone"])
        let income = answer(["income"])
        #expect(income.codes(against: "homes-18a") == ["items"])
        let reason = income.barred.first { $0.gateway.id == "homes-18a" }?.reasons.first
        #expect(reason?.sentence(names) == "It covers only: Telephone, forename and surname.")
    }

    @Test func `T9: a council that picks recognised legitimate interest is told public task`() {
        func warnings(
            _ holder: Partner.Kind, _ receiver: Partner.Kind,
            _ basis: SharingAgreement.LawfulBasis
        ) -> [LawWarning] {
            law.answer(
                to: SmallLaw.question(holder, receiver, for: "violence") { $0.basis = basis }
            ).warnings
        }
        #expect(
            warnings(.cityCouncil, .police, .recognisedLegitimateInterest)
                .contains(.publicTaskInstead))
        #expect(!warnings(.cityCouncil, .police, .publicTask).contains(.publicTaskInstead))
        let charity = warnings(.charity, .police, .recognisedLegitimateInterest)
        #expect(charity.contains(.requesterMustState))
        #expect(!charity.contains(.publicTaskInstead))
        #expect(
            !warnings(.charity, .housingAssociation, .recognisedLegitimateInterest)
                .contains(.requesterMustState))
        #expect(warnings(.charity, .police, .legitimateInterests).contains(.balancingTest))
    }

    @Test func `T10: a duty is absent before its first day, and then not sharing needs a reason`() {
        func answer(_ date: String) -> LawAnswer {
            law.answer(
                to: SmallLaw.question(.police, .countyCouncil, for: "children") {
                    $0.date = day(date)
                })
        }
        let before = answer("2027-03-31")
        #expect(before.codes(against: "children-16la") == ["not-in-force"])
        #expect(!before.warnings.contains(.refusalOnRecord))

        let after = answer("2027-04-01")
        let duty = after.candidates.first { $0.gateway.id == "children-16la" }?.gateway
        #expect(duty?.effect == .duty)
        #expect(duty?.refusing?.contains("harm the child more") == true)
        #expect(after.warnings.contains(.refusalOnRecord))
    }

    @Test func `a person's agreement, a last resort and background are kept apart`() {
        let person = law.answer(to: SmallLaw.question(.police, .cityCouncil, for: "homelessness"))
        #expect(person.codes(against: "homeless-213b") == ["not-agreed"])
        #expect(person.codes(against: "crime-17") == ["background"])

        let agreed = law.answer(
            to: SmallLaw.question(.countyCouncil, .cityCouncil, for: "homelessness") {
                $0.hasAgreement = true
            })
        #expect(agreed.proposed == ["homeless-213b", "general-1"])
        #expect(!agreed.warnings.contains(.lastResortOnly))

        let nothing = law.answer(to: SmallLaw.question(.countyCouncil, .police, for: "parking"))
        #expect(nothing.proposed == ["general-1"])
        #expect(nothing.warnings.contains(.lastResortOnly))
    }

    @Test func `conditions are offered for the sort of information, and only those in force`() {
        func conditions(_ edit: (inout LawQuestion) -> Void) -> [LawCondition.ID] {
            law.answer(to: SmallLaw.question(.charity, .fire, for: "adults", edit: edit))
                .conditions.map(\.id)
        }
        #expect(conditions { _ in } == [])
        #expect(conditions { $0.classes = [.patient] } == ["art9-2h", "sch1-2"])
        #expect(conditions { $0.classes = [.criminal] } == ["sch1-2", "art10"])
        #expect(conditions { $0.receiver = LegalBody(.police) } == ["part3-35"])
        #expect(conditions { $0.basis = .recognisedLegitimateInterest } == ["annex1-5"])
    }

    @Test func `a change of regime is told where one side alone enforces the law`() {
        func warns(_ holder: Partner.Kind, _ receiver: Partner.Kind) -> Bool {
            law.answer(to: SmallLaw.question(holder, receiver, for: "violence")).warnings
                .contains(.regimeChange)
        }
        #expect(warns(.police, .school) && warns(.school, .police))
        #expect(!warns(.police, .probation) && !warns(.school, .fire))
    }

    @Test func `every warning and reason has its own words`() {
        #expect(Set(LawWarning.allCases.map(\.sentence)).count == LawWarning.allCases.count)
        let reasons: [LawReason] = [
            .background, .notInForce(.unknown), .notInForce(.notCommenced),
            .notInForce(.on(day("2027-01-01"))), .ended(day("2020-01-01")), .holder(["billing"]),
            .receiver(["billing", "board"]), .onlyBetween, .onlyWithin, .purpose("debt"),
            .notRequested, .notAgreed, .items(["telephone"]), .heldForUnknown,
            .bar(SmallLaw.patients), .prohibition("Act 1", SmallLaw.reductionOnly),
        ]
        let sentences = reasons.map { $0.sentence(names) }
        #expect(Set(sentences).count == reasons.count)
        #expect(sentences.allSatisfy { $0.hasSuffix(".") || $0.hasSuffix(")") })
        #expect(
            sentences.contains("The receiver must be a billing body or a board body."))
    }
}
