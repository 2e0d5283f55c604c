# Before the case: networks, outreach, frames, organisations and old cases. Refusals (.mend says what mends them), lines of
# the history, tasks and commands.

# --- why something was not done ---
refusal-day_ahead = { $given_day } has not come yet. Today is { $today_day }.
    .mend = Give the day on which it happened.
refusal-last_day_before_first = The last day, { $last_day }, lies before the first, { $first_day }.
    .mend = Correct one of the days.
refusal-municipality_ends_and_begins = { $municipality } stands both among those that end and among those that begin.
    .mend = Let the one that goes on under the same number stand only among those that begin.
refusal-municipality_ended = { $last_day ->
        [none] { $municipality } is not a municipality on that day.
       *[other] { $municipality } was a municipality until { $last_day }.
    }
    .mend = Choose the municipality that exists on that day, or correct the organisation history.
refusal-municipality_unknown = There is no { $municipality } in the list or in the organisation history.
    .mend = See whether the number is right. A municipality from before 2020 must be entered in the organisation history by name.
refusal-county_unknown = { $municipality } lies in a county that does not exist now.
    .mend = Register which municipality it has become.
refusal-main_unit_not_municipality = { $org_number } is not the main unit of a municipality.
    .mend = Give the organisation number of the municipality itself.
refusal-payee_known = { $main_unit ->
        [none] { $org_number } can be a payee already.
       *[other] { $org_number } is mapped to the main unit { $main_unit } already.
    }
    .mend = Nothing more is needed. If the mapping is wrong, end it first.
refusal-payee_not_allowed = The office has not allowed { $org_number } as a payee on that day.
    .mend = See which payees are allowed.
refusal-no_such_network = This network is not registered, and no application names it.
    .mend = Register the network, or choose another.
refusal-network_ended = The network ended on { $last_day }.
    .mend = Only follow-up and help can be entered for a network that has ended. If it begins anew, register it anew.
refusal-no_such_application = There is no application { $case_no } that still stands.
    .mend = See whether the case number is right. Withdrawn and dismissed applications are not taken over.
refusal-application_of_other_network = The application { $case_no } is about another network.
    .mend = Choose the network that the application names.
refusal-nothing_new_in_application = All that the application { $case_no } says is registered already.
    .mend = Nothing more is needed.
refusal-not_a_member = { $municipality } is not a member of the network on { $given_day }.
    .mend = See which municipalities are members, and since when.
refusal-already_a_member = { $municipality } is a member of the network already, or is to become one.
    .mend = Register its consent if that is what is missing.
refusal-nothing_to_agree_to = There is nothing to agree to for { $municipality }.
    .mend = Only municipalities of another office's area need that office to agree.
refusal-service_serves_no_member = The service { $service } serves none of the municipalities that are members on that day.
    .mend = Register the municipality as a member first, or correct which municipalities the service serves.
refusal-service_there_already = The service { $service } is registered already.
    .mend = An intermunicipal service is entered once, with all its municipalities. End the old entry if something has changed.
refusal-no_such_project = The network has no project { $project_id }.
    .mend = Choose a project of the network, or let the service take part in the whole network.
refusal-no_such_number = There is no number { $number } in the network.
    .mend = See the numbers where the network is shown.
refusal-ended_already = Number { $number } has ended already, on { $last_day }.
    .mend = Nothing more is needed.
refusal-partner_there_already = { $partner_name } is registered as a partner already.
    .mend = Nothing more is needed.
refusal-municipality_of_other_office = { $municipality } does not belong to { $office } that year.
    .mend = Choose a municipality of the office's area.
refusal-ticked_already = { $tick ->
        [invited] All these municipalities are entered as invited already.
        [answered] All these municipalities are entered with an answer already.
       *[joined] All these municipalities are entered as having joined already.
    }
    .mend = Nothing more is needed.
refusal-not_ticked = { $tick ->
        [invited] { $municipality } is not entered as invited.
        [answered] { $municipality } is not entered with an answer.
       *[joined] { $municipality } is not entered as having joined.
    }
    .mend = See the list as it stands now.
refusal-pot_not_in_mandate = The mandate has no frame for { $pot }. It has: { $pots }.
    .mend = Choose a frame of the letter of allocation.
refusal-transfer_not_whole_kroner = { $amount_ore } is not whole kroner.
    .mend = Money is moved between frames in whole kroner.
refusal-directorates_document_missing = Money for { $pot } cannot be moved unless the directorate has said yes.
    .mend = Attach the directorate's answer, and give its reference.
refusal-not_enough_free_money = { $free_ore } is free in the frame for { $pot }, and { $amount_ore } was to be moved.
    .mend = Move at most what is free. What is granted cannot be moved.
refusal-historical_year_ahead = { $year } has not come yet.
    .mend = Only cases of this year and of years before can be brought in.
refusal-historical_case_there_already = These cases are in already, or stand twice: { $references }.
    .mend = Take them out of the file. Nothing was stored.
refusal-historical_case_of_other_year = The file has cases of other years than { $year }.
    .mend = Divide the file by grant year.
refusal-historical_date_not_open = Nothing is awaited in the case { $reference } on that date.
    .mend = See which dates of old cases are open.

# --- the history ---
event-NetworkRegistered = { $case_no ->
        [none] Network “{ $network_name }” registered from { $from_day }
       *[other] Network “{ $network_name }” registered from the application { $case_no }
    }
    .name = network registered
event-NetworkRenamed = The network is now called “{ $network_name }”
    .name = new name of the network
event-NetworkEnded = The network ended on { $last_day }
    .name = network ended
event-MemberJoined = { $municipality } a member from { $from_day }{ $consented_on ->
        [none] , no consent registered
       *[other] , consent { $consented_on }
    }{ $agreed ->
        [true] {""}
       *[other] . Waiting for { $member_office } to agree
    }
    .name = new member
event-MemberConsented = { $municipality } consented on { $consented_on }
    .name = consent
event-MemberLeft = { $municipality } left, last day { $last_day }
    .name = municipality left
event-MembershipAgreed = { $member_office } agreed that { $municipality } is a member
    .name = the other office agreed
event-ServiceJoined = The service “{ $service }” ({ $service_kind }) takes part from { $from_day }{ $project_id ->
        [none] {""}
       *[other] , in one project only
    }
    .name = new service
event-ServiceLeft = The service “{ $service }” takes part no longer, last day { $last_day }
    .name = service left
event-PersonNamed = { $function ->
        [leader] Leader of the network
        [steering] Member of the steering group
        [representative] Representative
       *[contact] Contact
    }{ $municipality ->
        [none] {""}
       *[other] {" "}from { $municipality }
    } from { $from_day } ({ $role })
    .name = new person
event-PersonStoodDown = { $function ->
        [leader] Leader of the network
        [steering] Member of the steering group
        [representative] Representative
       *[contact] Contact
    }{ $municipality ->
        [none] {""}
       *[other] {" "}from { $municipality }
    } stood down, last day { $last_day }
    .name = person stood down
event-SteeringGroupStated = { $management ->
        [true] The application { $case_no } says that the network has a steering group with municipal management
       *[other] The application { $case_no } says that the network has a steering group
    }
    .name = steering group as applied
event-PartnerJoined = { $partner_kind ->
        [knowledge_environment] Knowledge environment
        [bufetat] Bufetat
        [ks] KS
        [leadership_environment] Leadership environment
       *[other] Partner
    }: { $partner_name } from { $from_day }
    .name = new partner
event-PartnerLeft = The work with { $partner_name } ended on { $last_day }
    .name = partner left
event-HelpAsked = Help no. { $number } asked for on { $asked_on }{ $asked_by ->
        [office] {" "}by the office
        [municipality] {" "}by a municipality
       *[network] {" "}by the network
    }
    .name = request for help
event-HelpGiven = Help no. { $number } given on { $given_on }
    .name = help given
event-FollowedUp = { $entry ->
        [contact] Contact
        [meeting] Meeting
       *[note] Note
    } { $held_on }
    .name = follow-up
event-MunicipalitiesReorganised = Municipalities changed from { $from_day }: { $ended } became { $begun }
    .name = municipalities changed
event-OrgNumberVerified = The organisation number of { $municipality } is { $org_number }
    .name = organisation number verified
event-MunicipalityLanguageSet = The written language of { $municipality } is { $adopted }
    .name = written language
event-SubUnitMapped = The sub-unit { $unit_name } ({ $sub_unit }) belongs to { $main_unit }, from { $from_day }
    .name = sub-unit mapped to the municipality
event-PayeeAllowed = { $payee_name } ({ $org_number }) allowed as a payee from { $from_day }
    .name = payee allowed
event-PayeeStopped = { $org_number } no longer allowed as a payee, last day { $last_day }
    .name = payee no longer allowed
event-MunicipalitiesTicked = { $tick ->
        [invited] Invited
        [answered] Answer received
       *[joined] Joined
    } { $ticked_on }: { $ticked } municipalities
    .name = outreach
event-MunicipalityUnticked = { $tick ->
        [invited] Invitation
        [answered] Answer
       *[joined] Joining
    } struck for { $municipality }
    .name = tick struck
event-AttentionMarked = { $marked ->
        [true] { $municipality } marked for special attention
       *[other] { $municipality } no longer marked for special attention
    }
    .name = special attention
event-FrameTransferred = { $amount_ore } moved from { $from_pot ->
        [learning] learning networks
        [leader] leader networks
        [self_initiated] self-initiated projects
        [foster_home] foster-home projects
       *[other] { $from_pot }
    } to { $to_pot ->
        [learning] learning networks
        [leader] leader networks
        [self_initiated] self-initiated projects
        [foster_home] foster-home projects
       *[other] { $to_pot }
    }{ $reference ->
        [none] {""}
       *[other] , the directorate's reference { $reference }
    }
    .name = money moved
event-HistoricalCaseImported = Old case { $reference } brought in: “{ $project_title }”{ $granted_ore ->
        [none] {""}
       *[other] , granted { $granted_ore }
    }
    .name = old case brought in
event-HistoricalDateMet = Old case { $reference }: { $date_kind ->
        [use_until] the use of the money
        [report_due] the report
       *[audit_due] the auditor's statement
    } in order on { $met_on }
    .name = date of an old case met

# --- tasks that belong to no case ---
task-register_mandate = Register the letter of allocation with its frames
task-review_rules = The guidelines for next year are not there: no round can open
task-follow_up_network = Follow the network up: it is a year since last time
task-membership_below_minimum = The network is too small: find a member, change the application or end it
task-agree_to_member = Say whether the municipality may be in another office's network
task-await_agreement = Wait for the other office to agree to the member
task-member_reorganised = The municipality was merged or split: settle who goes on in the network
task-host_not_payable = The host can no longer be paid: settle who can, and check the account
task-answer_help = The network asked for help: follow it up
task-reach_out = Municipalities are in no network: invite them
task-historical_date = Old case: see that what was awaited has come

# --- what one can do, in the infinitive ---
command-register_network = register a network
command-take_application = take over what the application says
command-rename_network = give the network another name
command-end_network = end the network
command-join_network = let a municipality join the network
command-consent_to_network = register consent
command-leave_network = let a municipality leave the network
command-agree_to_member = agree to the member
command-add_service = register a service
command-end_service = end a service
command-name_person = register a person in the network
command-stand_down = end a person's function in the network
command-add_partner = register a partner
command-end_partner = end the work with a partner
command-ask_help = register that help was asked for
command-give_help = register that help was given
command-log_follow_up = log follow-up
command-reorganise_municipalities = register that municipalities changed
command-verify_org_number = register a verified organisation number
command-set_municipality_language = register a municipality's written language
command-map_sub_unit = map a sub-unit to the municipality
command-allow_payee = allow another payee
command-stop_payee = stop a payee
command-tick_municipalities = tick municipalities
command-untick_municipality = strike a tick
command-mark_attention = mark for special attention
command-transfer_money = move money between frames
command-import_historical = bring in old cases
command-meet_historical_date = note that a date of an old case is met

# --- the words for the codes ---
network_partner-knowledge_environment = knowledge environment
network_partner-bufetat = Bufetat
network_partner-ks = KS
network_partner-leadership_environment = leadership environment
network_partner-other = other partner
network_function-leader = leader
network_function-steering = steering group
network_function-representative = representative
network_function-contact = contact
network_follow_up-contact = contact
network_follow_up-meeting = meeting
network_follow_up-note = note
network_region-ost = region east
network_region-sor = region south
network_region-vest = region west
network_region-midt = region central Norway
network_region-nord = region north
network_asker-office = the office
network_asker-municipality = a municipality
network_asker-network = the network
outreach_tick-invited = invited
outreach_tick-answered = answered
outreach_tick-joined = joined
outreach_access-open = open
outreach_access-internal = internal
outreach_access-confidential = confidential
organisation_form-task_community = municipal task community
organisation_form-intermunicipal_company = intermunicipal company
organisation_form-other = other form
organisation_kind-municipality = municipality
organisation_kind-sub_unit = sub-unit of a municipality
organisation_kind-allowed = allowed by a leader
historical_decided-granted = granted
historical_decided-rejected = rejected
historical_decided-dismissed = dismissed
historical_decided-withdrawn = withdrawn
historical_date-use_until = use deadline
historical_date-report_due = report due
historical_date-audit_due = audit due
historical_mistake-too_many_rows = the file has more than { $at_most } rows; divide it
historical_mistake-not_csv = the row cannot be read: a quotation mark opens or closes in the wrong place
historical_mistake-no_rows = the file has no cases
historical_mistake-no_semicolons = the columns must be separated by semicolons
historical_mistake-unknown_column = the column is unknown
historical_mistake-column_twice = the column stands twice
historical_mistake-column_missing = the column is missing
historical_mistake-too_many_cells = the row has more cells than headings
historical_mistake-cell_missing = is missing
historical_mistake-cell_too_long = has more than { $at_most } characters
historical_mistake-control_characters = holds control characters
historical_mistake-not_a_year = must be a year between { $first } and { $last }
historical_mistake-not_kroner = must be kroner, such as 400000 or 249999,50
historical_mistake-not_a_day = must be a day, such as 2021-08-01 or 01.08.2021
historical_mistake-not_an_org_number = must be an organisation number: nine digits, the last a check digit
historical_mistake-not_a_municipality = must be municipality numbers of four digits, with spaces or commas between
historical_mistake-unknown_word = must be { $known }
historical_mistake-not_an_id = must be an id of 36 characters
historical_mistake-unusable = cannot be used
historical_mistake-reference_twice = stands on line { $first_line } too
historical_mistake-granted_though_not = an amount is granted, but the case is not
historical_mistake-paid_more_than_granted = more is paid than granted
historical_mistake-used_more_than_paid = used and repaid together are more than paid

# --- the command line's words ---
historical-file_and_office = Give the file and --office, or --template for the headings.
historical-encoding = { $path } is not UTF-8 (byte { $position }). Save the spreadsheet as CSV UTF-8.
historical-identity_number = The note seems to hold an identity number in: { $references }. Never write about single children.
historical-imported = { $imported } old cases were brought in, from { $years }
historical-more = … and { $rest } more mistakes
historical-none = No old cases are in.
historical-row = line { $row }: { $mistake }
historical-row_and_column = line { $row }, { $column }: { $mistake }
network-about = about
network-all_services = Services
network-as_applied = as applied
network-as_applied_long = As the application { $case } describes it. It is registered by its first change.
network-asked = asked
network-carried_over = Money carried over from { $year }
network-case = case
network-cases = open cases
network-consent = consent
network-day = day
network-days = from–to
network-function = function
network-given = given
network-granted = granted
network-has_ended = ended
network-helps = Help
network-id = id
network-kind = kind
network-lacks = Lacking under { $rule_set }
network-log = Follow-up
network-management = management in steering group
network-members = Members
network-municipalities = municipalities
network-municipality = municipality
network-name = network
network-networks = networks
network-new_and_continued = New networks: { $new }. Continued: { $continued }.
network-no_log = No follow-up is logged.
network-no_such = There is no network { $text }. See the networks with: saksgang network list
network-no_such_municipality = There is no municipality { $text }.
network-none = No networks are registered or applied for.
network-office = office
network-year = year
network-stage = status
network-foster_none = No foster-home project was granted money in { $year }.
network-office_missing = Give the office with --office.
network-one_project = one project only
network-overview = Networks with grants in { $year }
network-partner = partner
network-partners = Partners
network-people = People
network-person = name
network-pot = pot
network-role = role
network-serves = for
network-service = service
network-services = services
network-several = Several networks may be meant by { $text }. Give the id:
network-several_municipalities = Several municipalities are called { $text }. Give the number: { $known }.
network-strand = strand
network-text = text
network-too_small = too small
network-topic = { $topic }: { $municipalities } municipalities
network-unspent = unspent
network-waits = waits for { $member_office }
network_activity-service_development = service development
network_activity-training = training
network_activity-workshops = workshops
network_activity-gatherings = gatherings
network_activity-guidance = guidance
network_activity-process_support = process support
network_activity-team_development = team development
network_activity-leadership_training = leadership training
network_activity-foster_home_support = foster-home support
network_activity-evaluation = evaluation
network_activity-other = other
network_notice-several_projects = The network applies for { $projects } projects. There is room for several.
network_notice-project_applied_twice = The same project is applied for more than once: { $cases }. An application is for one project.
network_notice-both_kinds_sought = The network seeks money from several pots: { $pots }. It may.
network_notice-both_pots_granted = The network was granted money from several pots at once: { $pots }. It may be.
organisation-language = written language
organisation_language-nb = bokmål
organisation_language-nn = nynorsk
organisation_language-neutral = neutral
organisation-became = became
organisation-main_unit = main unit
organisation-org_number = organisation number
organisation-payee = may be paid as
organisation-unknown = Nothing is known of { $text }.
outreach-attention = special attention
outreach-in_network = in a network
outreach-outside_of = { $outside } of { $listed } municipalities are in no network.
project-historical = The { $count } old cases are shown, and not counted when the reporting limit is tried.
project-hosts = host
project-no_such = There is no project { $text }. See the projects with: saksgang project list
project-none = No projects have applied.
project-paid = paid
project-projects = Projects
project-stage = stage
project-title = project
project-twin = “{ $title }” looks like { $known }: the same title and host in the same network.
project-year = year
project-years = years
