# Appeals and reversals.

refusal-appeal_hold = The payment waits for the answer to appeal { $appeal }.
    .mend = Answer the appeal first, or wait for the appeal body.
refusal-reversal_waits = A recommended reversal has not been decided.
    .mend = Let a leader decide it first.
refusal-dispute_open = The case has an open appeal or an undecided reversal.
    .mend = Finish it first.
refusal-appeal_open = Appeal { $appeal } has not been answered yet.
    .mend = Wait for the answer, or withdraw the appeal and send a new one.
refusal-appeal_too_late = The appeal came more than a year after the decision. The last day was { $last_day }.
    .mend = Dismiss the appeal. The office can still reverse the decision of its own accord.
refusal-no_appeal_body = The round has no right of appeal. The office itself answers a request for reversal.
    .mend = Reverse the decision, or answer no with reasons.
refusal-ruling_day_impossible = { $given_day } cannot be the day of the ruling. It must be after the appeal was forwarded, and not in the future.
    .mend = Give the date of the answer.
refusal-appeal_is_forwarded = The office itself cannot turn down an appeal that came in time.
    .mend = Forward the appeal to the appeal body, or uphold it.
refusal-decider_is_preparer = The person who prepared the appeal cannot also decide it.
    .mend = Another leader must decide.
refusal-no_such_appeal = The case has no appeal number { $appeal }.
    .mend = Choose one of the appeals of the case.
refusal-appeal_not_ready = Appeal { $appeal } is { $state }, and then this cannot be done.
    .mend = Take the step that the appeal waits for.
refusal-no_ruling = No appeal in the case has a ruling that waits to be carried out.
    .mend = Register the ruling first, or choose another ground.
refusal-refusal_is_set_aside = A refusal is reversed by judging the application anew. Amount and terms come with the new recommendation.
    .mend = Recommend the reversal without amount and terms.
refusal-reversal_changes_nothing = The reversal changes neither the amount nor the terms.
    .mend = Say what is to change.
refusal-detriment_needs_ground = The reversal is to the municipality's detriment. That takes another ground than its benefit.
    .mend = Choose the ground in the Public Administration Act section 35, or let the decision stand.
refusal-no_notice_waits = No reversal waits for advance notice.
    .mend = Notice is needed only once, and only where the municipality loses.
refusal-not_to_benefit = The recommended reversal is not to the municipality's benefit.
    .mend = Recommend a reversal to its benefit, or forward the appeal.
refusal-reverser_is_recommender = The person who recommended the reversal cannot also decide it.
    .mend = Another leader must decide it.
refusal-notice_missing = The municipality has not been told that the grant may be reversed to its detriment.
    .mend = Send advance notice with a date for its reply.
refusal-notice_runs = The municipality may reply up to and including { $last_day }.
    .mend = Wait until then, and read what it has said.
refusal-already_reported = The municipality has delivered a report or a statement, and the decision can no longer be reversed.
    .mend = What must come back is claimed. More money takes a new application.
refusal-paid_amount_stays = The grant is paid with { $paid_ore } and cannot be set to { $amount_ore }.
    .mend = Claim back what is too much, or ask for a new application.
refusal-no_reversal_waits = No recommended reversal waits for a decision.
    .mend = A case officer must recommend one first.
event-PreliminaryReplySent = Preliminary reply sent: an answer is expected { $expected_day }
    .name = preliminary reply
event-AppealFiled = { $late ->
        [true] Appeal { $number } came late
       *[other] Appeal { $number } came in
    }{ $claim ->
        [none] {""}
       *[other] , against claim { $claim }
    }
    .name = appeal
event-LateAppealAccepted = Appeal { $number } is taken up although it came late
    .name = accepted late appeal
event-AppealPrepared = Appeal { $number } was prepared
    .name = prepared appeal
event-AppealUpheld = Appeal { $number } was upheld by the office
    .name = upheld appeal
event-AppealForwarded = Appeal { $number } was forwarded to the appeal body
    .name = forwarded appeal
event-AppealDecided = The appeal body answered appeal { $number } on { $decided_on }: { $outcome } ({ $reference })
    .name = ruling of the appeal body
event-AppealConcluded = The ruling on appeal { $number } is carried out
    .name = carried out ruling
event-AppealDeclined = { $late ->
        [true] Appeal { $number } was dismissed as late
       *[other] Request { $number } for reversal was not followed
    }
    .name = dismissed appeal
event-AppealWithdrawn = Appeal { $number } was withdrawn
    .name = withdrawn appeal
event-ReversalRecommended = { $amount_ore ->
        [none] Recommended to judge the application anew: { $ground }
       *[other] Recommended to reverse to { $amount_ore }: { $ground }
    }
    .name = recommended reversal
event-ReversalNoticeGiven = Advance notice of a reversal to { $amount_ore }, reply by { $last_day }
    .name = advance notice of reversal
event-ReversalDropped = The reversal was not decided
    .name = dropped reversal
event-DutyLapsed = { $kind ->
        [audit] The auditor's statement for { $name } is no longer asked for under the old decision
       *[other] The report for { $name } is no longer asked for under the old decision
    }
    .name = lapsed duty
    .result = no longer asked for
event-Reversed = Decision { $decision_no }: decision { $reversed_no } reversed from { $before_ore } to { $amount_ore } ({ $ground })
    .name = reversal
event-RefusalSetAside = Decision { $decision_no }: the application is judged anew ({ $ground })
    .name = refusal set aside
event-ProjectDutyLapsed = The project is no longer above the reporting limit
    .name = lapsed project duty
    .result = the limit no longer asks for a report here
event-DutyKept = The report is still asked for, though the sum is no longer above the limit
    .name = report still asked for
stage-annulled = Annulled
command-annul = annul the grant (by a reversal to 0)
command-set_aside = judge the application anew (by a reversal)
command-send_preliminary_reply = send a preliminary reply
command-file_appeal = appeal or ask for a reversal
command-accept_late_appeal = take up a late appeal
command-prepare_appeal = prepare the appeal
command-uphold_appeal = uphold the appeal
command-forward_appeal = forward the appeal to the appeal body
command-register_appeal_outcome = register the appeal body's answer
command-conclude_appeal = note that the ruling is carried out
command-decline_appeal = dismiss the appeal or decline the request
command-withdraw_appeal = withdraw the appeal
command-recommend_reversal = recommend a reversal
command-give_reversal_notice = give advance notice of a reversal
command-reverse = reverse the decision
command-drop_reversal = let the decision stand
command-note_project_duty_lapsed = note that the project's duty to report has lapsed
task-late_appeal = Decide what becomes of the late appeal
task-prepare_appeal = Prepare the appeal
task-decide_appeal = Decide the appeal or forward it
task-carry_out_ruling = Carry out what the appeal body ruled
task-reversal_notice = Give advance notice of the reversal
task-decide_reversal = Decide the reversal
task-overdue_preliminary_reply = A preliminary reply is due within one month
task-overdue_appeal_review = Past the target: the appeal is not treated
task-overdue_appeal_follow_up = The appeal body has not answered: ask
task-overdue_reversal_notice = The term for a reply is over: decide the reversal
clock-preliminary_reply = the preliminary reply
clock-appeal_review = the treatment of the appeal
clock-appeal_follow_up = the answer of the appeal body
clock-reversal_notice = the reply to the notice of reversal
state-received = received
state-late = late
state-under_review = prepared
state-upheld = upheld
state-forwarded = forwarded to the appeal body
state-ruled = ruled on by the appeal body
state-concluded = concluded
state-declined = declined
state-taken_back = withdrawn
outcome-upheld = the decision stands
outcome-changed = the decision is changed
outcome-annulled = the decision is annulled
outcome-returned = the case is returned for new treatment
ground-benefit = to the municipality's benefit
ground-not_notified = the decision had not reached the municipality
ground-invalid = the decision is invalid
ground-other_law = another legal basis for reversal
ground-appeal_ruling = the appeal body has ruled so
letter-appeal = { $appeal_regime ->
        [individual_decision] You can appeal against the decision to { $appeal_body ->
            [none] the Directorate for Children, Youth and Family Affairs
           *[other] { $appeal_body }
        }. Send the appeal to us, by { $appeal_day }.
        [none] The formal letter says how you can appeal or ask for a new consideration.
       *[other] The decision is not an individual decision, and there is no formal right of appeal. You can ask us to reverse it.
    }
letter-L03 = { $on_appeal ->
        [true] We have not finished treating your appeal yet.
       *[other] We have not finished treating your application yet.
    } You can expect an answer by { $expected_day }.
    .subject = Preliminary reply, case { $case_no }
letter-appeal_receipt = { $appeal_regime ->
        [individual_decision] We received your appeal { $received_at }, Norwegian time.
       *[other] We received your request for reversal { $received_at }, Norwegian time.
    } { $late ->
        [true] It came after the deadline, and we consider whether it can be treated.
       *[other] {""}
    }
    .subject = Receipt for appeal, case { $case_no }
letter-L17 = We have considered the appeal and found that the decision should stand. The appeal is sent to { $appeal_body ->
        [none] the Directorate for Children, Youth and Family Affairs
       *[other] { $appeal_body }
    }, which decides it. Our view:

    { $assessment }{ $enclosure_lines ->
        [none] {""}
       *[other] {""}

            Enclosed:
            { $enclosure_lines }
    }
    .subject = The appeal is forwarded, case { $case_no }
enclosure-decision = the decision
enclosure-appeal = the appeal
enclosure-erased = (The document has been erased.)
letter-appeal_outcome = The appeal body answered the appeal on { $decided_on }: { $outcome }. If there is more for us to do, you will hear from us.
    .subject = The appeal is decided, case { $case_no }
letter-appeal_declined = { $late ->
        [true] The appeal came after the deadline, and we have dismissed it.
       *[other] We have considered the request, and the decision stands.
    }

    { $reason }
    .subject = Answer to appeal, case { $case_no }
letter-reversal_notice = We consider reversing the grant from { $before_ore } to { $amount_ore }, or changing its terms. Ground: { $ground }.

    { $explanation }

    You may reply by { $last_day }. We decide after that.
    .subject = Notice of reversal, case { $case_no }
letter-L16 = We have reversed decision { $reversed_no }. The grant is changed from { $before_ore } to { $amount_ore }. Ground: { $ground }. This is decision { $decision_no } in the case.

    { $annulled ->
        [true] The grant is annulled, and you have no duties under it.
       *[other] This now holds instead of the old letter.

            { letter-terms }
    }

    The formal letter follows.

    { letter-appeal }
    .subject = The decision is reversed, case { $case_no }
letter-set_aside = We have reversed the decision not to give a grant. The application is judged anew, and you will get a new decision. The reversal is decision { $decision_no } in the case.
    .subject = The application is judged anew, case { $case_no }
letter-project_duty_lapsed = A grant was reversed, and the sum is no longer above the reporting limit. { $still_asked ->
        [true] What your letter says of reporting still holds.
       *[other] You need not report this grant any more.
    }
    .subject = The sum is no longer above the reporting limit, case { $case_no }
