-- Who keeps a commune's plan and who carries a project. In a file of its own: a new role can be named only after it is committed.
alter type access.role add value 'plan_officer' before 'programme';
alter type access.role add value 'project_holder' before 'programme';
