/// Two records, by their numbers, and how strong the evidence is that they are one.
public struct Link: Hashable, Sendable {
    private let first: UInt32
    private let second: UInt32
    /// The evidence that the two match, in bits.
    public let weight: Double

    /// A link between two numbers from 0 to 4,294,967,295, with its weight in bits.
    public init(_ left: Int, _ right: Int, weight: Double) {
        first = UInt32(left)
        second = UInt32(right)
        self.weight = weight
    }

    /// The number of the left record.
    public var left: Int { Int(first) }
    /// The number of the right record.
    public var right: Int { Int(second) }
    /// The probability that the two match, 0 to 1.
    public var probability: Double { matchProbability(ofWeight: weight) }

    /// The smaller and the larger number, so that one order can be told from another.
    var ends: UInt64 { UInt64(min(first, second)) << 32 | UInt64(max(first, second)) }
}

extension [Link] {
    /// The links from the strongest down; of equal ones those of the smaller numbers first.
    ///
    /// So the order in which links are given changes nothing.
    ///
    /// - Complexity: O(links) where they come by number, as predictions do; else O(links × log).
    func fromStrongest() -> [Link] {
        let isByNumber = zip(self, dropFirst()).allSatisfy { $0.ends <= $1.ends }
        let links = isByNumber ? self : sorted { $0.ends < $1.ends }
        guard links.count < Int(UInt32.max) else {
            return links.sorted { ($1.weight, $0.ends) < ($0.weight, $1.ends) }
        }
        var keyed = links.indices.map {
            KeyedRecord(key: links[$0].descendingKey, record: UInt32($0))
        }
        keyed.radixSort(bits: 64)
        return keyed.map { links[Int($0.record)] }
    }
}

extension Link {
    /// A number that is smaller for a greater weight.
    fileprivate var descendingKey: UInt64 {
        // Both zeros are one weight.
        let bits = (weight == 0 ? 0 : weight).bitPattern
        return bits >> 63 == 0 ? ~(bits | 1 << 63) : bits
    }
}
