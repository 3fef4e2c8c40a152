-- What was said at the region's meetings before there was a platform comes with its data, and is nobody's own:
-- those who keep the thread answer for it, as for the recommendations of those meetings.
alter table coordination.finding alter organization_id drop not null;
