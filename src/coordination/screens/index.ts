export { threadTexts } from './messages/index.ts';
export { OrganizationSelect } from './parts/organization-select.tsx';
export { ProgressBar } from './parts/progress-bar.tsx';
export { Text, useTold, Words } from './parts/told.tsx';
export { isTyped, nothingTyped, toTold, type Typed, TwoWords } from './parts/two-words.tsx';
export { PickList } from './writing/pick-list.tsx';
