-- Who is signed in is answered in one query before any actor is known: it names the person's organisations.
grant usage on schema directory to istiqbal_auth;
grant select (id, name) on directory.organization to istiqbal_auth;
