import Exchange
import Linkage

/// What a version learned, as charts that have their numbers as tables.
struct LearnedCharts {
    let model: ModelVisit

    private var linkage: LinkageModel { model.version.model }

    private var groups: [(name: String, members: [LevelParameters])] {
        LinkageReport.grouped(linkage.levelParameters, by: \.comparison)
    }

    /// What each finding adds or takes away.
    @HTMLBuilder var worth: HTML {
        h2("What findings are worth")
        p {
            "Each finding is worth so many bits. One bit more doubles the odds that two records "
            "are about one person, one bit less halves them. "
            a("What a match weight is", to: "/glossary#letter-m")
        }
        let scale = LevelWeightChart.scale(of: linkage.levelParameters, [])
        for (number, group) in groups.enumerated() {
            h3(model.label(group.name))
            LevelWeightChart(
                id: LinkageReport.id("weight", number), group.members, rarity: [], scale: scale)
        }
    }

    /// How often records about one person, and about two, have each finding.
    @HTMLBuilder var shares: HTML {
        h2("How often findings occur")
        p(
            "The filled bar is the share of pairs about one person that have the finding, the "
                + "outlined bar the share of all other pairs. The more they differ, the more the "
                + "finding is worth.")
        for (number, group) in groups.enumerated() {
            h3(model.label(group.name))
            LevelShareChart(id: LinkageReport.id("share", number), group.members)
        }
    }

    /// What each round of training found.
    @HTMLBuilder func rounds(_ training: MatchModel.Training) -> HTML {
        h2("Do the rounds agree?")
        let words = RuleWords(model.names)
        let rounds = training.sessions.map { words.words(label: $0.rule) }
        let estimates = (training.estimates ?? []).filter { !$0.estimates.isEmpty }
        if estimates.isEmpty {
            EmptyState("Rounds", "No round estimated a finding.")
        } else {
            p(
                "Each line of a finding is one round, in the order of the list. The upright line "
                    + "is what the model took: the middle value. Rounds that lie far apart do not "
                    + "agree what the finding is worth.")
            numbered { for round in rounds { HTML(round) } }
            for (number, group) in LinkageReport.grouped(estimates, by: \.comparison).enumerated() {
                h3(model.label(group.name))
                EstimateChart(
                    id: LinkageReport.id("estimate", number),
                    group.members.map { $0.renamed { words.words(label: $0) } }, rounds: rounds)
            }
        }
    }

    /// The weights of the candidate pairs, and what cut-offs make of them.
    @HTMLBuilder func pairs(_ training: MatchModel.Training) -> HTML {
        h2("How pairs come out")
        p(
            "The weight of a pair is the starting point plus what its findings add. These are the "
                + "candidate pairs of the files that the version was trained on. The figures are "
                + "the model’s own expectation.")
        HistogramChart(
            id: "histogram", training.weights, threshold: model.version.thresholdBits)
        CurveChart.thresholds(id: "thresholds", training.weights)
    }
}

extension ParameterEstimates {
    /// The same estimates with other words for the rules of their rounds.
    fileprivate func renamed(_ words: (String) -> String) -> ParameterEstimates {
        ParameterEstimates(
            comparison: comparison, level: level,
            estimates: estimates.map { Estimate(rule: words($0.rule), m: $0.m) }, m: m, u: u)
    }
}
