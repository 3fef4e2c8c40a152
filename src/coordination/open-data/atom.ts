import { escapeXml, xmlHead } from '../../directory/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import { wordsFor } from '../pages/words.tsx';
import type { Happening } from './timeline.ts';

const most = 100;
const startOfDay = (day: string): string => `${day}T00:00:00Z`;
/** When a reader of the feed could first know of it as it is: published before it happened, it is news on its day. */
const updatedAt = ({ on, toldAt }: Happening): number => Math.max(Date.parse(toldAt), Date.parse(startOfDay(on)));

/** What happened in the thread as an Atom feed (RFC 4287), what became readable last first. */
export function happeningsFeed(t: Translate, language: string, origin: string, happenings: readonly Happening[]): string {
  const page = `${origin}/${language}/coordination`;
  const self = `${page}/feed.atom`;
  const newest = [...happenings].sort((a, b) => updatedAt(b) - updatedAt(a)).slice(0, most);
  const entries = newest.map((happening) => {
    const { id, kind, on, words, step, subject, who, status, url } = happening;
    const { text, language: written } = wordsFor(words, language);
    const about = subject && kind !== 'decided' ? wordsFor(subject.title, language).text : undefined;
    const what = t(`coordination.public.happened.${status ?? kind}`);
    const proven = step && wordsFor(step, language).text;
    const summary = [what, proven, about].filter((part) => part !== undefined).join(' – ');
    return `<entry><id>urn:uuid:${id}</id><title xml:lang="${written}">${escapeXml(text)}</title><updated>${new Date(updatedAt(happening)).toISOString()}</updated><published>${startOfDay(
      on,
    )}</published><link rel="alternate" type="text/html" href="${escapeXml(subject ? `${page}/${subject.id}` : page)}"/>${
      url ? `<link rel="related" href="${escapeXml(url)}"/>` : ''
    }${who ? `<author><name>${escapeXml(who)}</name></author>` : ''}<summary>${escapeXml(summary)}</summary></entry>`;
  });
  const updated = new Date(newest[0] ? updatedAt(newest[0]) : 0).toISOString();
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${escapeXml(self)}</id><title>${escapeXml(
    t('coordination.public.title'),
  )}</title><updated>${updated}</updated><author><name>Istiqbal</name></author><link rel="self" type="application/atom+xml" href="${escapeXml(
    self,
  )}"/><link rel="alternate" type="text/html" href="${escapeXml(page)}"/>\n${entries.join('\n')}\n</feed>\n`;
}
