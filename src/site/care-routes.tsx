import { Hono } from 'hono';
import { z } from 'zod';
import {
  ConfirmPage,
  confirmByLink,
  FeedbackAnswerPage,
  FeedbackSentPage,
  feedbackKinds,
  findConfirmable,
  giveFeedback,
  readConfirmToken,
  readFeedback,
} from '../directory/index.ts';
import { freeText } from '../platform/commands/contract.ts';
import type { AppContext } from '../platform/http/context.ts';
import { security } from '../platform/http/security.ts';
import { tokenBucket } from '../platform/http/token-bucket.ts';
import type { Translate } from '../platform/i18n/index.ts';
import { parseReference } from '../platform/reference.ts';
import { ownPage, readForm, saying } from './own-page.tsx';
import type { Shelf } from './shelf.ts';

const feedbackForm = z.object({ kind: z.enum(feedbackKinds), text: freeText(2000).default(''), website: z.string().default('') });
const codeForm = z.object({ code: z.string().max(200) });

/** What anyone may send without an account: a word about a service, and an organisation's « still true » by the link it was sent. */
export function careSiteRoutes(context: AppContext, currentShelf: () => Promise<Shelf>): Hono {
  const { databases, config } = context;
  const pool = databases.app;
  const routes = new Hono();
  const mayGive = tokenBucket(60, 30);
  const mayAsk = tokenBucket(120, 120);

  const page = ownPage(context, currentShelf);

  const give = page(async ({ c, t, language }) => {
    const serviceId = z.uuid().safeParse(c.req.param('id')).data;
    const given = await readForm(c, feedbackForm);
    if (!serviceId || !given) return saying(t, 422, 'site.error.notFoundTitle', 'site.error.notFound');
    if (!mayGive()) return saying(t, 429, 'feedback.tooManyTitle', 'feedback.tooMany');
    // A program that filled the hidden field learns nothing, and nothing is kept.
    const code =
      given.website === '' ? await giveFeedback(pool, { serviceId, kind: given.kind, text: given.text || null, language }) : 'XXX-XXX-XXXX';
    if (!code) return saying(t, 404, 'site.error.notFoundTitle', 'site.error.notFound');
    return { title: t('feedback.sentTitle'), body: <FeedbackSentPage t={t} language={language} serviceId={serviceId} code={code} /> };
  });
  const ask = page(async ({ t, language }) => ({
    title: t('feedback.readTitle'),
    path: 'feedback',
    body: <FeedbackAnswerPage t={t} language={language} />,
  }));
  const answer = page(async ({ c, t, language }) => {
    if (!mayAsk()) return saying(t, 429, 'feedback.tooManyTitle', 'feedback.tooMany');
    const typed = (await readForm(c, codeForm))?.code ?? '';
    const reference = parseReference(typed);
    const found = reference ? await readFeedback(pool, reference, language) : undefined;
    return {
      status: found ? 200 : 404,
      title: t('feedback.readTitle'),
      path: 'feedback',
      body: <FeedbackAnswerPage t={t} language={language} found={found} typed={typed} />,
    };
  });

  const overdue = (t: Translate) => saying(t, 410, 'confirm.invalidTitle', 'confirm.invalid');
  const showConfirm = page(async ({ c, t, language }) => {
    const token = c.req.param('token') ?? '';
    const organizationId = readConfirmToken(databases.secret, token, new Date());
    const asked = organizationId ? await findConfirmable(pool, organizationId, language) : undefined;
    if (!asked) return overdue(t);
    return {
      title: t('confirm.title'),
      path: `confirm/${token}`,
      body: <ConfirmPage t={t} language={language} token={token} asked={asked} />,
    };
  });
  const confirm = page(async ({ c, t }) => {
    const organizationId = readConfirmToken(databases.secret, c.req.param('token') ?? '', new Date());
    if (!organizationId) return overdue(t);
    const confirmed = await confirmByLink(pool, organizationId);
    return {
      title: t('confirm.doneTitle'),
      body: (
        <>
          <h1>{t('confirm.doneTitle')}</h1>
          <p className="lead">{confirmed > 0 ? t('confirm.done', { n: confirmed }) : t('confirm.nothing')}</p>
        </>
      ),
    };
  });

  const segment = '/:language{(?:fr|ar|en|es)}';
  const guard = security(config);
  routes.post(`${segment}/services/:id/feedback`, guard, give);
  routes.get(`${segment}/feedback`, guard, ask);
  routes.post(`${segment}/feedback`, guard, answer);
  routes.get(`${segment}/confirm/:token`, guard, showConfirm);
  routes.post(`${segment}/confirm/:token`, guard, confirm);
  return routes;
}
