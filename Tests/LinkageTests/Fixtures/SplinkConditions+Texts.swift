extension SplinkConditions {
    /// Names, e-mail addresses, literals, numbers and combinations.
    static let texts = lines(
        #"""
        45 "first_name_l" IS NULL OR "first_name_r" IS NULL
        45 "first_name_l" = "first_name_r"
        45 ELSE
        45 NULLIF(regexp_extract("first_name_l", '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("first_name_r", '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.9
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.8
        45 "first name_l" IS NULL OR "first name_r" IS NULL
        45 "first name_l" = "first name_r"
        45 NULLIF(regexp_extract("first name_l", '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("first name_r", '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("first name_l", "first name_r") >= 0.9
        45 jaro_winkler_similarity("first name_l", "first name_r") >= 0.8
        45 "SUR NAME_l" IS NULL OR "SUR NAME_r" IS NULL
        45 "SUR NAME_l" = "SUR NAME_r"
        45 NULLIF(regexp_extract("SUR NAME_l", '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("SUR NAME_r", '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("SUR NAME_l", "SUR NAME_r") >= 0.9
        45 jaro_winkler_similarity("SUR NAME_l", "SUR NAME_r") >= 0.8
        45 "name_l_x_l" IS NULL OR "name_l_x_r" IS NULL
        45 "name_l_x_l" = "name_l_x_r"
        45 NULLIF(regexp_extract("name_l_x_l", '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("name_l_x_r", '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("name_l_x_l", "name_l_x_r") >= 0.9
        45 jaro_winkler_similarity("name_l_x_l", "name_l_x_r") >= 0.8
        45 LOWER("first_name_l") IS NULL OR LOWER("first_name_r") IS NULL
        45 LOWER("first_name_l") = LOWER("first_name_r")
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(LOWER("first_name_r"), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.9
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.8
        45 SUBSTRING("surname_l", 1, 3) IS NULL OR SUBSTRING("surname_r", 1, 3) IS NULL
        45 SUBSTRING("surname_l", 1, 3) = SUBSTRING("surname_r", 1, 3)
        45 NULLIF(regexp_extract(SUBSTRING("surname_l", 1, 3), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(SUBSTRING("surname_r", 1, 3), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(SUBSTRING("surname_l", 1, 3), SUBSTRING("surname_r", 1, 3)) >= 0.9
        45 jaro_winkler_similarity(SUBSTRING("surname_l", 1, 3), SUBSTRING("surname_r", 1, 3)) >= 0.8
        45 NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}', 0), '') IS NULL OR NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}', 0), '') IS NULL
        45 NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}', 0), '') = NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}', 0), '')
        45 NULLIF(regexp_extract(NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}', 0), ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}', 0), ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}', 0), ''), NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}', 0), '')) >= 0.9
        45 jaro_winkler_similarity(NULLIF(regexp_extract("postcode_l", '^[A-Z]{1,2}', 0), ''), NULLIF(regexp_extract("postcode_r", '^[A-Z]{1,2}', 0), '')) >= 0.8
        45 NULLIF(regexp_extract("email_l", '@([^@]+)$', 1), '') IS NULL OR NULLIF(regexp_extract("email_r", '@([^@]+)$', 1), '') IS NULL
        45 NULLIF(regexp_extract("email_l", '@([^@]+)$', 1), '') = NULLIF(regexp_extract("email_r", '@([^@]+)$', 1), '')
        45 NULLIF(regexp_extract(NULLIF(regexp_extract("email_l", '@([^@]+)$', 1), ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(NULLIF(regexp_extract("email_r", '@([^@]+)$', 1), ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(NULLIF(regexp_extract("email_l", '@([^@]+)$', 1), ''), NULLIF(regexp_extract("email_r", '@([^@]+)$', 1), '')) >= 0.9
        45 jaro_winkler_similarity(NULLIF(regexp_extract("email_l", '@([^@]+)$', 1), ''), NULLIF(regexp_extract("email_r", '@([^@]+)$', 1), '')) >= 0.8
        45 CAST("dob_l" AS TEXT) IS NULL OR CAST("dob_r" AS TEXT) IS NULL
        45 CAST("dob_l" AS TEXT) = CAST("dob_r" AS TEXT)
        45 NULLIF(regexp_extract(CAST("dob_l" AS TEXT), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(CAST("dob_r" AS TEXT), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(CAST("dob_l" AS TEXT), CAST("dob_r" AS TEXT)) >= 0.9
        45 jaro_winkler_similarity(CAST("dob_l" AS TEXT), CAST("dob_r" AS TEXT)) >= 0.8
        45 try_strptime("dob_l", '%Y-%m-%d') IS NULL OR try_strptime("dob_r", '%Y-%m-%d') IS NULL
        45 try_strptime("dob_l", '%Y-%m-%d') = try_strptime("dob_r", '%Y-%m-%d')
        45 NULLIF(regexp_extract(try_strptime("dob_l", '%Y-%m-%d'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(try_strptime("dob_r", '%Y-%m-%d'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(try_strptime("dob_l", '%Y-%m-%d'), try_strptime("dob_r", '%Y-%m-%d')) >= 0.9
        45 jaro_winkler_similarity(try_strptime("dob_l", '%Y-%m-%d'), try_strptime("dob_r", '%Y-%m-%d')) >= 0.8
        45 try_strptime("dob_l", '%d/%m/%Y') IS NULL OR try_strptime("dob_r", '%d/%m/%Y') IS NULL
        45 try_strptime("dob_l", '%d/%m/%Y') = try_strptime("dob_r", '%d/%m/%Y')
        45 NULLIF(regexp_extract(try_strptime("dob_l", '%d/%m/%Y'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(try_strptime("dob_r", '%d/%m/%Y'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(try_strptime("dob_l", '%d/%m/%Y'), try_strptime("dob_r", '%d/%m/%Y')) >= 0.9
        45 jaro_winkler_similarity(try_strptime("dob_l", '%d/%m/%Y'), try_strptime("dob_r", '%d/%m/%Y')) >= 0.8
        45 try_strptime("ts_l", '%Y-%m-%dT%H:%M:%SZ') IS NULL OR try_strptime("ts_r", '%Y-%m-%dT%H:%M:%SZ') IS NULL
        45 try_strptime("ts_l", '%Y-%m-%dT%H:%M:%SZ') = try_strptime("ts_r", '%Y-%m-%dT%H:%M:%SZ')
        45 NULLIF(regexp_extract(try_strptime("ts_l", '%Y-%m-%dT%H:%M:%SZ'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(try_strptime("ts_r", '%Y-%m-%dT%H:%M:%SZ'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(try_strptime("ts_l", '%Y-%m-%dT%H:%M:%SZ'), try_strptime("ts_r", '%Y-%m-%dT%H:%M:%SZ')) >= 0.9
        45 jaro_winkler_similarity(try_strptime("ts_l", '%Y-%m-%dT%H:%M:%SZ'), try_strptime("ts_r", '%Y-%m-%dT%H:%M:%SZ')) >= 0.8
        45 try_strptime("ts_l", '%Y-%m-%d %H:%M') IS NULL OR try_strptime("ts_r", '%Y-%m-%d %H:%M') IS NULL
        45 try_strptime("ts_l", '%Y-%m-%d %H:%M') = try_strptime("ts_r", '%Y-%m-%d %H:%M')
        45 NULLIF(regexp_extract(try_strptime("ts_l", '%Y-%m-%d %H:%M'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(try_strptime("ts_r", '%Y-%m-%d %H:%M'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(try_strptime("ts_l", '%Y-%m-%d %H:%M'), try_strptime("ts_r", '%Y-%m-%d %H:%M')) >= 0.9
        45 jaro_winkler_similarity(try_strptime("ts_l", '%Y-%m-%d %H:%M'), try_strptime("ts_r", '%Y-%m-%d %H:%M')) >= 0.8
        45 NULLIF("name_l", '') IS NULL OR NULLIF("name_r", '') IS NULL
        45 NULLIF("name_l", '') = NULLIF("name_r", '')
        45 NULLIF(regexp_extract(NULLIF("name_l", ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(NULLIF("name_r", ''), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(NULLIF("name_l", ''), NULLIF("name_r", '')) >= 0.9
        45 jaro_winkler_similarity(NULLIF("name_l", ''), NULLIF("name_r", '')) >= 0.8
        45 "names_l"[1] IS NULL OR "names_r"[1] IS NULL
        45 "names_l"[1] = "names_r"[1]
        45 NULLIF(regexp_extract("names_l"[1], '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("names_r"[1], '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("names_l"[1], "names_r"[1]) >= 0.9
        45 jaro_winkler_similarity("names_l"[1], "names_r"[1]) >= 0.8
        45 "names_l"[-1] IS NULL OR "names_r"[-1] IS NULL
        45 "names_l"[-1] = "names_r"[-1]
        45 NULLIF(regexp_extract("names_l"[-1], '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("names_r"[-1], '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("names_l"[-1], "names_r"[-1]) >= 0.9
        45 jaro_winkler_similarity("names_l"[-1], "names_r"[-1]) >= 0.8
        45 NULLIF(SUBSTRING(LOWER("first_name_l"), 1, 2), 'a') IS NULL OR NULLIF(SUBSTRING(LOWER("first_name_r"), 1, 2), 'a') IS NULL
        45 NULLIF(SUBSTRING(LOWER("first_name_l"), 1, 2), 'a') = NULLIF(SUBSTRING(LOWER("first_name_r"), 1, 2), 'a')
        45 NULLIF(regexp_extract(NULLIF(SUBSTRING(LOWER("first_name_l"), 1, 2), 'a'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(NULLIF(SUBSTRING(LOWER("first_name_r"), 1, 2), 'a'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(NULLIF(SUBSTRING(LOWER("first_name_l"), 1, 2), 'a'), NULLIF(SUBSTRING(LOWER("first_name_r"), 1, 2), 'a')) >= 0.9
        45 jaro_winkler_similarity(NULLIF(SUBSTRING(LOWER("first_name_l"), 1, 2), 'a'), NULLIF(SUBSTRING(LOWER("first_name_r"), 1, 2), 'a')) >= 0.8
        45 UPPER(first_name_l) IS NULL OR UPPER(first_name_r) IS NULL
        45 UPPER(first_name_l) = UPPER(first_name_r)
        45 NULLIF(regexp_extract(UPPER(first_name_l), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(UPPER(first_name_r), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(UPPER(first_name_l), UPPER(first_name_r)) >= 0.9
        45 jaro_winkler_similarity(UPPER(first_name_l), UPPER(first_name_r)) >= 0.8
        45 first_name_l || ' ' || surname_l IS NULL OR first_name_r || ' ' || surname_r IS NULL
        45 first_name_l || ' ' || surname_l = first_name_r || ' ' || surname_r
        45 NULLIF(regexp_extract(first_name_l || ' ' || surname_l, '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(first_name_r || ' ' || surname_r, '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(first_name_l || ' ' || surname_l, first_name_r || ' ' || surname_r) >= 0.9
        45 jaro_winkler_similarity(first_name_l || ' ' || surname_l, first_name_r || ' ' || surname_r) >= 0.8
        45 "person_l"['name'] IS NULL OR "person_r"['name'] IS NULL
        45 "person_l"['name'] = "person_r"['name']
        45 NULLIF(regexp_extract("person_l"['name'], '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract("person_r"['name'], '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity("person_l"['name'], "person_r"['name']) >= 0.9
        45 jaro_winkler_similarity("person_l"['name'], "person_r"['name']) >= 0.8
        45 LOWER(UPPER(TRIM(a_l))) IS NULL OR LOWER(UPPER(TRIM(a_r))) IS NULL
        45 LOWER(UPPER(TRIM(a_l))) = LOWER(UPPER(TRIM(a_r)))
        45 NULLIF(regexp_extract(LOWER(UPPER(TRIM(a_l))), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(LOWER(UPPER(TRIM(a_r))), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(LOWER(UPPER(TRIM(a_l))), LOWER(UPPER(TRIM(a_r)))) >= 0.9
        45 jaro_winkler_similarity(LOWER(UPPER(TRIM(a_l))), LOWER(UPPER(TRIM(a_r)))) >= 0.8
        45 CONCAT(first_name_l, surname_l) IS NULL OR CONCAT(first_name_r, surname_r) IS NULL
        45 CONCAT(first_name_l, surname_l) = CONCAT(first_name_r, surname_r)
        45 NULLIF(regexp_extract(CONCAT(first_name_l, surname_l), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(CONCAT(first_name_r, surname_r), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(CONCAT(first_name_l, surname_l), CONCAT(first_name_r, surname_r)) >= 0.9
        45 jaro_winkler_similarity(CONCAT(first_name_l, surname_l), CONCAT(first_name_r, surname_r)) >= 0.8
        45 REGEXP_REPLACE(phone_l, '[^0-9]', '', 'g') IS NULL OR REGEXP_REPLACE(phone_r, '[^0-9]', '', 'g') IS NULL
        45 REGEXP_REPLACE(phone_l, '[^0-9]', '', 'g') = REGEXP_REPLACE(phone_r, '[^0-9]', '', 'g')
        45 NULLIF(regexp_extract(REGEXP_REPLACE(phone_l, '[^0-9]', '', 'g'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(REGEXP_REPLACE(phone_r, '[^0-9]', '', 'g'), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(REGEXP_REPLACE(phone_l, '[^0-9]', '', 'g'), REGEXP_REPLACE(phone_r, '[^0-9]', '', 'g')) >= 0.9
        45 jaro_winkler_similarity(REGEXP_REPLACE(phone_l, '[^0-9]', '', 'g'), REGEXP_REPLACE(phone_r, '[^0-9]', '', 'g')) >= 0.8
        45 COALESCE(a_l, b_l) IS NULL OR COALESCE(a_r, b_r) IS NULL
        45 COALESCE(a_l, b_l) = COALESCE(a_r, b_r)
        45 NULLIF(regexp_extract(COALESCE(a_l, b_l), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(COALESCE(a_r, b_r), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(COALESCE(a_l, b_l), COALESCE(a_r, b_r)) >= 0.9
        45 jaro_winkler_similarity(COALESCE(a_l, b_l), COALESCE(a_r, b_r)) >= 0.8
        45 LEFT(first_name_l, 1) IS NULL OR LEFT(first_name_r, 1) IS NULL
        45 LEFT(first_name_l, 1) = LEFT(first_name_r, 1)
        45 NULLIF(regexp_extract(LEFT(first_name_l, 1), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(LEFT(first_name_r, 1), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(LEFT(first_name_l, 1), LEFT(first_name_r, 1)) >= 0.9
        45 jaro_winkler_similarity(LEFT(first_name_l, 1), LEFT(first_name_r, 1)) >= 0.8
        45 SPLIT_PART(email_l, '@', 2) IS NULL OR SPLIT_PART(email_r, '@', 2) IS NULL
        45 SPLIT_PART(email_l, '@', 2) = SPLIT_PART(email_r, '@', 2)
        45 NULLIF(regexp_extract(SPLIT_PART(email_l, '@', 2), '^[A-Z]{2}[0-9]+', 0), '') IS NULL OR NULLIF(regexp_extract(SPLIT_PART(email_r, '@', 2), '^[A-Z]{2}[0-9]+', 0), '') IS NULL
        45 jaro_winkler_similarity(SPLIT_PART(email_l, '@', 2), SPLIT_PART(email_r, '@', 2)) >= 0.9
        45 jaro_winkler_similarity(SPLIT_PART(email_l, '@', 2), SPLIT_PART(email_r, '@', 2)) >= 0.8
        45 levenshtein("first_name_l", "first_name_r") <= 1
        45 levenshtein("first_name_l", "first_name_r") <= 2
        45 damerau_levenshtein("first_name_l", "first_name_r") <= 1
        45 damerau_levenshtein("first_name_l", "first_name_r") <= 2
        45 jaccard("first_name_l", "first_name_r") >= 0.9
        45 jaccard("first_name_l", "first_name_r") >= 0.7
        45 jaro_similarity("first_name_l", "first_name_r") >= 0.9
        45 jaro_similarity("first_name_l", "first_name_r") >= 0.7
        45 hamming("first_name_l", "first_name_r") <= 1
        45 hamming("first_name_l", "first_name_r") <= 2
        45 NULLIF(regexp_extract("first_name_l", '^[^@]+', 0), '') = NULLIF(regexp_extract("first_name_r", '^[^@]+', 0), '')
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.88
        45 jaro_winkler_similarity(NULLIF(regexp_extract("first_name_l", '^[^@]+', 0), ''), NULLIF(regexp_extract("first_name_r", '^[^@]+', 0), '')) >= 0.88
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.92
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.7
        45 array_length(list_intersect("dmeta_l", "dmeta_r")) >= 1
        45 jaro_winkler_similarity("first_name_l", "first_name_r") >= 0.95
        45 "first_name_l" = 'john'
        45 "first_name_l" = CAST(3 AS INT)
        45 "first_name_l" = CAST(2.5 AS REAL)
        45 "first_name_l" = CAST('2020-01-01' AS DATE)
        45 "first_name_r" = 'john'
        45 "first_name_r" = CAST(3 AS INT)
        45 "first_name_r" = CAST(2.5 AS REAL)
        45 "first_name_r" = CAST('2020-01-01' AS DATE)
        45 "first_name_l" = 'john' AND "first_name_r" = 'john'
        45 "first_name_l" = CAST(3 AS INT) AND "first_name_r" = CAST(3 AS INT)
        45 "first_name_l" = CAST(2.5 AS REAL) AND "first_name_r" = CAST(2.5 AS REAL)
        45 "first_name_l" = CAST('2020-01-01' AS DATE) AND "first_name_r" = CAST('2020-01-01' AS DATE)
        45 "first_name_l" = "surname_r"
        45 "first_name_l" = "surname_r" AND "first_name_r" = "surname_l"
        45 levenshtein(LOWER("first_name_l"), LOWER("first_name_r")) <= 1
        45 levenshtein(LOWER("first_name_l"), LOWER("first_name_r")) <= 2
        45 damerau_levenshtein(LOWER("first_name_l"), LOWER("first_name_r")) <= 1
        45 damerau_levenshtein(LOWER("first_name_l"), LOWER("first_name_r")) <= 2
        45 jaccard(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.9
        45 jaccard(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.7
        45 jaro_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.9
        45 jaro_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.7
        45 hamming(LOWER("first_name_l"), LOWER("first_name_r")) <= 1
        45 hamming(LOWER("first_name_l"), LOWER("first_name_r")) <= 2
        45 NULLIF(regexp_extract(LOWER("first_name_l"), '^[^@]+', 0), '') = NULLIF(regexp_extract(LOWER("first_name_r"), '^[^@]+', 0), '')
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.88
        45 jaro_winkler_similarity(NULLIF(regexp_extract(LOWER("first_name_l"), '^[^@]+', 0), ''), NULLIF(regexp_extract(LOWER("first_name_r"), '^[^@]+', 0), '')) >= 0.88
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.92
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.7
        45 jaro_winkler_similarity(LOWER("first_name_l"), LOWER("first_name_r")) >= 0.95
        45 LOWER("first_name_l") = 'john'
        45 LOWER("first_name_l") = CAST(3 AS INT)
        45 LOWER("first_name_l") = CAST(2.5 AS REAL)
        45 LOWER("first_name_l") = CAST('2020-01-01' AS DATE)
        45 LOWER("first_name_r") = 'john'
        45 LOWER("first_name_r") = CAST(3 AS INT)
        45 LOWER("first_name_r") = CAST(2.5 AS REAL)
        45 LOWER("first_name_r") = CAST('2020-01-01' AS DATE)
        45 LOWER("first_name_l") = 'john' AND LOWER("first_name_r") = 'john'
        45 LOWER("first_name_l") = CAST(3 AS INT) AND LOWER("first_name_r") = CAST(3 AS INT)
        45 LOWER("first_name_l") = CAST(2.5 AS REAL) AND LOWER("first_name_r") = CAST(2.5 AS REAL)
        45 LOWER("first_name_l") = CAST('2020-01-01' AS DATE) AND LOWER("first_name_r") = CAST('2020-01-01' AS DATE)
        45 LOWER("first_name_l") = "surname_r"
        45 LOWER("first_name_l") = "surname_r" AND LOWER("first_name_r") = "surname_l"
        45 "last name_l" IS NULL OR "last name_r" IS NULL
        45 "last name_l" = "last name_r"
        45 levenshtein("last name_l", "last name_r") <= 1
        45 levenshtein("last name_l", "last name_r") <= 2
        45 damerau_levenshtein("last name_l", "last name_r") <= 1
        45 damerau_levenshtein("last name_l", "last name_r") <= 2
        45 jaccard("last name_l", "last name_r") >= 0.9
        45 jaccard("last name_l", "last name_r") >= 0.7
        45 jaro_similarity("last name_l", "last name_r") >= 0.9
        45 jaro_similarity("last name_l", "last name_r") >= 0.7
        45 hamming("last name_l", "last name_r") <= 1
        45 hamming("last name_l", "last name_r") <= 2
        45 NULLIF(regexp_extract("last name_l", '^[^@]+', 0), '') = NULLIF(regexp_extract("last name_r", '^[^@]+', 0), '')
        45 jaro_winkler_similarity("last name_l", "last name_r") >= 0.88
        45 jaro_winkler_similarity(NULLIF(regexp_extract("last name_l", '^[^@]+', 0), ''), NULLIF(regexp_extract("last name_r", '^[^@]+', 0), '')) >= 0.88
        45 jaro_winkler_similarity("last name_l", "last name_r") >= 0.92
        45 jaro_winkler_similarity("last name_l", "last name_r") >= 0.7
        45 jaro_winkler_similarity("last name_l", "last name_r") >= 0.95
        45 "last name_l" = 'john'
        45 "last name_l" = CAST(3 AS INT)
        45 "last name_l" = CAST(2.5 AS REAL)
        45 "last name_l" = CAST('2020-01-01' AS DATE)
        45 "last name_r" = 'john'
        45 "last name_r" = CAST(3 AS INT)
        45 "last name_r" = CAST(2.5 AS REAL)
        45 "last name_r" = CAST('2020-01-01' AS DATE)
        45 "last name_l" = 'john' AND "last name_r" = 'john'
        45 "last name_l" = CAST(3 AS INT) AND "last name_r" = CAST(3 AS INT)
        45 "last name_l" = CAST(2.5 AS REAL) AND "last name_r" = CAST(2.5 AS REAL)
        45 "last name_l" = CAST('2020-01-01' AS DATE) AND "last name_r" = CAST('2020-01-01' AS DATE)
        45 "last name_l" = "surname_r"
        45 "last name_l" = "surname_r" AND "last name_r" = "surname_l"
        45 ("forename_l" IS NULL OR "forename_r" IS NULL) AND ("surname_l" IS NULL OR "surname_r" IS NULL)
        45 ("forename_l" = "forename_r") AND ("surname_l" = "surname_r")
        45 "forename_l" = "surname_r" AND "forename_r" = "surname_l"
        45 (jaro_winkler_similarity("forename_l", "forename_r") >= 0.92) AND (jaro_winkler_similarity("surname_l", "surname_r") >= 0.92)
        45 (jaro_winkler_similarity("forename_l", "forename_r") >= 0.88) AND (jaro_winkler_similarity("surname_l", "surname_r") >= 0.88)
        45 "surname_l" = "surname_r"
        45 "forename_l" = "forename_r"
        45 "fs_l" = "fs_r"
        45 (LOWER("forename_l") IS NULL OR LOWER("forename_r") IS NULL) AND (LOWER("surname_l") IS NULL OR LOWER("surname_r") IS NULL)
        45 (LOWER("forename_l") = LOWER("forename_r")) AND (LOWER("surname_l") = LOWER("surname_r"))
        45 LOWER("forename_l") = LOWER("surname_r") AND LOWER("forename_r") = LOWER("surname_l")
        45 (jaro_winkler_similarity(LOWER("forename_l"), LOWER("forename_r")) >= 0.8) AND (jaro_winkler_similarity(LOWER("surname_l"), LOWER("surname_r")) >= 0.8)
        45 LOWER("surname_l") = LOWER("surname_r")
        45 LOWER("forename_l") = LOWER("forename_r")
        45 (ABS("amount_l" - "amount_r") / (CASE WHEN "amount_r" > "amount_l" THEN "amount_r" ELSE "amount_l" END)) < 0.1
        45 ABS("amount_l" - "amount_r") <= 5
        45 ABS("amount_l" - "amount_r") <= 2.5
        45 ("a_l" = "a_r") AND (NOT ("b_l" IS NULL OR "b_r" IS NULL))
        45 substr(name_l, 1, 1) = substr(name_r, 1, 1)
        45 abs(date_diff('day', dob_l, dob_r)) <= 5
        45 name_l = name_r
        45 SUBSTRING(name_l, 1, 1) = SUBSTRING(name_r, 1, 1) AND LEVENSHTEIN(a_l, a_r) < 2 AND STR_SPLIT_REGEX(x_l, ' ')[1] = x_r AND ARRAY_LENGTH(ARRAY_INTERSECT(a_l, a_r)) > 1 AND DATE_DIFF('DAY', CAST(b_r AS DATE), CAST(a_l AS DATE)) < 4
        """#)
}
