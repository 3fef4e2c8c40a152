import { demoPartners } from '../src/demo/organizations.ts';
import { careTexts } from '../src/directory/screens/messages/index.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

/** The public site may keep a page for a moment. */
export const soon = { timeout: 20_000, interval: 200 };
/** The service that the focal point of these journeys answers for. */
export const serviceId = demoPartners[0]?.service.id ?? '';

/** Gives a file of journeys a platform, those who keep its directory, and what the public then reads. */
export function useDirectory(env?: () => Record<string, string>) {
  // What was said, answered and searched stands in no log.
  const stage = usePlatform({ env, unsaid: /inventé|مختلق|zzzzqqqq|ظظظظذذذذ/ });
  return {
    ...stage,
    editor: (language: WorkLanguage) => stage.signIn('programme@example.org', language, careTexts),
    focalPoint: (language: WorkLanguage) => stage.signIn('partenaire.sante@example.org', language, careTexts),
    /** The focal point comes to what it may change of its service. */
    async openService({ page, t, go }: Desk): Promise<void> {
      await go(t('navigation.our_services'));
      await page.locator(`main a[href$="/services/${serviceId}"]`).click();
      await page.getByRole('heading', { level: 2, name: t('care.form.texts') }).waitFor();
    },
    readService: (language: WorkLanguage, id = serviceId) => stage.readPublic(`/${language}/services/${id}`),
  };
}
