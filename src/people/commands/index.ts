import type { AnyHandler } from '../../platform/commands/handler.ts';
import { changePerson, recordPerson } from './change-person.ts';
import { mergePeople, sayNotSame, undoMerge } from './merge-people.ts';
import { setAudio } from '../consent/audio.ts';
import { askErasure, erase, refuseErasure } from '../erasure/commands.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { joinHousehold, relate, unrelate } from './relate.ts';

export const peopleCommands: AnyHandler[] = [
  recordPerson,
  changePerson,
  relate,
  unrelate,
  joinHousehold,
  sayNotSame,
  mergePeople,
  undoMerge,
  recordConsent,
  setAudio,
  askErasure,
  erase,
  refuseErasure,
];
