import type { AnyHandler } from '../../platform/commands/handler.ts';
import { assignCase, handOver } from './assign.ts';
import { changeCase, namePerson } from './change-case.ts';
import { addContact, removeContact } from './contacts.ts';
import { moveCase } from './move-case.ts';
import { addNote } from './notes.ts';
import { openCase } from './open-case.ts';
import { addStep, changeStep, endStep } from './plan.ts';
import { setDelay } from './set-delay.ts';

export const caseCommands: AnyHandler[] = [
  openCase,
  moveCase,
  changeCase,
  namePerson,
  assignCase,
  handOver,
  addNote,
  addStep,
  changeStep,
  endStep,
  addContact,
  removeContact,
  setDelay,
];
