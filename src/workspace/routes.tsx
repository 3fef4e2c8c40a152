import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { caseTexts } from '../cases/screens/messages/index.ts';
import { peopleTexts } from '../people/screens/messages/index.ts';
import type { ReferralRow } from '../referrals/contract.ts';
import { BrokenScreen, NotFoundScreen } from './broken-screen.tsx';
import { Home } from './navigation.tsx';
import { Waiting } from './page.tsx';
import { RoomTexts } from './room-texts.tsx';
import { Shell } from './shell.tsx';

/** Each screen is fetched when it is first opened; the service worker has kept them all by then, so offline too. */
export const router = createBrowserRouter(
  [
    {
      path: '/invitation',
      lazy: async () => ({ Component: (await import('../access/screens/invitation-screen.tsx')).InvitationScreen }),
      hydrateFallbackElement: <Waiting />,
      errorElement: <BrokenScreen />,
    },
    {
      path: '/',
      element: <Shell />,
      hydrateFallbackElement: <Waiting />,
      errorElement: <BrokenScreen />,
      children: [
        { index: true, element: <Home /> },
        { path: 'sign-in', element: <Navigate to="/" replace /> },
        { path: 'desk', lazy: async () => ({ Component: (await import('../desk/screens/desk-screen.tsx')).DeskScreen }) },
        { path: 'desk/visits', lazy: async () => ({ Component: (await import('../desk/screens/visits-screen.tsx')).VisitsScreen }) },
        {
          element: (
            <RoomTexts catalogues={peopleTexts}>
              <RoomTexts catalogues={caseTexts}>
                <Outlet />
              </RoomTexts>
            </RoomTexts>
          ),
          children: casesAndPeople(),
        },
        { path: 'cell/fields', lazy: async () => ({ Component: (await import('../desk/fields/screens/fields-screen.tsx')).FieldsScreen }) },
        { path: 'inbox', lazy: async () => ({ Component: (await import('../referrals/screens/inbox-screen.tsx')).InboxScreen }) },
        {
          path: 'cell/month',
          lazy: async () => ({ Component: (await import('../observatory/screens/month/month-screen.tsx')).MonthScreen }),
        },
        { path: 'cell/*', lazy: async () => ({ Component: (await import('../desk/cell/screens/cell-screens.tsx')).CellScreens }) },
        { path: 'totals', lazy: async () => ({ Component: (await import('../observatory/screens/totals-screen.tsx')).TotalsScreen }) },
        { path: 'members', lazy: async () => ({ Component: (await import('../access/screens/members-screen.tsx')).MembersScreen }) },
        { path: 'attention', lazy: async () => ({ Component: (await import('./attention/attention-route.tsx')).AttentionRoute }) },
        { path: 'guide/*', lazy: async () => ({ Component: (await import('../desk/guide/screens/guide-screens.tsx')).GuideScreens }) },
        {
          path: 'thread/*',
          lazy: async () => ({ Component: (await import('../coordination/screens/thread-screens.tsx')).ThreadScreens }),
        },
        {
          path: 'thread/meetings/:id/live',
          lazy: async () => ({ Component: (await import('../coordination/minutes/screens/minutes-screens.tsx')).LiveRoute }),
        },
        { path: 'plans/*', lazy: async () => ({ Component: (await import('../plans/screens/plan-screens.tsx')).PlanScreens }) },
        {
          path: 'thread/meetings/:id/minutes',
          lazy: async () => ({ Component: (await import('../coordination/minutes/screens/minutes-screens.tsx')).MinutesRoute }),
        },
        ...['directory', 'our-services', 'actors', 'coverage'].map((path) => ({ path: `${path}/*`, lazy: loadDirectoryScreens })),
        { path: '*', element: <NotFoundScreen /> },
      ],
    },
  ],
  { basename: '/workspace' },
);

/** The directory's care has many screens of its own: which one is decided once they are here. */
async function loadDirectoryScreens() {
  return { Component: (await import('../directory/screens/directory-screens.tsx')).DirectoryScreens };
}

/** Follow-up, cases and the people they are for. */
function casesAndPeople(): RouteObject[] {
  return [
    { path: 'follow-up', lazy: async () => ({ Component: (await import('../cases/screens/follow-up-screen.tsx')).FollowUpScreen }) },
    { path: 'cases/new', lazy: async () => ({ Component: (await import('../cases/screens/open-case-screen.tsx')).OpenCaseScreen }) },
    { path: 'cases/:caseId', lazy: loadCaseScreen },
    {
      path: 'cases/:caseId/edit',
      lazy: async () => ({ Component: (await import('../cases/screens/edit-case-screen.tsx')).EditCaseScreen }),
    },
    {
      path: 'cases/:caseId/name',
      lazy: async () => ({ Component: (await import('../cases/screens/name-person-screen.tsx')).NamePersonScreen }),
    },
    {
      path: 'cases/:caseId/consent',
      lazy: async () => ({ Component: (await import('../people/consent/screens/ask-consent-screen.tsx')).AskConsentScreen }),
    },
    {
      path: 'cases/:caseId/letters/new',
      lazy: async () => ({ Component: (await import('../cases/letters/screens/write-letter-screen.tsx')).WriteLetterScreen }),
    },
    { path: 'letters', lazy: async () => ({ Component: (await import('../cases/letters/screens/letters-screen.tsx')).LettersScreen }) },
    { path: 'letters/batch', lazy: async () => ({ Component: (await import('../cases/letters/screens/batch-screen.tsx')).BatchScreen }) },
    {
      path: 'letters/head',
      lazy: async () => ({ Component: (await import('../cases/letters/screens/letterhead-screen.tsx')).LetterheadScreen }),
    },
    {
      path: 'letters/templates/:templateId',
      lazy: async () => ({ Component: (await import('../cases/letters/screens/template-screen.tsx')).TemplateScreen }),
    },
    {
      path: 'recordings',
      lazy: async () => ({ Component: (await import('../people/consent/screens/recordings-screen.tsx')).RecordingsScreen }),
    },
    { path: 'cases/:caseId/refer', lazy: async () => ({ Component: (await import('../referrals/screens/refer-screen.tsx')).ReferScreen }) },
    { path: 'register', lazy: async () => ({ Component: (await import('../cases/register/screens/register-screen.tsx')).RegisterScreen }) },
    {
      path: 'register/:importId',
      lazy: async () => ({ Component: (await import('../cases/register/screens/import-screen.tsx')).ImportScreen }),
    },
    { path: 'exports', lazy: async () => ({ Component: (await import('../cases/register/screens/exports-screen.tsx')).ExportsScreen }) },
    {
      path: 'exports/new',
      lazy: async () => ({ Component: (await import('../cases/register/screens/new-export-screen.tsx')).NewExportScreen }),
    },
    { path: 'people', lazy: async () => ({ Component: (await import('../people/screens/people-screen.tsx')).PeopleScreen }) },
    { path: 'people/new', lazy: async () => ({ Component: (await import('../people/screens/new-person-screen.tsx')).NewPersonScreen }) },
    { path: 'people/pairs', lazy: async () => ({ Component: (await import('../people/screens/pairs-screen.tsx')).PairsScreen }) },
    { path: 'people/pairs/:one/:other', lazy: loadPairScreen },
    {
      path: 'people/erasures/:erasureId',
      lazy: async () => ({ Component: (await import('../people/erasure/screens/erasure-screen.tsx')).ErasureScreen }),
    },
    { path: 'people/:personId', lazy: loadPersonScreen },
    {
      path: 'people/:personId/edit',
      lazy: async () => ({ Component: (await import('../people/screens/edit-person-screen.tsx')).EditPersonScreen }),
    },
  ];
}

/** A person shows their cases and the cell's own questions, which come after people in the order of rooms: they are joined here. */
async function loadPersonScreen() {
  const [{ PersonScreen }, { CasesOf }, { CustomFields }] = await Promise.all([
    import('../people/screens/person-screen.tsx'),
    import('../cases/screens/cases-of.tsx'),
    import('../desk/fields/screens/custom-fields.tsx'),
  ]);
  const renderCases = (personId: string) => (
    <>
      <CustomFields subject="person" subjectId={personId} needs={[]} />
      <CasesOf personId={personId} />
    </>
  );
  return { element: <PersonScreen renderCases={renderCases} /> };
}

/** Two records are compared with the cases of each. */
async function loadPairScreen() {
  const [{ PairScreen }, { CasesBeside }] = await Promise.all([
    import('../people/screens/pair-screen.tsx'),
    import('../cases/screens/cases-beside.tsx'),
  ]);
  return { element: <PairScreen renderCases={(personId: string) => <CasesBeside personId={personId} />} /> };
}

/** A case shows its referrals, which come after it in the order of rooms: they are joined here. */
async function loadCaseScreen() {
  const [{ CaseScreen }, { CaseReferrals }] = await Promise.all([
    import('../cases/screens/case-screen.tsx'),
    import('../referrals/screens/case-referrals.tsx'),
  ]);
  return { element: <CaseScreen renderReferrals={(sent: ReferralRow[]) => <CaseReferrals referrals={sent} />} /> };
}
