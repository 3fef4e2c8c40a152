import { peopleCommands } from '../../../people/index.ts';

/** What a register does with people it does by the commands of their room. */
const commandOf = (kind: string) => {
  const found = peopleCommands.find((command) => command.kind === kind);
  if (!found) throw new Error(`people have no command ${kind}`);
  return found;
};
export const recordPerson = commandOf('people.record');
export const sayNotSame = commandOf('people.say_not_same');
export const changePerson = commandOf('people.change');
