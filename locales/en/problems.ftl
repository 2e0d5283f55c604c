# What is wrong with a field of something a person wrote; the field stands before it. The keys are those of domain/problems.py.

problem-ahead = that time lies ahead
problem-whole = (the whole)
problem-account = is no bank account (eleven digits, the last of them a check digit)
problem-at_least = must be at least { $ge }
problem-at_most = must be at most { $le }
problem-backwards = lies before { $before }
problem-before_case = there was no case yet
problem-below_zero = must not be below zero
problem-contact_of_partner = a contact belongs to a partner, and nobody else does
problem-control_characters = holds control characters
problem-database_address = must be like postgresql://user:password@host/database
problem-day = is no day (such as 2026-03-31)
problem-day_of_every_year = is no day of every year (such as 03-01)
problem-email = is no e-mail address
problem-empty = the file is empty
problem-empty_list = must have entries, or stand under silent_lists with the rule
problem-file_name = must be the file's name, not { $named }
problem-form = does not have the right form
problem-given_twice = is given twice: { $names }
problem-greater_than = must be more than { $gt }
problem-id = is no id (UUID)
problem-instant = is no instant with a zone (such as 2026-03-31T12:00:00Z)
problem-key_twice = the key { $named } stands twice in one object
problem-kroner = must be kroner, such as 400000 or 249999,50
problem-left_out_minute = that minute is not on the Norwegian clock: summer time begins that night
problem-less_than = must be less than { $lt }
problem-list = must be a list
problem-minute = is no minute (such as 2026-06-01T23:59) and no day (such as 2026-06-01)
problem-missing_key = the key is missing
problem-missing_keys = these keys are missing: { $names }
problem-mixed_steps = days relative to the deadline and days of the calendar cannot be mixed
problem-more = and { $rest } more
problem-municipality_number = is no municipality number (four digits, such as 0301)
problem-no_steering_group = there is no steering group
problem-no_steps = a ladder has at least one rung
problem-no_such_day = there is no such day
problem-no_such_minute = there is no such minute
problem-no_such_file = no such file was uploaded, or it has been deleted since
problem-no_such_round = is no round
problem-no_such_rules = is no rule set, or no rules fit the application
problem-no_such_service = is not the name of one of the services
problem-no_table = { $named } is no table
problem-no_zone = give the Norwegian wall clock, without a zone
problem-not_of_form = is no { $form }{ $row ->
        [none] : { $said }
       *[other] {" "}(line { $row }, column { $column })
    }
problem-not_utf8 = is not UTF-8 at byte { $at }
problem-one_line = must be one line of at most { $most } characters
problem-one_of = must be { $expected }
problem-org_number = is no organisation number (nine digits, the last of them a check digit)
problem-other = cannot be used: { $said }
problem-other_command = the file is for another command than { $kind }
problem-other_database = must begin with postgresql://, not { $scheme }://
problem-phone = is no telephone number
problem-plain_database = leads to another machine and must end in ?sslmode=verify-full; or set { $variable }=accepted
problem-plain_engine = must be set where the engine is on another machine; or set { $variable }=accepted
problem-pots_and_strands = every strand must have a pot, and every pot a strand
problem-region_of_bufetat = only Bufetat has regions
problem-representative_from_nowhere = a representative is from a municipality
problem-rule_key = is no rule key (such as R26-52, Q1, E1, C1, T13, L-05 or §2.7)
problem-same_pot = is the pot the money comes from
problem-secret_file = names no file with a secret that can be read
problem-service_twice = several are called { $names }; enter an intermunicipal service once
problem-some_or_everyone = name some, or take everyone
problem-steps_out_of_order = must stand in the order of time
problem-support_denied = lines are given, but received is false
problem-table = must be a table of keys
problem-ten_digits = has more than ten digits
problem-text = must be text
problem-too_few = must have at least { $min_length }
problem-too_large = is larger than { $most } bytes
problem-too_long = must have at most { $max_length } characters
problem-too_many_bytes = are more than { $most } bytes together
problem-too_many = must have at most { $max_length }
problem-too_short = must have at least { $min_length } characters
problem-truth = must be yes or no (true, false)
problem-twice = is given twice
problem-unknown_key = unknown key
problem-value_or_silent = give either a value, or silent = true
problem-whole_number = must be a whole number
problem-year = the year must be from { $first } to { $last }
problem-years_out_of_order = the years must rise
