import { createPortal } from 'react-dom';
import type { GuideLanguage, GuideProcedure, Paper } from '../contract.ts';
import { labels } from '../labels.ts';
import { allUnsure, inLanguage, isUnread, isUnsure, sortPapers } from '../rules.ts';
import { Doubt } from './doubt.tsx';
import { ProcedureFacts } from './procedure-facts.tsx';

interface PrintProps {
  procedure: GuideProcedure;
  languages: readonly GuideLanguage[];
  ready: readonly number[];
}

/** The checklist as the browser prints it when no PDF can be fetched: alone on its page (see style.css), what is missing first. */
export function PrintSheet({ procedure, languages, ready }: PrintProps) {
  return createPortal(
    <div className={`print-sheet ${languages.length > 1 ? 'print:grid print:grid-cols-2 print:gap-8 print:text-sm' : ''}`} dir="ltr">
      {languages.map((language) => (
        <Face key={language} procedure={procedure} language={language} ready={ready} />
      ))}
    </div>,
    document.body,
  );
}

function Face({ procedure, language, ready }: { procedure: GuideProcedure; language: GuideLanguage; ready: readonly number[] }) {
  const say = labels[language];
  const once = allUnsure(procedure.papers);
  const papers = sortPapers(procedure.papers, ready);
  return (
    <div lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="flex flex-col gap-3">
      <p className="text-2xl font-bold">{inLanguage(procedure.title, language)}</p>
      <p>{inLanguage(procedure.about, language)}</p>
      {procedure.warning && <p className="border-2 p-2 font-bold">{inLanguage(procedure.warning, language)}</p>}
      <Papers title={say.missing} box="☐" papers={papers.missing} language={language} once={once} />
      <Papers title={say.ready} box="☒" papers={papers.ready} language={language} once={once} />
      <ProcedureFacts procedure={procedure} language={language} />
      {isUnsure(procedure) && <p className="text-sm">{say.unsure}</p>}
      {isUnread(procedure, language) && <p className="text-sm">{say.unread}</p>}
      <p className="text-sm">{say.free}</p>
    </div>
  );
}

interface PapersProps {
  title: string;
  box: string;
  papers: readonly Paper[];
  language: GuideLanguage;
  /** Whether the title says for all of them that they are to be confirmed. */
  once: boolean;
}
function Papers({ title, box, papers, language, once }: PapersProps) {
  if (papers.length === 0) return null;
  return (
    <div>
      <p className="font-bold">
        {title}
        {once && <Doubt language={language} />}
      </p>
      <ul>
        {papers.map((paper) => (
          <li key={paper.name.fr}>
            {box} {inLanguage(paper.name, language)}
            {!once && paper.toBeConfirmed && <Doubt language={language} />}
            {paper.note && <span className="block ps-6 text-sm">{inLanguage(paper.note, language)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
