#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The logarithm to base 2: evidence in bits.
func logarithm2(_ value: Double) -> Double { log2(value) }

/// Two to the power of a number of bits: evidence as odds.
func power2(_ bits: Double) -> Double { exp2(bits) }
