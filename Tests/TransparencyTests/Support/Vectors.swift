import Foundation
import Transparency

/// Published test vectors, and logs made for the tests.
enum Vectors {
    static func bytes(_ path: String) throws -> [UInt8]? {
        let url = Bundle.module.resourceURL?.appending(path: "Vectors/\(path)")
        guard let url, FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try Array(Data(contentsOf: url))
    }

    static func decoded<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes(path) ?? []))
    }
}

/// One inclusion case; numbers go up to 2^64 - 1 and hashes may be of any length.
struct InclusionVector: Decodable, CustomStringConvertible {
    let leafIdx: UInt64
    let treeSize: UInt64
    let root: Data
    let leafHash: Data
    let proof: [Data]?
    let desc: String
    let wantErr: Bool
    let file: String

    var description: String { file }
}

/// One consistency case.
struct ConsistencyVector: Decodable, CustomStringConvertible {
    let size1: UInt64
    let size2: UInt64
    let root1: Data
    let root2: Data
    let proof: [Data]?
    let desc: String
    let wantErr: Bool
    let file: String

    var description: String { file }
}

/// Roots of all sizes to 600 and proofs for leaves `entry-0`, `entry-1` and so on.
struct TreeVectors: Decodable {
    struct Inclusion: Decodable {
        let index: Int
        let size: Int
        let proof: [String]
    }

    struct Consistency: Decodable {
        let size1: Int
        let size2: Int
        let proof: [String]
    }

    let roots: [String]
    let inclusion: [Inclusion]
    let consistency: [Consistency]
}
