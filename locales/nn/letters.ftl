# Meldingar til kommunen: sjølve teksten, og emnet (.subject). Vedtak seier at det formelle brevet følgjer.

letter-frame = { $office_lines }

    Til: { $recipient }
    Vår referanse: { $case_no }

    { $subject }

    { $body }

    Med helsing
    { $office_name }

    Oppgi saksnummer { $case_no } når de kontaktar oss.
letter-recipient = { $host_name }, organisasjonsnummer { $host }
letter-recipient-round = kommunane i embetet

letter-L01 = Søknadsrunden «{ $title }» for { $grant_year } er open.

    Søknadsfrist: { $closes_at }, norsk tid.

    Kommunar i eit nettverk kan søkje. Éin kommune søkjer for nettverket som vertskommune. Kriteria og søknadsskjemaet ligg i runden.

    Kunngjeringa i heilskap følgjer.
    .subject = Søknadsrunden er open: { $title }

letter-round_reminder = Søknadsfristen i runden «{ $title }» for { $grant_year } er { $closes_at }, norsk tid.

    Har nettverket alt søkt, kan de sjå bort frå denne påminninga.
    .subject = Søknadsfristen nærmar seg: { $title }

letter-anchoring_reminder = { $unit } søkjer tilskot for «{ $network }» og ventar på svar frå dykk.

    Deltakinga er frivillig, og kvar kommune svarar sjølv: ja, med kven i leiinga som står bak, eller nei. Søknadsfristen er { $closes_at }, norsk tid.

    Svar her, med kommunen si eiga innlogging:
    { $link }
    .subject = Skal de vere med i «{ $network }»?

letter-audit_invitation = { $unit } har fått tilskot som skal reviderast, og ber revisor om ei stadfesting. Fristen er { $last_day }.

    Stadfestinga blir levert i saka, med revisor si eiga innlogging for kommunen. Der ligg òg tilskotsbrevet, rapporten og rekneskapen:
    { $link }
    .subject = Revisorstadfesting, sak { $case_no }

letter-L02 = Vi fekk søknaden dykkar { $received_at }, norsk tid. De har søkt om { $applied_ore }.
    { $late ->
        [true] {""}
            Søknaden kom etter søknadsfristen. Embetet vurderer om han kan behandlast.
            {""}
       *[other] {""}
    }
    Ein saksbehandlar går no gjennom søknaden. De høyrer frå oss dersom noko manglar.
    .subject = Kvittering for søknad, sak { $case_no }

letter-L04 = { $deficiency_lines ->
        [none] Vi kan ikkje godkjenne det de har sendt, før det er retta.
       *[other] Søknaden er returnert for utfylling. Dette manglar:

            { $deficiency_lines }
    }

    { $explanation }

    Frist: { $last_day }. Høyrer vi ikkje frå dykk innan fristen, må vi vurdere saka slik ho står.
    .subject = Noko manglar i sak { $case_no }, frist { $last_day }

letter-reporting-term = { $reporting ->
        [required] Kommunen skal rapportere for nettverket for kvart år tilskotet blir brukt. Frist for rapport er { $report_last_day }, og for sluttrapport { $final_report_last_day }.{ $interest_and_vat ->
            [true] {" "}Rapporten skal også seie kor mykje renter tilskotet gav, og kor mykje meirverdiavgift kommunen fekk kompensert.
           *[other] {""}
        }{ $added_questions ->
            [none] {""}
           *[other] {" "}Rapporten skal også svare på dette: { $added_questions }
        }
       *[other] Tilskotet skal ikkje rapporterast. Vi spør berre om noko er ubrukt.
    }
letter-audit-term = { $audit ->
        [required] Revisor skal stadfeste rekneskapen for kvart år. Frist for revisorstadfestinga er { $audit_last_day }.
        [collected] Revisor skal stadfeste rekneskapen samla for heile perioden. Frist for revisorstadfestinga er { $audit_last_day }.
       *[other] Rekneskapen treng ikkje revisorstadfesting.
    }
letter-terms = Vilkår:

    – { $cost_from ->
        [none] Tilskotet gjeld kostnader i { $grant_year }, og resten kan brukast til { $use_last_day }.
       *[other] Tilskotet gjeld kostnader frå { $cost_from }, og kan brukast til { $use_last_day }.
    } Det som er ubrukt då, skal betalast tilbake.
    – { letter-reporting-term }
    – { letter-audit-term }
    – { $acceptance_day ->
        [none] Vilkåra gjeld utan at de aksepterer dei.
       *[other] Signataren for kommunen må akseptere vilkåra innan { $acceptance_day }. Tilskotet blir ikkje utbetalt før det er gjort.
    }
    – { $knowledge_environment ->
        [payment] Nettverket skal samarbeide med eit kunnskapsmiljø. Tilskotet blir ikkje utbetalt før dette er på plass.
        [grant] Nettverket skal samarbeide med eit kunnskapsmiljø.
       *[other] Det er ikkje sett vilkår om samarbeid med eit kunnskapsmiljø.
    }
    – Endringar i nettverket, prosjektet eller budsjettet skal de melde til oss. Det gjeld også dersom prosjektet blir avslutta før tida. Då kan vi krevje revidert rekneskap.
    – Statsforvaltaren og Riksrevisjonen kan kontrollere at pengane blir brukte som føresett.

    Pengane blir betalte til kommunen når signataren har stadfesta kontonummeret.

letter-L05 = De har fått tilskot på { $amount_ore } for { $grant_year }. { $more ->
        [true] Det er meir enn dei { $applied_ore } de søkte om. Grunnen er: { $difference_reason }
       *[other] Det er heile beløpet de søkte om.
    }

    { letter-terms }

    Det formelle tilskotsbrevet følgjer. Der står også korleis de kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Tilskot på { $amount_ore }, sak { $case_no }

letter-L06 = De har fått tilskot på { $amount_ore } for { $grant_year }. { $difference_reason ->
        [none] De søkte om { $applied_ore }, og søknaden er altså innvilga delvis.
       *[other] De søkte om { $applied_ore }, og søknaden er altså innvilga delvis. Grunnen er: { $difference_reason }
    }

    { letter-terms }

    Tilpass budsjettet til det innvilga beløpet, og send det til oss{ $budget_day ->
        [none] .
       *[other] {" "}innan { $budget_day }.
    }

    Det formelle tilskotsbrevet følgjer. Der står kva som ikkje er innvilga og kvifor, og korleis de kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Tilskot på { $amount_ore }, sak { $case_no } (delvis innvilga)

letter-L07 = Søknaden dykkar er avslått: { $ground }.

    { $reason }

    Det formelle brevet om avslaget følgjer. Der står også korleis de kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Avslag på søknad, sak { $case_no }

letter-L08 = Søknaden dykkar er avvist: { $ground }. Det tyder at vi ikkje har vurdert innhaldet.

    { $reason }

    Det formelle brevet om avvisinga følgjer. Der står også korleis de kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Avvising av søknad, sak { $case_no }

letter-supplement_reminder = Vi manglar framleis opplysningar til søknaden dykkar. Fristen for å sende dei er { $last_day }.

    Vi har tidlegare skrive til dykk om kva som manglar.
    .subject = Påminning om å fylle ut søknaden, sak { $case_no }

letter-acceptance_reminder = Fristen for å akseptere vilkåra i tilskotsbrevet er { $last_day }. Pengane blir ikkje betalte ut før signataren for kommunen har akseptert dei.
    .subject = Påminning om å akseptere vilkåra, sak { $case_no }

letter-budget_reminder = De har fått mindre enn de søkte om. Fristen for å sende oss eit budsjett som er tilpassa tilskotet, er { $last_day }.
    .subject = Påminning om revidert budsjett, sak { $case_no }

letter-L09 = { $clock_code ->
        [use_question] Vi har spurt om de har ubrukte midlar, og kan ikkje sjå at de har svart. Svarfristen er { $last_day }.
       *[other] Tilskotet for { $grant_year } kan brukast til { $last_day }. Det som er ubrukt då, skal betalast tilbake.
    }

    { $clock_code ->
        [use_question] Svar med beløpet som er ubrukt. Er alt brukt, svarer de 0.
       *[other] De treng ikkje søkje om å bruke midlane. Sei frå til oss dersom de ser at noko blir til overs.
    }
    .subject = Påminning om bruk av tilskotet, sak { $case_no }

letter-L10 = { $clock_code ->
        [audit] Fristen for revisorstadfestinga er { $last_day }.
       *[other] Fristen for rapporten er { $last_day }.
    } { $passed ->
        [true] Vi kan ikkje sjå at vi har fått det vi ventar på.
       *[other] Dette er ei påminning før fristen.
    }

    { $clock_code ->
        [audit] Be revisor sende henne. Ho skal vise ordninga, saksnummeret, beløpet og perioden.
       *[other] Rapporten skal vise kva som er brukt, kva som er ubrukt, og kva de har oppnådd.
    }

    Har de sendt det dei siste dagane, kan de sjå bort frå denne påminninga.
    .subject = Påminning om rapportering, sak { $case_no }

letter-L11 = { $clock_code ->
        [report] Fristen for rapporten var { $last_day }, og vi kan ikkje sjå at vi har fått han.
        [audit] Fristen for revisorstadfestinga var { $last_day }, og vi kan ikkje sjå at vi har fått henne.
        [claim] Betalingsfristen for kravet om tilbakebetaling var { $last_day }. Vi kan ikkje sjå at alt er betalt.
       *[other] Fristen var { $last_day }, og vi kan ikkje sjå at vi har høyrt frå dykk.
    }

    { $clock_code ->
        [claim] Betal det som står att, med KID-nummeret på fakturaen. Blir kravet ståande ubetalt, må vi vurdere innkrevjing.
       *[other] Høyrer vi ikkje frå dykk, legg vi saka fram for leiar, som vurderer kva vi gjer vidare. Tilskot som det ikkje blir gjort greie for, kan bli kravd tilbake.
    }{ $answer_day ->
        [none] { "" }
       *[other] { " " }Vi ventar til og med { $answer_day }.
    }
    .subject = { $clock_code ->
        [claim] Purring på tilbakebetaling, sak { $case_no }
       *[other] Purring på rapportering, sak { $case_no }
    }

letter-collection = Kravet om tilbakebetaling er ikkje betalt. Det som står att, { $outstanding_ore }, er sendt til innkrevjing for statskassa.

    De får brev derifrå. Kravet gjeld framleis det same beløpet.
    .subject = Kravet er sendt til innkrevjing, sak { $case_no }

letter-claim_waived = Vi har gitt etter { $amount_ore } av kravet om tilbakebetaling.

    { $whole ->
        [true] De skal ikkje betale noko meir.
       *[other] De skal framleis betale { $outstanding_ore }.
    }
    .subject = Kravet er gitt etter, sak { $case_no }

letter-L12 = Rapporten for { $duty } er godkjend. Skal de levere noko meir, får de melding om det.
    .subject = Rapporten er godkjend, sak { $case_no }

letter-L14 = Vi krev at { $amount_ore } av tilskotet for { $grant_year } blir betalt tilbake til statskassa. Betalingsfristen er { $due_day }.

    Faktura med KID-nummer følgjer. Vent med å betale til de har fått henne.

    Det formelle brevet med grunngiving følgjer. Å klage eller be om ny vurdering utset ikkje betalinga av seg sjølv.

    { letter-appeal }
    .subject = Krav om tilbakebetaling av { $amount_ore }, sak { $case_no }

letter-claim_deferred = De har fått lengre tid til å betale kravet om tilbakebetaling. Betalingsfristen er no { $due_day }.

    { $reason }
    .subject = Lengre betalingsfrist, sak { $case_no }

letter-claim_reduced = Vi har gjort om kravet om tilbakebetaling på { $before_ore }. { $lifted ->
        [true] Vi krev ikkje lenger noko.
       *[other] Kravet er no på { $amount_ore }.
    }{ $paid_back ->
        [true] {" "}De har betalt { $overpaid_ore } for mykje. Vi betaler det tilbake.
       *[other] {""}
    }

    Det formelle brevet med grunngiving følgjer.
    .subject = Kravet er gjort om, sak { $case_no }

letter-L15 = Vi har fått { $refunded_ore }, og kravet er gjort opp. Saka er ferdig.
    .subject = Stadfesting på tilbakebetaling, sak { $case_no }

letter-L19 = Søknaden er trekt, slik de bad om. Vi behandlar han ikkje vidare.
    .subject = Søknaden er trekt, sak { $case_no }

letter-L20 = Saka er avslutta. De har ingen fleire plikter for dette tilskotet.

    Innvilga: { $granted_ore }
    Utbetalt: { $paid_ore }
    Tilbakebetalt: { $refunded_ore }

    Ta vare på rekneskapsmaterialet så lenge rekneskapsreglane krev det.
    .subject = Saka er avslutta, sak { $case_no }

letter-payment = Vi har betalt ut { $amount_ore } den { $paid_on }.
    .subject = Utbetaling av tilskot, sak { $case_no }

letter-near_limit = Prosjektet har no fått { $basis_ore } i tilskotsperioden. Det nærmar seg grensa på { $limit_ore }. Går summen over grensa, skal heile perioden rapporterast.

    De treng ikkje gjere noko no. Ta vare på rekneskap og resultat, så er det enklare å rapportere seinare.
    .subject = Prosjektet nærmar seg grensa for rapportering, sak { $case_no }

letter-project_duty = Det er til saman gitt { $basis_ore } i tilskotsperioden, som er over grensa for rapportering. Heile perioden skal rapporterast, også dette tilskotet. Summen gjekk over grensa i sak { $carried_by_no }.

    { $asks_more ->
        [true] Dette gjeld no for tilskotet i denne saka:

            – { letter-reporting-term }
            – { letter-audit-term }
       *[other] De treng ikkje gjere noko ut over det de alt har fått beskjed om.
    }
    .subject = Tilskotet skal rapporterast, sak { $case_no }

letter-use_question = Bruksfristen for tilskotet er passert. Vi har betalt ut { $paid_ore }.

    Kor mykje er ubrukt? Svar med beløpet. Er alt brukt, svarer de 0. Dette er ingen rapport.

    Ubrukte midlar skal betalast tilbake. Vi sender i så fall eit eige brev om det.
    .subject = Har de ubrukte midlar? Sak { $case_no }

letter-audit_chosen = { $audit_last_day ->
        [none] Prosjektet er avslutta før tida. De treng ikkje levere revidert rekneskap.
       *[other] Prosjektet er avslutta før tida. De skal levere revidert rekneskap innan { $audit_last_day }.
    }
    .subject = Revidert rekneskap, sak { $case_no }

letter-ended_early = Vi har registrert at prosjektet vart avslutta { $end_day }.

    { $audit_last_day ->
        [none] Det blir ikkje kravt revidert rekneskap.
       *[other] De skal levere rekneskap stadfesta av revisor. Fristen er { $audit_last_day }.
    } Fortel oss også kor mykje som er ubrukt. Ubrukte midlar skal betalast tilbake.
    .subject = Prosjektet er avslutta før tida, sak { $case_no }

letter-reopened = Vi har opna saka igjen. Grunnlaget er dokumentet { $source }.

    { $reason }

    De treng ikkje gjere noko no. Vi tek kontakt når vi har sett på saka. Breva de har fått, gjeld framleis.
    .subject = Saka er opna igjen, sak { $case_no }

letter-claim_notice = Vi vurderer å krevje tilbake { $amount_ore } av tilskotet for { $grant_year }. Grunn: { $ground }.

    { $reason }

    De kan svare før vi avgjer dette. Svarfristen er { $last_day }. Høyrer vi ikkje frå dykk, avgjer vi saka slik ho står.
    .subject = Varsel om krav på { $amount_ore }, sak { $case_no }

letter-overpayment_returned = De betalte meir enn kravet. Vi betalte tilbake { $amount_ore } den { $returned_on }.
    .subject = For mykje innbetalt er betalt tilbake, sak { $case_no }

letter-extension = De har fått lengre frist. Tilskotet for { $grant_year } kan brukast til { $use_last_day }.
    { $final_report_last_day ->
        [none] {""}
       *[other] Fristen for sluttrapporten er { $final_report_last_day }.
    }
    Det som er ubrukt då, skal betalast tilbake.
    .subject = Lengre bruksfrist, sak { $case_no }

letter-extension_declined = De får ikkje lengre frist til å bruke tilskotet for { $grant_year }. Fristen som galdt, står.

    { $reason }
    .subject = Svar på ønsket om lengre bruksfrist, sak { $case_no }

letter-change_approved = Vi har godkjent endringa de bad om (endring { $number }). Beløpet, bruksfristen og pliktene i brevet dykkar er dei same.
    .subject = Endringa er godkjend, sak { $case_no }

letter-change_declined = Vi har ikkje godkjent endringa de bad om. Tilskotet blir brukt slik de søkte om.

    { $reason }
    .subject = Svar på ønsket om endring, sak { $case_no }

letter-office_changed = Saka er overført til oss. Vi har ho frå no av, med same saksnummer. Vedtak, fristar og vilkår er dei same.
    .subject = Saka er overført, sak { $case_no }

letter-host_changed = Kommunen dykkar er no vertskommune i denne saka. Vilkåra og pliktene i tilskotsbrevet gjeld for dykk.

    { $reason }
    { $unpaid ->
        [true] {""}
            Blir det utbetalt tilskot, må signataren dykkar stadfeste kontonummeret først.
       *[other] {""}
    }
    .subject = Ny vertskommune, sak { $case_no }
