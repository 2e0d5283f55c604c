# Før saka: nettverk, oppsøkjande arbeid, rammer, organisasjonar og gamle saker. Avslag (.mend seier kva som løyser det),
# linjer i historikken, oppgåver og kommandoar.

# --- kvifor noko ikkje vart gjort ---
refusal-day_ahead = Dagen { $given_day } er ikkje komen enno. I dag er { $today_day }.
    .mend = Skriv dagen det hende.
refusal-last_day_before_first = Siste dag, { $last_day }, er før første dag, { $first_day }.
    .mend = Rett ein av dagane.
refusal-municipality_ends_and_begins = { $municipality } står både som avvikla og som ny.
    .mend = Lat den som held fram under same nummer, berre stå som ny.
refusal-municipality_ended = { $last_day ->
        [none] { $municipality } er ikkje ein kommune den dagen.
       *[other] { $municipality } slutta å vere ein kommune etter { $last_day }.
    }
    .mend = Vel den kommunen som finst den dagen, eller rett opplysningane i organisasjonshistorikken.
refusal-municipality_unknown = Det finst ingen { $municipality } i lista eller i organisasjonshistorikken.
    .mend = Sjå etter om nummeret er rett. Ein kommune frå før 2020 må førast i organisasjonshistorikken med namn.
refusal-county_unknown = { $municipality } ligg i eit fylke som ikkje finst no.
    .mend = Registrer kva kommune han er vorten til.
refusal-main_unit_not_municipality = { $org_number } er ikkje hovudeininga til ein kommune.
    .mend = Oppgje organisasjonsnummeret til kommunen sjølv.
refusal-payee_known = { $main_unit ->
        [none] { $org_number } kan alt stå som mottakar.
       *[other] { $org_number } er alt knytt til hovudeininga { $main_unit }.
    }
    .mend = Det er ikkje naudsynt å gjere meir. Er koplinga feil, må ho avsluttast først.
refusal-payee_not_allowed = Embetet har ikkje tillate { $org_number } som mottakar den dagen.
    .mend = Sjå kva mottakarar som er tillatne.
refusal-no_such_network = Dette nettverket er ikkje registrert, og ingen søknad nemner det.
    .mend = Registrer nettverket, eller vel eit anna.
refusal-network_ended = Nettverket vart avslutta { $last_day }.
    .mend = I eit avslutta nettverk kan berre oppfølging og hjelp førast. Tek det til på nytt, må det registrerast på nytt.
refusal-no_such_application = Det finst ingen gjeldande søknad { $case_no }.
    .mend = Sjå etter om saksnummeret er rett. Trekte og avviste søknader vert ikkje overtekne.
refusal-application_of_other_network = Søknaden { $case_no } gjeld eit anna nettverk.
    .mend = Vel nettverket som søknaden nemner.
refusal-nothing_new_in_application = Alt som står i søknaden { $case_no }, er registrert frå før.
    .mend = Det er ikkje naudsynt å gjere meir.
refusal-not_a_member = { $municipality } er ikkje med i nettverket { $given_day }.
    .mend = Sjå kva kommunar som er med, og frå kva dag.
refusal-already_a_member = { $municipality } er alt med i nettverket, eller kjem med.
    .mend = Registrer samtykket om det er det som manglar.
refusal-nothing_to_agree_to = Det er ingenting å seie ja til for { $municipality }.
    .mend = Berre kommunar frå området til eit anna embete treng at det embetet seier ja.
refusal-service_serves_no_member = Tenesta { $service } gjeld ingen av kommunane som er med den dagen.
    .mend = Registrer kommunen som medlem først, eller rett kva kommunar tenesta gjeld.
refusal-service_there_already = Tenesta { $service } er registrert frå før.
    .mend = Ei interkommunal teneste vert ført éin gong, med alle kommunane sine. Avslutt den gamle om opplysningane er endra.
refusal-no_such_project = Nettverket har ikkje noko prosjekt { $project_id }.
    .mend = Vel eit prosjekt i nettverket, eller lat tenesta vere med i heile nettverket.
refusal-no_such_number = Det finst ikkje noko nummer { $number } i nettverket.
    .mend = Sjå nummera i oversynet over nettverket.
refusal-ended_already = Nummer { $number } er avslutta frå før, { $last_day }.
    .mend = Det er ikkje naudsynt å gjere meir.
refusal-partner_there_already = { $partner_name } er registrert som samarbeidspartnar frå før.
    .mend = Det er ikkje naudsynt å gjere meir.
refusal-municipality_of_other_office = { $municipality } høyrer ikkje til { $office } dette året.
    .mend = Vel ein kommune i området til embetet.
refusal-ticked_already = { $tick ->
        [invited] Alle desse kommunane er førte som inviterte frå før.
        [answered] Alle desse kommunane er førte med svar frå før.
       *[joined] Alle desse kommunane er førte som med frå før.
    }
    .mend = Det er ikkje naudsynt å gjere meir.
refusal-not_ticked = { $tick ->
        [invited] { $municipality } er ikkje ført som invitert.
        [answered] { $municipality } er ikkje ført med svar.
       *[joined] { $municipality } er ikkje ført som med.
    }
    .mend = Sjå lista slik ho er no.
refusal-pot_not_in_mandate = Fullmakta har inga ramme for { $pot }. Ho har: { $pots }.
    .mend = Vel ei ramme som står i tildelingsbrevet.
refusal-transfer_not_whole_kroner = { $amount_ore } er ikkje heile kroner.
    .mend = Rammer vert flytta i heile kroner.
refusal-directorates_document_missing = Pengar til { $pot } kan ikkje flyttast utan at direktoratet har sagt ja.
    .mend = Legg ved svaret frå direktoratet, og oppgje referansen.
refusal-not_enough_free_money = Det er { $free_ore } fritt i ramma for { $pot }, og { $amount_ore } skulle flyttast.
    .mend = Flytt høgst det som er fritt. Det som er løyvd, kan ikkje flyttast.
refusal-historical_year_ahead = { $year } er ikkje kome enno.
    .mend = Berre saker frå tidlegare år og i år kan hentast inn.
refusal-historical_case_there_already = Desse sakene er henta inn frå før, eller står to gonger: { $references }.
    .mend = Ta dei ut av fila. Ingenting er lagra.
refusal-historical_case_of_other_year = Fila har saker frå andre år enn { $year }.
    .mend = Del fila etter tilskotsår.
refusal-historical_date_not_open = Ingenting er venta i saka { $reference } på den datoen.
    .mend = Sjå kva datoar som er opne i gamle saker.

# --- historikken ---
event-NetworkRegistered = { $case_no ->
        [none] Nettverket «{ $network_name }» registrert frå { $from_day }
       *[other] Nettverket «{ $network_name }» registrert frå søknaden { $case_no }
    }
    .name = registrert nettverk
event-NetworkRenamed = Nettverket heiter no «{ $network_name }»
    .name = nytt namn på nettverket
event-NetworkEnded = Nettverket avslutta { $last_day }
    .name = avslutta nettverk
event-MemberJoined = { $municipality } med frå { $from_day }{ $consented_on ->
        [none] , utan registrert samtykke
       *[other] , samtykke { $consented_on }
    }{ $agreed ->
        [true] {""}
       *[other] . Ventar på at { $member_office } seier ja
    }
    .name = nytt medlem
event-MemberConsented = { $municipality } samtykte { $consented_on }
    .name = samtykke
event-MemberLeft = { $municipality } gjekk ut, siste dag { $last_day }
    .name = kommune gjekk ut
event-MembershipAgreed = { $member_office } sa ja til at { $municipality } er med
    .name = ja frå det andre embetet
event-ServiceJoined = Tenesta «{ $service }» ({ $service_kind }) med frå { $from_day }{ $project_id ->
        [none] {""}
       *[other] , berre i eitt prosjekt
    }
    .name = ny teneste
event-ServiceLeft = Tenesta «{ $service }» ikkje lenger med, siste dag { $last_day }
    .name = teneste gjekk ut
event-PersonNamed = { $function ->
        [leader] Leiar for nettverket
        [steering] Medlem av styringsgruppa
        [representative] Representant
       *[contact] Kontaktperson
    }{ $municipality ->
        [none] {""}
       *[other] {" "}frå { $municipality }
    } frå { $from_day } ({ $role })
    .name = ny person
event-PersonStoodDown = { $function ->
        [leader] Leiar for nettverket
        [steering] Medlem av styringsgruppa
        [representative] Representant
       *[contact] Kontaktperson
    }{ $municipality ->
        [none] {""}
       *[other] {" "}frå { $municipality }
    } gjekk ut, siste dag { $last_day }
    .name = person gjekk ut
event-SteeringGroupStated = { $management ->
        [true] Søknaden { $case_no } seier at nettverket har styringsgruppe med kommuneleiinga
       *[other] Søknaden { $case_no } seier at nettverket har styringsgruppe
    }
    .name = styringsgruppe etter søknaden
event-PartnerJoined = { $partner_kind ->
        [knowledge_environment] Kunnskapsmiljø
        [bufetat] Bufetat
        [ks] KS
        [leadership_environment] Leiingsfagleg miljø
       *[other] Samarbeidspartnar
    }: { $partner_name } med frå { $from_day }
    .name = ny samarbeidspartnar
event-PartnerLeft = Samarbeidet med { $partner_name } avslutta { $last_day }
    .name = avslutta samarbeid
event-HelpAsked = Hjelp nr. { $number } etterspurd { $asked_on }{ $asked_by ->
        [office] {" "}av embetet
        [municipality] {" "}av ein kommune
       *[network] {" "}av nettverket
    }
    .name = spørsmål om hjelp
event-HelpGiven = Hjelp nr. { $number } gjeven { $given_on }
    .name = gjeven hjelp
event-FollowedUp = { $entry ->
        [contact] Kontakt
        [meeting] Møte
       *[note] Notat
    } { $held_on }
    .name = oppfølging
event-MunicipalitiesReorganised = Kommunar endra frå { $from_day }: { $ended } vart { $begun }
    .name = endra kommunar
event-OrgNumberVerified = Organisasjonsnummeret til { $municipality } er { $org_number }
    .name = kontrollert organisasjonsnummer
event-MunicipalityLanguageSet = Målforma til { $municipality } er { $adopted }
    .name = målform
event-SubUnitMapped = Undereininga { $unit_name } ({ $sub_unit }) høyrer til { $main_unit }, frå { $from_day }
    .name = undereining knytt til kommunen
event-PayeeAllowed = { $payee_name } ({ $org_number }) tillaten som mottakar frå { $from_day }
    .name = tillaten mottakar
event-PayeeStopped = { $org_number } ikkje lenger tillaten som mottakar, siste dag { $last_day }
    .name = mottakar ikkje lenger tillaten
event-MunicipalitiesTicked = { $tick ->
        [invited] Invitert
        [answered] Svar motteke
       *[joined] Vart med
    } { $ticked_on }: { $ticked } kommunar
    .name = oppsøkjande arbeid
event-MunicipalityUnticked = { $tick ->
        [invited] Invitasjon
        [answered] Svar
       *[joined] Deltaking
    } stroke for { $municipality }
    .name = stroke kryss
event-AttentionMarked = { $marked ->
        [true] { $municipality } merkt for særskild merksemd
       *[other] { $municipality } ikkje lenger merkt for særskild merksemd
    }
    .name = særskild merksemd
event-FrameTransferred = { $amount_ore } flytta frå { $from_pot ->
        [learning] læringsnettverk
        [leader] barnevernsleiarnettverk
        [self_initiated] eigeninitierte prosjekt
        [foster_home] fosterheimsprosjekt
       *[other] { $from_pot }
    } til { $to_pot ->
        [learning] læringsnettverk
        [leader] barnevernsleiarnettverk
        [self_initiated] eigeninitierte prosjekt
        [foster_home] fosterheimsprosjekt
       *[other] { $to_pot }
    }{ $reference ->
        [none] {""}
       *[other] , referansen til direktoratet { $reference }
    }
    .name = flytta ramme
event-HistoricalCaseImported = Gammal sak { $reference } henta inn: «{ $project_title }»{ $granted_ore ->
        [none] {""}
       *[other] , løyvd { $granted_ore }
    }
    .name = innhenta gammal sak
event-HistoricalDateMet = Gammal sak { $reference }: { $date_kind ->
        [use_until] bruksfristen
        [report_due] rapporten
       *[audit_due] revisorstadfestinga
    } er i orden { $met_on }
    .name = oppfylt dato i gammal sak

# --- oppgåver som ikkje høyrer til ei sak ---
task-register_mandate = Registrer tildelingsbrevet med rammene
task-review_rules = Retningslinene for neste år er ikkje lagde inn: ingen runde kan opnast
task-follow_up_network = Følg opp nettverket: det er eit år sidan sist
task-membership_below_minimum = Nettverket er for lite: skaff ein medlem, endre søknaden eller avslutt
task-agree_to_member = Ta stilling til at kommunen er med i eit nettverk ved eit anna embete
task-await_agreement = Vent på at det andre embetet seier ja til medlemmen
task-member_reorganised = Kommunen er slegen saman eller delt: avklar kven som er med vidare
task-host_not_payable = Verten kan ikkje lenger få utbetalt: avklar ny mottakar og kontroller kontonummeret
task-answer_help = Nettverket har bede om hjelp: følg det opp
task-reach_out = Kommunar er ikkje med i noko nettverk: inviter dei
task-historical_date = Gammal sak: sjå til at det som var venta, er kome

# --- det ein kan gjere, i infinitiv ---
command-register_network = registrere eit nettverk
command-take_application = overta det som står i søknaden
command-rename_network = gje nettverket nytt namn
command-end_network = avslutte nettverket
command-join_network = ta ein kommune med i nettverket
command-consent_to_network = registrere samtykke
command-leave_network = la ein kommune gå ut av nettverket
command-agree_to_member = seie ja til at kommunen er med
command-add_service = registrere ei teneste
command-end_service = avslutte ei teneste
command-name_person = registrere ein person i nettverket
command-stand_down = avslutte oppgåva til ein person i nettverket
command-add_partner = registrere ein samarbeidspartnar
command-end_partner = avslutte eit samarbeid
command-ask_help = registrere at nokon bed om hjelp
command-give_help = registrere at hjelp er gjeven
command-log_follow_up = føre oppfølging
command-reorganise_municipalities = registrere at kommunar er endra
command-verify_org_number = registrere eit kontrollert organisasjonsnummer
command-set_municipality_language = registrere målforma til ein kommune
command-map_sub_unit = knyte ei undereining til kommunen
command-allow_payee = tillate ein annan mottakar
command-stop_payee = stanse ein mottakar
command-tick_municipalities = krysse av for kommunar
command-untick_municipality = stryke eit kryss
command-mark_attention = merkje for særskild merksemd
command-transfer_money = flytte pengar mellom rammer
command-import_historical = hente inn gamle saker
command-meet_historical_date = melde ein dato i ei gammal sak oppfylt

# --- orda for kodane ---
network_partner-knowledge_environment = kunnskapsmiljø
network_partner-bufetat = Bufetat
network_partner-ks = KS
network_partner-leadership_environment = leiingsfagleg miljø
network_partner-other = annan partnar
network_function-leader = leiar
network_function-steering = styringsgruppe
network_function-representative = representant
network_function-contact = kontaktperson
network_follow_up-contact = kontakt
network_follow_up-meeting = møte
network_follow_up-note = notat
network_region-ost = region aust
network_region-sor = region sør
network_region-vest = region vest
network_region-midt = region Midt-Noreg
network_region-nord = region nord
network_asker-office = embetet
network_asker-municipality = ein kommune
network_asker-network = nettverket
outreach_tick-invited = invitert
outreach_tick-answered = svart
outreach_tick-joined = med
outreach_access-open = offentleg
outreach_access-internal = internt
outreach_access-confidential = unnateke offentlegheit
organisation_form-task_community = kommunalt oppgåvefellesskap
organisation_form-intermunicipal_company = interkommunalt selskap
organisation_form-other = anna form
organisation_kind-municipality = kommune
organisation_kind-sub_unit = undereining av ein kommune
organisation_kind-allowed = tillaten av leiar
historical_decided-granted = løyvd
historical_decided-rejected = avslått
historical_decided-dismissed = avvist
historical_decided-withdrawn = trekt
historical_date-use_until = bruksfrist
historical_date-report_due = rapportfrist
historical_date-audit_due = revisjonsfrist
historical_mistake-too_many_rows = fila har meir enn { $at_most } rader; del ho
historical_mistake-not_csv = rada kan ikkje lesast: eit hermeteikn vert opna eller lukka på feil stad
historical_mistake-no_rows = fila har ingen saker
historical_mistake-no_semicolons = kolonnane skal skiljast med semikolon
historical_mistake-unknown_column = kolonnen er ukjend
historical_mistake-column_twice = kolonnen står to gonger
historical_mistake-column_missing = kolonnen manglar
historical_mistake-too_many_cells = rada har fleire celler enn overskrifter
historical_mistake-cell_missing = manglar
historical_mistake-cell_too_long = har meir enn { $at_most } teikn
historical_mistake-control_characters = har styreteikn
historical_mistake-not_a_year = må vere eit år mellom { $first } og { $last }
historical_mistake-not_kroner = må vere kroner, som 400000 eller 249999,50
historical_mistake-not_a_day = må vere ein dag, som 2021-08-01 eller 01.08.2021
historical_mistake-not_an_org_number = må vere eit organisasjonsnummer: ni siffer, det siste er kontrollsiffer
historical_mistake-not_a_municipality = må vere kommunenummer med fire siffer, med mellomrom eller komma mellom
historical_mistake-unknown_word = må vere { $known }
historical_mistake-not_an_id = må vere ein id på 36 teikn
historical_mistake-unusable = kan ikkje brukast
historical_mistake-reference_twice = står òg på linje { $first_line }
historical_mistake-granted_though_not = løyvd beløp er oppgjeve, men saka er ikkje løyvd
historical_mistake-paid_more_than_granted = det er utbetalt meir enn det er løyvd
historical_mistake-used_more_than_paid = brukt og tilbakebetalt er til saman meir enn utbetalt

# --- orda til kommandolina ---
historical-file_and_office = Oppgje fila og --office, eller --template for overskriftene.
historical-encoding = { $path } er ikkje UTF-8 (byte { $position }). Lagre reknearket som CSV UTF-8.
historical-identity_number = Merknaden ser ut til å ha eit fødselsnummer i: { $references }. Ikkje skriv om einskilde barn.
historical-imported = { $imported } gamle saker er henta inn, frå { $years }
historical-more = … og { $rest } feil til
historical-none = Ingen gamle saker er henta inn.
historical-row = linje { $row }: { $mistake }
historical-row_and_column = linje { $row }, { $column }: { $mistake }
network-about = om
network-all_services = Tenester
network-as_applied = etter søknad
network-as_applied_long = Slik søknaden { $case } skildrar det. Det vert registrert ved første endring.
network-asked = spurt
network-carried_over = Overførte midlar frå { $year }
network-case = sak
network-cases = opne saker
network-consent = samtykke
network-day = dag
network-days = frå–til
network-function = oppgåve
network-given = gjeve
network-granted = løyvd
network-has_ended = avslutta
network-helps = Hjelp
network-id = id
network-kind = slag
network-lacks = Manglar etter { $rule_set }
network-log = Oppfølging
network-management = leiinga i styringsgruppa
network-members = Medlemmer
network-municipalities = kommunar
network-municipality = kommune
network-name = nettverk
network-networks = nettverk
network-new_and_continued = Nye nettverk: { $new }. Vidareførte: { $continued }.
network-no_log = Inga oppfølging er ført.
network-no_such = Det finst ikkje noko nettverk { $text }. Sjå nettverka med: saksgang network list
network-no_such_municipality = Det finst ingen kommune { $text }.
network-none = Ingen nettverk er registrerte eller søkte om.
network-office = embete
network-year = år
network-stage = status
network-foster_none = Ingen fosterheimsprosjekt har fått tilskot i { $year }.
network-office_missing = Oppgje embetet med --office.
network-one_project = berre i eitt prosjekt
network-overview = Nettverk med tilskot i { $year }
network-partner = partnar
network-partners = Samarbeidspartnarar
network-people = Personar
network-person = namn
network-pot = pott
network-role = rolle
network-serves = for
network-service = teneste
network-services = tenester
network-several = Fleire nettverk kan vere meinte med { $text }. Oppgje id-en:
network-several_municipalities = Fleire kommunar heiter { $text }. Oppgje nummeret: { $known }.
network-strand = ordning
network-text = tekst
network-too_small = for lite
network-topic = { $topic }: { $municipalities } kommunar
network-unspent = ubrukt
network-waits = ventar på { $member_office }
network_activity-service_development = tenesteutvikling
network_activity-training = opplæring
network_activity-workshops = arbeidssamlingar
network_activity-gatherings = samlingar
network_activity-guidance = rettleiing
network_activity-process_support = prosesstøtte
network_activity-team_development = teamutvikling
network_activity-leadership_training = leiartrening
network_activity-foster_home_support = oppfølging av fosterheimar
network_activity-evaluation = evaluering
network_activity-other = anna
network_notice-several_projects = Nettverket søkjer for { $projects } prosjekt. Det er rom for fleire.
network_notice-project_applied_twice = Det same prosjektet er søkt om fleire gonger: { $cases }. Éin søknad gjeld eitt prosjekt.
network_notice-both_kinds_sought = Nettverket søkjer frå fleire pottar: { $pots }. Det kan det.
network_notice-both_pots_granted = Nettverket har fått frå fleire pottar samtidig: { $pots }. Det kan det.
organisation-language = målform
organisation_language-nb = bokmål
organisation_language-nn = nynorsk
organisation_language-neutral = nøytral
organisation-became = vart til
organisation-main_unit = hovudeining
organisation-org_number = organisasjonsnummer
organisation-payee = kan få utbetalt som
organisation-unknown = Ingenting er kjent om { $text }.
outreach-attention = særskild merksemd
outreach-in_network = i nettverk
outreach-outside_of = { $outside } av { $listed } kommunar er ikkje med i noko nettverk.
project-historical = Dei { $count } gamle sakene er viste, men tel ikkje i prøvinga av rapporteringsgrensa.
project-hosts = vertskommune
project-no_such = Det finst ikkje noko prosjekt { $text }. Sjå prosjekta med: saksgang project list
project-none = Ingen prosjekt har søkt.
project-paid = utbetalt
project-projects = Prosjekt
project-stage = stadium
project-title = prosjekt
project-twin = «{ $title }» liknar på { $known }: same tittel og vert i same nettverk.
project-year = år
project-years = år
