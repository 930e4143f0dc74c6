extension SplinkConditions {
    /// What `block_on` and the rules of the blocking library write.
    static let blocking = lines(
        #"""
        45 l."first_name" = r."first_name"
        45 (l."first_name" = r."first_name") AND (l."surname" = r."surname")
        45 l."first name" = r."first name"
        45 (l."first name" = r."first name") AND (l."surname" = r."surname")
        45 l."SUR NAME" = r."SUR NAME"
        45 (l."SUR NAME" = r."SUR NAME") AND (l."surname" = r."surname")
        45 l."name_l_x" = r."name_l_x"
        45 (l."name_l_x" = r."name_l_x") AND (l."surname" = r."surname")
        45 LOWER(l."first_name") = LOWER(r."first_name")
        45 (LOWER(l."first_name") = LOWER(r."first_name")) AND (l."surname" = r."surname")
        45 SUBSTRING(l."surname", 1, 3) = SUBSTRING(r."surname", 1, 3)
        45 (SUBSTRING(l."surname", 1, 3) = SUBSTRING(r."surname", 1, 3)) AND (l."surname" = r."surname")
        45 NULLIF(regexp_extract(l."postcode", '^[A-Z]{1,2}', 0), '') = NULLIF(regexp_extract(r."postcode", '^[A-Z]{1,2}', 0), '')
        45 (NULLIF(regexp_extract(l."postcode", '^[A-Z]{1,2}', 0), '') = NULLIF(regexp_extract(r."postcode", '^[A-Z]{1,2}', 0), '')) AND (l."surname" = r."surname")
        45 NULLIF(regexp_extract(l."email", '@([^@]+)$', 1), '') = NULLIF(regexp_extract(r."email", '@([^@]+)$', 1), '')
        45 (NULLIF(regexp_extract(l."email", '@([^@]+)$', 1), '') = NULLIF(regexp_extract(r."email", '@([^@]+)$', 1), '')) AND (l."surname" = r."surname")
        45 CAST(l."dob" AS TEXT) = CAST(r."dob" AS TEXT)
        45 (CAST(l."dob" AS TEXT) = CAST(r."dob" AS TEXT)) AND (l."surname" = r."surname")
        45 try_strptime(l."dob", '%Y-%m-%d') = try_strptime(r."dob", '%Y-%m-%d')
        45 (try_strptime(l."dob", '%Y-%m-%d') = try_strptime(r."dob", '%Y-%m-%d')) AND (l."surname" = r."surname")
        45 try_strptime(l."dob", '%d/%m/%Y') = try_strptime(r."dob", '%d/%m/%Y')
        45 (try_strptime(l."dob", '%d/%m/%Y') = try_strptime(r."dob", '%d/%m/%Y')) AND (l."surname" = r."surname")
        45 try_strptime(l."ts", '%Y-%m-%dT%H:%M:%SZ') = try_strptime(r."ts", '%Y-%m-%dT%H:%M:%SZ')
        45 (try_strptime(l."ts", '%Y-%m-%dT%H:%M:%SZ') = try_strptime(r."ts", '%Y-%m-%dT%H:%M:%SZ')) AND (l."surname" = r."surname")
        45 try_strptime(l."ts", '%Y-%m-%d %H:%M') = try_strptime(r."ts", '%Y-%m-%d %H:%M')
        45 (try_strptime(l."ts", '%Y-%m-%d %H:%M') = try_strptime(r."ts", '%Y-%m-%d %H:%M')) AND (l."surname" = r."surname")
        45 NULLIF(l."name", '') = NULLIF(r."name", '')
        45 (NULLIF(l."name", '') = NULLIF(r."name", '')) AND (l."surname" = r."surname")
        45 l."names"[1] = r."names"[1]
        45 (l."names"[1] = r."names"[1]) AND (l."surname" = r."surname")
        45 l."names"[-1] = r."names"[-1]
        45 (l."names"[-1] = r."names"[-1]) AND (l."surname" = r."surname")
        45 NULLIF(SUBSTRING(LOWER(l."first_name"), 1, 2), 'a') = NULLIF(SUBSTRING(LOWER(r."first_name"), 1, 2), 'a')
        45 (NULLIF(SUBSTRING(LOWER(l."first_name"), 1, 2), 'a') = NULLIF(SUBSTRING(LOWER(r."first_name"), 1, 2), 'a')) AND (l."surname" = r."surname")
        45 UPPER(l.first_name) = UPPER(r.first_name)
        45 (UPPER(l.first_name) = UPPER(r.first_name)) AND (l."surname" = r."surname")
        45 l.first_name || ' ' || l.surname = r.first_name || ' ' || r.surname
        45 (l.first_name || ' ' || l.surname = r.first_name || ' ' || r.surname) AND (l."surname" = r."surname")
        45 l."person"['name'] = r."person"['name']
        45 (l."person"['name'] = r."person"['name']) AND (l."surname" = r."surname")
        45 LOWER(UPPER(TRIM(l.a))) = LOWER(UPPER(TRIM(r.a)))
        45 (LOWER(UPPER(TRIM(l.a))) = LOWER(UPPER(TRIM(r.a)))) AND (l."surname" = r."surname")
        45 CONCAT(l.first_name, l.surname) = CONCAT(r.first_name, r.surname)
        45 (CONCAT(l.first_name, l.surname) = CONCAT(r.first_name, r.surname)) AND (l."surname" = r."surname")
        45 REGEXP_REPLACE(l.phone, '[^0-9]', '', 'g') = REGEXP_REPLACE(r.phone, '[^0-9]', '', 'g')
        45 (REGEXP_REPLACE(l.phone, '[^0-9]', '', 'g') = REGEXP_REPLACE(r.phone, '[^0-9]', '', 'g')) AND (l."surname" = r."surname")
        45 COALESCE(l.a, l.b) = COALESCE(r.a, r.b)
        45 (COALESCE(l.a, l.b) = COALESCE(r.a, r.b)) AND (l."surname" = r."surname")
        45 LEFT(l.first_name, 1) = LEFT(r.first_name, 1)
        45 (LEFT(l.first_name, 1) = LEFT(r.first_name, 1)) AND (l."surname" = r."surname")
        45 SPLIT_PART(l.email, '@', 2) = SPLIT_PART(r.email, '@', 2)
        45 (SPLIT_PART(l.email, '@', 2) = SPLIT_PART(r.email, '@', 2)) AND (l."surname" = r."surname")
        45 (l."first_name" = r."first_name") AND (l."surname" = r."surname") AND (SUBSTRING(l.dob, 1, 4) = SUBSTRING(r.dob, 1, 4))
        45 l."names" = r."names"
        45 (SUBSTRING(l.surname, 1, 2) = SUBSTRING(r.surname, 1, 2)) AND (LOWER(l.first_name) = LOWER(r.first_name)) AND (YEAR(l.dob) = YEAR(r.dob))
        45 LEFT(l.postcode, 3) = LEFT(r.postcode, 3)
        45 (l."a" = r."a") AND (l."b" = r."b")
        45 NOT (l."a" = r."a")
        45 l.name = r.name AND levenshtein(l.dob, r.dob) <= 2
        """#)
}
