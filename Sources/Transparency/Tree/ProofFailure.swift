/// Why a proof was refused.
public enum ProofFailure: Error, Hashable, Sendable {
    /// The tree of this size has no leaf with this index.
    case noSuchLeaf(index: Int, size: Int)

    /// A tree cannot have grown from the first size to the second.
    case sizesOutOfOrder(from: Int, to: Int)

    /// The earlier tree is empty: every tree extends it, so nothing is proved.
    case emptyTree

    /// The proof has more or fewer hashes than the tree has levels at this place.
    case wrongLength(Int)

    /// The hashes do not lead to the earlier root.
    case earlierRootDiffers

    /// The hashes do not lead to the root.
    case rootDiffers
}

extension ProofFailure: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .noSuchLeaf(let index, let size):
            "There is no entry \(index) in a log of \(size) entries."
        case .sizesOutOfOrder(let from, let to):
            "A log of \(from) entries cannot have become a log of \(to) entries."
        case .emptyTree:
            "The earlier log was empty, so there is nothing to prove."
        case .wrongLength(let count):
            "The proof has \(count) hashes, which is too many or too few for this place."
        case .earlierRootDiffers:
            "The proof does not lead to the root of the earlier checkpoint."
        case .rootDiffers:
            "The proof does not lead to the root of the checkpoint."
        }
    }
}
