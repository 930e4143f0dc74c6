/// Hands out the homes of a whole county, each once: many streets, some twenty homes a postcode.
struct CountyHomes: Sendable {
    private let towns = TownWriter()
    private let streetsOfTown: [Int]
    private let districtsOfTown: [[String]]
    private var lastNumbers: [[Int]]
    private var waitingFlats: [Address] = []
    private var homes = 0

    /// Homes for about so many people, so that a street has some forty.
    init(people: Int) {
        streetsOfTown = Town.all.map { town in
            min(max(people * town.share / 100_000, 4), Self.streets.count)
        }
        lastNumbers = streetsOfTown.map { Array(repeating: 0, count: $0) }
        var next: [String: Int] = [:]
        districtsOfTown = Town.all.map { town in
            let area = String(town.districts[0].prefix(while: \.isLetter))
            let first = next[area] ?? Self.firstDistrict
            next[area] = first + 1 + town.share / 20
            return (first...(first + town.share / 20)).map { "\(area)\($0)" }
        }
    }

    /// A home that nobody lives in yet, in a town or anywhere; one in seven is a flat.
    mutating func home(in town: Int? = nil, using generator: inout SeededGenerator) -> Address {
        guard town == nil, generator.chance(14) else {
            return address(.whole, on: plot(in: town, using: &generator))
        }
        if waitingFlats.isEmpty {
            let plot = plot(in: nil, using: &generator)
            for flat in 1...generator.number(in: 2...12) {
                waitingFlats.append(address(.flat(flat), on: plot))
            }
            generator.shuffle(&waitingFlats)
        }
        return waitingFlats.removeLast()
    }

    private struct Plot {
        let town: Int
        let street: Int
        let number: Int
    }

    private mutating func plot(in town: Int?, using generator: inout SeededGenerator) -> Plot {
        let town = town ?? towns.town(in: nil, using: &generator)
        let street = generator.below(streetsOfTown[town])
        let last = lastNumbers[town][street]
        let number = last == 0 ? generator.number(in: 1...8) : last + generator.number(in: 1...2)
        lastNumbers[town][street] = number
        return Plot(town: town, street: street, number: number)
    }

    private mutating func address(_ part: Address.Part, on plot: Plot) -> Address {
        homes += 1
        return Address(
            part: part, houseName: nil, number: plot.number,
            street: Self.streets[(plot.town * 53 + plot.street * 17) % Self.streets.count],
            town: plot.town, postcode: postcode(of: plot), uprn: String(homes))
    }

    /// A postcode in a district that does not exist; twenty numbers of a street share one.
    private func postcode(of plot: Plot) -> String {
        let districts = districtsOfTown[plot.town]
        let block = plot.street / districts.count
        let unit = (block / 10 * 13 + plot.number / 20) % (Self.letters.count * Self.letters.count)
        let letters =
            String(Self.letters[unit / Self.letters.count])
            + String(Self.letters[unit % Self.letters.count])
        return "\(districts[plot.street % districts.count]) \(block % 10)\(letters)"
    }

    /// No area of the county has districts of this number or the thirty after it.
    private static let firstDistrict = 31
    /// The letters that the second half of a postcode may hold.
    private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

    /// Composed street names; 17 has no factor in common with their number.
    private static let streets: [String] = {
        let composed = kinds.indices.flatMap { turn in
            stems.indices.map { "\(stems[$0]) \(kinds[(turn + $0) % kinds.count])" }
        }
        let all = Streets.all + composed
        return Array(all.dropLast(all.count % 17 == 0 ? 1 : 0))
    }()

    private static let kinds = commaSeparated(
        "Road, Street, Avenue, Drive, Close, Lane, Way, Gardens, Crescent, Court, Place, Terrace")

    private static let stems = commaSeparated(
        """
        Acacia, Adder, Alderman, Amberley, Apple Tree, Arbour, Aspen, Badger, Balmoral, Beacon,
        Beech, Bellfield, Bluebell, Bracken, Bramble, Brickfield, Broom, Buttercup, Canal, Cedar,
        Chantry, Cherry, Chestnut, Chapel, Church, Clarence, Clover, Common, Coppice, Cornflower,
        Cowslip, Curlew, Daisy, Dovecote, Elder, Elm, Falcon, Fairfield, Fern, Fieldfare,
        Foxglove, Garden, George, Glebe, Goldfinch, Grange, Granary, Hawthorn, Hazel, Heath,
        Heron, Highfield, Holly, Ivy, Jasmine, Juniper, Kestrel, Kingfisher, King’s, Larch,
        Laurel, Lavender, Lilac, Lime, Magnolia, Maple, Market, Meadow, Mill, Nightingale, North,
        Oak, Orchard, Park, Pear Tree, Pine, Poplar, Primrose, Queen’s, Rectory, Robin, Rowan,
        Saint Mary’s, School, Shepherd’s, South, Spring, Station, Swallow, Sycamore, Victoria
        """)
}
