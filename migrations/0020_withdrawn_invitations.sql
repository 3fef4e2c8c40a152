-- An invitation that went to the wrong address must not stay open for a week.
alter table access.invitation add withdrawn_at timestamptz;
grant update (expires_at, withdrawn_at) on access.invitation to istiqbal_app;
