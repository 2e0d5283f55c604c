# Meldinger til kommunen: selve teksten, og emnet (.subject). Vedtak sier at det formelle brevet følger.

letter-frame = { $office_lines }

    Til: { $recipient }
    Vår referanse: { $case_no }

    { $subject }

    { $body }

    Med hilsen
    { $office_name }

    Oppgi saksnummer { $case_no } når dere kontakter oss.
letter-recipient = { $host_name }, organisasjonsnummer { $host }
letter-recipient-round = kommunene i embetet

letter-L01 = Søknadsrunden «{ $title }» for { $grant_year } er åpen.

    Søknadsfrist: { $closes_at }, norsk tid.

    Kommuner i et nettverk kan søke. Én kommune søker for nettverket som vertskommune. Kriteriene og søknadsskjemaet ligger i runden.

    Kunngjøringen i sin helhet følger.
    .subject = Søknadsrunden er åpen: { $title }

letter-round_reminder = Søknadsfristen i runden «{ $title }» for { $grant_year } er { $closes_at }, norsk tid.

    Har nettverket alt søkt, kan dere se bort fra denne påminnelsen.
    .subject = Søknadsfristen nærmer seg: { $title }

letter-anchoring_reminder = { $unit } søker tilskudd for «{ $network }» og venter på svar fra dere.

    Deltakelsen er frivillig, og hver kommune svarer selv: ja, med hvem i ledelsen som står bak, eller nei. Søknadsfristen er { $closes_at }, norsk tid.

    Svar her, med kommunens egen innlogging:
    { $link }
    .subject = Skal dere være med i «{ $network }»?

letter-audit_invitation = { $unit } har fått tilskudd som skal revideres, og ber revisor om en bekreftelse. Fristen er { $last_day }.

    Bekreftelsen leveres i saken, med revisors egen innlogging for kommunen. Der ligger også tilskuddsbrevet, rapporten og regnskapet:
    { $link }
    .subject = Revisorbekreftelse, sak { $case_no }

letter-L02 = Vi mottok søknaden deres { $received_at }, norsk tid. Dere har søkt om { $applied_ore }.
    { $late ->
        [true] {""}
            Søknaden kom etter søknadsfristen. Embetet vurderer om den kan behandles.
            {""}
       *[other] {""}
    }
    En saksbehandler går nå gjennom søknaden. Dere hører fra oss hvis noe mangler.
    .subject = Kvittering for søknad, sak { $case_no }

letter-L04 = { $deficiency_lines ->
        [none] Vi kan ikke godkjenne det dere har sendt, før det er rettet.
       *[other] Søknaden er returnert for utfylling. Dette mangler:

            { $deficiency_lines }
    }

    { $explanation }

    Frist: { $last_day }. Hører vi ikke fra dere innen fristen, må vi vurdere saken slik den står.
    .subject = Noe mangler i sak { $case_no }, frist { $last_day }

letter-reporting-term = { $reporting ->
        [required] Kommunen skal rapportere for nettverket for hvert år tilskuddet brukes. Frist for rapport er { $report_last_day }, og for sluttrapport { $final_report_last_day }.{ $interest_and_vat ->
            [true] {" "}Rapporten skal også si hvor mye renter tilskuddet ga, og hvor mye merverdiavgift kommunen fikk kompensert.
           *[other] {""}
        }{ $added_questions ->
            [none] {""}
           *[other] {" "}Rapporten skal også svare på dette: { $added_questions }
        }
       *[other] Tilskuddet skal ikke rapporteres. Vi spør bare om noe er ubrukt.
    }
letter-audit-term = { $audit ->
        [required] Revisor skal bekrefte regnskapet for hvert år. Frist for revisorbekreftelsen er { $audit_last_day }.
        [collected] Revisor skal bekrefte regnskapet samlet for hele perioden. Frist for revisorbekreftelsen er { $audit_last_day }.
       *[other] Regnskapet trenger ikke revisorbekreftelse.
    }
letter-terms = Vilkår:

    – { $cost_from ->
        [none] Tilskuddet gjelder kostnader i { $grant_year }, og resten kan brukes til { $use_last_day }.
       *[other] Tilskuddet gjelder kostnader fra { $cost_from }, og kan brukes til { $use_last_day }.
    } Det som er ubrukt da, skal betales tilbake.
    – { letter-reporting-term }
    – { letter-audit-term }
    – { $acceptance_day ->
        [none] Vilkårene gjelder uten at dere aksepterer dem.
       *[other] Signataren for kommunen må akseptere vilkårene innen { $acceptance_day }. Tilskuddet blir ikke utbetalt før det er gjort.
    }
    – { $knowledge_environment ->
        [payment] Nettverket skal samarbeide med et kunnskapsmiljø. Tilskuddet blir ikke utbetalt før dette er på plass.
        [grant] Nettverket skal samarbeide med et kunnskapsmiljø.
       *[other] Det er ikke satt vilkår om samarbeid med et kunnskapsmiljø.
    }
    – Endringer i nettverket, prosjektet eller budsjettet skal dere melde til oss. Det gjelder også hvis prosjektet avsluttes før tiden. Da kan vi kreve revidert regnskap.
    – Statsforvalteren og Riksrevisjonen kan kontrollere at pengene brukes som forutsatt.

    Pengene betales til kommunen når signataren har bekreftet kontonummeret.

letter-L05 = Dere har fått tilskudd på { $amount_ore } for { $grant_year }. { $more ->
        [true] Det er mer enn de { $applied_ore } dere søkte om. Grunnen er: { $difference_reason }
       *[other] Det er hele beløpet dere søkte om.
    }

    { letter-terms }

    Det formelle tilskuddsbrevet følger. Der står også hvordan dere kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Tilskudd på { $amount_ore }, sak { $case_no }

letter-L06 = Dere har fått tilskudd på { $amount_ore } for { $grant_year }. { $difference_reason ->
        [none] Dere søkte om { $applied_ore }, og søknaden er altså innvilget delvis.
       *[other] Dere søkte om { $applied_ore }, og søknaden er altså innvilget delvis. Grunnen er: { $difference_reason }
    }

    { letter-terms }

    Tilpass budsjettet til det innvilgede beløpet, og send det til oss{ $budget_day ->
        [none] .
       *[other] {" "}innen { $budget_day }.
    }

    Det formelle tilskuddsbrevet følger. Der står hva som ikke er innvilget og hvorfor, og hvordan dere kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Tilskudd på { $amount_ore }, sak { $case_no } (delvis innvilget)

letter-L07 = Søknaden deres er avslått: { $ground }.

    { $reason }

    Det formelle brevet om avslaget følger. Der står også hvordan dere kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Avslag på søknad, sak { $case_no }

letter-L08 = Søknaden deres er avvist: { $ground }. Det betyr at vi ikke har vurdert innholdet.

    { $reason }

    Det formelle brevet om avvisningen følger. Der står også hvordan dere kan klage eller be om ny vurdering.

    { letter-appeal }
    .subject = Avvisning av søknad, sak { $case_no }

letter-supplement_reminder = Vi mangler fortsatt opplysninger til søknaden deres. Fristen for å sende dem er { $last_day }.

    Vi har tidligere skrevet til dere om hva som mangler.
    .subject = Påminnelse om å utfylle søknaden, sak { $case_no }

letter-acceptance_reminder = Fristen for å akseptere vilkårene i tilskuddsbrevet er { $last_day }. Pengene betales ikke ut før signataren for kommunen har akseptert dem.
    .subject = Påminnelse om å akseptere vilkårene, sak { $case_no }

letter-budget_reminder = Dere har fått mindre enn dere søkte om. Fristen for å sende oss et budsjett som er tilpasset tilskuddet, er { $last_day }.
    .subject = Påminnelse om revidert budsjett, sak { $case_no }

letter-L09 = { $clock_code ->
        [use_question] Vi har spurt om dere har ubrukte midler, og kan ikke se at dere har svart. Svarfristen er { $last_day }.
       *[other] Tilskuddet for { $grant_year } kan brukes til { $last_day }. Det som er ubrukt da, skal betales tilbake.
    }

    { $clock_code ->
        [use_question] Svar med beløpet som er ubrukt. Er alt brukt, svarer dere 0.
       *[other] Dere trenger ikke søke om å bruke midlene. Si fra til oss hvis dere ser at noe blir til overs.
    }
    .subject = Påminnelse om bruk av tilskuddet, sak { $case_no }

letter-L10 = { $clock_code ->
        [audit] Fristen for revisorbekreftelsen er { $last_day }.
       *[other] Fristen for rapporten er { $last_day }.
    } { $passed ->
        [true] Vi kan ikke se at vi har fått den.
       *[other] Dette er en påminnelse før fristen.
    }

    { $clock_code ->
        [audit] Be revisor sende den. Den skal vise ordningen, saksnummeret, beløpet og perioden.
       *[other] Rapporten skal vise hva som er brukt, hva som er ubrukt, og hva dere har oppnådd.
    }

    Har dere sendt den de siste dagene, kan dere se bort fra denne påminnelsen.
    .subject = Påminnelse om rapportering, sak { $case_no }

letter-L11 = { $clock_code ->
        [report] Fristen for rapporten var { $last_day }, og vi kan ikke se at vi har fått den.
        [audit] Fristen for revisorbekreftelsen var { $last_day }, og vi kan ikke se at vi har fått den.
        [claim] Betalingsfristen for kravet om tilbakebetaling var { $last_day }. Vi kan ikke se at alt er betalt.
       *[other] Fristen var { $last_day }, og vi kan ikke se at vi har hørt fra dere.
    }

    { $clock_code ->
        [claim] Betal det som gjenstår, med KID-nummeret på fakturaen. Blir kravet stående ubetalt, må vi vurdere innkreving.
       *[other] Hører vi ikke fra dere, legger vi saken fram for leder, som vurderer hva vi gjør videre. Tilskudd som det ikke gjøres rede for, kan bli krevd tilbake.
    }{ $answer_day ->
        [none] { "" }
       *[other] { " " }Vi venter til og med { $answer_day }.
    }
    .subject = { $clock_code ->
        [claim] Purring på tilbakebetaling, sak { $case_no }
       *[other] Purring på rapportering, sak { $case_no }
    }

letter-collection = Kravet om tilbakebetaling er ikke betalt. Det som gjenstår, { $outstanding_ore }, er sendt til innkreving for statskassen.

    Dere får brev derfra. Kravet gjelder fortsatt det samme beløpet.
    .subject = Kravet er sendt til innkreving, sak { $case_no }

letter-claim_waived = Vi har ettergitt { $amount_ore } av kravet om tilbakebetaling.

    { $whole ->
        [true] Dere skal ikke betale noe mer.
       *[other] Dere skal fortsatt betale { $outstanding_ore }.
    }
    .subject = Kravet er ettergitt, sak { $case_no }

letter-L12 = Rapporten for { $duty } er godkjent. Skal dere levere noe mer, får dere melding om det.
    .subject = Rapporten er godkjent, sak { $case_no }

letter-L14 = Vi krever at { $amount_ore } av tilskuddet for { $grant_year } betales tilbake til statskassen. Betalingsfristen er { $due_day }.

    Faktura med KID-nummer følger. Vent med å betale til dere har fått den.

    Det formelle brevet med begrunnelse følger. Å klage eller be om ny vurdering utsetter ikke betalingen av seg selv.

    { letter-appeal }
    .subject = Krav om tilbakebetaling av { $amount_ore }, sak { $case_no }

letter-claim_deferred = Dere har fått lengre tid til å betale kravet om tilbakebetaling. Betalingsfristen er nå { $due_day }.

    { $reason }
    .subject = Lengre betalingsfrist, sak { $case_no }

letter-claim_reduced = Vi har gjort om kravet om tilbakebetaling på { $before_ore }. { $lifted ->
        [true] Vi krever ikke lenger noe.
       *[other] Kravet er nå på { $amount_ore }.
    }{ $paid_back ->
        [true] {" "}Dere har betalt { $overpaid_ore } for mye. Vi betaler det tilbake.
       *[other] {""}
    }

    Det formelle brevet med begrunnelse følger.
    .subject = Kravet er gjort om, sak { $case_no }

letter-L15 = Vi har mottatt { $refunded_ore }, og kravet er gjort opp. Saken er ferdig.
    .subject = Bekreftelse på tilbakebetaling, sak { $case_no }

letter-L19 = Søknaden er trukket, slik dere ba om. Vi behandler den ikke videre.
    .subject = Søknaden er trukket, sak { $case_no }

letter-L20 = Saken er avsluttet. Dere har ingen flere plikter for dette tilskuddet.

    Innvilget: { $granted_ore }
    Utbetalt: { $paid_ore }
    Tilbakebetalt: { $refunded_ore }

    Ta vare på regnskapsmaterialet så lenge regnskapsreglene krever det.
    .subject = Saken er avsluttet, sak { $case_no }

letter-payment = Vi har betalt ut { $amount_ore } den { $paid_on }.
    .subject = Utbetaling av tilskudd, sak { $case_no }

letter-near_limit = Prosjektet har nå fått { $basis_ore } i tilskuddsperioden. Det nærmer seg grensen på { $limit_ore }. Går summen over grensen, skal hele perioden rapporteres.

    Dere trenger ikke gjøre noe nå. Ta vare på regnskap og resultater, så er det enklere å rapportere senere.
    .subject = Prosjektet nærmer seg grensen for rapportering, sak { $case_no }

letter-project_duty = Det er til sammen gitt { $basis_ore } i tilskuddsperioden, som er over grensen for rapportering. Hele perioden skal rapporteres, også dette tilskuddet. Summen gikk over grensen i sak { $carried_by_no }.

    { $asks_more ->
        [true] Dette gjelder nå for tilskuddet i denne saken:

            – { letter-reporting-term }
            – { letter-audit-term }
       *[other] Dere trenger ikke gjøre noe ut over det dere alt har fått beskjed om.
    }
    .subject = Tilskuddet skal rapporteres, sak { $case_no }

letter-use_question = Bruksfristen for tilskuddet er passert. Vi har betalt ut { $paid_ore }.

    Hvor mye er ubrukt? Svar med beløpet. Er alt brukt, svarer dere 0. Dette er ingen rapport.

    Ubrukte midler skal betales tilbake. Vi sender i så fall et eget brev om det.
    .subject = Har dere ubrukte midler? Sak { $case_no }

letter-audit_chosen = { $audit_last_day ->
        [none] Prosjektet er avsluttet før tiden. Dere trenger ikke levere revidert regnskap.
       *[other] Prosjektet er avsluttet før tiden. Dere skal levere revidert regnskap innen { $audit_last_day }.
    }
    .subject = Revidert regnskap, sak { $case_no }

letter-ended_early = Vi har registrert at prosjektet ble avsluttet { $end_day }.

    { $audit_last_day ->
        [none] Det kreves ikke revidert regnskap.
       *[other] Dere skal levere regnskap bekreftet av revisor. Fristen er { $audit_last_day }.
    } Fortell oss også hvor mye som er ubrukt. Ubrukte midler skal betales tilbake.
    .subject = Prosjektet er avsluttet før tiden, sak { $case_no }

letter-reopened = Vi har gjenåpnet saken. Grunnlaget er dokumentet { $source }.

    { $reason }

    Dere trenger ikke gjøre noe nå. Vi tar kontakt når vi har sett på saken. Brevene dere har fått, gjelder fortsatt.
    .subject = Saken er gjenåpnet, sak { $case_no }

letter-claim_notice = Vi vurderer å kreve tilbake { $amount_ore } av tilskuddet for { $grant_year }. Grunn: { $ground }.

    { $reason }

    Dere kan svare før vi avgjør dette. Svarfristen er { $last_day }. Hører vi ikke fra dere, avgjør vi saken slik den står.
    .subject = Varsel om krav på { $amount_ore }, sak { $case_no }

letter-overpayment_returned = Dere betalte mer enn kravet. Vi betalte tilbake { $amount_ore } den { $returned_on }.
    .subject = For mye innbetalt er betalt tilbake, sak { $case_no }

letter-extension = Dere har fått lengre frist. Tilskuddet for { $grant_year } kan brukes til { $use_last_day }.
    { $final_report_last_day ->
        [none] {""}
       *[other] Fristen for sluttrapporten er { $final_report_last_day }.
    }
    Det som er ubrukt da, skal betales tilbake.
    .subject = Lengre bruksfrist, sak { $case_no }

letter-extension_declined = Dere får ikke lengre frist til å bruke tilskuddet for { $grant_year }. Fristen som gjaldt, står.

    { $reason }
    .subject = Svar på ønsket om lengre bruksfrist, sak { $case_no }

letter-change_approved = Vi har godkjent endringen dere ba om (endring { $number }). Beløpet, bruksfristen og pliktene i brevet deres er de samme.
    .subject = Endringen er godkjent, sak { $case_no }

letter-change_declined = Vi har ikke godkjent endringen dere ba om. Tilskuddet brukes slik dere søkte om.

    { $reason }
    .subject = Svar på ønsket om endring, sak { $case_no }

letter-office_changed = Saken er overført til oss. Vi har den fra nå av, med samme saksnummer. Vedtak, frister og vilkår er de samme.
    .subject = Saken er overført, sak { $case_no }

letter-host_changed = Kommunen deres er nå vertskommune i denne saken. Vilkårene og pliktene i tilskuddsbrevet gjelder for dere.

    { $reason }
    { $unpaid ->
        [true] {""}
            Blir det utbetalt tilskudd, må signataren deres bekrefte kontonummeret først.
       *[other] {""}
    }
    .subject = Ny vertskommune, sak { $case_no }
