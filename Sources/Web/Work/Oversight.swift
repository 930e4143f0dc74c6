import Exchange
import Governance
import Records

/// What auditors, leaders and operators look after.
struct Oversight: Part {
    private let person: Practitioner
    private let entries: [LogLine]
    private let entryCount: Int
    private let partners: [Partner]
    private let register: [RegisterEntry]
    private let accounts: [Practitioner]
    private let today: CalendarDate

    init(_ store: Store, _ person: Practitioner) async throws {
        self.person = person
        today = store.today
        if person.roles.contains(.auditor) {
            (entries, entryCount) = try await store.logLines(page: 1, size: 10, seenBy: person)
        } else {
            (entries, entryCount) = ([], try await store.logSummary().size)
        }
        partners = try await store.partners()
        register = try await store.register()
        accounts = person.may(.manageAccounts) ? try await store.accounts(seenBy: person) : []
    }

    var html: HTML {
        HTML {
            if person.roles.contains(.auditor) { log }
            if person.roles.contains(.leader) { journey }
            if person.roles.contains(.operator) { operation }
            if person.may(.manageAccounts) { accountLine }
        }
    }

    @HTMLBuilder private var log: HTML {
        Table(
            "Newest log entries about your body",
            columns: [.text("Entry"), .text("What happened"), .text("When")]
        ) {
            for line in entries {
                Table.Row {
                    a("\(line.id)", to: "/log/\(line.id)")
                    LogWords.happened(line.type)
                    line.when
                }
            }
        }
        p {
            "\(Numerals.grouped(entryCount)) entries name your body. "
            a("See them all, and how to check them", to: "/log")
        }
    }

    @HTMLBuilder private var journey: HTML {
        h2("How far the partnership has come")
        SummaryList {
            SummaryRow("Active partners", "\(count(.active)) of \(partners.count)")
            SummaryRow("Asked to join", "\(count(.applied))")
            SummaryRow("Agreements in force", "\(register.count)")
            SummaryRow(
                "Reviews overdue",
                "\(register.count { $0.reviewStanding(on: today) == .overdue })")
            SummaryRow("Entries in the log", Numerals.grouped(entryCount))
        }
        plainList {
            a("Read the register of agreements", to: "/register")
            a("See the partners", to: "/partners")
        }
    }

    @HTMLBuilder private var operation: HTML {
        h2("The server")
        SummaryList {
            SummaryRow("Open accounts", "\(accounts.count(where: \.isActive))")
            SummaryRow("Partners suspended", "\(count(.suspended))")
            SummaryRow("Asked to join", "\(count(.applied))")
            SummaryRow("Entries in the log", Numerals.grouped(entryCount))
        }
        plainList {
            a("See the partners", to: "/partners")
            a("See the log", to: "/log")
        }
    }

    private var accountLine: HTML {
        p {
            "You manage \(accounts.count) account\(accounts.count == 1 ? "" : "s"). "
            a("Go to the accounts", to: "/accounts")
        }
    }

    private func count(_ standing: Partner.Standing) -> Int {
        partners.count { $0.standing == standing }
    }
}
