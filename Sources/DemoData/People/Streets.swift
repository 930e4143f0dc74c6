/// Street names composed for this data; none is meant to be a real street.
enum Streets {
    /// Every stem with every kind: 320 names, in a fixed order that mixes the stems.
    static let all: [String] = kinds.indices.flatMap { turn in
        stems.indices.map { stem in "\(stems[stem]) \(kinds[(turn + stem) % kinds.count].name)" }
    }

    /// The name with its last word cut short, as in `Tansy Rw`.
    static func abbreviated(_ street: String) -> String {
        for kind in kinds where street.hasSuffix(kind.name) {
            return String(street.dropLast(kind.name.count)) + kind.short
        }
        return street
    }

    /// Names of houses, two of them in quotation marks as some owners write them.
    static let houseNames = commaSeparated(
        """
        The Old Net Loft, "The Moorings", Winklepicker Cottage, Marsh Lantern House, Tide's Reach,
        "Dunroamin", Sailmaker's Rest, Eel Pie Cottage, The Gull's Kitchen, Bawley Lodge
        """)

    private static let kinds: [(name: String, short: String)] = [
        ("Row", "Rw"), ("Way", "Wy"), ("Lane", "Ln"), ("Close", "Cl"), ("Reach", "Rch"),
        ("Walk", "Wlk"), ("Rise", "Rs"), ("Green", "Grn"),
    ]

    private static let stems = commaSeparated(
        """
        Tansy, Oystercatcher, Weir Pond, Samphire, Lobster Pot, Cockle Shed, Eelgrass,
        Teasel Gate, Mudlark, Bladderwrack, Tidewrack, Saltglove, Whelk Boat, Net Mender,
        Barnacle Goose, Sea Aster, Marsh Lantern, Gullwhistle, Bawley Mast, Lapwing Stile,
        Shrimp Kettle, Anchor Knot, Dabchick, Sedge Wren, Driftwood Barn, Fogbell, Lugsail,
        Winkle Stair, Razorshell, Bittern Call, Saltbox, Purslane, Hedge Lantern, Plover Egg,
        Quayfinger, Teal Feather, Limpet Stone, Ropewalk Elm, Spritsail Barge, Turnstone Shingle
        """)
}
