/// A real town of the county, with the ways in which people write it.
public struct Town: Sendable, Hashable {
    /// The half of the area that a town lies in; each half stands for one council.
    public enum Half: Sendable, Hashable {
        /// The estuary side.
        case south
        /// Inland and the north-east coast.
        case north
    }

    /// The usual spelling.
    public let name: String
    /// The postcode districts, such as `SS1`.
    public let districts: [String]
    /// Other written forms found in both files: short forms, misspellings, sound spellings.
    public let otherSpellings: [String]
    /// Which council's area.
    public let half: Half
    /// How many of a thousand dwellings are here.
    let share: Int

    /// Southend-on-Sea, the town with the most spellings.
    public static let southend = Town(
        "Southend-on-Sea", "SS1, SS2, SS3", .south, 200,
        """
        Southend, Southend on Sea, SOUTHEND, Sarfend, Saffend, S'end, Southend-on-Sea., Sth End,
        Southend o Sea, Sowthend, SOUTHEND-ON-SEA, Southend On Sea, South End, Southend/Sea,
        Soutend-on-Sea, Southend-on-See, Southened, Sarfend-on-Sea, S-end-on-Sea, Suthend,
        Southend-o-Sea, Sthend on Sea, Southend - on - Sea
        """)

    /// All the towns, Southend-on-Sea first.
    public static let all: [Town] = [
        southend,
        Town("Chelmsford", "CM1, CM2, CM3", .north, 110, "Chelmsfrod, Chemsford, CHELMSFORD"),
        Town("Basildon", "SS13, SS14, SS15, SS16", .south, 90, "Basilden, Bazildon, BASILDON"),
        Town("Colchester", "CO1, CO2, CO3, CO4", .north, 90, "Colchestor, Colchster, Col'ster"),
        Town("Harlow", "CM17, CM18, CM19, CM20", .north, 55, "Harlo, HARLOW"),
        Town("Brentwood", "CM13, CM14, CM15", .south, 45, "Brentwod, Brent Wood"),
        Town("Braintree", "CM7", .north, 40, "Brain Tree, Braintre"),
        Town("Maldon", "CM9", .north, 20, "Malden, Mauldon"),
        Town("Clacton-on-Sea", "CO15, CO16", .north, 45, "Clacton, Clacton on Sea, Clackton"),
        Town("Rayleigh", "SS6", .south, 30, "Raleigh, Rayliegh"),
        Town("Billericay", "CM11, CM12", .south, 30, "Billaricay, Billericky"),
        Town("Wickford", "SS11, SS12", .south, 28, "Wickfod, WICKFORD"),
        Town("Witham", "CM8", .north, 22, "Whitham, Wittham"),
        Town("Canvey Island", "SS8", .south, 32, "Canvey, Canvey Is, Canvy Island"),
        Town("Leigh-on-Sea", "SS9", .south, 36, "Leigh on Sea, Leigh, Lee-on-Sea"),
        Town("Burnham-on-Crouch", "CM0", .north, 10, "Burnham on Crouch, Burnham"),
        Town("Saffron Walden", "CB10, CB11", .north, 18, "Saffron Waldon, S. Walden"),
        Town("Epping", "CM16", .north, 14, "Eping, EPPING"),
        Town("Grays", "RM16, RM17", .south, 35, "Greys, GRAYS"),
        Town("Harwich", "CO12", .north, 14, "Harwitch, Harich"),
        Town("Halstead", "CO9", .north, 10, "Halsted"),
        Town("Great Dunmow", "CM6", .north, 10, "Gt Dunmow, Dunmow"),
        Town("Rochford", "SS4", .south, 16, "Rotchford, ROCHFORD"),
    ]

    init(
        _ name: String, _ districts: String, _ half: Half, _ share: Int, _ otherSpellings: String
    ) {
        self.name = name
        self.districts = commaSeparated(districts)
        self.half = half
        self.share = share
        self.otherSpellings = commaSeparated(otherSpellings)
    }
}

/// Picks towns by their share and writes them as people do.
struct TownWriter: Sendable {
    private let indices: [Town.Half?: [Int]]
    private let usualNames = Set(Town.all.map(\.name))

    init() {
        let everywhere = Town.all.indices.flatMap { index in
            Array(repeating: index, count: Town.all[index].share)
        }
        indices = [
            nil: everywhere,
            .north: everywhere.filter { Town.all[$0].half == .north },
            .south: everywhere.filter { Town.all[$0].half == .south },
        ]
    }

    /// An index into `Town.all`, in this half or anywhere.
    func town(in half: Town.Half?, using generator: inout SeededGenerator) -> Int {
        generator.pick(indices[half] ?? [0])
    }

    /// Whether this is not the usual spelling of any town.
    func isOdd(_ town: String) -> Bool {
        !usualNames.contains(town)
    }

    /// The town as written in one row: one in three of Southend, one in twenty elsewhere is odd.
    func written(_ town: Int, using generator: inout SeededGenerator) -> String {
        let percent = town == 0 ? 34 : 5
        guard generator.chance(percent) else { return Town.all[town].name }
        let spellings = Town.all[town].otherSpellings
        return generator.chance(50) ? generator.pick(spellings) : generator.pickEarly(spellings)
    }
}
