# Klager og omgjering.

refusal-appeal_hold = Utbetalinga ventar på svaret på klage { $appeal }.
    .mend = Behandle klaga først, eller vent på klageinstansen.
refusal-reversal_waits = Det ligg ei innstilling om omgjering som ikkje er avgjord.
    .mend = La ein leiar avgjere ho først.
refusal-dispute_open = Saka har ei open klage eller ei omgjering som ikkje er avgjord.
    .mend = Gjer ho ferdig først.
refusal-appeal_open = Klage { $appeal } er ikkje svart på enno.
    .mend = Vent på svaret, eller trekk klaga og send ei ny.
refusal-appeal_too_late = Klaga kom meir enn eitt år etter vedtaket. Siste dag var { $last_day }.
    .mend = Avvis klaga. Embetet kan likevel gjere om vedtaket av eige tiltak.
refusal-no_appeal_body = Runden har ikkje klagerett. Det er embetet sjølv som svarer på ei oppmoding om omgjering.
    .mend = Gjer om avgjerda, eller svar nei med grunngiving.
refusal-ruling_day_impossible = { $given_day } kan ikkje vere dagen klageinstansen svarte. Han må liggje etter oversendinga, og ikkje fram i tid.
    .mend = Oppgi datoen på svaret.
refusal-appeal_is_forwarded = Ei klage som kom i tide, kan ikkje embetet sjølv avslå.
    .mend = Send klaga til klageinstansen, eller gi klagaren medhald.
refusal-decider_is_preparer = Den som har førebudd klaga, kan ikkje også avgjere ho.
    .mend = Ein annan leiar må avgjere.
refusal-no_such_appeal = Saka har inga klage nummer { $appeal }.
    .mend = Vel ei av klagene i saka.
refusal-appeal_not_ready = Klage { $appeal } er { $state }, og då kan ikkje dette gjerast.
    .mend = Gjer det steget som klaga ventar på.
refusal-no_ruling = Inga klage i saka har eit svar frå klageinstansen som ventar på å bli gjennomført.
    .mend = Registrer svaret først, eller vel ein annan grunn.
refusal-refusal_is_set_aside = Eit avslag blir gjort om ved at søknaden blir vurdert på nytt. Beløp og vilkår kjem i den nye innstillinga.
    .mend = Innstill på omgjering utan beløp og vilkår.
refusal-reversal_changes_nothing = Omgjeringa endrar verken beløpet eller vilkåra.
    .mend = Oppgi det som skal endrast.
refusal-detriment_needs_ground = Omgjeringa er til skade for kommunen. Det krev eit anna grunnlag enn at ho er til gunst.
    .mend = Vel grunnlaget i forvaltningslova § 35, eller la vedtaket stå.
refusal-no_notice_waits = Inga omgjering ventar på førehandsvarsel.
    .mend = Varsel trengst berre éin gong, og berre når omgjeringa er til skade for kommunen.
refusal-not_to_benefit = Omgjeringa som er innstilt, er ikkje til gunst for kommunen.
    .mend = Innstill på ei omgjering til gunst, eller send klaga vidare.
refusal-reverser_is_recommender = Den som har innstilt på omgjeringa, kan ikkje også vedta ho.
    .mend = Ein annan leiar må vedta ho.
refusal-notice_missing = Kommunen er ikkje varsla om at tilskotet kan bli gjort om til skade for han.
    .mend = Send førehandsvarsel med frist for uttale.
refusal-notice_runs = Kommunen kan uttale seg til og med { $last_day }.
    .mend = Vent til fristen er ute, og les det kommunen har sagt.
refusal-already_reported = Kommunen har levert rapport eller revisorstadfesting, og vedtaket kan ikkje gjerast om no.
    .mend = Det som skal tilbake, blir kravd tilbake. Meir pengar krev ny søknad.
refusal-paid_amount_stays = Tilskotet er utbetalt med { $paid_ore } og kan ikkje setjast til { $amount_ore }.
    .mend = Krev tilbake det som er for mykje, eller be om ein ny søknad.
refusal-no_reversal_waits = Inga innstilling om omgjering ventar på avgjerd.
    .mend = Ein saksbehandlar må innstille først.
event-PreliminaryReplySent = Førebels svar sendt: svar er venta { $expected_day }
    .name = førebels svar
event-AppealFiled = { $late ->
        [true] Klage { $number } kom etter fristen
       *[other] Klage { $number } kom inn
    }{ $claim ->
        [none] {""}
       *[other] , på krav { $claim }
    }
    .name = klage
event-LateAppealAccepted = Klage { $number } blir teken til behandling sjølv om ho kom for seint
    .name = oppfrisking av klage
event-AppealPrepared = Klage { $number } er førebudd
    .name = førebudd klage
event-AppealUpheld = Kommunen fekk medhald i klage { $number }
    .name = medhald i klage
event-AppealForwarded = Klage { $number } er send til klageinstansen
    .name = oversend klage
event-AppealDecided = Klageinstansen svarte på klage { $number } den { $decided_on }: { $outcome } ({ $reference })
    .name = svar frå klageinstansen
event-AppealConcluded = Svaret på klage { $number } er gjennomført
    .name = gjennomført klagevedtak
event-AppealDeclined = { $late ->
        [true] Klage { $number } er avvist fordi ho kom for seint
       *[other] Oppmoding { $number } om omgjering er ikkje følgd
    }
    .name = avvist klage
event-AppealWithdrawn = Klage { $number } er trekt
    .name = trekt klage
event-ReversalRecommended = { $amount_ore ->
        [none] Innstilt på ny vurdering av søknaden: { $ground }
       *[other] Innstilt på omgjering til { $amount_ore }: { $ground }
    }
    .name = innstilling om omgjering
event-ReversalNoticeGiven = Førehandsvarsel om omgjering til { $amount_ore }, med svarfrist { $last_day }
    .name = førehandsvarsel om omgjering
event-ReversalDropped = Omgjeringa vart ikkje vedteken
    .name = fråfallen omgjering
event-DutyLapsed = { $kind ->
        [audit] Revisorstadfestinga for { $name } er ikkje lenger kravd etter det gamle vedtaket
       *[other] Rapporten for { $name } er ikkje lenger kravd etter det gamle vedtaket
    }
    .name = bortfallen plikt
    .result = er ikkje lenger kravd
event-Reversed = Vedtak { $decision_no }: vedtak { $reversed_no } er gjort om frå { $before_ore } til { $amount_ore } ({ $ground })
    .name = omgjering
event-RefusalSetAside = Vedtak { $decision_no }: søknaden blir vurdert på nytt ({ $ground })
    .name = omgjort avslag
event-ProjectDutyLapsed = Prosjektet er ikkje lenger over rapporteringsgrensa
    .name = bortfallen rapporteringsplikt for prosjektet
    .result = grensa krev ikkje lenger rapport her
event-DutyKept = Kravet om rapport står, sjølv om summen ikkje lenger er over grensa
    .name = rapportkravet står
stage-annulled = Oppheva
command-annul = oppheve tilskotet (ved omgjering til 0)
command-set_aside = vurdere søknaden på nytt (ved omgjering)
command-send_preliminary_reply = sende førebels svar
command-file_appeal = klage eller be om omgjering
command-accept_late_appeal = ta ei sein klage til behandling
command-prepare_appeal = førebu klaga
command-uphold_appeal = gi medhald i klaga
command-forward_appeal = sende klaga til klageinstansen
command-register_appeal_outcome = registrere svaret frå klageinstansen
command-conclude_appeal = merke klagevedtaket som gjennomført
command-decline_appeal = avvise klaga eller seie nei til omgjering
command-withdraw_appeal = trekkje klaga
command-recommend_reversal = innstille på omgjering
command-give_reversal_notice = sende førehandsvarsel om omgjering
command-reverse = gjere om vedtaket
command-drop_reversal = la vedtaket stå
command-note_project_duty_lapsed = merke at rapporteringsplikta for prosjektet er fallen bort
task-late_appeal = Ta stilling til den seine klaga
task-prepare_appeal = Førebu klaga
task-decide_appeal = Avgjer klaga eller send ho vidare
task-carry_out_ruling = Gjennomfør det klageinstansen har bestemt
task-reversal_notice = Send førehandsvarsel om omgjeringa
task-decide_reversal = Ta stilling til omgjeringa
task-overdue_preliminary_reply = Førebels svar må sendast innan ein månad
task-overdue_appeal_review = Over målet: klaga er ikkje behandla
task-overdue_appeal_follow_up = Klageinstansen har ikkje svart: spør
task-overdue_reversal_notice = Svarfristen er ute: avgjer omgjeringa
clock-preliminary_reply = det førebelse svaret
clock-appeal_review = behandlinga av klaga
clock-appeal_follow_up = svaret frå klageinstansen
clock-reversal_notice = fråsegna om omgjeringa
state-received = motteken
state-late = komen for seint
state-under_review = førebudd
state-upheld = teken til følgje
state-forwarded = send til klageinstansen
state-ruled = avgjord av klageinstansen
state-concluded = ferdig
state-declined = avvist
state-taken_back = trekt
outcome-upheld = vedtaket blir ståande
outcome-changed = vedtaket er endra
outcome-annulled = vedtaket er oppheva
outcome-returned = saka er send tilbake til ny behandling
ground-benefit = til gunst for kommunen
ground-not_notified = vedtaket var ikkje kome fram
ground-invalid = vedtaket er ugyldig
ground-other_law = anna rettsgrunnlag for omgjering
ground-appeal_ruling = klageinstansen har bestemt det
letter-appeal = { $appeal_regime ->
        [individual_decision] De kan klage på vedtaket til { $appeal_body ->
            [none] Barne-, ungdoms- og familiedirektoratet
           *[other] { $appeal_body }
        }. Send klaga til oss, innan { $appeal_day }.
        [none] Det formelle brevet seier korleis de kan klage eller be om ny vurdering.
       *[other] Avgjerda er ikkje eit enkeltvedtak, og det er ikkje formell klagerett. De kan be oss gjere ho om.
    }
letter-L03 = { $on_appeal ->
        [true] Vi har ikkje ferdigbehandla klaga dykkar enno.
       *[other] Vi har ikkje ferdigbehandla søknaden dykkar enno.
    } De kan vente svar innan { $expected_day }.
    .subject = Førebels svar, sak { $case_no }
letter-appeal_receipt = { $appeal_regime ->
        [individual_decision] Vi tok imot klaga dykkar { $received_at }, norsk tid.
       *[other] Vi tok imot oppmodinga dykkar om omgjering { $received_at }, norsk tid.
    } { $late ->
        [true] Ho kom etter fristen, og vi vurderer om ho kan behandlast.
       *[other] {""}
    }
    .subject = Kvittering for klage, sak { $case_no }
letter-L17 = Vi har vurdert klaga og funne at vedtaket bør stå. Klaga er send til { $appeal_body ->
        [none] Barne-, ungdoms- og familiedirektoratet
       *[other] { $appeal_body }
    }, som avgjer ho. Vurderinga vår:

    { $assessment }{ $enclosure_lines ->
        [none] {""}
       *[other] {""}

            Dette følgjer med:
            { $enclosure_lines }
    }
    .subject = Klaga er send til klageinstansen, sak { $case_no }
enclosure-decision = vedtaket
enclosure-appeal = klaga
enclosure-erased = (Dokumentet er sletta.)
letter-appeal_outcome = Klageinstansen svarte på klaga { $decided_on }: { $outcome }. Må vi gjere noko meir, høyrer de frå oss.
    .subject = Klaga er avgjord, sak { $case_no }
letter-appeal_declined = { $late ->
        [true] Klaga kom etter fristen, og vi har avvist ho.
       *[other] Vi har vurdert oppmodinga, og avgjerda blir ståande.
    }

    { $reason }
    .subject = Svar på klage, sak { $case_no }
letter-reversal_notice = Vi vurderer å gjere om tilskotet frå { $before_ore } til { $amount_ore }, eller å endre vilkåra. Grunnlag: { $ground }.

    { $explanation }

    De kan uttale dykk innan { $last_day }. Vi avgjer saka etter det.
    .subject = Varsel om omgjering, sak { $case_no }
letter-L16 = Vi har gjort om vedtak { $reversed_no }. Tilskotet er endra frå { $before_ore } til { $amount_ore }. Grunnlag: { $ground }. Dette er vedtak { $decision_no } i saka.

    { $annulled ->
        [true] Tilskotet er oppheva, og de har ingen plikter etter det.
       *[other] Dette gjeld no i staden for det gamle brevet.

            { letter-terms }
    }

    Det formelle brevet følgjer.

    { letter-appeal }
    .subject = Vedtaket er gjort om, sak { $case_no }
letter-set_aside = Vi har gjort om avgjerda om ikkje å innvilge tilskot. Søknaden blir vurdert på nytt, og de får eit nytt vedtak. Omgjeringa er vedtak { $decision_no } i saka.
    .subject = Søknaden blir vurdert på nytt, sak { $case_no }
letter-project_duty_lapsed = Eit tilskot er gjort om, og summen er ikkje lenger over grensa for rapportering. { $still_asked ->
        [true] Det som står i brevet dykkar om rapportering, gjeld framleis.
       *[other] De treng ikkje rapportere dette tilskotet lenger.
    }
    .subject = Summen er ikkje lenger over rapporteringsgrensa, sak { $case_no }
