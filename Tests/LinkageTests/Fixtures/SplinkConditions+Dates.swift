extension SplinkConditions {
    /// Dates, places, lists and postcodes.
    static let dates = lines(
        #"""
        45 NULLIF(regexp_extract("first_name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '') = NULLIF(regexp_extract("first_name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '')
        45 NULLIF(regexp_extract("first_name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '') = NULLIF(regexp_extract("first_name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '')
        45 NULLIF(regexp_extract("first_name_l", '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract("first_name_r", '^[A-Za-z]{1,2}', 0), '')
        45 NULLIF(regexp_extract("first_name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL OR NULLIF(regexp_extract("first_name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL
        45 \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) > 1 then 1\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) < -1 then -1\n            else (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 1
        45 \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) > 1 then 1\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) < -1 then -1\n            else (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 10
        45 \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) > 1 then 1\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) < -1 then -1\n            else (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 0.5
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '') = NULLIF(regexp_extract(LOWER("first_name_r"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '')
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '') = NULLIF(regexp_extract(LOWER("first_name_r"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '')
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract(LOWER("first_name_r"), '^[A-Za-z]{1,2}', 0), '')
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL OR NULLIF(regexp_extract(LOWER("first_name_r"), '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL
        45 NULLIF(regexp_extract("last name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '') = NULLIF(regexp_extract("last name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '')
        45 NULLIF(regexp_extract("last name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '') = NULLIF(regexp_extract("last name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '')
        45 NULLIF(regexp_extract("last name_l", '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract("last name_r", '^[A-Za-z]{1,2}', 0), '')
        45 NULLIF(regexp_extract("last name_l", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL OR NULLIF(regexp_extract("last name_r", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9][A-Za-z]{2}$', 0), '') IS NULL
        45 "names_l" IS NULL OR "names_r" IS NULL
        45 array_length(list_intersect("names_l", "names_r")) >= 1
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 1
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 2
        45 "full names_l" IS NULL OR "full names_r" IS NULL
        45 array_length(list_intersect("full names_l", "full names_r")) >= 1
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "full names_l",\n                                x -> list_transform(\n                                    "full names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 1
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> damerau_levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 1
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> damerau_levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 2
        45 list_min(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "full names_l",\n                                x -> list_transform(\n                                    "full names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> damerau_levenshtein(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) <= 1
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_winkler_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 0.9
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_winkler_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 0.7
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "full names_l",\n                                x -> list_transform(\n                                    "full names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_winkler_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 1
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 0.9
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "names_l",\n                                x -> list_transform(\n                                    "names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 0.7
        45 list_max(\n                    list_transform(\n                        flatten(\n                            list_transform(\n                                "full names_l",\n                                x -> list_transform(\n                                    "full names_r",\n                                    y -> [x, y]\n                                )\n                            )\n                        ),\n                        pair -> jaro_similarity(\n                            pair[1],\n                            pair[2]\n                        )\n                    )\n                ) >= 1
        45 "dob_l" = "dob_r"
         5 levenshtein("dob_l", "dob_r") <= 1
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 2629800.0
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 31557600.0
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 315576000.0
         5 ABS(EPOCH(try_strptime("dob_l", '%d/%m/%Y')) - EPOCH(try_strptime("dob_r", '%d/%m/%Y'))) <= 2629800.0
         5 ABS(EPOCH(try_strptime("dob_l", '%d/%m/%Y')) - EPOCH(try_strptime("dob_r", '%d/%m/%Y'))) <= 31557600.0
         5 ABS(EPOCH(try_strptime("dob_l", '%d/%m/%Y')) - EPOCH(try_strptime("dob_r", '%d/%m/%Y'))) <= 315576000.0
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 86400
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 7200
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 300
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 1
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 120
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 10800
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 345600
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%d')) - EPOCH(try_strptime("dob_r", '%Y-%m-%d'))) <= 189345600.0
        45 try_strptime("dob_l", '%Y%m%d') IS NULL OR try_strptime("dob_r", '%Y%m%d') IS NULL
        45 ABS(EPOCH(try_strptime("dob_l", '%Y%m%d')) - EPOCH(try_strptime("dob_r", '%Y%m%d'))) <= 129600.0
        45 try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ') IS NULL OR try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ') IS NULL
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 1
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 120
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 10800
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 345600
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime("dob_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("dob_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 189345600.0
        45 "dob_l" IS NULL OR "dob_r" IS NULL
         5 levenshtein(CAST("dob_l" AS TEXT), CAST("dob_r" AS TEXT)) <= 1
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 2629800.0
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 31557600.0
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 315576000.0
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 86400
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 7200
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 300
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 1
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 120
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 10800
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 345600
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 13149000.0
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 189345600.0
        45 ABS(EPOCH("dob_l") - EPOCH("dob_r")) <= 129600.0
        45 try_strptime("date of birth_l", '%Y-%m-%d') IS NULL OR try_strptime("date of birth_r", '%Y-%m-%d') IS NULL
        45 "date of birth_l" = "date of birth_r"
         5 levenshtein("date of birth_l", "date of birth_r") <= 1
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 2629800.0
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 31557600.0
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 315576000.0
        45 try_strptime("date of birth_l", '%d/%m/%Y') IS NULL OR try_strptime("date of birth_r", '%d/%m/%Y') IS NULL
         5 ABS(EPOCH(try_strptime("date of birth_l", '%d/%m/%Y')) - EPOCH(try_strptime("date of birth_r", '%d/%m/%Y'))) <= 2629800.0
         5 ABS(EPOCH(try_strptime("date of birth_l", '%d/%m/%Y')) - EPOCH(try_strptime("date of birth_r", '%d/%m/%Y'))) <= 31557600.0
         5 ABS(EPOCH(try_strptime("date of birth_l", '%d/%m/%Y')) - EPOCH(try_strptime("date of birth_r", '%d/%m/%Y'))) <= 315576000.0
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 86400
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 7200
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 300
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 1
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 120
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 10800
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 345600
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%d')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%d'))) <= 189345600.0
        45 try_strptime("date of birth_l", '%Y%m%d') IS NULL OR try_strptime("date of birth_r", '%Y%m%d') IS NULL
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y%m%d')) - EPOCH(try_strptime("date of birth_r", '%Y%m%d'))) <= 129600.0
        45 try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ') IS NULL OR try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ') IS NULL
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 1
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 120
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 10800
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 345600
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime("date of birth_l", '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime("date of birth_r", '%Y-%m-%dT%H:%M:%SZ'))) <= 189345600.0
        45 "date of birth_l" IS NULL OR "date of birth_r" IS NULL
         5 levenshtein(CAST("date of birth_l" AS TEXT), CAST("date of birth_r" AS TEXT)) <= 1
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 2629800.0
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 31557600.0
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 315576000.0
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 86400
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 7200
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 300
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 1
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 120
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 10800
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 345600
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 13149000.0
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 189345600.0
        45 ABS(EPOCH("date of birth_l") - EPOCH("date of birth_r")) <= 129600.0
        45 try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d') IS NULL OR try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d') IS NULL
        45 SUBSTRING("dob_l", 1, 10) = SUBSTRING("dob_r", 1, 10)
         5 levenshtein(SUBSTRING("dob_l", 1, 10), SUBSTRING("dob_r", 1, 10)) <= 1
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 2629800.0
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 31557600.0
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 315576000.0
        45 try_strptime(SUBSTRING("dob_l", 1, 10), '%d/%m/%Y') IS NULL OR try_strptime(SUBSTRING("dob_r", 1, 10), '%d/%m/%Y') IS NULL
         5 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%d/%m/%Y')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%d/%m/%Y'))) <= 2629800.0
         5 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%d/%m/%Y')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%d/%m/%Y'))) <= 31557600.0
         5 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%d/%m/%Y')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%d/%m/%Y'))) <= 315576000.0
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 86400
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 7200
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 300
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 1
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 120
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 10800
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 345600
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%d'))) <= 189345600.0
        45 try_strptime(SUBSTRING("dob_l", 1, 10), '%Y%m%d') IS NULL OR try_strptime(SUBSTRING("dob_r", 1, 10), '%Y%m%d') IS NULL
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y%m%d')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y%m%d'))) <= 129600.0
        45 try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ') IS NULL OR try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ') IS NULL
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 1
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 120
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 10800
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 345600
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 13149000.0
        45 ABS(EPOCH(try_strptime(SUBSTRING("dob_l", 1, 10), '%Y-%m-%dT%H:%M:%SZ')) - EPOCH(try_strptime(SUBSTRING("dob_r", 1, 10), '%Y-%m-%dT%H:%M:%SZ'))) <= 189345600.0
        45 SUBSTRING("dob_l", 1, 10) IS NULL OR SUBSTRING("dob_r", 1, 10) IS NULL
         5 levenshtein(CAST(SUBSTRING("dob_l", 1, 10) AS TEXT), CAST(SUBSTRING("dob_r", 1, 10) AS TEXT)) <= 1
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 2629800.0
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 31557600.0
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 315576000.0
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 86400
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 7200
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 300
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 1
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 120
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 10800
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 345600
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 13149000.0
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 189345600.0
        45 ABS(EPOCH(SUBSTRING("dob_l", 1, 10)) - EPOCH(SUBSTRING("dob_r", 1, 10))) <= 129600.0
        45 array_length(list_intersect("names_l", "names_r")) >= 3
        45 LEAST(ARRAY_LENGTH("names_l"), ARRAY_LENGTH("names_r")) <> 0 AND ARRAY_LENGTH(ARRAY_INTERSECT("names_l", "names_r")) = LEAST(ARRAY_LENGTH("names_l"), ARRAY_LENGTH("names_r"))
        45 ARRAY_LENGTH(ARRAY_INTERSECT("names_l", "names_r")) = LEAST(ARRAY_LENGTH("names_l"), ARRAY_LENGTH("names_r"))
        45 ("lat_l" IS NULL OR "lat_r" IS NULL) OR ("long_l" IS NULL OR "long_r" IS NULL)
        45 ("lat_r" is not null AND "lat_l" is not null AND "long_l" is not null AND "long_r" is not null) AND \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) > 1 then 1\n            when (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    ) < -1 then -1\n            else (\n        sin( radians("lat_l") ) * sin( radians("lat_r") ) +\n        cos( radians("lat_l") ) * cos( radians("lat_r") )\n            * cos( radians("long_r" - "long_l") )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 5
        45 \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("lat long_l"['lat']) ) * sin( radians("lat long_r"['lat']) ) +\n        cos( radians("lat long_l"['lat']) ) * cos( radians("lat long_r"['lat']) )\n            * cos( radians("lat_long_r"['long'] - "lat_long_l"['long']) )\n    ) > 1 then 1\n            when (\n        sin( radians("lat long_l"['lat']) ) * sin( radians("lat long_r"['lat']) ) +\n        cos( radians("lat long_l"['lat']) ) * cos( radians("lat long_r"['lat']) )\n            * cos( radians("lat_long_r"['long'] - "lat_long_l"['long']) )\n    ) < -1 then -1\n            else (\n        sin( radians("lat long_l"['lat']) ) * sin( radians("lat long_r"['lat']) ) +\n        cos( radians("lat long_l"['lat']) ) * cos( radians("lat long_r"['lat']) )\n            * cos( radians("lat_long_r"['long'] - "lat_long_l"['long']) )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 5
        45 \n        cast(\n            acos(\n                \n        case\n            when (\n        sin( radians("ll_l"[1]) ) * sin( radians("ll_r"[1]) ) +\n        cos( radians("ll_l"[1]) ) * cos( radians("ll_r"[1]) )\n            * cos( radians("ll_r"[2] - "ll_l"[2]) )\n    ) > 1 then 1\n            when (\n        sin( radians("ll_l"[1]) ) * sin( radians("ll_r"[1]) ) +\n        cos( radians("ll_l"[1]) ) * cos( radians("ll_r"[1]) )\n            * cos( radians("ll_r"[2] - "ll_l"[2]) )\n    ) < -1 then -1\n            else (\n        sin( radians("ll_l"[1]) ) * sin( radians("ll_r"[1]) ) +\n        cos( radians("ll_l"[1]) ) * cos( radians("ll_r"[1]) )\n            * cos( radians("ll_r"[2] - "ll_l"[2]) )\n    )\n        end\n    \n            ) * 6371\n            as float\n        )\n     <= 0.5
        45 "emb_l" IS NULL OR "emb_r" IS NULL
        45 array_cosine_similarity("emb_l", "emb_r") >= 0.9
        45 array_cosine_similarity("emb_l", "emb_r") >= 0.8
        4  damerau_levenshtein("dob_l", "dob_r") <= 1
        4  damerau_levenshtein(CAST("dob_l" AS TEXT), CAST("dob_r" AS TEXT)) <= 1
        4  damerau_levenshtein("date of birth_l", "date of birth_r") <= 1
        4  damerau_levenshtein(CAST("date of birth_l" AS TEXT), CAST("date of birth_r" AS TEXT)) <= 1
        4  damerau_levenshtein(SUBSTRING("dob_l", 1, 10), SUBSTRING("dob_r", 1, 10)) <= 1
        4  damerau_levenshtein(CAST(SUBSTRING("dob_l", 1, 10) AS TEXT), CAST(SUBSTRING("dob_r", 1, 10) AS TEXT)) <= 1
        """#)
}
