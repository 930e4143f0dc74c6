extension LogWords {
    static let succession = [
        "succession-planned": "It was planned that others take a body’s tasks over",
        "succession-vested": "Others took a body’s tasks over",
        "succession-withdrawn": "A plan that others take over was given up",
    ]

    static let successionMembers = [
        "ends": "Bodies that end", "succession": "Succession", "takesOver": "Bodies that take over",
        "vesting": "First day of the new bodies",
    ]
}
