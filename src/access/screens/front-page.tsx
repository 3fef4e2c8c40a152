import { type ReactNode, useEffect } from 'react';
import { Brand } from '../../workspace/brand.tsx';
import { useT } from '../../workspace/language.tsx';
import { LanguageSwitch } from '../../workspace/language-switch.tsx';

/** The frame of the screens shown to someone not signed in. */
export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  useEffect(() => {
    document.title = `${title} · ${t('workspace.name')}`;
  }, [title, t]);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-6 px-4 py-5">
      <header className="flex items-center justify-between">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" className="flex flex-col gap-5 sm:py-8">
        <div className="flex flex-col gap-1">
          <h1>{title}</h1>
          <p className="text-quiet">{t('sign_in.intro')}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
