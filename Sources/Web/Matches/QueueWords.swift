import Exchange

extension QueueFilter {
    /// As the tabs of the queue call it.
    var words: String {
        switch self {
        case .open: "Open questions"
        case .notSure: "Second look"
        case .decided: "Decided"
        case .mine: "Taken on by me"
        case .second: "Second answer wanted"
        case .differ: "Two answers"
        case .all: "All pairs"
        }
    }

    /// What is said where no pair is shown.
    var emptyWords: String {
        switch self {
        case .open: "None left: every question of this run is decided or waits for a second look."
        case .notSure: "None recorded: nobody has asked for a second look."
        case .decided: "None recorded: nothing is decided yet."
        case .mine: "None: you have taken on no question, or decided them all."
        case .second:
            "None: every decided pair of the sample has two answers, or the first is yours."
        case .differ: "None: nobody’s second answer differs from the first."
        case .all: "None recorded: the run kept no pair."
        }
    }
}
