# Éi linje i historikken for kvar hending, og namnet på hendinga inne i ei setning (.name).

event-Submitted = Søknad om { $applied_ore } motteken{ $by_hand ->
        [true] , registrert for hand
       *[other] {""}
    }{ $late ->
        [true] , etter fristen
       *[other] {""}
    }
    .name = innsend søknad
event-ImpartialityDeclared = { $impartial ->
        [true] Habilitetsfråsegn: habil
       *[other] Habilitetsfråsegn: inhabil
    }
    .name = habilitetsfråsegn
event-Assigned = Fordelt til { $officer }
    .name = fordeling
event-ReturnedForSupplement = Returnert for utfylling med frist { $last_day }: { $deficiencies }
    .name = retur for utfylling
event-Supplemented = { $in_time ->
        [true] Utfylling motteken
       *[other] Utfylling motteken etter fristen
    }, søkt om { $applied_ore }
    .name = utfylling
event-AnchoringConfirmed = { $municipality } stadfesta at deltakinga er forankra i eiga leiing { $anchored_on }
    .name = stadfesta forankring
event-AssessmentResumed = Det som mangla, kom ikkje i tide: saka blir vurdert på det som ligg føre
    .name = vurdert på det som ligg føre
event-Withdrawn = Søknaden vart trekt
    .name = trekt søknad
event-LateApplicationAccepted = Søknaden kom etter fristen og er teken opp likevel
    .name = sein søknad teken opp
event-DismissalRecommended = Innstilt til avvising: { $ground }
    .name = innstilling til avvising
event-Dismissed = Avvist: { $ground }
    .name = avvising
event-Assessed = Vurdert, med framlegg om { $proposed_ore }
    .name = vurdering
event-Ranked = Plassert som nummer { $place } i runden
    .name = plassering
event-Recommended = { $grant ->
        [true] Innstilt til innvilging av { $amount_ore }
       *[other] Innstilt til avslag: { $rejection_ground }
    }
    .name = innstilling
event-SentBack = Innstillinga vart send tilbake
    .name = retur av innstillinga
event-Granted = Innvilga { $amount_ore }, søkt om { $applied_ore }
    .name = innvilging
event-BudgetDelivered = { $in_time ->
        [true] Revidert budsjett motteke
       *[other] Revidert budsjett motteke, for seint
    }
    .name = revidert budsjett
event-TermsAccepted = { $in_time ->
        [true] Vilkåra i vedtak { $decision_no } er aksepterte
       *[other] Vilkåra i vedtak { $decision_no } er aksepterte etter fristen
    }
    .name = vilkår aksepterte
event-Rejected = Avslått: { $ground }
    .name = avslag
event-AccountConfirmed = Kontonummeret vart stadfesta
    .name = stadfesta kontonummer
event-ConditionMet = Vilkår oppfylt: { $condition }
    .name = oppfylt vilkår
event-LatePaymentAllowed = Direktoratet lèt tilskotet bli utbetalt etter tilskotsåret ({ $reference })
    .name = utbetaling etter tilskotsåret
event-PaymentOrdered = Utbetaling { $payment_no } bestilt: { $amount_ore }
    .name = bestilt utbetaling
event-PaymentAttested = Utbetaling { $payment_no } attestert: { $amount_ore }
    .name = attestert utbetaling
event-PaymentFailed = Utbetaling { $payment_no } kom i retur
    .name = utbetaling i retur
event-PaymentCancelled = { $attested ->
        [true] Utbetaling { $payment_no } er stoppa hos økonomi
       *[other] Bestillinga av utbetaling { $payment_no } er trekt tilbake
    }
    .name = tilbakekalla utbetaling
event-Disbursed = Utbetalt { $amount_ore } den { $paid_on }, bilag { $voucher }
    .name = utbetaling
event-ThresholdEvaluated = { $limit_ore ->
        [none] Automatisk: rapporteringsplikta prøvd for { $basis_ore }: { $result }
       *[other] Automatisk: { $basis_ore } prøvd mot grensa på { $limit_ore }: { $result }
    }
    .name = prøving av rapporteringsgrensa
    .result = { $result }
event-ReportDutyArose = Rapport for { $name } skal leverast innan { $last_day }: { $ground }
    .name = rapporteringsplikt
    .result = rapport for { $name } skal leverast innan { $last_day }
event-AuditDutyArose = Revisorstadfesting for { $name } skal leverast innan { $last_day }
    .name = revisjonsplikt
    .result = revisorstadfesting for { $name } skal leverast innan { $last_day }
event-ProjectDutyNoted = Automatisk: med sak { $carried_by_no } er det til saman gitt { $basis_ore }, som er over rapporteringsgrensa; også dette tilskotet skal rapporterast
    .name = rapporteringsplikta til prosjektet
    .result = dette tilskotet skal rapporterast
event-GrantYearEnded = Automatisk, fordi tilskotsåret slutta { $deadline }: { $result }
    .name = slutt på tilskotsåret
    .result = { $result }
event-UseDeadlinePassed = Automatisk, fordi bruksfristen { $deadline } er passert: { $result }
    .name = passert bruksfrist
    .result = { $result }
event-LadderStepReached = Automatisk, fordi { $clock } har frist { $deadline }: { $overtaken ->
        [true] ikkje gjort, eit seinare steg gjeld
       *[other] { $act }
    }
    .name = påminning eller oppgåve
    .result = { $overtaken ->
        [true] ingenting, eit seinare steg gjeld
       *[other] { $act }
    }
event-Reminded = Kommunen vart mint om { $clock } med frist { $deadline }
    .name = påminning frå saksbehandlar
event-UseAnswered = Svar om bruken: { $unspent_ore } er ubrukt
    .name = svar om ubrukte midlar
event-ReportDelivered = { $in_time ->
        [true] Rapport for { $duty } levert
       *[other] Rapport for { $duty } levert etter fristen
    }: brukt { $spent_ore }, ubrukt { $unused_ore }{ $interest_ore ->
        [none] {""}
       *[other] ; renter { $interest_ore }
    }{ $vat_compensated_ore ->
        [none] {""}
       *[other] ; kompensert meirverdiavgift { $vat_compensated_ore }
    }
    .name = levert rapport
event-ReportReturned = Rapport for { $duty } send tilbake med frist { $last_day }
    .name = retur av rapport
event-ReportSeconded = Rapport for { $duty } lesen av medlesar
    .name = rapport lesen av medlesar
event-ReportApproved = Rapport for { $duty } godkjend
    .name = godkjend rapport
event-ReportsCompleted = Automatisk, fordi alle rapportar er godkjende: saka er rapportert
    .name = alt rapportert
    .result = saka er rapportert
event-AuditDelivered = { $in_time ->
        [true] Revisorstadfesting for { $duty } levert
       *[other] Revisorstadfesting for { $duty } levert etter fristen
    }: { $amount_ore }
    .name = levert revisorstadfesting
event-AuditReturned = Revisorstadfesting for { $duty } send tilbake med frist { $last_day }
    .name = retur av revisorstadfesting
event-AuditAccepted = { $applies ->
        [auditor] Revisorstadfesting for { $duty } godteken, skilnad { $difference_ore }: talet til revisor gjeld
       *[other] Revisorstadfesting for { $duty } godteken, skilnad { $difference_ore }
    }
    .name = godteken revisorstadfesting
event-AuditsCompleted = Automatisk, fordi alle revisorstadfestingar er godtekne: saka er revidert
    .name = alt revidert
    .result = saka er revidert
event-EndedEarly = Prosjektet vart avslutta før tida, { $end_day }
    .name = avslutning før tida
event-AuditChosen = { $required ->
        [true] Revidert rekneskap skal leverast: kjelda seier ikkje noko, ein person har valt
       *[other] Revidert rekneskap skal ikkje leverast: kjelda seier ikkje noko, ein person har valt
    }
    .name = val om revidert rekneskap
event-ExtensionAsked = Kommunen ber om å bruke tilskotet til { $last_day }
    .name = ønske om lengre frist
event-DirectorateAsked = Direktoratet er spurt
    .name = spørsmål til direktoratet
event-DirectorateAnswered = { $allowed ->
        [true] Direktoratet sa ja
       *[other] Direktoratet sa nei
    }, { $reference }
    .name = svar frå direktoratet
event-UseExtended = Bruksfristen er flytt til { $use_deadline }, etter svaret frå direktoratet { $reference }
    .name = lengre bruksfrist
event-ExtensionDeclined = Kommunen fekk ikkje lengre bruksfrist
    .name = avslag på lengre frist
event-ChangeAsked = Kommunen ber om endring { $number } i bruken av tilskotet
    .name = ønske om endring
event-ChangeApproved = Endring { $number } er godkjend
    .name = godkjend endring
event-ChangeDeclined = Endring { $number } er ikkje godkjend
    .name = avslått endring
event-ClaimProposed = Krav { $number } på { $amount_ore } føreslått: { $ground }
    .name = føreslått krav
event-ClaimNoticeGiven = Varsel om krav { $number } på { $amount_ore }: svarfrist { $last_day }
    .name = varsel om krav
event-ClaimReplied = { $in_time ->
        [true] Svar på varselet om krav { $number }
       *[other] Svar på varselet om krav { $number } etter fristen
    }
    .name = svar på varsel om krav
event-ClaimDecided = Krav { $number } på { $amount_ore } avgjort, betalingsfrist { $due_day }
    .name = avgjort krav
event-ClaimDeferred = Betalingsfristen for krav { $number } er flytt frå { $before_day } til { $due_day }
    .name = utsett betalingsfrist
event-ClaimReduced = Krav { $number } er gjort om frå { $before_ore } til { $amount_ore }
    .name = omgjort krav
event-ClaimDropped = Krav { $number } vart ikkje følgt opp
    .name = fråfalle krav
event-ClaimInvoiced = Faktura på krav { $number } send, KID { $kid }
    .name = faktura
event-RepaymentReceived = { $amount_ore } motteke på krav { $number } den { $received_on }
    .name = innbetaling
event-ClaimSentToCollection = { $outstanding_ore } av krav { $number } er sendt til innkrevjing
    .name = innkrevjing
event-OverpaymentReturned = { $amount_ore } for mykje innbetalt på krav { $number } er betalt tilbake { $returned_on }
    .name = for mykje innbetalt er betalt tilbake
event-ClaimWrittenOff = { $ground ->
        [none] { $amount_ore } avskrive på krav { $number }
       *[other] { $amount_ore } gitt opp på krav { $number }: { $ground }
    }
    .name = avskriving
event-Refunded = Automatisk, fordi alt er gjort opp: { $refunded_ore } er betalt tilbake
    .name = tilbakebetaling fullført
    .result = saka endar som tilbakebetalt
event-Closed = Saka vart avslutta: { $outcome }
    .name = avslutning
    .result = saka er avslutta: { $outcome }
event-Reopened = Saka vart teken opp att etter { $source }
    .name = gjenopning
event-TransferAsked = { $office } er bede om å ta over saka
    .name = ønske om overføring
event-TransferDeclined = Saka blir ikkje overført til { $office }
    .name = avslått overføring
event-OfficeChanged = Saka er overført til { $office }
    .name = overføring
event-HostChanged = Ny vertskommune: { $host } i staden for { $before }
    .name = ny vertskommune
event-RoundOpened = Runden «{ $title }» vart kunngjord: opnar { $opens_at }, søknadsfrist { $closes_at }
    .name = kunngjering
event-RoundStarted = Automatisk, fordi runden har opna: søknader blir tekne imot
    .name = opning av runden
event-RoundReminded = Automatisk, fordi søknadsfristen nærmar seg: påminning til kommunane
    .name = påminning om søknadsfristen
event-RoundClosed = Automatisk, fordi søknadsfristen { $deadline } er passert: runden er avslutta
    .name = avslutning av runden
event-MandateRegistered = Fullmakt for { $grant_year } registrert: { $reference }
    .name = registrert fullmakt
event-OfficeSettingChanged = Eigne reglar for embetet er endra{ $attestor_may_recommend ->
        [none] {""}
        [true] ; attestanten kan ha skrive innstillinga
       *[other] ; attestanten kan ikkje ha skrive innstillinga
    }{ $write_off_limit_ore ->
        [none] {""}
       *[other] ; ein leiar kan gi opp inntil { $write_off_limit_ore } av eit krav
    }
    .name = eigne reglar for embetet
