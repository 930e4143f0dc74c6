import Records

/// The slow obvious twins of the distances, straight from their definitions.
enum Textbook {
    /// Edit distance by the recurrence, with or without swaps of neighbours.
    static func editDistance(_ left: [UInt8], _ right: [UInt8], swaps: Bool) -> Int {
        var d = (0...left.count).map { i in (0...right.count).map { j in i == 0 ? j : i } }
        for i in stride(from: 1, through: left.count, by: 1) {
            for j in stride(from: 1, through: right.count, by: 1) {
                let cost = left[i - 1] == right[j - 1] ? 0 : 1
                d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost)
                if swaps, i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
                }
            }
        }
        return d[left.count][right.count]
    }

    /// Jaro similarity from the left text, byte by byte.
    static func jaro(_ left: [UInt8], _ right: [UInt8]) -> Double {
        if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? 1 : 0 }
        let window = max(0, max(left.count, right.count) / 2 - 1)
        var taken = right.map { _ in false }
        var leftShared: [UInt8] = []
        for (i, byte) in left.enumerated() {
            for j in right.indices
            where abs(i - j) <= window && !taken[j] && right[j] == byte {
                taken[j] = true
                leftShared.append(byte)
                break
            }
        }
        if leftShared.isEmpty { return 0 }
        let rightShared = right.indices.filter { taken[$0] }.map { right[$0] }
        let transposed = zip(leftShared, rightShared).filter { $0 != $1 }.count / 2
        let m = Double(leftShared.count)
        return (m / Double(left.count) + m / Double(right.count) + (m - Double(transposed)) / m) / 3
    }

    /// Jaro similarity raised by a tenth of the rest for each of four equal leading bytes.
    static func jaroWinkler(_ left: [UInt8], _ right: [UInt8]) -> Double {
        let jaro = jaro(left, right)
        guard jaro > 0.7 else { return jaro }
        let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
        return jaro + 0.1 * Double(prefix) * (1 - jaro)
    }

    /// Pairs of random texts over few letters, the second often a damaged copy of the first.
    static func randomPairs(count: Int, longest: Int) -> [([UInt8], [UInt8])] {
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func text() -> [UInt8] { (0..<random(longest + 1)).map { _ in UInt8(97 + random(5)) } }
        return (0..<count).map { _ in
            let left = text()
            guard random(2) == 0 else { return (left, text()) }
            var right = left
            for _ in 0..<random(4) where !right.isEmpty {
                right.swapAt(random(right.count), random(right.count))
                right[random(right.count)] = UInt8(97 + random(5))
                if random(2) == 0 { right.remove(at: random(right.count)) }
            }
            return (left, right)
        }
    }
}
