-- What a service asks for and costs, in every language: until now only its name and description could be told in another.
alter table directory.translation
  add application_process text,
  add fees_description text,
  -- Short texts of the service's parts (papers, procedures, prices, what a telephone is for) as they are said in this language, by what the
  -- original says. Kept by the text and not by the part: a paper that was reworded is told as its source words it until someone translates it anew.
  add wordings jsonb check (jsonb_typeof(wordings) = 'object');

drop trigger date_texts on directory.service;
create trigger date_texts before update of name, description, eligibility_description, alert, application_process, fees_description
  on directory.service for each row
  when ((old.name, old.description, old.eligibility_description, old.alert, old.application_process, old.fees_description)
    is distinct from (new.name, new.description, new.eligibility_description, new.alert, new.application_process, new.fees_description))
  execute function directory.date_texts();
drop trigger date_texts on directory.translation;
create trigger date_texts before update of name, description, eligibility_description, alert, application_process, fees_description, wordings
  on directory.translation for each row
  when ((old.name, old.description, old.eligibility_description, old.alert, old.application_process, old.fees_description, old.wordings)
    is distinct from (new.name, new.description, new.eligibility_description, new.alert, new.application_process, new.fees_description, new.wordings))
  execute function directory.date_texts();
