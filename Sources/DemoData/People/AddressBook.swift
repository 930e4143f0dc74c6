/// Hands out addresses, each once.
struct AddressBook: Sendable {
    private let towns: TownWriter
    private let streetsInUse: Int
    private var lastNumbers: [Int]
    private var waitingFlats: [Address] = []
    private var dwellings = 0

    init(people: Int, towns: TownWriter) {
        self.towns = towns
        streetsInUse = min(max(people / 100, 60), Streets.all.count)
        lastNumbers = Array(repeating: 0, count: Town.all.count * Streets.all.count)
    }

    /// A dwelling that nobody lives in yet; one in seven is a flat.
    mutating func dwelling(using generator: inout SeededGenerator) -> Address {
        guard generator.chance(14) else { return house(in: nil, using: &generator) }
        if waitingFlats.isEmpty { openFlats(using: &generator) }
        return waitingFlats.removeLast()
    }

    /// A house in this half of the area, or anywhere.
    mutating func house(in half: Town.Half?, using generator: inout SeededGenerator) -> Address {
        let name = generator.chance(4) ? generator.pick(Streets.houseNames) : nil
        return address(.whole, name, on: plot(in: half, using: &generator))
    }

    /// The annexe in the grounds of a house.
    mutating func annexe(of house: Address) -> Address {
        Address(
            part: .annexe, houseName: nil, number: house.number, street: house.street,
            town: house.town, postcode: house.postcode, uprn: nextUPRN())
    }

    private struct Plot {
        let town: Int
        let street: String
        let number: Int
        let streetIndex: Int
    }

    private mutating func openFlats(using generator: inout SeededGenerator) {
        let plot = plot(in: nil, using: &generator)
        let count = generator.number(in: 2...4)
        let style = generator.below(3)
        for index in 0..<count {
            let part: Address.Part =
                switch style {
                case 0: .letter(["A", "B", "C", "D"][index])
                case 1 where count <= 3: .floor(["Ground", "First", "Second"][index])
                default: .flat(index + 1)
                }
            waitingFlats.append(address(part, nil, on: plot))
        }
        generator.shuffle(&waitingFlats)
    }

    private mutating func plot(
        in half: Town.Half?, using generator: inout SeededGenerator
    ) -> Plot {
        let town = towns.town(in: half, using: &generator)
        let street = (town * 53 + generator.below(streetsInUse)) % Streets.all.count
        let slot = town * Streets.all.count + street
        let last = lastNumbers[slot]
        let next = last == 0 ? generator.number(in: 1...40) : last + generator.number(in: 1...3)
        lastNumbers[slot] = next
        return Plot(town: town, street: Streets.all[street], number: next, streetIndex: street)
    }

    private mutating func address(
        _ part: Address.Part, _ houseName: String?, on plot: Plot
    ) -> Address {
        Address(
            part: part, houseName: houseName, number: plot.number, street: plot.street,
            town: plot.town, postcode: Self.postcode(on: plot), uprn: nextUPRN())
    }

    /// A real district and an invented unit: a digit, the letter Z and one more letter.
    ///
    /// Units are given out in order from AA, so those in Z stand out as invented, yet have the
    /// form of Royal Mail's guide. Forty numbers of a street share a postcode.
    private static func postcode(on plot: Plot) -> String {
        let districts = Town.all[plot.town].districts
        let block = plot.streetIndex * 5 + plot.number / 40
        let unit = (block / districts.count * 37 + plot.number / 40) % 200
        let letter = String(unitLetters[unit % 20])
        return "\(districts[block % districts.count]) \(unit / 20)Z\(letter)"
    }

    /// The letters that the second half of a postcode may hold.
    private static let unitLetters = Array("ABDEFGHJLNPQRSTUWXYZ")

    /// Twelve digits that start with 999, a range of our own; 7,919 scatters neighbours.
    private mutating func nextUPRN() -> String {
        dwellings += 1
        return String(999_000_000_000 + (dwellings * 7919) % 1_000_000_000)
    }
}
