-- Whoever merges two organisations moves what was referred and agreed to from one to the other, and may read no case: only what says
-- something, and not for whom it was, asks whether the file was erased.
drop trigger refuse_words_on_erased on referrals.referral;
create trigger refuse_words_on_erased
  before insert or update of status, shared, reason, decline_reason, answer_note, outcome, outcome_note on referrals.referral
  for each row execute function cases.refuse_words_on_erased('case_id');
drop trigger refuse_words_on_erased on people.consent;
create trigger refuse_words_on_erased
  before insert or update of withdrawn_at, interpreter, representative_name, representative_link, childs_wish on people.consent
  for each row execute function cases.refuse_words_on_erased('case_id');
