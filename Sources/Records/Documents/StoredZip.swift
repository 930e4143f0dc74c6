/// Writes ZIP archives whose files are not compressed; the same files give the same bytes.
///
/// Enough for documents of a few pages. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.
public struct StoredZip: Sendable {
    private var archive: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// The first day that the format knows, 1 January 1980; no clock is read.
    private static let day: UInt16 = 0x21

    /// An archive of files, in their order.
    ///
    /// Names are of ASCII characters. Archives have fewer than 65,536 files and 4 GB.
    public init(_ files: [(name: String, bytes: [UInt8])]) {
        precondition(files.count < Int(UInt16.max), "An archive holds fewer than 65,536 files.")
        for file in files { add(file.name, file.bytes) }
    }

    /// The archive as a file.
    public var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(little: UInt32(0x0605_4B50))
        end.append(little: UInt32(0))
        end.append(little: count)
        end.append(little: count)
        end.append(little: UInt32(directory.count))
        end.append(little: UInt32(archive.count))
        end.append(little: UInt16(0))
        return archive + directory + end
    }

    private mutating func add(_ name: String, _ bytes: [UInt8]) {
        let start = UInt32(archive.count)
        let description = Self.description(name, bytes)
        archive.append(little: UInt32(0x0403_4B50))
        archive += description + Array(name.utf8) + bytes
        directory.append(little: UInt32(0x0201_4B50))
        directory.append(little: UInt16(20))
        directory += description
        // No comment, first disk, no attributes.
        directory += Array(repeating: 0, count: 10)
        directory.append(little: start)
        directory += Array(name.utf8)
        count += 1
    }

    /// What the archive and its directory say of a file alike.
    private static func description(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        var description: [UInt8] = []
        description.append(little: UInt16(20))
        description.append(little: UInt16(0))
        description.append(little: UInt16(0))
        description.append(little: UInt16(0))
        description.append(little: day)
        description.append(little: checksum(bytes))
        description.append(little: UInt32(bytes.count))
        description.append(little: UInt32(bytes.count))
        description.append(little: UInt16(name.utf8.count))
        description.append(little: UInt16(0))
        return description
    }

    /// CRC-32 as ZIP and Ethernet use it (ITU-T V.42).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = UInt32.max
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 {
                checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
        return ~checksum
    }
}

extension [UInt8] {
    /// Adds a number, the lowest byte first.
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        for place in 0..<Number.bitWidth / 8 {
            append(UInt8(truncatingIfNeeded: number >> Number(place * 8)))
        }
    }
}
