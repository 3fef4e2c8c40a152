import type { AnyHandler } from '../../platform/commands/handler.ts';
import { addOrganization } from './add-organization.ts';
import { answerFeedback } from './answer-feedback.ts';
import { archiveService, publishService } from './archive.ts';
import { setAvailability } from './availability.ts';
import { confirmCalendarPeriod, removeCalendarPeriod, setCalendarPeriod } from './calendar.ts';
import { confirm } from './confirm.ts';
import { confirmTranslation } from './confirm-translation.ts';
import { decideChange } from './decide-change.ts';
import { editOrganization, editService } from './edit.ts';
import { importFileCommands } from './import-files.ts';
import { importCommands } from './import-sources.ts';
import { addEverydayWord, removeEverydayWord, settleQuery } from './everyday-words.ts';
import { markNotSame, merge, undoMerge } from './merge.ts';
import { proposeService } from './propose.ts';
import { recheckLink } from './recheck-link.ts';
import { reviewDifference } from './review-difference.ts';
import { setStewardship } from './stewardship.ts';

/** What those who keep the directory may do. */
export const careCommands: AnyHandler[] = [
  editService,
  editOrganization,
  addOrganization,
  proposeService,
  decideChange,
  archiveService,
  publishService,
  confirm,
  setAvailability,
  answerFeedback,
  setStewardship,
  addEverydayWord,
  removeEverydayWord,
  settleQuery,
  merge,
  undoMerge,
  markNotSame,
  reviewDifference,
  recheckLink,
  confirmTranslation,
  setCalendarPeriod,
  confirmCalendarPeriod,
  removeCalendarPeriod,
  ...importCommands,
  ...importFileCommands,
];
