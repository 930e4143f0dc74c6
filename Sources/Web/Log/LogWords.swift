/// What happened, for each type of log entry; a test holds the table against the operations.
enum LogWords {
    static let types = [
        "partner-joined": "A body asked to join",
        "charter-signed": "A body signed the charter",
        "partner-standing": "A body was suspended, taken back or left",
        "account-opened": "An account was opened",
        "account-link": "An account got a new one-time link",
        "password-chosen": "Somebody chose a password",
        "password-changed": "Somebody changed a password",
        "account-closed": "An account was closed",
        "account-reopened": "An account was opened again",
        "signed-in": "Somebody signed in",
        "agreement-drafted": "An agreement was drafted",
        "agreement-revised": "A draft agreement was changed",
        "agreement-sent": "An agreement was sent for approval",
        "agreement-approved": "A party approved an agreement",
        "agreement-refused": "A party refused an agreement",
        "agreement-suspended": "An agreement was suspended",
        "agreement-resumed": "A suspended agreement was resumed",
        "agreement-retired": "An agreement was ended",
        "load-refused": "Loading a file was refused",
        "data-loaded": "A file was loaded",
        "match-run": "Two files were compared",
        "match-model-drafted": "A version of a match model was drafted",
        "match-model-changed": "A draft of a match model was changed",
        "match-model-trained": "A match model was trained on two files",
        "match-model-examined": "Two files were counted or weighed with a match model",
        "match-model-cut-off": "The cut-off of a match model was set",
        "match-model-signed-off": "A match model was signed off",
        "pair-read": "The two records of a pair were read",
        "cluster-read": "The records that belong with a pair were read",
        "pair-reviewed": "A pair was decided",
        "review-undone": "A decision about a pair was taken back",
        "case-read": "A case was read",
        "case-step": "A step of a case was taken",
    ]

    /// What each member of an entry's body is called.
    static let members = [
        "account": "Account", "agreement": "Agreement", "at": "When", "billedPence": "Billed",
        "by": "Who", "case": "Case", "charter": "Version of the charter", "clauses": "Clauses",
        "dataset": "Data set", "deleteBy": "Deleted by", "file": "Digest of the file",
        "from": "From", "grounds": "Reasons", "id": "Code of the entry", "items": "Items",
        "kind": "Sort of body", "left": "Load on the left", "load": "Load",
        "matchModel": "Match model", "model": "Digest of the model",
        "modelNumber": "Version of the match model", "others": "Other pairs",
        "outcome": "Outcome", "pair": "Pair", "pairs": "Pairs kept",
        "partner": "Body", "party": "Body that acted", "purpose": "Purpose",
        "rejected": "Rows not accepted", "right": "Load on the right", "roles": "Roles",
        "rows": "Records", "run": "Run", "stage": "Stage after it", "standing": "Standing",
        "step": "Step", "text": "Digest of the terms",
        "thresholdMillibits": "Least weight kept, in thousandths of a bit", "to": "To",
        "type": "Type", "v": "Form of the entry", "verdict": "Decision", "version": "Version",
    ]

    static func happened(_ type: String) -> String { types[type] ?? type }
}
