import { join } from 'node:path';
import type { Client } from 'pg';
import { loadDelays } from './cases/index.ts';
import { loadThread } from './coordination/load-thread.ts';
import { loadWorkshops } from './coordination/load.ts';
import { loadFramework, loadProcedures } from './desk/index.ts';
import { loadLibrary, loadStages } from './plans/index.ts';
import { loadEmergencyNumbers } from './territory/load-emergency.ts';
import { loadTerritories } from './territory/load.ts';
import { loadCalendar } from './directory/opening/load-calendar.ts';
import { importHsds } from './directory/import/import-hsds.ts';
import type { ImportReport } from './directory/import/report.ts';

export const regionFolder = join(import.meta.dirname, '../data/oriental');

export interface RegionReport {
  territories: { total: number; changed: number };
  directory: ImportReport;
  calendar: { total: number; changed: number };
  workshops: { total: number; changed: number };
  thread: { total: number; changed: number };
  delays: { total: number; changed: number };
  procedures: { total: number; changed: number };
  emergency: { total: number; changed: number };
  assessment: { total: number; changed: number };
  stages: { total: number; changed: number };
  library: { total: number; changed: number };
}

/** Loads a region kept as data: its territories, its directory with translations, its calendar, its workshops and what came of them, its procedures, its delays, whom it calls in an emergency, the criteria of its cells, the stages of a commune's plan, what others did. Loading it again changes nothing. */
export async function loadRegion(owner: Client, folder = regionFolder): Promise<RegionReport> {
  const territories = await loadTerritories(owner, join(folder, 'territories.csv'));
  const directory = await importHsds(owner, {
    path: join(folder, 'directory'),
    sourceKey: 'oriental',
    translations: { folder: join(folder, 'translations') },
  });
  const calendar = await loadCalendar(owner, join(folder, 'calendar.json'));
  const workshops = await loadWorkshops(owner, join(folder, 'workshop.json'));
  const thread = await loadThread(owner, join(folder, 'thread.json'));
  const procedures = await loadProcedures(owner, join(folder, 'procedures.json'));
  const delays = await loadDelays(owner, join(folder, 'delays.json'));
  const emergency = await loadEmergencyNumbers(owner, join(folder, 'emergency.json'));
  const assessment = await loadFramework(owner, join(folder, 'assessment.json'));
  const stages = await loadStages(owner, join(folder, 'plan-stages.json'));
  const library = await loadLibrary(owner, join(folder, 'library.json'));
  return { territories, directory, calendar, workshops, thread, procedures, delays, emergency, assessment, stages, library };
}
