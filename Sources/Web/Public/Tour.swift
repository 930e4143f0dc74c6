import Governance
import Records

/// The steps of the demonstration's tour, each with the invented person who takes it.
struct Tour {
    struct Step {
        let title: String
        let hint: String
        let person: Practitioner.ID
        let address: String
        let button: String
    }

    static let steps = [
        Step(
            title: "A partner joins and signs the charter",
            hint: "Marlsea Borough Council has asked to join. Its approver signs the charter.",
            person: "d97c3t", address: "/charter", button: "Be Marlsea’s approver"),
        Step(
            title: "Draft an agreement from a template",
            hint: "Choose the parties; the template fills in the rest. Send it for approval.",
            person: "d19x5c", address: "/agreements/new",
            button: "Be Saltmere’s governance officer"),
        Step(
            title: "Approve an agreement",
            hint: "It comes into force when every party has approved it. Saltmere goes first; "
                + "sign in as the other parties’ approvers too.",
            person: "d88b4t", address: "/work", button: "Be Saltmere’s approver"),
        Step(
            title: "Load a file under the agreement",
            hint: "Messy headings and old text encodings are welcome. Columns that the agreement "
                + "does not allow are dropped before anything is stored.",
            person: "d41k7r", address: "/uploads/new", button: "Be Saltmere’s data analyst"),
        Step(
            title: "Find the same people in two files",
            hint: "Weft compares council tax accounts with the electoral register.",
            person: "d41k7r", address: "/matches/new", button: "Be Saltmere’s data analyst"),
        Step(
            title: "Review matches",
            hint: "A match is a question, never a verdict. You decide, and can take it back.",
            person: "d73w2m", address: "/matches", button: "Be Saltmere’s revenues officer"),
        Step(
            title: "Work a case and record its outcome",
            hint: "Each confirmed match with a question opens a case.",
            person: "d73w2m", address: "/cases", button: "Be Saltmere’s revenues officer"),
        Step(
            title: "See who did what, and check the log",
            hint: "Every step above is one entry that anybody can check without us.",
            person: "d79r2k", address: "/log", button: "Be Saltmere’s auditor"),
    ]
}
