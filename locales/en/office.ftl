# The office's own work: what is done once a year, what has not left the house, and the tasks of a round.

# --- refusals ---
refusal-not_a_duty_of_the_office = { $duty } is not a duty of { $office } for that year.
    .mend = See which duties the office has: saksgang office duties.
refusal-yearly_duty_done = { $duty } for { $year } is entered as done already.
    .mend = If that is wrong, it can be struck: saksgang office undo.
refusal-yearly_duty_not_done = { $duty } for { $year } is not entered as done.
    .mend = See what is done: saksgang office duties.
refusal-yearly_duty_too_early = { $duty } can be entered as done from { $opens_day }.
    .mend = See whether the year is right.
refusal-nothing_given_up = Nothing about { $about } was given up in that way.
    .mend = See what is not sent: saksgang dispatch list.
refusal-nothing_to_erase = What was to be erased is not in { $case_no }.
    .mend = See what can be erased in the case, and choose again.
refusal-still_needed = The account number is needed as long as { $case_no } is not over.
    .mend = Wait until the case is over, or let the municipality give another account.
refusal-role_withdrawn = The role { $role } has been withdrawn from you.
    .mend = A leader of the office can give it back, under Colleagues.
refusal-role_withdrawn_already = The role { $role } is withdrawn already.
    .mend = Give it back if that was a mistake.
refusal-role_not_withdrawn = The role { $role } is not withdrawn.
    .mend = Give it in Altinn if it is missing.
refusal-own_role_kept = You cannot withdraw your own role.
    .mend = Ask another leader, so that the office does not lose the last one who can give roles back.

# --- events ---
event-YearlyDutyDone = { $duty } for { $year } done { $done_on }{ $reference ->
        [none] { "" }
       *[other] , { $reference }
    }
    .name = yearly duty done
event-YearlyDutyUndone = { $duty } for { $year } is not done after all
    .name = yearly duty struck
event-SentAgain = What was given up in { $about } is sent again: { $sendings }
    .name = sent again
event-SentOtherwise = Messages in { $about } arrived in another way { $sent_on }: { $sendings }
    .name = sent in another way
event-ContentErased = { $by } erased content of { $case_no } for good
    .name = content erased
event-RoleWithdrawn = { $by } withdrew the role { $role } at { $office } from { $subject }
    .name = role withdrawn
event-RoleGivenBack = { $by } gave the role { $role } at { $office } back to { $subject }
    .name = role given back

# --- tasks ---
task-open_round = Announce this year's round
task-ranking_ready = Every application of the round is assessed: rank them
task-await_answers = Invited municipalities have not answered: remind them
task-dispatch_failed = A message could not be sent: mend it, or send it in another way
task-dispatch_waiting = A message has waited long to be sent: find out why
task-payment_order_stopped = An order to pay is not sent: find out why
task-report_to_directorate = Send the yearly report on the grants to the directorate
task-accounts_closing = Reconcile the grants before the accounts of the year are closed
task-impartiality_list = Go through the impartiality of the staff before next year
task-access_review = Go through who has access, and close it for those who should no longer have it
task-coordinator_overview = Make the overview of the foster-home projects

# --- duties of the year, as names ---
duty-report_to_directorate = The yearly report to the directorate
duty-accounts_closing = The reconciliation before the accounts are closed
duty-impartiality_list = The review of impartiality
duty-access_review = The review of access
duty-coordinator_overview = The overview of the foster-home projects

# --- what one can do, in the infinitive ---
command-do_yearly_duty = enter a yearly duty as done
command-undo_yearly_duty = strike a yearly duty that was entered as done
command-send_again = send again
command-erase_content = erase content of a case
command-note_sent_otherwise = enter that something was sent in another way
command-withdraw_role = withdraw a role
command-give_role_back = give a role back

# --- what the command line says ---
office-duty = Duty
office-key = Key
office-done_on = Done
office-no_duties = The office has no yearly duties for { $year }.
dispatch-waits_since = Since
dispatch-sendings = Count
dispatch-message = message
dispatch-payment_order = order to pay
dispatch-all_sent = Everything is sent.
