# Før saken: nettverk, oppsøkende arbeid, rammer, organisasjoner og gamle saker. Avslag (.mend sier hva som løser det),
# linjer i historikken, oppgaver og kommandoer.

# --- hvorfor noe ikke ble gjort ---
refusal-day_ahead = Dagen { $given_day } er ikke kommet ennå. I dag er { $today_day }.
    .mend = Skriv dagen det skjedde.
refusal-last_day_before_first = Siste dag, { $last_day }, er før første dag, { $first_day }.
    .mend = Rett en av dagene.
refusal-municipality_ends_and_begins = { $municipality } står både som avviklet og som ny.
    .mend = La den som fortsetter under samme nummer, bare stå som ny.
refusal-municipality_ended = { $last_day ->
        [none] { $municipality } er ikke en kommune den dagen.
       *[other] { $municipality } sluttet å være en kommune etter { $last_day }.
    }
    .mend = Velg den kommunen som finnes den dagen, eller rett opplysningene i organisasjonshistorikken.
refusal-municipality_unknown = Det finnes ingen { $municipality } i listen eller i organisasjonshistorikken.
    .mend = Se etter om nummeret er riktig. En kommune fra før 2020 må føres i organisasjonshistorikken med navn.
refusal-county_unknown = { $municipality } ligger i et fylke som ikke finnes nå.
    .mend = Registrer hvilken kommune den er blitt til.
refusal-main_unit_not_municipality = { $org_number } er ikke hovedenheten til en kommune.
    .mend = Oppgi organisasjonsnummeret til kommunen selv.
refusal-payee_known = { $main_unit ->
        [none] { $org_number } kan allerede stå som mottaker.
       *[other] { $org_number } er allerede knyttet til hovedenheten { $main_unit }.
    }
    .mend = Det er ikke nødvendig å gjøre mer. Er koblingen feil, må den avsluttes først.
refusal-payee_not_allowed = Embetet har ikke tillatt { $org_number } som mottaker den dagen.
    .mend = Se hvilke mottakere som er tillatt.
refusal-no_such_network = Dette nettverket er ikke registrert, og ingen søknad nevner det.
    .mend = Registrer nettverket, eller velg et annet.
refusal-network_ended = Nettverket ble avsluttet { $last_day }.
    .mend = I et avsluttet nettverk kan bare oppfølging og hjelp føres. Begynner det på nytt, må det registreres på nytt.
refusal-no_such_application = Det finnes ingen gjeldende søknad { $case_no }.
    .mend = Se etter om saksnummeret er riktig. Trukne og avviste søknader overtas ikke.
refusal-application_of_other_network = Søknaden { $case_no } gjelder et annet nettverk.
    .mend = Velg nettverket som søknaden nevner.
refusal-nothing_new_in_application = Alt som står i søknaden { $case_no }, er registrert fra før.
    .mend = Det er ikke nødvendig å gjøre mer.
refusal-not_a_member = { $municipality } er ikke med i nettverket { $given_day }.
    .mend = Se hvilke kommuner som er med, og fra hvilken dag.
refusal-already_a_member = { $municipality } er allerede med i nettverket, eller kommer med.
    .mend = Registrer samtykket hvis det er det som mangler.
refusal-nothing_to_agree_to = Det er ingenting å si ja til for { $municipality }.
    .mend = Bare kommuner fra et annet embetes område trenger at det embetet sier ja.
refusal-service_serves_no_member = Tjenesten { $service } betjener ingen av kommunene som er med den dagen.
    .mend = Registrer kommunen som medlem først, eller rett hvilke kommuner tjenesten betjener.
refusal-service_there_already = Tjenesten { $service } er registrert fra før.
    .mend = En interkommunal tjeneste føres én gang, med alle kommunene sine. Avslutt den gamle hvis opplysningene er endret.
refusal-no_such_project = Nettverket har ikke noe prosjekt { $project_id }.
    .mend = Velg et prosjekt i nettverket, eller la tjenesten være med i hele nettverket.
refusal-no_such_number = Det finnes ikke noe nummer { $number } i nettverket.
    .mend = Se numrene i oversikten over nettverket.
refusal-ended_already = Nummer { $number } er avsluttet fra før, { $last_day }.
    .mend = Det er ikke nødvendig å gjøre mer.
refusal-partner_there_already = { $partner_name } er registrert som samarbeidspartner fra før.
    .mend = Det er ikke nødvendig å gjøre mer.
refusal-municipality_of_other_office = { $municipality } hører ikke til { $office } dette året.
    .mend = Velg en kommune i embetets område.
refusal-ticked_already = { $tick ->
        [invited] Alle disse kommunene er ført som invitert fra før.
        [answered] Alle disse kommunene er ført med svar fra før.
       *[joined] Alle disse kommunene er ført som med fra før.
    }
    .mend = Det er ikke nødvendig å gjøre mer.
refusal-not_ticked = { $tick ->
        [invited] { $municipality } er ikke ført som invitert.
        [answered] { $municipality } er ikke ført med svar.
       *[joined] { $municipality } er ikke ført som med.
    }
    .mend = Se listen slik den er nå.
refusal-pot_not_in_mandate = Fullmakten har ingen ramme for { $pot }. Den har: { $pots }.
    .mend = Velg en ramme som står i tildelingsbrevet.
refusal-transfer_not_whole_kroner = { $amount_ore } er ikke hele kroner.
    .mend = Rammer flyttes i hele kroner.
refusal-directorates_document_missing = Penger til { $pot } kan ikke flyttes uten at direktoratet har sagt ja.
    .mend = Legg ved direktoratets svar, og oppgi referansen.
refusal-not_enough_free_money = Det er { $free_ore } fritt i rammen for { $pot }, og { $amount_ore } skulle flyttes.
    .mend = Flytt høyst det som er fritt. Det som er innvilget, kan ikke flyttes.
refusal-historical_year_ahead = { $year } er ikke kommet ennå.
    .mend = Bare saker fra tidligere år og i år kan hentes inn.
refusal-historical_case_there_already = Disse sakene er hentet inn fra før, eller står to ganger: { $references }.
    .mend = Ta dem ut av filen. Ingenting er lagret.
refusal-historical_case_of_other_year = Filen har saker fra andre år enn { $year }.
    .mend = Del filen etter tilskuddsår.
refusal-historical_date_not_open = Ingenting er ventet i saken { $reference } på den datoen.
    .mend = Se hvilke datoer som er åpne i gamle saker.

# --- historikken ---
event-NetworkRegistered = { $case_no ->
        [none] Nettverket «{ $network_name }» registrert fra { $from_day }
       *[other] Nettverket «{ $network_name }» registrert fra søknaden { $case_no }
    }
    .name = registrert nettverk
event-NetworkRenamed = Nettverket heter nå «{ $network_name }»
    .name = nytt navn på nettverket
event-NetworkEnded = Nettverket avsluttet { $last_day }
    .name = avsluttet nettverk
event-MemberJoined = { $municipality } med fra { $from_day }{ $consented_on ->
        [none] , uten registrert samtykke
       *[other] , samtykke { $consented_on }
    }{ $agreed ->
        [true] {""}
       *[other] . Venter på at { $member_office } sier ja
    }
    .name = nytt medlem
event-MemberConsented = { $municipality } samtykket { $consented_on }
    .name = samtykke
event-MemberLeft = { $municipality } gikk ut, siste dag { $last_day }
    .name = kommune gikk ut
event-MembershipAgreed = { $member_office } sa ja til at { $municipality } er med
    .name = ja fra det andre embetet
event-ServiceJoined = Tjenesten «{ $service }» ({ $service_kind }) med fra { $from_day }{ $project_id ->
        [none] {""}
       *[other] , bare i ett prosjekt
    }
    .name = ny tjeneste
event-ServiceLeft = Tjenesten «{ $service }» ikke lenger med, siste dag { $last_day }
    .name = tjeneste gikk ut
event-PersonNamed = { $function ->
        [leader] Leder for nettverket
        [steering] Medlem av styringsgruppen
        [representative] Representant
       *[contact] Kontaktperson
    }{ $municipality ->
        [none] {""}
       *[other] {" "}fra { $municipality }
    } fra { $from_day } ({ $role })
    .name = ny person
event-PersonStoodDown = { $function ->
        [leader] Leder for nettverket
        [steering] Medlem av styringsgruppen
        [representative] Representant
       *[contact] Kontaktperson
    }{ $municipality ->
        [none] {""}
       *[other] {" "}fra { $municipality }
    } gikk ut, siste dag { $last_day }
    .name = person gikk ut
event-SteeringGroupStated = { $management ->
        [true] Søknaden { $case_no } sier at nettverket har styringsgruppe med kommuneledelsen
       *[other] Søknaden { $case_no } sier at nettverket har styringsgruppe
    }
    .name = styringsgruppe etter søknaden
event-PartnerJoined = { $partner_kind ->
        [knowledge_environment] Kunnskapsmiljø
        [bufetat] Bufetat
        [ks] KS
        [leadership_environment] Ledelsesfaglig miljø
       *[other] Samarbeidspartner
    }: { $partner_name } med fra { $from_day }
    .name = ny samarbeidspartner
event-PartnerLeft = Samarbeidet med { $partner_name } avsluttet { $last_day }
    .name = avsluttet samarbeid
event-HelpAsked = Hjelp nr. { $number } etterspurt { $asked_on }{ $asked_by ->
        [office] {" "}av embetet
        [municipality] {" "}av en kommune
       *[network] {" "}av nettverket
    }
    .name = spørsmål om hjelp
event-HelpGiven = Hjelp nr. { $number } gitt { $given_on }
    .name = gitt hjelp
event-FollowedUp = { $entry ->
        [contact] Kontakt
        [meeting] Møte
       *[note] Notat
    } { $held_on }
    .name = oppfølging
event-MunicipalitiesReorganised = Kommuner endret fra { $from_day }: { $ended } ble { $begun }
    .name = endrede kommuner
event-OrgNumberVerified = Organisasjonsnummeret til { $municipality } er { $org_number }
    .name = kontrollert organisasjonsnummer
event-MunicipalityLanguageSet = Målformen til { $municipality } er { $adopted }
    .name = målform
event-SubUnitMapped = Underenheten { $unit_name } ({ $sub_unit }) hører til { $main_unit }, fra { $from_day }
    .name = underenhet knyttet til kommunen
event-PayeeAllowed = { $payee_name } ({ $org_number }) tillatt som mottaker fra { $from_day }
    .name = tillatt mottaker
event-PayeeStopped = { $org_number } ikke lenger tillatt som mottaker, siste dag { $last_day }
    .name = mottaker ikke lenger tillatt
event-MunicipalitiesTicked = { $tick ->
        [invited] Invitert
        [answered] Svar mottatt
       *[joined] Ble med
    } { $ticked_on }: { $ticked } kommuner
    .name = oppsøkende arbeid
event-MunicipalityUnticked = { $tick ->
        [invited] Invitasjon
        [answered] Svar
       *[joined] Deltakelse
    } strøket for { $municipality }
    .name = strøket kryss
event-AttentionMarked = { $marked ->
        [true] { $municipality } merket for særskilt oppmerksomhet
       *[other] { $municipality } ikke lenger merket for særskilt oppmerksomhet
    }
    .name = særskilt oppmerksomhet
event-FrameTransferred = { $amount_ore } flyttet fra { $from_pot ->
        [learning] læringsnettverk
        [leader] barnevernsledernettverk
        [self_initiated] egeninitierte prosjekter
        [foster_home] fosterhjemsprosjekter
       *[other] { $from_pot }
    } til { $to_pot ->
        [learning] læringsnettverk
        [leader] barnevernsledernettverk
        [self_initiated] egeninitierte prosjekter
        [foster_home] fosterhjemsprosjekter
       *[other] { $to_pot }
    }{ $reference ->
        [none] {""}
       *[other] , direktoratets referanse { $reference }
    }
    .name = flyttet ramme
event-HistoricalCaseImported = Gammel sak { $reference } hentet inn: «{ $project_title }»{ $granted_ore ->
        [none] {""}
       *[other] , innvilget { $granted_ore }
    }
    .name = innhentet gammel sak
event-HistoricalDateMet = Gammel sak { $reference }: { $date_kind ->
        [use_until] bruksfristen
        [report_due] rapporten
       *[audit_due] revisorbekreftelsen
    } er i orden { $met_on }
    .name = oppfylt dato i gammel sak

# --- oppgaver som ikke hører til en sak ---
task-register_mandate = Registrer tildelingsbrevet med rammene
task-review_rules = Retningslinjene for neste år er ikke lagt inn: ingen runde kan åpnes
task-follow_up_network = Følg opp nettverket: det er et år siden sist
task-membership_below_minimum = Nettverket er for lite: skaff et medlem, endre søknaden eller avslutt
task-agree_to_member = Ta stilling til at kommunen er med i et nettverk ved et annet embete
task-await_agreement = Vent på at det andre embetet sier ja til medlemmet
task-member_reorganised = Kommunen er slått sammen eller delt: avklar hvem som er med videre
task-host_not_payable = Verten kan ikke lenger få utbetalt: avklar ny mottaker og kontroller kontonummeret
task-answer_help = Nettverket har bedt om hjelp: følg det opp
task-reach_out = Kommuner er ikke med i noe nettverk: inviter dem
task-historical_date = Gammel sak: se til at det som var ventet, er kommet

# --- det man kan gjøre, i infinitiv ---
command-register_network = registrere et nettverk
command-take_application = overta det som står i søknaden
command-rename_network = gi nettverket nytt navn
command-end_network = avslutte nettverket
command-join_network = ta en kommune med i nettverket
command-consent_to_network = registrere samtykke
command-leave_network = la en kommune gå ut av nettverket
command-agree_to_member = si ja til at kommunen er med
command-add_service = registrere en tjeneste
command-end_service = avslutte en tjeneste
command-name_person = registrere en person i nettverket
command-stand_down = avslutte en persons oppgave i nettverket
command-add_partner = registrere en samarbeidspartner
command-end_partner = avslutte et samarbeid
command-ask_help = registrere at noen ber om hjelp
command-give_help = registrere at hjelp er gitt
command-log_follow_up = føre oppfølging
command-reorganise_municipalities = registrere at kommuner er endret
command-verify_org_number = registrere et kontrollert organisasjonsnummer
command-set_municipality_language = registrere målformen til en kommune
command-map_sub_unit = knytte en underenhet til kommunen
command-allow_payee = tillate en annen mottaker
command-stop_payee = stanse en mottaker
command-tick_municipalities = krysse av for kommuner
command-untick_municipality = stryke et kryss
command-mark_attention = merke for særskilt oppmerksomhet
command-transfer_money = flytte penger mellom rammer
command-import_historical = hente inn gamle saker
command-meet_historical_date = melde en dato i en gammel sak oppfylt

# --- ordene for kodene ---
network_partner-knowledge_environment = kunnskapsmiljø
network_partner-bufetat = Bufetat
network_partner-ks = KS
network_partner-leadership_environment = ledelsesfaglig miljø
network_partner-other = annen partner
network_function-leader = leder
network_function-steering = styringsgruppe
network_function-representative = representant
network_function-contact = kontaktperson
network_follow_up-contact = kontakt
network_follow_up-meeting = møte
network_follow_up-note = notat
network_region-ost = region øst
network_region-sor = region sør
network_region-vest = region vest
network_region-midt = region Midt-Norge
network_region-nord = region nord
network_asker-office = embetet
network_asker-municipality = en kommune
network_asker-network = nettverket
outreach_tick-invited = invitert
outreach_tick-answered = svart
outreach_tick-joined = med
outreach_access-open = offentlig
outreach_access-internal = internt
outreach_access-confidential = unntatt offentlighet
organisation_form-task_community = kommunalt oppgavefellesskap
organisation_form-intermunicipal_company = interkommunalt selskap
organisation_form-other = annen form
organisation_kind-municipality = kommune
organisation_kind-sub_unit = underenhet av en kommune
organisation_kind-allowed = tillatt av leder
historical_decided-granted = innvilget
historical_decided-rejected = avslått
historical_decided-dismissed = avvist
historical_decided-withdrawn = trukket
historical_date-use_until = bruksfrist
historical_date-report_due = rapportfrist
historical_date-audit_due = revisjonsfrist
historical_mistake-too_many_rows = filen har mer enn { $at_most } rader; del den
historical_mistake-not_csv = raden kan ikke leses: et anførselstegn åpnes eller lukkes på feil sted
historical_mistake-no_rows = filen har ingen saker
historical_mistake-no_semicolons = kolonnene skal skilles med semikolon
historical_mistake-unknown_column = kolonnen er ukjent
historical_mistake-column_twice = kolonnen står to ganger
historical_mistake-column_missing = kolonnen mangler
historical_mistake-too_many_cells = raden har flere celler enn overskrifter
historical_mistake-cell_missing = mangler
historical_mistake-cell_too_long = har mer enn { $at_most } tegn
historical_mistake-control_characters = har styretegn
historical_mistake-not_a_year = må være et år mellom { $first } og { $last }
historical_mistake-not_kroner = må være kroner, som 400000 eller 249999,50
historical_mistake-not_a_day = må være en dag, som 2021-08-01 eller 01.08.2021
historical_mistake-not_an_org_number = må være et organisasjonsnummer: ni siffer, det siste er kontrollsiffer
historical_mistake-not_a_municipality = må være kommunenumre med fire siffer, med mellomrom eller komma mellom
historical_mistake-unknown_word = må være { $known }
historical_mistake-not_an_id = må være en id på 36 tegn
historical_mistake-unusable = kan ikke brukes
historical_mistake-reference_twice = står også på linje { $first_line }
historical_mistake-granted_though_not = innvilget beløp er oppgitt, men saken er ikke innvilget
historical_mistake-paid_more_than_granted = det er utbetalt mer enn det er innvilget
historical_mistake-used_more_than_paid = brukt og tilbakebetalt er til sammen mer enn utbetalt

# --- kommandolinjens ord ---
historical-file_and_office = Oppgi filen og --office, eller --template for overskriftene.
historical-encoding = { $path } er ikke UTF-8 (byte { $position }). Lagre regnearket som CSV UTF-8.
historical-identity_number = Merknaden ser ut til å ha et fødselsnummer i: { $references }. Ikke skriv om enkeltbarn.
historical-imported = { $imported } gamle saker er hentet inn, fra { $years }
historical-more = … og { $rest } feil til
historical-none = Ingen gamle saker er hentet inn.
historical-row = linje { $row }: { $mistake }
historical-row_and_column = linje { $row }, { $column }: { $mistake }
network-about = om
network-all_services = Tjenester
network-as_applied = etter søknad
network-as_applied_long = Slik søknaden { $case } beskriver det. Det registreres ved første endring.
network-asked = spurt
network-carried_over = Overførte midler fra { $year }
network-case = sak
network-cases = åpne saker
network-consent = samtykke
network-day = dag
network-days = fra–til
network-function = oppgave
network-given = gitt
network-granted = innvilget
network-has_ended = avsluttet
network-helps = Hjelp
network-id = id
network-kind = slag
network-lacks = Mangler etter { $rule_set }
network-log = Oppfølging
network-management = ledelsen i styringsgruppen
network-members = Medlemmer
network-municipalities = kommuner
network-municipality = kommune
network-name = nettverk
network-networks = nettverk
network-new_and_continued = Nye nettverk: { $new }. Videreførte: { $continued }.
network-no_log = Ingen oppfølging er ført.
network-no_such = Det finnes ikke noe nettverk { $text }. Se nettverkene med: saksgang network list
network-no_such_municipality = Det finnes ingen kommune { $text }.
network-none = Ingen nettverk er registrert eller søkt om.
network-office = embete
network-year = år
network-stage = status
network-foster_none = Ingen fosterhjemsprosjekter har fått tilskudd i { $year }.
network-office_missing = Oppgi embetet med --office.
network-one_project = bare i ett prosjekt
network-overview = Nettverk med tilskudd i { $year }
network-partner = partner
network-partners = Samarbeidspartnere
network-people = Personer
network-person = navn
network-pot = pott
network-role = rolle
network-serves = for
network-service = tjeneste
network-services = tjenester
network-several = Flere nettverk kan være ment med { $text }. Oppgi id-en:
network-several_municipalities = Flere kommuner heter { $text }. Oppgi nummeret: { $known }.
network-strand = ordning
network-text = tekst
network-too_small = for lite
network-topic = { $topic }: { $municipalities } kommuner
network-unspent = ubrukt
network-waits = venter på { $member_office }
network_activity-service_development = tjenesteutvikling
network_activity-training = opplæring
network_activity-workshops = arbeidssamlinger
network_activity-gatherings = samlinger
network_activity-guidance = veiledning
network_activity-process_support = prosesstøtte
network_activity-team_development = teamutvikling
network_activity-leadership_training = ledertrening
network_activity-foster_home_support = oppfølging av fosterhjem
network_activity-evaluation = evaluering
network_activity-other = annet
network_notice-several_projects = Nettverket søker for { $projects } prosjekter. Det er rom for flere.
network_notice-project_applied_twice = Samme prosjekt er søkt om flere ganger: { $cases }. Én søknad gjelder ett prosjekt.
network_notice-both_kinds_sought = Nettverket søker fra flere potter: { $pots }. Det kan det.
network_notice-both_pots_granted = Nettverket har fått fra flere potter samtidig: { $pots }. Det kan det.
organisation-language = målform
organisation_language-nb = bokmål
organisation_language-nn = nynorsk
organisation_language-neutral = nøytral
organisation-became = ble til
organisation-main_unit = hovedenhet
organisation-org_number = organisasjonsnummer
organisation-payee = kan få utbetalt som
organisation-unknown = Ingenting er kjent om { $text }.
outreach-attention = særskilt oppmerksomhet
outreach-in_network = i nettverk
outreach-outside_of = { $outside } av { $listed } kommuner er ikke med i noe nettverk.
project-historical = De { $count } gamle sakene vises, men teller ikke i prøvingen av rapporteringsgrensen.
project-hosts = vertskommune
project-no_such = Det finnes ikke noe prosjekt { $text }. Se prosjektene med: saksgang project list
project-none = Ingen prosjekter har søkt.
project-paid = utbetalt
project-projects = Prosjekter
project-stage = stadium
project-title = prosjekt
project-twin = «{ $title }» ligner på { $known }: samme tittel og vert i samme nettverk.
project-year = år
project-years = år
