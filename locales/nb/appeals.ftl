# Klager og omgjøring.

refusal-appeal_hold = Utbetalingen venter på svaret på klage { $appeal }.
    .mend = Behandle klagen først, eller vent på klageinstansen.
refusal-reversal_waits = Det ligger en innstilling om omgjøring som ikke er avgjort.
    .mend = La en leder avgjøre den først.
refusal-dispute_open = Saken har en åpen klage eller en omgjøring som ikke er avgjort.
    .mend = Gjør den ferdig først.
refusal-appeal_open = Klage { $appeal } er ikke besvart ennå.
    .mend = Vent på svaret, eller trekk klagen og send en ny.
refusal-appeal_too_late = Klagen kom mer enn ett år etter vedtaket. Siste dag var { $last_day }.
    .mend = Avvis klagen. Embetet kan likevel gjøre om vedtaket av eget tiltak.
refusal-no_appeal_body = Runden har ikke klagerett. Det er embetet selv som svarer på en anmodning om omgjøring.
    .mend = Gjør om avgjørelsen, eller svar nei med begrunnelse.
refusal-ruling_day_impossible = { $given_day } kan ikke være dagen klageinstansen svarte. Den må ligge etter oversendelsen, og ikke fram i tid.
    .mend = Oppgi datoen på svaret.
refusal-appeal_is_forwarded = En klage som kom i tide, kan ikke avslås av embetet selv.
    .mend = Send klagen til klageinstansen, eller gi klageren medhold.
refusal-decider_is_preparer = Den som har forberedt klagen, kan ikke også avgjøre den.
    .mend = En annen leder må avgjøre.
refusal-no_such_appeal = Saken har ingen klage nummer { $appeal }.
    .mend = Velg en av klagene i saken.
refusal-appeal_not_ready = Klage { $appeal } er { $state }, og da kan ikke dette gjøres.
    .mend = Gjør det steget som klagen venter på.
refusal-no_ruling = Ingen klage i saken har et svar fra klageinstansen som venter på å bli gjennomført.
    .mend = Registrer svaret først, eller velg en annen grunn.
refusal-refusal_is_set_aside = Et avslag gjøres om ved at søknaden vurderes på nytt. Beløp og vilkår kommer i den nye innstillingen.
    .mend = Innstill på omgjøring uten beløp og vilkår.
refusal-reversal_changes_nothing = Omgjøringen endrer verken beløpet eller vilkårene.
    .mend = Oppgi det som skal endres.
refusal-detriment_needs_ground = Omgjøringen er til skade for kommunen. Det krever et annet grunnlag enn at den er til gunst.
    .mend = Velg grunnlaget i forvaltningsloven § 35, eller la vedtaket stå.
refusal-no_notice_waits = Ingen omgjøring venter på forhåndsvarsel.
    .mend = Varsel trengs bare én gang, og bare når omgjøringen er til skade for kommunen.
refusal-not_to_benefit = Omgjøringen som er innstilt, er ikke til gunst for kommunen.
    .mend = Innstill på en omgjøring til gunst, eller send klagen videre.
refusal-reverser_is_recommender = Den som har innstilt på omgjøringen, kan ikke også vedta den.
    .mend = En annen leder må vedta den.
refusal-notice_missing = Kommunen er ikke varslet om at tilskuddet kan bli gjort om til skade for den.
    .mend = Send forhåndsvarsel med frist for uttalelse.
refusal-notice_runs = Kommunen kan uttale seg til og med { $last_day }.
    .mend = Vent til fristen er ute, og les det kommunen har sagt.
refusal-already_reported = Kommunen har levert rapport eller revisorbekreftelse, og vedtaket kan ikke gjøres om nå.
    .mend = Det som skal tilbake, kreves tilbake. Mer penger krever ny søknad.
refusal-paid_amount_stays = Tilskuddet er utbetalt med { $paid_ore } og kan ikke settes til { $amount_ore }.
    .mend = Krev tilbake det som er for mye, eller be om en ny søknad.
refusal-no_reversal_waits = Ingen innstilling om omgjøring venter på avgjørelse.
    .mend = En saksbehandler må innstille først.
event-PreliminaryReplySent = Foreløpig svar sendt: svar ventes { $expected_day }
    .name = foreløpig svar
event-AppealFiled = { $late ->
        [true] Klage { $number } kom etter fristen
       *[other] Klage { $number } kom inn
    }{ $claim ->
        [none] {""}
       *[other] , på krav { $claim }
    }
    .name = klage
event-LateAppealAccepted = Klage { $number } tas til behandling selv om den kom for sent
    .name = oppfriskning av klage
event-AppealPrepared = Klage { $number } er forberedt
    .name = forberedt klage
event-AppealUpheld = Kommunen fikk medhold i klage { $number }
    .name = medhold i klage
event-AppealForwarded = Klage { $number } er sendt til klageinstansen
    .name = oversendt klage
event-AppealDecided = Klageinstansen svarte på klage { $number } den { $decided_on }: { $outcome } ({ $reference })
    .name = svar fra klageinstansen
event-AppealConcluded = Svaret på klage { $number } er gjennomført
    .name = gjennomført klagevedtak
event-AppealDeclined = { $late ->
        [true] Klage { $number } er avvist fordi den kom for sent
       *[other] Anmodning { $number } om omgjøring er ikke tatt til følge
    }
    .name = avvist klage
event-AppealWithdrawn = Klage { $number } er trukket
    .name = trukket klage
event-ReversalRecommended = { $amount_ore ->
        [none] Innstilt på ny vurdering av søknaden: { $ground }
       *[other] Innstilt på omgjøring til { $amount_ore }: { $ground }
    }
    .name = innstilling om omgjøring
event-ReversalNoticeGiven = Forhåndsvarsel om omgjøring til { $amount_ore }, med svarfrist { $last_day }
    .name = forhåndsvarsel om omgjøring
event-ReversalDropped = Omgjøringen ble ikke vedtatt
    .name = frafalt omgjøring
event-DutyLapsed = { $kind ->
        [audit] Revisorbekreftelsen for { $name } kreves ikke lenger etter det gamle vedtaket
       *[other] Rapporten for { $name } kreves ikke lenger etter det gamle vedtaket
    }
    .name = bortfalt plikt
    .result = kreves ikke lenger
event-Reversed = Vedtak { $decision_no }: vedtak { $reversed_no } er gjort om fra { $before_ore } til { $amount_ore } ({ $ground })
    .name = omgjøring
event-RefusalSetAside = Vedtak { $decision_no }: søknaden vurderes på nytt ({ $ground })
    .name = omgjort avslag
event-ProjectDutyLapsed = Prosjektet er ikke lenger over rapporteringsgrensen
    .name = bortfalt rapporteringsplikt for prosjektet
    .result = grensen krever ikke lenger rapport her
event-DutyKept = Kravet om rapport står, selv om summen ikke lenger er over grensen
    .name = rapportkravet står
stage-annulled = Opphevet
command-annul = oppheve tilskuddet (ved omgjøring til 0)
command-set_aside = vurdere søknaden på nytt (ved omgjøring)
command-send_preliminary_reply = sende foreløpig svar
command-file_appeal = klage eller be om omgjøring
command-accept_late_appeal = ta en sen klage til behandling
command-prepare_appeal = forberede klagen
command-uphold_appeal = gi medhold i klagen
command-forward_appeal = sende klagen til klageinstansen
command-register_appeal_outcome = registrere svaret fra klageinstansen
command-conclude_appeal = merke klagevedtaket som gjennomført
command-decline_appeal = avvise klagen eller si nei til omgjøring
command-withdraw_appeal = trekke klagen
command-recommend_reversal = innstille på omgjøring
command-give_reversal_notice = sende forhåndsvarsel om omgjøring
command-reverse = gjøre om vedtaket
command-drop_reversal = la vedtaket stå
command-note_project_duty_lapsed = merke at prosjektets rapporteringsplikt er falt bort
task-late_appeal = Ta stilling til den sene klagen
task-prepare_appeal = Forbered klagen
task-decide_appeal = Avgjør klagen eller send den videre
task-carry_out_ruling = Gjennomfør det klageinstansen har bestemt
task-reversal_notice = Send forhåndsvarsel om omgjøringen
task-decide_reversal = Ta stilling til omgjøringen
task-overdue_preliminary_reply = Foreløpig svar må sendes innen en måned
task-overdue_appeal_review = Over målet: klagen er ikke behandlet
task-overdue_appeal_follow_up = Klageinstansen har ikke svart: spør
task-overdue_reversal_notice = Svarfristen er ute: avgjør omgjøringen
clock-preliminary_reply = det foreløpige svaret
clock-appeal_review = behandlingen av klagen
clock-appeal_follow_up = svaret fra klageinstansen
clock-reversal_notice = uttalelsen om omgjøringen
state-received = mottatt
state-late = kommet for sent
state-under_review = forberedt
state-upheld = tatt til følge
state-forwarded = sendt til klageinstansen
state-ruled = avgjort av klageinstansen
state-concluded = ferdig
state-declined = avvist
state-taken_back = trukket
outcome-upheld = vedtaket blir stående
outcome-changed = vedtaket er endret
outcome-annulled = vedtaket er opphevet
outcome-returned = saken er sendt tilbake til ny behandling
ground-benefit = til gunst for kommunen
ground-not_notified = vedtaket var ikke kommet fram
ground-invalid = vedtaket er ugyldig
ground-other_law = annet rettsgrunnlag for omgjøring
ground-appeal_ruling = klageinstansen har bestemt det
letter-appeal = { $appeal_regime ->
        [individual_decision] Dere kan klage på vedtaket til { $appeal_body ->
            [none] Barne-, ungdoms- og familiedirektoratet
           *[other] { $appeal_body }
        }. Send klagen til oss, innen { $appeal_day }.
        [none] Det formelle brevet sier hvordan dere kan klage eller be om ny vurdering.
       *[other] Avgjørelsen er ikke et enkeltvedtak, og det er ikke formell klagerett. Dere kan be oss gjøre den om.
    }
letter-L03 = { $on_appeal ->
        [true] Vi har ikke ferdigbehandlet klagen deres ennå.
       *[other] Vi har ikke ferdigbehandlet søknaden deres ennå.
    } Dere kan vente svar innen { $expected_day }.
    .subject = Foreløpig svar, sak { $case_no }
letter-appeal_receipt = { $appeal_regime ->
        [individual_decision] Vi mottok klagen deres { $received_at }, norsk tid.
       *[other] Vi mottok anmodningen deres om omgjøring { $received_at }, norsk tid.
    } { $late ->
        [true] Den kom etter fristen, og vi vurderer om den kan behandles.
       *[other] {""}
    }
    .subject = Kvittering for klage, sak { $case_no }
letter-L17 = Vi har vurdert klagen og funnet at vedtaket bør stå. Klagen er sendt til { $appeal_body ->
        [none] Barne-, ungdoms- og familiedirektoratet
       *[other] { $appeal_body }
    }, som avgjør den. Vår vurdering:

    { $assessment }{ $enclosure_lines ->
        [none] {""}
       *[other] {""}

            Dette følger med:
            { $enclosure_lines }
    }
    .subject = Klagen er sendt til klageinstansen, sak { $case_no }
enclosure-decision = vedtaket
enclosure-appeal = klagen
enclosure-erased = (Dokumentet er slettet.)
letter-appeal_outcome = Klageinstansen svarte på klagen { $decided_on }: { $outcome }. Må vi gjøre noe mer, hører dere fra oss.
    .subject = Klagen er avgjort, sak { $case_no }
letter-appeal_declined = { $late ->
        [true] Klagen kom etter fristen, og vi har avvist den.
       *[other] Vi har vurdert anmodningen, og avgjørelsen blir stående.
    }

    { $reason }
    .subject = Svar på klage, sak { $case_no }
letter-reversal_notice = Vi vurderer å gjøre om tilskuddet fra { $before_ore } til { $amount_ore }, eller å endre vilkårene. Grunnlag: { $ground }.

    { $explanation }

    Dere kan uttale dere innen { $last_day }. Vi avgjør saken etter det.
    .subject = Varsel om omgjøring, sak { $case_no }
letter-L16 = Vi har gjort om vedtak { $reversed_no }. Tilskuddet er endret fra { $before_ore } til { $amount_ore }. Grunnlag: { $ground }. Dette er vedtak { $decision_no } i saken.

    { $annulled ->
        [true] Tilskuddet er opphevet, og dere har ingen plikter etter det.
       *[other] Dette gjelder nå i stedet for det gamle brevet.

            { letter-terms }
    }

    Det formelle brevet følger.

    { letter-appeal }
    .subject = Vedtaket er gjort om, sak { $case_no }
letter-set_aside = Vi har gjort om avgjørelsen om ikke å innvilge tilskudd. Søknaden blir vurdert på nytt, og dere får et nytt vedtak. Omgjøringen er vedtak { $decision_no } i saken.
    .subject = Søknaden blir vurdert på nytt, sak { $case_no }
letter-project_duty_lapsed = Et tilskudd er gjort om, og summen er ikke lenger over grensen for rapportering. { $still_asked ->
        [true] Det som står i brevet deres om rapportering, gjelder fortsatt.
       *[other] Dere trenger ikke rapportere dette tilskuddet lenger.
    }
    .subject = Summen er ikke lenger over rapporteringsgrensen, sak { $case_no }
