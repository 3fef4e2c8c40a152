import { createBrowserRouter, Navigate } from 'react-router';
import { InvitationScreen } from '../access/screens/invitation-screen.tsx';
import { MembersScreen } from '../access/screens/members-screen.tsx';
import { CaseScreen } from '../cases/screens/case-screen.tsx';
import { FollowUpScreen } from '../cases/screens/follow-up-screen.tsx';
import { OpenCaseScreen } from '../cases/screens/open-case-screen.tsx';
import { DeskScreen } from '../desk/screens/desk-screen.tsx';
import { VisitsScreen } from '../desk/screens/visits-screen.tsx';
import { TotalsScreen } from '../observatory/screens/totals-screen.tsx';
import type { ReferralRow } from '../referrals/contract.ts';
import { CaseReferrals } from '../referrals/screens/case-referrals.tsx';
import { InboxScreen } from '../referrals/screens/inbox-screen.tsx';
import { ReferScreen } from '../referrals/screens/refer-screen.tsx';
import { AttentionScreen } from './attention/attention-screen.tsx';
import { BrokenScreen, NotFoundScreen } from './broken-screen.tsx';
import { Home } from './navigation.tsx';
import { Shell } from './shell.tsx';

export const router = createBrowserRouter(
  [
    { path: '/invitation', element: <InvitationScreen />, errorElement: <BrokenScreen /> },
    {
      path: '/',
      element: <Shell />,
      errorElement: <BrokenScreen />,
      children: [
        { index: true, element: <Home /> },
        { path: 'sign-in', element: <Navigate to="/" replace /> },
        { path: 'desk', element: <DeskScreen /> },
        { path: 'desk/visits', element: <VisitsScreen /> },
        { path: 'follow-up', element: <FollowUpScreen /> },
        { path: 'cases/new', element: <OpenCaseScreen /> },
        { path: 'cases/:caseId', element: <CaseScreen renderReferrals={(sent: ReferralRow[]) => <CaseReferrals referrals={sent} />} /> },
        { path: 'cases/:caseId/refer', element: <ReferScreen /> },
        { path: 'inbox', element: <InboxScreen /> },
        { path: 'totals', element: <TotalsScreen /> },
        { path: 'members', element: <MembersScreen /> },
        { path: 'attention', element: <AttentionScreen /> },
        { path: '*', element: <NotFoundScreen /> },
      ],
    },
  ],
  { basename: '/workspace' },
);
