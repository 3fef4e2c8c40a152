-- A proof may be a document or a photograph. Whoever speaks for an organisation sends files, as the desks do; what is sent waits for its sender.
alter policy waits_for_sender on files.file
  using (organization_id = (select access.acting_organization_as('agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator'))
         and user_id = (select access.acting_user()) and bound_at is null)
  with check (organization_id = (select access.acting_organization_as('agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator'))
              and user_id = (select access.acting_user()));

-- Taken back, with the reason: its file is gone, that it was shown is not.
alter table coordination.proof
  add withdrawn_at timestamptz,
  add withdrawn_because text,
  add check ((withdrawn_at is null) = (withdrawn_because is null)),
  add check (withdrawn_at is null or not is_public),
  drop constraint proof_file_id_fkey,
  add foreign key (file_id) references files.file on delete set null,
  drop constraint proof_check1,
  add check (case when kind in ('document', 'photo') then file_id is not null or withdrawn_at is not null else file_id is null end);
create unique index on coordination.proof (file_id) where file_id is not null;

-- Attached only by who sent it, while it belongs to nothing else.
alter policy takes_part_new on coordination.proof with check (
  organization_id = (select coordination.speaker()) and coordination.takes_part(action_id) and (file_id is null or files.waits_for_me(file_id)));
-- From then on it is seen by those who see the proof: everyone, once that is marked so and its action is published.
create policy proves on files.file for select to istiqbal_app using (exists (select from coordination.proof p where p.file_id = file.id));
create policy taken_back on files.file for delete to istiqbal_app
  using (exists (select from coordination.proof p where p.file_id = file.id and p.organization_id = (select coordination.speaker())));
