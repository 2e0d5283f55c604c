# What surrounds the pages: top and bottom, login, errors.

layout-skip = Skip to the main content
layout-practice = Practice installation. The time of the cases is { $now_shown }, Norwegian time. All data are made up.
layout-menu = Menu
layout-main-menu = Main menu
layout-logged-in = Logged in
layout-change-role = Change role
layout-log-out = Log out
search-label = Search the cases
search-short = Search the cases
search-long = Case number, municipality, network, org. number or amount
search-do = Search
footer-help = Help
footer-accessibility = Accessibility statement
footer-privacy = Privacy
nav-today = Today
nav-cases = Cases
nav-rounds = Rounds
nav-networks = Networks
nav-municipalities = Municipalities
nav-colleagues = Colleagues
nav-approval = Approval
nav-frames = Frames
nav-deadlines = Deadlines
nav-overview = Overview
nav-applications = Applications
nav-grants = Grants
nav-calls = Calls
nav-assignments = Assignments
nav-operation = Status

format-when = { $day_shown } at { $clock_shown }
distance-over = { $days ->
        [0] past the date
        [one] 1 working day over
       *[other] { $days } working days over
    }
distance-today = Today
distance-days = in { $days } days
person-nobody = not assigned
person-program = Program
person-unnamed = Person { $mark }
place-municipality = { $unit }
rule-numbered = { $source ->
        [R26] Guidelines 2026 point { $section }
        [B21] Guidelines 2021 point { $section }
       *[other] Source of { $year_shown }, point { $section }
    }
rule-headed = { $source ->
        [R26] Guidelines 2026, “{ $section }”
        [B21] Guidelines 2021, “{ $section }”
        [I21] Innlandet’s slides 2021, { $section }
        [W23] Bufdir’s web page 2023, “{ $section }”
        [H18] The invitation from Hordaland 2018, { $section }
       *[other] Source of { $year_shown }, { $section }
    }
law-L-01 = the Provisions on financial management 6.3.1
law-L-05 = the Provisions on financial management 2.5.2
law-L-06 = the Provisions on financial management 2.5.2.2
law-L-10 = the Regulations on financial management
law-L-20 = the Public Administration Act § 6
law-L-21 = the Public Administration Act § 11 a
law-L-22 = the Public Administration Act § 16
law-L-23 = the Public Administration Act § 29
law-L-24 = the Public Administration Act § 28
law-L-25 = the Public Administration Act § 28
law-L-27 = the Public Administration Act § 35
law-L-29 = the Courts of Justice Act §§ 148 and 149
law-L-47 = the Language Act § 15

entry-title = Log in to Saksgang
entry-lead = For municipalities, county governors and auditors who work with grants to learning networks and networks of child-welfare leaders.
entry-log-in = Log in
entry-level = You log in with your own electronic ID and choose whom you represent.
entry-local = This installation is local: you choose a role from a list, without a password.
entry-failed = You are not logged in
entry-failed-none = This installation has no login. Whoever operates it must set SAKSGANG_OIDC_ISSUER.
entry-failed-away = The login service does not answer now. Try again in a while. No deadline depends on the login: telephone the case officer if it is urgent.
entry-failed-expired = The login took too long, or was opened in another window. Log in again.
entry-failed-failed = The login service did not let you in, or the login was at too low a level. Log in again with an electronic ID at the high level.
hats-title = Whom do you want to act as?
hats-lead = Your login gives several roles. You can change at any time.
hats-none-title = You are logged in, but represent nobody
hats-none-lead = The login works, but gives no role in Saksgang. So you cannot see or do anything here.
hats-none-mend = How to get access
hats-none-municipality = Municipality: ask whoever manages the municipality’s rights in Altinn to give you the right for Saksgang. Log in again and choose the municipality.
hats-none-office = County governor: ask your local administrator for a role.
hats-none-auditor = Auditor: ask the municipality to give you the right as municipal auditor.
hats-none-withdrawn = Did you have access before? A leader at the office may have withdrawn the role.
hats-none-again = Log out and choose another
nothing-yet-title = Welcome
nothing-yet-lead = The pages for this role are not in use yet.

error-not-found = There is no such page
    .more = The address is wrong, or the page is not yours to see. Check that the case number is right.
error-not-for-role = The page is for other roles
    .more = You are logged in to a role that does not have this page. If you have more than one role, you can change at the top right.
error-not-allowed = The page cannot be used like this
    .more = Go back, and try from there.
error-foreign-form = The form is too old
    .more = You have logged in again since the form was opened. Nothing was sent.
error-too-large = Too much was sent
    .more = Nothing was received. The files of an application can be 60 MB together. Send fewer or smaller files.
error-too-many = Too much was sent at once
    .more = Nothing was sent. Wait a minute, and try again.
error-asked-too-much = Too much was asked for in a short time
    .more = Wait a minute, and try again.
error-session-ended = You are logged out
    .more = Nothing was sent. Log in in another window, come back here, and try again.
error-away = Not received: Saksgang cannot save right now
    .more = The database does not answer. What you wrote still stands here. Try again in a while.
error-fault = Saksgang failed
    .more = The fault is ours and is written in the log. Nothing was changed.
error-kept = What you wrote
error-again = Try again
error-home = Go to the front page

# --- where one is logged in ---
sessions-title = Logins
sessions-lead = Here you are logged in now. If somebody else has got hold of your computer, or you forgot to log out somewhere, log out everywhere.
sessions-began = Logged in
sessions-seen = Last used
sessions-here = This browser
sessions-end = End
sessions-end-all = Log out everywhere
