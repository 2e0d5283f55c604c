# Hvorfor noe ikke ble gjort (meldingen selv), og hva som løser det (.mend). Regelen vises ved siden av.
# Tekst som ikke finnes, og tomme lister, kommer som "none".

refusal-account_not_confirmed = Kommunen har ikke bekreftet kontonummeret.
    .mend = Be kommunens signatar bekrefte kontonummeret.
refusal-already_anchored = { $municipality } har allerede bekreftet forankringen.
    .mend = Du trenger ikke gjøre noe mer.
refusal-already_assigned = Saken er allerede fordelt til { $officer }.
    .mend = Velg en annen saksbehandler, eller la saken stå som den er.
refusal-already_host = Organisasjonsnummeret { $org_number } er alt vertskommunens.
    .mend = Oppgi nummeret til kommunen som overtar.
refusal-already_seconded = Du har allerede lest rapporten for { $duty } som medleser.
    .mend = La en annen godkjenne den.
refusal-already_submitted = Søknaden er allerede registrert som sak { $case_no }.
    .mend = Gå til saken. Skal søknaden endres, må den returneres for utfylling.
refusal-already_there = Saken er alt hos { $office }.
    .mend = Velg et annet embete.
refusal-amount_differs = Beløpet { $given_ore } er et annet enn det som er bestilt, { $ordered_ore }.
    .mend = Registrer beløpet som står i betalingsordren, eller meld at ordren kom i retur.
refusal-amount_missing = Innstillingen er å innvilge, men beløpet mangler.
    .mend = Oppgi et beløp, eller innstill på avslag.
refusal-anchored_in_future = Forankringen kan ikke være datert { $given_day }. I dag er { $today_day }.
    .mend = Oppgi dagen forankringen ble vedtatt.
refusal-anchoring_not_asked = Regelverket for denne saken spør ikke om forankring i hver kommune.
    .mend = Du trenger ikke gjøre noe.
refusal-another_application = Det som er sendt inn, hører ikke til denne saken. Saken gjelder { $strand } med søker { $host }, og søker, nettverk og prosjekttype må være de samme.
    .mend = Send den samme søknaden med det som manglet, eller send en ny søknad.
refusal-application_lacks = Søknaden mangler noe den må ha for at det kan gis tilskudd: { $lacking }.
    .mend = Returner søknaden for utfylling, eller innstill på avslag.
refusal-application_not_acceptable = Søknaden kan ikke sendes inn ennå: { $findings }.
    .mend = Rett dette i søknaden, og send den inn på nytt.
refusal-approver_is_officer = Den som godkjenner, kan ikke være den som har vurdert saken eller har den til behandling.
    .mend = La en annen leder godkjenne.
refusal-approver_is_recommender = Den som har skrevet innstillingen, kan ikke også godkjenne den.
    .mend = En annen leder må godkjenne.
refusal-approver_is_second_reader = Den som godkjenner rapporten, kan ikke være medleseren.
    .mend = La en annen ved embetet godkjenne den.
refusal-assessor_disqualified = Vurderingen er skrevet av { $officer }, som er inhabil i saken.
    .mend = Vurder søknaden på nytt før du innstiller.
refusal-attestor_is_approver = Den som har godkjent tilskuddet, kan ikke også attestere utbetalingen.
    .mend = En annen attestant må attestere.
refusal-attestor_is_orderer = Den som har bestilt utbetalingen, kan ikke også attestere den.
    .mend = En annen attestant må attestere.
refusal-attestor_is_recommender = Den som har skrevet innstillingen, kan ikke også attestere utbetalingen. Slik er embetet satt opp.
    .mend = En annen attestant må attestere.
refusal-audit_differs = Revisor bekrefter et annet beløp enn det som er rapportert. Rapportert er { $reported_ore }, og forskjellen er { $difference_ore }.
    .mend = Skriv hva forskjellen kommer av, eller send revisorbekreftelsen tilbake.
refusal-audit_required = { $limit_ore ->
        [none] Tilskuddet på { $basis_ore } har rapporteringsplikt, og da hører revisjon med.
       *[other] Tilskuddet på { $basis_ore } er over grensen på { $limit_ore }, og da skal regnskapet revideres.
    }
    .mend = { $limit_ore ->
        [none] Sett krav om revisjon med frist i brevet, eller skriv hvorfor revisjon ikke kreves.
       *[other] Sett krav om revisjon med frist i brevet.
    }
refusal-audit_without_report = Brevet krever revisjon uten å kreve rapportering.
    .mend = Krev rapportering, eller ta bort kravet om revisjon.
refusal-authority_lapsed = Fullmakten til å utbetale tilskudd for { $year } gikk ut 31.12.{ $year }.
    .mend = En leder må avgjøre hva som skal skje med tilskuddet. Utbetaling nå krever ny fullmakt fra direktoratet.
refusal-beyond_write_off_authority = { $limit_ore ->
        [none] Embetet har ikke satt noen grense for hva en leder kan gi opp av et krav. Det gjelder også { $amount_ore }.
       *[other] { $amount_ore } er mer enn en leder ved embetet kan gi opp av et krav. Grensen er { $limit_ore }.
    }
    .mend = Legg saken fram for direktoratet, og oppgi referansen til svaret.
refusal-by_hand_is_for_officers = Saksbehandler registrerer søknader for hånd, og kommunens signatar sender inn selv. Du handler som { $role }.
    .mend = Velg registrering for hånd hvis du er saksbehandler. Kommunen sender inn uten det valget.
refusal-case_has_moved_on = Saken er endret etter at du så den. Nytt siden da: { $events }.
    .mend = Se saken slik den er nå, ved hendelse { $seq }, og prøv igjen.
refusal-choice_needs_reason = { $limit_ore ->
        [none] Regelverket sier ikke hva som gjelder for { $basis_ore }. En person må velge og begrunne valget.
       *[other] Regelverket sier ikke hva som gjelder her: prosjektet har { $basis_ore }, og grensen er { $limit_ore }. En person må velge og begrunne valget.
    }
    .mend = Velg hva brevet skal kreve, og skriv en intern begrunnelse.
refusal-claim_above_audit = Etter revisors tall er { $unused_ore } ubrukt, men { $claimed_ore } er krevd tilbake som ubrukt.
    .mend = Be lederen sette ned kravet eller frafalle forslaget først. Det gjelder også et krav som er betalt: det som kom inn for mye, betales tilbake.
refusal-claim_not_lower = { $amount_ore ->
        [none] Det er ikke sagt hvor mye som fortsatt kreves. Kravet er på { $claimed_ore }.
       *[other] Kravet er på { $claimed_ore }, og kan bare gjøres om til et lavere beløp. Oppgitt er { $amount_ore }.
    }
    .mend = Oppgi hvor mye som fortsatt kreves, eller 0. Høyere krav foreslås som et nytt.
refusal-claim_not_ready = Krav { $claim } er { $state }, og da kan ikke dette gjøres.
    .mend = Gjør det steget som kravet venter på.
refusal-claim_notice_missing = Krav { $claim } gjelder noe kommunen ikke selv har meldt fra om, og kommunen er ikke varslet.
    .mend = Varsle kommunen, og vent på svaret eller på at svarfristen går ut.
refusal-claim_open = Saken kan ikke avsluttes før pengene er gjort opp. Det som ikke er krevd tilbake ennå, er { $unclaimed_ore }. Åpne krav kommer i tillegg.
    .mend = Krev tilbake det som er ubrukt, og gjør ferdig de kravene som er åpne.
refusal-claim_reply_awaited = Kommunen kan svare på varselet om krav { $claim } til { $last_day }.
    .mend = Vent på svaret, eller til fristen er ute.
refusal-collected_audit_not_allowed = Regelverket for denne saken åpner ikke for samlet revisjon.
    .mend = Krev revisjon for hvert år.
refusal-collection_first = Krav { $claim } er ikke forsøkt innkrevd, og kan ikke avskrives som uerholdelig.
    .mend = Send kravet til innkreving først, eller ettergi det med begrunnelse.
refusal-command_id_reused = Kommandonummeret { $command_id } er brukt før, med et annet innhold.
    .mend = Send det nye med et nytt kommandonummer.
refusal-condition_not_met = Et vilkår er ikke oppfylt: { $condition }.
    .mend = Registrer at vilkåret er oppfylt når embetet har sett at det er det.
refusal-controls_not_done = Disse kontrollene er ikke gjort: { $controls }.
    .mend = Gjør kontrollene, og kryss av for dem.
refusal-criteria_missing = Runden har ingen kriterier. Søkerne skal kjenne kriteriene før de søker.
    .mend = Legg inn kriteriene, på bokmål og nynorsk.
refusal-criteria_of_rules_missing = Runden mangler kriterier som regelverket { $rule_set } krever: { $criteria }.
    .mend = Ta dem med i runden, på bokmål og nynorsk.
refusal-criteria_unanswered = Disse kriteriene er ikke vurdert: { $criteria }.
    .mend = Svar på hvert kriterium, med begrunnelse.
refusal-criteria_unknown = Disse svarene passer ikke til kriteriene i runden: { $criteria }.
    .mend = Svar én gang på hvert kriterium i runden, og ikke på andre.
refusal-cut_without_reason = Innstillingen er på { $amount_ore }, mindre enn de { $applied_ore } kommunen søkte om, og det står ikke hvorfor.
    .mend = Skriv hva som ikke er innvilget, og hvorfor. Det står i brevet.
refusal-day_not_in_future = Fristen { $given_day } er ikke fram i tid. I dag er det { $today_day }.
    .mend = Sett en frist som ligger etter i dag.
refusal-deferral_not_longer = { $given_day } er ikke senere enn betalingsfristen, som er { $due_day }.
    .mend = Sett en senere dag.
refusal-directorate_answer_missing = Direktoratet har ikke svart. Uten svaret kan ikke bruksfristen flyttes.
    .mend = Spør direktoratet, og registrer svaret med referanse.
refusal-directorate_said_no = Direktoratet sa nei i { $reference }. Da kan ikke bruksfristen flyttes.
    .mend = Si nei til kommunen.
refusal-decider_is_proposer = Den som har foreslått kravet, kan ikke også avgjøre det.
    .mend = En leder som ikke har foreslått kravet, må avgjøre det.
refusal-discretionary_not_allowed = Tilskuddet er under grensen, og regelverket åpner ikke for å kreve rapport likevel.
    .mend = Skriv i vilkårene at rapportering ikke kreves.
refusal-dismissal_not_recommended = Ingen saksbehandler har innstilt på å avvise søknaden fordi { $ground }.
    .mend = La en saksbehandler innstille på avvisning først.
refusal-disqualified = Du har meldt at du er inhabil i denne saken.
    .mend = En annen må ta saken. Er du likevel habil, må du avgi en ny erklæring.
refusal-duties_open = { $duties ->
        [none] Saken kan ikke avsluttes på denne måten slik den står nå.
       *[other] Rapport eller revisorbekreftelse gjenstår for { $duties }.
    }
    .mend = Gjør ferdig rapporter og revisorbekreftelser først.
refusal-duty_not_ready = Det som gjelder { $duty }, er { $state } og kan ikke { $wanted } nå.
    .mend = Gjør det steget som rapporten eller revisorbekreftelsen venter på.
refusal-early_end_source_missing = Embetet avslutter ikke et prosjekt på egen hånd: kommunens egen melding må være journalført.
    .mend = Oppgi journalposten med kommunens melding. Vil kommunen ikke avslutte, må tilskuddet omgjøres eller bruddet kreves tilbake, etter varsel.
refusal-end_day_impossible = { $given_day } kan ikke være sluttdato. Den må ligge etter vedtaket, ikke etter bruksfristen og ikke fram i tid.
    .mend = Oppgi den dagen prosjektet faktisk ble avsluttet.
refusal-extension_not_longer = { $given_day } er ikke senere enn fristen som gjelder, { $last_day }.
    .mend = Velg en dag etter { $last_day }.
refusal-extension_open = Kommunen har bedt om lengre bruksfrist og har ikke fått svar.
    .mend = Avgjør ønsket om lengre frist først.
refusal-frame_below_committed = Rammen for { $pot } blir { $amount_ore }, men { $committed_ore } er allerede innvilget.
    .mend = Sett rammen til minst det som er innvilget.
refusal-frame_exceeded = Tilskuddet på { $amount_ore } går { $over_ore } over rammen for { $pot }. Rammen er { $frame_ore }, og { $committed_ore } er innvilget fra før.
    .mend = Sett ned beløpet med minst { $over_ore }, eller registrer en større ramme fra direktoratet.
refusal-host_not_municipality = Organisasjonsnummeret { $org_number } hører ikke til en kommune, og tilskuddet betales bare til kommuner.
    .mend = Oppgi vertskommunens organisasjonsnummer.
refusal-host_of_other_office = Vertskommunen hører til { $host_office }, ikke { $office }.
    .mend = Søk i en runde hos { $host_office }.
refusal-impartiality_not_declared = Du har ikke sagt om du er habil i denne saken.
    .mend = Avgi habilitetserklæringen, og prøv igjen.
refusal-internal_justification_missing = Rapport kreves selv om tilskuddet er under grensen. Da skal det begrunnes internt.
    .mend = Skriv den interne begrunnelsen, eller ta bort kravet om rapport.
refusal-kid_invalid = KID-nummeret { $kid } stemmer ikke med kontrollsifferet.
    .mend = Skriv av KID-nummeret fra fakturaen på nytt.
refusal-kid_taken = KID-nummeret { $kid } står på et annet krav.
    .mend = Gi hvert krav sitt eget KID-nummer.
refusal-late_not_decided = Søknaden kom etter fristen, og det er ikke avgjort om den tas opp.
    .mend = En leder må ta opp søknaden eller avvise den.
refusal-leader_effect_not_assessed = Det er ikke vurdert om tiltaket styrker barnevernslederne i arbeidet deres.
    .mend = Svar ja eller nei, med begrunnelse.
refusal-less_than_claimed = Dere oppgir { $unused_ore } som ubrukt, men { $claimed_ore } er alt krevd tilbake som ubrukt.
    .mend = Ta det som er krevd tilbake, med i det som er ubrukt.
refusal-more_than_applied = { $amount_ore } er mer enn kommunen har søkt om, som er { $applied_ore }.
    .mend = Sett beløpet til høyst { $applied_ore }.
refusal-more_than_can_be_claimed = { $given_ore } er mer enn det som kan kreves tilbake, som er { $most_ore }.
    .mend = Sett kravet til høyst { $most_ore }.
refusal-more_than_outstanding = { $given_ore } er mer enn det som gjenstår av kravet, som er { $outstanding_ore }.
    .mend = Avskriv høyst { $outstanding_ore }.
refusal-more_than_paid = { $given_ore } er mer enn det som er utbetalt, som er { $paid_ore }.
    .mend = Oppgi det som er ubrukt av tilskuddet, høyst { $paid_ore }.
refusal-more_without_reason = Innstillingen er på { $amount_ore }, mer enn de { $applied_ore } kommunen søkte om, og det står ikke hvorfor.
    .mend = Skriv hvorfor det gis mer, eller sett beløpet ned.
refusal-need_not_assessed = Det er ikke vurdert om nettverket trenger et kunnskapsmiljø.
    .mend = Svar ja eller nei, med begrunnelse.
refusal-no_change_asked = Kommunen har ikke bedt om noen endring som venter på svar.
    .mend = Registrer ønsket først.
refusal-no_extension_asked = Ingen ber nå om lengre bruksfrist i saken.
    .mend = Registrer ønsket fra kommunen først.
refusal-no_mandate = Det er ikke registrert fullmakt fra direktoratet for { $office } i { $year } som dekker { $pot }.
    .mend = Registrer tildelingsbrevet med rammen.
refusal-no_payment_waits = Ingen utbetaling i saken er { $state }.
    .mend = Gjør steget før først: bestill, attester, og registrer så betalingen.
refusal-no_pot = { $project_type ->
        [none] Prosjekttypen er ikke oppgitt, og { $rule_set } har egne potter for hver type { $strand }.
       *[other] { $rule_set } har ingen pott for { $strand } med prosjekttypen { $project_type }.
    }
    .mend = Oppgi en prosjekttype som regelverket har en pott for.
refusal-no_such_case = Saken finnes ikke.
    .mend = Se etter at saksnummeret er riktig.
refusal-no_such_claim = Saken har ikke noe krav nummer { $claim }.
    .mend = Velg et av kravene i saken.
refusal-no_such_condition = { $open ->
        [none] Saken har ingen åpne vilkår, og { $condition } er ikke et av dem.
       *[other] { $condition } er ikke et åpent vilkår i saken. Åpent er { $open }.
    }
    .mend = Velg et vilkår som står åpent i saken.
refusal-no_such_duty = { $duties ->
        [none] Saken har ingen slik plikt, heller ikke for { $duty }.
       *[other] Saken har ingen slik plikt for { $duty }. Den har for { $duties }.
    }
    .mend = Velg en rapport eller revisorbekreftelse som saken har.
refusal-no_such_round = Søknadsrunden finnes ikke.
    .mend = Velg en runde som er kunngjort.
refusal-no_such_rule_set = Regelverket { $rule_set } finnes ikke her.
    .mend = Velg et av disse: { $known }.
refusal-no_transfer_asked = Ingen har bedt et annet embete om å overta saken.
    .mend = Embetet som har saken, må be om det først.
refusal-not_late = Søknaden kom innen fristen og kan ikke avvises som for sen.
    .mend = Velg en annen grunn, eller behandle søknaden.
refusal-not_possible_now = { $possible ->
        [none] Det er ikke mulig å { $command } nå. Saken står på stadiet «{ $stage }», og ingenting gjenstår.
       *[other] Det er ikke mulig å { $command } nå. Saken står på stadiet «{ $stage }».
    }
    .mend = { $possible ->
        [none] Saken er ferdig behandlet.
       *[other] Neste mulige steg er å { $possible }.
    }
refusal-nothing_to_remind_of = Ingenting ventes fra kommunen i denne saken nå.
    .mend = Vent til kommunen har noe å svare på, levere eller betale.
refusal-person_required = Et program uten en person bak kan ikke { $command }: det krever et menneskes egen vurdering.
    .mend = La en person gjøre det med egen innlogging, på nettsidene eller med et token som gjelder personen.
refusal-reminded_today = Kommunen er allerede minnet i dag.
    .mend = Send en ny påminnelse en annen dag.
refusal-not_ranked = Avslaget er begrunnet med prioritering eller ramme, men saken er ikke plassert blant søknadene i runden.
    .mend = Plasser saken med begrunnelse først.
refusal-not_whole_kroner = Et tilskudd gis i hele kroner, og { $amount_ore } har øre.
    .mend = Rund av til hele kroner.
refusal-not_your_case = { $officer ->
        [none] Saken er ikke fordelt til noen ennå.
       *[other] Saken er fordelt til { $officer }, ikke til deg.
    }
    .mend = Få saken fordelt til deg, eller la den som har den, gjøre dette.
refusal-nothing_overpaid = Det er ikke betalt for mye på krav { $claim }.
    .mend = Se hva som er registrert på kravet.
refusal-officer_disqualified = { $officer } har meldt at hun eller han er inhabil i saken.
    .mend = Velg en annen saksbehandler.
refusal-officer_has_not_declared = { $officer } har ikke sagt om hun eller han er habil i saken.
    .mend = Be saksbehandleren avgi habilitetserklæring, og fordel saken etterpå.
refusal-orderer_is_recommender = Den som har skrevet innstillingen, kan ikke også bestille utbetalingen.
    .mend = En annen leder må bestille utbetalingen.
refusal-other_municipality = Du handler for { $unit }, og saken hører til en annen kommune.
    .mend = Velg den kommunen du skal handle for, eller be vertskommunen gjøre dette.
refusal-other_office = Du handler for { $unit }, og dette hører til et annet embete.
    .mend = Embetet som har saken, må gjøre dette.
refusal-other_office_has_not_agreed = Nettverket har medlemmer fra et annet embete, og det embetet har ikke sagt seg enig: { $municipalities }.
    .mend = Be embetet registrere det på nettverket.
refusal-paid_day_impossible = { $given_day } kan ikke være betalingsdagen. Den kan ikke være fram i tid og ikke før vedtaket.
    .mend = Oppgi dagen som står på bilaget.
refusal-payee_differs = Organisasjonsnummeret { $given } er et annet enn mottakerens, som er { $payee }.
    .mend = Se etter at bilaget hører til denne saken.
refusal-payment_in_other_hands = Utbetalingen er { $state }, og da er det andre som kan trekke den tilbake.
    .mend = Dette kan gjøres av { $allowed }.
refusal-payment_under_way = Utbetaling { $payment } er allerede bestilt.
    .mend = Gjør den ferdig, trekk den tilbake, eller meld at den kom i retur.
refusal-pot_given_twice = Samme pott er gitt to ganger. Oppgitt er { $pots }.
    .mend = Oppgi hver pott én gang, med hele rammen.
refusal-prepared_by_disqualified = Saken er forberedt av { $officer }, som er inhabil.
    .mend = Send innstillingen tilbake, og la en annen saksbehandler vurdere og innstille.
refusal-reason_missing = Den som er inhabil, må si hvorfor.
    .mend = Skriv en kort begrunnelse.
refusal-recommended_otherwise = Saken er innstilt til { $recommended }.
    .mend = Følg innstillingen, eller send den tilbake til saksbehandleren.
refusal-rejection_ground_missing = Innstillingen er avslag, men grunnen mangler.
    .mend = Velg grunnen til avslaget.
refusal-reminder_first = Krav { $claim } sendes ikke til innkreving før kommunen er purret. Purringen går { $reminder_day }.
    .mend = Vent til dagen etter purringen.
refusal-repaid_day_impossible = { $given_day } kan ikke være dagen pengene kom tilbake. Tilskuddet ble utbetalt { $paid_day }, og dagen kan ikke være fram i tid.
    .mend = Oppgi dagen som står på bilaget.
refusal-repayment_registered = Innbetalingen med bilag { $voucher } er alt registrert på kravet.
    .mend = Se etter at bilagsnummeret er riktig.
refusal-report_does_not_add_up = Tallene i rapporten går ikke opp. Tilgjengelig { $available_ore }, brukt { $spent_ore }, ubrukt { $unused_ore }. Forskjellen er { $missing_ore }.
    .mend = Rett tallene slik at brukt og ubrukt til sammen blir { $available_ore }.
refusal-report_lacks_answers = Brevet ber rapporten svare på mer. Dette mangler: { $missing }.
    .mend = Skriv beløpene. Er det ingenting, skriv 0.
refusal-report_too_early = Rapporten for { $duty } kan først leveres når året har begynt.
    .mend = Lever rapporten for inneværende år, eller vent.
refusal-reporting_required = { $limit_ore ->
        [none] Alle tilskudd etter dette regelverket skal rapporteres, også { $basis_ore }.
       *[other] Prosjektet har fått { $basis_ore } i tilskuddsperioden. Det er over grensen på { $limit_ore }, og da skal det rapporteres.
    }
    .mend = Sett krav om rapportering med frister i brevet.
refusal-reports_first = Rapporten for { $reports } er ikke godkjent ennå.
    .mend = Godkjenn rapporten før revisorbekreftelsen.
refusal-role_not_allowed = Du handler som { $role }, og den rollen kan ikke { $command }.
    .mend = Dette kan gjøres av { $allowed }.
refusal-round_deadline_passed = Søknadsfristen { $closes_at } er passert, eller ligger før runden åpner.
    .mend = Sett en søknadsfrist som ligger fram i tid og etter åpningen.
refusal-round_exists = Runden er allerede kunngjort.
    .mend = Bruk den runden som finnes.
refusal-round_not_open = Runden åpner først { $opens_at }.
    .mend = Send inn søknaden når runden har åpnet.
refusal-rule_set_of_other_office = Regelverket { $rule_set } gjelder ikke for { $office }.
    .mend = Velg direktoratets regelverk eller embetets eget.
refusal-rule_set_of_other_year = Regelverket { $rule_set } gjelder ikke for { $year }.
    .mend = Velg regelverket for { $year }.
refusal-rule_set_revised = Regelverket { $rule_set } gjaldt til { $last_day }. En runde som åpner senere, følger det nye.
    .mend = Velg regelverket som gjelder når runden åpner.
refusal-rule_set_silent = Regelverket sier ingenting om dette: { $what }.
    .mend = Regelverket må suppleres før saken kan avgjøres.
refusal-second_eye_missing = Rapporten for { $duty } må leses av en medleser før den godkjennes: den kan gi et krav, eller tilskuddet er over grensen.
    .mend = La en annen ved embetet lese rapporten som medleser først.
refusal-signed_in_future = Revisorbekreftelsen er datert { $given_day }, som er fram i tid.
    .mend = Oppgi datoen som står på bekreftelsen.
refusal-spent_in_future = Rapporten sier at pengene er brukt til { $given_day }, men i dag er { $today_day }.
    .mend = Oppgi siste dag pengene faktisk er brukt.
refusal-strand_not_in_rule_set = { $rule_set } gir ikke tilskudd til { $strand }.
    .mend = Velg et regelverk som omfatter slike nettverk.
refusal-supplement_awaited = Kommunen har frist til { $last_day } med å sende det som mangler.
    .mend = Vent til fristen er ute.
refusal-term_too_early = Dette vilkåret har for tidlig dato: { $term }. Oppgitt er { $given_day }, og tidligst mulig er { $earliest_day }.
    .mend = Sett datoen til { $earliest_day } eller senere.
refusal-terms_incomplete = Vilkårene er ikke fullstendige. Dette mangler: { $missing }.
    .mend = Fyll ut det som mangler. Det skal også stå i brevet når noe ikke kreves.
refusal-terms_not_accepted = Kommunen har ikke akseptert vilkårene i brevet ennå.
    .mend = Vent til signataren har akseptert vilkårene.
refusal-use_not_over = { $use_deadline_at ->
        [none] Tilskuddet kan fortsatt brukes.
       *[other] Tilskuddet kan brukes til { $use_deadline_at }.
    }
    .mend = Avslutt saken når bruksfristen er passert, eller meld at prosjektet er avsluttet før tiden.
refusal-use_unanswered = Kommunen har ikke svart på hvor mye som er ubrukt.
    .mend = Registrer svaret, eller skriv et notat om hvorfor saken avsluttes uten.
refusal-used_after_deadline = Rapporten viser bruk til { $given_day }, men tilskuddet kunne bare brukes til { $last_day }.
    .mend = Ta med bare det som er brukt til og med { $last_day }, og før resten som ubrukt.
refusal-voucher_taken = Bilagsnummeret { $voucher } står på en annen utbetaling fra embetet samme år.
    .mend = Se etter at nummeret er det som står på bilaget i denne saken.
refusal-written_request_missing = En søknad trekkes av kommunen selv. Embetet gjør det bare når kommunen har bedt skriftlig om det.
    .mend = Skriv hvordan og når kommunen ba om å trekke søknaden.
refusal-wrong_strand = Søknaden gjelder { $strand }, men runden gjelder { $round_strand }.
    .mend = Send søknaden til en runde for { $strand }.
refusal-questions_without_report = Brevet krever ingen rapport, men stiller spørsmål til en.
    .mend = Krev rapport, eller ta spørsmålene ut.
refusal-added_questions_need_reason = Rapporten skal bare spørre om det som er nødvendig å vite. Spørsmålene som er lagt til, mangler begrunnelse.
    .mend = Skriv hvorfor embetet trenger å vite dette, eller ta spørsmålene ut.
refusal-discretion_is_the_office_s = Om det skal rapporteres av særlige grunner, er embetets eget skjønn. Svaret på klagen kan verken sette eller oppheve det.
    .mend = La kravet om rapport stå som i vedtaket. Embetet kan endre det i en egen omgjøring.
refusal-not_the_coordinator = Oversikten over fosterhjemsprosjekter i alle embeter er for { $office }, som koordinerer dem.
    .mend = Be { $office } om den.
refusal-publication_needs_leader = Oversikten leveres ut til publisering av en leder. Du er { $role }.
    .mend = Be en leder ved embetet om det.
