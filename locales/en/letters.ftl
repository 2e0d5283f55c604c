# Messages to the municipality: the text itself, and its subject (.subject). Decisions say that the formal letter follows.

letter-frame = { $office_lines }

    To: { $recipient }
    Our reference: { $case_no }

    { $subject }

    { $body }

    Kind regards
    { $office_name }

    Please give case number { $case_no } when you contact us.
letter-recipient = { $host_name }, organisation number { $host }
letter-recipient-round = the municipalities of the office

letter-L01 = The round “{ $title }” for { $grant_year } is open.

    Application deadline: { $closes_at }, Norwegian time.

    Municipalities in a network can apply. One municipality applies for the network as its host. The criteria and the form are in the round.

    The full announcement follows.
    .subject = The round is open: { $title }

letter-round_reminder = The application deadline of the round “{ $title }” for { $grant_year } is { $closes_at }, Norwegian time.

    If your network has applied, please disregard this reminder.
    .subject = The application deadline is near: { $title }

letter-anchoring_reminder = { $unit } is applying for a grant for “{ $network }” and awaits your answer.

    Taking part is voluntary, and each municipality answers for itself: yes, with who in its management stands behind it, or no. The application deadline is { $closes_at }, Norwegian time.

    Answer here, with the municipality's own login:
    { $link }
    .subject = Will you take part in “{ $network }”?

letter-audit_invitation = { $unit } has a grant that must be audited, and asks its auditor for a statement. The deadline is { $last_day }.

    The statement is delivered in the case, with the auditor's own login for the municipality. The grant letter, the report and the accounts are there too:
    { $link }
    .subject = Auditor's statement, case { $case_no }

letter-L02 = We received your application on { $received_at }, Norwegian time. You applied for { $applied_ore }.
    { $late ->
        [true] {""}
            The application came after the deadline. The office considers whether it can be handled.
            {""}
       *[other] {""}
    }
    A case officer now goes through the application. You will hear from us if something is missing.
    .subject = Receipt for application, case { $case_no }

letter-L04 = { $deficiency_lines ->
        [none] We cannot approve what you sent before it is corrected.
       *[other] The application is returned for supplement. This is missing:

            { $deficiency_lines }
    }

    { $explanation }

    Deadline: { $last_day }. If we do not hear from you in time, we must consider the case as it stands.
    .subject = Something is missing in case { $case_no }, deadline { $last_day }

letter-reporting-term = { $reporting ->
        [required] The municipality must report for the network for each year in which the grant is used. The report is due by { $report_last_day }, and the final report by { $final_report_last_day }.{ $interest_and_vat ->
            [true] {" "}The report also says how much interest the grant earned, and how much value added tax the municipality was compensated for.
           *[other] {""}
        }{ $added_questions ->
            [none] {""}
           *[other] {" "}The report must also answer this: { $added_questions }
        }
       *[other] The grant is not to be reported. We only ask whether anything is unspent.
    }
letter-audit-term = { $audit ->
        [required] An auditor must attest the accounts of each year. The auditor's statement is due by { $audit_last_day }.
        [collected] An auditor must attest the accounts of the whole period at once. The auditor's statement is due by { $audit_last_day }.
       *[other] The accounts need no auditor's statement.
    }
letter-terms = Terms:

    – { $cost_from ->
        [none] The grant covers costs in { $grant_year }, and the rest may be used until { $use_last_day }.
       *[other] The grant covers costs from { $cost_from }, and may be used until { $use_last_day }.
    } What is unspent then must be paid back.
    – { letter-reporting-term }
    – { letter-audit-term }
    – { $acceptance_day ->
        [none] The terms hold without your accepting them.
       *[other] The municipality's signatory must accept the terms by { $acceptance_day }. Nothing is paid before that is done.
    }
    – { $knowledge_environment ->
        [payment] The network must work with a knowledge environment. The grant is not paid before this is in place.
        [grant] The network must work with a knowledge environment.
       *[other] Cooperation with a knowledge environment is not made a condition.
    }
    – Tell us of changes to the network, the project or the budget. That includes ending the project early. We can then ask for audited accounts.
    – The County Governor and the Office of the Auditor General can check that the money is used as intended.

    The money is paid to the municipality when its signatory has confirmed the account number.

letter-L05 = You have been given a grant of { $amount_ore } for { $grant_year }. { $more ->
        [true] That is more than the { $applied_ore } you applied for. The reason is: { $difference_reason }
       *[other] That is the whole amount you applied for.
    }

    { letter-terms }

    The formal grant letter follows. It also says how you can appeal or ask for a new consideration.

    { letter-appeal }
    .subject = Grant of { $amount_ore }, case { $case_no }

letter-L06 = You have been given a grant of { $amount_ore } for { $grant_year }. { $difference_reason ->
        [none] You applied for { $applied_ore }, so the application is granted in part.
       *[other] You applied for { $applied_ore }, so the application is granted in part. The reason is: { $difference_reason }
    }

    { letter-terms }

    Adapt the budget to the amount granted, and send it to us{ $budget_day ->
        [none] .
       *[other] {" "}by { $budget_day }.
    }

    The formal grant letter follows. It says what is not granted and why, and how you can appeal or ask for a new consideration.

    { letter-appeal }
    .subject = Grant of { $amount_ore }, case { $case_no } (granted in part)

letter-L07 = Your application is rejected: { $ground }.

    { $reason }

    The formal letter about the rejection follows. It also says how you can appeal or ask for a new consideration.

    { letter-appeal }
    .subject = Application rejected, case { $case_no }

letter-L08 = Your application is dismissed: { $ground }. That means that we have not considered its content.

    { $reason }

    The formal letter about the dismissal follows. It also says how you can appeal or ask for a new consideration.

    { letter-appeal }
    .subject = Application dismissed, case { $case_no }

letter-supplement_reminder = We still lack information for your application. It is to be sent by { $last_day }.

    We have written to you about what is missing.
    .subject = Reminder to supplement the application, case { $case_no }

letter-acceptance_reminder = The terms of the grant letter are to be accepted by { $last_day }. Nothing is paid before the municipality's signatory has accepted them.
    .subject = Reminder to accept the terms, case { $case_no }

letter-budget_reminder = You were granted less than you applied for. The budget of what is granted is due on { $last_day }.
    .subject = Reminder of the revised budget, case { $case_no }

letter-L09 = { $clock_code ->
        [use_question] We asked whether you have unspent money, and cannot see that you have answered. The answer is due by { $last_day }.
       *[other] The grant for { $grant_year } may be used until { $last_day }. What is unspent then must be paid back.
    }

    { $clock_code ->
        [use_question] Answer with the amount that is unspent. If everything is spent, answer 0.
       *[other] You need not apply to use the money. Tell us if you see that something will be left over.
    }
    .subject = Reminder about the use of the grant, case { $case_no }

letter-L10 = { $clock_code ->
        [audit] The auditor's statement is due by { $last_day }.
       *[other] The report is due by { $last_day }.
    } { $passed ->
        [true] We cannot see that we have received it.
       *[other] This is a reminder before the deadline.
    }

    { $clock_code ->
        [audit] Ask the auditor to send it. It must show the scheme, the case number, the amount and the period.
       *[other] The report must show what is spent, what is unspent, and what you have achieved.
    }

    If you have sent it in the last few days, please disregard this reminder.
    .subject = Reminder about reporting, case { $case_no }

letter-L11 = { $clock_code ->
        [report] The report was due by { $last_day }, and we cannot see that we have received it.
        [audit] The auditor's statement was due by { $last_day }, and we cannot see that we have received it.
        [claim] The claim for repayment was due by { $last_day }. We cannot see that all of it is paid.
       *[other] The last day was { $last_day }, and we cannot see that we have heard from you.
    }

    { $clock_code ->
        [claim] Pay what is outstanding, with the KID number on the invoice. If the claim stays unpaid, we must consider collection.
       *[other] If we do not hear from you, the case goes to the leader, who decides what we do next. A grant that is not accounted for may be claimed back.
    }{ $answer_day ->
        [none] { "" }
       *[other] { " " }We wait until and including { $answer_day }.
    }
    .subject = { $clock_code ->
        [claim] Reminder about repayment, case { $case_no }
       *[other] Reminder about overdue reporting, case { $case_no }
    }

letter-collection = The claim for repayment is not paid. What is left, { $outstanding_ore }, was sent to collection for the Treasury.

    You will get a letter from there. The claim is still for the same amount.
    .subject = The claim was sent to collection, case { $case_no }

letter-claim_waived = We have waived { $amount_ore } of the claim for repayment.

    { $whole ->
        [true] You need pay nothing more.
       *[other] You must still pay { $outstanding_ore }.
    }
    .subject = The claim was waived, case { $case_no }

letter-L12 = The report for { $duty } is approved. If anything more is due, you will be told.
    .subject = The report is approved, case { $case_no }

letter-L14 = We claim that { $amount_ore } of the grant for { $grant_year } be paid back to the Treasury. It is due by { $due_day }.

    An invoice with a KID number follows. Wait with paying until you have it.

    The formal letter with the reasons follows. To appeal, or to ask for a new consideration, does not by itself defer the payment.

    { letter-appeal }
    .subject = Claim for repayment of { $amount_ore }, case { $case_no }

letter-claim_deferred = You have been given more time to pay the claim for repayment. It is now due by { $due_day }.

    { $reason }
    .subject = More time to pay, case { $case_no }

letter-claim_reduced = We have reversed the claim for repayment of { $before_ore }. { $lifted ->
        [true] We claim nothing any more.
       *[other] The claim is now for { $amount_ore }.
    }{ $paid_back ->
        [true] {" "}You have paid { $overpaid_ore } too much. We pay it back.
       *[other] {""}
    }

    The formal letter with the reasons follows.
    .subject = The claim is reversed, case { $case_no }

letter-L15 = We have received { $refunded_ore }, and the claim is settled. The case is finished.
    .subject = Repayment confirmed, case { $case_no }

letter-L19 = The application is withdrawn, as you asked. We do not handle it further.
    .subject = The application is withdrawn, case { $case_no }

letter-L20 = The case is closed. You have no further duties for this grant.

    Granted: { $granted_ore }
    Paid: { $paid_ore }
    Paid back: { $refunded_ore }

    Keep the accounting material for as long as the accounting rules ask.
    .subject = The case is closed, case { $case_no }

letter-payment = We paid { $amount_ore } on { $paid_on }.
    .subject = Payment of grant, case { $case_no }

letter-near_limit = The project has now had { $basis_ore } in the grant period. That is close to the limit of { $limit_ore }. If the sum exceeds the limit, the whole period must be reported.

    You need not do anything now. Keep accounts and results, and reporting later will be easier.
    .subject = The project is close to the reporting limit, case { $case_no }

letter-project_duty = Grants of { $basis_ore } in all have been given in the grant period, which is above the reporting limit. The whole period must be reported, this grant included. The limit was crossed in case { $carried_by_no }.

    { $asks_more ->
        [true] This now holds for the grant in this case:

            – { letter-reporting-term }
            – { letter-audit-term }
       *[other] You need do nothing beyond what you have been told already.
    }
    .subject = The grant must be reported, case { $case_no }

letter-use_question = The use deadline of the grant has passed. We paid { $paid_ore }.

    How much is unspent? Answer with the amount. If everything is spent, answer 0. This is not a report.

    Unspent money must be paid back. In that case we send a letter of its own.
    .subject = Do you have unspent money? Case { $case_no }

letter-audit_chosen = { $audit_last_day ->
        [none] The project has ended before its time. You need not deliver audited accounts.
       *[other] The project has ended before its time. You are to deliver audited accounts by { $audit_last_day }.
    }
    .subject = Audited accounts, case { $case_no }

letter-ended_early = We have registered that the project ended on { $end_day }.

    { $audit_last_day ->
        [none] No audited accounts are asked for.
       *[other] You must deliver accounts attested by an auditor. They are due by { $audit_last_day }.
    } Tell us also how much is unspent. Unspent money must be paid back.
    .subject = The project ended early, case { $case_no }

letter-reopened = We have reopened the case. The ground is the document { $source }.

    { $reason }

    You need not do anything now. We contact you when we have looked at the case. The letters you have had still hold.
    .subject = The case is reopened, case { $case_no }

letter-claim_notice = We consider claiming back { $amount_ore } of the grant for { $grant_year }. Ground: { $ground }.

    { $reason }

    You can reply before we decide. The reply is due by { $last_day }. If we do not hear from you, we decide on the case as it stands.
    .subject = Notice of a claim of { $amount_ore }, case { $case_no }

letter-overpayment_returned = You paid more than the claim. We paid back { $amount_ore } on { $returned_on }.
    .subject = What was paid too much is paid back, case { $case_no }

letter-extension = You have been given more time. The grant for { $grant_year } may be used until { $use_last_day }.
    { $final_report_last_day ->
        [none] {""}
       *[other] The final report is due by { $final_report_last_day }.
    }
    What is unspent then must be paid back.
    .subject = More time to use the grant, case { $case_no }

letter-extension_declined = You do not get more time to use the grant for { $grant_year }. The deadline in force stands.

    { $reason }
    .subject = Answer to the request for more time, case { $case_no }

letter-change_approved = We have approved the change you asked for (change { $number }). The amount, the use deadline and the duties in your letter are the same.
    .subject = The change is approved, case { $case_no }

letter-change_declined = We have not approved the change you asked for. The grant is used as you applied for.

    { $reason }
    .subject = Answer to the request for a change, case { $case_no }

letter-office_changed = The case was transferred to us. We have it from now on, with the same case number. Decisions, dates and terms are the same.
    .subject = The case is transferred, case { $case_no }

letter-host_changed = Your municipality is now the host in this case. The terms and duties of the grant letter are yours.

    { $reason }
    { $unpaid ->
        [true] {""}
            If a grant is paid, your signatory must confirm the account first.
       *[other] {""}
    }
    .subject = New host municipality, case { $case_no }
