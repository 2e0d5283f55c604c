# Én linje i historikken for hver hendelse, og hendelsens navn inne i en setning (.name).

event-Submitted = Søknad om { $applied_ore } mottatt{ $by_hand ->
        [true] , registrert for hånd
       *[other] {""}
    }{ $late ->
        [true] , etter fristen
       *[other] {""}
    }
    .name = innsendt søknad
event-ImpartialityDeclared = { $impartial ->
        [true] Habilitetserklæring: habil
       *[other] Habilitetserklæring: inhabil
    }
    .name = habilitetserklæring
event-Assigned = Fordelt til { $officer }
    .name = fordeling
event-ReturnedForSupplement = Returnert for utfylling med frist { $last_day }: { $deficiencies }
    .name = retur for utfylling
event-Supplemented = { $in_time ->
        [true] Utfylling mottatt
       *[other] Utfylling mottatt etter fristen
    }, søkt om { $applied_ore }
    .name = utfylling
event-AnchoringConfirmed = { $municipality } bekreftet at deltakelsen er forankret i egen ledelse { $anchored_on }
    .name = bekreftet forankring
event-AssessmentResumed = Det som manglet, kom ikke i tide: saken vurderes på det som foreligger
    .name = vurdert på det som foreligger
event-Withdrawn = Søknaden ble trukket
    .name = trukket søknad
event-LateApplicationAccepted = Søknaden kom etter fristen og er tatt opp likevel
    .name = sen søknad tatt opp
event-DismissalRecommended = Innstilt til avvisning: { $ground }
    .name = innstilling til avvisning
event-Dismissed = Avvist: { $ground }
    .name = avvisning
event-Assessed = Vurdert, med forslag om { $proposed_ore }
    .name = vurdering
event-Ranked = Plassert som nummer { $place } i runden
    .name = plassering
event-Recommended = { $grant ->
        [true] Innstilt til innvilgelse av { $amount_ore }
       *[other] Innstilt til avslag: { $rejection_ground }
    }
    .name = innstilling
event-SentBack = Innstillingen ble sendt tilbake
    .name = retur av innstillingen
event-Granted = Innvilget { $amount_ore }, søkt om { $applied_ore }
    .name = innvilgelse
event-BudgetDelivered = { $in_time ->
        [true] Revidert budsjett mottatt
       *[other] Revidert budsjett mottatt, for sent
    }
    .name = revidert budsjett
event-TermsAccepted = { $in_time ->
        [true] Vilkårene i vedtak { $decision_no } er akseptert
       *[other] Vilkårene i vedtak { $decision_no } er akseptert etter fristen
    }
    .name = vilkår akseptert
event-Rejected = Avslått: { $ground }
    .name = avslag
event-AccountConfirmed = Kontonummeret ble bekreftet
    .name = bekreftet kontonummer
event-ConditionMet = Vilkår oppfylt: { $condition }
    .name = oppfylt vilkår
event-LatePaymentAllowed = Direktoratet lar tilskuddet bli utbetalt etter tilskuddsåret ({ $reference })
    .name = utbetaling etter tilskuddsåret
event-PaymentOrdered = Utbetaling { $payment_no } bestilt: { $amount_ore }
    .name = bestilt utbetaling
event-PaymentAttested = Utbetaling { $payment_no } attestert: { $amount_ore }
    .name = attestert utbetaling
event-PaymentFailed = Utbetaling { $payment_no } kom i retur
    .name = utbetaling i retur
event-PaymentCancelled = { $attested ->
        [true] Utbetaling { $payment_no } er stanset hos økonomi
       *[other] Bestillingen av utbetaling { $payment_no } er trukket tilbake
    }
    .name = tilbakekalt utbetaling
event-Disbursed = Utbetalt { $amount_ore } den { $paid_on }, bilag { $voucher }
    .name = utbetaling
event-ThresholdEvaluated = { $limit_ore ->
        [none] Automatisk: rapporteringsplikten prøvd for { $basis_ore }: { $result }
       *[other] Automatisk: { $basis_ore } prøvd mot grensen på { $limit_ore }: { $result }
    }
    .name = prøving av rapporteringsgrensen
    .result = { $result }
event-ReportDutyArose = Rapport for { $name } skal leveres innen { $last_day }: { $ground }
    .name = rapporteringsplikt
    .result = rapport for { $name } skal leveres innen { $last_day }
event-AuditDutyArose = Revisorbekreftelse for { $name } skal leveres innen { $last_day }
    .name = revisjonsplikt
    .result = revisorbekreftelse for { $name } skal leveres innen { $last_day }
event-ProjectDutyNoted = Automatisk: med sak { $carried_by_no } er det til sammen gitt { $basis_ore }, som er over rapporteringsgrensen; også dette tilskuddet skal rapporteres
    .name = prosjektets rapporteringsplikt
    .result = dette tilskuddet skal rapporteres
event-GrantYearEnded = Automatisk, fordi tilskuddsåret sluttet { $deadline }: { $result }
    .name = slutt på tilskuddsåret
    .result = { $result }
event-UseDeadlinePassed = Automatisk, fordi bruksfristen { $deadline } er passert: { $result }
    .name = passert bruksfrist
    .result = { $result }
event-LadderStepReached = Automatisk, fordi { $clock } har frist { $deadline }: { $overtaken ->
        [true] ikke gjort, et senere steg gjelder
       *[other] { $act }
    }
    .name = påminnelse eller oppgave
    .result = { $overtaken ->
        [true] ingenting, et senere steg gjelder
       *[other] { $act }
    }
event-Reminded = Kommunen ble minnet om { $clock } med frist { $deadline }
    .name = påminnelse fra saksbehandler
event-UseAnswered = Svar om bruken: { $unspent_ore } er ubrukt
    .name = svar om ubrukte midler
event-ReportDelivered = { $in_time ->
        [true] Rapport for { $duty } levert
       *[other] Rapport for { $duty } levert etter fristen
    }: brukt { $spent_ore }, ubrukt { $unused_ore }{ $interest_ore ->
        [none] {""}
       *[other] ; renter { $interest_ore }
    }{ $vat_compensated_ore ->
        [none] {""}
       *[other] ; kompensert merverdiavgift { $vat_compensated_ore }
    }
    .name = levert rapport
event-ReportReturned = Rapport for { $duty } sendt tilbake med frist { $last_day }
    .name = retur av rapport
event-ReportSeconded = Rapport for { $duty } lest av medleser
    .name = rapport lest av medleser
event-ReportApproved = Rapport for { $duty } godkjent
    .name = godkjent rapport
event-ReportsCompleted = Automatisk, fordi alle rapporter er godkjent: saken er rapportert
    .name = alt rapportert
    .result = saken er rapportert
event-AuditDelivered = { $in_time ->
        [true] Revisorbekreftelse for { $duty } levert
       *[other] Revisorbekreftelse for { $duty } levert etter fristen
    }: { $amount_ore }
    .name = levert revisorbekreftelse
event-AuditReturned = Revisorbekreftelse for { $duty } sendt tilbake med frist { $last_day }
    .name = retur av revisorbekreftelse
event-AuditAccepted = { $applies ->
        [auditor] Revisorbekreftelse for { $duty } godtatt, forskjell { $difference_ore }: revisors tall gjelder
       *[other] Revisorbekreftelse for { $duty } godtatt, forskjell { $difference_ore }
    }
    .name = godtatt revisorbekreftelse
event-AuditsCompleted = Automatisk, fordi alle revisorbekreftelser er godtatt: saken er revidert
    .name = alt revidert
    .result = saken er revidert
event-EndedEarly = Prosjektet ble avsluttet før tiden, { $end_day }
    .name = avslutning før tiden
event-AuditChosen = { $required ->
        [true] Revidert regnskap skal leveres: kilden sier ikke noe, en person har valgt
       *[other] Revidert regnskap skal ikke leveres: kilden sier ikke noe, en person har valgt
    }
    .name = valg om revidert regnskap
event-ExtensionAsked = Kommunen ber om å bruke tilskuddet til { $last_day }
    .name = ønske om lengre frist
event-DirectorateAsked = Direktoratet er spurt
    .name = spørsmål til direktoratet
event-DirectorateAnswered = { $allowed ->
        [true] Direktoratet sa ja
       *[other] Direktoratet sa nei
    }, { $reference }
    .name = svar fra direktoratet
event-UseExtended = Bruksfristen er flyttet til { $use_deadline }, etter direktoratets svar { $reference }
    .name = lengre bruksfrist
event-ExtensionDeclined = Kommunen fikk ikke lengre bruksfrist
    .name = avslag på lengre frist
event-ChangeAsked = Kommunen ber om endring { $number } i bruken av tilskuddet
    .name = ønske om endring
event-ChangeApproved = Endring { $number } er godkjent
    .name = godkjent endring
event-ChangeDeclined = Endring { $number } er ikke godkjent
    .name = avslått endring
event-ClaimProposed = Krav { $number } på { $amount_ore } foreslått: { $ground }
    .name = foreslått krav
event-ClaimNoticeGiven = Varsel om krav { $number } på { $amount_ore }: svarfrist { $last_day }
    .name = varsel om krav
event-ClaimReplied = { $in_time ->
        [true] Svar på varselet om krav { $number }
       *[other] Svar på varselet om krav { $number } etter fristen
    }
    .name = svar på varsel om krav
event-ClaimDecided = Krav { $number } på { $amount_ore } avgjort, betalingsfrist { $due_day }
    .name = avgjort krav
event-ClaimDeferred = Betalingsfristen for krav { $number } er flyttet fra { $before_day } til { $due_day }
    .name = utsatt betalingsfrist
event-ClaimReduced = Krav { $number } er gjort om fra { $before_ore } til { $amount_ore }
    .name = omgjort krav
event-ClaimDropped = Krav { $number } ble ikke fulgt opp
    .name = frafalt krav
event-ClaimInvoiced = Faktura på krav { $number } sendt, KID { $kid }
    .name = faktura
event-RepaymentReceived = { $amount_ore } mottatt på krav { $number } den { $received_on }
    .name = innbetaling
event-ClaimSentToCollection = { $outstanding_ore } av krav { $number } er sendt til innkreving
    .name = innkreving
event-OverpaymentReturned = { $amount_ore } for mye innbetalt på krav { $number } er betalt tilbake { $returned_on }
    .name = for mye innbetalt er betalt tilbake
event-ClaimWrittenOff = { $ground ->
        [none] { $amount_ore } avskrevet på krav { $number }
       *[other] { $amount_ore } gitt opp på krav { $number }: { $ground }
    }
    .name = avskrivning
event-Refunded = Automatisk, fordi alt er gjort opp: { $refunded_ore } er betalt tilbake
    .name = tilbakebetaling fullført
    .result = saken ender som tilbakebetalt
event-Closed = Saken ble avsluttet: { $outcome }
    .name = avslutning
    .result = saken er avsluttet: { $outcome }
event-Reopened = Saken ble gjenåpnet etter { $source }
    .name = gjenåpning
event-TransferAsked = { $office } er bedt om å overta saken
    .name = ønske om overføring
event-TransferDeclined = Saken overføres ikke til { $office }
    .name = avslått overføring
event-OfficeChanged = Saken er overført til { $office }
    .name = overføring
event-HostChanged = Ny vertskommune: { $host } i stedet for { $before }
    .name = ny vertskommune
event-RoundOpened = Runden «{ $title }» ble kunngjort: åpner { $opens_at }, søknadsfrist { $closes_at }
    .name = kunngjøring
event-RoundStarted = Automatisk, fordi runden har åpnet: søknader tas imot
    .name = åpning av runden
event-RoundReminded = Automatisk, fordi søknadsfristen nærmer seg: påminnelse til kommunene
    .name = påminnelse om søknadsfristen
event-RoundClosed = Automatisk, fordi søknadsfristen { $deadline } er passert: runden er avsluttet
    .name = avslutning av runden
event-MandateRegistered = Fullmakt for { $grant_year } registrert: { $reference }
    .name = registrert fullmakt
event-OfficeSettingChanged = Embetets egne regler er endret{ $attestor_may_recommend ->
        [none] {""}
        [true] ; attestanten kan ha skrevet innstillingen
       *[other] ; attestanten kan ikke ha skrevet innstillingen
    }{ $write_off_limit_ore ->
        [none] {""}
       *[other] ; en leder kan gi opp inntil { $write_off_limit_ore } av et krav
    }
    .name = embetets egne regler
