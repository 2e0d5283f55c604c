# The history: the case as it was, the check of the trail, the events and the control package.

history-kicker = Case { $case_no }, { $office }. { $host_shown }
history-package = Download control package
history-then = The case as it was
history-day = Date
history-clock = Time
history-show = Show
history-previous = Previous event
history-next = Next event
history-slider = Event, from 1 to { $last }
history-go = Go to the event
history-created = created
history-now = now
history-event-of = Event { $seq } of { $last }
history-error-day = Write the date like this: 14.10.2026.
history-error-clock = Write the time like this: 13:05.
history-stage = Stage
history-conditions = Open conditions
history-use-deadline = Use deadline
history-duty = Duty to report
history-duty-since = Yes, since event { $seq }
history-duty-none = No
history-duty-not-yet = Not evaluated
history-no-case = The events make no case. The check of the trail says what is wrong.
history-check = Check of the trail
history-whole = The trail is whole and unchanged
history-whole-more = { $count } of { $count } events checked { $when_shown }.
history-broken = The trail is not whole
history-broken-first = { $count ->
        [one] Event { $seq } does not fit.
       *[other] { $count } errors. The first is at event { $seq }.
    } Change nothing, and keep this. The control package can still be downloaded.
history-last-hash = Last checksum
history-signed = Signed
history-signed-never = not yet
history-documents = Documents
history-documents-whole = { $whole } of { $all } are right
history-self = How to check it yourself
history-check-how =
    Download the control package, unpack it and run “python kontroller.py” in the folder. The program is short and does not need Saksgang.
    The checksum of each event is the SHA-256 over the checksum of the event before and the event's own text (“envelope” in historikk.json).
    Before the first stands the SHA-256 over 32 zero bytes and the name of the stream.
    Once a day the last checksum of each case is signed with Ed25519 in a file outside the database. Hold the public key against a copy that you were given in another way.
    What was cut off after the last signing cannot be found like this.
history-events = Events
history-families = Show events
history-family-all = All
history-family-person = Persons
history-family-automatic = Automatic
history-family-money = Money
history-family-correction = Corrections
history-family-refused = Refused
history-show-event = Show the case as it was after event
history-correction = Correction
history-shown = Showing { $first } to { $last } of { $all }
history-newer = Newer
history-older = Older
history-none = No events here
history-package-holds = The control package contains
history-package-file = File
history-package-content = Content
history-package-size = Size
history-package-events = All events with who, what, when, authority and rule
history-package-rows = { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
history-package-documents = The documents of the case, with checksums in bevis.json
history-package-files = { $count ->
        [one] 1 file
       *[other] { $count } files
    }
history-package-proof = Checksums, signature and how to check without our system
history-package-logged = The download is logged with time and role.
history-file-seq = No.
history-file-at = Time
history-file-who = Who
history-file-what = What
history-file-detail = Details
history-file-authority = Authority
history-file-rule = Rule
history-file-evidence = Evidence
audit-follows = Follows from event { $seq }
audit-clock = Deadline: { $clock }
audit-other-case = Follows from another case
audit-budget = Budget authority { $reference }
audit-assigned = Assigned case
audit-role-applicant_editor = Write access
audit-role-applicant_signatory = Right to sign
audit-role-municipal_auditor = Audit assignment
audit-role-case_officer = Case officer at the office
audit-role-leader = Leader at the office
audit-role-attestor = Right to attest
audit-role-accountant = Accounting role
audit-asserted = (claimed)
audit-rule-set = Rule set { $rule_set }
audit-checksum = Checksum { $digits }
audit-refused = Refused: { $command }
audit-no-change = No change in the case
audit-refused-command = Refused command { $digits }
