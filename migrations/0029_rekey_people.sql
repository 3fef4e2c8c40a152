-- By which keys people are found. When the matching learns better ones, everybody's are written anew behind the work of the day.
create table people.keyed_by (
  one boolean primary key default true check (one),
  mark text not null
);
alter table people.keyed_by enable row level security;
alter table people.keyed_by force row level security;
create policy owner_rekeys on people.keyed_by to istiqbal_owner using (true) with check (true);
create policy owner_rekeys on people.person for select to istiqbal_owner using (true);
create policy owner_rekeys_searched on people.person for update to istiqbal_owner using (true);
create policy owner_rekeys on people.person_name for select to istiqbal_owner using (true);
create policy owner_rekeys on people.matching_key to istiqbal_owner using (true) with check (true);
