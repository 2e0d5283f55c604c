# What the command line itself says. What the codes are called stands in the catalogues in locales/.

# --- what came of a command ---
outcome-refused = Not done
outcome-unusable = This cannot be used. Nothing was stored.
outcome-away = This cannot be done here and now
outcome-received = Received, not carried out yet
received-more = What was sent is stored with the time it arrived. It is carried out when the engine answers. Ask again with:
rule = Rule: { $rule }
findings = The application cannot be sent in yet:
register-done = Registered in { $stream }

# --- whom one acts as ---
refusal-asserted_on_real_installation = This is a real installation. Nobody acts as somebody else from the command line here.
    .mend = Log in and do it there. The command line does operator's work only here: list, show, history, tasks, overdue, trail, rebuild and migrate.
refusal-clock_of_real_installation = This is a real installation. Its clock cannot be set.
    .mend = Try it on a local installation: saksgang up.
as-missing = --as: say whom you act as, such as --as leader@SFIN
as-role = --as: { $text } is no role at a unit. Write ROLE@UNIT with one of the roles { $roles }
as-office = --as: { $text } is no office. The offices are { $codes }
as-municipality = --as: { $text } is no organisation number
as-name = --as: the name has at most { $most } signs, all of them visible

# --- what cannot be used ---
case-missing = --id: say which case it is about, such as --id SFIN-2026-17
no-such-case = There is no case { $text }. See the cases with: saksgang case list
no-such-round = There is no round { $text }. See the rounds with: saksgang round list
no-such-command = { $text } is no command here. The commands are { $codes }. Applications are sent with: saksgang submit
no-such-command-id = Nothing was received under { $text }. Send again what you wanted to do.
set-form = --set { $text }: write KEY=VALUE
answer-form = { $text }: write Yes or No, a comma and a reason: answers.purpose="Yes, it serves the purpose"
frame-form = --frame { $text }: write POT=KRONER, such as learning=4000000 or leader=600000:earmarked
file-or-options = Give either a file or the options, not both
file-unreadable = { $path } cannot be used: { $reason }
file-missing = there is no such file
file-forbidden = you may not read it
file-is_folder = it is a folder
file-too-large = { $path } is larger than { $megabytes } MB
file-not_written = { $path } cannot be written. Is it there already?
token-unusable = { $option }: use the token that stood under the last page
by-hand-only = --received, --original: only for applications that a case officer registers by hand
original-missing = --original: an application on paper is registered with its original. A municipality sends its own with --as applicant_signatory@ORGNO
clock-back = --at: the last thing that happened was at { $when }. The clock only goes forward.

# --- what does not answer ---
nothing-runs = Saksgang does not run in { $folder }. Start it with: saksgang up. Or say where the database is, with DATABASE_URL.
no-owner-url = Say where the database is for the owner of its tables, with DATABASE_OWNER_URL
database-away = The database at { $address } does not answer: { $reason }. Nothing was received.
database-left = The database at { $address } went away meanwhile. If you do not know whether something was received, send the same again with --command-id.
not-migrated = The database at { $address } has no tables. Make them with: saksgang migrate
metrics-taken = The address for metrics is taken. Choose another with SAKSGANG_METRICS_ADDRESS=127.0.0.1:9465
engine-away = Temporal does not answer. Start it with: saksgang up. Or say where it is, with TEMPORAL_ADDRESS.

# --- empty, and what comes next ---
no-cases = No open cases. An application is registered with: saksgang submit FILE --round ROUND
no-cases-filtered = No cases fit. Leave out an option, or see finished cases with --finished.
no-tasks = No tasks wait.
no-rounds = No rounds. Announce one with: saksgang round open FILE --as leader@SFIN
no-mandates = No mandates. Register one with: saksgang mandate set FILE --as leader@SFIN
no-national = No source tells sums for the whole country in { $year }.
national = whole country
frames-given = given to the offices
no-events = No events after { $seq }.
nothing-overdue = Nothing is overdue on { $day }.
case-finished = The case is finished. Nobody waits for anything.
case-waits = Nobody at the office has anything to do now.
more = There are more. Next page: --after { $token }
more-limit = There are more than { $limit }. See more with --limit.

# --- what was done ---
mandate-done = The mandate of { $office_code } for { $year } is registered
round-done = Round { $number } is announced, closing { $closes_at }
round-later = The engine does not answer now. The rest happens by itself when it is back.
note-late = The application came after the deadline, which was { $closes_at }. It is received and marked.
note-original = The original is attached: { $path }, SHA-256 { $sha256 } …
migrated = The database at { $address } has the tables it needs (revision { $revision })
rebuilding = Putting cases to work
rebuilt = { $streams ->
        [one] One open case or round is at work again
       *[other] { $streams } open cases and rounds are at work again
    }
clock-real = The cases live in real time: { $when }, Norwegian time.
clock-shifted = The cases' time is shifted. It is now { $when }, Norwegian time.
clock-set = The cases' time is now { $when }, Norwegian time

# --- the trail ---
checking-chain = Events checked
checking-cases = Cases evolved anew
sessions-ended = { $ended ->
        [0] { $text } was not logged in anywhere
        [one] { $text } is logged out in one place
       *[other] { $text } is logged out in { $ended } places
    }
erasable-document = document of { $size } bytes
erasable-nothing = There is nothing left to erase.
trail-whole = The trail is whole: { $events ->
        [one] { $events } event
       *[other] { $events } events
    } in { $streams ->
        [one] { $streams } stream
       *[other] { $streams } streams
    }, and the cases follow from it
trail-broken = The trail is not whole. { $problems ->
        [one] One problem.
       *[other] { $problems } problems.
    } Change nothing, and keep this.
more-problems = … and { $number } more. All of them are in the answer with --json.
heads-compared = Compared with the signed heads in { $path }
heads-none = No heads are signed yet. Sign them daily with: saksgang trail sign
signed = The heads are signed in { $path }
key-made = A signing key was made in { $path }. Keep a copy of { $public } where the database's owners cannot reach.
schema-fresh = { $path } is the schema this build makes
schema-stale = { $path } is not the schema this build makes. Make it anew with: make generated

# --- heads ---
about = About
round-acceptance = The terms are accepted before anything is paid
round-override = The office asks for more
place = Place
standing = Stands as
sum = Sum so far
no-frame = not known yet
elsewhere = Used in other rounds
cut = the frame is used up here
over-frame = Over the frame by { $over_ore }. It may be recommended, but not granted.
no-applications = No applications in the round.
standing-applied = not assessed
standing-proposed = assessed
standing-recommended = recommended
standing-granted = granted
standing-refused = refused
addresses = Addresses
after-deadline = after the deadline
amount = Amount
applied = Applied
attempts = Attempts
case = Case
claims = Claims
code = Code
command = Command
criteria = Criteria
days-over = Days over
deadline = Closes
deadlines = Deadlines
document = Document
documents = Documents
due = Due
duties = Duties
duty = Duty
duty-carried-by = The reporting limit was crossed in case
attestor-may-recommend = The attestor may have written the recommendation
write-off-limit = A leader may give up of a claim
no-limit-set = not set: the directorate must have answered
allowed-yes = yes
allowed-no = no
earmarked = earmarked
event = Event
frame = Frame
free = Free
granted = Granted
ground = Ground
host = Host
last-day = Last day
late = overdue
letters = Letters
letters-outstanding = The formal letter is outstanding: { $letters }
media-type = Type
next-step = Next step
number = No.
office = Office
officer = Case officer
opens = Opens
outstanding = Outstanding
overdue-title = Overdue on { $day }
paid = Paid
possible = Can be done now
pot = Pot
proposed = Proposed
received = Received
reference = Reference
refunded = Refunded
remarks = Remarks when it was received
round = Round
rule-head = Rule
rule-set = Rule set
severity = Severity
size = Size
spent = Spent
stage = Stage
state = State
stream = Stream
strand = Strand
task = Task
tasks = Tasks
title = Title
unsent = Not sent out
proposed-days = Proposed for the letter
unspent = Unspent
unused = Unused
use-deadline = Use deadline
what = What
when = When
who = Who
why = Why
year = Year
report-for = Report for { $duty }
report-asks = The report answers: { $questions }
audit-for = Auditor's statement for { $duty }

# --- history ---
asserted = (asserted)
told-reason = Reason: { $text }
by-rule = Rule { $rule }
on-grounds = On: { $grounds }
handled-later = Handled { $when }
unknown = not stated
input-grants = grants
input-network-basis = the network's grants
input-paid = paid
input-leftover = unspent
input-unspent = unspent
input-step = step
input-basis = the sum tried
input-limit = the limit
input-available = to be accounted for
input-clock = what is due
input-deadline = deadline
input-ground = why
input-name = about
input-carried-by-no = the other case
input-refunded = paid back
input-reports = reports approved
input-audits = auditor's statements accepted

# --- case explain ---
explain-pinned = It follows the rule set { $rule_set }, which was in force when its round opened.
explain-now = Now: { $reached }.
explain-rule = Rule: { $rule }, rule set { $rule_set }
explain-input = Input: { $inputs }
explain-result = Result: { $outcome_text }

# --- letters and sending ---
letter-L05 = grant letter
letter-L06 = grant letter (partly granted)
letter-L07 = refusal
outbox-message = message { $letter }
outbox-payment_order = payment order
outbox-command = word to another case
outbox-pending = waiting
outbox-parked = parked

# --- how serious a remark is ---
severity-error = error
severity-warning = warning
severity-hint = hint

# --- what was not understood ---
usage-help = How it is used: { $program } --help
usage-no_such_option = { $option } is no option here{ $known ->
        [none] {""}
       *[other] . Did you mean { $known }?
    }
usage-missing = { $named } is missing
usage-value = { $option } is not used so: it needs a value, or takes none
usage-no_such_command = { $text } is no command here{ $known ->
        [none] {""}
       *[other] . Did you mean { $known }?
    }
usage-extra = { $text } is too much: the command does not take it
usage-other = This is not understood: { $said }
usage-aborted = Aborted.
