import { Hono } from 'hono';
import { z } from 'zod';
import { deskRoles, withActor } from '../platform/database/actor.ts';
import type { FilesContext } from '../platform/files/context.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../platform/http/reading.ts';
import { parseReference } from '../platform/reference.ts';
import { letterheadRoutes } from './letterhead/api.ts';
import { getLetterhead, openLogo } from './letterhead/index.ts';
import { printPhone, renderOrientationSlip } from './slip/index.ts';
import { findCommuneOf, findKnown, findVisit, listOrientedTo, listVisits } from './store.ts';

const limitSchema = z.coerce.number().int().min(1).max(200).default(50);
/** One paper for each of those who came together. */
const copiesSchema = z.coerce.number().int().min(1).max(100).default(1);
const languagesSchema = z
  .string()
  .default('fr')
  .transform((v) => v.split(','))
  .pipe(
    z
      .array(z.enum(['fr', 'ar']))
      .min(1)
      .max(2),
  );

/** Where the cell is and how it is called, on one line. */
const reach = (address: string, phone: string | null): string => [address, phone && printPhone(phone)].filter(Boolean).join(' · ');

export function deskRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();

  letterheadRoutes(app, context);

  app.get('/api/desk/visits', (c) => {
    const limit = limitSchema.safeParse(c.req.query('limit'));
    if (!limit.success) return problem(400, 'invalid_limit', 'Ask for 1 to 200 visits.');
    return answerRead(context, c, deskRoles, async (tx) => ({ visits: await listVisits(tx, limit.data) }));
  });

  // What a need is answered by is offered from here on outwards.
  app.get('/api/desk/place', (c) =>
    answerRead(context, c, deskRoles, async (tx, actor) => ({ communeCode: await findCommuneOf(tx, actor.organizationId) })),
  );

  // A reference says nothing of a person, so it may stand in an address; it is found inside the cell only.
  app.get('/api/desk/known/:reference', (c) => {
    const reference = parseReference(c.req.param('reference'));
    if (!reference) return problem(400, 'invalid_reference', 'This is not a reference: check its letters and digits on the slip.');
    return answerRead(context, c, deskRoles, (tx) => findKnown(tx, reference));
  });

  app.get('/api/desk/visits/:id', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, _actor, language) => {
      const visit = await findVisit(tx, id);
      return (
        visit && {
          ...visit,
          orientedTo: (await listOrientedTo(tx, id)).map((o) => ({
            serviceId: o.serviceId,
            name: (language === 'ar' && o.name.ar) || o.name.fr,
          })),
        }
      );
    });
  });

  app.get('/api/desk/visits/:id/slip', async (c) => {
    const id = idFrom(c);
    const languages = languagesSchema.safeParse(c.req.query('languages'));
    const copies = copiesSchema.safeParse(c.req.query('copies'));
    if (!languages.success) return problem(400, 'invalid_language', 'A slip is printed in fr, ar or fr,ar.');
    if (!copies.success) return problem(400, 'invalid_copies', 'A slip is printed 1 to 100 times.');
    if (!id) return notFound();
    const actor = c.get('actor');
    if (!deskRoles.some((r) => r === actor.role)) return notAllowed();
    const slip = await withActor(context.databases.app, actor, async (tx) => {
      const visit = await findVisit(tx, id);
      if (!visit) return undefined;
      const head = await getLetterhead(tx, actor.organizationId);
      return { visit, services: await listOrientedTo(tx, id), head, logo: await openLogo(tx, context.vault, head) };
    });
    if (!slip) return notFound();
    const pdf = await renderOrientationSlip({
      languages: languages.data,
      copies: copies.data,
      reference: slip.visit.reference,
      issuedOn: new Date(slip.visit.at).toISOString().slice(0, 10),
      cell: {
        name: slip.head.name,
        contact: { fr: reach(slip.head.address.fr, slip.head.phone), ar: reach(slip.head.address.ar, slip.head.phone) },
        logo: slip.logo,
      },
      services: slip.services,
    });
    return c.body(Uint8Array.from(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${slip.visit.reference}.pdf"`,
      'cache-control': 'no-store',
    });
  });
  return app;
}
