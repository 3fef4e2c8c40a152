import { useRead } from '../../../workspace/reading.tsx';

export interface Colleague {
  userId: string;
  name: string;
  isHead: boolean;
  readsRestricted: boolean;
  openCases: number;
}
/** Who works at this desk; none while it is being read. */
export const useColleagues = (): readonly Colleague[] =>
  useRead<{ colleagues: Colleague[] }>('/api/cases/colleagues').data?.colleagues ?? [];
