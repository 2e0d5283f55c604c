# The rule book: refusals, the name of every value of a rule set, what values are called, and what `saksgang rules` and `check` say.

refusal-may_only_tighten = A round cannot ask for less than the rules. This is about { $setting }: the rules say "{ $in_force }" ({ $value_rule }), the round says "{ $asked }".
    .mend = Set a value that is as strict or stricter, or leave it out.
refusal-not_of_a_round = The rules settle this, and a round cannot change it: { $setting }.
    .mend = Leave it out of the round. An exception for one case is made in its letter.
refusal-set_twice = The round sets the same value twice: { $setting }.
    .mend = Keep one of them.
refusal-rule_set_missing_for_year = { $needed ->
        [none] There are no rules for { $year }. The round cannot be opened.
       *[other] No source gives rules for { $year }. The round cannot be opened before a person has filled this in: { $needed }. Nor do the sources say anything of { $silent }.
    }
    .mend = { $needed ->
        [none] Wait for the guidelines of { $year }. They are added as a new file.
       *[other] Fill it in from the office's own letter of { $year }, with a reason.
    }
refusal-rule_set_unsettled = { $rule_set } does not say what a round must know: { $needed }.
    .mend = Fill it in from the office's own letter, with a reason.

# --- the values of a rule set, as they are called inside a sentence ---
setting-minimum_members = how many must take part
setting-minimum_members_services = number of services
setting-minimum_members_municipalities = number of municipalities
setting-minimum_members_barnevern_services = number of child-welfare services
setting-minimum_members_leaders = number of child-welfare leaders
setting-minimum_members_leader_municipalities = number of municipalities the leaders come from
setting-criteria = criteria for the grants
setting-plan = plan for the work
setting-project_template = project template
setting-budget = budget
setting-budget_adds_up = that the budget adds up
setting-other_public_support = statement of other public support
setting-applicant_is_member = that the applicant is a municipality in the network
setting-distinct_municipalities = that each municipality stands once
setting-services_of_members = that the services belong to the network's municipalities
setting-consent = confirmation by each municipality
setting-anchoring = anchoring in each municipality
setting-local_risk_assessment = local assessment of risk and state
setting-two_representatives = two representatives of each municipality
setting-management_representative = representative of the management in each municipality
setting-network_leader = leader of the network
setting-steering_group = steering group
setting-management_in_steering_group = municipal management in the steering group
setting-knowledge_environment = knowledge environment in self-initiated projects
setting-foster_knowledge_environment = knowledge environment in foster-home projects
setting-knowledge_environment_or_bufetat = knowledge environment or Bufetat
setting-other_services = that only child-welfare services take part
setting-barnevern_initiates = that the child-welfare service takes the initiative
setting-leaders_only = that only child-welfare leaders take part
setting-fixed_arena = fixed arena for the leaders
setting-limited_participants = limited number of participants
setting-no_identity_numbers = no identity numbers in the texts
setting-participants_limit = largest number of participants
setting-knowledge_environment_need = assessment of the need for a knowledge environment
setting-leader_effect = assessment of the effect on leadership
setting-simple_form = simple application
setting-paid_in_grant_year = payment in the grant year
setting-use_within_grant_year = use within the grant year
setting-use_deadline_years_after = years from the grant year to the use deadline
setting-reporting_everyone = report on every grant
setting-reporting_threshold_kr = limit for reports
setting-reporting_basis = what is held against the limit for reports
setting-reporting_discretionary = report below the limit where the letter asks
setting-reporting_internal_justification = internal reasons for a report below the limit
setting-reporting_yearly = yearly report
setting-audit_threshold_kr = limit for audits
setting-audit_basis = what is held against the limit for audits
setting-audit_follows_reporting = audit where there is a duty to report
setting-audit_collected = collected audit after the last year
setting-audit_early_end = audited accounts at an early end
setting-audit_early_end_threshold_kr = limit for audited accounts at an early end
setting-audit_early_end_when_required = audited accounts at an early end where the letter asks for a report
setting-unspent_repaid = repayment of what is unspent
setting-budget_item = budget chapter and item
setting-tightening = the office's right to ask for more
setting-review_from = when the rules are revised

# --- what values are called ---
value-error = must
value-warning = should
value-hint = advice
value-off = not asked
value-true = yes
value-false = no
value-single_grant = one grant
value-cumulative_period = all grants of the period
value-earmarked = earmarked
value-silent = the source is silent
value-absent = not there
severity-error = error
severity-warning = warning
severity-hint = hint

# --- what the source tells beside the rules ---
note-programme_period = programme period
note-known_frame = known frame
note-start_meeting = first meeting
note-answers_due = answers due
note-network_lasts = how long the network lasts
note-needs_of_municipalities = the municipalities' own needs
note-missing_document = rules that are not among the sources
note-missing_letter = letter that is not among the sources
note-missing_form = form that is not among the sources
note-coordinator = coordinator of foster-home projects
note-ready_modules = ready modules
note-application_deadline = application deadline
note-revision = revision of the guidelines

# --- why there is a duty, or none ---
duty-report_over = { $basis_ore } is more than { $limit_ore }: the grant must be reported.
duty-report_everyone = Every grant must be reported, whatever the amount.
duty-report_none = { $basis_ore } is less than { $limit_ore }: no duty to report.
duty-report_choice = { $basis_ore } is exactly { $limit_ore }. The rules do not say what holds then; a person must choose, with a reason.
duty-report_chosen = The rules leave this open. The letter asks for a report, and the choice needs a reason.
duty-report_unknown = The source does not say who must report; a person must say.
duty-report_discretionary = The grant is below the limit. The letter may ask for a report for special reasons, with an internal justification.
duty-report_not_allowed = The grant is below the limit, and the rules do not let a letter ask for a report all the same.
duty-audit_over = { $basis_ore } is more than { $limit_ore }: the accounts must be audited.
duty-audit_under = { $basis_ore } is not more than { $limit_ore }: no audit.
duty-audit_follows = The audit follows the duty to report.
duty-audit_collected = Grants over several years may be audited together after the last year.
duty-audit_none = Without a duty to report under the rules no audit is asked for. The letter must say so.
duty-audit_choice = The audit follows the report, and whether there is to be one is not chosen.
duty-audit_unknown = The source does not say when the accounts are audited; a person must say.
duty-early_over = { $basis_ore } is more than { $limit_ore }, and the project ends early: audited accounts are due.
duty-early_required = The letter asks for a report, and the project ends early: audited accounts are due.
duty-early_none = The project ends early, neither above the limit nor with a report asked for: only a confirmation, and what is unspent.
duty-early_unknown = The source does not say what holds when the project ends early; a person must say.
duty-near = { $basis_ore } is at least { $percent } per cent of { $limit_ore }: the next grant to the project may bring a duty to report.
report_duty-statutory = must be reported
report_duty-discretionary = reported because the letter asks
report_duty-none = no report
report_duty-choice = a person must choose
report_duty-unknown = a person must say
audit_duty-required = the accounts must be audited
audit_duty-collected = one audit after the last year
audit_duty-none = no audit
audit_duty-choice = a person must choose
audit_duty-unknown = a person must say

# --- what `saksgang rules` and `saksgang check` say ---
rules-key = Key
rules-year = Year
rules-title = Title
rules-sources = Sources
rules-complete = complete
rules-incomplete = something is missing
rules-between = Years without a source: { $years }. A person fills in what a round must know, from the office's own letter.
rules-setting = What
rules-value = Value
rules-rule = Rule
rules-section = Where
rules-quote = The source's words
rules-pots = Pots
rules-strand_checks = What an application about { $strand } must have
rules-strand_assessment = How { $strand } are assessed
rules-use = Use and payment
rules-reporting = Reporting
rules-audit = Audit
rules-other = Otherwise
rules-clocks = Clocks
rules-silent = What the source does not say
rules-notes = What the source tells beside
rules-known = What offices' own pages say of the year (no rule)
rules-differs = Other than { $rule_set }
rules-same = No difference.
rules-before = Before: { $rule_set }
rules-after = Now: { $rule_set }
rules-source = Source: { $document }
rules-valid = Valid from { $from_day }
rules-valid_until = Valid { $from_day } to { $to_day }
rules-own_reading = our reading
rules-unknown_key = There is no rule set { $rule_set }. There are: { $known }.
rules-basis = Held against the limit: { $basis_ore }
rules-report_line = Report: { $said }
rules-audit_line = Audit: { $said }
rules-from_day = from { $from_day }
rules-days = { $days } days
rules-working_days = { $days } working days
rules-months = { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
rules-days_before = { $days } days before
rules-days_after = { $days } days after
rules-on_the_day = on the day
rules-paid_by = Paid out by
rules-use_within = Used by
rules-use_deadline = Last day of use
rules-reminders = Reminders
rules-other_year = { $rule_set } is for { $rule_set_year }, not { $year }. The dates show what it would give.
rules-appeal_due = Last day for an appeal: { $due_day }
rules-preview_usable = { $rule_set } can be used.
rules-preview_new = New rounds for { $year } would do this otherwise than { $rule_set }:
rules-preview_nothing_before = There are no earlier rules to compare with.
rules-preview_touched = Open rounds and cases that are touched: none. They are pinned to the rules that held when their round opened.
rules-preview_counted = Open rounds: { $rounds }. Cases that are not closed: { $cases }.
rules-preview_not_counted = The database does not answer, so rounds and cases were not counted.
rules-preview_unsettled = A round cannot open on these rules before a person has filled in: { $needed }.
rules-preview_overrides = What offices themselves have asked for in rounds, held against these rules:
rules-preview_override_holds = { $round_no } can open again as it was.
rules-preview_override_unknown = { $round_no } sets something that these rules do not have.
rules-preview_missing_rows = Rules that are not in the rule book yet: { $rows }.
check-acceptable = The application can be submitted under { $rule_set }.
check-not_acceptable = The application cannot be submitted yet under { $rule_set }.
check-allowed = allowed
check-no_rules = There are no rules for { $strand } in { $years }. Choose some with --ruleset.
check-no_files = No applications to check.
check-checking = Checking
check-file = File
check-result = Result
check-ok = can be submitted
check-lacking = lacks something
check-unusable = cannot be read
check-sum = { $files } checked: { $acceptable } can be submitted, { $lacking } lack something, { $unusable } cannot be read.
