import { Hono } from 'hono';
import { answerByLink, answerForm, AnswerPage, findInvited, readAnswerToken, toldIn } from '../coordination/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { security } from '../platform/http/security.ts';
import { tokenBucket } from '../platform/http/token-bucket.ts';
import type { Translate } from '../platform/i18n/index.ts';
import { ownPage, readForm, saying, type Visit } from './own-page.tsx';
import type { Shelf } from './shelf.ts';

/** What the links of invitations open. Only the button of the page answers: what scans letters opens links too. */
export function meetingLinkRoutes(context: AppContext, currentShelf: () => Promise<Shelf>): Hono {
  const { databases, config } = context;
  const pool = databases.app;
  const routes = new Hono();
  const page = ownPage(context, currentShelf);
  const mayAnswer = tokenBucket(120, 60);
  const over = (t: Translate) => saying(t, 410, 'asked.invalidTitle', 'asked.invalid');

  async function readInvited({ c, language }: Visit) {
    const token = c.req.param('token') ?? '';
    const invitationId = readAnswerToken(databases.secret, token, new Date());
    const asked = invitationId && (await findInvited(pool, invitationId, language));
    return asked ? { token, invitationId, asked } : undefined;
  }
  const show = page(async (visit) => {
    const { t, language } = visit;
    const found = await readInvited(visit);
    if (!found) return over(t);
    const { token, asked } = found;
    return {
      title: toldIn(asked.meeting.title, language),
      path: `meetings/answer/${token}`,
      body: <AnswerPage t={t} language={language} token={token} asked={asked} />,
    };
  });
  const answer = page(async (visit) => {
    const { c, t, language } = visit;
    if (!mayAnswer()) return saying(t, 429, 'asked.tooManyTitle', 'asked.tooMany');
    const found = await readInvited(visit);
    if (!found) return over(t);
    const { token, invitationId } = found;
    const given = await readForm(c, answerForm);
    const isTaken = given !== undefined && (await answerByLink(pool, invitationId, given));
    const asked = (await findInvited(pool, invitationId, language)) ?? found.asked;
    return {
      status: isTaken ? 200 : asked.takesAnswers ? 422 : 410,
      title: toldIn(asked.meeting.title, language),
      path: `meetings/answer/${token}`,
      body: <AnswerPage {...{ t, language, token, asked, isTaken }} isWrong={!isTaken} />,
    };
  });

  const segment = '/:language{(?:fr|ar|en|es)}/meetings';
  const guard = security(config);
  routes.get(`${segment}/answer/:token`, guard, show);
  routes.post(`${segment}/answer/:token`, guard, answer);
  return routes;
}
