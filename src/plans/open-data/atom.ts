import { wordsFor } from '../../coordination/index.ts';
import { escapeXml, xmlHead } from '../../directory/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { PublicSummary } from '../public.ts';

const most = 100;

/** The plans that communes published as an Atom feed (RFC 4287), newest first; a new version of one is news again. */
export function plansFeed(t: Translate, language: string, origin: string, plans: readonly PublicSummary[]): string {
  const page = `${origin}/${language}/plans`;
  const self = `${page}/feed.atom`;
  const at = ({ publishedAt }: PublicSummary): number => Date.parse(publishedAt);
  const newest = plans.toSorted((a, b) => at(b) - at(a)).slice(0, most);
  const entries = newest.map((plan) => {
    const { text, language: written } = wordsFor(plan.title, language);
    const commune = wordsFor(plan.commune, language).text;
    const summary = [commune, t(`plans.word.stage.${plan.stage}`), t('plans.public.projectCount', { n: plan.projects })].join(' – ');
    return `<entry><id>urn:uuid:${plan.id}</id><title xml:lang="${written}">${escapeXml(text)}</title><updated>${new Date(at(plan)).toISOString()}</updated><link rel="alternate" type="text/html" href="${escapeXml(
      `${page}/${plan.id}`,
    )}"/><author><name>${escapeXml(commune)}</name></author><summary>${escapeXml(summary)}</summary></entry>`;
  });
  const updated = new Date(newest[0] ? at(newest[0]) : 0).toISOString();
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${escapeXml(self)}</id><title>${escapeXml(
    t('plans.public.title'),
  )}</title><updated>${updated}</updated><author><name>Istiqbal</name></author><link rel="self" type="application/atom+xml" href="${escapeXml(
    self,
  )}"/><link rel="alternate" type="text/html" href="${escapeXml(page)}"/>\n${entries.join('\n')}\n</feed>\n`;
}
