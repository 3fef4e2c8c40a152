import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  answerByLink,
  answerForm,
  AnswerPage,
  countMeIn,
  findInvited,
  findPresent,
  presentForm,
  PresentPage,
  readAnswerToken,
  readCalendar,
  readCalendarToken,
  readPresenceToken,
  toldIn,
} from '../coordination/index.ts';
import type { AppContext } from '../platform/http/context.ts';
import { security } from '../platform/http/security.ts';
import { tokenBucket } from '../platform/http/token-bucket.ts';
import { languages, type Translate } from '../platform/i18n/index.ts';
import { ownPage, readForm, saying, type Visit } from './own-page.tsx';
import type { Shelf } from './shelf.ts';

/** What the links of invitations open, and the code on the wall. Only a button of the page changes something: what scans letters opens links too. */
export function meetingLinkRoutes(context: AppContext, currentShelf: () => Promise<Shelf>): Hono {
  const { databases, config } = context;
  const pool = databases.app;
  const routes = new Hono();
  const page = ownPage(context, currentShelf);
  const mayAnswer = tokenBucket(120, 60);
  // A full room stands up at once and counts itself.
  const mayCount = tokenBucket(300, 120);
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

  async function readPresent({ c, language }: Visit) {
    const token = c.req.param('token') ?? '';
    const meetingId = readPresenceToken(databases.secret, token, new Date());
    const present = meetingId && (await findPresent(pool, meetingId, language));
    return present ? { token, meetingId, present } : undefined;
  }
  const showPresent = page(async (visit) => {
    const { t, language } = visit;
    const found = await readPresent(visit);
    if (!found) return over(t);
    const { token, present } = found;
    return {
      title: t('present.title'),
      path: `meetings/present/${token}`,
      body: <PresentPage t={t} language={language} token={token} present={present} once={randomUUID()} />,
    };
  });
  const countIn = page(async (visit) => {
    const { c, t, language } = visit;
    if (!mayCount()) return saying(t, 429, 'asked.tooManyTitle', 'asked.tooMany');
    const found = await readPresent(visit);
    if (!found) return over(t);
    const { token, meetingId, present } = found;
    const given = await readForm(c, presentForm);
    if (given && (await countMeIn(pool, meetingId, given))) return saying(t, 200, 'present.doneTitle', 'present.done');
    return {
      status: present.isOpen ? 422 : 410,
      title: t('present.title'),
      path: `meetings/present/${token}`,
      body: <PresentPage {...{ t, language, token, present }} once={randomUUID()} isWrong />,
    };
  });

  const calendar = async (c: Context): Promise<Response> => {
    const language = languages.find((known) => known === c.req.param('language')) ?? 'fr';
    const organizationId = readCalendarToken(databases.secret, c.req.param('token') ?? '', new Date());
    if (!organizationId) return c.notFound();
    return c.body(await readCalendar(pool, organizationId, language), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    });
  };

  const segment = '/:language{(?:fr|ar|en|es)}/meetings';
  const guard = security(config);
  routes.get(`${segment}/answer/:token`, guard, show);
  routes.post(`${segment}/answer/:token`, guard, answer);
  routes.get(`${segment}/present/:token`, guard, showPresent);
  routes.post(`${segment}/present/:token`, guard, countIn);
  routes.get(`${segment}/calendar/:token/meetings.ics`, guard, calendar);
  return routes;
}
