# Regelboka: avslag, namnet på kvar verdi i eit regelverk, kva verdiar heiter, og det `saksgang rules` og `check` seier.

refusal-may_only_tighten = Runden kan ikkje be om mindre enn regelverket. Det gjeld { $setting }: regelverket seier «{ $in_force }» ({ $value_rule }), runden seier «{ $asked }».
    .mend = Set ein verdi som er like streng eller strengare, eller ta han ut.
refusal-not_of_a_round = Regelverket fastset dette, og ein runde kan ikkje endre det: { $setting }.
    .mend = Ta det ut av runden. Unntak for ei einskild sak blir gjort i brevet.
refusal-set_twice = Runden set same verdien to gonger: { $setting }.
    .mend = Behald den eine.
refusal-rule_set_missing_for_year = { $needed ->
        [none] Det finst ikkje regelverk for { $year }. Runden kan ikkje opnast.
       *[other] Ingen kjelde gir reglar for { $year }. Runden kan ikkje opnast før ein person har fylt inn dette: { $needed }. Kjeldene seier heller ikkje noko om { $silent }.
    }
    .mend = { $needed ->
        [none] Vent på retningslinene for { $year }. Dei blir lagde inn som ei ny fil.
       *[other] Fyll det inn frå brevet embetet sjølv sende for { $year }, med grunngiving.
    }
refusal-rule_set_unsettled = { $rule_set } seier ikkje det ein runde må vite: { $needed }.
    .mend = Fyll det inn frå brevet embetet sjølv sende, med grunngiving.

# --- verdiane i eit regelverk, slik dei heiter inne i ei setning ---
setting-minimum_members = kor mange som må delta
setting-minimum_members_services = talet på tenester
setting-minimum_members_municipalities = talet på kommunar
setting-minimum_members_barnevern_services = talet på barnevernstenester
setting-minimum_members_leaders = talet på barnevernsleiarar
setting-minimum_members_leader_municipalities = talet på kommunar leiarane kjem frå
setting-criteria = kriterium for tildelinga
setting-plan = plan for arbeidet
setting-project_template = prosjektmal
setting-budget = budsjett
setting-budget_adds_up = at budsjettet går opp
setting-other_public_support = opplysning om annan offentleg støtte
setting-applicant_is_member = at søkjaren er ein kommune i nettverket
setting-distinct_municipalities = at kvar kommune står éin gong
setting-services_of_members = at tenestene høyrer til kommunane i nettverket
setting-consent = stadfesting frå kvar kommune
setting-anchoring = forankring i kvar kommune
setting-local_risk_assessment = lokal risiko- og tilstandsvurdering
setting-two_representatives = to deltakarar frå kvar kommune
setting-management_representative = deltakar frå leiinga i kvar kommune
setting-network_leader = leiar for nettverket
setting-steering_group = styringsgruppe
setting-management_in_steering_group = kommuneleiinga i styringsgruppa
setting-knowledge_environment = kunnskapsmiljø i eigeninitierte prosjekt
setting-foster_knowledge_environment = kunnskapsmiljø i fosterheimsprosjekt
setting-knowledge_environment_or_bufetat = kunnskapsmiljø eller Bufetat
setting-other_services = at berre barnevernstenester deltek
setting-barnevern_initiates = at barnevernstenesta tek initiativet
setting-leaders_only = at berre barnevernsleiarar deltek
setting-fixed_arena = fast arena for leiarane
setting-limited_participants = avgrensa tal på deltakarar
setting-no_identity_numbers = ingen fødselsnummer i tekstane
setting-participants_limit = største tal på deltakarar
setting-knowledge_environment_need = vurdering av behovet for kunnskapsmiljø
setting-leader_effect = vurdering av verknaden på leiinga
setting-simple_form = enkel søknad
setting-paid_in_grant_year = utbetaling i tilskotsåret
setting-use_within_grant_year = bruk innan tilskotsåret
setting-use_deadline_years_after = år frå tilskotsåret til bruksfristen
setting-reporting_everyone = rapport for alle tilskot
setting-reporting_threshold_kr = grensa for rapportering
setting-reporting_basis = det grensa for rapportering blir målt mot
setting-reporting_discretionary = rapport under grensa når brevet krev det
setting-reporting_internal_justification = intern grunngiving for rapport under grensa
setting-reporting_yearly = årleg rapport
setting-audit_threshold_kr = grensa for revisjon
setting-audit_basis = det grensa for revisjon blir målt mot
setting-audit_follows_reporting = revisjon når det er rapporteringsplikt
setting-audit_collected = samla revisjon etter siste år
setting-audit_early_end = revidert rekneskap ved avslutning før tida
setting-audit_early_end_threshold_kr = grensa for revidert rekneskap ved avslutning før tida
setting-audit_early_end_when_required = revidert rekneskap ved avslutning før tida når brevet krev rapport
setting-unspent_repaid = tilbakebetaling av det som er ubrukt
setting-budget_item = kapittel og post
setting-tightening = det at embetet kan be om meir
setting-review_from = når reglane blir reviderte

# --- kva verdiar heiter ---
value-error = må
value-warning = bør
value-hint = råd
value-off = ikkje spurt om
value-true = ja
value-false = nei
value-single_grant = eitt tilskot
value-cumulative_period = alle tilskot i perioden
value-earmarked = øyremerkt
value-silent = kjelda seier ingenting
value-absent = ikkje med
severity-error = feil
severity-warning = åtvaring
severity-hint = råd

# --- det kjelda fortel ved sida av ---
note-programme_period = programperiode
note-known_frame = kjend ramme
note-start_meeting = oppstartsmøte
note-answers_due = frist for svar
note-network_lasts = kor lenge nettverket varer
note-needs_of_municipalities = behova i kommunane
note-missing_document = reglar som manglar blant kjeldene
note-missing_letter = brev som manglar blant kjeldene
note-missing_form = skjema som manglar blant kjeldene
note-coordinator = koordinator for fosterheimsprosjekt
note-ready_modules = ferdige modular
note-application_deadline = søknadsfrist
note-revision = revisjon av retningslinene

# --- kvifor det er ei plikt, eller inga ---
duty-report_over = { $basis_ore } er meir enn { $limit_ore }: tilskotet skal rapporterast.
duty-report_everyone = Alle tilskot skal rapporterast, uansett beløp.
duty-report_none = { $basis_ore } er mindre enn { $limit_ore }: inga rapporteringsplikt.
duty-report_choice = { $basis_ore } er nøyaktig { $limit_ore }. Regelverket seier ikkje kva som gjeld då; ein person må velje og grunngi.
duty-report_chosen = Regelverket lèt dette stå ope. Brevet krev rapport, og valet må vere grunngitt.
duty-report_unknown = Kjelda seier ikkje kven som skal rapportere; ein person må seie det.
duty-report_discretionary = Tilskotet er under grensa. Brevet kan krevje rapport av særskilde grunnar, med ei intern grunngiving.
duty-report_not_allowed = Tilskotet er under grensa, og regelverket opnar ikkje for å krevje rapport likevel.
duty-audit_over = { $basis_ore } er meir enn { $limit_ore }: rekneskapen skal reviderast.
duty-audit_under = { $basis_ore } er ikkje meir enn { $limit_ore }: ingen revisjon.
duty-audit_follows = Revisjonen følgjer rapporteringsplikta.
duty-audit_collected = Tilskot over fleire år kan reviderast samla etter siste år.
duty-audit_none = Utan rapporteringsplikt etter regelverket blir det ikkje kravd revisjon. Brevet må seie det.
duty-audit_choice = Revisjonen følgjer rapporten, og om han skal leverast, er ikkje valt.
duty-audit_unknown = Kjelda seier ikkje når rekneskapen skal reviderast; ein person må seie det.
duty-early_over = { $basis_ore } er meir enn { $limit_ore }, og prosjektet blir avslutta før tida: revidert rekneskap blir kravd.
duty-early_required = Brevet krev rapport, og prosjektet blir avslutta før tida: revidert rekneskap blir kravd.
duty-early_none = Prosjektet blir avslutta før tida utan å vere over grensa og utan krav om rapport: berre ei stadfesting og det ubrukte.
duty-early_unknown = Kjelda seier ikkje kva som gjeld når prosjektet blir avslutta før tida; ein person må seie det.
duty-near = { $basis_ore } er minst { $percent } prosent av { $limit_ore }: neste tilskot til prosjektet kan gi rapporteringsplikt.
report_duty-statutory = må rapporterast
report_duty-discretionary = blir rapportert fordi brevet krev det
report_duty-none = ingen rapport
report_duty-choice = ein person må velje
report_duty-unknown = ein person må seie det
audit_duty-required = rekneskapen skal reviderast
audit_duty-collected = samla revisjon etter siste år
audit_duty-none = ingen revisjon
audit_duty-choice = ein person må velje
audit_duty-unknown = ein person må seie det

# --- det `saksgang rules` og `saksgang check` seier ---
rules-key = Nøkkel
rules-year = År
rules-title = Tittel
rules-sources = Kjelder
rules-complete = heile
rules-incomplete = noko manglar
rules-between = År utan kjelde: { $years }. Ein person fyller inn det ein runde må vite, frå brevet embetet sjølv sende.
rules-setting = Kva
rules-value = Verdi
rules-rule = Regel
rules-section = Kvar
rules-quote = Orda i kjelda
rules-pots = Pottar
rules-strand_checks = Kva ein søknad om { $strand } må ha
rules-strand_assessment = Korleis { $strand } blir vurdert
rules-use = Bruk og betaling
rules-reporting = Rapportering
rules-audit = Revisjon
rules-other = Elles
rules-clocks = Klokker
rules-silent = Det kjelda ikkje seier noko om
rules-notes = Det kjelda fortel ved sida av
rules-known = Det nettsidene til embeta seier om året (ingen regel)
rules-differs = Annleis enn { $rule_set }
rules-same = Ingen skilnad.
rules-before = Før: { $rule_set }
rules-after = No: { $rule_set }
rules-source = Kjelde: { $document }
rules-valid = Gjeld frå { $from_day }
rules-valid_until = Gjeld { $from_day } til { $to_day }
rules-own_reading = vår lesing
rules-unknown_key = Det finst ikkje eit regelverk { $rule_set }. Det finst: { $known }.
rules-basis = Målt: { $basis_ore }
rules-report_line = Rapport: { $said }
rules-audit_line = Revisjon: { $said }
rules-from_day = frå { $from_day }
rules-days = { $days } dagar
rules-working_days = { $days } vyrkedagar
rules-months = { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }
rules-days_before = { $days } dagar før
rules-days_after = { $days } dagar etter
rules-on_the_day = på dagen
rules-paid_by = Blir betalt ut seinast
rules-use_within = Blir brukt innan
rules-use_deadline = Siste frist for bruk
rules-reminders = Påminningar
rules-other_year = { $rule_set } gjeld { $rule_set_year }, ikkje { $year }. Datoane viser kva det ville gi.
rules-appeal_due = Siste dag for klage: { $due_day }
rules-preview_usable = { $rule_set } kan brukast.
rules-preview_new = Nye rundar for { $year } ville gjere dette annleis enn { $rule_set }:
rules-preview_nothing_before = Det finst ingen tidlegare reglar å samanlikne med.
rules-preview_touched = Opne rundar og saker som blir råka: ingen. Dei er festa til reglane som galdt då runden opna.
rules-preview_counted = Opne rundar: { $rounds }. Saker som ikkje er avslutta: { $cases }.
rules-preview_not_counted = Databasen svarer ikkje, så rundar og saker er ikkje talde opp.
rules-preview_unsettled = Ein runde kan ikkje opnast på desse reglane før ein person har fylt inn: { $needed }.
rules-preview_overrides = Det embeta sjølve har bede om i rundar, halde mot desse reglane:
rules-preview_override_holds = { $round_no } kan opnast likt att.
rules-preview_override_unknown = { $round_no } set noko som desse reglane ikkje har.
rules-preview_missing_rows = Reglar som ikkje er i regelboka enno: { $rows }.
check-acceptable = Søknaden kan sendast inn etter { $rule_set }.
check-not_acceptable = Søknaden kan ikkje sendast inn enno etter { $rule_set }.
check-allowed = lov
check-no_rules = Det finst ikkje regelverk for { $strand } i { $years }. Vel eit med --ruleset.
check-no_files = Ingen søknader å kontrollere.
check-checking = Kontrollerer
check-file = Fil
check-result = Resultat
check-ok = kan sendast inn
check-lacking = manglar noko
check-unusable = kan ikkje lesast
check-sum = { $files } kontrollerte: { $acceptable } kan sendast inn, { $lacking } manglar noko, { $unusable } kan ikkje lesast.
