-- The programme team keeps the directory. In a file of its own: a new role can be named only after it is committed.
alter type access.role add value 'programme' before 'coordinator';
