# Why something was not done (the message itself), and what mends it (.mend). The rule is shown beside it.
# What does not exist, and empty lists, come as "none".

refusal-account_not_confirmed = The municipality has not confirmed the account number.
    .mend = Ask the municipality's signatory to confirm the account number.
refusal-already_anchored = { $municipality } has already confirmed its anchoring.
    .mend = There is nothing more to do.
refusal-already_assigned = The case is already assigned to { $officer }.
    .mend = Choose another case officer, or leave the case as it is.
refusal-already_host = The organisation number { $org_number } is already the host's.
    .mend = Give the number of the municipality that takes over.
refusal-already_seconded = You have already read the report for { $duty } as a second reader.
    .mend = Let somebody else approve it.
refusal-already_submitted = The application is already registered as case { $case_no }.
    .mend = Go to the case. To change the application it must be returned for supplement.
refusal-already_there = The case is already at { $office }.
    .mend = Choose another office.
refusal-amount_differs = The amount { $given_ore } is not the one that was ordered, { $ordered_ore }.
    .mend = Register the amount in the payment order, or report that the order came back.
refusal-amount_missing = The recommendation is to grant, but the amount is missing.
    .mend = Give an amount, or recommend a refusal.
refusal-anchored_in_future = The anchoring cannot be dated { $given_day }. Today is { $today_day }.
    .mend = Give the day on which it was decided.
refusal-anchoring_not_asked = The rules of this case do not ask for anchoring in each municipality.
    .mend = There is nothing to do.
refusal-another_application = What was sent does not belong to this case. The case is about { $strand } with applicant { $host }, and applicant, network and project type must be the same.
    .mend = Send the same application with what was missing, or send a new application.
refusal-application_lacks = The application lacks something it must have before money can be granted: { $lacking }.
    .mend = Return the application for supplement, or recommend a refusal.
refusal-application_not_acceptable = The application cannot be submitted yet: { $findings }.
    .mend = Correct this in the application and submit it again.
refusal-approver_is_officer = Whoever approves cannot be the one who assessed the case or has it in hand.
    .mend = Let another leader approve.
refusal-approver_is_recommender = The person who wrote the recommendation cannot also approve it.
    .mend = Another leader must approve.
refusal-approver_is_second_reader = Whoever approves the report cannot be its second reader.
    .mend = Let somebody else at the office approve it.
refusal-assessor_disqualified = The assessment was written by { $officer }, who is disqualified in this case.
    .mend = Assess the application anew before you recommend.
refusal-attestor_is_approver = The person who approved the grant cannot also attest the payment.
    .mend = Another attestor must attest.
refusal-attestor_is_orderer = The person who ordered the payment cannot also attest it.
    .mend = Another attestor must attest.
refusal-attestor_is_recommender = The person who wrote the recommendation cannot also attest the payment. This is the office's setting.
    .mend = Another attestor must attest.
refusal-audit_differs = The auditor attests another amount than the one reported. Reported is { $reported_ore }, and the difference is { $difference_ore }.
    .mend = Write what the difference comes from, or send the auditor's statement back.
refusal-audit_required = { $limit_ore ->
        [none] The grant of { $basis_ore } has a duty to report, and audit follows it.
       *[other] The grant of { $basis_ore } is above the limit of { $limit_ore }, so the accounts must be audited.
    }
    .mend = { $limit_ore ->
        [none] Ask for audit with a date in the letter, or write why audit is not asked for.
       *[other] Ask for audit with a date in the letter.
    }
refusal-audit_without_report = The letter asks for audit without asking for a report.
    .mend = Ask for a report, or take the demand for audit away.
refusal-authority_lapsed = The authority to pay grants for { $year } ended on 31 December { $year }.
    .mend = A leader must decide what becomes of the grant. Paying now takes a new authority from the directorate.
refusal-beyond_write_off_authority = { $limit_ore ->
        [none] The office has set no limit to what a leader may give up of a claim. That holds for { $amount_ore } too.
       *[other] { $amount_ore } is more than a leader of the office may give up of a claim. The limit is { $limit_ore }.
    }
    .mend = Put the matter to the directorate, and give the reference of its answer.
refusal-by_hand_is_for_officers = Case officers register applications by hand, and the municipality's signatory submits directly. You act as { $role }.
    .mend = Choose registration by hand if you are a case officer. The municipality submits without that choice.
refusal-case_has_moved_on = The case has changed since you saw it. New since then: { $events }.
    .mend = Look at the case as it is now, at event { $seq }, and try again.
refusal-choice_needs_reason = { $limit_ore ->
        [none] The rules do not say what holds for { $basis_ore }. A person must choose and give the reason.
       *[other] The rules do not say what holds here: the project has { $basis_ore }, and the limit is { $limit_ore }. A person must choose and give the reason.
    }
    .mend = Choose what the letter asks for, and write an internal reason.
refusal-claim_above_audit = By the auditor's figure { $unused_ore } is unused, but { $claimed_ore } is claimed back as unused.
    .mend = Ask the leader to lower the claim or drop the proposal first. That holds for a paid claim too: what came in too much is paid back.
refusal-claim_not_lower = { $amount_ore ->
        [none] It is not said how much is still claimed. The claim is for { $claimed_ore }.
       *[other] The claim is for { $claimed_ore }, and is reversed only to a lower amount. Given is { $amount_ore }.
    }
    .mend = Say how much is still claimed, or 0. A higher claim is proposed as a new one.
refusal-claim_not_ready = Claim { $claim } is { $state }, so this cannot be done.
    .mend = Take the step that the claim waits for.
refusal-claim_notice_missing = Claim { $claim } is about something that the municipality has not told itself, and it has had no notice.
    .mend = Give the municipality notice, and wait for its reply or for the deadline to pass.
refusal-claim_open = The case cannot be closed before the money is settled. What is not claimed back yet is { $unclaimed_ore }. Open claims come in addition.
    .mend = Claim back what is unspent, and finish the claims that are open.
refusal-claim_reply_awaited = The municipality may reply to the notice of claim { $claim } until { $last_day }.
    .mend = Wait for the reply, or until the deadline has passed.
refusal-collected_audit_not_allowed = The rule set of this case does not allow one audit for several years.
    .mend = Ask for audit for each year.
refusal-collection_first = Collection of claim { $claim } has not been tried, and it cannot be written off as uncollectible.
    .mend = Send the claim to collection first, or waive it with a reason.
refusal-command_id_reused = The command id { $command_id } was used before, with other content.
    .mend = Send the new command with a new id.
refusal-condition_not_met = A condition is not met: { $condition }.
    .mend = Register that the condition is met once the office has seen that it is.
refusal-controls_not_done = These controls are not done: { $controls }.
    .mend = Do the controls and tick them.
refusal-criteria_missing = The round has no criteria. Applicants must know the criteria before they apply.
    .mend = Enter the criteria, in bokmål and nynorsk.
refusal-criteria_of_rules_missing = The round lacks criteria that the rules { $rule_set } ask for: { $criteria }.
    .mend = Add them to the round, in Bokmål and Nynorsk.
refusal-criteria_unanswered = These criteria are not assessed: { $criteria }.
    .mend = Answer each criterion, with a reason.
refusal-criteria_unknown = These answers do not fit the criteria of the round: { $criteria }.
    .mend = Answer each criterion of the round once, and no others.
refusal-cut_without_reason = { $amount_ore } is recommended, less than the { $applied_ore } applied for, and nothing says why.
    .mend = Write what is not granted, and why. It stands in the letter.
refusal-day_not_in_future = The date { $given_day } is not in the future. Today is { $today_day }.
    .mend = Set a date after today.
refusal-deferral_not_longer = { $given_day } is not later than the last day of payment, which is { $due_day }.
    .mend = Give a later day.
refusal-directorate_answer_missing = The directorate has not answered. Without its answer the use deadline cannot be moved.
    .mend = Ask the directorate, and register its answer with the reference.
refusal-directorate_said_no = The directorate said no in { $reference }. The use deadline cannot be moved.
    .mend = Decline the request of the municipality.
refusal-decider_is_proposer = The person who proposed the claim cannot also decide it.
    .mend = A leader who did not propose the claim must decide it.
refusal-discretionary_not_allowed = The grant is below the limit, and the rules do not allow asking for a report all the same.
    .mend = Say in the terms that no report is asked for.
refusal-dismissal_not_recommended = No case officer has recommended to dismiss the application because { $ground }.
    .mend = Let a case officer recommend the dismissal first.
refusal-disqualified = You have declared that you are disqualified in this case.
    .mend = Another person must take the case. If you are impartial after all, declare anew.
refusal-duties_open = { $duties ->
        [none] The case cannot be closed in this way as it stands now.
       *[other] A report or an auditor's statement is still owed for { $duties }.
    }
    .mend = Finish reports and auditor's statements first.
refusal-duty_not_ready = What concerns { $duty } is { $state } and cannot be { $wanted } now.
    .mend = Take the step that the report or the auditor's statement waits for.
refusal-early_end_source_missing = The office does not end a project on its own: the municipality’s own notice must be in the journal.
    .mend = Name the journal entry of the municipality’s notice. If it will not end the project, reverse the grant or claim the breach, after notice.
refusal-end_day_impossible = { $given_day } cannot be the end date. It must lie after the decision, not after the use deadline and not in the future.
    .mend = Give the day on which the project really ended.
refusal-extension_not_longer = { $given_day } is not later than the deadline in force, { $last_day }.
    .mend = Choose a day after { $last_day }.
refusal-extension_open = The municipality has asked for more time and has had no answer.
    .mend = Decide the request for more time first.
refusal-frame_below_committed = The frame for { $pot } would be { $amount_ore }, but { $committed_ore } is already granted.
    .mend = Set the frame to at least what is granted.
refusal-frame_exceeded = The grant of { $amount_ore } exceeds the frame for { $pot } by { $over_ore }. The frame is { $frame_ore }, and { $committed_ore } is granted already.
    .mend = Lower the amount by at least { $over_ore }, or register a larger frame from the directorate.
refusal-host_not_municipality = The organisation number { $org_number } does not belong to a municipality, and grants are paid to municipalities only.
    .mend = Give the host municipality's organisation number.
refusal-host_of_other_office = The host municipality belongs to { $host_office }, not { $office }.
    .mend = Apply in a round of { $host_office }.
refusal-impartiality_not_declared = You have not said whether you are impartial in this case.
    .mend = Declare your impartiality and try again.
refusal-internal_justification_missing = A report is asked for although the grant is below the limit. That must be justified internally.
    .mend = Write the internal justification, or take the demand for a report away.
refusal-kid_invalid = The KID number { $kid } does not agree with its check digit.
    .mend = Copy the KID number from the invoice again.
refusal-kid_taken = The KID number { $kid } is on another claim.
    .mend = Give each claim a KID number of its own.
refusal-late_not_decided = The application came after the deadline, and it is not decided whether it is taken up.
    .mend = A leader must take it up or dismiss it.
refusal-leader_effect_not_assessed = It is not assessed whether the activities strengthen the child-welfare leaders in their work.
    .mend = Answer yes or no, with a reason.
refusal-less_than_claimed = { $unused_ore } is given as unused, but { $claimed_ore } is already claimed back as unused.
    .mend = Count what is claimed back as unused.
refusal-more_than_applied = { $amount_ore } is more than the municipality applied for, which is { $applied_ore }.
    .mend = Set the amount to at most { $applied_ore }.
refusal-more_than_can_be_claimed = { $given_ore } is more than can be claimed back, which is { $most_ore }.
    .mend = Set the claim to at most { $most_ore }.
refusal-more_than_outstanding = { $given_ore } is more than what is outstanding on the claim, which is { $outstanding_ore }.
    .mend = Write off at most { $outstanding_ore }.
refusal-more_than_paid = { $given_ore } is more than what was paid, which is { $paid_ore }.
    .mend = Give what is unspent of the grant, at most { $paid_ore }.
refusal-more_without_reason = { $amount_ore } is recommended, more than the { $applied_ore } applied for, and nothing says why.
    .mend = Write why more is given, or lower the amount.
refusal-need_not_assessed = It is not assessed whether the network needs a knowledge environment.
    .mend = Answer yes or no, with a reason.
refusal-no_change_asked = The municipality has asked for no change that waits for an answer.
    .mend = Register the request first.
refusal-no_extension_asked = Nobody asks for more time in the case now.
    .mend = Register the request of the municipality first.
refusal-no_mandate = No authority from the directorate is registered for { $office } in { $year } that covers { $pot }.
    .mend = Register the allocation letter with its frame.
refusal-no_payment_waits = No payment in the case is { $state }.
    .mend = Take the step before it first: order, attest, then register the payment.
refusal-no_pot = { $project_type ->
        [none] The project type is not given, and { $rule_set } has a pot of its own for each type of { $strand }.
       *[other] { $rule_set } has no pot for { $strand } with the project type { $project_type }.
    }
    .mend = Give a project type that the rule set has a pot for.
refusal-no_such_case = There is no such case.
    .mend = Check that the case number is right.
refusal-no_such_claim = The case has no claim number { $claim }.
    .mend = Choose one of the claims of the case.
refusal-no_such_condition = { $open ->
        [none] The case has no open conditions, and { $condition } is not one of them.
       *[other] { $condition } is not an open condition of the case. Open is { $open }.
    }
    .mend = Choose a condition that is open in the case.
refusal-no_such_duty = { $duties ->
        [none] The case has no such duty, nor one for { $duty }.
       *[other] The case has no such duty for { $duty }. It has for { $duties }.
    }
    .mend = Choose a report or an auditor's statement that the case has.
refusal-no_such_round = There is no such round.
    .mend = Choose a round that is announced.
refusal-no_such_rule_set = There is no rule set { $rule_set } here.
    .mend = Choose one of these: { $known }.
refusal-no_transfer_asked = Nobody has asked another office to take the case over.
    .mend = The office that has the case must ask first.
refusal-not_late = The application came before the deadline and cannot be dismissed as late.
    .mend = Choose another ground, or handle the application.
refusal-not_possible_now = { $possible ->
        [none] It is not possible to { $command } now. The case is at the stage “{ $stage }”, and nothing remains.
       *[other] It is not possible to { $command } now. The case is at the stage “{ $stage }”.
    }
    .mend = { $possible ->
        [none] The case has been handled to its end.
       *[other] The next possible step is to { $possible }.
    }
refusal-nothing_to_remind_of = Nothing is awaited from the municipality in this case now.
    .mend = Wait until the municipality has something to answer, deliver or pay.
refusal-person_required = A program without a person behind it cannot { $command }: that takes somebody’s own judgement.
    .mend = Let a person do it with their own login, on the pages or with a token of theirs.
refusal-reminded_today = The municipality has been reminded today already.
    .mend = Send another reminder on another day.
refusal-not_ranked = The refusal goes by priority or frame, but the case has no place among the applications of its round.
    .mend = Give it a place, with a reason, first.
refusal-not_whole_kroner = A grant is given in whole kroner, and { $amount_ore } has øre.
    .mend = Round to whole kroner.
refusal-not_your_case = { $officer ->
        [none] The case is not assigned to anybody yet.
       *[other] The case is assigned to { $officer }, not to you.
    }
    .mend = Have the case assigned to you, or let the person who has it do this.
refusal-nothing_overpaid = Nothing is paid too much on claim { $claim }.
    .mend = See what is registered on the claim.
refusal-officer_disqualified = { $officer } has declared to be disqualified in the case.
    .mend = Choose another case officer.
refusal-officer_has_not_declared = { $officer } has not said whether they are impartial in the case.
    .mend = Ask the case officer to declare impartiality, and assign the case afterwards.
refusal-orderer_is_recommender = The person who wrote the recommendation cannot also order the payment.
    .mend = Another leader must order the payment.
refusal-other_municipality = You act for { $unit }, and the case belongs to another municipality.
    .mend = Choose the municipality you are to act for, or ask the host municipality to do this.
refusal-other_office = You act for { $unit }, and this belongs to another office.
    .mend = The office that has the case must do this.
refusal-other_office_has_not_agreed = The network has members from the area of another office, and that office has not agreed: { $municipalities }.
    .mend = Ask the office to register its agreement on the network.
refusal-paid_day_impossible = { $given_day } cannot be the day of payment. It cannot be in the future, nor before the decision.
    .mend = Give the day on the voucher.
refusal-payee_differs = The organisation number { $given } is not the payee's, which is { $payee }.
    .mend = Check that the voucher belongs to this case.
refusal-payment_in_other_hands = The payment is { $state }, and others take it back then.
    .mend = This can be done by { $allowed }.
refusal-payment_under_way = Payment { $payment } is already ordered.
    .mend = Finish it, take it back, or report that it came back.
refusal-pot_given_twice = The same pot is given twice. Given are { $pots }.
    .mend = Give each pot once, with its whole frame.
refusal-prepared_by_disqualified = The case was prepared by { $officer }, who is disqualified.
    .mend = Send the recommendation back, and let another case officer assess and recommend.
refusal-reason_missing = A person who is disqualified must say why.
    .mend = Write a short reason.
refusal-recommended_otherwise = The case is recommended for { $recommended }.
    .mend = Follow the recommendation, or send it back to the case officer.
refusal-rejection_ground_missing = The recommendation is a refusal, but its ground is missing.
    .mend = Choose the ground of the refusal.
refusal-reminder_first = Claim { $claim } does not go to collection before the municipality is reminded. The reminder goes on { $reminder_day }.
    .mend = Wait until the day after the reminder.
refusal-repaid_day_impossible = { $given_day } cannot be the day the money came back. The grant was paid on { $paid_day }, and the day cannot be in the future.
    .mend = Give the day on the voucher.
refusal-repayment_registered = The repayment with voucher { $voucher } is already registered on the claim.
    .mend = Check the number of the voucher.
refusal-report_does_not_add_up = The figures of the report do not add up. Available { $available_ore }, spent { $spent_ore }, unspent { $unused_ore }. The difference is { $missing_ore }.
    .mend = Correct the figures so that spent and unspent together are { $available_ore }.
refusal-report_lacks_answers = The letter asks the report for more. This is missing: { $missing }.
    .mend = Give the amounts. Where there is nothing, write 0.
refusal-report_too_early = The report for { $duty } cannot be delivered before the year has begun.
    .mend = Deliver the report for the present year, or wait.
refusal-reporting_required = { $limit_ore ->
        [none] Every grant under this rule set must be reported, also { $basis_ore }.
       *[other] The project has had { $basis_ore } in the grant period. That is above the limit of { $limit_ore }, so it must be reported.
    }
    .mend = Ask for reports with dates in the letter.
refusal-reports_first = The report for { $reports } is not approved yet.
    .mend = Approve the report before the auditor's statement.
refusal-role_not_allowed = You act as { $role }, and that role cannot { $command }.
    .mend = This can be done by { $allowed }.
refusal-round_deadline_passed = The application deadline { $closes_at } has passed, or lies before the round opens.
    .mend = Set a deadline in the future and after the opening.
refusal-round_exists = The round is already announced.
    .mend = Use the round that exists.
refusal-round_not_open = The round does not open before { $opens_at }.
    .mend = Submit the application when the round has opened.
refusal-rule_set_of_other_office = The rule set { $rule_set } does not hold for { $office }.
    .mend = Choose the directorate's rule set or the office's own.
refusal-rule_set_of_other_year = The rule set { $rule_set } does not hold for { $year }.
    .mend = Choose the rule set for { $year }.
refusal-rule_set_revised = The rules { $rule_set } held until { $last_day }. A round that opens later follows the new ones.
    .mend = Choose the rules that hold when the round opens.
refusal-rule_set_silent = The rule set says nothing about this: { $what }.
    .mend = The rule set must be completed before the case can be decided.
refusal-second_eye_missing = The report for { $duty } must be read by a second reader before it is approved: it may bring a claim, or the grant is above the limit.
    .mend = Let somebody else at the office read the report first.
refusal-signed_in_future = The auditor's statement is dated { $given_day }, which is in the future.
    .mend = Give the date on the statement.
refusal-spent_in_future = The report says that the money was used until { $given_day }, but today is { $today_day }.
    .mend = Give the last day on which money was used.
refusal-strand_not_in_rule_set = { $rule_set } gives no grants to { $strand }.
    .mend = Choose a rule set that covers such networks.
refusal-supplement_awaited = The municipality has until { $last_day } to send what is missing.
    .mend = Wait until then.
refusal-term_too_early = This term has too early a date: { $term }. Given is { $given_day }, and the earliest possible is { $earliest_day }.
    .mend = Set the date to { $earliest_day } or later.
refusal-terms_incomplete = The terms are not complete. This is missing: { $missing }.
    .mend = Fill in what is missing. The letter must also say so when something is not asked for.
refusal-terms_not_accepted = The municipality has not accepted the terms of the letter yet.
    .mend = Wait until its signatory has accepted the terms.
refusal-use_not_over = { $use_deadline_at ->
        [none] The grant may still be used.
       *[other] The grant may be used until { $use_deadline_at }.
    }
    .mend = Close the case when the use deadline has passed, or report that the project ended early.
refusal-use_unanswered = The municipality has not answered how much is unspent.
    .mend = Register the answer, or write a note on why the case is closed without it.
refusal-used_after_deadline = The report shows spending until { $given_day }, but the grant could only be used until { $last_day }.
    .mend = Include only what was spent until { $last_day }, and enter the rest as unspent.
refusal-voucher_taken = The voucher number { $voucher } stands on another payment of the office in the same year.
    .mend = Check that the number is the one on the voucher of this case.
refusal-written_request_missing = The municipality itself withdraws an application. The office does it only on the municipality's written request.
    .mend = Write how and when the municipality asked to withdraw the application.
refusal-wrong_strand = The application is about { $strand }, but the round is for { $round_strand }.
    .mend = Send the application to a round for { $strand }.
refusal-questions_without_report = The letter asks for no report, but adds questions to one.
    .mend = Ask for a report, or leave the questions out.
refusal-added_questions_need_reason = The report is to ask only what is needed. The added questions have no reason.
    .mend = Write why the office needs to know this, or leave the questions out.
refusal-discretion_is_the_office_s = Whether there is a report for special reasons is the office’s own to judge. The answer to the appeal can neither set nor undo it.
    .mend = Let the demand for a report stand as in the decision. The office can change it in a reversal of its own.
refusal-not_the_coordinator = The overview of foster-home projects in all offices is for { $office }, which coordinates them.
    .mend = Ask { $office } for it.
refusal-publication_needs_leader = A leader hands the overview out for publication. You are { $role }.
    .mend = Ask a leader of the office.
