import { handler, refuse } from '../../platform/commands/handler.ts';
import { deskRoles } from '../../platform/database/actor.ts';
import { type RecordConsent, recordConsentSchema } from './contract.ts';
import { endOf, isMinor, mayAnswerAlone, preferenceFrom } from './rules.ts';

interface Asked {
  minorSituation: string | null;
  birthDate: string | null;
  ageBand: string | null;
  personId: string | null;
  recipientFound: boolean;
}

/** What the person answered when they were asked; a no is kept like a yes. */
export const recordConsent = handler<RecordConsent, Asked | undefined>({
  kind: 'people.record_consent',
  schema: recordConsentSchema,
  roles: deskRoles,
  async load(tx, { caseId, recipientOrganizationId }) {
    const { rows } = await tx.query(
      `select c.minor_situation as "minorSituation", p.birth_date as "birthDate", v.age_band as "ageBand", p.id as "personId",
         $2::uuid is null or exists (select from directory.organization where id = $2 and vanished_at is null) as "recipientFound"
       from cases."case" c left join people.person p on p.id = people.standing_for(c.person_id) left join desk.visit v on v.id = c.visit_id
       where c.id = $1`,
      [caseId, recipientOrganizationId],
    );
    return rows[0];
  },
  decide(asked, payload, actor, _now, at) {
    if (!asked) return refuse('case_not_found');
    if (!asked.recipientFound) return refuse('organization_not_found');
    if (payload.recipientOrganizationId === actor.organizationId) return refuse('consent_to_oneself');
    // Consent to share a name nobody wrote down would read later as if one had been shared.
    if (asked.personId === null && payload.fields.some((f) => f === 'name' || f === 'phone')) return refuse('case_has_no_person');
    if (payload.answer === 'given' && isMinor(asked, at)) {
      if (!payload.childsWish) return refuse('childs_wish_missing');
      if (!payload.representative && !mayAnswerAlone(asked.minorSituation)) return refuse('representative_missing');
    }
    const { purpose, answer, representative, interpreter, ...said } = payload;
    const reached = answer === 'given' ? preferenceFrom(payload.ways) : 'do_not_contact';
    return {
      events: [
        {
          kind: answer === 'given' ? 'consent_given' : 'consent_refused',
          subjectKind: 'case',
          subjectId: payload.caseId,
          payload: {
            ...said,
            purpose,
            answer,
            representativeLink: representative?.link,
            at: at.toISOString(),
            expiresAt: answer === 'given' ? endOf(payload.until, at)?.toISOString() : undefined,
            ...(purpose === 'contact' && asked.personId ? { personId: asked.personId, reached } : {}),
          },
          sealed: { representativeName: representative?.name, interpreter },
        },
      ],
    };
  },
  write({ payload: p, sealed }, actor) {
    const read = p['read'] as RecordConsent['read'];
    return [
      {
        text: `insert into people.consent (id, organization_id, case_id, recipient_organization_id, purpose, answer, fields, ways, given_how, explained_in,
                 text_version, text_language, explained_by, given_at, until, expires_at, interpreter, representative_name, representative_link, childs_wish)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
        values: [
          p['consentId'],
          actor.organizationId,
          p['caseId'],
          p['recipientOrganizationId'],
          p['purpose'],
          p['answer'],
          p['fields'],
          p['ways'],
          p['givenHow'],
          p['explainedIn'],
          read?.version,
          read?.language,
          actor.userId,
          p['at'],
          p['until'],
          p['expiresAt'],
          sealed?.['interpreter'],
          sealed?.['representativeName'],
          p['representativeLink'],
          p['childsWish'],
        ],
      },
      // The rule every screen shows big says what was agreed last.
      ...(p['reached']
        ? [
            {
              text: 'update people.person set contact_preference = $2, updated_at = now() where id = $1',
              values: [p['personId'], p['reached']],
            },
          ]
        : []),
    ];
  },
});
