/// A record and the key by which it is sorted.
struct KeyedRecord {
    let key: UInt64
    let record: UInt32
}

extension [KeyedRecord] {
    /// Sorts by key; records of equal key keep their order.
    ///
    /// - Complexity: O(count × bits / 11), where all keys are below 2 to the power of `bits`.
    mutating func radixSort(bits: Int) {
        var other = self
        var shift = 0
        while shift < bits {
            self.distribute(into: &other, shift: UInt64(shift))
            swap(&self, &other)
            shift += 11
        }
    }

    private func distribute(into other: inout [KeyedRecord], shift: UInt64) {
        var starts = [Int](repeating: 0, count: 2049)
        for element in self { starts[Int((element.key >> shift) & 2047) + 1] += 1 }
        for digit in 1...2048 { starts[digit] += starts[digit - 1] }
        for element in self {
            let digit = Int((element.key >> shift) & 2047)
            other[starts[digit]] = element
            starts[digit] += 1
        }
    }
}
