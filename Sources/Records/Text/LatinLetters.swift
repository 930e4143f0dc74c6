/// Accented Latin letters and the plain letters that stand for them.
///
/// Covers Latin-1 Supplement, Latin Extended-A and -B (U+00C0 to U+024F) and Latin Extended
/// Additional (U+1E00 to U+1EFF), after the names in the Unicode Character Database.
enum LatinLetters {
    /// The lower-case letters of ASCII for an accented letter, or nil for any other scalar.
    static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if let pair = pairs[scalar.value] { return Array(pair.utf8) }
        let letter: UInt8
        switch scalar.value {
        case 0xC0...0x24F: letter = extended[Int(scalar.value) - 0xC0]
        case 0x1E00...0x1EFF: letter = additional[Int(scalar.value) - 0x1E00]
        default: return nil
        }
        return letter == UInt8(ascii: ".") ? nil : [letter]
    }

    private static let pairs: [UInt32: String] = [
        0xC6: "ae", 0xE6: "ae", 0x1FC: "ae", 0x1FD: "ae", 0x1E2: "ae", 0x1E3: "ae",
        0xDE: "th", 0xFE: "th", 0xDF: "ss", 0x1E9E: "ss", 0x132: "ij", 0x133: "ij",
        0x149: "n", 0x152: "oe", 0x153: "oe", 0x1C4: "dz", 0x1C6: "dz", 0x1C7: "lj", 0x1C9: "lj",
        0x1CA: "nj", 0x1CC: "nj", 0x1F1: "dz", 0x1F3: "dz",
    ]

    // One letter a scalar; a full stop where no single plain letter stands for it.
    private static let extended = Array(
        ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
            + "lllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
            + "bbbb...cc.ddd....ffg...ikkl..nnooo..pp.....ttttuu.vyyzz........."
            + ".....d..l..n.aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j.d.gg..nnaa..oo"
            + "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts"
            + "z..b..eejj.qrryy").utf8)
    private static let additional = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy").utf8)
}
