import { Hono } from 'hono';
import { z } from 'zod';
import {
  answerAsked,
  answerSchema,
  AskedPage,
  digestByLink,
  DigestPage,
  digestRhythms,
  findAsked,
  readThreadToken,
} from '../coordination/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { security } from '../platform/http/security.ts';
import { tokenBucket } from '../platform/http/token-bucket.ts';
import type { Translate } from '../platform/i18n/index.ts';
import { ownPage, readForm, saying, type Visit } from './own-page.tsx';
import type { Shelf } from './shelf.ts';

const choiceForm = z.object({ rhythm: z.enum(digestRhythms) });

/** What the links of letters about the thread open: an answer to a reminder, and how often to be told. Only a button of the page changes something. */
export function threadLinkRoutes(context: AppContext, currentShelf: () => Promise<Shelf>): Hono {
  const { databases, config } = context;
  const pool = databases.app;
  const routes = new Hono();
  const page = ownPage(context, currentShelf);
  const mayAnswer = tokenBucket(120, 60);
  const over = (t: Translate) => saying(t, 410, 'told.page.invalidTitle', 'told.page.invalid');
  const busy = (t: Translate) => saying(t, 429, 'told.page.tooManyTitle', 'told.page.tooMany');

  const readAsked = async ({ c, language }: Visit) => {
    const token = c.req.param('token') ?? '';
    const reminderId = readThreadToken('asked', databases.secret, token, new Date());
    const asked = reminderId ? await findAsked(pool, reminderId, language) : undefined;
    return reminderId && asked && asked.answeredAt === null ? { token, reminderId, asked } : undefined;
  };
  const showAsked = page(async (visit) => {
    const { t, language } = visit;
    const found = await readAsked(visit);
    if (!found) return over(t);
    const { token, asked } = found;
    return {
      title: t('told.page.title'),
      path: `coordination/asked/${token}`,
      body: <AskedPage t={t} language={language} token={token} asked={asked} />,
    };
  });
  const answer = page(async (visit) => {
    const { c, t, language } = visit;
    if (!mayAnswer()) return busy(t);
    const found = await readAsked(visit);
    if (!found) return over(t);
    const { token, reminderId, asked } = found;
    const given = await readForm(c, answerSchema);
    const isOfAsked = given && (!('step' in given) || asked.awaited.some((step) => step.id === given.step));
    if (!given || !isOfAsked) {
      const body = <AskedPage t={t} language={language} token={token} asked={asked} isWrong />;
      return { status: 422, title: t('told.page.title'), path: `coordination/asked/${token}`, body };
    }
    return (await answerAsked(pool, reminderId, asked, given)) ? saying(t, 200, 'told.page.doneTitle', 'told.page.done') : over(t);
  });

  const personOf = ({ c }: Visit) => readThreadToken('told', databases.secret, c.req.param('token') ?? '', new Date());
  const showChoice = page(async (visit) => {
    const { c, t, language } = visit;
    const token = c.req.param('token') ?? '';
    const userId = personOf(visit);
    const rhythm = userId && (await digestByLink(pool, userId));
    if (!rhythm) return over(t);
    return {
      title: t('told.choice.title'),
      path: `coordination/told/${token}`,
      body: <DigestPage t={t} language={language} token={token} rhythm={rhythm} />,
    };
  });
  const choose = page(async (visit) => {
    const { c, t } = visit;
    if (!mayAnswer()) return busy(t);
    const userId = personOf(visit);
    const wish = (await readForm(c, choiceForm))?.rhythm;
    const rhythm = userId && wish && (await digestByLink(pool, userId, wish));
    return rhythm ? saying(t, 200, 'told.choice.doneTitle', `told.choice.done.${rhythm}`) : over(t);
  });

  const segment = '/:language{(?:fr|ar|en|es)}/coordination';
  const guard = security(config);
  routes.get(`${segment}/asked/:token`, guard, showAsked);
  routes.post(`${segment}/asked/:token`, guard, answer);
  routes.get(`${segment}/told/:token`, guard, showChoice);
  routes.post(`${segment}/told/:token`, guard, choose);
  return routes;
}
