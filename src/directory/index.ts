import careAr from './care/messages/ar.json' with { type: 'json' };
import careEn from './care/messages/en.json' with { type: 'json' };
import careEs from './care/messages/es.json' with { type: 'json' };
import careFr from './care/messages/fr.json' with { type: 'json' };
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

export { directoryRoutes } from './api.ts';
export { type Asked, filterNames, isNarrowed, searchAddress, searchQuerySchema, wishOf } from './asked.ts';
export { type Confirmable, confirmByLink, findConfirmable } from './care/confirm-store.ts';
export { readConfirmToken } from './care/confirm-link.ts';
export { listMerged } from './care/merged.ts';
export { giveFeedback, readFeedback } from './care/feedback-store.ts';
export { feedbackKinds } from './care/lists.ts';
export { countUnanswered } from './care/unanswered.ts';
export { exportRoutes } from './export/api.ts';
export { cellText, csvLine, quotedLine } from './export/cell.ts';
export { type Cell as SheetCell, columnName, type Sheet, writeXlsx } from './export/xlsx-writer.ts';
export { readJsonLd } from './export/read-json-ld.ts';
export { escapeText, foldLines } from './export/text-lines.ts';
export { escapeXml, xmlHead } from './export/xml.ts';
export { hsdsRoutes } from './hsds/api.ts';
export { formatOf } from './import/file-format.ts';
export type { Grid, GridProblem } from './import/read-grid.ts';
export { readGridApart } from './import/read-grid-apart.ts';
export {
  getCalendar,
  tellClock,
  intervals,
  kindOfHours,
  listHours,
  type Minute,
  type OpeningCalendar,
  openingOverview,
  type OpeningOverview,
} from './opening/index.ts';
export { CellLinks } from './pages/cell-links.tsx';
export { ConfirmPage } from './pages/confirm.tsx';
export { FeedbackAnswerPage, FeedbackSentPage } from './pages/feedback.tsx';
export { listOf, Local } from './pages/local-text.tsx';
export { OrganizationPage } from './pages/organization-page.tsx';
export type { WiderSearch } from './pages/search-nothing.tsx';
export { SearchPage } from './pages/search-page.tsx';
export { ServicePage } from './pages/service-page.tsx';
export { type Line, type ServiceWords, wordsOf } from './pages/service-words.ts';
export { listPoints, type ServicePoint } from './points.ts';
export { searchServices, type SearchItem, type SearchRequest, type SearchResult } from './search/search.ts';
export {
  type Cell,
  countByNeed,
  findOrganization,
  findService,
  listCells,
  listSearchedLanguages,
  listTerms,
  type LocalText,
  type OrganizationView,
  type ServiceView,
  type Term,
} from './store.ts';

export const directoryMessages = {
  fr: { ...fr, ...careFr },
  ar: { ...ar, ...careAr },
  en: { ...en, ...careEn },
  es: { ...es, ...careEs },
};
export { directoryVersion } from './version.ts';
export { fold } from './search/folding.ts';
