import Exchange

/// What Weft holds about people, why and for how long.
struct PrivacyPage {
    let visit: Visit
    let bodies: PublicContacts

    var shell: PageShell {
        visit.page("Privacy", way: .back("/")) {
            h1("Privacy")
            p(
                "Weft is the program with which the bodies of the "
                    + "\(visit.store.settings.partnership) partnership share information. Each "
                    + "body is the controller of what it loads here, and of what it does with what "
                    + "it receives.")
            residents
            staff
            log
            h2("Your rights")
            p(
                "You can ask a body what it holds about you, have mistakes put right, and object. "
                    + "A match between two records is a question: it changes nothing by itself, "
                    + "and "
                    + "you can contest it. Write to the body that holds your information.")
            bodies
            p {
                "If you are not happy with the answer, you can complain to the "
                a("Information Commissioner", to: "https://ico.org.uk/make-a-complaint/")
                "."
            }
        }
    }

    @HTMLBuilder private var residents: HTML {
        h2("If you live here")
        p {
            "A body may load records about residents only under an agreement that is in force. "
            "The "
            a("register of agreements", to: "/register")
            " says which information, from whom, to whom, why and until when."
        }
        bullets([
            "Columns that the agreement does not allow are left out before anything is stored.",
            "Records, and what is written in cases, are stored encrypted.",
            "People at another body see only the items that the agreement lists, and each reading "
                + "goes into the log.",
            "Each load carries the day by which it must be deleted.",
            "No decision about anybody is made by the program alone. A named person decides.",
        ])
    }

    @HTMLBuilder private var staff: HTML {
        h2("If you have an account")
        p(
            "We hold your name, your work e-mail address, your post, your roles and a scrambled "
                + "form of your password, from which the password cannot be read. We hold them so "
                + "that only the right people can sign in and so that it can be shown who did what."
        )
        p(
            "A session ends after \(Store.idleSeconds / 60) minutes without use and after "
                + "\(Store.longestSeconds / 3_600) hours at the most.")
    }

    @HTMLBuilder private var log: HTML {
        h2("What the log holds")
        p {
            "The "
            a("log", to: "/log")
            " says what was done, when, by which account and for which bodies, in codes. It holds "
            "no resident’s name, address or date of birth, and nothing that was written in a case."
        }
        p(
            "Its leaves are public and stay for ever. They hold a code, the time, the kind of step "
                + "and the bodies. The rest of an entry can be erased.")
    }
}
