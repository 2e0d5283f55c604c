# Regelboka: avslag, navnet på hver verdi i et regelverk, hva verdier heter, og det `saksgang rules` og `check` sier.

refusal-may_only_tighten = Runden kan ikke be om mindre enn regelverket. Det gjelder { $setting }: regelverket sier «{ $in_force }» ({ $value_rule }), runden sier «{ $asked }».
    .mend = Sett en verdi som er like streng eller strengere, eller ta den ut.
refusal-not_of_a_round = Regelverket fastsetter dette, og en runde kan ikke endre det: { $setting }.
    .mend = Ta det ut av runden. Unntak for en enkelt sak gjøres i brevet.
refusal-set_twice = Runden setter samme verdi to ganger: { $setting }.
    .mend = Behold den ene.
refusal-rule_set_missing_for_year = { $needed ->
        [none] Det finnes ikke regelverk for { $year }. Runden kan ikke åpnes.
       *[other] Ingen kilde gir regler for { $year }. Runden kan ikke åpnes før en person har fylt inn dette: { $needed }. Kildene sier heller ikke noe om { $silent }.
    }
    .mend = { $needed ->
        [none] Vent på retningslinjene for { $year }. De legges inn som en ny fil.
       *[other] Fyll det inn fra embetets eget brev for { $year }, med begrunnelse.
    }
refusal-rule_set_unsettled = { $rule_set } sier ikke det en runde må vite: { $needed }.
    .mend = Fyll det inn fra embetets eget brev, med begrunnelse.

# --- verdiene i et regelverk, slik de heter inne i en setning ---
setting-minimum_members = hvor mange som må delta
setting-minimum_members_services = antall tjenester
setting-minimum_members_municipalities = antall kommuner
setting-minimum_members_barnevern_services = antall barnevernstjenester
setting-minimum_members_leaders = antall barnevernsledere
setting-minimum_members_leader_municipalities = antall kommuner lederne kommer fra
setting-criteria = kriterier for tildelingen
setting-plan = plan for arbeidet
setting-project_template = prosjektmal
setting-budget = budsjett
setting-budget_adds_up = at budsjettet går opp
setting-other_public_support = opplysning om annen offentlig støtte
setting-applicant_is_member = at søkeren er en kommune i nettverket
setting-distinct_municipalities = at hver kommune står én gang
setting-services_of_members = at tjenestene hører til nettverkets kommuner
setting-consent = bekreftelse fra hver kommune
setting-anchoring = forankring i hver kommune
setting-local_risk_assessment = lokal risiko- og tilstandsvurdering
setting-two_representatives = to deltakere fra hver kommune
setting-management_representative = deltaker fra ledelsen i hver kommune
setting-network_leader = leder for nettverket
setting-steering_group = styringsgruppe
setting-management_in_steering_group = kommuneledelsen i styringsgruppen
setting-knowledge_environment = kunnskapsmiljø i egeninitierte prosjekter
setting-foster_knowledge_environment = kunnskapsmiljø i fosterhjemsprosjekter
setting-knowledge_environment_or_bufetat = kunnskapsmiljø eller Bufetat
setting-other_services = at bare barnevernstjenester deltar
setting-barnevern_initiates = at barnevernstjenesten tar initiativet
setting-leaders_only = at bare barnevernsledere deltar
setting-fixed_arena = fast arena for lederne
setting-limited_participants = begrenset antall deltakere
setting-no_identity_numbers = ingen fødselsnumre i tekstene
setting-participants_limit = største antall deltakere
setting-knowledge_environment_need = vurdering av behovet for kunnskapsmiljø
setting-leader_effect = vurdering av virkningen på ledelsen
setting-simple_form = enkel søknad
setting-paid_in_grant_year = utbetaling i tilskuddsåret
setting-use_within_grant_year = bruk innen tilskuddsåret
setting-use_deadline_years_after = år fra tilskuddsåret til bruksfristen
setting-reporting_everyone = rapport for alle tilskudd
setting-reporting_threshold_kr = grensen for rapportering
setting-reporting_basis = det grensen for rapportering måles mot
setting-reporting_discretionary = rapport under grensen når brevet krever det
setting-reporting_internal_justification = intern begrunnelse for rapport under grensen
setting-reporting_yearly = årlig rapport
setting-audit_threshold_kr = grensen for revisjon
setting-audit_basis = det grensen for revisjon måles mot
setting-audit_follows_reporting = revisjon når det er rapporteringsplikt
setting-audit_collected = samlet revisjon etter siste år
setting-audit_early_end = revidert regnskap ved avslutning før tiden
setting-audit_early_end_threshold_kr = grensen for revidert regnskap ved avslutning før tiden
setting-audit_early_end_when_required = revidert regnskap ved avslutning før tiden når brevet krever rapport
setting-unspent_repaid = tilbakebetaling av det som er ubrukt
setting-budget_item = kapittel og post
setting-tightening = embetets adgang til å be om mer
setting-review_from = når reglene revideres

# --- hva verdier heter ---
value-error = må
value-warning = bør
value-hint = råd
value-off = ikke spurt om
value-true = ja
value-false = nei
value-single_grant = ett tilskudd
value-cumulative_period = alle tilskudd i perioden
value-earmarked = øremerket
value-silent = kilden sier ingenting
value-absent = ikke med
severity-error = feil
severity-warning = advarsel
severity-hint = råd

# --- det kilden forteller ved siden av ---
note-programme_period = programperiode
note-known_frame = kjent ramme
note-start_meeting = oppstartsmøte
note-answers_due = frist for svar
note-network_lasts = hvor lenge nettverket varer
note-needs_of_municipalities = kommunenes egne behov
note-missing_document = regler som mangler blant kildene
note-missing_letter = brev som mangler blant kildene
note-missing_form = skjema som mangler blant kildene
note-coordinator = koordinator for fosterhjemsprosjekter
note-ready_modules = ferdige moduler
note-application_deadline = søknadsfrist
note-revision = revisjon av retningslinjene

# --- hvorfor det er en plikt, eller ingen ---
duty-report_over = { $basis_ore } er mer enn { $limit_ore }: tilskuddet skal rapporteres.
duty-report_everyone = Alle tilskudd skal rapporteres, uansett beløp.
duty-report_none = { $basis_ore } er mindre enn { $limit_ore }: ingen rapporteringsplikt.
duty-report_choice = { $basis_ore } er nøyaktig { $limit_ore }. Regelverket sier ikke hva som gjelder da; en person må velge og begrunne.
duty-report_chosen = Regelverket lar dette stå åpent. Brevet krever rapport, og valget må være begrunnet.
duty-report_unknown = Kilden sier ikke hvem som skal rapportere; en person må si det.
duty-report_discretionary = Tilskuddet er under grensen. Brevet kan kreve rapport av særskilte grunner, med en intern begrunnelse.
duty-report_not_allowed = Tilskuddet er under grensen, og regelverket åpner ikke for å kreve rapport likevel.
duty-audit_over = { $basis_ore } er mer enn { $limit_ore }: regnskapet skal revideres.
duty-audit_under = { $basis_ore } er ikke mer enn { $limit_ore }: ingen revisjon.
duty-audit_follows = Revisjonen følger rapporteringsplikten.
duty-audit_collected = Tilskudd over flere år kan revideres samlet etter siste år.
duty-audit_none = Uten rapporteringsplikt etter regelverket kreves ikke revisjon. Brevet må si det.
duty-audit_choice = Revisjonen følger rapporten, og om den skal leveres, er ikke valgt.
duty-audit_unknown = Kilden sier ikke når regnskapet skal revideres; en person må si det.
duty-early_over = { $basis_ore } er mer enn { $limit_ore }, og prosjektet avsluttes før tiden: revidert regnskap kreves.
duty-early_required = Brevet krever rapport, og prosjektet avsluttes før tiden: revidert regnskap kreves.
duty-early_none = Prosjektet avsluttes før tiden uten å være over grensen og uten krav om rapport: bare en bekreftelse og det ubrukte.
duty-early_unknown = Kilden sier ikke hva som gjelder når prosjektet avsluttes før tiden; en person må si det.
duty-near = { $basis_ore } er minst { $percent } prosent av { $limit_ore }: neste tilskudd til prosjektet kan gi rapporteringsplikt.
report_duty-statutory = må rapporteres
report_duty-discretionary = rapporteres fordi brevet krever det
report_duty-none = ingen rapport
report_duty-choice = en person må velge
report_duty-unknown = en person må si det
audit_duty-required = regnskapet skal revideres
audit_duty-collected = samlet revisjon etter siste år
audit_duty-none = ingen revisjon
audit_duty-choice = en person må velge
audit_duty-unknown = en person må si det

# --- det `saksgang rules` og `saksgang check` sier ---
rules-key = Nøkkel
rules-year = År
rules-title = Tittel
rules-sources = Kilder
rules-complete = hele
rules-incomplete = noe mangler
rules-between = År uten kilde: { $years }. En person fyller inn det en runde må vite, fra embetets eget brev.
rules-setting = Hva
rules-value = Verdi
rules-rule = Regel
rules-section = Hvor
rules-quote = Kildens ord
rules-pots = Potter
rules-strand_checks = Hva en søknad om { $strand } må ha
rules-strand_assessment = Hvordan { $strand } vurderes
rules-use = Bruk og betaling
rules-reporting = Rapportering
rules-audit = Revisjon
rules-other = Ellers
rules-clocks = Klokker
rules-silent = Det kilden ikke sier noe om
rules-notes = Det kilden forteller ved siden av
rules-known = Det embetenes nettsider sier om året (ingen regel)
rules-differs = Annerledes enn { $rule_set }
rules-same = Ingen forskjell.
rules-before = Før: { $rule_set }
rules-after = Nå: { $rule_set }
rules-source = Kilde: { $document }
rules-valid = Gjelder fra { $from_day }
rules-valid_until = Gjelder { $from_day } til { $to_day }
rules-own_reading = vår lesning
rules-unknown_key = Det finnes ikke et regelverk { $rule_set }. Det finnes: { $known }.
rules-basis = Målt: { $basis_ore }
rules-report_line = Rapport: { $said }
rules-audit_line = Revisjon: { $said }
rules-from_day = fra { $from_day }
rules-days = { $days } dager
rules-working_days = { $days } virkedager
rules-months = { $months ->
        [one] { $months } måned
       *[other] { $months } måneder
    }
rules-days_before = { $days } dager før
rules-days_after = { $days } dager etter
rules-on_the_day = på dagen
rules-paid_by = Utbetales senest
rules-use_within = Brukes innen
rules-use_deadline = Siste frist for bruk
rules-reminders = Påminnelser
rules-other_year = { $rule_set } gjelder { $rule_set_year }, ikke { $year }. Datoene viser hva det ville gi.
rules-appeal_due = Siste dag for klage: { $due_day }
rules-preview_usable = { $rule_set } kan brukes.
rules-preview_new = Nye runder for { $year } ville gjøre dette annerledes enn { $rule_set }:
rules-preview_nothing_before = Det finnes ingen tidligere regler å sammenligne med.
rules-preview_touched = Åpne runder og saker som blir berørt: ingen. De er festet til reglene som gjaldt da runden åpnet.
rules-preview_counted = Åpne runder: { $rounds }. Saker som ikke er avsluttet: { $cases }.
rules-preview_not_counted = Databasen svarer ikke, så runder og saker er ikke talt opp.
rules-preview_unsettled = En runde kan ikke åpnes på disse reglene før en person har fylt inn: { $needed }.
rules-preview_overrides = Det embetene selv har bedt om i runder, holdt mot disse reglene:
rules-preview_override_holds = { $round_no } kan åpnes likt igjen.
rules-preview_override_unknown = { $round_no } setter noe som disse reglene ikke har.
rules-preview_missing_rows = Regler som ikke er i regelboka ennå: { $rows }.
check-acceptable = Søknaden kan sendes inn etter { $rule_set }.
check-not_acceptable = Søknaden kan ikke sendes inn ennå etter { $rule_set }.
check-allowed = tillatt
check-no_rules = Det finnes ikke regelverk for { $strand } i { $years }. Velg et med --ruleset.
check-no_files = Ingen søknader å kontrollere.
check-checking = Kontrollerer
check-file = Fil
check-result = Resultat
check-ok = kan sendes inn
check-lacking = mangler noe
check-unusable = kan ikke leses
check-sum = { $files } kontrollert: { $acceptable } kan sendes inn, { $lacking } mangler noe, { $unusable } kan ikke leses.
