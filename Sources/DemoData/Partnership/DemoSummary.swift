/// Public summaries that say more about the place than a template can; each under 150 words.
enum DemoSummary {
    static func discountReview(months: String) -> String {
        """
        People who live alone pay a quarter less council tax. Sometimes that changes and nobody \
        tells the council. Saltmere and Tollesham compare their council tax accounts with their \
        electoral registers to find homes where the discount may no longer fit. A match is only \
        a question. A named officer looks at it first, rules out ordinary explanations such as \
        a student or an old register entry, and then writes to ask. Nothing changes before the \
        household has had the chance to answer. Ambermere County Council is bound by the \
        agreement, because part of the tax is the county's, but receives no personal \
        information. Copies are deleted after \(months) months. You can ask either council what \
        it holds about you and have it put right.
        """
    }

    static let fireVisitPilot = """
        The county council arranges care at home for people who could not easily get out in a \
        fire. In this pilot it asks them whether they would like a visit from the fire service, \
        and passes on the addresses of those who say yes, with what makes a fire more dangerous \
        there. It does not pass on illnesses or care plans. Firefighters fit smoke alarms and \
        give advice. Copies are deleted after six months.
        """

    static let seafronts = """
        Every summer, people who live and work on the seafronts of Saltmere and Tollesham put up \
        with noise, damage and threats. The police and the two councils put their reports side \
        by side for one season, to see where help is needed. They share what was reported, where \
        and when, and a name only after an officer has checked the report. They never share who \
        reported it. Copies are deleted after 12 months.
        """

    static let contactsFromSchools = """
        Teachers see children every day and are often the first to notice that something is \
        wrong. Two schools tell the county council and the police about such worries, so that \
        somebody can join them with what others know. They share who the child is, where the \
        child lives and what was seen or heard. Nothing goes back to the schools under this \
        agreement. Families are told, unless that would put a child at risk. Copies are deleted \
        after 24 months.
        """

    static let reportsInTheTowns = """
        Trouble between neighbours, damage and noise are reported to whoever comes to mind: the \
        council, the police or the landlord. Saltmere, Tollesham, the police and Tidewell Homes \
        put these reports side by side, so that people need to tell their story only once. \
        Tidewell Homes sends its reports and receives none. Names are shared only after an \
        officer has checked a report, and the names of people who report never are. A report is \
        not proof of anything. Copies are deleted after 12 months.
        """
}
