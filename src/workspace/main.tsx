import './jitless.ts';
import './style.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { showMissingKeys } from '../platform/i18n/index.ts';
import { firstLanguage, LanguageProvider } from './language.tsx';
import { registerServiceWorker } from './register.ts';
import { router } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { fetchTexts } from './texts.ts';

if (import.meta.env.PROD) showMissingKeys();
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 15_000, networkMode: 'always' } } });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root element');

const texts = await fetchTexts(firstLanguage());
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider first={texts}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
registerServiceWorker();
