import ArgumentParser
import Exchange
import Foundation

/// How a command ends when it does not end well: one clear sentence and a fixed exit code.
enum Failure {
    /// Prints what is wrong to standard error, or help to standard output, and ends the process.
    static func exit(for error: any Error) -> Never {
        switch error {
        case let refusal as Refusal:
            for reason in refusal.reasons {
                say(reason.sentence + (reason.fix.isEmpty ? "" : " " + reason.fix))
            }
            Foundation.exit(code(refusal.kind))
        case let failure as Store.OpenFailure:
            say(failure.sentence)
            Foundation.exit(6)
        case let fault as ReferenceData.Fault:
            let line = fault.line.map { "Line \($0): " } ?? ""
            say("The data file `\(fault.file)` cannot be used. \(line)\(fault.sentence)")
            Foundation.exit(6)
        case let problem as Problem:
            say(problem.sentence)
            Foundation.exit(problem.code)
        case let failure as CocoaError:
            say(sentence(failure))
            Foundation.exit(6)
        default: exitByParser(error)
        }
    }

    /// What the file system refused, without the names of its types.
    private static func sentence(_ failure: CocoaError) -> String {
        let path = failure.filePath ?? failure.url?.path(percentEncoded: false) ?? ""
        let file = path.isEmpty ? "A file" : "`\(path)`"
        return switch failure.code {
        case .fileNoSuchFile, .fileReadNoSuchFile:
            "\(file) cannot be reached: the folder it should be in is missing."
        case .fileWriteFileExists:
            "\(file) is a file; choose another name for the folder."
        case .fileWriteOutOfSpace: "\(file) cannot be written: the disk is full."
        case .fileWriteNoPermission, .fileReadNoPermission:
            "\(file) cannot be opened; check its permissions."
        default: "\(file) cannot be read or written; check its name and its permissions."
        }
    }

    private static func exitByParser(_ error: any Error) -> Never {
        let parserCode = Weft.exitCode(for: error)
        if parserCode == .success {
            FileHandle.standardOutput.write(Data((Weft.fullMessage(for: error) + "\n").utf8))
            Foundation.exit(0)
        }
        if parserCode == .validationFailure {
            say(Weft.fullMessage(for: error))
            Foundation.exit(2)
        }
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        say("Something went wrong and nothing was changed: \(error)")
        Foundation.exit(1)
    }

    /// Writes one line to standard error.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    private static func code(_ kind: Refusal.Kind) -> Int32 {
        switch kind {
        case .notSignedIn, .notPermitted: 4
        case .notFound, .invalid, .tooLarge: 3
        case .conflict: 5
        case .unavailable: 6
        }
    }
}

/// Something wrong that the command itself found.
struct Problem: Error {
    let sentence: String
    let code: Int32

    /// A problem in the input, exit code 3 unless said otherwise.
    init(_ sentence: String, code: Int32 = 3) {
        self.sentence = sentence
        self.code = code
    }
}
