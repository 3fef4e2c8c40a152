import { expect, it } from 'vitest';
import { z } from 'zod';
import { isEmail } from './typed-email.ts';

it.each([
  'accueil@commune.ma',
  'cellule.oujda+guichet@exemple.gov.ma',
  'pas un mail',
  'accueil@commune',
  'accueil@commune.m',
  'réception@commune.ma',
  'accueil..oujda@commune.ma',
  '.accueil@commune.ma',
  'accueil@@commune.ma',
  'accueil@commune.ma.',
  '',
])('a screen takes the address "%s" as the server does', (typed) => {
  expect(isEmail(typed)).toBe(z.email().safeParse(typed).success);
});
it('a space around it is none of it', () => {
  expect(isEmail(' accueil@commune.ma ')).toBe(true);
});
