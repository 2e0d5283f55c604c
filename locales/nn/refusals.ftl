# Kvifor noko ikkje vart gjort (meldinga sjølv), og kva som løyser det (.mend). Regelen blir vist ved sida av.
# Tekst som ikkje finst, og tomme lister, kjem som "none".

refusal-account_not_confirmed = Kommunen har ikkje stadfesta kontonummeret.
    .mend = Be signataren i kommunen stadfeste kontonummeret.
refusal-already_anchored = { $municipality } har alt stadfesta forankringa.
    .mend = Du treng ikkje gjere noko meir.
refusal-already_assigned = Saka er alt fordelt til { $officer }.
    .mend = Vel ein annan saksbehandlar, eller la saka stå som ho er.
refusal-already_host = Organisasjonsnummeret { $org_number } er alt vertskommunen sitt.
    .mend = Oppgi nummeret til kommunen som tek over.
refusal-already_seconded = Du har alt lese rapporten for { $duty } som medlesar.
    .mend = Lat ein annan godkjenne han.
refusal-already_submitted = Søknaden er alt registrert som sak { $case_no }.
    .mend = Gå til saka. Skal søknaden endrast, må han returnerast for utfylling.
refusal-already_there = Saka er alt hos { $office }.
    .mend = Vel eit anna embete.
refusal-amount_differs = Beløpet { $given_ore } er eit anna enn det som er bestilt, { $ordered_ore }.
    .mend = Registrer beløpet som står i betalingsordren, eller meld at ordren kom i retur.
refusal-amount_missing = Innstillinga er å innvilge, men beløpet manglar.
    .mend = Oppgi eit beløp, eller innstill på avslag.
refusal-anchored_in_future = Forankringa kan ikkje vere datert { $given_day }. I dag er { $today_day }.
    .mend = Oppgi dagen forankringa vart vedteken.
refusal-anchoring_not_asked = Regelverket for denne saka spør ikkje om forankring i kvar kommune.
    .mend = Du treng ikkje gjere noko.
refusal-another_application = Det som er sendt inn, høyrer ikkje til denne saka. Saka gjeld { $strand } med søkjar { $host }, og søkjar, nettverk og prosjekttype må vere dei same.
    .mend = Send den same søknaden med det som mangla, eller send ein ny søknad.
refusal-application_lacks = Søknaden manglar noko han må ha for at det kan gjevast tilskot: { $lacking }.
    .mend = Returner søknaden for utfylling, eller innstill på avslag.
refusal-application_not_acceptable = Søknaden kan ikkje sendast inn enno: { $findings }.
    .mend = Rett dette i søknaden, og send han inn på nytt.
refusal-approver_is_officer = Den som godkjenner, kan ikkje vere den som har vurdert saka eller har ho til behandling.
    .mend = Lat ein annan leiar godkjenne.
refusal-approver_is_recommender = Den som har skrive innstillinga, kan ikkje også godkjenne henne.
    .mend = Ein annan leiar må godkjenne.
refusal-approver_is_second_reader = Den som godkjenner rapporten, kan ikkje vere medlesaren.
    .mend = Lat ein annan ved embetet godkjenne han.
refusal-assessor_disqualified = Vurderinga er skriven av { $officer }, som er inhabil i saka.
    .mend = Vurder søknaden på nytt før du innstiller.
refusal-attestor_is_approver = Den som har godkjent tilskotet, kan ikkje også attestere utbetalinga.
    .mend = Ein annan attestant må attestere.
refusal-attestor_is_orderer = Den som har bestilt utbetalinga, kan ikkje også attestere henne.
    .mend = Ein annan attestant må attestere.
refusal-attestor_is_recommender = Den som har skrive innstillinga, kan ikkje også attestere utbetalinga. Slik er embetet sett opp.
    .mend = Ein annan attestant må attestere.
refusal-audit_differs = Revisor stadfestar eit anna beløp enn det som er rapportert. Rapportert er { $reported_ore }, og skilnaden er { $difference_ore }.
    .mend = Skriv kva skilnaden kjem av, eller send revisorstadfestinga tilbake.
refusal-audit_required = { $limit_ore ->
        [none] Tilskotet på { $basis_ore } har rapporteringsplikt, og då høyrer revisjon med.
       *[other] Tilskotet på { $basis_ore } er over grensa på { $limit_ore }, og då skal rekneskapen reviderast.
    }
    .mend = { $limit_ore ->
        [none] Set krav om revisjon med frist i brevet, eller skriv kvifor revisjon ikkje blir kravd.
       *[other] Set krav om revisjon med frist i brevet.
    }
refusal-audit_without_report = Brevet krev revisjon utan å krevje rapportering.
    .mend = Krev rapportering, eller ta bort kravet om revisjon.
refusal-authority_lapsed = Fullmakta til å betale ut tilskot for { $year } gjekk ut 31.12.{ $year }.
    .mend = Ein leiar må avgjere kva som skal skje med tilskotet. Utbetaling no krev ny fullmakt frå direktoratet.
refusal-beyond_write_off_authority = { $limit_ore ->
        [none] Embetet har ikkje sett noka grense for kva ein leiar kan gi opp av eit krav. Det gjeld også { $amount_ore }.
       *[other] { $amount_ore } er meir enn ein leiar ved embetet kan gi opp av eit krav. Grensa er { $limit_ore }.
    }
    .mend = Legg saka fram for direktoratet, og oppgi referansen til svaret.
refusal-by_hand_is_for_officers = Saksbehandlar registrerer søknader for hand, og signataren i kommunen sender inn sjølv. Du handlar som { $role }.
    .mend = Vel registrering for hand dersom du er saksbehandlar. Kommunen sender inn utan det valet.
refusal-case_has_moved_on = Saka er endra etter at du såg henne. Nytt sidan då: { $events }.
    .mend = Sjå saka slik ho er no, ved hending { $seq }, og prøv igjen.
refusal-choice_needs_reason = { $limit_ore ->
        [none] Regelverket seier ikkje kva som gjeld for { $basis_ore }. Ein person må velje og grunngi valet.
       *[other] Regelverket seier ikkje kva som gjeld her: prosjektet har { $basis_ore }, og grensa er { $limit_ore }. Ein person må velje og grunngi valet.
    }
    .mend = Vel kva brevet skal krevje, og skriv ei intern grunngiving.
refusal-claim_above_audit = Etter tala til revisor er { $unused_ore } ubrukt, men { $claimed_ore } er kravd tilbake som ubrukt.
    .mend = Be leiaren setje ned kravet eller fråfalle framlegget først. Det gjeld òg eit krav som er betalt: det som kom inn for mykje, blir betalt tilbake.
refusal-claim_not_lower = { $amount_ore ->
        [none] Det er ikkje sagt kor mykje som framleis blir kravd. Kravet er på { $claimed_ore }.
       *[other] Kravet er på { $claimed_ore }, og kan berre gjerast om til eit lågare beløp. Oppgitt er { $amount_ore }.
    }
    .mend = Oppgi kor mykje som framleis blir kravd, eller 0. Eit høgare krav blir foreslått som eit nytt.
refusal-claim_not_ready = Krav { $claim } er { $state }, og då kan ikkje dette gjerast.
    .mend = Gjer det steget som kravet ventar på.
refusal-claim_notice_missing = Krav { $claim } gjeld noko kommunen ikkje sjølv har meldt frå om, og kommunen er ikkje varsla.
    .mend = Varsle kommunen, og vent på svaret eller på at svarfristen går ut.
refusal-claim_open = Saka kan ikkje avsluttast før pengane er gjorde opp. Det som ikkje er kravt tilbake enno, er { $unclaimed_ore }. Opne krav kjem i tillegg.
    .mend = Krev tilbake det som er ubrukt, og gjer ferdig dei krava som er opne.
refusal-claim_reply_awaited = Kommunen kan svare på varselet om krav { $claim } til { $last_day }.
    .mend = Vent på svaret, eller til fristen er ute.
refusal-collected_audit_not_allowed = Regelverket for denne saka opnar ikkje for samla revisjon.
    .mend = Krev revisjon for kvart år.
refusal-collection_first = Krav { $claim } er ikkje forsøkt innkravd, og kan ikkje avskrivast som umogleg å få inn.
    .mend = Send kravet til innkrevjing først, eller gi det etter med grunngiving.
refusal-command_id_reused = Kommandonummeret { $command_id } er brukt før, med eit anna innhald.
    .mend = Send det nye med eit nytt kommandonummer.
refusal-condition_not_met = Eit vilkår er ikkje oppfylt: { $condition }.
    .mend = Registrer at vilkåret er oppfylt når embetet har sett at det er det.
refusal-controls_not_done = Desse kontrollane er ikkje gjorde: { $controls }.
    .mend = Gjer kontrollane, og kryss av for dei.
refusal-criteria_missing = Runden har ingen kriterium. Søkjarane skal kjenne kriteria før dei søkjer.
    .mend = Legg inn kriteria, på bokmål og nynorsk.
refusal-criteria_of_rules_missing = Runden manglar kriterium som regelverket { $rule_set } krev: { $criteria }.
    .mend = Ta dei med i runden, på bokmål og nynorsk.
refusal-criteria_unanswered = Desse kriteria er ikkje vurderte: { $criteria }.
    .mend = Svar på kvart kriterium, med grunngiving.
refusal-criteria_unknown = Desse svara passar ikkje til kriteria i runden: { $criteria }.
    .mend = Svar éin gong på kvart kriterium i runden, og ikkje på andre.
refusal-cut_without_reason = Innstillinga er på { $amount_ore }, mindre enn dei { $applied_ore } kommunen søkte om, og det står ikkje kvifor.
    .mend = Skriv kva som ikkje er innvilga, og kvifor. Det står i brevet.
refusal-day_not_in_future = Fristen { $given_day } er ikkje fram i tid. I dag er det { $today_day }.
    .mend = Set ein frist som ligg etter i dag.
refusal-deferral_not_longer = { $given_day } er ikkje seinare enn betalingsfristen, som er { $due_day }.
    .mend = Set ein seinare dag.
refusal-directorate_answer_missing = Direktoratet har ikkje svart. Utan svaret kan ikkje bruksfristen flyttast.
    .mend = Spør direktoratet, og registrer svaret med referanse.
refusal-directorate_said_no = Direktoratet sa nei i { $reference }. Då kan ikkje bruksfristen flyttast.
    .mend = Sei nei til kommunen.
refusal-decider_is_proposer = Den som har føreslått kravet, kan ikkje også avgjere det.
    .mend = Ein leiar som ikkje har føreslått kravet, må avgjere det.
refusal-discretionary_not_allowed = Tilskotet er under grensa, og regelverket opnar ikkje for å krevje rapport likevel.
    .mend = Skriv i vilkåra at det ikkje blir kravd rapportering.
refusal-dismissal_not_recommended = Ingen saksbehandlar har innstilt på å avvise søknaden fordi { $ground }.
    .mend = Lat ein saksbehandlar innstille på avvising først.
refusal-disqualified = Du har meldt at du er inhabil i denne saka.
    .mend = Ein annan må ta saka. Er du likevel habil, må du gi ei ny fråsegn.
refusal-duties_open = { $duties ->
        [none] Saka kan ikkje avsluttast på denne måten slik ho står no.
       *[other] Rapport eller revisorstadfesting står att for { $duties }.
    }
    .mend = Gjer ferdig rapportar og revisorstadfestingar først.
refusal-duty_not_ready = Det som gjeld { $duty }, er { $state } og kan ikkje { $wanted } no.
    .mend = Gjer det steget som rapporten eller revisorstadfestinga ventar på.
refusal-early_end_source_missing = Embetet avsluttar ikkje eit prosjekt på eiga hand: meldinga frå kommunen må vere journalført.
    .mend = Oppgi journalposten med meldinga frå kommunen. Vil ikkje kommunen avslutte, må tilskotet gjerast om eller brotet krevjast tilbake, etter varsel.
refusal-end_day_impossible = { $given_day } kan ikkje vere sluttdato. Han må liggje etter vedtaket, ikkje etter bruksfristen og ikkje fram i tid.
    .mend = Oppgi den dagen prosjektet faktisk vart avslutta.
refusal-extension_not_longer = { $given_day } er ikkje seinare enn fristen som gjeld, { $last_day }.
    .mend = Vel ein dag etter { $last_day }.
refusal-extension_open = Kommunen har bede om lengre bruksfrist og har ikkje fått svar.
    .mend = Avgjer ønsket om lengre frist først.
refusal-frame_below_committed = Ramma for { $pot } blir { $amount_ore }, men { $committed_ore } er alt innvilga.
    .mend = Set ramma til minst det som er innvilga.
refusal-frame_exceeded = Tilskotet på { $amount_ore } går { $over_ore } over ramma for { $pot }. Ramma er { $frame_ore }, og { $committed_ore } er innvilga frå før.
    .mend = Set ned beløpet med minst { $over_ore }, eller registrer ei større ramme frå direktoratet.
refusal-host_not_municipality = Organisasjonsnummeret { $org_number } høyrer ikkje til ein kommune, og tilskotet blir berre betalt til kommunar.
    .mend = Oppgi organisasjonsnummeret til vertskommunen.
refusal-host_of_other_office = Vertskommunen høyrer til { $host_office }, ikkje { $office }.
    .mend = Søk i ein runde hos { $host_office }.
refusal-impartiality_not_declared = Du har ikkje sagt om du er habil i denne saka.
    .mend = Gi habilitetsfråsegna, og prøv igjen.
refusal-internal_justification_missing = Rapport blir kravd sjølv om tilskotet er under grensa. Då skal det grunngivast internt.
    .mend = Skriv den interne grunngivinga, eller ta bort kravet om rapport.
refusal-kid_invalid = KID-nummeret { $kid } stemmer ikkje med kontrollsifferet.
    .mend = Skriv av KID-nummeret frå fakturaen på nytt.
refusal-kid_taken = KID-nummeret { $kid } står på eit anna krav.
    .mend = Gi kvart krav sitt eige KID-nummer.
refusal-late_not_decided = Søknaden kom etter fristen, og det er ikkje avgjort om han blir teken opp.
    .mend = Ein leiar må ta opp søknaden eller avvise han.
refusal-leader_effect_not_assessed = Det er ikkje vurdert om tiltaket styrkjer barnevernsleiarane i arbeidet deira.
    .mend = Svar ja eller nei, med grunngiving.
refusal-less_than_claimed = De oppgir { $unused_ore } som ubrukt, men { $claimed_ore } er alt kravd tilbake som ubrukt.
    .mend = Ta det som er kravd tilbake, med i det som er ubrukt.
refusal-more_than_applied = { $amount_ore } er meir enn kommunen har søkt om, som er { $applied_ore }.
    .mend = Set beløpet til høgst { $applied_ore }.
refusal-more_than_can_be_claimed = { $given_ore } er meir enn det som kan krevjast tilbake, som er { $most_ore }.
    .mend = Set kravet til høgst { $most_ore }.
refusal-more_than_outstanding = { $given_ore } er meir enn det som står att av kravet, som er { $outstanding_ore }.
    .mend = Avskriv høgst { $outstanding_ore }.
refusal-more_than_paid = { $given_ore } er meir enn det som er utbetalt, som er { $paid_ore }.
    .mend = Oppgi det som er ubrukt av tilskotet, høgst { $paid_ore }.
refusal-more_without_reason = Innstillinga er på { $amount_ore }, meir enn dei { $applied_ore } kommunen søkte om, og det står ikkje kvifor.
    .mend = Skriv kvifor det blir gitt meir, eller set beløpet ned.
refusal-need_not_assessed = Det er ikkje vurdert om nettverket treng eit kunnskapsmiljø.
    .mend = Svar ja eller nei, med grunngiving.
refusal-no_change_asked = Kommunen har ikkje bede om noka endring som ventar på svar.
    .mend = Registrer ønsket først.
refusal-no_extension_asked = Ingen ber no om lengre bruksfrist i saka.
    .mend = Registrer ønsket frå kommunen først.
refusal-no_mandate = Det er ikkje registrert fullmakt frå direktoratet for { $office } i { $year } som dekkjer { $pot }.
    .mend = Registrer tildelingsbrevet med ramma.
refusal-no_payment_waits = Inga utbetaling i saka er { $state }.
    .mend = Gjer steget før først: bestill, attester, og registrer så betalinga.
refusal-no_pot = { $project_type ->
        [none] Prosjekttypen er ikkje oppgitt, og { $rule_set } har eigne pottar for kvar type { $strand }.
       *[other] { $rule_set } har ingen pott for { $strand } med prosjekttypen { $project_type }.
    }
    .mend = Oppgi ein prosjekttype som regelverket har ein pott for.
refusal-no_such_case = Saka finst ikkje.
    .mend = Sjå etter at saksnummeret er rett.
refusal-no_such_claim = Saka har ikkje noko krav nummer { $claim }.
    .mend = Vel eit av krava i saka.
refusal-no_such_condition = { $open ->
        [none] Saka har ingen opne vilkår, og { $condition } er ikkje eit av dei.
       *[other] { $condition } er ikkje eit ope vilkår i saka. Ope er { $open }.
    }
    .mend = Vel eit vilkår som står ope i saka.
refusal-no_such_duty = { $duties ->
        [none] Saka har inga slik plikt, heller ikkje for { $duty }.
       *[other] Saka har inga slik plikt for { $duty }. Ho har for { $duties }.
    }
    .mend = Vel ein rapport eller ei revisorstadfesting som saka har.
refusal-no_such_round = Søknadsrunden finst ikkje.
    .mend = Vel ein runde som er kunngjord.
refusal-no_such_rule_set = Regelverket { $rule_set } finst ikkje her.
    .mend = Vel eitt av desse: { $known }.
refusal-no_transfer_asked = Ingen har bede eit anna embete om å ta over saka.
    .mend = Embetet som har saka, må be om det først.
refusal-not_late = Søknaden kom innan fristen og kan ikkje avvisast som for sein.
    .mend = Vel ein annan grunn, eller behandle søknaden.
refusal-not_possible_now = { $possible ->
        [none] Det er ikkje mogleg å { $command } no. Saka står på stadiet «{ $stage }», og ingenting står att.
       *[other] Det er ikkje mogleg å { $command } no. Saka står på stadiet «{ $stage }».
    }
    .mend = { $possible ->
        [none] Saka er ferdig behandla.
       *[other] Neste moglege steg er å { $possible }.
    }
refusal-nothing_to_remind_of = Ingenting er venta frå kommunen i denne saka no.
    .mend = Vent til kommunen har noko å svare på, levere eller betale.
refusal-person_required = Eit program utan ein person bak kan ikkje { $command }: det krev at eit menneske vurderer sjølv.
    .mend = La ein person gjere det med eiga innlogging, på nettsidene eller med eit token som gjeld personen.
refusal-reminded_today = Kommunen er allereie mint i dag.
    .mend = Send ei ny påminning ein annan dag.
refusal-not_ranked = Avslaget er grunngitt med prioritering eller ramme, men saka er ikkje plassert blant søknadene i runden.
    .mend = Plasser saka med grunngiving først.
refusal-not_whole_kroner = Eit tilskot blir gitt i heile kroner, og { $amount_ore } har øre.
    .mend = Rund av til heile kroner.
refusal-not_your_case = { $officer ->
        [none] Saka er ikkje fordelt til nokon enno.
       *[other] Saka er fordelt til { $officer }, ikkje til deg.
    }
    .mend = Få saka fordelt til deg, eller la den som har henne, gjere dette.
refusal-nothing_overpaid = Det er ikkje betalt for mykje på krav { $claim }.
    .mend = Sjå kva som er registrert på kravet.
refusal-officer_disqualified = { $officer } har meldt å vere inhabil i saka.
    .mend = Vel ein annan saksbehandlar.
refusal-officer_has_not_declared = { $officer } har ikkje sagt noko om eigen habilitet i saka.
    .mend = Be saksbehandlaren gi habilitetsfråsegn, og fordel saka etterpå.
refusal-orderer_is_recommender = Den som har skrive innstillinga, kan ikkje også bestille utbetalinga.
    .mend = Ein annan leiar må bestille utbetalinga.
refusal-other_municipality = Du handlar for { $unit }, og saka høyrer til ein annan kommune.
    .mend = Vel den kommunen du skal handle for, eller be vertskommunen gjere dette.
refusal-other_office = Du handlar for { $unit }, og dette høyrer til eit anna embete.
    .mend = Embetet som har saka, må gjere dette.
refusal-other_office_has_not_agreed = Nettverket har medlemmer frå eit anna embete, og det embetet har ikkje sagt seg samd: { $municipalities }.
    .mend = Be embetet registrere det på nettverket.
refusal-paid_day_impossible = { $given_day } kan ikkje vere betalingsdagen. Han kan ikkje vere fram i tid og ikkje før vedtaket.
    .mend = Oppgi dagen som står på bilaget.
refusal-payee_differs = Organisasjonsnummeret { $given } er eit anna enn det mottakaren har, som er { $payee }.
    .mend = Sjå etter at bilaget høyrer til denne saka.
refusal-payment_in_other_hands = Utbetalinga er { $state }, og då er det andre som kan trekkje henne tilbake.
    .mend = Dette kan gjerast av { $allowed }.
refusal-payment_under_way = Utbetaling { $payment } er alt bestilt.
    .mend = Gjer henne ferdig, trekk henne tilbake, eller meld at ho kom i retur.
refusal-pot_given_twice = Same pott er gitt to gonger. Oppgitt er { $pots }.
    .mend = Oppgi kvar pott éin gong, med heile ramma.
refusal-prepared_by_disqualified = Saka er førebudd av { $officer }, som er inhabil.
    .mend = Send innstillinga tilbake, og lat ein annan saksbehandlar vurdere og innstille.
refusal-reason_missing = Den som er inhabil, må seie kvifor.
    .mend = Skriv ei kort grunngiving.
refusal-recommended_otherwise = Saka er innstilt til { $recommended }.
    .mend = Følg innstillinga, eller send henne tilbake til saksbehandlaren.
refusal-rejection_ground_missing = Innstillinga er avslag, men grunnen manglar.
    .mend = Vel grunnen til avslaget.
refusal-reminder_first = Krav { $claim } blir ikkje sendt til innkrevjing før kommunen er purra. Purringa går { $reminder_day }.
    .mend = Vent til dagen etter purringa.
refusal-repaid_day_impossible = { $given_day } kan ikkje vere dagen pengane kom tilbake. Tilskotet vart utbetalt { $paid_day }, og dagen kan ikkje vere fram i tid.
    .mend = Oppgi dagen som står på bilaget.
refusal-repayment_registered = Innbetalinga med bilag { $voucher } er alt registrert på kravet.
    .mend = Sjå etter at bilagsnummeret er rett.
refusal-report_does_not_add_up = Tala i rapporten går ikkje opp. Tilgjengeleg { $available_ore }, brukt { $spent_ore }, ubrukt { $unused_ore }. Skilnaden er { $missing_ore }.
    .mend = Rett tala slik at brukt og ubrukt til saman blir { $available_ore }.
refusal-report_lacks_answers = Brevet ber rapporten svare på meir. Dette manglar: { $missing }.
    .mend = Skriv beløpa. Er det ingenting, skriv 0.
refusal-report_too_early = Rapporten for { $duty } kan først leverast når året har byrja.
    .mend = Lever rapporten for inneverande år, eller vent.
refusal-reporting_required = { $limit_ore ->
        [none] Alle tilskot etter dette regelverket skal rapporterast, også { $basis_ore }.
       *[other] Prosjektet har fått { $basis_ore } i tilskotsperioden. Det er over grensa på { $limit_ore }, og då skal det rapporterast.
    }
    .mend = Set krav om rapportering med fristar i brevet.
refusal-reports_first = Rapporten for { $reports } er ikkje godkjend enno.
    .mend = Godkjenn rapporten før revisorstadfestinga.
refusal-role_not_allowed = Du handlar som { $role }, og den rolla kan ikkje { $command }.
    .mend = Dette kan gjerast av { $allowed }.
refusal-round_deadline_passed = Søknadsfristen { $closes_at } er passert, eller ligg før runden opnar.
    .mend = Set ein søknadsfrist som ligg fram i tid og etter opninga.
refusal-round_exists = Runden er alt kunngjord.
    .mend = Bruk den runden som finst.
refusal-round_not_open = Runden opnar først { $opens_at }.
    .mend = Send inn søknaden når runden har opna.
refusal-rule_set_of_other_office = Regelverket { $rule_set } gjeld ikkje for { $office }.
    .mend = Vel regelverket til direktoratet eller embetet sitt eige.
refusal-rule_set_of_other_year = Regelverket { $rule_set } gjeld ikkje for { $year }.
    .mend = Vel regelverket for { $year }.
refusal-rule_set_revised = Regelverket { $rule_set } galdt til { $last_day }. Ein runde som opnar seinare, følgjer det nye.
    .mend = Vel regelverket som gjeld når runden opnar.
refusal-rule_set_silent = Regelverket seier ingenting om dette: { $what }.
    .mend = Regelverket må supplerast før saka kan avgjerast.
refusal-second_eye_missing = Rapporten for { $duty } må lesast av ein medlesar før han blir godkjend: han kan gi eit krav, eller tilskotet er over grensa.
    .mend = Lat ein annan ved embetet lese rapporten som medlesar først.
refusal-signed_in_future = Revisorstadfestinga er datert { $given_day }, som er fram i tid.
    .mend = Oppgi datoen som står på stadfestinga.
refusal-spent_in_future = Rapporten seier at pengane er brukte til { $given_day }, men i dag er { $today_day }.
    .mend = Oppgi den siste dagen pengane faktisk er brukte.
refusal-strand_not_in_rule_set = { $rule_set } gir ikkje tilskot til { $strand }.
    .mend = Vel eit regelverk som omfattar slike nettverk.
refusal-supplement_awaited = Kommunen har frist til { $last_day } med å sende det som manglar.
    .mend = Vent til fristen er ute.
refusal-term_too_early = Dette vilkåret har for tidleg dato: { $term }. Oppgitt er { $given_day }, og tidlegast mogleg er { $earliest_day }.
    .mend = Set datoen til { $earliest_day } eller seinare.
refusal-terms_incomplete = Vilkåra er ikkje fullstendige. Dette manglar: { $missing }.
    .mend = Fyll ut det som manglar. Det skal også stå i brevet når noko ikkje blir kravt.
refusal-terms_not_accepted = Kommunen har ikkje akseptert vilkåra i brevet enno.
    .mend = Vent til signataren har akseptert vilkåra.
refusal-use_not_over = { $use_deadline_at ->
        [none] Tilskotet kan framleis brukast.
       *[other] Tilskotet kan brukast til { $use_deadline_at }.
    }
    .mend = Avslutt saka når bruksfristen er passert, eller meld at prosjektet er avslutta før tida.
refusal-use_unanswered = Kommunen har ikkje svart på kor mykje som er ubrukt.
    .mend = Registrer svaret, eller skriv eit notat om kvifor saka blir avslutta utan.
refusal-used_after_deadline = Rapporten viser bruk til { $given_day }, men tilskotet kunne berre brukast til { $last_day }.
    .mend = Ta med berre det som er brukt til og med { $last_day }, og før resten som ubrukt.
refusal-voucher_taken = Bilagsnummeret { $voucher } står på ei anna utbetaling frå embetet same år.
    .mend = Sjå etter at nummeret er det som står på bilaget i denne saka.
refusal-written_request_missing = Kommunen trekkjer søknaden sjølv. Embetet gjer det berre når kommunen har bede skriftleg om det.
    .mend = Skriv korleis og når kommunen bad om å trekkje søknaden.
refusal-wrong_strand = Søknaden gjeld { $strand }, men runden gjeld { $round_strand }.
    .mend = Send søknaden til ein runde for { $strand }.
refusal-questions_without_report = Brevet krev ingen rapport, men stiller spørsmål til ein.
    .mend = Krev rapport, eller ta spørsmåla ut.
refusal-added_questions_need_reason = Rapporten skal berre spørje om det som er nødvendig å vite. Spørsmåla som er lagde til, manglar grunngiving.
    .mend = Skriv kvifor embetet treng å vite dette, eller ta spørsmåla ut.
refusal-discretion_is_the_office_s = Om det skal rapporterast av særlege grunnar, er embetet sitt eige skjønn. Svaret på klaga kan verken setje eller oppheve det.
    .mend = La kravet om rapport stå som i vedtaket. Embetet kan endre det i ei eiga omgjering.
refusal-not_the_coordinator = Oversikta over fosterheimsprosjekt i alle embete er for { $office }, som koordinerer dei.
    .mend = Be { $office } om henne.
refusal-publication_needs_leader = Oversikta blir levert ut til publisering av ein leiar. Du er { $role }.
    .mend = Be ein leiar ved embetet om det.
